//! Texts that are made at run time (filters of lists), of which a few are asked again and again.
//!
//! A text that is asked a second time is prepared on each connection that runs it, as those of the program are, so that the
//! server need not read and plan it anew. How many are kept is bounded: the one that was not asked for the longest time makes
//! room, and is let go on every connection.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Mutex;

use deadpool_postgres::Pool;
use tokio_postgres::Statement;
use tokio_postgres::types::{ToSql, Type};

use super::{Conn, stale};
use crate::limits::{DYNAMIC_TEXT_BYTES, DYNAMIC_TEXTS};
use crate::{Result, lock};

/// Texts that were asked once and are remembered for it, by their digest.
const SEEN: usize = 256;

/// A connection, with what is known of the texts that run on it.
#[derive(Clone, Copy)]
pub(crate) struct Link<'a> {
    pub conn: &'a Conn,
    texts: Option<&'a Texts>,
}

impl<'a> Link<'a> {
    /// One for closures, which make texts.
    pub(super) fn new(conn: &'a Conn, texts: &'a Texts) -> Self {
        Link { conn, texts: Some(texts) }
    }

    /// One for the store's own statements.
    pub(crate) fn alone(conn: &'a Conn) -> Self {
        Link { conn, texts: None }
    }

    /// The prepared statement of a text that is asked often; `None` for any other.
    pub(super) async fn prepared(
        self,
        sql: &str,
        params: &[(&(dyn ToSql + Sync), Type)],
    ) -> Result<Option<Statement>> {
        let Some(texts) = self.texts else { return Ok(None) };
        let types: Vec<Type> = params.iter().map(|(_, of)| of.clone()).collect();
        if !texts.keeps(sql, &types) {
            return Ok(None);
        }
        let statement = self.conn.prepare_typed_cached(sql, &types).await;
        // Whoever let the text go meanwhile did not find it here.
        if !texts.has(sql, &types) {
            drop(self.conn.statement_cache.remove(sql, &types));
        }
        statement.map(Some).map_err(|e| stale(self.conn, e))
    }
}

/// The texts that are prepared on the connections of a pool.
pub(super) struct Texts {
    pool: Pool,
    list: Mutex<List>,
}

impl Texts {
    pub(super) fn new(pool: Pool) -> Self {
        Texts { pool, list: Mutex::default() }
    }

    /// Notes that a text is asked, and says whether it is one to be prepared.
    fn keeps(&self, sql: &str, types: &[Type]) -> bool {
        let (is_kept, let_go) = lock(&self.list).ask(sql, types);
        if let Some(text) = let_go {
            // The server forgets it too, once no one runs it any more.
            self.pool.manager().statement_caches.remove(&text.sql, &text.types);
        }
        is_kept
    }

    fn has(&self, sql: &str, types: &[Type]) -> bool {
        lock(&self.list).place(sql, types).is_some()
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Text {
    sql: String,
    types: Vec<Type>,
}

#[derive(Default)]
struct List {
    /// The one that was asked last at the end.
    kept: Vec<Text>,
    seen: VecDeque<u64>,
}

impl List {
    /// Whether this text is kept from now on, and which one is not any more.
    fn ask(&mut self, sql: &str, types: &[Type]) -> (bool, Option<Text>) {
        if let Some(place) = self.place(sql, types) {
            let text = self.kept.remove(place);
            self.kept.push(text);
            return (true, None);
        }
        if sql.len() > DYNAMIC_TEXT_BYTES {
            return (false, None);
        }
        let digest = digest(sql, types);
        let Some(place) = self.seen.iter().position(|seen| *seen == digest) else {
            if self.seen.len() >= SEEN {
                self.seen.pop_front();
            }
            self.seen.push_back(digest);
            return (false, None);
        };
        self.seen.remove(place);
        let let_go = (self.kept.len() >= DYNAMIC_TEXTS).then(|| self.kept.remove(0));
        self.kept.push(Text { sql: sql.to_owned(), types: types.to_vec() });
        (true, let_go)
    }

    fn place(&self, sql: &str, types: &[Type]) -> Option<usize> {
        self.kept.iter().position(|text| text.sql == sql && text.types == types)
    }
}

/// Two texts with the same one would do no harm: the second is prepared when it is asked for the first time.
fn digest(sql: &str, types: &[Type]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (sql, types).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(n: usize) -> String {
        format!("select {n}")
    }

    /// Asks for it, and says whether it is kept.
    fn ask(list: &mut List, n: usize) -> bool {
        list.ask(&text(n), &[]).0
    }

    #[test]
    fn what_is_asked_a_second_time_is_kept() {
        let mut list = List::default();
        assert!(!ask(&mut list, 1));
        assert!(ask(&mut list, 1));
        assert!(ask(&mut list, 1));
        assert!(!ask(&mut list, 2));
        assert_eq!((list.kept.len(), list.seen.len()), (1, 1));
    }

    #[test]
    fn the_same_words_with_other_types_are_another_text() {
        let mut list = List::default();
        let mut asked = |types: &[Type]| list.ask("select $1", types).0;
        assert_eq!([asked(&[Type::INT8]), asked(&[Type::UNKNOWN])], [false, false]);
        assert_eq!([asked(&[Type::INT8]), asked(&[Type::UNKNOWN])], [true, true]);
    }

    #[test]
    fn what_was_not_asked_for_the_longest_time_makes_room() {
        let mut list = List::default();
        for n in 0..DYNAMIC_TEXTS {
            assert_eq!([ask(&mut list, n), ask(&mut list, n)], [false, true]);
        }
        assert!(ask(&mut list, 0), "it is the youngest now");
        assert!(!ask(&mut list, 1_000));
        let (is_kept, let_go) = list.ask(&text(1_000), &[]);
        assert_eq!((is_kept, let_go), (true, Some(Text { sql: text(1), types: Vec::new() })));
        assert_eq!(list.kept.len(), DYNAMIC_TEXTS);
        assert!(list.place(&text(0), &[]).is_some());
        // One that was let go begins anew.
        assert_eq!([ask(&mut list, 1), ask(&mut list, 1)], [false, true]);
    }

    #[test]
    fn what_is_asked_once_and_what_is_long_takes_no_room() {
        let mut list = List::default();
        for n in 0..10 * SEEN {
            assert!(!ask(&mut list, n));
        }
        assert_eq!((list.kept.len(), list.seen.len()), (0, SEEN));
        let long = "x".repeat(DYNAMIC_TEXT_BYTES + 1);
        for _ in 0..3 {
            assert_eq!(list.ask(&long, &[]), (false, None));
        }
        assert_eq!((list.kept.len(), list.seen.len()), (0, SEEN));
    }
}
