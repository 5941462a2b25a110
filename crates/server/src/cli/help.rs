use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use proofdesk_desk::article::import::export;
use proofdesk_desk::id::BrandId;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Desk, brand};

use super::Settings;
use crate::help::{self, carried};
use crate::start::{self, operator_cx};

#[derive(Debug, Subcommand)]
pub enum HelpCommand {
    /// Bring the help centre to what a folder says: help/LANG/SECTION/SLUG.md, help/sections.toml, glossary/TERM.toml, and the
    /// pictures and files that texts name, files/ID/NAME. What differs becomes a new version and is public; what the folder does not
    /// name stays. Running it again changes nothing.
    Import(FolderArgs),
    /// Write what is public of the help centre into a folder, as `import` reads it.
    Export(FolderArgs),
    /// Read a folder and say what is wrong with it, by file and line. Needs no desk.
    Check(CheckArgs),
}

#[derive(Args, Debug)]
pub struct FolderArgs {
    /// The folder in which `help` and `glossary` are.
    folder: PathBuf,
    /// The brand's slug; the first brand when there is one alone.
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The folder in which `help` and `glossary` are.
    folder: PathBuf,
}

/// Runs a command about the help centre.
///
/// # Errors
/// What is wrong with the folder, a line each; what the desk refuses.
pub async fn run(settings: &Settings, command: &HelpCommand) -> Result<()> {
    match command {
        HelpCommand::Check(args) => check(&args.folder),
        HelpCommand::Import(args) => import(settings, args).await,
        HelpCommand::Export(args) => out(settings, args).await,
    }
}

fn check(folder: &Path) -> Result<()> {
    let (read, warnings) = help::read(&help::files(folder)?)?;
    warn(&warnings);
    warn(&carried::lacking(&read, &carried::places(folder)?));
    println!("{} articles, {} terms: nothing is wrong", read.articles.len(), read.terms.len());
    Ok(())
}

fn warn(warnings: &[String]) {
    for warning in warnings {
        eprintln!("{warning}");
    }
}

async fn import(settings: &Settings, args: &FolderArgs) -> Result<()> {
    let (folder, warnings) = help::read(&help::files(&args.folder)?)?;
    warn(&warnings);
    let places = carried::places(&args.folder)?;
    let desk = start::existing(&settings.load()?).await?;
    let brand_id = brand_of(&desk, args.brand.clone()).await?;
    let mut cx = operator_cx("help-import");
    // They come first, so that no text is public without its pictures.
    let files = carried::bring(&desk, &mut cx, brand_id, &places).await?;
    let changed = help::import(&desk, &mut cx, brand_id, &folder).await?;
    println!(
        "changed: {} sections, {} articles, {} texts, {} terms, {files} files",
        changed.sections, changed.articles, changed.texts, changed.terms
    );
    Ok(())
}

async fn out(settings: &Settings, args: &FolderArgs) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    let brand_id = brand_of(&desk, args.brand.clone()).await?;
    let files = desk.read(async move |rx| export(rx, &Viewer::Operator, brand_id).await).await?;
    for (path, text) in &files {
        let path = args.folder.join(path);
        let cannot = || format!("cannot write {}", path.display());
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(cannot)?;
        }
        std::fs::write(&path, text).with_context(cannot)?;
    }
    let carried = carried::carry(&desk, brand_id, &args.folder).await?;
    println!("{} files in {}", files.len() + carried.len(), args.folder.display());
    let own: BTreeSet<&String> = files.keys().collect();
    let others = help::files(&args.folder)?;
    for left in others.keys().filter(|path| !own.contains(path)) {
        eprintln!("{left} is not of this help centre, and was left alone");
    }
    let others = carried::places(&args.folder)?;
    for left in others.values().filter(|path| !carried.contains(*path)) {
        eprintln!("{} is not of this help centre, and was left alone", left.display());
    }
    Ok(())
}

async fn brand_of(desk: &Desk, slug: Option<String>) -> Result<BrandId> {
    let brands = desk.read(async |rx| brand::view::list(rx).await).await?;
    let known: Vec<&str> = brands.iter().map(|brand| brand.slug.as_str()).collect();
    let found = match &slug {
        Some(slug) => brands.iter().find(|brand| brand.slug == *slug),
        None if brands.len() > 1 => bail!("name the brand with --brand: {}", known.join(", ")),
        None => brands.first(),
    };
    match found {
        Some(brand) => Ok(brand.id),
        None if brands.is_empty() => bail!("this desk has no brand yet: start it once"),
        None => bail!("there is no such brand: {}", known.join(", ")),
    }
}
