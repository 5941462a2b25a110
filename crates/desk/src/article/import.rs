//! Articles, sections and terms that come from a folder, and go into one. What is there already as the folder has it is not
//! touched, so that running it twice changes nothing; what differs becomes a new version, and is public.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx};

use super::actions::{self, ArticleChange, Move, NewArticle};
use super::folder::{ArticleFile, Fault};
use super::{Audience, Status, Written, folder, view};
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::glossary::actions::TermSetting;
use crate::glossary::folder::TermEntry;
use crate::help_section::folder::SectionEntry;
use crate::id::{ArticleId, BrandId};
use crate::viewer::Viewer;
use crate::{glossary, help_section};

/// What a folder holds.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    pub sections: Vec<SectionEntry>,
    pub articles: Vec<ArticleFile>,
    pub terms: Vec<TermEntry>,
}

/// The files of one article, read and rendered.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The first language first.
    pub files: Vec<(ArticleFile, Written)>,
}

/// How many things changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    pub sections: usize,
    pub articles: usize,
    pub texts: usize,
    pub terms: usize,
}

impl Folder {
    /// Reads what stands at each path below the folder: articles and `sections.toml`, and terms below `glossary/`. Other
    /// files are left alone.
    ///
    /// # Errors
    /// Everything that is wrong, by file and line.
    pub fn read(files: &BTreeMap<String, String>) -> std::result::Result<Self, Vec<Fault>> {
        let (mut folder, mut faults) = (Self::default(), Vec::new());
        for (path, text) in files {
            if let Err(fault) = folder.take(path, text) {
                faults.push(fault);
            }
        }
        faults.extend(folder.gaps());
        if faults.is_empty() { Ok(folder) } else { Err(faults) }
    }

    fn take(&mut self, path: &str, text: &str) -> std::result::Result<(), Fault> {
        if path == help_section::folder::FILE {
            self.sections = help_section::folder::read(text)?;
        } else if let Some(name) = path.strip_prefix("glossary/") {
            if let Some(slug) = name.strip_suffix(".toml") {
                self.terms.push(glossary::folder::read(path, slug, text)?);
            }
        } else if path.strip_prefix(folder::TOP).is_some_and(is_article) {
            self.articles.push(folder::read(path, text)?);
        }
        Ok(())
    }

    /// What the files do not say of each other.
    fn gaps(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for file in &self.articles {
            let path = folder::path(file.lang, &file.section, &file.slug);
            if !self.sections.iter().any(|section| section.slug == file.section) {
                faults.push(Fault::at(&path, 1, "sections.toml has no such section"));
            }
            let is_narrowed = file.min_tier > 0 || !file.countries.is_empty();
            if is_narrowed && file.audience != Audience::SignedIn {
                let what = "min_tier and countries are of articles whose audience is signed_in";
                faults.push(Fault::at(&path, 1, what));
            }
            let mut others = self.articles.iter().filter(|other| other.slug == file.slug);
            let first: Vec<_> =
                others.clone().filter(|other| other.source.is_none()).map(|f| f.lang).collect();
            if first.len() != 1 && file.source.is_none() {
                let what = "one language alone is the first: every other has a `source`";
                faults.push(Fault::at(&path, 1, what));
            } else if first.is_empty() {
                faults.push(Fault::at(&path, 1, "what it was made from is not in the folder"));
            }
            let differs = others.find(|other| !shares(file, other));
            if let Some(other) = differs.filter(|_| file.source.is_some()) {
                let what = format!(
                    "section, kind, audience, min_tier, countries, categories, related and review_every are the same in every language, and differ from {}",
                    other.lang.code()
                );
                faults.push(Fault::at(&path, 1, &what));
            }
        }
        faults
    }

    /// The articles, each with its files, rendered.
    ///
    /// # Errors
    /// What the desk refuses of a text, by file.
    pub fn ready(&self) -> std::result::Result<Vec<Ready>, Vec<Fault>> {
        let (mut by_slug, mut faults) = (BTreeMap::<&str, Vec<_>>::new(), Vec::new());
        for file in &self.articles {
            match Written::new(&file.title, &file.summary, &file.tags, &file.body) {
                Ok(written) => by_slug.entry(&file.slug).or_default().push((file.clone(), written)),
                Err(refused) => {
                    let path = folder::path(file.lang, &file.section, &file.slug);
                    faults.push(Fault::at(&path, 1, &described(&refused)));
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let sorted = |mut files: Vec<(ArticleFile, Written)>| {
            files.sort_by_key(|(file, _)| (file.source.is_some(), file.lang));
            Ready { files }
        };
        Ok(by_slug.into_values().map(sorted).collect())
    }
}

/// Below a language stands nothing but articles; beside the languages stands what people wrote for each other.
fn is_article(path: &str) -> bool {
    path.ends_with(".md") && path.contains('/')
}

fn described(error: &Error) -> String {
    let Error::Refused(refusal) = error else { return error.to_string() };
    let fields: Vec<&str> = refusal.fields.iter().map(|one| one.field.as_str()).collect();
    let args: Vec<String> =
        refusal.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{} ({}) {}", refusal.code.as_str(), fields.join(", "), args.join(" "))
}

fn shares(one: &ArticleFile, other: &ArticleFile) -> bool {
    one.section == other.section
        && one.kind == other.kind
        && one.audience == other.audience
        && one.min_tier == other.min_tier
        && one.countries == other.countries
        && one.categories == other.categories
        && one.related == other.related
        && one.review_days == other.review_days
}

/// Brings sections and terms to what the folder says. Those that it does not name stay.
///
/// # Errors
/// As the verbs of sections and of the glossary.
pub async fn ground(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    folder: &Folder,
) -> Result<Changed> {
    let mut changed = Changed::default();
    for one in &folder.sections {
        let set = help_section::actions::set(tx, cx, brand_id, &one.slug, one.position, &one.names);
        changed.sections += usize::from(set.await?.1);
    }
    for one in &folder.terms {
        let seen = glossary::view::find(tx, brand_id, &one.slug).await?.map(|term| term.version);
        let what = TermSetting { see: &one.see, texts: &one.texts, looked: true };
        let (_, is_new) = glossary::actions::set(tx, cx, brand_id, &one.slug, seen, what).await?;
        changed.terms += usize::from(is_new);
    }
    Ok(changed)
}

/// Brings one article to what its files say.
///
/// # Errors
/// As the verbs of articles.
pub async fn article(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    ready: &Ready,
) -> Result<Changed> {
    let Some((first, written)) = ready.files.first() else { return Ok(Changed::default()) };
    let mut changed = Changed::default();
    let id = match view::owner(tx, brand_id, &first.slug).await? {
        Some(id) => {
            changed.articles += usize::from(common(tx, cx, id, first).await?);
            id
        }
        None => {
            changed.articles += 1;
            actions::create(tx, cx, &new(brand_id, first, written)).await?
        }
    };
    for (file, written) in &ready.files {
        changed.texts += usize::from(text(tx, cx, id, file, written).await?);
    }
    Ok(changed)
}

fn new(brand_id: BrandId, file: &ArticleFile, written: &Written) -> NewArticle {
    NewArticle {
        brand_id,
        slug: file.slug.clone(),
        section: file.section.clone(),
        kind: file.kind,
        audience: file.audience,
        min_tier: file.min_tier,
        countries: file.countries.clone(),
        lang: file.lang,
        categories: file.categories.clone(),
        related: file.related.clone(),
        review_days: file.review_days,
        owner_id: None,
        text: written.clone(),
    }
}

async fn common(tx: &Tx<'_>, cx: &mut Cx, id: ArticleId, file: &ArticleFile) -> Result<bool> {
    let found = view::find(tx, &cx.viewer, id).await?.or_not_found()?;
    let before = found.article.version;
    let change = ArticleChange {
        slug: None,
        section: Some(file.section.clone()),
        kind: Some(file.kind),
        audience: Some(file.audience),
        min_tier: Some(file.min_tier),
        countries: Some(file.countries.clone()),
        categories: Some(file.categories.clone()),
        related: Some(file.related.clone()),
        review_days: Some(file.review_days),
        owner_id: None,
    };
    Ok(actions::change(tx, cx, id, before, &change).await? != before)
}

/// Writes and publishes what differs from what is public.
async fn text(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    file: &ArticleFile,
    written: &Written,
) -> Result<bool> {
    let before = view::text(tx, id, file.lang).await?;
    if let Some(known) = &before {
        let head = view::version(tx, id, file.lang, known.head).await?.or_not_found()?;
        if written.is(&head) && head.source_number == file.source {
            if known.status == Status::Published {
                return Ok(false);
            }
            publish(tx, cx, id, file.lang, known.version, known.status).await?;
            return Ok(true);
        }
    }
    let seen = before.map(|known| known.version);
    let version = actions::save(tx, cx, id, file.lang, seen, (written, file.source)).await?;
    publish(tx, cx, id, file.lang, version, Status::Draft).await?;
    Ok(true)
}

async fn publish(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    lang: Locale,
    version: i64,
    status: Status,
) -> Result<()> {
    let mut version = version;
    if status == Status::Archived {
        version = actions::move_to(tx, cx, id, lang, version, Move::to(Status::Draft)).await?;
    }
    // Whoever brings a folder is told of these places on the way.
    let there = Move { looked: true, ..Move::to(Status::Published) };
    actions::move_to(tx, cx, id, lang, version, there).await?;
    Ok(())
}

/// The files of a brand's help centre: what is public of each article, its sections and its terms, by path.
///
/// # Errors
/// `no-permission` for everybody but the operator.
pub async fn export(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let sections = help_section::view::list(rx, brand_id).await?;
    for summary in view::all(rx, viewer, brand_id).await? {
        let article = &summary.article;
        let section = sections.iter().find(|section| section.id == article.section_id);
        let section = section.map_or("", |section| section.slug.as_str());
        for text in &summary.texts {
            let Some(number) = text.published else { continue };
            let version = view::version(rx, article.id, text.lang, number).await?.or_not_found()?;
            let file = ArticleFile {
                lang: text.lang,
                section: section.to_owned(),
                slug: article.slug.clone(),
                title: version.title,
                summary: version.summary,
                kind: article.kind,
                audience: article.audience,
                min_tier: article.min_tier,
                countries: article.countries.clone(),
                tags: version.tags,
                categories: article.categories.clone(),
                related: article.related.clone(),
                review_days: article.review_days,
                source: version.source_number,
                body: version.body,
            };
            let path = folder::path(text.lang, section, &article.slug);
            files.insert(path, folder::write(&file));
        }
    }
    let entry = |section: help_section::Section| SectionEntry {
        slug: section.slug,
        position: section.position,
        names: section.names,
    };
    let sections: Vec<SectionEntry> = sections.into_iter().map(entry).collect();
    files.insert(help_section::folder::FILE.to_owned(), help_section::folder::write(&sections));
    for term in glossary::view::list(rx, brand_id).await? {
        let path = format!("glossary/{}.toml", term.slug);
        files.insert(path, glossary::folder::write(&term.see, &term.texts));
    }
    Ok(files)
}
