//! The exchange before its first ticket: organisation, brands, teams, skills, people, keys.

use std::time::Duration;

use proofdesk_desk::brand::actions::NewBrand;
use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::exchange_key;
use proofdesk_desk::id::{BrandId, RoleId, SkillId, StaffId, TeamId};
use proofdesk_desk::link::actions::Acceptance;
use proofdesk_desk::notification::actions::set_promise;
use proofdesk_desk::password::{self, NewPassword, PasswordHash};
use proofdesk_desk::role::Builtin;
use proofdesk_desk::session::Client;
use proofdesk_desk::skill::SkillKind;
use proofdesk_desk::staff::actions::Invitation;
use proofdesk_desk::token::{self, TokenHash};
use proofdesk_desk::viewer::{StaffViewer, Viewer};
use proofdesk_desk::{
    Cx, Desk, Error, Result, Timestamp, brand, link, organisation, role, skill, staff, team,
};
use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::cast::{self, Area, CAST, Member};
use super::dice::Dice;

/// What tickets refer to.
#[derive(Clone, Debug)]
pub struct Ground {
    /// In the order of [`cast::BRANDS`].
    pub brands: Vec<BrandId>,
    /// In the order of [`Area::ALL`].
    pub teams: Vec<TeamId>,
    /// As the people of [`CAST`] act, in its order.
    pub members: Vec<StaffViewer>,
}

impl Ground {
    /// The team of an area.
    pub fn team(&self, area: Area) -> Option<TeamId> {
        let place = Area::ALL.iter().position(|of| *of == area)?;
        self.teams.get(place).copied()
    }
}

/// A context of the demo at a moment. Its randomness follows from the seed: a demo's secrets are no secrets.
pub fn cx_at(seed: u64, purpose: &str, at: Timestamp, viewer: Viewer) -> Cx {
    let bytes = Dice::named(seed, purpose).bytes();
    Cx::new(at, viewer, Locale::En, "demo".to_owned(), bytes)
}

/// What both brands promise in their receipts, in minutes.
const PROMISE_MIN: i64 = 12 * 60;

/// Founds the exchange at `at`. Everybody comes in by their link with the demo's password, hashed once.
///
/// # Errors
/// When the desk is founded already; those of the store.
pub async fn found(desk: &Desk, seed: u64, at: Timestamp) -> Result<Ground> {
    let salt = Dice::named(seed, "salt").bytes();
    let hash = password::computed(move || hash(salt)).await??;
    let keyring = desk.keyring().clone();
    let cx = cx_at(seed, "found", at, Viewer::Operator);
    desk.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
        let founded = organisation::actions::found(tx, cx, cast::EXCHANGE).await?;
        let (true, Some(first)) = (founded.is_new, founded.first_link) else {
            return Err(Error::Broken { what: "a desk that is founded already" });
        };
        let (slug, name) = cast::SECOND_BRAND;
        let second = NewBrand::of(slug, name, &Locale::ALL);
        let second = brand::actions::create(tx, cx, &second).await?;
        let brands = vec![founded.brand_id, second];
        for brand_id in &brands {
            set_promise(tx, cx, *brand_id, Some(PROMISE_MIN)).await?;
        }
        exchange_key::actions::add_development(tx, cx, &keyring, founded.brand_id).await?;
        let mut hiring = Hiring::begin(tx, cx, brands, hash.clone()).await?;
        for (place, member) in CAST.iter().enumerate() {
            let first = (place == 0).then(|| token::hash(first.token.reveal()));
            hiring.hire(tx, cx, member, first).await?;
        }
        Ok(Ground { brands: hiring.brands, teams: hiring.teams, members: hiring.members })
    })
    .await
}

fn hash(salt: [u8; 16]) -> Result<PasswordHash> {
    let email = EmailAddress::parse("email", "nobody@larkspur.example")?;
    NewPassword::new("password", cast::PASSWORD, &email)?.hash(salt)
}

/// People come in, one after the other.
struct Hiring {
    brands: Vec<BrandId>,
    teams: Vec<TeamId>,
    roles: Vec<(Builtin, RoleId)>,
    languages: Vec<(Locale, SkillId)>,
    hash: PasswordHash,
    members: Vec<StaffViewer>,
}

impl Hiring {
    async fn begin(
        tx: &Tx<'_>,
        cx: &mut Cx,
        brands: Vec<BrandId>,
        hash: PasswordHash,
    ) -> Result<Self> {
        let mut teams = Vec::new();
        for area in Area::ALL {
            teams.push(team::actions::create(tx, cx, area.team()).await?);
        }
        let mut languages = Vec::new();
        for locale in Locale::ALL {
            let id = skill::actions::create(tx, cx, SkillKind::Language, locale.code()).await?;
            languages.push((locale, id));
        }
        for topic in ["deposits", "api", "derivatives", "identity checks", "takeovers"] {
            skill::actions::create(tx, cx, SkillKind::Topic, topic).await?;
        }
        let roles = role::view::list(tx, &cx.viewer).await?;
        let roles = roles.iter().filter_map(|role| Some((role.builtin?, role.id))).collect();
        Ok(Self { brands, teams, roles, languages, hash, members: Vec::new() })
    }

    /// Lets a member in: the first by the first link, the others by their invitation.
    async fn hire(
        &mut self,
        tx: &Tx<'_>,
        cx: &mut Cx,
        member: &Member,
        first: Option<TokenHash>,
    ) -> Result<()> {
        cx.now = cx.after(Duration::from_secs(40 * 60));
        let teams = self.teams_of(member);
        let token_hash = match first {
            Some(token_hash) => token_hash,
            None => {
                cx.viewer = Viewer::Operator;
                let invitation = Invitation {
                    email: member.email.to_owned(),
                    name: Some(member.name.to_owned()),
                    locale: member.locale,
                    time_zone: member.zone.to_owned(),
                    roles: self.role(member.role).into_iter().collect(),
                    teams: teams.clone(),
                    brands: self.brands.clone(),
                    skills: self.skills_of(member),
                };
                let invited = staff::actions::invite(tx, cx, &invitation).await?;
                token::hash(invited.link.token.reveal())
            }
        };
        cx.viewer = Viewer::Anonymous;
        let accepted = link::actions::accept(tx, cx, &self.acceptance(member, token_hash)).await?;
        cx.viewer = Viewer::Operator;
        self.members.push(self.viewer(accepted.staff_id, member, teams));
        Ok(())
    }

    fn acceptance(&self, member: &Member, token_hash: TokenHash) -> Acceptance {
        Acceptance {
            token_hash,
            password: self.hash.clone(),
            email: Some(member.email.to_owned()),
            name: Some(member.name.to_owned()),
            locale: member.locale,
            time_zone: member.zone.to_owned(),
            client: Client::default(),
        }
    }

    fn viewer(&self, staff_id: StaffId, member: &Member, teams: Vec<TeamId>) -> StaffViewer {
        StaffViewer {
            staff_id,
            session_id: None,
            grants: member.role.grants(),
            teams,
            brands: self.brands.clone(),
            step_up_until: None,
        }
    }

    fn role(&self, builtin: Builtin) -> Option<RoleId> {
        self.roles.iter().find(|(of, _)| *of == builtin).map(|(_, id)| *id)
    }

    fn teams_of(&self, member: &Member) -> Vec<TeamId> {
        let own = Area::ALL.iter().zip(&self.teams).filter(|(area, _)| member.areas.contains(area));
        own.map(|(_, id)| *id).collect()
    }

    fn skills_of(&self, member: &Member) -> Vec<SkillId> {
        let own = self.languages.iter().filter(|(locale, _)| member.languages.contains(locale));
        own.map(|(_, id)| *id).collect()
    }
}
