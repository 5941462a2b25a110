//! One file of the project, as the rules see it.

use super::Finding;
use super::rust_text::{self, RustText};
use super::scan;

pub struct SourceFile {
    path: String,
    text: String,
    rust: Option<RustText>,
}

impl SourceFile {
    /// Takes a path relative to the root of the project, with `/`.
    pub fn new(path: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        let rust = path.ends_with(".rs").then(|| rust_text::split(&text));
        Self { path: path.to_owned(), text, rust }
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file taken apart, if it is Rust.
    pub fn rust(&self) -> Option<&RustText> {
        self.rust.as_ref()
    }

    /// `rs` of `a/b.rs`; empty if there is none.
    pub fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Whether one of these names is a folder of the path.
    pub fn is_below(&self, folders: &[&str]) -> bool {
        let (above, _) = self.path.rsplit_once('/').unwrap_or_default();
        above.split('/').any(|folder| folders.contains(&folder))
    }

    /// What tests feed to the product, which is as ugly as the world.
    pub fn is_test_input(&self) -> bool {
        self.is_below(&["corpus", "fixtures", "snapshots"])
    }

    /// A lock file, which a tool writes.
    pub fn is_lock(&self) -> bool {
        self.path.ends_with("Cargo.lock") || self.path.ends_with("package-lock.json")
    }

    /// From which byte on a Rust file is tests; its length if it has none.
    pub fn tests_start(&self) -> usize {
        if self.is_below(&["tests"]) || self.path.ends_with("/tests.rs") {
            return 0;
        }
        let code = self.rust.as_ref().map_or("", |rust| rust.code.as_str());
        let mut starts = scan::find_all(code, "#[cfg(test)]");
        let module = |start: &usize| code.get(*start..).is_some_and(opens_module);
        starts.find(module).unwrap_or(self.text.len())
    }

    /// A finding at a byte of this file.
    pub fn finding(&self, offset: usize, message: impl Into<String>) -> Finding {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line = 1 + before.matches('\n').count();
        Finding { path: self.path.clone(), line, message: message.into() }
    }
}

/// Whether an attributed item is `mod name { … }`: a module with tests at the foot of its file.
fn opens_module(item: &str) -> bool {
    let body = item.find(['{', ';']).and_then(|end| item.get(..=end)).unwrap_or_default();
    body.ends_with('{') && scan::find_word(body, "mod").next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_from_the_rest() {
        let starts = |path: &str, text: &str| SourceFile::new(path, text).tests_start();
        assert_eq!(starts("a/src/b.rs", "fn a() {}\n#[cfg(test)]\nmod tests { }\n"), 10);
        for no_tests in
            ["fn a() {}\n#[cfg(test)]\nmod tests;\n", "#[cfg(test)]\nfn only_here() {}\n"]
        {
            assert_eq!(starts("a/src/b.rs", no_tests), no_tests.len());
        }
        assert_eq!(starts("a/tests/it/b.rs", "fn a() {}\n"), 0);
        assert_eq!(starts("a/src/b/tests.rs", "fn a() {}\n"), 0);
    }

    #[test]
    fn a_finding_knows_its_line() {
        let file = SourceFile::new("a.css", "one\ntwo\nthree\n");
        assert_eq!(file.finding(4, "x").line, 2);
    }

    #[test]
    fn folders_and_extensions() {
        let file = SourceFile::new("crates/guard/corpus/a.tar.gz", "");
        assert!(file.is_test_input());
        assert!(!file.is_below(&["a.tar.gz"]));
        assert_eq!(file.extension(), "gz");
        assert_eq!(SourceFile::new("LICENSE", "").extension(), "");
    }
}
