use std::fs::File;
use std::io::Write as _;
use std::net::SocketAddr;

use anyhow::Result;
use clap::Args;
use proofdesk_desk::{exchange_key, organisation};

use super::Settings;
use crate::config::{Config, Role};
use crate::logging;
use crate::serve::{Running, World, asked_to_stop, start};
use crate::start::{self as ground, first_link_url, operator_cx};
use crate::telemetry::Telemetry;

#[derive(Args, Debug)]
pub struct ServeArgs {
    /// Address and port. Lies over `http.listen`.
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// What this process does, with commas between. Lies over `node.roles`.
    #[arg(long, value_name = "ROLES", value_delimiter = ',')]
    roles: Option<Vec<Role>>,
    /// The organisation's name, on the first start.
    #[arg(long, default_value = "Support")]
    organisation: String,
}

pub async fn run(settings: &Settings, args: &ServeArgs) -> Result<()> {
    let mut config = settings.load()?;
    if let Some(listen) = args.listen {
        config.http.listen = listen;
    }
    if let Some(roles) = &args.roles {
        config.node.roles.clone_from(roles);
    }
    let telemetry = Telemetry::new(&config.telemetry)?;
    logging::start(&config.log, telemetry.as_ref())?;
    match Box::pin(begin(&config, args)).await {
        Ok((held, running)) => {
            running.until(asked_to_stop()).await;
            if let Some(telemetry) = telemetry {
                telemetry.stop().await;
            }
            drop(held);
            Ok(())
        }
        Err(error) => Err(ground::with_way_out(&config, error)),
    }
}

/// Holds the data folder and starts what is configured.
async fn begin(config: &Config, args: &ServeArgs) -> Result<(File, Running)> {
    let held = ground::hold(&config.files.data)?;
    if config.node.does(Role::Web) {
        // While the database is opened. The first letter that is written needs them, and should not wait.
        tokio::task::spawn_blocking(proofdesk_guard::prepare);
    }
    let desk = ground::open(config).await?;
    let (name, development) = (args.organisation.clone(), config.http.development);
    let keyring = desk.keyring().clone();
    let founded = desk
        .write(operator_cx("serve"), async move |tx, cx| {
            let founded = organisation::actions::found(tx, cx, &name).await?;
            if development {
                exchange_key::actions::add_development(tx, cx, &keyring, founded.brand_id).await?;
            }
            Ok(founded)
        })
        .await?;
    let running = start(config, desk, World::default()).await?;
    if config.node.does(Role::Web)
        && let Err(error) = ground::tell_address(&held, running.address)
    {
        tracing::warn!(%error, "where this desk listens is told nobody else");
    }
    announce(config, running.address, founded.first_link.as_ref().map(|link| link.token.reveal()))?;
    Ok((held, running))
}

/// Scripts wait for the first line, and find the link behind it: both are written at once.
fn announce(config: &Config, address: SocketAddr, first_link: Option<&str>) -> Result<()> {
    let mut said = format!("listening on http://{address}\n");
    if let Some(token) = first_link {
        let mut config = config.clone();
        config.http.listen = address;
        let link = first_link_url(&config, token);
        said.push_str("There is no administrator yet. Open this once, within 24 hours, to become the first:\n");
        said.push_str(&format!("  {link}\n"));
    }
    let mut out = std::io::stdout().lock();
    out.write_all(said.as_bytes())?;
    Ok(out.flush()?)
}
