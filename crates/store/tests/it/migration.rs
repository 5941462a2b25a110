//! Migrations: forward only, never changed, safe when two nodes start at once.

use futures_util::future::join_all;
use proofdesk_store::{Applied, Db, DbUrl, Error, Migration, Options, Result, testing};

const ONE: Migration =
    Migration { version: 1, name: "one", sql: "create table a (id bigint not null primary key)" };
const TWO: Migration =
    Migration { version: 2, name: "two", sql: "alter table a add column b text" };
const THREE: Migration =
    Migration { version: 3, name: "three", sql: "create table c (id bigint not null primary key)" };

async fn empty() -> Vec<(Options, tempfile::TempDir)> {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = DbUrl::Sqlite { path: folder.path().join("m.db") };
    vec![
        (Options::new(sqlite), folder),
        (Options::new(testing::empty_postgres().await), tempfile::tempdir().unwrap()),
    ]
}

fn app(db: &Db) -> Vec<(i64, bool)> {
    let is_app = |applied: &&Applied| applied.family == "app";
    db.migrations()
        .iter()
        .filter(is_app)
        .map(|applied| (applied.version, applied.unknown))
        .collect()
}

#[tokio::test]
async fn each_is_applied_once_and_later_ones_are_added() {
    for (options, _folder) in empty().await {
        assert_eq!(app(&Db::open(options.clone(), &[ONE]).await.unwrap()), [(1, false)]);
        assert_eq!(
            app(&Db::open(options.clone(), &[ONE, TWO, THREE]).await.unwrap()),
            [(1, false), (2, false), (3, false)]
        );
        let db = Db::open(options, &[ONE, TWO, THREE]).await.unwrap();
        let rows: Result<Vec<(i64, Option<String>)>> =
            db.read(async |rx| rx.query("select id, b from a", &[]).await).await;
        assert!(rows.unwrap().is_empty());
    }
}

/// Whoever only reads brings nothing up to date: the desk may run on by the program that made it.
#[tokio::test]
async fn looking_at_an_older_database_says_so_and_changes_nothing() {
    for (options, _folder) in empty().await {
        Db::open(options.clone(), &[ONE]).await.unwrap().close().await;
        let Err(Error::Migration(told)) = Db::look(options.clone(), &[ONE, TWO]).await else {
            panic!("it was opened")
        };
        assert!(told.contains("older than this program (missing: 1)"), "{told}");
        let db = Db::look(options.clone(), &[ONE]).await.unwrap();
        assert_eq!(app(&db), [(1, false)]);
        let refused: Result<u64> =
            db.write(async |tx| tx.exec("insert into a (id) values (1)", &[]).await).await;
        assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
        db.close().await;
        Db::open(options.clone(), &[ONE, TWO]).await.unwrap().close().await;
        assert_eq!(app(&Db::look(options, &[ONE]).await.unwrap()), [(1, false), (2, true)]);
    }
}

/// An SQLite file in which nothing was ever kept is no database of ours.
#[tokio::test]
async fn looking_at_an_empty_file_makes_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.db");
    std::fs::write(&path, "").unwrap();
    let looked = Db::look(Options::new(DbUrl::Sqlite { path: path.clone() }), &[ONE]).await;
    assert!(matches!(looked, Err(Error::Migration(_))), "{:?}", looked.err());
    assert_eq!(std::fs::metadata(&path).unwrap().len(), 0);
}

#[tokio::test]
async fn the_previous_binary_opens_a_newer_database_and_says_so() {
    for (options, _folder) in empty().await {
        Db::open(options.clone(), &[ONE, TWO]).await.unwrap();
        assert_eq!(app(&Db::open(options, &[ONE]).await.unwrap()), [(1, false), (2, true)]);
    }
}

#[tokio::test]
async fn a_changed_or_skipped_one_is_refused() {
    for (options, _folder) in empty().await {
        Db::open(options.clone(), &[ONE, THREE]).await.unwrap();
        let changed = Migration { sql: "create table a (id bigint)", ..ONE };
        for refused in [&[changed, THREE][..], &[ONE, TWO, THREE][..], &[THREE, ONE][..]] {
            let opened = Db::open(options.clone(), refused).await;
            assert!(matches!(opened.err().unwrap(), Error::Migration(_)));
        }
    }
}

#[tokio::test]
async fn one_that_fails_leaves_nothing_behind() {
    for (options, _folder) in empty().await {
        let broken = Migration {
            version: 2,
            name: "broken",
            sql: "create table half (id bigint); create nonsense",
        };
        let opened = Db::open(options.clone(), &[ONE, broken]).await;
        assert!(matches!(opened.err().unwrap(), Error::Migration(_)));
        let fixed = Migration { sql: "create table half (id bigint)", ..broken };
        assert_eq!(app(&Db::open(options, &[ONE, fixed]).await.unwrap()), [(1, false), (2, false)]);
    }
}

#[tokio::test]
async fn a_table_can_be_rebuilt_on_sqlite_but_rows_must_not_dangle() {
    let sql = "create table p (id bigint not null primary key);
        create table q (id bigint not null primary key, p bigint not null references p (id));
        insert into p (id) values (1); insert into q (id, p) values (1, 1);";
    let parents = Migration { version: 1, name: "parents", sql };
    let rebuild = Migration {
        version: 2,
        name: "rebuild",
        sql: "/*sqlite*/ create table p2 (id bigint not null primary key, name text);
            insert into p2 (id) select id from p; drop table p; alter table p2 rename to p /*end*/
            /*postgres*/ alter table p add column name text /*end*/",
    };
    let orphan = Migration { version: 3, name: "orphan", sql: "delete from p" };
    for (options, _folder) in empty().await {
        Db::open(options.clone(), &[parents, rebuild]).await.unwrap();
        let dangling = Db::open(options, &[parents, rebuild, orphan]).await;
        assert!(matches!(dangling.err().unwrap(), Error::Migration(_)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_start_together_migrate_once() {
    for (options, _folder) in empty().await {
        let opened = join_all((0..6).map(|_| Db::open(options.clone(), &[ONE, TWO]))).await;
        for db in opened {
            assert_eq!(app(&db.unwrap()), [(1, false), (2, false)]);
        }
    }
}
