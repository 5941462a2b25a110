use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};
use clap::Subcommand;
use proofdesk_desk::api_token::ApiToken;
use proofdesk_desk::api_token::actions::{NewApiToken, create, revoke};
use proofdesk_desk::api_token::view;
use proofdesk_desk::filter::likeliest;
use proofdesk_desk::id::ApiTokenId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Timestamp, staff};
use serde::Serialize;

use super::{Settings, refusal, user};
use crate::start::{self, operator_cx};

#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// The tokens of everybody, newest first. What opens with one was shown when it was made, and never again.
    List(TokenListArgs),
    /// Make an API token for a member of staff.
    Create(TokenCreateArgs),
    /// Take a token's power away for good.
    Revoke(TokenRevokeArgs),
}

#[derive(clap::Args, Debug)]
pub struct TokenListArgs {
    /// Only of this member.
    #[arg(long)]
    email: Option<String>,
    /// Those that were revoked or are over, too.
    #[arg(long)]
    all: bool,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args, Debug)]
pub struct TokenCreateArgs {
    /// The member's e-mail address.
    #[arg(long)]
    email: String,
    /// Permissions, comma-separated; `all` for everything that the member may do.
    #[arg(long, value_delimiter = ',', required = true)]
    scope: Vec<String>,
    /// What the token is for.
    #[arg(long, default_value = "command line")]
    name: String,
    /// Print the token and nothing else.
    #[arg(long, conflicts_with = "json")]
    print: bool,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args, Debug)]
pub struct TokenRevokeArgs {
    /// As `token list` shows it.
    id: ApiTokenId,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct TokenOut<'a> {
    id: ApiTokenId,
    email: &'a str,
    name: &'a str,
    scopes: Vec<&'static str>,
    state: &'static str,
    created_at: Timestamp,
    expires_at: Option<Timestamp>,
    /// To the minute.
    used_at: Option<Timestamp>,
    revoked_at: Option<Timestamp>,
}

#[derive(Serialize)]
struct CreatedOut<'a> {
    id: ApiTokenId,
    email: &'a str,
    scopes: Vec<&'static str>,
    token: &'a str,
}

#[derive(Serialize)]
struct RevokedOut {
    id: ApiTokenId,
    state: &'static str,
}

/// Runs a command about API tokens.
///
/// # Errors
/// What the desk refuses, in words.
pub async fn run(settings: &Settings, command: &TokenCommand) -> Result<()> {
    match command {
        TokenCommand::List(args) => list(settings, args).await,
        TokenCommand::Create(args) => make(settings, args).await,
        TokenCommand::Revoke(args) => end(settings, args).await,
    }
}

async fn list(settings: &Settings, args: &TokenListArgs) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    let members = user::members(&desk).await?;
    let only = match &args.email {
        Some(typed) => Some(user::find(&members, typed)?.id),
        None => None,
    };
    let tokens = desk.read(async |rx| view::list(rx, &Viewer::Operator).await).await?;
    let now = operator_cx("token").now;
    for token in tokens.iter().filter(|token| only.is_none_or(|id| token.staff_id == id)) {
        let state = state(token, now);
        if state != "active" && !args.all {
            continue;
        }
        let email = members.iter().find(|member| member.id == token.staff_id);
        let out = TokenOut {
            id: token.id,
            email: email.map_or("", |member| member.email.as_str()),
            name: &token.name,
            scopes: token.scopes.iter().map(|scope| scope.as_str()).collect(),
            state,
            created_at: token.created_at,
            expires_at: token.expires_at,
            used_at: token.used_at,
            revoked_at: token.revoked_at,
        };
        if args.json {
            println!("{}", serde_json::to_string(&out)?);
        } else {
            let used = out.used_at.map_or_else(|| "never".to_owned(), |at| at.to_string());
            println!("{}  {}  {}  {state}  used {used}", out.id, out.email, out.name);
        }
    }
    Ok(())
}

fn state(token: &ApiToken, now: Timestamp) -> &'static str {
    match (token.revoked_at, token.expires_at) {
        (Some(_), _) => "revoked",
        (None, Some(end)) if end <= now => "expired",
        _ => "active",
    }
}

async fn make(settings: &Settings, args: &TokenCreateArgs) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    let member = user::find(&user::members(&desk).await?, &args.email)?.clone();
    let id = member.id;
    let held = desk.read(async move |rx| staff::view::powers_of(rx, id).await).await?;
    let scopes = scopes(&args.scope, held)?;
    let names: Vec<&'static str> = scopes.iter().map(|scope| scope.as_str()).collect();
    let new = NewApiToken { staff_id: id, name: args.name.clone(), scopes, expires_at: None };
    let made = desk.write(operator_cx("token"), async move |tx, cx| create(tx, cx, &new).await);
    let made = made.await.map_err(refusal::told)?;
    if args.json {
        let (email, token) = (member.email.as_str(), made.token.reveal());
        let out = CreatedOut { id: made.id, email, scopes: names, token };
        println!("{}", serde_json::to_string(&out)?);
        return Ok(());
    }
    if !args.print {
        eprintln!("This is shown once. Send it as `Authorization: Bearer …`.");
    }
    println!("{}", made.token.reveal());
    Ok(())
}

fn scopes(named: &[String], held: BTreeSet<Permission>) -> Result<BTreeSet<Permission>> {
    if named.iter().any(|name| name == "all") {
        return Ok(held);
    }
    let mut scopes = BTreeSet::new();
    for name in named {
        let Ok(scope) = name.parse::<Permission>() else {
            let all = Permission::ALL.iter().map(|permission| permission.as_str());
            bail!("{name} is no permission. Did you mean: {}?", likeliest(name, all));
        };
        if !held.contains(&scope) {
            let held = held.iter().map(|permission| permission.as_str());
            bail!(
                "the member may not do {name}, so no token of theirs may: {}",
                held.collect::<Vec<_>>().join(", ")
            );
        }
        scopes.insert(scope);
    }
    Ok(scopes)
}

async fn end(settings: &Settings, args: &TokenRevokeArgs) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    let id = args.id;
    let revoked = desk.write(operator_cx("token"), async move |tx, cx| revoke(tx, cx, id).await);
    revoked
        .await
        .map_err(refusal::told)
        .with_context(|| format!("no token {id} is active: `proofdesk token list` shows them"))?;
    if args.json {
        println!("{}", serde_json::to_string(&RevokedOut { id, state: "revoked" })?);
    } else {
        println!("revoked");
    }
    Ok(())
}
