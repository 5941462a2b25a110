//! `cargo xtask tidy`: the house rules that neither the compiler nor clippy knows.
//!
//! A rule is a function from one file (or from the crate graph) to what it finds wrong. Each has a test
//! that shows it fail. The rules are written so that they see no false alarm in honest code, rather than every
//! way round them: they are for people who forget, not for people who cheat.

mod colours;
mod fluent;
mod graph;
mod places;
mod rust_code;
mod rust_text;
mod scan;
mod size;
mod source;
mod sql;
mod style_sheets;
mod words;

use crate::workspace::Workspace;
use anyhow::{Result, bail};
use source::SourceFile;

/// One breach of one rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    /// From 1; 0 for a file as a whole.
    line: usize,
    message: String,
}

type Rule = fn(&SourceFile) -> Vec<Finding>;

/// The rules that look at one file at a time.
const RULES: &[Rule] = &[
    rust_code::no_mod_rs,
    rust_code::no_allow,
    rust_code::no_ignored_tests,
    rust_code::no_sleeping_tests,
    rust_code::no_hidden_globals,
    rust_code::no_doer_objects,
    sql::only_portable_sql,
    words::nothing_left_to_do,
    places::no_machine_paths,
    places::no_registry_hosts,
    colours::only_in_tokens,
    style_sheets::only_logical_sides,
    size::no_endless_files,
];

/// Where the rules name what they forbid.
const RULES_THEMSELVES: &str = "xtask/src/tidy/";

/// Prints what breaks a rule, and what is largest; an error if a rule is broken.
pub fn run(workspace: &Workspace) -> Result<()> {
    let files = read(workspace)?;
    let mut findings: Vec<_> = files
        .iter()
        .filter(|file| !file.path().starts_with(RULES_THEMSELVES))
        .flat_map(|file| RULES.iter().flat_map(|rule| rule(file)))
        .collect();
    findings.extend(graph::check(&workspace.packages, |manifest| workspace.read(manifest)));
    findings.extend(fluent::check(&files));
    findings.sort();
    println!("{}", size::largest(&files));
    for Finding { path, line, message } in &findings {
        println!("{path}:{line}: {message}");
    }
    match findings.len() {
        0 => Ok(()),
        count => bail!("tidy: {count} things are against the rules of the house"),
    }
}

/// Every text that is or would be committed; what is no UTF-8 is no text.
fn read(workspace: &Workspace) -> Result<Vec<SourceFile>> {
    let paths = workspace.files(&[])?.into_iter();
    Ok(paths.filter_map(|path| Some(SourceFile::new(&path, workspace.read(&path).ok()?))).collect())
}
