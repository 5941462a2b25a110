use anyhow::{Result, bail};
use proofdesk_desk::organisation;

use super::Settings;
use crate::start::{self, operator_cx};

#[derive(clap::Args, Debug)]
pub struct FirstLinkArgs {
    /// The organisation's name, when this is the first start.
    #[arg(long, default_value = "Support")]
    organisation: String,
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
