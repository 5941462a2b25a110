//! Articles that come from a folder, and go into one: what the command line and the demo share.

pub mod carried;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use proofdesk_desk::article::folder::Fault;
use proofdesk_desk::article::import::{Changed, Folder, article, ground};
use proofdesk_desk::article::{asking, folder};
use proofdesk_desk::id::BrandId;
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Cx, Desk};
use rust_embed::{EmbeddedFile, RustEmbed};

/// Deeper than this no folder of articles is; a link that leads in a circle ends here too.
const DEEPEST: usize = 4;

#[derive(RustEmbed)]
#[folder = "../../profiles/coinex/help"]
#[prefix = "help/"]
struct ShippedHelp;

#[derive(RustEmbed)]
#[folder = "../../profiles/coinex/glossary"]
#[prefix = "glossary/"]
struct ShippedGlossary;

/// The folder that is shipped inside the program.
pub fn shipped() -> BTreeMap<String, String> {
    let help = ShippedHelp::iter().map(|path| (ShippedHelp::get(&path), path));
    let terms = ShippedGlossary::iter().map(|path| (ShippedGlossary::get(&path), path));
    let text = |(file, path): (Option<EmbeddedFile>, Cow<'static, str>)| {
        Some((path.into_owned(), String::from_utf8(file?.data.into_owned()).ok()?))
    };
    help.chain(terms).filter_map(text).collect()
}

/// The files below a folder that are articles, sections and terms, by path.
///
/// # Errors
/// When one cannot be read.
pub fn files(root: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for top in ["help", "glossary"] {
        let folder = root.join(top);
        if folder.is_dir() {
            collect(&folder, &format!("{top}/"), DEEPEST, &mut files)?;
        }
    }
    if files.is_empty() {
        bail!("{} has neither a folder help nor a folder glossary", root.display());
    }
    Ok(files)
}

fn collect(
    folder: &Path,
    top: &str,
    deepest: usize,
    files: &mut BTreeMap<String, String>,
) -> Result<()> {
    let cannot = || format!("cannot read {}", folder.display());
    for entry in std::fs::read_dir(folder).with_context(cannot)? {
        let path: PathBuf = entry.with_context(cannot)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = format!("{top}{}", name.unwrap_or_default());
        if path.is_dir() && deepest > 0 {
            collect(&path, &format!("{name}/"), deepest - 1, files)?;
        } else if name.ends_with(".md") || name.ends_with(".toml") {
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(name, text);
        }
    }
    Ok(())
}

/// What a folder holds, and where its articles seem to ask for a secret, by file and line.
///
/// # Errors
/// Every fault, a line each.
pub fn read(files: &BTreeMap<String, String>) -> Result<(Folder, Vec<String>)> {
    let told = |faults: Vec<Fault>| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", lines.join("\n"))
    };
    let folder = Folder::read(files).map_err(told)?;
    let mut warnings = Vec::new();
    for file in &folder.articles {
        let path = folder::path(file.lang, &file.section, &file.slug);
        let text = files.get(&path).map_or("", String::as_str);
        for hidden in hidden(&file.body) {
            warnings.push(format!("{path}: the guard hides something here ({hidden})"));
        }
        for found in asking(&file.title, &file.summary, &file.body) {
            let at = text.find(&found.words).unwrap_or(0);
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            warnings.push(format!(
                "{path}:{line}: does this ask for a secret ({})? {}",
                found.wanted, found.words
            ));
        }
    }
    Ok((folder, warnings))
}

/// The kinds of secrets that the guard would mask in a text: readers would see a mask in its place.
fn hidden(text: &str) -> Vec<&'static str> {
    let clean = Clean::new(text).ok();
    let findings = clean.iter().flat_map(|clean| clean.findings());
    findings.map(|finding| finding.kind.as_str()).collect()
}

/// Brings a brand's help centre to what a folder says.
///
/// # Errors
/// What the desk refuses.
pub async fn import(
    desk: &Desk,
    cx: &mut Cx,
    brand_id: BrandId,
    folder: &Folder,
) -> Result<Changed> {
    let told = |faults: Vec<Fault>| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", lines.join("\n"))
    };
    let ready = folder.ready().map_err(told)?;
    let of_ground = folder.clone();
    let mut all = desk
        .write(cx.fork(), async move |tx, cx| ground(tx, cx, brand_id, &of_ground).await)
        .await?;
    for one in ready {
        let slug = one.files.first().map(|(file, _)| file.slug.clone()).unwrap_or_default();
        let changed = desk
            .write(cx.fork(), async move |tx, cx| article(tx, cx, brand_id, &one).await)
            .await
            .with_context(|| format!("the article {slug}"))?;
        all.articles += changed.articles;
        all.texts += changed.texts;
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_folder_in_the_program_is_the_one_in_the_repository() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles/coinex");
        let there = files(&root).unwrap();
        let shipped = shipped();
        assert_eq!(shipped, there);
        let (folder, _) = read(&shipped).unwrap();
        assert_eq!((folder.articles.len(), folder.terms.len()), (140, 73));
    }
}
