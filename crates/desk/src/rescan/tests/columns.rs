//! Every column that holds text is classified here: read again, never typed by anybody, or unable to hold a mask. A migration that adds one is not
//! done before it is.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use super::Stage;
use crate::MIGRATIONS;

/// The tables of the store below, jobs among them.
const STORE: &str = include_str!("../../../../store/migrations/0001_store.sql");

/// Read again, at which stage. Reasons stand in payloads of events, which are no text: the walk knows them by their kinds.
const AGAIN: &[(Stage, &[&str])] = &[
    (
        Stage::Messages,
        &[
            "message_body.body",
            "message_body.html",
            "message_body.findings",
            "evidence.value",
            "evidence.key",
            "evidence.detail",
            "evidence.network",
            "evidence.asset",
        ],
    ),
    (Stage::Tickets, &["ticket.subject", "webhook_delivery.body"]),
    (Stage::Answers, &["answer.value"]),
    (Stage::Drafts, &["ticket_draft.content"]),
    (Stage::ReplyDrafts, &["reply_draft.content"]),
    (
        Stage::Macros,
        &[
            "reply_macro.name",
            "reply_macro.folder",
            "reply_macro.add_tags",
            "reply_macro.remove_tags",
            "reply_macro_text.body",
        ],
    ),
    (Stage::Views, &["saved_view.name", "saved_view.filter"]),
    (
        Stage::Articles,
        &[
            "article_text.title",
            "article_version.title",
            "article_version.summary",
            "article_version.tags",
            "article_version.body",
            "article_version.html",
            "article_word.words",
        ],
    ),
    (Stage::Tags, &["tag.name"]),
    (Stage::FileNames, &["attachment.file_name"]),
    (Stage::Customers, &["customer.name", "customer.uid", "customer.email", "customer.phone"]),
    (Stage::Terms, &["glossary_term.texts"]),
    (Stage::Searches, &["missed_search.words"]),
    (Stage::Feedback, &["article_feedback.note"]),
    (Stage::Constraints, &["account_constraint.body"]),
    (
        Stage::Settings,
        &[
            "organisation.name",
            "brand.name",
            "staff.name",
            "role.name",
            "team.name",
            "skill.name",
            "status.names",
            "category.names",
            "department.name",
            "api_token.name",
            "webhook.name",
            "help_section.names",
        ],
    ),
    (Stage::Forms, &["form.questions"]),
    (Stage::ArticleFiles, &["article_file.file_name"]),
    (Stage::Identities, &["identity.subject", "account_act.account", "exchange_event.account"]),
];

/// What a program wrote, or somebody chose from a list: names of kinds and languages, ids, moments, outcomes, what the exchange and browsers say of
/// themselves, what is sealed. A table, and its columns.
const NEVER_TYPED: &[(&str, &str)] = &[
    ("account_act", "kind last_error receipt requested_by"),
    ("answer", "kind question"),
    ("api_token", "scopes"),
    ("article", "audience categories countries kind lang related"),
    ("article_feedback", "lang reason"),
    ("article_file", "content_type scan scan_note uploader_kind"),
    ("article_file_use", "lang"),
    ("article_handover", "lang"),
    ("article_text", "lang status"),
    ("article_version", "author headings lang"),
    ("article_word", "lang"),
    ("attachment", "content_type leaks metadata scan scan_note uploader_kind"),
    ("brand", "locales"),
    ("checkpoint", "key_id"),
    ("customer", "locale time_zone"),
    ("customer_erasure", "asked_by"),
    ("department", "lang"),
    ("event", "actor kind stream"),
    ("evidence", "author_kind kind"),
    ("exchange_event", "event_id kind last_error"),
    ("feed_inbox", "stream"),
    ("follower", "name"),
    ("glossary_term", "see"),
    ("idempotency", "key principal response"),
    ("identity", "kind"),
    ("import_source", "kind"),
    ("job", "dedupe_key kind lane last_error payload worker"),
    ("link", "created_by"),
    ("log_key", "id"),
    ("log_verification", "outcome started_by"),
    ("mail_mailbox", "name"),
    ("member_absence", "first_day last_day"),
    ("message", "author_kind channel lang verification"),
    ("missed_search", "lang"),
    ("network_suspension", "asset network"),
    ("notification", "kind"),
    ("notification_delivery", "channel last_error mail_id"),
    ("notification_fact", "fact"),
    ("notification_preference", "channel"),
    ("notification_wish", "channel topic"),
    ("outward_channel", "channel domain"),
    ("push_attempt", "error state"),
    ("push_key", "name"),
    ("push_subscription", "device service"),
    ("quota", "kind recent subject"),
    ("readiness", "name room"),
    ("reply_macro", "min_level priority"),
    ("reply_macro_text", "lang"),
    ("rescan", "stage started_by"),
    ("role", "builtin"),
    ("role_grant", "permission"),
    ("sandbox_account", "account body"),
    ("sandbox_act", "account kind receipt"),
    ("sandbox_entry", "account body kind"),
    ("sandbox_outage", "failure"),
    ("saved_view", "shown sort"),
    ("search_snapshot", "noun shape"),
    ("sequencer_lease", "name"),
    ("session", "address user_agent"),
    ("side_message", "mail_code"),
    ("staff", "locale password_hash time_zone"),
    ("status", "category"),
    ("stream_head", "stream"),
    ("team", "assignment"),
    ("ticket", "channel lang last_message_by public_id risk status_category"),
    ("ticket_count", "status_category"),
    ("ticket_merge", "status_category wake_on"),
    ("ticket_snooze", "wake_on"),
    ("upload", "declared_type uploader_kind"),
    ("webhook", "kinds"),
    ("webhook_delivery", "last_error"),
];

/// What cannot hold a mask, and why it is left as it is.
const CANNOT: &[(&str, &[&str])] = &[
    (
        "a slug has a form that few secrets fit, is refused with one in it, and no mask is a slug",
        &[
            "article.slug",
            "article_slug.slug",
            "brand.slug",
            "category.slug",
            "glossary_term.slug",
            "help_section.slug",
            "import_place.source",
            "import_source.source",
            "status.name",
        ],
    ),
    (
        "it is refused with a secret in it, and a mask leads nowhere",
        &["app_push.url", "sign_in_page.parameter", "sign_in_page.url", "webhook.url"],
    ),
    (
        "by it a member signs in and a department is written to; it is refused with a secret in it",
        &["department.email", "staff.email"],
    ),
    (
        "tokens of the exchange are compared with it: with a mask in it nobody could sign in",
        &["exchange_key.audience", "exchange_key.kid"],
    ),
    (
        "an upload that is under way is over within three days, and the name of what came of it is read",
        &["upload.file_name"],
    ),
];

/// The columns of text that the schema has by now, each as `table.column`, without those that a check leaves only a few words.
fn columns(schema: &[&str]) -> BTreeSet<String> {
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut table = None;
    for line in schema.iter().flat_map(|sql| sql.lines()) {
        let line = line.split("--").next().unwrap_or_default().trim();
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["create", "table", name, ..] => table = Some((*name).to_owned()),
            ["drop", "table", name] => _ = tables.remove(name.trim_end_matches(';')),
            ["alter", "table", old, "rename", "to", new] => {
                let columns = tables.remove(*old).unwrap_or_default();
                tables.insert(new.trim_end_matches(';').to_owned(), columns);
            }
            ["alter", "table", name, "add", "column", column, kind, ..] if is_text(kind) => {
                add(&mut tables, name, column, line);
            }
            [column, kind, ..] if is_text(kind) => {
                if let Some(table) = &table {
                    add(&mut tables, table, column, line);
                }
            }
            [end, ..] if end.starts_with(')') => table = None,
            _ => {}
        }
    }
    let named = |(table, columns): (String, BTreeSet<String>)| {
        columns.into_iter().map(move |column| format!("{table}.{column}")).collect::<Vec<_>>()
    };
    tables.into_iter().flat_map(named).collect()
}

fn is_text(kind: &str) -> bool {
    kind.trim_end_matches([',', ';']) == "text"
}

fn add(tables: &mut BTreeMap<String, BTreeSet<String>>, table: &str, column: &str, line: &str) {
    if !line.contains(&format!("check ({column} in (")) {
        tables.entry(table.to_owned()).or_default().insert(column.to_owned());
    }
}

fn of_schema() -> BTreeSet<String> {
    let mut schema = vec![STORE];
    schema.extend(MIGRATIONS.iter().map(|migration| migration.sql));
    columns(&schema)
}

/// Every column that is classified, as often as it is.
fn classified() -> Vec<String> {
    let again = AGAIN.iter().flat_map(|(_, columns)| columns.iter());
    let cannot = CANNOT.iter().flat_map(|(_, columns)| columns.iter());
    let whole = again.chain(cannot).map(|column| (*column).to_owned());
    let never = NEVER_TYPED.iter().flat_map(|(table, columns)| {
        columns.split(' ').map(move |column| format!("{table}.{column}"))
    });
    whole.chain(never).collect()
}

#[test]
fn every_column_of_text_is_classified() {
    let (schema, all) = (of_schema(), classified());
    let known: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(known.len(), all.len(), "one is classified twice");
    let unknown: Vec<&String> = schema.difference(&known).collect();
    assert!(unknown.is_empty(), "say what becomes of {unknown:?} when the guard's rules improve");
    let gone: Vec<&String> = known.difference(&schema).collect();
    assert!(gone.is_empty(), "there are no columns {gone:?}");
    assert!(CANNOT.iter().all(|(why, _)| !why.is_empty()));
}

#[test]
fn what_is_read_again_is_read_by_a_stage() {
    // Texts in files, and what agents added beside what was found in messages, are no columns of their own; reasons are in events.
    let without = [Stage::Evidence, Stage::Files, Stage::Reasons];
    for stage in Stage::ALL.iter().filter(|stage| !without.contains(stage)) {
        assert!(AGAIN.iter().any(|(of, _)| of == stage), "{stage}");
    }
    let mut walked = vec![Stage::Messages];
    while let Some(next) = walked.last().unwrap().next() {
        walked.push(next);
    }
    assert_eq!(walked, Stage::ALL);
}

#[test]
fn a_new_column_is_seen_however_it_comes() {
    let found = columns(&[
        "create table a (\n  id uuid primary key,\n  b text not null, -- why\n  c text\n) /*sqlite*/ without rowid /*end*/;\n\
         create index a_b on a (b);\n",
        "alter table a add column d text;\nalter table a add column e bigint;\n\
         create table f (\n  g text not null check (g in ('x', 'y')),\n  h text\n);\nalter table f rename to i;\n",
        "create table j (\n  k text\n);\ndrop table j;\n",
    ]);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["a.b", "a.c", "a.d", "i.h"]);
}
