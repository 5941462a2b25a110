use anyhow::{Result, bail};
use clap::Subcommand;
use proofdesk_desk::filter::likeliest;
use proofdesk_desk::id::{BrandId, RoleId, StaffId};
use proofdesk_desk::role::Role;
use proofdesk_desk::staff::actions::{Invitation, disable, enable, invite, issue_link};
use proofdesk_desk::staff::{Member, StaffState};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Desk, Timestamp, brand, limits, role, staff};
use proofdesk_locale::Locale;
use serde::Serialize;

use super::{Settings, refusal};
use crate::config::Config;
use crate::start::{self, operator_cx};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// The members of staff, those first who came first.
    List(ListArgs),
    /// Invite a member. Prints the link by which they come in, once.
    Invite(InviteArgs),
    /// Bar a member: no sign-in, all sessions, tokens and links ended. What they wrote keeps their name.
    Disable(MemberArgs),
    /// Let a barred member in again.
    Enable(MemberArgs),
    /// Print a link by which a member sets a new password; of one who was never in, another invitation. Earlier links are void then.
    ResetPassword(MemberArgs),
}

#[derive(clap::Args, Debug)]
pub struct ListArgs {
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args, Debug)]
pub struct InviteArgs {
    /// The address of whoever is invited.
    email: String,
    /// Their name; what stands before the @ when it is not given. They can change it.
    #[arg(long)]
    name: Option<String>,
    /// Roles by their names, comma-separated.
    #[arg(long, value_name = "NAME", value_delimiter = ',', required = true)]
    role: Vec<String>,
    /// Brands by their slugs, comma-separated; all of them when none is named.
    #[arg(long, value_name = "SLUG", value_delimiter = ',')]
    brand: Vec<String>,
    /// The language of the mail and of the page behind the link.
    #[arg(long, value_name = "LANG", default_value = "en")]
    locale: String,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args, Debug)]
pub struct MemberArgs {
    /// The member's address.
    email: String,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct MemberOut<'a> {
    id: StaffId,
    email: &'a str,
    name: &'a str,
    state: StaffState,
    roles: Vec<&'a str>,
    second_factor: bool,
    created_at: Timestamp,
}

#[derive(Serialize)]
struct ChangedOut<'a> {
    id: StaffId,
    email: &'a str,
    state: StaffState,
}

#[derive(Serialize)]
struct LinkOut<'a> {
    id: StaffId,
    email: &'a str,
    purpose: &'static str,
    link: String,
    expires_at: Timestamp,
}

/// Runs a command about members.
///
/// # Errors
/// What the desk refuses, in words.
pub async fn run(settings: &Settings, command: &UserCommand) -> Result<()> {
    let mut config = settings.load()?;
    // The command line that the desk was started with lies over the configuration.
    if let Some(address) = start::told_address(&config.files.data) {
        config.http.listen = address;
    }
    let desk = start::existing(&config).await?;
    match command {
        UserCommand::List(args) => list(&desk, args).await,
        UserCommand::Invite(args) => bring_in(&desk, &config, args).await,
        UserCommand::Disable(args) => set(&desk, args, false).await,
        UserCommand::Enable(args) => set(&desk, args, true).await,
        UserCommand::ResetPassword(args) => reset(&desk, &config, args).await,
    }
}

/// Every member, oldest first.
///
/// # Errors
/// Those of the database.
pub async fn members(desk: &Desk) -> Result<Vec<Member>> {
    let mut members: Vec<Member> = Vec::new();
    loop {
        let after = members.last().map(|member| member.id);
        let page = desk.read(async move |rx| {
            staff::view::list(rx, &Viewer::Operator, after, limits::PAGE_MAX).await
        });
        let page = page.await?;
        if page.is_empty() {
            return Ok(members);
        }
        members.extend(page);
    }
}

/// The member with an address.
///
/// # Errors
/// With the addresses most like it, when there is none.
pub fn find<'a>(members: &'a [Member], typed: &str) -> Result<&'a Member> {
    let wanted = typed.trim().to_lowercase();
    if let Some(member) = members.iter().find(|member| member.email == wanted) {
        return Ok(member);
    }
    let known = members.iter().map(|member| member.email.as_str());
    bail!(
        "no member of staff has the address {typed}. Did you mean: {}?",
        likeliest(&wanted, known)
    )
}

async fn roles(desk: &Desk) -> Result<Vec<Role>> {
    Ok(desk.read(async |rx| role::view::list(rx, &Viewer::Operator).await).await?)
}

async fn list(desk: &Desk, args: &ListArgs) -> Result<()> {
    let roles = roles(desk).await?;
    for member in members(desk).await? {
        let held = roles.iter().filter(|role| member.roles.contains(&role.id));
        let out = MemberOut {
            id: member.id,
            email: &member.email,
            name: &member.name,
            state: member.state,
            roles: held.map(|role| role.name.as_str()).collect(),
            second_factor: member.totp_enrolled,
            created_at: member.created_at,
        };
        if args.json {
            println!("{}", serde_json::to_string(&out)?);
        } else {
            println!("{}  {}  {}  {}", out.email, out.name, out.state, out.roles.join(", "));
        }
    }
    Ok(())
}

async fn bring_in(desk: &Desk, config: &Config, args: &InviteArgs) -> Result<()> {
    let Some(locale) = Locale::parse(&args.locale) else {
        let codes = Locale::ALL.iter().map(|locale| locale.code());
        bail!("there is no language {}: {}", args.locale, codes.collect::<Vec<_>>().join(", "));
    };
    let invitation = Invitation {
        email: args.email.clone(),
        name: args.name.clone(),
        locale,
        time_zone: "UTC".to_owned(),
        roles: named_roles(desk, &args.role).await?,
        teams: Vec::new(),
        brands: named_brands(desk, &args.brand).await?,
        skills: Vec::new(),
    };
    let invited = desk
        .write(operator_cx("user"), async move |tx, cx| invite(tx, cx, &invitation).await)
        .await
        .map_err(refusal::told)?;
    let link = start::first_link_url(config, invited.link.token.reveal());
    let (purpose, expires_at) = (invited.link.purpose.as_str(), invited.link.expires_at);
    let out = LinkOut { id: invited.staff_id, email: &args.email, purpose, link, expires_at };
    hand_over(&out, args.json)
}

/// The link is shown once.
fn hand_over(out: &LinkOut<'_>, json: bool) -> Result<()> {
    if json {
        println!("{}", serde_json::to_string(out)?);
    } else {
        eprintln!("This is shown once, and works until {}. Hand it over.", out.expires_at);
        println!("{}", out.link);
    }
    Ok(())
}

async fn named_roles(desk: &Desk, named: &[String]) -> Result<Vec<RoleId>> {
    let roles = roles(desk).await?;
    let mut ids = Vec::with_capacity(named.len());
    for name in named {
        let wanted = name.trim().to_lowercase();
        let fits = |role: &&Role| {
            role.name.to_lowercase() == wanted
                || role.builtin.is_some_and(|builtin| builtin.as_str() == wanted)
        };
        let Some(role) = roles.iter().find(fits) else {
            let known = roles.iter().map(|role| role.name.as_str());
            bail!("there is no role {name}. Did you mean: {}?", likeliest(&wanted, known));
        };
        ids.push(role.id);
    }
    Ok(ids)
}

async fn named_brands(desk: &Desk, named: &[String]) -> Result<Vec<BrandId>> {
    let brands = desk.read(async |rx| brand::view::list(rx).await).await?;
    if named.is_empty() {
        return Ok(brands.iter().map(|brand| brand.id).collect());
    }
    let mut ids = Vec::with_capacity(named.len());
    for slug in named {
        let Some(brand) = brands.iter().find(|brand| brand.slug == *slug) else {
            let known = brands.iter().map(|brand| brand.slug.as_str());
            bail!("there is no brand {slug}. Did you mean: {}?", likeliest(slug, known));
        };
        ids.push(brand.id);
    }
    Ok(ids)
}

async fn set(desk: &Desk, args: &MemberArgs, may_come_in: bool) -> Result<()> {
    let member = find(&members(desk).await?, &args.email)?.clone();
    let id = member.id;
    let changed = desk.write(operator_cx("user"), async move |tx, cx| match may_come_in {
        true => enable(tx, cx, id).await,
        false => disable(tx, cx, id).await,
    });
    changed.await.map_err(refusal::told)?;
    let now = find(&members(desk).await?, &args.email)?.state;
    if args.json {
        let out = ChangedOut { id, email: &member.email, state: now };
        println!("{}", serde_json::to_string(&out)?);
    } else {
        println!("{} is {now}", member.email);
        if now == StaffState::Invited {
            eprintln!("They have never been in: `proofdesk user reset-password` makes a link.");
        }
    }
    Ok(())
}

async fn reset(desk: &Desk, config: &Config, args: &MemberArgs) -> Result<()> {
    let member = find(&members(desk).await?, &args.email)?.clone();
    if member.state == StaffState::Disabled {
        bail!("{0} is barred. Let them in first: proofdesk user enable {0}", member.email);
    }
    let id = member.id;
    let issued = desk
        .write(operator_cx("user"), async move |tx, cx| issue_link(tx, cx, id).await)
        .await
        .map_err(refusal::told)?;
    let link = start::first_link_url(config, issued.token.reveal());
    let (purpose, expires_at) = (issued.purpose.as_str(), issued.expires_at);
    hand_over(&LinkOut { id, email: &member.email, purpose, link, expires_at }, args.json)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proofdesk_desk::id::Id as _;

    fn member(email: &str) -> Member {
        Member {
            id: StaffId::from_uuid(
                "01890000-0000-7000-8000-000000000001".parse().unwrap_or_default(),
            ),
            email: email.to_owned(),
            name: String::new(),
            locale: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            state: StaffState::Active,
            totp_enrolled: false,
            mention_mails: true,
            review_mails: true,
            created_at: Timestamp::from_micros(0),
            updated_at: Timestamp::from_micros(0),
            version: 1,
            roles: Vec::new(),
            teams: Vec::new(),
            brands: Vec::new(),
            skills: Vec::new(),
        }
    }

    #[test]
    fn a_slip_in_an_address_is_answered_with_the_nearest() {
        let members = [member("ada@example.com"), member("grace@example.com")];
        let found = find(&members, " Ada@Example.com ").map(|member| member.email.clone());
        assert_eq!(found.ok().as_deref(), Some("ada@example.com"));
        let told = find(&members, "grase@example.com").map_err(|error| error.to_string());
        let told = told.map(|_member| ()).err().unwrap_or_default();
        assert!(told.contains("Did you mean: grace@example.com"), "{told}");
    }
}
