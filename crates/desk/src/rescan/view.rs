//! Reading walks, and the texts that they read.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{Rescan, Stage, Stored, reason, setting};
use crate::error::Result;
use crate::id::{EvidenceId, GlossaryTermId, Id as _, RescanId};
use crate::permission::Permission;
use crate::text::name;
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{
    article_file, attachment, draft, evidence, form, glossary, identity, reply_draft, tag,
};

pub(super) const LIST: &str = "select id, rules, started_by, stage, after_id, looked, masked, created_at, updated_at, \
    finished_at from rescan where created_at <= $1 and (created_at < $1 or id < $2) \
    order by created_at desc, id desc limit $3";
pub(super) const OPEN: &str = "select id, rules, started_by, stage, after_id, looked, masked, created_at, updated_at, \
    finished_at from rescan where finished_at is null order by created_at, id limit 1";
pub(super) const NEWEST_RULES: &str =
    "select coalesce(max(rules), 0) from rescan where finished_at is not null";
pub(super) const MESSAGES: &str =
    "select message_id, body from message_body where message_id > $1 order by message_id limit $2";
pub(super) const TICKETS: &str =
    "select id, subject from ticket where id > $1 order by id limit $2";
pub(super) const ANSWERS: &str = "select ticket_id, value from answer where ticket_id in \
    (select distinct ticket_id from answer where ticket_id > $1 order by ticket_id limit $2) order by ticket_id";
pub(super) const DRAFTS: &str = "select customer_id, content from ticket_draft where customer_id in \
    (select distinct customer_id from ticket_draft where customer_id > $1 order by customer_id limit $2) \
    order by customer_id";
pub(super) const REPLY_DRAFTS: &str = "select ticket_id, content from reply_draft where ticket_id in \
    (select distinct ticket_id from reply_draft where ticket_id > $1 order by ticket_id limit $2) \
    order by ticket_id";

pub(super) const MACROS: &str = "select id, name from reply_macro where id in \
    (select id from reply_macro where id > $1 order by id limit $2) \
    union all select id, folder from reply_macro where folder is not null and id in \
    (select id from reply_macro where id > $1 order by id limit $2) \
    union all select macro_id, body from reply_macro_text where macro_id in \
    (select id from reply_macro where id > $1 order by id limit $2) order by 1";
pub(super) const MACRO_TAGS: &str =
    "select id, add_tags, remove_tags from reply_macro where id > $1 order by id limit $2";
pub(super) const VIEWS: &str =
    "select id, name, filter from saved_view where id > $1 order by id limit $2";
// The slug is read although no secret stands in it: every article has a row then, and a full page is known by them.
pub(super) const ARTICLES: &str = "select id, slug from article where id in \
    (select id from article where id > $1 order by id limit $2) \
    union all select article_id, title from article_version where article_id in \
    (select id from article where id > $1 order by id limit $2) \
    union all select article_id, summary from article_version where article_id in \
    (select id from article where id > $1 order by id limit $2) \
    union all select article_id, tags from article_version where article_id in \
    (select id from article where id > $1 order by id limit $2) \
    union all select article_id, body from article_version where article_id in \
    (select id from article where id > $1 order by id limit $2) \
    union all select article_id, words from article_word where article_id in \
    (select id from article where id > $1 order by id limit $2) order by 1";
pub(super) const TAGS: &str = "select id, name from tag where id > $1 order by id limit $2";
pub(super) const FILE_NAMES: &str =
    "select id, file_name from attachment where id > $1 order by id limit $2";
pub(super) const FILES: &str = "select id, content_type from attachment \
    where id > $1 and sealed_key is not null order by id limit $2";
pub(super) const CUSTOMERS: &str = "select id, name, uid, email, phone from customer \
    where id > $1 and (name is not null or uid is not null or email is not null or phone is not null) \
    order by id limit $2";
pub(super) const SEARCHES: &str =
    "select id, words from missed_search where id > $1 order by id limit $2";
pub(super) const FEEDBACK: &str = "select id, note from article_feedback \
    where id > $1 and note is not null order by id limit $2";
pub(super) const CONSTRAINTS: &str =
    "select id, body from account_constraint where id > $1 order by id limit $2";

impl FromRow for Rescan {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            rules: row.next()?,
            started_by: row.next()?,
            stage: row.next()?,
            after_id: row.next()?,
            looked: row.next()?,
            masked: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            finished_at: row.next()?,
        })
    }
}

/// Walks, the last one first, before `before` (the last row of the page before; everything when `None`).
///
/// # Errors
/// `no-permission` without `guard.rescan`.
pub async fn list(
    rx: &Rx<'_>,
    viewer: &Viewer,
    before: Option<(Timestamp, RescanId)>,
    limit: u32,
) -> Result<Vec<Rescan>> {
    viewer.require(Permission::GuardRescan)?;
    let (at, id) = match before {
        Some((at, id)) => (at, id.uuid()),
        None => (Timestamp::from_micros(i64::MAX), Uuid::max()),
    };
    Ok(rx.query(LIST, params![at, id, limit]).await?)
}

/// The walk that is not finished; there is one at most.
pub async fn open(rx: &Rx<'_>) -> Result<Option<Rescan>> {
    Ok(rx.query_opt(OPEN, &[]).await?)
}

/// The newest rules by which everything was read; 0 when it never was.
pub async fn newest_rules(rx: &Rx<'_>) -> Result<i64> {
    let (rules,): (i64,) = rx.query_one(NEWEST_RULES, &[]).await?;
    Ok(rules)
}

/// The next texts of a walk, in the order of their ids. Fewer than `limit` are the last of the stage.
pub async fn page(rx: &Rx<'_>, walk: &Rescan, limit: u32) -> Result<Vec<Stored>> {
    let rows: Vec<(Uuid, Option<String>)> = match walk.stage {
        Stage::Messages => rx.query(MESSAGES, params![walk.after_id, limit]).await?,
        Stage::Tickets => rx.query(TICKETS, params![walk.after_id, limit]).await?,
        Stage::Evidence => return added(rx, walk.after_id, limit).await,
        Stage::Answers => rx.query(ANSWERS, params![walk.after_id, limit]).await?,
        Stage::Drafts => {
            let rows: Vec<(Uuid, String)> = rx.query(DRAFTS, params![walk.after_id, limit]).await?;
            return drafts(rows);
        }
        Stage::ReplyDrafts => {
            let rows: Vec<(Uuid, String)> =
                rx.query(REPLY_DRAFTS, params![walk.after_id, limit]).await?;
            return reply_drafts(rows);
        }
        Stage::Macros => return macros(rx, walk.after_id, limit).await,
        Stage::Views => {
            let rows: Vec<(Uuid, String, String)> =
                rx.query(VIEWS, params![walk.after_id, limit]).await?;
            return Ok(rows.into_iter().map(saved_view).collect());
        }
        // An article has many texts, so a page has fewer of them.
        Stage::Articles => rx.query(ARTICLES, params![walk.after_id, limit]).await?,
        Stage::Tags => {
            let rows: Vec<(Uuid, String)> = rx.query(TAGS, params![walk.after_id, limit]).await?;
            let stored = |(id, name): (Uuid, String)| Stored::of(id, tag::mask::readings(&name));
            return Ok(rows.into_iter().map(stored).collect());
        }
        Stage::FileNames => rx.query(FILE_NAMES, params![walk.after_id, limit]).await?,
        Stage::Files => {
            let rows: Vec<(Uuid, String)> = rx.query(FILES, params![walk.after_id, limit]).await?;
            let stored = |(id, kind): (Uuid, String)| Stored {
                is_file: attachment::mask::is_read(&kind),
                ..Stored::of(id, Vec::new())
            };
            return Ok(rows.into_iter().map(stored).collect());
        }
        Stage::Customers => {
            let rows: Vec<Person> = rx.query(CUSTOMERS, params![walk.after_id, limit]).await?;
            return Ok(rows.into_iter().map(person).collect());
        }
        Stage::Terms => {
            let after = GlossaryTermId::from_uuid(walk.after_id);
            let terms = glossary::mask::page(rx, after, limit).await?;
            let stored =
                |term: &glossary::Term| Stored::of(term.id.uuid(), glossary::mask::texts(term));
            return Ok(terms.iter().map(stored).collect());
        }
        Stage::Searches => rx.query(SEARCHES, params![walk.after_id, limit]).await?,
        Stage::Feedback => rx.query(FEEDBACK, params![walk.after_id, limit]).await?,
        Stage::Constraints => rx.query(CONSTRAINTS, params![walk.after_id, limit]).await?,
        Stage::Settings => return setting::page(rx, walk.after_id, limit).await,
        Stage::Forms => return forms(rx, walk.after_id, limit).await,
        Stage::ArticleFiles => {
            let rows = article_file::mask::page(rx, walk.after_id, limit).await?;
            let stored = |(id, name, kind): (Uuid, String, String)| Stored {
                is_file: attachment::mask::is_read(&kind),
                ..Stored::of(id, vec![name])
            };
            return Ok(rows.into_iter().map(stored).collect());
        }
        Stage::Identities => {
            let rows = identity::mask::page(rx, walk.after_id, limit).await?;
            let stored =
                |(id, subject): (Uuid, String)| Stored::of(id, identity::mask::texts(&subject));
            return Ok(rows.into_iter().map(stored).collect());
        }
        Stage::Reasons => return reason::page(rx, walk.after_id, limit).await,
    };
    Ok(grouped(rows))
}

/// Rows of one id, which follow each other, as one.
fn grouped(rows: impl IntoIterator<Item = (Uuid, Option<String>)>) -> Vec<Stored> {
    let mut all: Vec<Stored> = Vec::new();
    for (id, text) in rows {
        match all.last_mut() {
            Some(last) if last.id == id => last.texts.extend(text),
            _ => all.push(Stored::of(id, text.into_iter().collect())),
        }
    }
    all
}

/// With the tags that a macro puts on and takes off, as they are kept.
async fn macros(rx: &Rx<'_>, after: Uuid, limit: u32) -> Result<Vec<Stored>> {
    let rows: Vec<(Uuid, Option<String>)> = rx.query(MACROS, params![after, limit]).await?;
    let mut all = grouped(rows);
    let tags: Vec<(Uuid, String, String)> = rx.query(MACRO_TAGS, params![after, limit]).await?;
    for (id, add, remove) in tags {
        let names = [add, remove].into_iter().flat_map(|list| names(&list));
        let texts = names.flat_map(|name| tag::mask::readings(&name));
        if let Some(stored) = all.iter_mut().find(|stored| stored.id == id) {
            stored.texts.extend(texts);
        }
    }
    Ok(all)
}

/// The names in a list of tags; what is no list is a matter of whoever reads the macro.
fn names(list: &str) -> Vec<String> {
    serde_json::from_str(list).unwrap_or_default()
}

/// A filter names tags as they are kept.
fn saved_view((id, name, filter): (Uuid, String, String)) -> Stored {
    let mut texts = vec![name];
    texts.extend(tag::mask::in_filter(&filter));
    texts.push(filter);
    Stored::of(id, texts)
}

/// A customer's id, name, account number, address and telephone number.
type Person = (Uuid, Option<String>, Option<String>, Option<String>, Option<String>);

/// An address is read with its marks as spaces too: words have no spaces between them there.
fn person((id, called, uid, email, phone): Person) -> Stored {
    let read = email.iter().flat_map(|email| name::readings(email));
    Stored::of(id, [called, uid, phone].into_iter().flatten().chain(read).collect())
}

/// A form has several versions, which are one row of the walk.
async fn forms(rx: &Rx<'_>, after: Uuid, limit: u32) -> Result<Vec<Stored>> {
    let mut all: Vec<Stored> = Vec::new();
    for (id, words) in form::mask::page(rx, after, limit).await? {
        match all.last_mut() {
            Some(last) if last.id == id => last.texts.extend(words),
            _ => all.push(Stored::of(id, words)),
        }
    }
    Ok(all)
}

fn drafts(rows: Vec<(Uuid, String)>) -> Result<Vec<Stored>> {
    let mut texts = Vec::new();
    for (id, content) in rows {
        let content = draft::Content::read(&content)?;
        texts.extend(content.texts().map(|text| (id, Some(text.to_owned()))));
        // One that is empty still counts: the page is full or it is not.
        texts.push((id, None));
    }
    Ok(grouped(texts))
}

fn reply_drafts(rows: Vec<(Uuid, String)>) -> Result<Vec<Stored>> {
    let mut texts = Vec::new();
    for (id, content) in rows {
        let content = reply_draft::Content::read(&content)?;
        texts.extend(content.texts().map(|text| (id, Some(text.to_owned()))));
    }
    Ok(grouped(texts))
}

async fn added(rx: &Rx<'_>, after: Uuid, limit: u32) -> Result<Vec<Stored>> {
    let rows = evidence::view::added(rx, EvidenceId::from_uuid(after), limit).await?;
    let stored = |row: evidence::Evidence| {
        let texts = row.fact.texts().map(str::to_owned).collect();
        Stored::of(row.fact.id.uuid(), texts)
    };
    Ok(rows.into_iter().map(stored).collect())
}
