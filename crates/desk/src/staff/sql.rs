use proofdesk_store::{self as store, ConstraintKind, FromRow, Row, Tx, Value, params};

use super::StaffState;
use crate::code::Code;
use crate::email::EmailAddress;
use crate::error::{Error, Result};
use crate::id::{BrandId, Id, RoleId, SkillId, StaffId, TeamId};
use crate::password::PasswordHash;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    LOCK,
    ACTIVATE,
    SET_STATE,
    SET_PASSWORD,
    SET_PROFILE,
    BUMP,
    BUMP_FROM,
    SET_TOTP_PENDING,
    SET_TOTP,
    SET_TOTP_STEP,
    ROLES.delete,
    ROLES.insert,
    TEAMS.delete,
    TEAMS.insert,
    BRANDS.delete,
    BRANDS.insert,
    SKILLS.delete,
    SKILLS.insert,
    super::view::PAGE,
    super::view::FIND,
    super::view::NAMES,
    super::view::NAME,
    super::view::EMAIL,
    super::view::HAS_TOTP,
    super::view::ROLES_BETWEEN,
    super::view::TEAMS_BETWEEN,
    super::view::BRANDS_BETWEEN,
    super::view::SKILLS_BETWEEN,
    super::view::GRANTS,
    super::view::PLACES,
    super::view::STANDING,
    super::view::OTHER_ADMINISTRATORS,
    super::view::IS_ACTIVE,
    super::view::ACTIVE_BY_EMAIL,
    super::view::BY_EMAIL,
    super::view::TEAM_EXISTS,
];

const INSERT: &str = "insert into staff \
    (id, email, name, locale, time_zone, state, password_hash, created_at, updated_at, version) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1) on conflict (email) do nothing";
// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK: &str = "update staff set version = version where id = $1 returning id, email, state, password_hash, \
    totp_secret, totp_pending, totp_last_step";
const ACTIVATE: &str = "update staff set state = 'active', name = $1, password_hash = $2, locale = $3, \
    time_zone = $4, updated_at = $5, version = version + 1 where id = $6";
const SET_STATE: &str =
    "update staff set state = $1, updated_at = $2, version = version + 1 where id = $3";
const SET_PASSWORD: &str =
    "update staff set password_hash = $1, updated_at = $2, version = version + 1 where id = $3";
const SET_PROFILE: &str = "update staff set name = $1, locale = $2, time_zone = $3, mention_mails = $4, \
    review_mails = $5, updated_at = $6, version = version + 1 where id = $7";
const BUMP: &str = "update staff set updated_at = $1, version = version + 1 where id = $2";
const BUMP_FROM: &str =
    "update staff set updated_at = $1, version = version + 1 where id = $2 and version = $3";
const SET_TOTP_PENDING: &str = "update staff set totp_pending = $1, updated_at = $2 where id = $3";
const SET_TOTP: &str = "update staff set totp_secret = $1, totp_pending = null, totp_last_step = $2, \
    updated_at = $3, version = version + 1 where id = $4";
const SET_TOTP_STEP: &str = "update staff set totp_last_step = $1 where id = $2";

/// A member's row with the secrets that sign-in needs, locked until the transaction ends.
#[derive(Debug)]
pub struct Locked {
    pub id: StaffId,
    pub email: String,
    pub state: StaffState,
    pub password_hash: Option<PasswordHash>,
    /// Sealed.
    pub totp_secret: Option<Vec<u8>>,
    /// Sealed; offered, not yet confirmed.
    pub totp_pending: Option<Vec<u8>>,
    pub totp_last_step: Option<i64>,
}

impl FromRow for Locked {
    fn from_row(row: &mut Row<'_>) -> store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            email: row.next()?,
            state: row.next()?,
            password_hash: row.next()?,
            totp_secret: row.next()?,
            totp_pending: row.next()?,
            totp_last_step: row.next()?,
        })
    }
}

/// What a new member begins with.
#[derive(Debug)]
pub struct NewMember<'a> {
    pub id: StaffId,
    pub email: &'a EmailAddress,
    pub name: &'a str,
    pub locale: &'a str,
    pub time_zone: &'a str,
    pub state: StaffState,
    pub password_hash: Option<&'a PasswordHash>,
}

/// Inserts; false when the e-mail address is taken.
pub async fn insert(tx: &Tx<'_>, new: &NewMember<'_>, now: Timestamp) -> Result<bool> {
    let NewMember { id, email, name, locale, time_zone, state, password_hash } = new;
    let values = params![id, email, name, locale, time_zone, state, password_hash, now];
    Ok(tx.exec(INSERT, values).await? == 1)
}

pub async fn lock(tx: &Tx<'_>, id: StaffId) -> Result<Option<Locked>> {
    Ok(tx.query_opt(LOCK, params![id]).await?)
}

pub async fn activate(
    tx: &Tx<'_>,
    id: StaffId,
    name: &str,
    (locale, time_zone): (&str, &str),
    password: &PasswordHash,
    now: Timestamp,
) -> Result<()> {
    tx.exec(ACTIVATE, params![name, password, locale, time_zone, now, id]).await?;
    Ok(())
}

pub async fn set_state(tx: &Tx<'_>, id: StaffId, state: StaffState, now: Timestamp) -> Result<()> {
    tx.exec(SET_STATE, params![state, now, id]).await?;
    Ok(())
}

pub async fn set_password(
    tx: &Tx<'_>,
    id: StaffId,
    hash: &PasswordHash,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_PASSWORD, params![hash, now, id]).await?;
    Ok(())
}

/// What a member says of themself.
#[derive(Debug)]
pub struct Profile<'a> {
    pub name: &'a str,
    pub locale: &'a str,
    pub time_zone: &'a str,
    pub mention_mails: bool,
    pub review_mails: bool,
}

pub async fn set_profile(
    tx: &Tx<'_>,
    id: StaffId,
    profile: &Profile<'_>,
    now: Timestamp,
) -> Result<()> {
    let Profile { name, locale, time_zone, mention_mails, review_mails } = profile;
    let values = params![name, locale, time_zone, mention_mails, review_mails, now, id];
    tx.exec(SET_PROFILE, values).await?;
    Ok(())
}

/// Marks the row as changed, because a set that hangs on it was.
pub async fn bump(tx: &Tx<'_>, id: StaffId, now: Timestamp) -> Result<()> {
    tx.exec(BUMP, params![now, id]).await?;
    Ok(())
}

/// As [`bump`], if the row still has `version`; false when not.
pub async fn bump_from(tx: &Tx<'_>, id: StaffId, version: i64, now: Timestamp) -> Result<bool> {
    Ok(tx.exec(BUMP_FROM, params![now, id, version]).await? == 1)
}

pub async fn set_totp_pending(
    tx: &Tx<'_>,
    id: StaffId,
    sealed: Option<&[u8]>,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_TOTP_PENDING, params![sealed, now, id]).await?;
    Ok(())
}

/// Sets or removes the second factor; a pending one is forgotten.
pub async fn set_totp(
    tx: &Tx<'_>,
    id: StaffId,
    sealed: Option<&[u8]>,
    last_step: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_TOTP, params![sealed, last_step, now, id]).await?;
    Ok(())
}

pub async fn set_totp_step(tx: &Tx<'_>, id: StaffId, step: i64) -> Result<()> {
    tx.exec(SET_TOTP_STEP, params![step, id]).await?;
    Ok(())
}

/// A table that ties members to something.
struct Ties {
    field: &'static str,
    delete: &'static str,
    insert: &'static str,
}

const ROLES: Ties = Ties {
    field: "roles",
    delete: "delete from staff_role where staff_id = $1",
    insert: "insert into staff_role (staff_id, role_id) values ($1, $2)",
};
const TEAMS: Ties = Ties {
    field: "teams",
    delete: "delete from team_member where staff_id = $1",
    insert: "insert into team_member (staff_id, team_id) values ($1, $2)",
};
const BRANDS: Ties = Ties {
    field: "brands",
    delete: "delete from staff_brand where staff_id = $1",
    insert: "insert into staff_brand (staff_id, brand_id) values ($1, $2)",
};
const SKILLS: Ties = Ties {
    field: "skills",
    delete: "delete from staff_skill where staff_id = $1",
    insert: "insert into staff_skill (staff_id, skill_id) values ($1, $2)",
};

impl Ties {
    /// Replaces the set. An unknown id is `field-invalid` at the set's name.
    async fn set<T: Id>(&self, tx: &Tx<'_>, staff_id: StaffId, ids: &[T]) -> Result<()> {
        tx.exec(self.delete, params![staff_id]).await?;
        for id in ids {
            let tied = tx.exec(self.insert, params![staff_id, Value::Uuid(id.uuid())]).await;
            tied.map_err(|error| match error {
                store::Error::Constraint { kind: ConstraintKind::Foreign, .. } => {
                    Error::field(self.field, Code::FieldInvalid)
                }
                other => other.into(),
            })?;
        }
        Ok(())
    }
}

pub async fn set_roles(tx: &Tx<'_>, id: StaffId, roles: &[RoleId]) -> Result<()> {
    ROLES.set(tx, id, roles).await
}

pub async fn set_teams(tx: &Tx<'_>, id: StaffId, teams: &[TeamId]) -> Result<()> {
    TEAMS.set(tx, id, teams).await
}

pub async fn set_brands(tx: &Tx<'_>, id: StaffId, brands: &[BrandId]) -> Result<()> {
    BRANDS.set(tx, id, brands).await
}

pub async fn set_skills(tx: &Tx<'_>, id: StaffId, skills: &[SkillId]) -> Result<()> {
    SKILLS.set(tx, id, skills).await
}
