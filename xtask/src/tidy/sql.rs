//! SQL that must run on SQLite, PostgreSQL and the databases that speak like it: no feature that one of them
//! lacks or does differently, and nothing that happens outside of the transaction that asked for it.

use super::Finding;
use super::scan::is_word_char;
use super::source::SourceFile;

const IDS: &str = "ids are made by the application";
const FEED: &str = "followers read the feed";
const LOCKS: &str = "lock a row, or take a lease";
const VERBS: &str = "the verb writes what follows from it";
const LOGIC: &str = "logic is Rust";
const PAGES: &str = "page through the rows instead";

/// Words in a row, and what to do instead.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (&["create", "sequence"], IDS),
    (&["nextval", "("], IDS),
    (&["currval", "("], IDS),
    (&["setval", "("], IDS),
    (&["always", "as", "identity"], IDS),
    (&["default", "as", "identity"], IDS),
    (&["autoincrement"], IDS),
    (&["pg_notify", "("], FEED),
    (&["pg_advisory_lock", "("], LOCKS),
    (&["pg_advisory_xact_lock", "("], LOCKS),
    (&["pg_try_advisory_lock", "("], LOCKS),
    (&["pg_try_advisory_xact_lock", "("], LOCKS),
    (&["create", "trigger"], VERBS),
    (&["replace", "trigger"], VERBS),
    (&["constraint", "trigger"], VERBS),
    (&["create", "function"], LOGIC),
    (&["replace", "function"], LOGIC),
    (&["create", "procedure"], LOGIC),
    (&["replace", "procedure"], LOGIC),
    (&["temp", "table"], PAGES),
    (&["temp", "view"], PAGES),
    (&["temporary", "table"], PAGES),
    (&["temporary", "view"], PAGES),
    (&["unlogged", "table"], "what is lost in a crash is no table of ours"),
];

/// Column types that hide a sequence.
const SERIAL_TYPES: &[&str] =
    &["serial", "bigserial", "smallserial", "serial2", "serial4", "serial8"];

/// Words that are a command only at the head of a statement.
const COMMANDS: &[&str] = &["listen", "unlisten", "notify"];

/// Looks at `.sql` files and at the strings of Rust code.
pub fn only_portable_sql(file: &SourceFile) -> Vec<Finding> {
    if !file.path().starts_with("crates/") {
        return Vec::new();
    }
    match (file.extension(), file.rust()) {
        ("sql", _) => findings(file, 0, file.text()),
        (_, Some(rust)) => {
            rust.strings.iter().flat_map(|it| findings(file, it.offset, &it.text)).collect()
        }
        _ => Vec::new(),
    }
}

fn findings(file: &SourceFile, start: usize, text: &str) -> Vec<Finding> {
    let text = without_comments(text).to_ascii_lowercase();
    let tokens = tokens(&text);
    let makes_table = has(&tokens, &["create", "table"]) || has(&tokens, &["alter", "table"]);
    let mut found = Vec::new();
    let mut report = |offset: usize, words: &str, instead: &str| {
        found.push(file.finding(start + offset, format!("`{words}` in SQL: {instead}")));
    };
    for rest in suffixes(&tokens) {
        let Some((offset, word)) = rest.first() else { continue };
        for (words, instead) in FORBIDDEN.iter().filter(|(words, _)| begins(rest, words)) {
            report(*offset, &words.join(" "), instead);
        }
        if makes_table && SERIAL_TYPES.contains(word) {
            report(*offset, word, IDS);
        }
    }
    if holds_only_sql(file) {
        for (offset, word) in commands(&tokens) {
            report(offset, word, FEED);
        }
    }
    found
}

/// Elsewhere "notify customer" may well be a sentence.
fn holds_only_sql(file: &SourceFile) -> bool {
    let name = file.path().rsplit('/').next().unwrap_or_default();
    file.extension() == "sql" || name == "sql.rs" || name == "view.rs" || file.is_below(&["store"])
}

fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in super::scan::blank_between(text, "/*", "*/").split_inclusive('\n') {
        let end = line.find("--").unwrap_or(line.len());
        plain.push_str(line.get(..end).unwrap_or(line));
        super::scan::push_blank(&mut plain, line.get(end..).unwrap_or_default());
    }
    plain
}

/// Words and single marks with their offsets.
fn tokens(text: &str) -> Vec<(usize, &str)> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c| !is_word_char(c)).unwrap_or(rest.len());
        let length = if word == 0 { first.len_utf8() } else { word };
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        tokens.push((text.len() - rest.len(), token));
        rest = after.trim_start();
    }
    tokens
}

fn suffixes<T>(list: &[T]) -> impl Iterator<Item = &[T]> {
    (0..list.len()).filter_map(|start| list.get(start..))
}

fn begins(tokens: &[(usize, &str)], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|((_, token), word)| token == word)
}

fn has(tokens: &[(usize, &str)], words: &[&str]) -> bool {
    suffixes(tokens).any(|rest| begins(rest, words))
}

/// Statements such as `listen desk` and `notify desk, 'x'`.
fn commands<'a>(tokens: &[(usize, &'a str)]) -> Vec<(usize, &'a str)> {
    let statements = tokens.split(|(_, token)| *token == ";");
    let command = |statement: &[(usize, &'a str)]| match statement {
        [(offset, word), (_, channel)] | [(offset, word), (_, channel), (_, ","), ..]
            if COMMANDS.contains(word) && channel.starts_with(|c| is_word_char(c) || c == '*') =>
        {
            Some((*offset, *word))
        }
        _ => None,
    };
    statements.filter_map(command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let findings = only_portable_sql(&SourceFile::new(path, text));
        findings
            .into_iter()
            .map(|finding| format!("{}: {}", finding.line, finding.message))
            .collect()
    }

    fn is_refused(sql: &str) -> bool {
        let in_rust = format!("const SQL: &str = \"{sql}\";");
        let refused = !found("crates/desk/src/ticket/sql.rs", &in_rust).is_empty();
        assert_eq!(refused, !found("crates/desk/migrations/1.sql", sql).is_empty(), "{sql}");
        refused
    }

    #[test]
    fn what_is_not_portable_is_refused() {
        for sql in [
            "create sequence ticket_number",
            "select nextval('ticket_number')",
            "create table a (id bigserial primary key)",
            "alter table a add column b serial",
            "create table a (id bigint generated always as identity)",
            "create table a (id integer primary key autoincrement)",
            "LISTEN desk",
            "select 1; notify desk, 'x'",
            "unlisten *",
            "select pg_notify('desk', $1)",
            "select pg_advisory_xact_lock($1)",
            "create  trigger t after insert on a",
            "create or replace\n  function f() returns trigger",
            "create procedure p()",
            "create temp table t (a bigint)",
            "create temporary view v as select 1",
            "/*postgres*/ create unlogged table t (a bigint) /*end*/",
        ] {
            assert!(is_refused(sql), "{sql}");
        }
    }

    #[test]
    fn what_is_portable_is_not() {
        for sql in [
            "insert into a (b) values ($1) on conflict (b) do nothing",
            "create table listener (serial_number text, sequence bigint) /*sqlite*/ without rowid /*end*/",
            "select a from b where c = $1 for update -- no create trigger here",
            "select notify from preference; select 1",
        ] {
            assert!(!is_refused(sql), "{sql}");
        }
    }

    #[test]
    fn prose_and_comments_are_not_sql() {
        let text = "// create trigger\nlet a = \"notify customer\"; let b = \"cannot create temporary file\";";
        assert_eq!(found("crates/desk/src/job.rs", text), [""; 0]);
        assert_eq!(found("docs/a.sql", "create trigger"), [""; 0]);
    }

    #[test]
    fn the_line_is_that_of_the_word() {
        let text = "const A: &str = \"\n  select 1;\n  create trigger t\";";
        assert_eq!(
            found("crates/desk/src/a.rs", text),
            ["3: `create trigger` in SQL: the verb writes what follows from it"]
        );
    }
}
