//! Rules about Rust, and about tests in any language.

use super::Finding;
use super::scan::{find_all, find_word, is_word_char};
use super::source::SourceFile;

pub fn no_mod_rs(file: &SourceFile) -> Vec<Finding> {
    if file.path().ends_with("/mod.rs") {
        vec![file.finding(0, "name the file after its module: `a.rs` beside the folder `a`")]
    } else {
        Vec::new()
    }
}

pub fn no_allow(file: &SourceFile) -> Vec<Finding> {
    let openings = ["#[allow(", "#![allow(", ", allow("];
    in_code(
        file,
        0,
        &openings,
        "use `#[expect(…, reason = \"…\")]`, which tells when it is not needed any more",
    )
}

pub fn no_ignored_tests(file: &SourceFile) -> Vec<Finding> {
    const MESSAGE: &str = "a test that does not run proves nothing: mend it or delete it";
    match file.extension() {
        "rs" => in_code(file, 0, &["#[ignore"], MESSAGE),
        "ts" | "js" | "mjs" => {
            let calls = ["test", "it", "describe"].into_iter().flat_map(|runner| {
                ["skip", "only", "todo"].map(|word| format!("{runner}.{word}("))
            });
            calls.flat_map(|call| words_in(file, file.text(), 0, &call, MESSAGE)).collect()
        }
        _ => Vec::new(),
    }
}

/// A delay that is itself what a test is about (a slow writer, a late answer) may stay if the line, or the
/// one above it, says `// Delay because …`; waiting for something may not.
pub fn no_sleeping_tests(file: &SourceFile) -> Vec<Finding> {
    const MESSAGE: &str = "a test waits for the thing itself, never for time to pass \
                           (a delay under test says `// Delay because …`)";
    let found = match file.extension() {
        "rs" => {
            let calls = ["thread::sleep(", "time::sleep(", "sleep_until("];
            in_code(file, file.tests_start(), &calls, MESSAGE)
        }
        "ts" | "js" | "mjs"
            if file.is_below(&["e2e", "tests"]) || file.path().contains(".test.") =>
        {
            let calls = ["waitForTimeout(", "setTimeout("];
            calls.iter().flat_map(|call| words_in(file, file.text(), 0, call, MESSAGE)).collect()
        }
        _ => Vec::new(),
    };
    found.into_iter().filter(|finding| !is_explained(file, finding)).collect()
}

fn is_explained(file: &SourceFile, finding: &Finding) -> bool {
    let mut lines = file.text().lines().skip(finding.line.saturating_sub(2)).take(2);
    lines.any(|line| line.contains("// Delay because "))
}

/// What clippy's list of methods cannot name: macros, types of crates that may not be there, keywords.
pub fn no_hidden_globals(file: &SourceFile) -> Vec<Finding> {
    if !file.path().starts_with("crates/") {
        return Vec::new();
    }
    let globals = [
        ("thread_rng(", "randomness comes from `Cx`"),
        ("rand::rng(", "randomness comes from `Cx`"),
        ("rand::random", "randomness comes from `Cx`"),
        ("OsRng", "randomness comes from `Cx`"),
        ("SysRng", "randomness comes from `Cx`"),
        ("chrono", "time is `jiff`, and the clock is `Cx::now`"),
        ("thread_local!", "what a task needs is handed to it: it may go on in another thread"),
        ("lazy_static!", "what a function needs is handed to it"),
        ("static mut", "what a function needs is handed to it"),
    ];
    globals.iter().flat_map(|(global, why)| in_code(file, 0, &[global], why)).collect()
}

pub fn no_doer_objects(file: &SourceFile) -> Vec<Finding> {
    let Some(rust) = file.rust() else { return Vec::new() };
    let name_at = |offset: usize| {
        let tail = rust.code.get(offset + "struct ".len()..).unwrap_or_default();
        tail.split(|c| !is_word_char(c)).next().unwrap_or_default()
    };
    let doer = |name: &str| {
        ["Service", "Manager", "Repository", "Handler"].iter().any(|ending| name.ends_with(ending))
    };
    find_word(&rust.code, "struct ")
        .filter(|offset| doer(name_at(*offset)))
        .map(|offset| {
            file.finding(offset, "a function does things; a struct is named after what it holds")
        })
        .collect()
}

fn in_code(file: &SourceFile, from: usize, needles: &[&str], message: &str) -> Vec<Finding> {
    let Some(rust) = file.rust() else { return Vec::new() };
    needles.iter().flat_map(|needle| words_in(file, &rust.code, from, needle, message)).collect()
}

fn words_in(file: &SourceFile, text: &str, from: usize, word: &str, message: &str) -> Vec<Finding> {
    let offsets: Vec<usize> = if word.starts_with(is_word_char) {
        find_word(text, word).collect()
    } else {
        find_all(text, word).collect()
    };
    offsets
        .into_iter()
        .filter(|offset| *offset >= from)
        .map(|offset| file.finding(offset, format!("`{}`: {message}", word.trim_end_matches('('))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rule: fn(&SourceFile) -> Vec<Finding>, path: &str, text: &str) -> Vec<usize> {
        rule(&SourceFile::new(path, text)).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn mod_rs_is_refused() {
        assert_eq!(lines(no_mod_rs, "crates/a/src/b/mod.rs", ""), [1]);
        assert_eq!(lines(no_mod_rs, "crates/a/src/mod_rs.rs", ""), [0; 0]);
    }

    #[test]
    fn allow_is_refused() {
        assert_eq!(lines(no_allow, "a.rs", "#[allow(dead_code)]\nfn a() {}"), [1]);
        assert_eq!(lines(no_allow, "a.rs", "\n#![allow(dead_code)]"), [2]);
        assert_eq!(lines(no_allow, "a.rs", "#[cfg_attr(test, allow(dead_code))]"), [1]);
        assert_eq!(lines(no_allow, "a.rs", "// #[allow(x)]\nlet a = \"#[allow(x)]\";"), [0; 0]);
    }

    #[test]
    fn ignored_tests_are_refused() {
        assert_eq!(lines(no_ignored_tests, "a.rs", "#[test]\n#[ignore]\nfn a() {}"), [2]);
        assert_eq!(lines(no_ignored_tests, "a.rs", "#[ignore = \"slow\"]"), [1]);
        assert_eq!(lines(no_ignored_tests, "e2e/a.mjs", "test.skip('a', …)\nit.only('b')"), [1, 2]);
        assert_eq!(lines(no_ignored_tests, "e2e/a.mjs", "await latest.skip(1)"), [0; 0]);
    }

    #[test]
    fn sleeping_tests_are_refused() {
        let call = "fn a() {\n    tokio::time::sleep(SECOND).await;\n}";
        assert_eq!(lines(no_sleeping_tests, "crates/a/tests/it/b.rs", call), [2]);
        assert_eq!(lines(no_sleeping_tests, "crates/a/src/b.rs", call), [0; 0]);
        let foot = "fn a() { sleep(); }\n#[cfg(test)]\nmod tests {\n    std::thread::sleep(S);\n}";
        assert_eq!(lines(no_sleeping_tests, "crates/a/src/b.rs", foot), [4]);
        assert_eq!(lines(no_sleeping_tests, "e2e/a.ts", "await page.waitForTimeout(5)"), [1]);
        assert_eq!(lines(no_sleeping_tests, "ui/console/src/a.ts", "setTimeout(f, 5)"), [0; 0]);
    }

    #[test]
    fn a_delay_under_test_may_say_so() {
        let explained = "// Delay because writers must overlap.\ntokio::time::sleep(d).await;";
        assert_eq!(lines(no_sleeping_tests, "crates/a/tests/b.rs", explained), [0; 0]);
        let elsewhere = "// Delay because writers must overlap.\n\ntokio::time::sleep(d).await;";
        assert_eq!(lines(no_sleeping_tests, "crates/a/tests/b.rs", elsewhere), [3]);
    }

    #[test]
    fn hidden_globals_are_refused() {
        assert_eq!(lines(no_hidden_globals, "crates/a/src/b.rs", "let rng = OsRng;"), [1]);
        assert_eq!(lines(no_hidden_globals, "crates/a/src/b.rs", "thread_local! {}"), [1]);
        assert_eq!(lines(no_hidden_globals, "crates/a/src/b.rs", "chrono::Utc::now()"), [1]);
        assert_eq!(
            lines(no_hidden_globals, "crates/a/src/b.rs", "// OsRng\nsynchronous()"),
            [0; 0]
        );
    }

    #[test]
    fn doer_objects_are_refused() {
        assert_eq!(lines(no_doer_objects, "a.rs", "pub struct TicketService;"), [1]);
        assert_eq!(lines(no_doer_objects, "a.rs", "struct Handler<T> { t: T }"), [1]);
        assert_eq!(lines(no_doer_objects, "a.rs", "struct ServiceLevel;\nstruct Desk;"), [0; 0]);
    }
}
