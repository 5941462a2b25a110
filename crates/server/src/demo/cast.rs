//! The invented exchange: its brands, teams and the ten people of its desk.

use proofdesk_desk::role::Builtin;
use proofdesk_locale::Locale;

/// The organisation, and its first brand.
pub const EXCHANGE: &str = "Larkspur";
/// The second brand: its slug and its name.
pub const SECOND_BRAND: (&str, &str) = ("tidewater", "Tidewater");
/// The brands' names, in the order of [`Member::brands`].
pub const BRANDS: [&str; 2] = [EXCHANGE, SECOND_BRAND.1];
/// The password of everybody in the demo. It is printed, so it protects nothing.
pub const PASSWORD: &str = "larkspur-demo-only";

/// What a team is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Money,
    Trade,
    People,
    Security,
}

impl Area {
    pub const ALL: [Self; 4] = [Self::Money, Self::Trade, Self::People, Self::Security];

    /// The area that an issue category belongs to.
    pub fn of(category: &str) -> Self {
        match category {
            "api-error"
            | "order-rejected"
            | "liquidation-dispute"
            | "settlement-question"
            | "earn-and-staking"
            | "fees" => Self::Trade,
            "login-or-2fa" | "account-change" | "kyc" | "suggestion" | "complaint" | "other" => {
                Self::People
            }
            "theft" | "impersonation" => Self::Security,
            _ => Self::Money,
        }
    }

    /// The team's name.
    pub const fn team(self) -> &'static str {
        match self {
            Self::Money => "Deposits & withdrawals",
            Self::Trade => "Trading & API",
            Self::People => "Accounts",
            Self::Security => "Security desk",
        }
    }

    /// The common lines that name the team, and the department behind it, in a language.
    pub const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Money => ("team.money", "desk.money"),
            Self::Trade => ("team.trade", "desk.trade"),
            Self::People => ("team.people", "desk.people"),
            Self::Security => ("team.security", "desk.security"),
        }
    }
}

/// Somebody of the desk.
#[derive(Debug)]
pub struct Member {
    pub name: &'static str,
    /// As they sign in their own script, if it is not Latin.
    pub native: &'static str,
    /// As they sign elsewhere.
    pub latin: &'static str,
    pub email: &'static str,
    pub role: Builtin,
    pub locale: Locale,
    pub zone: &'static str,
    /// The languages in which they answer.
    pub languages: &'static [Locale],
    pub areas: &'static [Area],
}

impl Member {
    /// Whether customers are answered by them.
    pub fn answers(&self) -> bool {
        matches!(self.role, Builtin::TeamLead | Builtin::Agent)
    }

    /// The name under which they sign in a language.
    pub fn signs(&self, locale: Locale) -> &'static str {
        let own_script = match locale {
            ZhHans | ZhHant => [ZhHans, ZhHant].contains(&self.locale),
            other => other == self.locale,
        };
        if own_script { self.native } else { self.latin }
    }
}

use Area::{Money, People, Security, Trade};
use Locale::{Ar, En, Es, Ja, Ko, Ru, Tr, Vi, ZhHans, ZhHant};

/// The ten, the administrator first.
#[rustfmt::skip]
pub static CAST: [Member; 10] = [
    Member { name: "Ingrid Solheim", native: "Ingrid", latin: "Ingrid", email: "ingrid@larkspur.example", role: Builtin::Administrator, locale: En, zone: "Europe/Oslo", languages: &[En], areas: &[] },
    Member { name: "周梅", native: "周梅", latin: "Mei", email: "mei@larkspur.example", role: Builtin::TeamLead, locale: ZhHans, zone: "Asia/Shanghai", languages: &[ZhHans, ZhHant, En], areas: &[Money, Trade, Security] },
    Member { name: "Tomás Herrera", native: "Tomás", latin: "Tomás", email: "tomas@larkspur.example", role: Builtin::TeamLead, locale: Es, zone: "Europe/Madrid", languages: &[Es, En], areas: &[Money, Trade, People, Security] },
    Member { name: "Jonas Whitfield", native: "Jonas", latin: "Jonas", email: "jonas@larkspur.example", role: Builtin::Agent, locale: En, zone: "Europe/London", languages: &[En, Es], areas: &[Money, Trade] },
    Member { name: "林雅婷", native: "林雅婷", latin: "Ya-ting", email: "yating@larkspur.example", role: Builtin::Agent, locale: ZhHant, zone: "Asia/Taipei", languages: &[ZhHant, ZhHans], areas: &[Money, People, Trade] },
    Member { name: "佐藤 美咲", native: "佐藤", latin: "Misaki", email: "misaki@larkspur.example", role: Builtin::Agent, locale: Ja, zone: "Asia/Tokyo", languages: &[Ja, Ko], areas: &[Money, Trade, People, Security] },
    Member { name: "Ольга Соколова", native: "Ольга", latin: "Olga", email: "olga@larkspur.example", role: Builtin::Agent, locale: Ru, zone: "Asia/Tbilisi", languages: &[Ru, En], areas: &[Money, Trade, People, Security] },
    Member { name: "ليلى حداد", native: "ليلى", latin: "Layla", email: "layla@larkspur.example", role: Builtin::Agent, locale: Ar, zone: "Asia/Amman", languages: &[Ar, Tr, En], areas: &[Money, People, Security] },
    Member { name: "Nguyễn Minh Anh", native: "Minh Anh", latin: "Minh Anh", email: "minhanh@larkspur.example", role: Builtin::Agent, locale: Vi, zone: "Asia/Ho_Chi_Minh", languages: &[Vi, En], areas: &[People, Trade] },
    Member { name: "Priya Raman", native: "Priya", latin: "Priya", email: "priya@larkspur.example", role: Builtin::Auditor, locale: En, zone: "Asia/Kolkata", languages: &[En], areas: &[] },
];

/// A department of the exchange that has no seat at the desk.
#[derive(Debug)]
pub struct Department {
    pub name: &'static str,
    pub email: &'static str,
    /// In which it is asked and answers.
    pub locale: Locale,
}

/// The three of them. Their places are those of [`super::inside::Topic::department`].
#[rustfmt::skip]
pub static DEPARTMENTS: [Department; 3] = [
    Department { name: "Node operations", email: "nodes@larkspur.example", locale: En },
    Department { name: "Risk (风控)", email: "risk@larkspur.example", locale: ZhHans },
    Department { name: "Legal", email: "legal@larkspur.example", locale: En },
];

/// The place in [`CAST`] of those who answer in a language, those of the area first.
pub fn answering(locale: Locale, area: Area) -> Vec<usize> {
    let speaks = |member: &Member| member.answers() && member.languages.contains(&locale);
    let (mut fitting, mut others) = (Vec::new(), Vec::new());
    for (place, member) in CAST.iter().enumerate().filter(|(_, member)| speaks(member)) {
        if member.areas.contains(&area) { fitting.push(place) } else { others.push(place) }
    }
    if fitting.is_empty() { others } else { fitting }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_answers_every_language() {
        for locale in Locale::ALL {
            for area in Area::ALL {
                assert!(!answering(locale, area).is_empty(), "{locale:?} {area:?}");
            }
        }
    }
}
