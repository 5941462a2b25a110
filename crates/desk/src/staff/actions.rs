//! What people do to members, and members to themselves. Changes of the organisation are serialised by the lock of its
//! chain, so that the rule of the last administrator holds whoever acts at the same time.

use std::collections::BTreeSet;

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::{
    BrandsSet, Disabled, Enabled, Invited, ProfileChanged, RolesSet, SkillsSet, TeamsSet,
};
use super::{Member, StaffState, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::email::EmailAddress;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, RoleId, SkillId, StaffId, TeamId};
use crate::link::{self, Issued, LinkPurpose};
use crate::log::{self, NewEvent, Stream};
use crate::permission::{Permission, Reach};
use crate::role;
use crate::text::Clean;
use crate::viewer::{StaffViewer, Viewer};
use crate::{api_token, assignment, limits, session, staff_mail};

/// Whom to invite, and as what. The sets may be empty.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub email: String,
    /// As colleagues will read it until the member says otherwise; the local part of the address when `None`.
    pub name: Option<String>,
    pub locale: Locale,
    /// IANA name.
    pub time_zone: String,
    pub roles: Vec<RoleId>,
    pub teams: Vec<TeamId>,
    pub brands: Vec<BrandId>,
    pub skills: Vec<SkillId>,
}

/// A member who waits for their link to be handed over.
#[derive(Debug)]
pub struct InvitedMember {
    pub staff_id: StaffId,
    pub link: Issued,
}

/// What to change of a member; `None` leaves it, a set replaces the whole set.
#[derive(Clone, Debug, Default)]
pub struct MemberChange {
    pub roles: Option<Vec<RoleId>>,
    pub teams: Option<Vec<TeamId>>,
    pub brands: Option<Vec<BrandId>>,
    pub skills: Option<Vec<SkillId>>,
}

/// Invites a member. The link is shown once, to be handed over.
///
/// # Errors
/// `no-permission` without `member.manage`, or for roles, brands and teams beyond the viewer's own; `field-taken` for the address;
/// `field-invalid` and the like for fields.
pub async fn invite(tx: &Tx<'_>, cx: &mut Cx, new: &Invitation) -> Result<InvitedMember> {
    cx.viewer.require(Permission::MemberManage)?;
    let email = EmailAddress::parse("email", &new.email)?;
    let name =
        Clean::line("name", new.name.as_deref().unwrap_or(email.local_part()), limits::NAME_CHARS)?;
    let time_zone = time_zone("time_zone", &new.time_zone)?;
    require_within(&cx.viewer, &new.brands, &new.teams)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let staff_id: StaffId = cx.id();
    let member = sql::NewMember {
        id: staff_id,
        email: &email,
        name: name.as_str(),
        locale: new.locale.code(),
        time_zone: &time_zone,
        state: StaffState::Invited,
        password_hash: None,
    };
    if !sql::insert(tx, &member, cx.now).await? {
        return Err(Error::field("email", Code::FieldTaken));
    }
    let event = Invited {
        staff_id,
        roles: set_roles(tx, cx, staff_id, &new.roles).await?,
        teams: set_teams(tx, staff_id, &new.teams).await?,
        brands: set_brands(tx, staff_id, &new.brands).await?,
        skills: set_skills(tx, staff_id, &new.skills).await?,
    };
    let (link, issued) =
        link::actions::issue(tx, cx, LinkPurpose::Invitation, Some(staff_id)).await?;
    chain.append(tx, cx, &[NewEvent::of(&event)?, issued]).await?;
    staff_mail::actions::ask(tx, cx, staff_id, LinkPurpose::Invitation).await?;
    Ok(InvitedMember { staff_id, link })
}

/// What a member belongs to who is brought from another desk, and of what they want mail.
#[derive(Clone, Debug)]
pub(crate) struct Ties {
    pub roles: Vec<RoleId>,
    pub brands: Vec<BrandId>,
    pub skills: Vec<SkillId>,
    pub mention_mails: bool,
    pub review_mails: bool,
}

/// Makes a member who worked at another desk and whose words are brought here: under their name, and without any way in. Whoever lets them
/// in afterwards does so as with everybody who is barred.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; `field-invalid` and the like for fields; `field-taken` for the address.
pub(crate) async fn bring(
    tx: &Tx<'_>,
    cx: &mut Cx,
    email: &EmailAddress,
    name: &str,
    (locale, zone): (Locale, &str),
    ties: &Ties,
) -> Result<StaffId> {
    cx.viewer.require_inside()?;
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    let zone = time_zone("time_zone", zone)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let staff_id: StaffId = cx.id();
    let member = sql::NewMember {
        id: staff_id,
        email,
        name: name.as_str(),
        locale: locale.code(),
        time_zone: &zone,
        state: StaffState::Disabled,
        password_hash: None,
    };
    if !sql::insert(tx, &member, cx.now).await? {
        return Err(Error::field("email", Code::FieldTaken));
    }
    let invited = NewEvent::of(&Invited {
        staff_id,
        roles: set_roles(tx, cx, staff_id, &ties.roles).await?,
        teams: Vec::new(),
        brands: set_brands(tx, staff_id, &ties.brands).await?,
        skills: set_skills(tx, staff_id, &ties.skills).await?,
    })?;
    chain.append(tx, cx, &[invited, NewEvent::of(&Disabled { staff_id })?]).await?;
    let Ties { mention_mails, review_mails, .. } = *ties;
    let unwanted = [("mention_mails", !mention_mails), ("review_mails", !review_mails)];
    let fields: Vec<String> =
        unwanted.iter().filter(|(_, u)| *u).map(|(field, _)| (*field).to_owned()).collect();
    if !fields.is_empty() {
        let (name, locale, time_zone) = (name.as_str(), locale.code(), zone.as_str());
        let profile = sql::Profile { name, locale, time_zone, mention_mails, review_mails };
        sql::set_profile(tx, staff_id, &profile, cx.now).await?;
        let event = NewEvent::of(&ProfileChanged { staff_id, fields })?;
        log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[event]).await?;
    }
    Ok(staff_id)
}

/// Makes a new link for a member: another invitation while they are invited, else a reset of their password.
/// Earlier links of the member stop working. The link is shown once, to be handed over.
///
/// # Errors
/// `no-permission` without `member.manage` or for a member who may do or see more than the viewer; `member-disabled`;
/// `second-factor-required` when the viewer has to prove theirs again; `not-found`.
pub async fn issue_link(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<Issued> {
    cx.viewer.require(Permission::MemberManage)?;
    session::actions::require_step_up(tx, cx).await?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let member = require_covered(tx, &cx.viewer, staff_id).await?;
    let purpose = match member.state {
        StaffState::Invited => LinkPurpose::Invitation,
        StaffState::Active => LinkPurpose::PasswordReset,
        StaffState::Disabled => return Err(Error::refused(Code::MemberDisabled)),
    };
    let (link, issued) = link::actions::issue(tx, cx, purpose, Some(staff_id)).await?;
    chain.append(tx, cx, &[issued]).await?;
    staff_mail::actions::ask(tx, cx, staff_id, purpose).await?;
    Ok(link)
}

/// Changes a member's roles, teams, brands or skills and returns their new version. `version` is the one that the
/// viewer saw.
///
/// # Errors
/// `no-permission` without `member.manage` (for teams alone `team.manage` will do), for roles, brands and teams beyond
/// the viewer's own, and for a member who may do or see more than the viewer; `last-administrator`; `version-conflict`; `not-found`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    version: i64,
    change: &MemberChange,
) -> Result<i64> {
    let teams_only = change.roles.is_none() && change.brands.is_none() && change.skills.is_none();
    if !(teams_only && cx.viewer.require(Permission::TeamManage).is_ok()) {
        cx.viewer.require(Permission::MemberManage)?;
    }
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let member = require_covered(tx, &cx.viewer, staff_id).await?;
    if !sql::bump_from(tx, staff_id, version, cx.now).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let mut events = Vec::new();
    if let Some(roles) = &change.roles {
        let roles = set_roles(tx, cx, staff_id, roles).await?;
        require_administrator(tx).await?;
        events.push(NewEvent::of(&RolesSet { staff_id, roles })?);
    }
    if let Some(teams) = &change.teams {
        for team_id in teams.iter().filter(|id| !member.teams.contains(id)) {
            require_may_join(&cx.viewer, staff_id, *team_id)?;
        }
        let teams = set_teams(tx, staff_id, teams).await?;
        events.push(NewEvent::of(&TeamsSet { staff_id, teams })?);
    }
    if let Some(brands) = &change.brands {
        let more = brands.iter().filter(|id| !member.brands.contains(id));
        require_within(&cx.viewer, more, &[])?;
        let brands = set_brands(tx, staff_id, brands).await?;
        events.push(NewEvent::of(&BrandsSet { staff_id, brands })?);
    }
    if let Some(skills) = &change.skills {
        let skills = set_skills(tx, staff_id, skills).await?;
        events.push(NewEvent::of(&SkillsSet { staff_id, skills })?);
    }
    if !events.is_empty() {
        chain.append(tx, cx, &events).await?;
    }
    if change.teams.is_some() {
        assignment::actions::room(tx, cx, staff_id).await?;
    }
    Ok(version + 1)
}

/// Bars a member: no sign-in, all sessions and API tokens ended, links void.
///
/// # Errors
/// `no-permission` as [`change`]; `last-administrator`; `not-found`.
pub async fn disable(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    cx.viewer.require(Permission::MemberManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let member = require_covered(tx, &cx.viewer, staff_id).await?;
    if member.state == StaffState::Disabled {
        return Ok(());
    }
    sql::set_state(tx, staff_id, StaffState::Disabled, cx.now).await?;
    require_administrator(tx).await?;
    session::sql::end_of_staff(tx, staff_id, cx.now).await?;
    api_token::sql::revoke_of_staff(tx, staff_id, cx.now).await?;
    link::sql::void_of_staff(tx, staff_id, cx.now).await?;
    chain.append(tx, cx, &[NewEvent::of(&Disabled { staff_id })?]).await?;
    Ok(())
}

/// Lets a barred member in again, as invited when they never had a password.
///
/// # Errors
/// `no-permission` as [`change`]; `not-found`.
pub async fn enable(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    cx.viewer.require(Permission::MemberManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let member = require_covered(tx, &cx.viewer, staff_id).await?;
    if member.state != StaffState::Disabled {
        return Ok(());
    }
    let row = sql::lock(tx, staff_id).await?.or_not_found()?;
    let state = if row.password_hash.is_some() { StaffState::Active } else { StaffState::Invited };
    sql::set_state(tx, staff_id, state, cx.now).await?;
    chain.append(tx, cx, &[NewEvent::of(&Enabled { staff_id })?]).await?;
    Ok(())
}

/// What a member changes of their own profile; `None` leaves it.
#[derive(Clone, Debug, Default)]
pub struct ProfileChange {
    pub name: Option<String>,
    pub locale: Option<Locale>,
    /// IANA name.
    pub time_zone: Option<String>,
    /// Whether they are mailed when a note mentions them while they are away.
    pub mention_mails: Option<bool>,
    /// Whether they are mailed when articles of theirs are due for review.
    pub review_mails: Option<bool>,
}

/// Changes the signed-in member's own profile.
///
/// # Errors
/// `session-required` for an API token; `field-invalid` and the like for fields.
pub async fn set_profile(tx: &Tx<'_>, cx: &mut Cx, change: &ProfileChange) -> Result<()> {
    let (staff_id, _) = session::own(&cx.viewer)?;
    let member = view::load(tx, staff_id).await?.or_not_found()?;
    let name = match &change.name {
        Some(typed) => Clean::line("name", typed, limits::NAME_CHARS)?.as_str().to_owned(),
        None => member.name.clone(),
    };
    let locale = change.locale.map_or(member.locale.as_str(), |chosen| chosen.code());
    let zone = match &change.time_zone {
        Some(typed) => time_zone("time_zone", typed)?,
        None => member.time_zone.clone(),
    };
    let mention_mails = change.mention_mails.unwrap_or(member.mention_mails);
    let review_mails = change.review_mails.unwrap_or(member.review_mails);
    let changed = [
        ("name", name != member.name),
        ("locale", locale != member.locale),
        ("time_zone", zone != member.time_zone),
        ("mention_mails", mention_mails != member.mention_mails),
        ("review_mails", review_mails != member.review_mails),
    ];
    let fields: Vec<String> =
        changed.iter().filter(|(_, c)| *c).map(|(field, _)| (*field).to_owned()).collect();
    if fields.is_empty() {
        return Ok(());
    }
    let profile =
        sql::Profile { name: &name, locale, time_zone: &zone, mention_mails, review_mails };
    sql::set_profile(tx, staff_id, &profile, cx.now).await?;
    let event = NewEvent::of(&ProfileChanged { staff_id, fields })?;
    log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[event]).await?;
    Ok(())
}

/// Finds a member over whom the viewer has power: nobody touches the account of one who may do more than they, or who sees
/// what they do not. Whoever resets a password can sign in with it.
pub(crate) async fn require_covered(
    tx: &Tx<'_>,
    viewer: &Viewer,
    staff_id: StaffId,
) -> Result<Member> {
    let member = view::load(tx, staff_id).await?.or_not_found()?;
    let (grants, _) = view::grants(tx, staff_id).await?;
    role::require_covers(viewer, &grants)?;
    if !is_self(viewer, staff_id) {
        require_within(viewer, &member.brands, &member.teams)?;
    }
    Ok(member)
}

fn is_self(viewer: &Viewer, staff_id: StaffId) -> bool {
    viewer.staff().is_ok_and(|me| me.staff_id == staff_id)
}

/// Whoever sees only a part of anything puts nobody into a team to see more by it: not themselves, and nobody into a team
/// that is not theirs, for they could act as that member.
pub(crate) fn require_may_join(viewer: &Viewer, staff_id: StaffId, team_id: TeamId) -> Result<()> {
    if is_self(viewer, staff_id) && bounded(viewer).is_some() {
        return Err(Error::no_permission(Permission::MemberManage));
    }
    require_within(viewer, &[], &[team_id])
}

/// Whoever sees only a part of anything gives, and has power over, only what lies within their own brands and teams.
fn require_within<'a>(
    viewer: &Viewer,
    brands: impl IntoIterator<Item = &'a BrandId>,
    teams: impl IntoIterator<Item = &'a TeamId>,
) -> Result<()> {
    let Some(me) = bounded(viewer) else { return Ok(()) };
    if brands.into_iter().any(|id| !me.brands.contains(id)) {
        return Err(Error::no_permission(Permission::BrandManage));
    }
    if teams.into_iter().any(|id| !me.teams.contains(id)) {
        return Err(Error::no_permission(Permission::TeamManage));
    }
    Ok(())
}

/// The viewer as a member with at least one permission that does not reach everything, so that a brand or a team more would
/// show them more.
fn bounded(viewer: &Viewer) -> Option<&StaffViewer> {
    viewer.staff().ok().filter(|me| me.grants.values().any(|reach| *reach < Reach::All))
}

/// Refuses what would leave the organisation without an active administrator. Called after the change, under the lock
/// of the organisation's chain; the refusal takes the change back.
async fn require_administrator(tx: &Tx<'_>) -> Result<()> {
    if view::has_administrator_beside(tx, None).await? {
        return Ok(());
    }
    Err(Error::refused(Code::LastAdministrator))
}

async fn set_roles(
    tx: &Tx<'_>,
    cx: &Cx,
    staff_id: StaffId,
    roles: &[RoleId],
) -> Result<Vec<RoleId>> {
    let roles = unique("roles", roles)?;
    let grants = role::view::grants_of(tx, &roles).await?;
    role::require_covers(&cx.viewer, &grants)?;
    sql::set_roles(tx, staff_id, &roles).await?;
    Ok(roles)
}

async fn set_teams(tx: &Tx<'_>, staff_id: StaffId, teams: &[TeamId]) -> Result<Vec<TeamId>> {
    let teams = unique("teams", teams)?;
    sql::set_teams(tx, staff_id, &teams).await?;
    Ok(teams)
}

async fn set_brands(tx: &Tx<'_>, staff_id: StaffId, brands: &[BrandId]) -> Result<Vec<BrandId>> {
    let brands = unique("brands", brands)?;
    sql::set_brands(tx, staff_id, &brands).await?;
    Ok(brands)
}

async fn set_skills(tx: &Tx<'_>, staff_id: StaffId, skills: &[SkillId]) -> Result<Vec<SkillId>> {
    let skills = unique("skills", skills)?;
    sql::set_skills(tx, staff_id, &skills).await?;
    Ok(skills)
}

/// A set of ids in order, each once, of bearable size.
pub(crate) fn unique<T: Ord + Copy>(field: &str, ids: &[T]) -> Result<Vec<T>> {
    let set: BTreeSet<T> = ids.iter().copied().collect();
    if set.len() > limits::LINKS_PER_MEMBER {
        return Err(Error::too_many(field, limits::LINKS_PER_MEMBER));
    }
    Ok(set.into_iter().collect())
}

/// Reads a time zone's IANA name.
pub(crate) fn time_zone(field: &str, typed: &str) -> Result<String> {
    let known = jiff::tz::TimeZone::get(typed)
        .map_err(|_unknown| Error::field(field, Code::FieldInvalid))?;
    known.iana_name().map(str::to_owned).ok_or_else(|| Error::field(field, Code::FieldInvalid))
}

/// Makes the first administrator, who has proven by the first link that they hold the machine.
pub(crate) async fn insert_first(
    tx: &Tx<'_>,
    cx: &mut Cx,
    member: &sql::NewMember<'_>,
    brands: &[BrandId],
) -> Result<Vec<NewEvent>> {
    let staff_id = member.id;
    let role = role::view::administrator(tx).await?;
    let role =
        role.ok_or(Error::Broken { what: "an organisation without administrators' role" })?;
    if !sql::insert(tx, member, cx.now).await? {
        return Err(Error::field("email", Code::FieldTaken));
    }
    sql::set_roles(tx, staff_id, &[role.id]).await?;
    sql::set_brands(tx, staff_id, brands).await?;
    let roles = NewEvent::of(&RolesSet { staff_id, roles: vec![role.id] })?;
    let brands = NewEvent::of(&BrandsSet { staff_id, brands: brands.to_vec() })?;
    Ok(vec![NewEvent::of(&super::event::Activated { staff_id })?, roles, brands])
}
