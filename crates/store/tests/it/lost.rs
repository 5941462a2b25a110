//! A connection to PostgreSQL that breaks: before the commit nobody notices, during the commit
//! nobody may guess.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use proofdesk_store::testing::{self, TestDb};
use proofdesk_store::{Db, DbUrl, Error, Options, Result, params};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use crate::{NOTES, ids, insert, until};

/// Stands between the store and the server, and cuts the connection when a message with these words
/// passes.
struct Proxy {
    folder: tempfile::TempDir,
    words: &'static [u8],
    cuts: AtomicU32,
    /// Whether the server still gets the message.
    passes_on: bool,
}

impl Proxy {
    async fn listen(self: Arc<Self>, server: PathBuf) {
        let listener = UnixListener::bind(self.folder.path().join(".s.PGSQL.5432")).unwrap();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (proxy, server) = (self.clone(), UnixStream::connect(&server).await.unwrap());
                tokio::spawn(async move { proxy.carry(client, server).await });
            }
        });
    }

    async fn carry(&self, mut client: UnixStream, mut server: UnixStream) -> std::io::Result<()> {
        let (mut up, mut down) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
        loop {
            tokio::select! {
                count = client.read(&mut up) => {
                    let sent = &up[..count?];
                    let hit = sent.windows(self.words.len()).any(|at| at == self.words);
                    let cut = hit && self.cuts.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_ok();
                    if !cut || self.passes_on {
                        server.write_all(sent).await?;
                    }
                    if cut && self.passes_on {
                        // The server's answer is the proof that it has done it; the client never
                        // sees it.
                        assert_ne!(server.read(&mut down).await?, 0);
                    }
                    if cut || sent.is_empty() {
                        return Ok(());
                    }
                }
                count = server.read(&mut down) => {
                    let answered = &down[..count?];
                    client.write_all(answered).await?;
                    if answered.is_empty() {
                        return Ok(());
                    }
                }
            }
        }
    }
}

/// A second handle to the database, through a proxy that cuts `cuts` times.
async fn through_proxy(
    db: &TestDb,
    words: &'static [u8],
    cuts: u32,
    passes_on: bool,
) -> Option<(Db, Arc<Proxy>)> {
    let DbUrl::Postgres { url } = &db.options().url else { unreachable!() };
    // Only a server on a socket can be stood in front of like this.
    let (_, host) = url.split_once("@%2F")?;
    let (host, name) = host.split_once('/').unwrap();
    let server = Path::new("/").join(host.replace("%2F", "/")).join(".s.PGSQL.5432");
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_string_lossy().replace('/', "%2F");
    let proxy = Arc::new(Proxy { folder, words, cuts: AtomicU32::new(0), passes_on });
    proxy.clone().listen(server).await;
    let url = DbUrl::Postgres { url: format!("postgres://postgres@{place}/{name}") };
    let through = Db::open(Options::new(url), NOTES).await.unwrap();
    proxy.cuts.store(cuts, Ordering::SeqCst);
    Some((through, proxy))
}

async fn insert_counting(db: &Db, runs: &Arc<AtomicU32>) -> Result<u64> {
    let runs = runs.clone();
    db.write(async move |tx| {
        runs.fetch_add(1, Ordering::SeqCst);
        let count = insert(tx, 1).await?;
        // On its way together with the commit.
        tx.send("update note set body = $1 where id = 1", params!["one"]).await?;
        Ok(count)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_lost_during_commit_is_an_unknown_outcome_and_never_retried() {
    for passes_on in [true, false] {
        let db = testing::postgres(NOTES).await;
        let Some((through, _proxy)) = through_proxy(&db, b"commit\0", 1, passes_on).await else {
            return;
        };
        let runs = Arc::new(AtomicU32::new(0));
        let done = insert_counting(&through, &runs).await;
        assert!(matches!(done, Err(Error::OutcomeUnknown)), "{done:?}");
        assert_eq!(runs.load(Ordering::SeqCst), 1);
        // Both did happen, and the store cannot have known which. The server may still be at it.
        if passes_on {
            until("the commit has come through", async || ids(&db).await == [1]).await;
        }
        assert_eq!(ids(&db).await.len(), usize::from(passes_on));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_lost_before_the_commit_is_replaced_silently() {
    let db = testing::postgres(NOTES).await;
    let Some((through, _proxy)) = through_proxy(&db, b"insert into note", 3, true).await else {
        return;
    };
    let runs = Arc::new(AtomicU32::new(0));
    insert_counting(&through, &runs).await.unwrap();
    assert!(runs.load(Ordering::SeqCst) > 1);
    assert_eq!(ids(&db).await, [1]);
}

/// A newer node's migration changes a type; this node has the statement prepared.
#[tokio::test]
async fn a_statement_that_a_migration_made_useless_is_prepared_again() {
    let db = testing::postgres(NOTES).await;
    let read = async || -> Result<(i64,)> {
        db.read(async |rx| rx.query_one("select value from counter where name = 'all'", &[]).await)
            .await
    };
    assert_eq!(read().await.unwrap(), (0,));
    let done: Result<u64> = db
        .write(async |tx| tx.exec("alter table counter alter column value type integer", &[]).await)
        .await;
    done.unwrap();
    assert_eq!(read().await.unwrap(), (0,));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_reported_soon() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_string_lossy().replace('/', "%2F");
    let url = DbUrl::Postgres { url: format!("postgres://postgres:secret@{place}/x") };
    let started = tokio::time::Instant::now();
    let error = Db::open(Options::new(url), NOTES).await.err().unwrap();
    assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
    assert!(!error.to_string().contains("secret"));
    // Nobody waits for a server that may never come.
    assert!(started.elapsed().as_secs() < 60);
}
