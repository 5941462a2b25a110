/// What the guard hid in a message of the customer, and what they should do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// The names of what was hidden, as one phrase.
    pub what: String,
    /// Keys of the sentences that say what to do, each once, the most urgent first.
    pub advice: Vec<&'static str>,
    /// Whether money is in danger.
    pub is_key: bool,
    /// Whether the desk treats the ticket as a theft because of it.
    pub is_theft: bool,
}

/// Secrets after whose leak there is the same thing to do, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeakGroup {
    Wallet,
    Keystore,
    TwoFactor,
    Api,
    Session,
    Password,
    Code,
    Card,
    Bank,
}

impl LeakGroup {
    /// The group of a kind by the guard's name for it; `None` for a name that this version does not know.
    pub fn of(kind: &str) -> Option<Self> {
        Some(match kind {
            "seed-phrase"
            | "slip39-share"
            | "monero-seed"
            | "wif-key"
            | "extended-private-key"
            | "hex-private-key"
            | "xrp-seed"
            | "stellar-secret"
            | "solana-keypair" => Self::Wallet,
            "keystore" | "bip38-key" => Self::Keystore,
            "otpauth-uri" | "totp-secret" => Self::TwoFactor,
            "one-time-code" => Self::Code,
            "password" => Self::Password,
            "api-secret" | "api-passphrase" | "pem-private-key" => Self::Api,
            "session-token" => Self::Session,
            "card-number" => Self::Card,
            "iban" => Self::Bank,
            _ => return None,
        })
    }

    /// The key of the sentence.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Wallet => "leak-advice-wallet",
            Self::Keystore => "leak-advice-keystore",
            Self::TwoFactor => "leak-advice-two-factor",
            Self::Code => "leak-advice-code",
            Self::Password => "leak-advice-password",
            Self::Api => "leak-advice-api",
            Self::Session => "leak-advice-session",
            Self::Card => "leak-advice-card",
            Self::Bank => "leak-advice-bank",
        }
    }

    /// Whether it can be certainly a key, so that the desk assumes a theft. Codes, passwords and numbers of banks never
    /// are.
    pub const fn is_key(self) -> bool {
        matches!(self, Self::Wallet | Self::Keystore | Self::TwoFactor | Self::Api)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use proofdesk_guard::Kind;
    use proofdesk_locale::{Locale, Messages};

    use super::*;

    #[test]
    fn every_kind_that_the_guard_hides_has_a_name_and_advice() {
        let words = Messages::embedded();
        for kind in Kind::ALL {
            let group = LeakGroup::of(kind.as_str()).unwrap();
            assert!(words.has(Locale::En, group.advice()), "{kind}");
            assert!(words.has(Locale::En, &format!("secret-{kind}")), "{kind}");
        }
        assert_eq!(LeakGroup::of("secret-of-next-year"), None);
    }
}
