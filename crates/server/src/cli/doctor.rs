use anyhow::{Context as _, Result, bail};
use clap::Args;
use futures_util::StreamExt as _;
use proofdesk_channels::blob::{Blobs, Kept};
use proofdesk_desk::article_file::{self, ArticleFile};
use proofdesk_desk::blob::BlobError;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::{Desk, attachment, brand};
use proofdesk_store::Level;
use serde::Serialize;

use super::Settings;
use crate::config::Http;
use crate::{serve, start};

#[derive(Args, Debug)]
pub struct DoctorArgs {
    /// One JSON object a line instead of words.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct CheckOut<'a> {
    name: &'a str,
    level: &'static str,
    found: &'a str,
    hint: Option<&'static str>,
}

/// What a person can do about a check that is not well.
fn hint(name: &str) -> Option<&'static str> {
    Some(match name {
        "integrity" | "foreign-keys" => "restore the last backup: proofdesk restore",
        "feed-dense" => "run `proofdesk audit verify` and keep the database file for analysis",
        "migrations" => "this program is older than the database: update it",
        "disk" => {
            "make room, or mount it for writing again after a look into the kernel's log; until then the desk reads and takes nothing in. If it is only this user who may not write, ask as the user that the desk runs as"
        }
        "read-only" => {
            "the server takes no writes (it follows another one, or was set so): name the one that does in `[database]`"
        }
        "clears-deleted" => {
            "erasures cannot end: build the program inside its own folder, whose .cargo/config.toml asks for an SQLite that can clear them"
        }
        "log-bytes" => "a reader holds the write-ahead log open; restart the process that does",
        "fsync" | "full-page-writes" | "synchronous-commit" => {
            "turn it on in postgresql.conf, or accepted messages can be lost"
        }
        "long-transactions" => "find and end the session that holds an old transaction",
        "sequencer-lease" | "feed-inbox" => {
            "no node numbers events: start one with the role `sequencer`"
        }
        "stored-files" => "restore the missing files from a backup of `files`, or of the bucket",
        "files" => "make room, or make the data folder's `files` writable for this user",
        "mail" => "look at `[mail]`; until then mails wait and are tried again",
        "bounces" => "look at `[mail.bounces]`; until then mail that comes back counts as sent",
        "client-address" => {
            "set `http.client_address_header` to the header in which the proxy, and nobody else, names the client's address"
        }
        "brand-hosts" => {
            "make the brand in Settings → Brands, or correct `http.brand_hosts`; until then the default brand is shown there"
        }
        "bucket" => {
            "look at `[files.s3]`: endpoint, bucket and keys; until then files are neither taken nor given, and nothing is lost"
        }
        "scanner" => {
            "start clamd, or name another address in `[scan]`; files wait for it until then"
        }
        "keys" => "put the key file back from its own backup; without it sealed files stay closed",
        _ => return None,
    })
}

pub async fn run(settings: &Settings, args: &DoctorArgs) -> Result<()> {
    let config = settings.load()?;
    let desk = start::look(&config).await?;
    let mut worst = Level::Ok;
    for check in desk.db().doctor().await? {
        worst = worst.max(check.level);
        say(args, check.name, check.level, &check.found)?;
    }
    if let Some(clamd) = config.scan.scanner()? {
        let (level, found) = match clamd.ping().await {
            Ok(()) => (Level::Ok, "clamd answers".to_owned()),
            Err(error) => (Level::Warning, error.to_string()),
        };
        worst = worst.max(level);
        say(args, "scanner", level, &found)?;
    }
    if let Some(mailer) = serve::mailer(&config)? {
        let (level, found) = match mailer.look().await {
            Ok(()) => (Level::Ok, "the mail server lets us in".to_owned()),
            Err(failure) => (Level::Warning, format!("the mail server does not: {}", failure.code)),
        };
        worst = worst.max(level);
        say(args, "mail", level, &found)?;
    }
    if let Some(mailbox) = config.mail.bounces.mailbox()? {
        let (level, found) = match mailbox.look().await {
            Ok(()) => (Level::Ok, "the mailbox of bounces can be read".to_owned()),
            Err(error) => (Level::Warning, error.to_string()),
        };
        worst = worst.max(level);
        say(args, "bounces", level, &found)?;
    }
    let (level, found) = client_address(&config.http);
    worst = worst.max(level);
    say(args, "client-address", level, found)?;
    let (level, found) = brand_hosts(&config.http, &desk).await?;
    worst = worst.max(level);
    say(args, "brand-hosts", level, &found)?;
    let name = if config.files.s3.is_some() { "bucket" } else { "files" };
    let blobs = start::blobs(&config, desk.keyring().clone())?;
    let (level, found) = match blobs.probe().await {
        Ok(()) => (Level::Ok, "the file store takes, gives and deletes".to_owned()),
        Err(fault) => (Level::Error, fault.to_string()),
    };
    worst = worst.max(level);
    say(args, name, level, &found)?;
    for (name, level, found) in stored(&desk, &blobs).await? {
        worst = worst.max(level);
        say(args, name, level, &found)?;
    }
    if worst == Level::Error {
        bail!("the desk is not well: see the lines marked error");
    }
    Ok(())
}

/// The desk itself speaks plain http, so an https origin means that a proxy stands before it. Not told where each request comes
/// from, the desk counts everybody's failed sign-ins and requests together.
fn client_address(http: &Http) -> (Level, &'static str) {
    let behind = http.origins.iter().any(|origin| origin.starts_with("https:"));
    match (&http.client_address_header, behind) {
        (None, true) => (Level::Warning, "a proxy speaks TLS, and everybody seems to come from it"),
        (None, false) => (Level::Ok, "clients are known by the address of their connection"),
        (Some(_), _) => (Level::Ok, "the proxy names the client's address"),
    }
}

/// At the host of a brand that does not exist the default one is shown.
async fn brand_hosts(http: &Http, desk: &Desk) -> Result<(Level, String)> {
    let brands = desk.read(async |rx| brand::view::list(rx).await).await?;
    let is_missing = |slug: &&String| brands.iter().all(|brand| brand.slug != **slug);
    let missing: Vec<&str> =
        http.brand_hosts.values().filter(is_missing).map(String::as_str).collect();
    Ok(match (missing.as_slice(), http.brand_hosts.len()) {
        ([], 0) => (Level::Ok, "every brand is at the same address".to_owned()),
        ([], _) => (Level::Ok, "each host has its brand".to_owned()),
        (missing, _) => (Level::Warning, format!("no brand has the slug {}", missing.join(", "))),
    })
}

/// So many of the last files are opened; `audit verify` knows every row.
const FILES_OPENED: u32 = 500;

/// Opens the beginning of the last files: their bytes have to be there, and the keys have to fit.
pub(super) async fn stored(
    desk: &Desk,
    blobs: &Blobs,
) -> Result<[(&'static str, Level, String); 2]> {
    let read = desk.read(async |rx| {
        let mut files = attachment::view::newest(rx, FILES_OPENED).await?;
        let of_articles = article_file::view::newest(rx, FILES_OPENED).await?;
        files.extend(of_articles.iter().map(ArticleFile::as_attachment));
        Ok::<_, proofdesk_desk::Error>(files)
    });
    let files = read.await?;
    let (mut missing, mut cut, mut closed) = (0, 0, 0);
    for file in &files {
        let (key, size) =
            (file.sealed_key.as_deref().unwrap_or_default(), file.size.unsigned_abs());
        // What is cut does not open with any keys, and says nothing of these.
        match blobs.kept(file.blob_id.uuid(), size).await.context("a stored file")? {
            Kept::Whole => {}
            Kept::Cut => {
                cut += 1;
                continue;
            }
            Kept::Missing => {
                missing += 1;
                continue;
            }
        }
        let first = match desk.blob().get(file.blob_id, key, size, 0..size.min(1)).await {
            Ok(mut bytes) => bytes.next().await.transpose(),
            Err(error) => Err(error),
        };
        match first {
            Ok(_) => {}
            Err(BlobError::Tampered) => closed += 1,
            Err(BlobError::Missing) => missing += 1,
            Err(other) => return Err(other).context("a stored file"),
        }
    }
    let last = files.len();
    let there = match (missing, cut) {
        (0, 0) => (Level::Ok, format!("the last {last} files are there")),
        (missing, 0) => (Level::Error, format!("{missing} of the last {last} files are gone")),
        (0, cut) => (Level::Error, format!("{cut} of the last {last} files are cut short")),
        (missing, cut) => (
            Level::Error,
            format!("{missing} of the last {last} files are gone, and {cut} are cut short"),
        ),
    };
    let open = match closed {
        0 => (Level::Ok, format!("the last {last} files open")),
        closed => (
            Level::Error,
            format!(
                "{closed} of the last {last} files do not open with these keys, or were changed"
            ),
        ),
    };
    Ok([("stored-files", there.0, there.1), ("keys", open.0, open.1)])
}

fn say(args: &DoctorArgs, name: &str, level: Level, found: &str) -> Result<()> {
    let word = match level {
        Level::Ok => "ok",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    let hint = if level == Level::Ok { None } else { hint(name) };
    if args.json {
        println!("{}", serde_json::to_string(&CheckOut { name, level: word, found, hint })?);
        return Ok(());
    }
    println!("{word:<8} {name:<20} {found}");
    if let Some(hint) = hint {
        println!("         hint: {hint}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_that_names_no_addresses_is_told() {
        for (origin, header, level) in [
            ("https://help.example.com", None, Level::Warning),
            ("https://help.example.com", Some("x-forwarded-for"), Level::Ok),
            ("http://127.0.0.1:7070", None, Level::Ok),
        ] {
            let origins = vec![origin.to_owned()];
            let client_address_header = header.map(str::to_owned);
            let http = Http { origins, client_address_header, ..Http::default() };
            assert_eq!(client_address(&http).0, level, "{origin} {header:?}");
        }
    }
}
