//! The desk is backed up while people write, lost, and restored: what was acknowledged before the backup began is there,
//! and the log says that nothing else is missing either.

use std::path::Path;

use proofdesk_store::testing::{Cluster, empty_postgres};
use proofdesk_testkit::until;

use crate::crash::check;
use crate::crash::load::Load;
use crate::crash::process::{Process, command};

/// `restored` is where the new database goes.
async fn backed_up_and_restored(folder: &Path, url: &str, restored: &str) {
    let (data, new, backup) = (folder.join("data"), folder.join("new"), folder.join("backup"));
    let load = Load::prepare(&data, url).await;
    let process = Process::start(&data, url).await;
    let working = load.start(process.address(), 0);
    until("people write", async || load.acknowledged() >= 30).await;
    let before = load.clone_known();
    command(&data, url, &["backup", backup.to_str().expect("a path")]).await;
    let during = load.acknowledged();
    until("people still write", async || load.acknowledged() > during).await;
    process.kill();
    working.stop().await;
    // The keys are kept elsewhere than the backup, and put back first.
    std::fs::create_dir(&new).expect("a folder");
    std::fs::copy(data.join("keys"), new.join("keys")).expect("the keys");
    command(&new, restored, &["restore", backup.to_str().expect("a path")]).await;
    command(&new, restored, &["audit", "verify", "--state"]).await;
    let tally = check::verify_at_least(restored, &before).await;
    assert!(tally.is_clean(), "{tally:?}");
    // It runs again, and people go on writing.
    let process = Process::start(&new, restored).await;
    let acknowledged = before.acknowledged();
    let working = before.start(process.address(), 1);
    until("people write again", async || before.acknowledged() > acknowledged).await;
    working.finish().await;
    process.stop().await;
}

async fn empty() -> String {
    match empty_postgres().await {
        proofdesk_store::DbUrl::Postgres { url } => url,
        other => panic!("{other}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embedded_desk_comes_back_from_its_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let path =
        |name: &str| format!("sqlite:{}", folder.path().join(name).join("proofdesk.db").display());
    backed_up_and_restored(folder.path(), &path("data"), &path("new")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_on_postgres_comes_back_from_its_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let cluster = tokio::task::block_in_place(|| Cluster::start().expect("a cluster"));
    backed_up_and_restored(folder.path(), &cluster.url(), &empty().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embedded_desk_moves_to_postgres_by_its_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = format!("sqlite:{}", folder.path().join("data/proofdesk.db").display());
    backed_up_and_restored(folder.path(), &old, &empty().await).await;
}
