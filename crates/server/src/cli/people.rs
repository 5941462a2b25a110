use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};
use clap::Subcommand;
use proofdesk_desk::api_token::actions::{NewApiToken, create};
use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{organisation, staff};

use super::Settings;
use crate::start::{self, operator_cx};

#[derive(clap::Args, Debug)]
pub struct FirstLinkArgs {
    /// The organisation's name, when this is the first start.
    #[arg(long, default_value = "Support")]
    organisation: String,
}

#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make an API token for a member of staff.
    Create(TokenCreateArgs),
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
    #[arg(long)]
    print: bool,
}

/// Prints a fresh link for the first administrator. Earlier ones are void then.
pub async fn first_link(settings: &Settings, args: &FirstLinkArgs) -> Result<()> {
    let mut config = settings.load()?;
    // The command line that the desk was started with lies over the configuration.
    if let Some(address) = start::told_address(&config.files.data) {
        config.http.listen = address;
    }
    let desk = start::open(&config).await?;
    let name = args.organisation.clone();
    let founded = desk
        .write(operator_cx("first-link"), async move |tx, cx| {
            organisation::actions::found(tx, cx, &name).await
        })
        .await?;
    match founded.first_link {
        Some(link) => println!("{}", start::first_link_url(&config, link.token.reveal())),
        None => {
            bail!("there is an administrator already: let them invite you, or reset your password")
        }
    }
    Ok(())
}

pub async fn token(settings: &Settings, command: &TokenCommand) -> Result<()> {
    let TokenCommand::Create(args) = command;
    let desk = start::existing(&settings.load()?).await?;
    let email = EmailAddress::parse("email", &args.email)
        .with_context(|| format!("{} is no address", args.email))?;
    let (staff_id, grants) = desk
        .read(async move |rx| staff::view::powers(rx, &email).await)
        .await?
        .with_context(|| format!("no member of staff has the address {}", args.email))?;
    let scopes = scopes(&args.scope, grants)?;
    let new = NewApiToken { staff_id, name: args.name.clone(), scopes, expires_at: None };
    let created =
        desk.write(operator_cx("token"), async move |tx, cx| create(tx, cx, &new).await).await?;
    if !args.print {
        eprintln!("This is shown once. Send it as `Authorization: Bearer …`.");
    }
    println!("{}", created.token.reveal());
    Ok(())
}

fn scopes(named: &[String], held: BTreeSet<Permission>) -> Result<BTreeSet<Permission>> {
    if named.iter().any(|name| name == "all") {
        return Ok(held);
    }
    let parse = |name: &String| name.parse().with_context(|| format!("{name} is no permission"));
    named.iter().map(parse).collect()
}
