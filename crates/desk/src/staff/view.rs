//! Reading members, and making viewers of them.

use std::collections::BTreeSet;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Member, MemberName, MemberViewer, StaffState};
use crate::availability::Availability;
use crate::code::Code;
use crate::email::EmailAddress;
use crate::error::{Error, Result};
use crate::id::{BrandId, RoleId, SkillId, StaffId, TeamId};
use crate::permission::Permission;
use crate::role::{self, Grants};
use crate::viewer::{StaffViewer, Viewer};
use crate::{limits, session};

pub(super) const PAGE: &str = "select id, email, name, locale, time_zone, state, totp_secret is not null, \
    mention_mails, review_mails, created_at, updated_at, version from staff where id > $1 order by id limit $2";
pub(super) const FIND: &str = "select id, email, name, locale, time_zone, state, totp_secret is not null, \
    mention_mails, review_mails, created_at, updated_at, version from staff where id = $1";
pub(super) const NAMES: &str = "select s.id, s.name, s.state, a.availability, a.since_at from staff s \
    left join member_availability a on a.staff_id = s.id order by s.id limit 5000";
pub(super) const NAME: &str = "select s.id, s.name, s.state, a.availability, a.since_at from staff s \
    left join member_availability a on a.staff_id = s.id where s.id = $1";
pub(crate) const EMAIL: &str = "select email from staff where id = $1";
pub(super) const HAS_TOTP: &str = "select totp_secret is not null from staff where id = $1";
pub(super) const ROLES_BETWEEN: &str = "select staff_id, role_id from staff_role where staff_id >= $1 and staff_id <= $2 order by role_id";
pub(super) const TEAMS_BETWEEN: &str = "select staff_id, team_id from team_member where staff_id >= $1 and staff_id <= $2 order by team_id";
pub(super) const BRANDS_BETWEEN: &str = "select staff_id, brand_id from staff_brand where staff_id >= $1 and staff_id <= $2 order by brand_id";
pub(super) const SKILLS_BETWEEN: &str = "select staff_id, skill_id from staff_skill where staff_id >= $1 and staff_id <= $2 order by skill_id";
pub(super) const STANDING: &str = "select state, totp_secret is not null from staff where id = $1";
pub(super) const GRANTS: &str = "select r.requires_totp, g.permission, g.reach from staff_role sr \
    join role r on r.id = sr.role_id left join role_grant g on g.role_id = sr.role_id where sr.staff_id = $1";
pub(super) const PLACES: &str = "select team_id, null from team_member where staff_id = $1 \
    union all select null, brand_id from staff_brand where staff_id = $1";
pub(super) const OTHER_ADMINISTRATORS: &str = "select s.id from staff s join staff_role sr on sr.staff_id = s.id \
    join role r on r.id = sr.role_id \
    where r.builtin = 'administrator' and s.state = 'active' and s.id <> $1 limit 1";
pub(super) const IS_ACTIVE: &str = "select id from staff where id = $1 and state = 'active'";
pub(super) const ACTIVE_BY_EMAIL: &str =
    "select id from staff where email = $1 and state = 'active'";
pub(super) const BY_EMAIL: &str = "select id from staff where email = $1";
pub(super) const TEAM_EXISTS: &str = "select id from team where id = $1";

impl FromRow for Member {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            email: row.next()?,
            name: row.next()?,
            locale: row.next()?,
            time_zone: row.next()?,
            state: row.next()?,
            totp_enrolled: row.next()?,
            mention_mails: row.next()?,
            review_mails: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
            roles: Vec::new(),
            teams: Vec::new(),
            brands: Vec::new(),
            skills: Vec::new(),
        })
    }
}

impl FromRow for MemberName {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            state: row.next()?,
            availability: row.next::<Option<Availability>>()?.unwrap_or(Availability::Offline),
            since: row.next()?,
        })
    }
}

/// A page of members in the order of their joining, after `after`; at most 200.
///
/// # Errors
/// `no-permission` without `member.read`.
pub async fn list(
    rx: &Rx<'_>,
    viewer: &Viewer,
    after: Option<StaffId>,
    limit: u32,
) -> Result<Vec<Member>> {
    viewer.require(Permission::MemberRead)?;
    let after = after.map_or(uuid::Uuid::nil(), crate::id::Id::uuid);
    let mut members = rx.query(PAGE, params![after, limit.min(limits::PAGE_MAX)]).await?;
    tie(rx, &mut members).await?;
    Ok(members)
}

/// One member, or `None`. Everybody may see themself.
///
/// # Errors
/// `no-permission` without `member.read`.
pub async fn find(rx: &Rx<'_>, viewer: &Viewer, id: StaffId) -> Result<Option<Member>> {
    if !matches!(viewer, Viewer::Staff(me) if me.staff_id == id) {
        viewer.require(Permission::MemberRead)?;
    }
    load(rx, id).await
}

pub(crate) async fn load(rx: &Rx<'_>, id: StaffId) -> Result<Option<Member>> {
    let mut members: Vec<Member> = rx.query(FIND, params![id]).await?;
    tie(rx, &mut members).await?;
    Ok(members.pop())
}

/// The signed-in member themself.
///
/// # Errors
/// `session-required` for an API token.
pub async fn own(rx: &Rx<'_>, viewer: &Viewer) -> Result<Option<Member>> {
    let (staff_id, _) = session::own(viewer)?;
    load(rx, staff_id).await
}

/// Adds the sets to members that are ordered by id.
async fn tie(rx: &Rx<'_>, members: &mut [Member]) -> Result<()> {
    let (Some(first), Some(last)) = (members.first(), members.last()) else { return Ok(()) };
    let (first, last) = (first.id, last.id);
    let roles: Vec<(StaffId, RoleId)> = rx.query(ROLES_BETWEEN, params![first, last]).await?;
    let teams: Vec<(StaffId, TeamId)> = rx.query(TEAMS_BETWEEN, params![first, last]).await?;
    let brands: Vec<(StaffId, BrandId)> = rx.query(BRANDS_BETWEEN, params![first, last]).await?;
    let skills: Vec<(StaffId, SkillId)> = rx.query(SKILLS_BETWEEN, params![first, last]).await?;
    for member in members {
        member.roles = of(member.id, &roles);
        member.teams = of(member.id, &teams);
        member.brands = of(member.id, &brands);
        member.skills = of(member.id, &skills);
    }
    Ok(())
}

fn of<T: Copy>(staff_id: StaffId, ties: &[(StaffId, T)]) -> Vec<T> {
    ties.iter().filter(|(id, _)| *id == staff_id).map(|(_, tied)| *tied).collect()
}

/// The names of all members, for choosing an assignee and reading a timeline.
///
/// # Errors
/// `staff-only`.
pub async fn names(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<MemberName>> {
    viewer.staff()?;
    Ok(rx.query(NAMES, &[]).await?)
}

/// The name of one member. Whether a customer may see it is the caller's rule.
pub async fn name(rx: &Rx<'_>, id: StaffId) -> Result<Option<MemberName>> {
    Ok(rx.query_opt(NAME, params![id]).await?)
}

pub(crate) async fn email(rx: &Rx<'_>, id: StaffId) -> Result<Option<String>> {
    Ok(rx.query_opt::<(String,)>(EMAIL, params![id]).await?.map(|(email,)| email))
}

pub(crate) async fn has_totp(rx: &Rx<'_>, id: StaffId) -> Result<bool> {
    Ok(rx.query_opt::<(bool,)>(HAS_TOTP, params![id]).await?.is_some_and(|(enrolled,)| enrolled))
}

/// What a member may do right now, without session; `None` when they are not active.
pub(crate) async fn viewer(rx: &Rx<'_>, staff_id: StaffId) -> Result<Option<MemberViewer>> {
    // Asked together, because every request asks and PostgreSQL is a journey away.
    let id = params![staff_id];
    let (standing, granted, places) = futures_util::try_join!(
        rx.query_opt::<(StaffState, bool)>(STANDING, id),
        rx.query(GRANTS, id),
        rx.query::<(Option<TeamId>, Option<BrandId>)>(PLACES, id),
    )?;
    let Some((StaffState::Active, totp_enrolled)) = standing else { return Ok(None) };
    let (grants, requires_totp) = together(&granted);
    let enrolment_required = requires_totp && !totp_enrolled;
    let viewer = StaffViewer {
        staff_id,
        session_id: None,
        grants: if enrolment_required { Grants::new() } else { grants },
        teams: places.iter().filter_map(|(team, _)| *team).collect(),
        brands: places.iter().filter_map(|(_, brand)| *brand).collect(),
        step_up_until: None,
    };
    Ok(Some(MemberViewer { viewer, enrolment_required }))
}

/// What a member's roles grant together, and whether one of them requires a second factor.
pub(crate) async fn grants(rx: &Rx<'_>, staff_id: StaffId) -> Result<(Grants, bool)> {
    Ok(together(&rx.query(GRANTS, params![staff_id]).await?))
}

/// A row of `GRANTS`: whether its role requires a second factor, a permission and its reach.
type Granted = (bool, Option<String>, Option<String>);

fn together(rows: &[Granted]) -> (Grants, bool) {
    let requires_totp = rows.iter().any(|(requires, ..)| *requires);
    let grants =
        rows.iter().filter_map(|(_, p, reach)| role::view::grant(p.as_deref()?, reach.as_deref()?));
    (role::union(grants), requires_totp)
}

/// The active member with this address. Tells who is a member: for the desk's own use.
pub(crate) async fn active_by_email(rx: &Rx<'_>, email: &EmailAddress) -> Result<Option<StaffId>> {
    let row: Option<(StaffId,)> = rx.query_opt(ACTIVE_BY_EMAIL, params![email.as_str()]).await?;
    Ok(row.map(|(id,)| id))
}

/// The member with this address, whether or not they may come in. Tells who is a member: for the command line and for what is brought
/// from another desk.
pub async fn by_email(rx: &Rx<'_>, email: &EmailAddress) -> Result<Option<StaffId>> {
    let row: Option<(StaffId,)> = rx.query_opt(BY_EMAIL, params![email.as_str()]).await?;
    Ok(row.map(|(id,)| id))
}

/// What a member may do, whatever its reach. For the command line, which asks for nobody's permission.
pub async fn powers_of(rx: &Rx<'_>, id: StaffId) -> Result<BTreeSet<Permission>> {
    let (grants, _) = grants(rx, id).await?;
    Ok(grants.into_keys().collect())
}

/// Says whether one of a member's roles requires a second factor.
pub async fn requires_totp(rx: &Rx<'_>, staff_id: StaffId) -> Result<bool> {
    Ok(grants(rx, staff_id).await?.1)
}

/// Says whether an active administrator other than `id` exists.
pub(crate) async fn has_administrator_beside(rx: &Rx<'_>, id: Option<StaffId>) -> Result<bool> {
    let id = id.map_or(uuid::Uuid::nil(), crate::id::Id::uuid);
    Ok(rx.query_opt::<(StaffId,)>(OTHER_ADMINISTRATORS, params![id]).await?.is_some())
}

/// Refuses an assignee who is not active and a team that does not exist.
///
/// # Errors
/// `field-invalid` at `assignee_id` or `team_id`.
pub async fn require_assignable(
    rx: &Rx<'_>,
    assignee_id: Option<StaffId>,
    team_id: Option<TeamId>,
) -> Result<()> {
    if let Some(id) = assignee_id
        && rx.query_opt::<(StaffId,)>(IS_ACTIVE, params![id]).await?.is_none()
    {
        return Err(Error::field("assignee_id", Code::FieldInvalid));
    }
    if let Some(id) = team_id
        && rx.query_opt::<(TeamId,)>(TEAM_EXISTS, params![id]).await?.is_none()
    {
        return Err(Error::field("team_id", Code::FieldInvalid));
    }
    Ok(())
}
