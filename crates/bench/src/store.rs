//! The data layer beside the engines themselves: the same rows of a ticket, durable, from 1, 16 and 64 tasks.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use proofdesk_desk::MIGRATIONS;
use proofdesk_store::testing::Cluster;
use proofdesk_store::{Db, DbUrl, Options, Tx, params};
use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::drive;
use crate::report::{Line, Rate};
use crate::rows::{
    BODY, CATEGORY, COUNT, EVENT, EVIDENCE, Ground, HEAD, MESSAGE, NOTIFICATION, SELECTS, TICKET,
    Values,
};

/// How many tasks write at once.
const TASKS: [usize; 3] = [1, 16, 64];
/// Closures or tickets that one commit takes at most, as the real writer.
const BATCH: usize = 512;

/// Measures layer and raw limit on SQLite.
///
/// # Errors
/// When a database fails.
pub async fn sqlite(time: Duration) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for tasks in TASKS {
        let folder = tempfile::tempdir()?;
        let limit = sqlite_limit(&folder.path().join("raw.db"), tasks, time).await?;
        let url = DbUrl::Sqlite { path: folder.path().join("layer.db") };
        let ours = layer(Db::open(Options::new(url), MIGRATIONS).await?, tasks, time).await?;
        lines.push(Line::rate(format!("store-sqlite-{tasks}"), &ours, &limit));
    }
    Ok(lines)
}

/// Measures layer and hand-pipelined limit on PostgreSQL with fsync on.
///
/// # Errors
/// When the cluster or a database fails.
pub async fn postgres(time: Duration) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    let cluster = Cluster::start_durable()?;
    for tasks in TASKS {
        let mut url = Vec::new();
        for name in [format!("raw{tasks}"), format!("layer{tasks}")] {
            url.push(database(&cluster, &name).await?);
        }
        let [raw, own] = url.as_slice() else { return Err(anyhow!("two databases were made")) };
        let limit = postgres_limit(raw, tasks, time).await?;
        let ours = layer(open(own).await?, tasks, time).await?;
        lines.push(Line::rate(format!("store-postgres-{tasks}"), &ours, &limit));
    }
    Ok(lines)
}

pub async fn database(cluster: &Cluster, name: &str) -> Result<String> {
    let admin = cluster.url();
    let (client, connection) = tokio_postgres::connect(&admin, tokio_postgres::NoTls).await?;
    let driver = tokio::spawn(connection);
    client.batch_execute(&format!("create database {name}")).await?;
    drop(client);
    driver.await??;
    Ok(with_database(&admin, name))
}

/// The address of another database on the same server.
fn with_database(url: &str, name: &str) -> String {
    let (address, query) = url.split_once('?').map_or((url, None), |(a, q)| (a, Some(q)));
    let base = address.rsplit_once('/').map_or(address, |(base, _)| base);
    query.map_or(format!("{base}/{name}"), |q| format!("{base}/{name}?{q}"))
}

async fn open(url: &str) -> Result<Db> {
    let mut options = Options::new(url.parse()?);
    options.connections = 32;
    Ok(Db::open(options, MIGRATIONS).await?)
}

/// The same statements through `Db::write`.
async fn layer(db: Db, tasks: usize, time: Duration) -> Result<Rate> {
    let ground = ground(&db).await?;
    let sequencer = db.start_sequencer();
    let writer = db.clone();
    let rate = drive::closed(tasks, time, move |n| {
        let db = writer.clone();
        async move {
            let values = Values::new(n);
            db.write(async move |tx: &Tx<'_>| write(tx, &ground, &values).await).await?;
            Ok(())
        }
    })
    .await?;
    sequencer.stop().await;
    db.close().await;
    Ok(rate)
}

async fn write(tx: &Tx<'_>, g: &Ground, v: &Values) -> proofdesk_store::Result<()> {
    let [find_category, taken] = SELECTS;
    tx.query_opt::<(Uuid,)>(find_category, params![g.brand_id, CATEGORY]).await?;
    tx.query_opt::<(i64,)>(taken, params![v.public_id]).await?;
    let ticket = params![
        v.ticket_id,
        v.public_id,
        g.brand_id,
        g.customer_id,
        g.category_id,
        v.subject,
        g.status_id,
        v.now
    ];
    tx.send(TICKET, ticket).await?;
    tx.send(MESSAGE, params![v.message_id, v.ticket_id, g.customer_id, v.now]).await?;
    let salt = [1u8; 16];
    tx.send(BODY, params![v.message_id, salt, v.body, v.html]).await?;
    let evidence = params![v.evidence_id, v.ticket_id, v.message_id, v.detail, v.now];
    tx.send(EVIDENCE, evidence).await?;
    for (seq, (id, payload)) in (1i64..).zip(v.event_ids.iter().zip(&v.payloads)) {
        let event =
            params![id, v.stream, seq, v.now, v.actor, payload, salt, v.hash, v.hash, v.hash];
        tx.send(EVENT, event).await?;
        tx.publish(*id, &v.stream, seq).await?;
    }
    tx.send(HEAD, params![v.stream, v.hash]).await?;
    let told = params![v.notification_id, g.customer_id, v.ticket_id, v.message_id, v.now];
    tx.send(NOTIFICATION, told).await?;
    tx.send(COUNT, params![g.brand_id, v.shard]).await
}

/// Writes the rows that tickets point to, through the layer.
pub async fn ground(db: &Db) -> Result<Ground> {
    let id = |n: u128| Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + n);
    let ground =
        Ground { brand_id: id(1), customer_id: id(2), category_id: id(3), status_id: id(4) };
    db.write(async move |tx: &Tx<'_>| -> proofdesk_store::Result<()> {
        let brand = "insert into brand (id, slug, name, locales, created_at, version) values ($1, 'b', 'B', 'en', 0, 1)";
        tx.exec(brand, params![ground.brand_id]).await?;
        let customer = "insert into customer (id, brand_id, locale, time_zone, created_at, updated_at, version) \
            values ($1, $2, 'en', 'UTC', 0, 0, 1)";
        tx.exec(customer, params![ground.customer_id, ground.brand_id]).await?;
        let category = "insert into category (id, brand_id, slug, position) values ($1, $2, $3, 0)";
        tx.exec(category, params![ground.category_id, ground.brand_id, CATEGORY]).await?;
        let status = "insert into status (id, name, category, builtin, position) values ($1, 'open', 'open', false, 0)";
        tx.exec(status, params![ground.status_id]).await?;
        Ok(())
    })
    .await?;
    Ok(ground)
}

/// Group commit by hand: one thread, prepared statements, one transaction for whatever waits.
pub async fn sqlite_limit(path: &Path, tasks: usize, time: Duration) -> Result<Rate> {
    let db = Db::open(Options::new(DbUrl::Sqlite { path: path.to_owned() }), MIGRATIONS).await?;
    let ground = ground(&db).await?;
    db.close().await;
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on",
    )?;
    let (entry, mut queue) = mpsc::channel::<(u64, oneshot::Sender<()>)>(1_024);
    let writer = std::thread::spawn(move || -> Result<()> {
        let mut waiting = Vec::new();
        let mut pos = 0;
        while let Some(first) = queue.blocking_recv() {
            waiting.push(first);
            while waiting.len() < BATCH
                && let Ok(more) = queue.try_recv()
            {
                waiting.push(more);
            }
            connection.execute_batch("begin immediate")?;
            for (n, _) in &waiting {
                insert(&connection, &ground, &Values::new(*n), pos)?;
                pos += 2;
            }
            connection.execute_batch("commit")?;
            for (_, answer) in waiting.drain(..) {
                // Whoever stopped waiting does not need the answer.
                let _ = answer.send(());
            }
        }
        Ok(())
    });
    let rate = drive::closed(tasks, time, move |n| {
        let entry = entry.clone();
        async move {
            let (answer, wait) = oneshot::channel();
            entry.send((n, answer)).await.map_err(|_closed| anyhow!("the raw writer stopped"))?;
            wait.await.context("the raw writer stopped")
        }
    })
    .await?;
    writer.join().map_err(|_panic| anyhow!("the raw writer panicked"))??;
    Ok(rate)
}

fn insert(c: &Connection, g: &Ground, v: &Values, pos: i64) -> rusqlite::Result<()> {
    let b = |id: Uuid| id.into_bytes();
    let salt = [1u8; 16];
    let [find_category, taken] = SELECTS;
    c.prepare_cached(find_category)?
        .query_row((b(g.brand_id), CATEGORY), |row| row.get::<_, [u8; 16]>(0))?;
    c.prepare_cached(taken)?.query_row((&v.public_id,), |row| row.get::<_, i64>(0))?;
    c.prepare_cached(TICKET)?.execute((
        b(v.ticket_id),
        &v.public_id,
        b(g.brand_id),
        b(g.customer_id),
        b(g.category_id),
        &v.subject,
        b(g.status_id),
        v.now,
    ))?;
    c.prepare_cached(MESSAGE)?.execute((
        b(v.message_id),
        b(v.ticket_id),
        b(g.customer_id),
        v.now,
    ))?;
    c.prepare_cached(BODY)?.execute((b(v.message_id), salt, &v.body, &v.html))?;
    c.prepare_cached(EVIDENCE)?.execute((
        b(v.evidence_id),
        b(v.ticket_id),
        b(v.message_id),
        &v.detail,
        v.now,
    ))?;
    for (seq, (id, payload)) in (1i64..).zip(v.event_ids.iter().zip(&v.payloads)) {
        c.prepare_cached(EVENT)?.execute((
            b(*id),
            &v.stream,
            seq,
            v.now,
            &v.actor,
            payload,
            salt,
            &v.hash,
            &v.hash,
            &v.hash,
        ))?;
        c.prepare_cached("insert into feed (pos, event_id) values ($1, $2)")?
            .execute((pos + seq, b(*id)))?;
    }
    c.prepare_cached(HEAD)?.execute((&v.stream, &v.hash))?;
    c.prepare_cached(NOTIFICATION)?.execute((
        b(v.notification_id),
        b(g.customer_id),
        b(v.ticket_id),
        b(v.message_id),
        v.now,
    ))?;
    c.prepare_cached(COUNT)?.execute((b(g.brand_id), v.shard))?;
    Ok(())
}

/// By hand: prepared once per connection, all writes of a ticket pipelined, as many connections as the layer has.
pub async fn postgres_limit(url: &str, tasks: usize, time: Duration) -> Result<Rate> {
    let db = open(url).await?;
    let ground = ground(&db).await?;
    db.close().await;
    let connections = tasks.min(32);
    let mut clients = Vec::new();
    for _ in 0..connections {
        clients.push(Arc::new(RawClient::connect(url).await?));
    }
    let (clients, pos) = (Arc::new(clients), Arc::new(AtomicI64::new(0)));
    drive::closed(tasks, time, move |n| {
        let (clients, pos) = (clients.clone(), pos.clone());
        async move {
            let place = usize::try_from(n)? % clients.len();
            let client = clients.get(place).context("a client")?;
            client.insert(&ground, &Values::new(n), pos.fetch_add(2, Ordering::Relaxed)).await
        }
    })
    .await
}

struct RawClient {
    client: tokio::sync::Mutex<tokio_postgres::Client>,
    statements: Vec<tokio_postgres::Statement>,
}

impl RawClient {
    async fn connect(url: &str) -> Result<Self> {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        let mut statements = Vec::new();
        let [find_category, taken] = SELECTS;
        for sql in [
            find_category,
            taken,
            TICKET,
            MESSAGE,
            BODY,
            EVIDENCE,
            EVENT,
            HEAD,
            NOTIFICATION,
            COUNT,
            "insert into feed (pos, event_id) values ($1, $2)",
        ] {
            statements.push(client.prepare(sql).await?);
        }
        Ok(Self { client: tokio::sync::Mutex::new(client), statements })
    }

    async fn insert(&self, g: &Ground, v: &Values, pos: i64) -> Result<()> {
        let mut client = self.client.lock().await;
        let tx = client.transaction().await?;
        let [category, taken, ticket, message, body, evidence, event, head, told, count, feed] =
            self.statements.as_slice()
        else {
            return Err(anyhow!("eleven statements were prepared"));
        };
        let salt: &[u8] = &[1; 16];
        let find: [&(dyn tokio_postgres::types::ToSql + Sync); 2] = [&g.brand_id, &CATEGORY];
        let look: [&(dyn tokio_postgres::types::ToSql + Sync); 1] = [&v.public_id];
        tokio::try_join!(tx.query_opt(category, &find), tx.query_opt(taken, &look))?;
        let a: [&(dyn tokio_postgres::types::ToSql + Sync); 8] = [
            &v.ticket_id,
            &v.public_id,
            &g.brand_id,
            &g.customer_id,
            &g.category_id,
            &v.subject,
            &g.status_id,
            &v.now,
        ];
        let b: [&(dyn tokio_postgres::types::ToSql + Sync); 4] =
            [&v.message_id, &v.ticket_id, &g.customer_id, &v.now];
        let c: [&(dyn tokio_postgres::types::ToSql + Sync); 4] =
            [&v.message_id, &salt, &v.body, &v.html];
        let named: [&(dyn tokio_postgres::types::ToSql + Sync); 5] =
            [&v.evidence_id, &v.ticket_id, &v.message_id, &v.detail, &v.now];
        let write_event = async |seq: i64, id: &Uuid, payload: &Vec<u8>| {
            let place = pos + seq;
            let row: [&(dyn tokio_postgres::types::ToSql + Sync); 10] =
                [id, &v.stream, &seq, &v.now, &v.actor, payload, &salt, &v.hash, &v.hash, &v.hash];
            let fed: [&(dyn tokio_postgres::types::ToSql + Sync); 2] = [&place, id];
            tokio::try_join!(tx.execute(event, &row), tx.execute(feed, &fed))
        };
        let [opened, found] = &v.event_ids;
        let [opened_payload, found_payload] = &v.payloads;
        let f: [&(dyn tokio_postgres::types::ToSql + Sync); 2] = [&v.stream, &v.hash];
        let d: [&(dyn tokio_postgres::types::ToSql + Sync); 2] = [&g.brand_id, &v.shard];
        let e: [&(dyn tokio_postgres::types::ToSql + Sync); 5] =
            [&v.notification_id, &g.customer_id, &v.ticket_id, &v.message_id, &v.now];
        tokio::try_join!(
            tx.execute(ticket, &a),
            tx.execute(message, &b),
            tx.execute(body, &c),
            tx.execute(evidence, &named),
            write_event(1, opened, opened_payload),
            write_event(2, found, found_payload),
            tx.execute(head, &f),
            tx.execute(told, &e),
            tx.execute(count, &d)
        )?;
        tx.commit().await?;
        Ok(())
    }
}
