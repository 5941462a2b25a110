//! Every byte of every covered column is changed, one at a time, behind the desk's back, and each change is found in the
//! table that it was made in.

use std::collections::BTreeSet;

use proofdesk_store::DbUrl;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::log::testing::{self, TestDesk};
use crate::log::verify::Finding;

/// Table, columns of its key, and the columns that the log covers.
const COVERED: &[(&str, &[&str], &[&str])] = &[
    (
        "event",
        &["id"],
        &[
            "id",
            "stream",
            "seq",
            "at",
            "actor",
            "kind",
            "v",
            "payload",
            "salt",
            "payload_digest",
            "prev",
            "hash",
        ],
    ),
    ("feed", &["pos"], &["pos", "event_id"]),
    ("stream_head", &["stream"], &["stream", "seq", "hash"]),
    ("erasure", &["id"], &["id", "at", "subject", "subject_id", "event_id"]),
    ("merkle_tile", &["level", "idx"], &["level", "idx", "hashes"]),
    ("checkpoint", &["size"], &["size", "root", "at", "key_id", "signature"]),
    ("log_key", &["id"], &["id", "public_key", "created_at"]),
    (
        "message",
        &["id"],
        &[
            "id",
            "ticket_id",
            "seq",
            "visibility",
            "author_kind",
            "author_id",
            "channel",
            "lang",
            "created_at",
            "verification",
        ],
    ),
    ("message_body", &["message_id"], &["message_id", "salt", "body", "html", "findings"]),
    (
        "attachment",
        &["id"],
        &[
            "id",
            "ticket_id",
            "message_id",
            "size",
            "sha256",
            "erased_at",
            "file_name",
            "content_type",
        ],
    ),
];

/// Columns of these tables that verification does not cover by itself, and why.
const NOT_COVERED: &[(&str, &[&str])] = &[(
    "attachment",
    &[
        // Who it is from and what became of it: `--state` compares them with the ticket's events (`tickets.rs`).
        "uploader_kind",
        "uploader_id",
        "leaks",
        "metadata",
        "scan",
        "scan_note",
        // A secret has no digest here. That it is there, or erased, is compared (`rows_that_vanish_or_appear_are_found`), and
        // with another one, or at another place of the file store, nothing opens that has the file's SHA-256.
        "sealed_key",
        "blob_id",
        // No event tells them.
        "brand_id",
        "created_at",
        "scanned_at",
    ],
)];

/// A value with one byte changed, for each of its bytes; a null made into something; a value made null.
fn changes(value: &Value) -> Vec<Value> {
    let flip = |bytes: &[u8], at: usize| {
        let mut changed = bytes.to_vec();
        changed[at] ^= 1;
        changed
    };
    match value {
        Value::Null => {
            vec![Value::Integer(1), Value::Blob(vec![1; 16]), Value::Text("x".to_owned())]
        }
        Value::Integer(n) => {
            let bytes = n.to_be_bytes();
            let all = (0..8).map(|at| i64::from_be_bytes(flip(&bytes, at).try_into().unwrap()));
            all.map(Value::Integer).chain([Value::Null]).collect()
        }
        Value::Text(text) => {
            let all =
                (0..text.len()).filter_map(|at| String::from_utf8(flip(text.as_bytes(), at)).ok());
            all.map(Value::Text).chain([Value::Null]).collect()
        }
        Value::Blob(bytes) => {
            let all = (0..bytes.len()).map(|at| flip(bytes, at));
            all.chain([bytes[1..].to_vec()]).map(Value::Blob).chain([Value::Null]).collect()
        }
        Value::Real(_) => unreachable!("no column is real"),
    }
}

struct Cell {
    table: &'static str,
    column: &'static str,
    key: Vec<(&'static str, Value)>,
    value: Value,
}

impl Cell {
    /// Writes `to` where `from` is; `false` when the database itself refuses it.
    fn write(&self, raw: &Connection, from: &Value, to: &Value) -> bool {
        let Self { table, column, .. } = self;
        let (mut sql, mut values) =
            (format!("update {table} set {column} = ?1 where true"), vec![to.clone()]);
        for (name, value) in &self.key {
            // A changed key column is found again under its new value.
            values.push(if name == column { from.clone() } else { value.clone() });
            sql.push_str(&format!(" and {name} is ?{}", values.len()));
        }
        matches!(raw.prepare_cached(&sql).unwrap().execute(params_from_iter(values)), Ok(1))
    }
}

impl Cell {
    /// Says whether a finding names the table and the row. A row whose key was changed is named by its new key, or as
    /// the one that is missing.
    fn is_named_by(&self, finding: &Finding) -> bool {
        let text = |value: &Value| match value {
            Value::Blob(bytes) => uuid::Uuid::from_slice(bytes).unwrap().to_string(),
            Value::Text(text) => text.clone(),
            Value::Integer(n) => n.to_string(),
            other => panic!("a key of {other:?}"),
        };
        let key: Vec<String> = self.key.iter().map(|(_, value)| text(value)).collect();
        let key_changed = self.key.iter().any(|(name, _)| *name == self.column);
        finding.table == self.table && (key_changed || names(&finding.row, &key.join(" ")))
    }
}

/// Says whether a row's name holds a key as a whole: 1 is not in 11.
fn names(row: &str, key: &str) -> bool {
    let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
    row.match_indices(key).any(|(at, _)| {
        is_end(row[..at].chars().next_back()) && is_end(row[at + key.len()..].chars().next())
    })
}

fn cells(raw: &Connection) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (table, key, columns) in COVERED {
        let sql = format!("select {}, {} from {table}", key.join(", "), columns.join(", "));
        let mut statement = raw.prepare(&sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let key_values: Vec<(&'static str, Value)> =
                key.iter().enumerate().map(|(i, name)| (*name, row.get(i).unwrap())).collect();
            for (i, column) in columns.iter().enumerate() {
                let value = row.get(key.len() + i).unwrap();
                cells.push(Cell { table, column, key: key_values.clone(), value });
            }
        }
    }
    cells
}

fn open_raw(desk: &TestDesk) -> Connection {
    let DbUrl::Sqlite { path } = &desk.db.options().url else { unreachable!("it is SQLite") };
    let raw = Connection::open(path).unwrap();
    // As somebody would who holds the file: no constraint of ours stands in the way, except unique ones.
    raw.execute_batch(
        "pragma foreign_keys = off; pragma ignore_check_constraints = on; pragma synchronous = off;",
    )
    .unwrap();
    raw
}

/// A new column of these tables is covered, or it is said here why not.
#[tokio::test]
async fn every_column_is_covered_or_it_is_said_why_not() {
    let desk = testing::sqlite().await;
    let raw = open_raw(&desk);
    for (table, _, covered) in COVERED {
        let mut statement = raw.prepare("select name from pragma_table_info(?1)").unwrap();
        let there = statement.query_map([table], |row| row.get::<_, String>(0)).unwrap();
        let there: BTreeSet<String> = there.map(Result::unwrap).collect();
        let excepted = NOT_COVERED.iter().filter(|(of, _)| of == table).flat_map(|(_, all)| *all);
        let said: BTreeSet<String> =
            covered.iter().chain(excepted).map(|name| (*name).to_owned()).collect();
        assert_eq!(there, said, "{table}");
    }
}

#[tokio::test]
async fn every_changed_byte_of_every_covered_column_is_found_and_named() {
    let desk = testing::sqlite().await;
    desk.fill().await;
    assert!(desk.verify().await.is_clean());
    let raw = open_raw(&desk);
    let (mut tried, mut refused, mut wrong) = (0, 0, Vec::new());
    for cell in cells(&raw) {
        for change in changes(&cell.value) {
            tried += 1;
            if !cell.write(&raw, &cell.value, &change) {
                refused += 1;
                continue;
            }
            let report = desk.verify().await;
            if !report.findings.iter().any(|finding| cell.is_named_by(finding)) {
                let Cell { table, column, key, value } = &cell;
                wrong.push(format!(
                    "{table}.{column} {key:?} {value:?} as {change:?}: {:?}",
                    report.findings
                ));
            }
            assert!(cell.write(&raw, &change, &cell.value), "{}.{}", cell.table, cell.column);
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
    assert!(desk.verify().await.is_clean(), "everything was put back");
    // Unique and not-null constraints answer for the rest.
    assert!(tried > 5_000 && refused < tried / 20, "{tried} tried, {refused} refused");
}
