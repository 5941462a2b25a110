//! `proofdesk demo`.

use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use proofdesk_desk::{Desk, system_clock};

use super::cast::{CAST, PASSWORD};
use super::marker::{self, Found, Marker};
use super::seed::{Plan, Population, SEED, seed};
use super::{live, load};
use crate::cli::Settings;
use crate::config::{BridgeKind, Config};
use crate::serve::{World, asked_to_stop, start};
use crate::telemetry::Telemetry;
use crate::{help, logging, start as ground};

const TICKETS: u64 = 3_000;

#[derive(Args, Debug)]
pub struct DemoArgs {
    /// Tickets to make on the first run [default: 3000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    tickets: Option<u64>,
    /// Keep customers and agents writing while it runs.
    #[arg(long)]
    live: bool,
    /// How much they write: steps a second.
    #[arg(long, value_name = "PER_SECOND", default_value_t = 1.0, value_parser = rate)]
    rate: f64,
    /// Address and port, on this machine only.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7070")]
    listen: SocketAddr,
    /// Throw the demo's data away and make it anew.
    #[arg(long)]
    fresh: bool,
}

fn rate(typed: &str) -> Result<f64, String> {
    let rate: f64 = typed.parse().map_err(|_odd| format!("{typed:?} is no number"))?;
    if (0.01..=1_000.0).contains(&rate) {
        Ok(rate)
    } else {
        Err("choose from 0.01 to 1000".to_owned())
    }
}

/// Fills the demo's data folder on the first run, then serves it until it is told to stop.
///
/// # Errors
/// In words for the person at the terminal.
pub async fn run(settings: &Settings, args: &DemoArgs) -> Result<()> {
    let config = configure(settings, args)?;
    let data = &config.files.data;
    let _held = ground::hold(data)?;
    if args.fresh {
        marker::clear(data)?;
    }
    let (desk, population) = Box::pin(open(&config, args)).await?;
    let telemetry = Telemetry::new(&config.telemetry)?;
    logging::start(&config.log, telemetry.as_ref())?;
    let running = start(&config, desk.clone(), World::default()).await?;
    announce(running.address, data)?;
    let traffic =
        args.live.then(|| tokio::spawn(live::run(desk, population, system_clock(), args.rate)));
    asked_to_stop().await;
    if let Some(traffic) = traffic {
        // Between two steps or in one: what is committed is whole.
        traffic.abort();
    }
    running.stop().await;
    if let Some(telemetry) = telemetry {
        telemetry.stop().await;
    }
    Ok(())
}

fn configure(settings: &Settings, args: &DemoArgs) -> Result<Config> {
    let mut config = settings.load()?;
    ensure!(
        args.listen.ip().is_loopback(),
        "the demo's passwords are known to everybody, so it listens on this machine only: choose an address like 127.0.0.1:7070"
    );
    ensure!(
        config.database.url.is_none(),
        "the demo runs on its own embedded database: leave database.url unset"
    );
    config.files.data = settings.data.clone().unwrap_or_else(|| PathBuf::from(".data/demo"));
    config.http.listen = args.listen;
    config.http.development = true;
    config.bridge.kind = BridgeKind::Sandbox;
    Ok(config)
}

/// Opens the demo that is there, or makes it.
async fn open(config: &Config, args: &DemoArgs) -> Result<(Desk, Population)> {
    let data = &config.files.data;
    let found = if args.fresh { Found::Nothing } else { marker::look(data)? };
    if let Found::Demo(marker) = found {
        if args.tickets.is_some_and(|wanted| wanted != marker.tickets) {
            bail!(
                "the demo in {} has {} tickets: add --fresh to make it anew, or another folder with --data",
                data.display(),
                marker.tickets
            );
        }
        let desk = ground::open(config).await?;
        let population = if args.live { marker.customers } else { 0 };
        let population = load::population(&desk, SEED, population)
            .await
            .context("add --fresh to make the demo anew")?;
        return Ok((desk, population));
    }
    if found == Found::Half {
        marker::clear(data)?;
    }
    Box::pin(fill(config, args.tickets.unwrap_or(TICKETS))).await
}

async fn fill(config: &Config, tickets: u64) -> Result<(Desk, Population)> {
    let data = &config.files.data;
    let plan = Plan::new(tickets, system_clock()());
    let marker = Marker::new(plan.tickets, plan.customers);
    marker.begin(data)?;
    let desk = ground::open(config).await?;
    let mut progress = Progress { terminal: std::io::stderr().is_terminal(), said: 0 };
    let facts = seed(&desk, &plan, &mut |done, total| progress.say(done, total)).await?;
    let (folder, _warnings) = help::read(&help::shipped())?;
    for brand_id in facts.population.ground.brands.iter() {
        let mut cx = ground::operator_cx("demo-help");
        Box::pin(help::import(&desk, &mut cx, *brand_id, &folder)).await?;
    }
    if progress.terminal {
        eprintln!();
    }
    marker.finish(data)?;
    Ok((desk, facts.population))
}

/// One line that changes on a terminal; elsewhere a line for every fifth.
struct Progress {
    terminal: bool,
    said: u64,
}

impl Progress {
    fn say(&mut self, done: u64, total: u64) {
        let percent = (done * 100).checked_div(total).unwrap_or(100);
        if self.terminal && (percent > self.said || done == 0) {
            eprint!("\rMaking the demo: {done} of {total} tickets ({percent} %)");
            self.said = percent;
        } else if !self.terminal && (done == 0 || percent >= self.said + 20) {
            eprintln!("making the demo: {done} of {total} tickets");
            self.said = percent / 20 * 20;
        }
    }
}

/// Scripts wait for the first line.
fn announce(address: SocketAddr, data: &Path) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on http://{address}")?;
    writeln!(
        out,
        "\nA demo: the people are invented, their password is printed here and protects nothing.\n"
    )?;
    for (what, path) in [
        ("customer's side", "/"),
        ("sign in as a customer", "/development"),
        ("console", "/console/"),
        ("API", "/api/docs"),
    ] {
        writeln!(out, "  {what:<22} http://{address}{path}")?;
    }
    writeln!(out, "\nEverybody of the desk has the password  {PASSWORD}")?;
    for member in &CAST {
        let languages: Vec<&str> = member.languages.iter().map(|locale| locale.code()).collect();
        writeln!(
            out,
            "  {:<28} {:<14} {}",
            member.email,
            member.role.name(),
            languages.join(", ")
        )?;
    }
    writeln!(out, "\nIts data is in {}. Stop it with Ctrl-C.", data.display())?;
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use clap::Parser as _;

    use super::*;
    use crate::cli::{Cli, Command};

    fn configured(typed: &[&str]) -> Result<Config> {
        let cli = Cli::try_parse_from(["proofdesk", "demo"].iter().chain(typed)).unwrap();
        let Command::Demo(args) = cli.command else { panic!("not the demo") };
        configure(&cli.settings, &args)
    }

    #[test]
    fn it_listens_on_this_machine_only() {
        let config = configured(&[]).unwrap();
        assert!(config.http.development);
        assert_eq!(config.files.data, PathBuf::from(".data/demo"));
        assert!(configured(&["--listen", "0.0.0.0:7070"]).is_err());
        assert_eq!(
            configured(&["--data", "x", "--listen", "[::1]:0"]).unwrap().files.data,
            PathBuf::from("x")
        );
    }

    #[test]
    fn a_rate_is_a_sensible_number() {
        assert!(rate("2.5").is_ok());
        for odd in ["0", "-1", "NaN", "inf", "x"] {
            assert!(rate(odd).is_err(), "{odd}");
        }
    }
}
