//! A whole desk in this process, on either engine, with people to act as.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context as _, Result};
use proofdesk_desk::api_token::actions::{NewApiToken, create};
use proofdesk_desk::customer::actions::NewCustomer;
use proofdesk_desk::id::StaffId;
use proofdesk_desk::link::actions::{Acceptance, accept};
use proofdesk_desk::password::NewPassword;
use proofdesk_desk::session::Client;
use proofdesk_desk::{Desk, organisation, token};
use proofdesk_locale::Locale;
use proofdesk_server::config::Config;
use proofdesk_server::serve::{Running, World, start};
use proofdesk_server::start::{open, operator_cx};

/// A running desk and what the load needs of it.
pub struct Bench {
    pub running: Running,
    pub desk: Desk,
    pub address: SocketAddr,
    /// An administrator's API token.
    pub token: String,
    pub customer_id: String,
}

/// Opens a desk in `folder`, on `postgres` if an address is given.
///
/// # Errors
/// When it cannot be opened.
pub async fn open_desk(folder: &Path, postgres: Option<String>) -> Result<(Config, Desk)> {
    let mut config = Config::default();
    config.files.data = folder.to_owned();
    config.http.listen = SocketAddr::from(([127, 0, 0, 1], 0));
    config.http.requests_per_second = 0;
    config.log.filter = "off".to_owned();
    config.database.url = postgres;
    config.database.connections = Some(32);
    let desk = open(&config).await?;
    Ok((config, desk))
}

/// Starts a fresh desk with an administrator and a customer.
///
/// # Errors
/// When anything of it fails.
pub async fn start_desk(folder: &Path, postgres: Option<String>) -> Result<Bench> {
    let (config, desk) = open_desk(folder, postgres).await?;
    let staff_id = found(&desk).await?;
    let token = token_of(&desk, staff_id).await?;
    let customer_id = customer(&desk).await?;
    listen(&config, desk, token, customer_id).await
}

/// Lets a desk answer.
///
/// # Errors
/// When it cannot listen.
pub async fn listen(
    config: &Config,
    desk: Desk,
    token: String,
    customer_id: String,
) -> Result<Bench> {
    let running = start(config, desk.clone(), World::default()).await?;
    let address = running.address;
    Ok(Bench { running, desk, address, token, customer_id })
}

/// An API token with everything that an active member may do.
///
/// # Errors
/// When the member is not active.
pub async fn token_of(desk: &Desk, staff_id: StaffId) -> Result<String> {
    let member = desk
        .read(async move |rx| proofdesk_desk::staff::view::powers_of(rx, staff_id).await)
        .await?;
    let new = NewApiToken { staff_id, name: "bench".to_owned(), scopes: member, expires_at: None };
    let created =
        desk.write(operator_cx("bench"), async move |tx, cx| create(tx, cx, &new).await).await?;
    Ok(created.token.reveal().to_owned())
}

/// Founds an organisation on an empty desk and returns its administrator.
///
/// # Errors
/// When there is one already.
pub async fn found(desk: &Desk) -> Result<StaffId> {
    let founded = desk
        .write(operator_cx("bench"), async |tx, cx| {
            organisation::actions::found(tx, cx, "Bench").await
        })
        .await?;
    let link = founded.first_link.context("a fresh desk has no administrator")?;
    let email = "bench@example.com".to_owned();
    let address = proofdesk_desk::email::EmailAddress::parse("email", &email)?;
    let password = NewPassword::new("password", "correct horse battery staple bench", &address)?
        .hash([7; 16])?;
    let acceptance = Acceptance {
        token_hash: token::hash(link.token.reveal()),
        password,
        email: Some(email.clone()),
        name: Some("Bench".to_owned()),
        locale: Locale::En,
        time_zone: "UTC".to_owned(),
        client: Client::default(),
    };
    let accepted = desk
        .write(operator_cx("bench"), async move |tx, cx| accept(tx, cx, &acceptance).await)
        .await?;
    Ok(accepted.staff_id)
}

async fn customer(desk: &Desk) -> Result<String> {
    let id = desk
        .write(operator_cx("bench"), async |tx, cx| {
            let founded = organisation::actions::found(tx, cx, "Bench").await?;
            let new = NewCustomer {
                name: Some("Ada Example".to_owned()),
                ..NewCustomer::of(founded.brand_id)
            };
            proofdesk_desk::customer::actions::create(tx, cx, &new).await
        })
        .await?;
    Ok(id.to_string())
}
