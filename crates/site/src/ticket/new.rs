//! A new ticket: what it is about, what happened, one question a page, a look at all of it, and sent. Every page keeps what was
//! typed in a draft on the server, so that another device goes on with it.

pub(crate) mod check;
pub(crate) mod question;
pub(crate) mod text;

use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::attachment::FileLeak;
use proofdesk_desk::draft::actions::{DraftChange, change, discard, move_to};
use proofdesk_desk::draft::{self, Content, Seen};
use proofdesk_desk::form::{self, Form as Questions};
use proofdesk_desk::id::{AttachmentId, CategoryId};
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Error, Timestamp, category, evidence, limits};
use proofdesk_guard::Kind;
use proofdesk_http::{Form, Path, Query, Result};
use serde::Deserialize;

use super::choices;
use super::shape::category as category_name;
use crate::incoming::Incoming;
use crate::view::{Carried, Choice, Choose, DraftRow, SeenText};
use crate::visit::{Visit, ok};
use crate::{Here, Page};

const PATH: &str = "/tickets/new";

#[derive(Deserialize)]
pub(crate) struct ChooseIn {
    /// A category to begin with.
    category: Option<String>,
    /// The category of a draft that cannot go on there.
    from: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct BeginIn {
    category: String,
    /// What happened, as far as it was said already.
    text: Option<String>,
    /// The category of a draft to go on with.
    from: Option<String>,
    /// Kinds of keys that were hidden in the text already, with commas between them.
    leaked: Option<String>,
    /// Ids of files that are stored already, with commas between them.
    files: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct NothingIn {}

/// `GET /tickets/new`
pub(crate) async fn show(visit: Visit, Query(input): Query<ChooseIn>) -> Result<Response> {
    let chosen = input.category.filter(|slug| is_slug(slug));
    if let Some(slug) = chosen {
        return Ok(to(&slug, "").into_response());
    }
    choose(&visit, input.from).await
}

/// `POST /tickets/new`: begins in a category, with what was written already.
pub(crate) async fn begin(visit: Visit, Form(input): Form<BeginIn>) -> Result<Response> {
    let BeginIn { category, text, from, leaked, files } = input;
    if !is_offered(&visit, &category).await? {
        let carried = Carried {
            text: text.unwrap_or_default(),
            leaked: leaked.unwrap_or_default(),
            files: files.unwrap_or_default(),
        };
        return choose_with(&visit, from, carried).await;
    }
    let from = from.filter(|from| *from != category && is_slug(from));
    let text = text.filter(|text| !text.trim().is_empty());
    let mut changes: Vec<DraftChange> =
        text.map(|text| body(&text)).transpose()?.into_iter().collect();
    changes.extend(leaked.as_deref().map(masked));
    changes.extend(files.as_deref().and_then(stored));
    let slug = category.clone();
    let written = visit.app.desk().write(visit.cx(), async move |tx, cx| {
        if let Some(from) = &from {
            move_to(tx, cx, from, &slug).await?;
        }
        if changes.is_empty() {
            return Ok(());
        }
        let kept = change(tx, cx, &slug, &Seen::default(), &[]).await?.draft.content.body;
        let mut changes = changes.clone();
        for one in &mut changes {
            if let DraftChange::Body(text, _) = one {
                *one = body(&draft::joined(&kept, text.as_str()))?;
            }
        }
        change(tx, cx, &slug, &Seen::default(), &changes).await?;
        Ok(())
    });
    written.await?;
    Ok(to(&category, "").into_response())
}

/// `GET /tickets/new/{category}`: to the first page that has something to ask.
pub(crate) async fn enter(visit: Visit, Path(slug): Path<String>) -> Result<Response> {
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return choose(&visit, Some(slug)).await;
    };
    Ok(to(&slug, &writing.next()).into_response())
}

/// `POST /tickets/new/{category}/removal`
pub(crate) async fn remove(
    visit: Visit,
    Path(slug): Path<String>,
    Form(NothingIn {}): Form<NothingIn>,
) -> Result<Response> {
    let written =
        visit.app.desk().write(visit.cx(), async move |tx, cx| discard(tx, cx, &slug).await);
    written.await?;
    Ok(Redirect::to(PATH).into_response())
}

/// What the question box hid: the text that it hands on no longer tells.
fn masked(leaked: &str) -> DraftChange {
    let kinds = Kind::ALL.iter().map(|kind| kind.as_str());
    let hidden = kinds.filter(|kind| leaked.split(',').any(|one| one == *kind));
    let leaks = hidden.map(|kind| FileLeak { kind: kind.to_owned(), certain: true });
    DraftChange::Masked(leaks.collect())
}

/// Files that were sent with something that nobody took. Whose they are is asked where they are shown and where they are sent.
fn stored(ids: &str) -> Option<DraftChange> {
    let ids = ids.split(',').filter_map(|id| id.parse().ok());
    let ids: Vec<AttachmentId> = ids.take(limits::ATTACHMENTS_PER_MESSAGE).collect();
    (!ids.is_empty()).then_some(DraftChange::Files { shown: Vec::new(), sent: ids })
}

/// What happened as a change of the draft. Longer than a body may be, it is cut at the text step, which says so.
fn body(typed: &str) -> proofdesk_desk::Result<DraftChange> {
    let text = Clean::field("body", typed, limits::BODY_CHARS)?;
    let items = evidence::find(text.as_str());
    Ok(DraftChange::Body(text, items))
}

async fn choose(visit: &Visit, from: Option<String>) -> Result<Response> {
    choose_with(visit, from, Carried::default()).await
}

/// To another category, with what a page has just sent for one that is no longer offered.
async fn carry(visit: &Visit, slug: String, incoming: &Incoming) -> Result<Response> {
    let typed = ["body", "answer"].map(|name| incoming.text(name));
    let text = typed.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default();
    let ids: Vec<String> = incoming.file_ids().iter().map(ToString::to_string).collect();
    let carried = Carried { text: text.to_owned(), files: ids.join(","), ..Carried::default() };
    choose_with(visit, Some(slug), carried).await
}

async fn choose_with(visit: &Visit, from: Option<String>, carried: Carried) -> Result<Response> {
    let (me, brand_id) = (visit.asker.viewer.customer()?.clone(), visit.brand.id);
    let read = visit.app.desk().read(async move |rx| {
        Ok::<_, Error>((
            category::view::list(rx, brand_id).await?,
            draft::view::list(rx, &me).await?,
        ))
    });
    let (categories, drafts) = read.await?;
    let page = visit.page(Here::Elsewhere, PATH, None)?;
    let offered = |slug: &str| categories.iter().any(|(_, known)| known == slug);
    // A draft of a category that is gone waits for another one.
    let kept = |slug: &str| drafts.iter().any(|draft| draft.category == slug);
    let asked = from.clone().filter(|slug| is_slug(slug) && !offered(slug));
    let from = from.filter(|slug| !offered(slug) && kept(slug)).or_else(|| {
        drafts.iter().find(|draft| !offered(&draft.category)).map(|draft| draft.category.clone())
    });
    let rows = drafts.iter().filter(|draft| offered(&draft.category)).map(|draft| DraftRow {
        category: Choice {
            label: category_name(&page, &draft.category),
            value: draft.category.clone(),
        },
        begins: opening(&draft.content.body),
        updated_us: draft.updated_at.micros(),
    });
    // What was typed for it says that it was there a moment ago, draft or not.
    let told = from.clone().or_else(|| asked.filter(|_| !carried.text.is_empty()));
    ok(&Choose {
        drafts: rows.collect(),
        withdrawn: told.as_deref().map(|slug| category_name(&page, slug)),
        from,
        categories: choices(&page, categories),
        carried,
        page,
    })
}

/// The first words of a text.
fn opening(body: &str) -> String {
    const CHARS: usize = 80;
    let line = body.lines().next().unwrap_or_default();
    let mut opening: String = line.chars().take(CHARS).collect();
    if opening.len() < line.len() {
        opening.push('…');
    }
    opening
}

/// Everything that the pages of one draft need.
pub(crate) struct Writing {
    pub slug: String,
    pub form: Questions,
    pub content: Content,
    /// When the draft was last changed; `None` while there is none.
    pub changed: Option<Timestamp>,
}

impl Writing {
    /// Reads form and draft; `None` for a category that is not offered.
    pub async fn read(visit: &Visit, slug: &str) -> Result<Option<Self>> {
        let (me, category) = (visit.asker.viewer.customer()?.clone(), slug.to_owned());
        let read = visit.app.desk().read(async move |rx| {
            let found = form::view::find(rx, me.brand_id, &category).await?;
            let Some((_, form)) = found else { return Ok::<_, Error>(None) };
            Ok(Some((form, draft::view::find(rx, &me, &category).await?)))
        });
        Ok(read.await?.map(|(form, draft)| Self {
            slug: slug.to_owned(),
            form,
            changed: draft.as_ref().map(|draft| draft.updated_at),
            content: draft.map(|draft| draft.content).unwrap_or_default(),
        }))
    }

    /// The pages before the last one, in order: the text, then what is asked after the answers so far.
    pub fn steps(&self) -> Vec<String> {
        let asked = self.form.asked(&self.content.answers).into_iter();
        let asked = asked.map(|question| format!("questions/{}", question.key));
        std::iter::once("text".to_owned()).chain(asked).collect()
    }

    /// The first page that has something to ask.
    pub fn next(&self) -> String {
        if self.content.body.is_empty() {
            return "text".to_owned();
        }
        let open = self.form.asked(&self.content.answers).into_iter().find(|question| {
            !self.content.answers.contains_key(&question.key)
                && !self.content.passed.contains(&question.key)
        });
        open.map_or_else(|| "check".to_owned(), |question| format!("questions/{}", question.key))
    }

    /// Whether `typed`, sent by a page that showed a text of the name `seen`, would undo what was written since then elsewhere.
    pub fn would_lose(&self, seen: &str, typed: &str) -> bool {
        Clean::new(typed).is_ok_and(|typed| self.content.would_lose(seen, &typed))
    }

    /// The text for its page; `crossed`: it is another one than the page knew that was sent.
    pub fn text(&self, crossed: bool) -> SeenText {
        let meanwhile = crossed.then(|| self.content.body.clone());
        SeenText { seen: self.content.text_mark(), meanwhile, ..SeenText::default() }
    }

    /// The draft's files by their ids, as a form that changes them brings them back.
    pub fn shown_files(&self) -> String {
        let ids: Vec<String> = self.content.file_ids.iter().map(ToString::to_string).collect();
        ids.join(",")
    }

    /// The page before this one, as a path.
    pub fn before(&self, step: &str) -> String {
        let steps = self.steps();
        let at = steps.iter().position(|one| one == step).unwrap_or(steps.len());
        match at.checked_sub(1).and_then(|before| steps.get(before)) {
            Some(before) => format!("{PATH}/{}/{before}", self.slug),
            None => PATH.to_owned(),
        }
    }

    pub fn category(&self, page: &Page) -> Choice {
        Choice { label: category_name(page, &self.slug), value: self.slug.clone() }
    }

    /// Writes changes of what the page showed as `seen`. Says too whether it was changed elsewhere since then, and stands as it was.
    async fn save(
        self,
        visit: &Visit,
        seen: Seen,
        changes: Vec<DraftChange>,
    ) -> Result<(Self, bool)> {
        let slug = self.slug.clone();
        let written = visit
            .app
            .desk()
            .write(visit.cx(), async move |tx, cx| change(tx, cx, &slug, &seen, &changes).await);
        let saved = written.await?;
        let (content, changed) = (saved.draft.content, Some(saved.draft.updated_at));
        Ok((Self { content, changed, ..self }, saved.crossed))
    }

    /// On to the next page that has something to ask.
    fn on(&self) -> Response {
        to(&self.slug, &self.next()).into_response()
    }
}

/// The files that a page showed.
fn shown(incoming: &Incoming) -> Vec<AttachmentId> {
    let ids = incoming.text("shown").split(',').filter_map(|id| id.parse().ok());
    ids.take(limits::DRAFT_FILES).collect()
}

/// The files that a page sent, as a change of the draft.
fn files(incoming: &Incoming) -> DraftChange {
    DraftChange::Files { shown: shown(incoming), sent: incoming.file_ids() }
}

async fn is_offered(visit: &Visit, slug: &str) -> Result<bool> {
    let (brand_id, slug) = (visit.brand.id, slug.to_owned());
    let read = visit.app.desk().read(async move |rx| {
        let found: Option<CategoryId> = category::view::find(rx, brand_id, &slug).await?;
        Ok::<_, Error>(found.is_some())
    });
    Ok(read.await?)
}

/// To a page of a draft, or to the one that knows which.
fn to(slug: &str, step: &str) -> Redirect {
    let end = if step.is_empty() { String::new() } else { format!("/{step}") };
    Redirect::to(&format!("{PATH}/{slug}{end}"))
}

/// What can stand in a path of ours; a slug that names nothing is told so there.
pub(crate) fn is_slug(text: &str) -> bool {
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= limits::SLUG_CHARS && text.chars().all(word)
}
