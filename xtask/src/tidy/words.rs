//! Nothing is committed that says it is not done.

use super::Finding;
use super::scan::find_word;
use super::source::SourceFile;

const LANGUAGES: &[&str] = &[
    "rs", "ts", "js", "mjs", "svelte", "css", "html", "ftl", "sql", "sh", "toml", "yml", "yaml",
    "md", "service",
];

/// Told apart by case: "todo" is a Spanish word.
const MARKS: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];

const MACROS: &[&str] = &["todo!", "unimplemented!"];

const PHRASES: &[&str] =
    &["coming soon", "not implemented yet", "not yet implemented", "under construction"];

pub fn nothing_left_to_do(file: &SourceFile) -> Vec<Finding> {
    if !LANGUAGES.contains(&file.extension()) || file.is_test_input() {
        return Vec::new();
    }
    let marks = MARKS.iter().flat_map(|mark| words(file, file.text(), mark));
    let code = file.rust().map_or("", |rust| &rust.code);
    let macros = MACROS.iter().flat_map(|name| words(file, code, name));
    let lower = file.text().to_ascii_lowercase();
    let phrases = PHRASES.iter().flat_map(|phrase| words(file, &lower, phrase));
    marks.chain(macros).chain(phrases).collect()
}

fn words(file: &SourceFile, text: &str, word: &str) -> Vec<Finding> {
    find_word(text, word)
        .map(|offset| {
            file.finding(
                offset,
                format!("`{word}`: do it, or plan it in docs/; a reader cannot use it"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let findings = nothing_left_to_do(&SourceFile::new(path, text));
        findings.into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn marks_of_unfinished_work_are_refused() {
        assert_eq!(lines("a.rs", "// TODO: later\nfn a() { todo!() }"), [1, 2]);
        assert_eq!(lines("a.rs", "unimplemented!(\"later\")"), [1]);
        assert_eq!(lines("ui/console/a.svelte", "<p>Coming soon</p>"), [1]);
        assert_eq!(lines("docs/a.md", "# A\nFIXME"), [2]);
    }

    #[test]
    fn words_that_only_look_alike_pass() {
        assert_eq!(lines("locales/es/site.ftl", "all = todo"), [0; 0]);
        assert_eq!(lines("a.rs", "let todos = mastodon_TODOS; // todo! in a comment"), [0; 0]);
        assert_eq!(lines("crates/guard/corpus/a.html", "TODO"), [0; 0]);
    }
}
