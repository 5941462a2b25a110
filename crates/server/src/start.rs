//! From a configuration to a desk that stands on its database, keys and files.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, ensure};
use proofdesk_channels::blob::Blobs;
use proofdesk_channels::bridge::HttpBridge;
use proofdesk_channels::keyring;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, MIGRATIONS, evidence, log, system_clock, system_entropy};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::{Db, DbUrl, Error as StoreError, Lack, Options, Rx, look_for_room};

use crate::config::{BridgeKind, Config};

/// The file in the data folder by which a process holds it, and in which it says where it is reached.
const LOCK: &str = "lock";

/// Opens (and on the first start makes) the data folder, the keys, the database and the file store.
///
/// # Errors
/// In words that name the path or address.
pub async fn open(config: &Config) -> Result<Desk> {
    read_by(config)?;
    let data = &config.files.data;
    std::fs::create_dir_all(data)
        .with_context(|| format!("cannot make the data folder {}", data.display()))?;
    let options = database(config)?;
    let url = options.url.clone();
    let db = Db::open(options, MIGRATIONS).await.with_context(|| format!("the database {url}"))?;
    let keyring = keys(config, &db).await?;
    on(config, db, keyring)
}

/// Opens a desk that was begun before. A mistyped folder is refused, and nothing is made there: an empty desk would be found to
/// be in order.
///
/// # Errors
/// In words that name the path or address.
pub async fn existing(config: &Config) -> Result<Desk> {
    begun(config).await?;
    open(config).await
}

/// Opens a desk that was begun before, to read it: nothing is made, migrated or written. So it works on a disk that is full or
/// read-only; an older database is refused and left as it is, for the desk may run on it by the older program.
///
/// # Errors
/// In words that name the path or address.
pub async fn look(config: &Config) -> Result<Desk> {
    read_by(config)?;
    let options = begun(config).await?;
    let url = options.url.clone();
    let db = Db::look(options, MIGRATIONS).await.with_context(|| format!("the database {url}"))?;
    let path = config.keys_path();
    let keyring = keyring::load(&path)?.with_context(|| keys_are_gone(&path))?;
    fits(&path, &db, &keyring).await?;
    on(config, db, keyring)
}

/// Texts are read by the `[evidence]` of the first configuration.
fn read_by(config: &Config) -> Result<()> {
    let reads_alike = evidence::configure(&config.evidence.options()?);
    ensure!(reads_alike, "this process reads texts by another [evidence] already");
    Ok(())
}

async fn begun(config: &Config) -> Result<Options> {
    let options = database(config)?;
    let url = &options.url;
    ensure!(
        is_there(url)
            && Db::is_begun(&options).await.with_context(|| format!("the database {url}"))?,
        "there is no desk at {url}: name its folder by --data or in the configuration"
    );
    Ok(options)
}

fn on(config: &Config, db: Db, keyring: Keyring) -> Result<Desk> {
    let blob = blobs(config, keyring.clone())?;
    let desk = Desk::new(db, Arc::new(blob), keyring).with_scanning(config.scan.scanning());
    with_bridge(config, desk)
}

/// Why a desk does not start, where a disk is the reason: which folder, what is wrong with it, and what can be done.
#[must_use]
pub fn with_way_out(config: &Config, error: anyhow::Error) -> anyhow::Error {
    match lacking(config).or_else(|| lacked(config, &error)) {
        Some(told) => error.context(told),
        None => error,
    }
}

/// What is lacking now, found by writing.
fn lacking(config: &Config) -> Option<String> {
    let mut folders = vec![config.files.data.clone()];
    if let Ok(DbUrl::Sqlite { path }) = config.database_url() {
        folders.extend(path.parent().map(Path::to_path_buf));
    }
    if config.files.s3.is_none() {
        folders.push(config.blobs_path());
    }
    folders.iter().find_map(|folder| {
        // What is still to be made is made in the folder above.
        let there = folder.ancestors().find(|folder| folder.is_dir())?;
        way_out(there, look_for_room(there).err()?)
    })
}

/// What the database lacked when it gave up. It gives back what it had begun to write, so that there is room again for a look.
fn lacked(config: &Config, error: &anyhow::Error) -> Option<String> {
    let Ok(DbUrl::Sqlite { path }) = config.database_url() else {
        return None;
    };
    let lack = error.chain().find_map(|cause| match cause.downcast_ref()? {
        StoreError::DiskFull => Some(Lack::Full),
        StoreError::ReadOnly => Some(Lack::ReadOnly),
        _ => None,
    })?;
    way_out(path.parent()?, lack)
}

/// What is told of a folder. Nothing of a disk that fails in its own words: they stand in the error already.
fn way_out(folder: &Path, lack: Lack) -> Option<String> {
    let there = folder.display();
    let meanwhile = "Nothing that was accepted is lost, and `proofdesk doctor`, `audit verify` and `backup` work meanwhile";
    match lack {
        Lack::Full => Some(format!(
            "the folder {there} lies on a disk that is full, and a desk that starts has to write: make room and start it again. {meanwhile}"
        )),
        Lack::ReadOnly => Some(format!(
            "the folder {there} lies on a disk that is read-only, and a desk that starts has to write: see in the kernel's log whether the \
             disk failed, mount it for writing and start it again. {meanwhile}"
        )),
        Lack::Forbidden => Some(format!(
            "this user may not write in the folder {there}: start the desk as the user to whom it belongs, or name another one with --data"
        )),
        Lack::Failing => None,
    }
}

/// Says whether there is a file for the database; a server has to be asked.
pub fn is_there(url: &DbUrl) -> bool {
    match url {
        DbUrl::Sqlite { path } => path.is_file(),
        DbUrl::Postgres { .. } => true,
    }
}

/// Where the configuration says the database is, and how it is reached.
///
/// # Errors
/// When its address cannot be understood.
pub fn database(config: &Config) -> Result<Options> {
    let mut options = Options::new(config.database_url()?);
    if let Some(connections) = config.database.connections {
        options.connections = connections;
    }
    options.ca_file.clone_from(&config.database.ca_file);
    Ok(options)
}

/// The keys, made on the first start and never later: new ones beside an old database would open nothing of it.
async fn keys(config: &Config, db: &Db) -> Result<Keyring> {
    let path = config.keys_path();
    let is_new = !db.read(async |rx: &Rx<'_>| log::view::any(rx).await).await?;
    ensure!(is_new || path.exists(), keys_are_gone(&path));
    let keyring = keyring::load_or_create(&path)?;
    fits(&path, db, &keyring).await?;
    Ok(keyring)
}

fn keys_are_gone(path: &Path) -> String {
    format!(
        "the key file {} is gone, and this desk has been used: put it back from its own backup. Without it sealed files and secrets stay closed",
        path.display()
    )
}

async fn fits(path: &Path, db: &Db, keyring: &Keyring) -> Result<()> {
    let known = keyring.clone();
    let is_ours = db.read(async move |rx: &Rx<'_>| log::checkpoint::is_ours(rx, &known).await);
    ensure!(
        is_ours.await?,
        "the key file {} is of another desk and opens nothing of this one: put the key file of this desk there",
        path.display()
    );
    Ok(())
}

/// Where files rest: in the data folder, or in the bucket that the configuration names.
///
/// # Errors
/// When the folder cannot be used, or what is said of the bucket is no bucket. It is not asked.
pub fn blobs(config: &Config, keyring: Keyring) -> Result<Blobs> {
    match &config.files.s3 {
        Some(s3) => Blobs::in_bucket(&s3.bucket()?, keyring).context("files.s3"),
        None => Blobs::in_folder(&config.blobs_path(), keyring)
            .with_context(|| format!("the file store {}", config.blobs_path().display())),
    }
}

/// The desk with the exchange that the configuration names.
fn with_bridge(config: &Config, desk: Desk) -> Result<Desk> {
    Ok(match config.bridge.kind {
        BridgeKind::None => desk,
        BridgeKind::Sandbox => desk.with_sandbox(),
        BridgeKind::Http => {
            let url = config.bridge.url.as_deref();
            let url = url.context("bridge.kind is http: set bridge.url")?;
            let token = config.bridge.token.clone();
            let token = token.context("bridge.kind is http: set bridge.token")?;
            desk.with_bridge(Arc::new(HttpBridge::new(url, token).context("bridge.url")?))
        }
    })
}

/// Holds the data folder for this process, so that two desks never run on one embedded database.
///
/// # Errors
/// When another process holds it.
pub fn hold(data: &Path) -> Result<File> {
    std::fs::create_dir_all(data)
        .with_context(|| format!("cannot make the data folder {}", data.display()))?;
    let path = data.join(LOCK);
    // Not truncated: what stands in it is of whoever holds it.
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let file = file.with_context(|| format!("cannot open {}", path.display()))?;
    file.try_lock().map_err(|_held| {
        anyhow!(
            "another proofdesk runs on {}: stop it, or choose another folder with --data",
            data.display()
        )
    })?;
    Ok(file)
}

/// The context of a command at the machine that holds the data.
pub fn operator_cx(command: &str) -> Cx {
    Cx::new(
        system_clock()(),
        Viewer::Operator,
        Locale::En,
        format!("cli-{command}"),
        system_entropy()(),
    )
}

/// Tells later commands on the data folder where the desk that holds it is reached.
///
/// # Errors
/// Those of the disk.
pub fn tell_address(mut held: &File, address: SocketAddr) -> io::Result<()> {
    held.set_len(0)?;
    held.write_all(address.to_string().as_bytes())
}

/// Where the desk on a data folder is reached, or was when it last ran; `None` when it never told.
pub fn told_address(data: &Path) -> Option<SocketAddr> {
    std::fs::read_to_string(data.join(LOCK)).ok()?.parse().ok()
}

/// Where the first administrator opens their link.
pub fn first_link_url(config: &Config, token: &str) -> String {
    let mut listen = config.http.listen;
    // Who listens on every address is reached by the machine's own.
    match listen {
        SocketAddr::V4(all) if all.ip().is_unspecified() => {
            listen.set_ip(Ipv4Addr::LOCALHOST.into())
        }
        SocketAddr::V6(all) if all.ip().is_unspecified() => {
            listen.set_ip(Ipv6Addr::LOCALHOST.into())
        }
        _ => {}
    }
    let listen = format!("http://{listen}");
    let origin = config.http.origins.first().unwrap_or(&listen);
    format!("{origin}/console/link/{token}")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_first_link_leads_where_somebody_is() {
        let mut config = Config::default();
        for (listen, begins) in [
            ("127.0.0.1:7070", "http://127.0.0.1:7070/"),
            ("0.0.0.0:8080", "http://127.0.0.1:8080/"),
            ("[::]:8080", "http://[::1]:8080/"),
            ("192.0.2.7:80", "http://192.0.2.7:80/"),
        ] {
            config.http.listen = listen.parse().unwrap();
            let link = first_link_url(&config, "token");
            assert_eq!(link, format!("{begins}console/link/token"));
        }
        config.http.origins = vec!["https://help.example.com".to_owned()];
        assert_eq!(first_link_url(&config, "t"), "https://help.example.com/console/link/t");
    }

    #[test]
    fn a_database_that_found_no_room_is_told_though_there_is_some_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::default();
        config.files.data = folder.path().to_owned();
        let error = anyhow::Error::new(StoreError::DiskFull).context("the database");
        let told = with_way_out(&config, error).to_string();
        let place = folder.path().display();
        assert!(
            told.starts_with(&format!("the folder {place} lies on a disk that is full")),
            "{told}"
        );
        assert_eq!(with_way_out(&config, anyhow!("something else")).to_string(), "something else");
    }

    #[test]
    fn a_refused_desk_leaves_what_the_other_one_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(told_address(folder.path()), None);
        let held = hold(folder.path()).unwrap();
        assert_eq!(told_address(folder.path()), None);
        let address = "127.0.0.1:4711".parse().unwrap();
        tell_address(&held, address).unwrap();
        assert!(hold(folder.path()).is_err());
        assert_eq!(told_address(folder.path()), Some(address));
        drop(held);
        let held = hold(folder.path()).unwrap();
        tell_address(&held, "[::1]:80".parse().unwrap()).unwrap();
        assert_eq!(told_address(folder.path()), Some("[::1]:80".parse().unwrap()));
    }
}
