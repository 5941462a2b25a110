//! What staff wrote is read again too: macros, views, articles, tags, terms; and names of customers and words of readers.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use proofdesk_locale::Locale;

use super::*;
use crate::article::{self, Written};
use crate::constraint::{self, actions::ConstraintDraft};
use crate::customer::actions::NewCustomer;
use crate::glossary::{self, TermText, TermTexts, actions::TermSetting};
use crate::id::{ArticleId, MacroId, SavedViewId, TagId};
use crate::reply_macro::{self, MacroActs, actions::MacroDraft};
use crate::saved_view::{self, actions::NewView};
use crate::ticket::view::Sort;
use crate::{customer, help_section, tag};

/// Text as it was kept when the guard knew less.
fn old_text() -> Written {
    Written {
        title: format!("Fees {PHRASE}"),
        summary: "What it is about".to_owned(),
        tags: vec!["tag".to_owned()],
        body: format!("## Words\n\n{PHRASE}\n"),
        html: format!("<h2>Words</h2><p>{PHRASE}</p>"),
        headings: Vec::new(),
    }
}

async fn article(old: &Old) -> ArticleId {
    let brand_id = old.world.brand_id;
    let names = [(Locale::En, "Fees".to_owned())].into();
    let cx = old.world.admin_cx().await;
    old.world
        .write(cx, async move |tx, cx| {
            help_section::actions::set(tx, cx, brand_id, "fees", 1, &names).await
        })
        .await
        .unwrap();
    let new = article::actions::NewArticle {
        brand_id,
        slug: "fees".to_owned(),
        section: "fees".to_owned(),
        kind: article::Kind::Guide,
        min_tier: 0,
        countries: Vec::new(),
        audience: article::Audience::Public,
        lang: Locale::En,
        categories: vec!["fees".to_owned()],
        related: Vec::new(),
        review_days: 90,
        owner_id: None,
        text: old_text(),
    };
    let cx = old.world.admin_cx().await;
    let write =
        old.world.write(cx, async move |tx, cx| article::actions::create(tx, cx, &new).await);
    write.await.unwrap()
}

async fn settings(old: &Old) -> (MacroId, SavedViewId) {
    let draft = MacroDraft {
        brand_id: old.world.brand_id,
        name: "Greeting".to_owned(),
        folder: Some("Folder".to_owned()),
        audience: reply_macro::Audience::Own,
        team_id: None,
        min_level: None,
        as_note: false,
        acts: MacroActs::default(),
        texts: vec![(Locale::En, "Hello".to_owned())],
    };
    let view = NewView {
        name: "Mine".to_owned(),
        filter: "is:open".to_owned(),
        sort: Sort::Waiting,
        shown: [].into(),
        audience: saved_view::Audience::Own,
        team_id: None,
    };
    let cx = old.world.admin_cx().await;
    let write = old.world.write(cx, async move |tx, cx| {
        let macro_id = reply_macro::actions::create(tx, cx, &draft).await?;
        let view_id = saved_view::actions::create(tx, cx, &view).await?;
        for sql in [
            "update reply_macro set name = $1, folder = $1 where name = 'Greeting'",
            "update reply_macro_text set body = $1 where body = 'Hello'",
            "update saved_view set name = $1 where name = 'Mine'",
        ] {
            tx.exec(sql, params![PHRASE]).await?;
        }
        Ok((macro_id, view_id))
    });
    write.await.unwrap()
}

#[tokio::test]
async fn what_staff_wrote_is_read_again() {
    for old in both().await {
        let article_id = article(&old).await;
        let (macro_id, view_id) = settings(&old).await;
        assert_eq!(old.verified().await.findings, []);
        old.walk().await;
        let read = old.desk.read(async move |rx: &Rx<'_>| {
            let version = article::view::version(rx, article_id, Locale::En, 1).await?.unwrap();
            let text = article::view::text(rx, article_id, Locale::En).await?.unwrap();
            let texts = reply_macro::view::texts(rx, macro_id).await?;
            let named: (String, Option<String>) = rx
                .query_one("select name, folder from reply_macro where id = $1", params![macro_id])
                .await?;
            let view: (String,) =
                rx.query_one("select name from saved_view where id = $1", params![view_id]).await?;
            Ok::<_, crate::Error>((version, text, texts, named, view))
        });
        let (version, text, texts, named, view) = read.await.unwrap();
        assert_eq!(
            (version.title.as_str(), text.title.as_str()),
            ("Fees ⟦seed-phrase⟧", "Fees ⟦seed-phrase⟧")
        );
        assert_eq!(version.body, "## Words\n\n⟦seed-phrase⟧\n");
        assert!(version.html.contains("⟦seed-phrase⟧") && !version.html.contains("sausage"));
        assert_eq!(version.headings[0].text, "Words");
        assert_eq!(texts[&Locale::En], "⟦seed-phrase⟧");
        assert_eq!(named, ("⟦seed-phrase⟧".to_owned(), Some("⟦seed-phrase⟧".to_owned())));
        assert_eq!(view.0, "⟦seed-phrase⟧");
        // The log says so, and still proves itself.
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
    }
}

/// The phrase as the name of a tag: on a ticket, in a macro and in the filter of a view, beside one that is called as its mask.
async fn tags(old: &Old) -> [TagId; 2] {
    let (macro_id, view_id) = settings(old).await;
    let (number, cx) = (old.public_id.clone(), old.world.admin_cx().await);
    let write = old.world.write(cx, async move |tx, cx| {
        ticket::actions::tag(tx, cx, &number, &Clean::unguarded(PHRASE)).await?;
        let named = format!("[\"{}\",\"vip\"]", tag::canonical(PHRASE));
        let sql =
            "update reply_macro set name = 'Greeting', folder = null, add_tags = $1 where id = $2";
        tx.exec(sql, params![named, macro_id]).await?;
        tx.exec("update reply_macro_text set body = 'Hello'", params![]).await?;
        let filter = format!("is:open tag:{}", tag::canonical(PHRASE));
        let sql = "update saved_view set name = 'Mine', filter = $1 where id = $2";
        tx.exec(sql, params![filter, view_id]).await?;
        let first = tag::actions::ensure(tx, cx, &Clean::unguarded(PHRASE)).await?;
        Ok([first, tag::actions::ensure(tx, cx, &Clean::unguarded("⟦seed-phrase⟧")).await?])
    });
    write.await.unwrap()
}

#[tokio::test]
async fn a_tag_is_masked_wherever_it_is_named() {
    for old in both().await {
        let [first, second] = tags(&old).await;
        assert_eq!(old.verified().await.findings, []);
        old.walk().await;
        let read = old.desk.read(async move |rx: &Rx<'_>| {
            let names = [tag::view::name(rx, first).await?, tag::view::name(rx, second).await?];
            let (added,): (String,) = rx.query_one("select add_tags from reply_macro", &[]).await?;
            let (filter,): (String,) = rx.query_one("select filter from saved_view", &[]).await?;
            Ok((names.map(Option::unwrap), added, filter))
        });
        let (names, added, filter) = read.await.unwrap();
        assert_eq!(names, ["⟦seed-phrase⟧-2", "⟦seed-phrase⟧"]);
        assert_eq!(
            (added.as_str(), filter.as_str()),
            (r#"["⟦seed-phrase⟧","vip"]"#, "is:open tag:⟦seed-phrase⟧")
        );
        // The ticket still has its tag: events name it by its id.
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
        let masked = |kinds: &[String]| kinds.iter().filter(|kind| *kind == "tag.masked").count();
        let stream = crate::log::Stream::Organisation;
        assert_eq!(masked(&old.world.kinds(&stream).await), 1);
        old.start().await;
        old.walk().await;
        assert_eq!(masked(&old.world.kinds(&stream).await), 1, "a second walk finds nothing");
    }
}

/// A customer, a term, a search in vain, words and a note at an article, each with the phrase in it.
async fn words(old: &Old) -> CustomerId {
    let (article_id, brand_id) = (article(old).await, old.world.brand_id);
    let text = TermText {
        term: "Memo".to_owned(),
        definition: "What it is".to_owned(),
        forms: vec!["tag".to_owned()],
    };
    let texts: TermTexts = [(Locale::En, text)].into();
    let cx = old.world.admin_cx().await;
    let write = old.world.write(cx, async move |tx, cx| {
        let setting = TermSetting { see: &[], texts: &texts, looked: false };
        glossary::actions::set(tx, cx, brand_id, "memo", None, setting).await?;
        let new = NewCustomer {
            name: Some("Grace".to_owned()),
            uid: Some("U-1".to_owned()),
            ..NewCustomer::of(brand_id)
        };
        let customer_id = customer::actions::create(tx, cx, &new).await?;
        for sql in [
            "update customer set name = $1, uid = $1 where name = 'Grace'",
            "update glossary_term set texts = replace(texts, 'What it is', $1)",
            "update glossary_term set texts = replace(texts, 'Memo', $1)",
        ] {
            tx.exec(sql, params![PHRASE]).await?;
        }
        tx.exec(
            "insert into missed_search (id, brand_id, lang, words, n, first_at, last_at) values ($1, $2, 'en', $3, 1, 0, 0)",
            params![customer_id, brand_id, PHRASE],
        )
        .await?;
        tx.exec(
            "insert into article_word (article_id, lang, words, created_at) values ($1, 'en', $2, 0)",
            params![article_id, PHRASE],
        )
        .await?;
        tx.exec(
            "insert into article_feedback (id, article_id, lang, number, helpful, note, created_at) \
             values ($1, $2, 'en', 1, $3, $4, 0)",
            params![customer_id, article_id, false, PHRASE],
        )
        .await?;
        Ok(customer_id)
    });
    write.await.unwrap()
}

#[tokio::test]
async fn names_terms_and_words_of_readers_are_read_again() {
    for old in both().await {
        let customer_id = words(&old).await;
        old.walk().await;
        let read = old.desk.read(async move |rx: &Rx<'_>| {
            let customer = customer::view::load(rx, customer_id).await?.unwrap();
            let (texts,): (String,) = rx.query_one("select texts from glossary_term", &[]).await?;
            let (note,): (String,) = rx.query_one("select note from article_feedback", &[]).await?;
            let (searches,): (i64,) =
                rx.query_one("select count(*) from missed_search", &[]).await?;
            let (words,): (i64,) = rx.query_one("select count(*) from article_word", &[]).await?;
            Ok((customer, texts, note, searches, words))
        });
        let (customer, texts, note, searches, words) = read.await.unwrap();
        assert_eq!(customer.name.as_deref(), Some("⟦seed-phrase⟧"));
        assert_eq!(customer.uid.as_deref(), Some("⟦seed-phrase⟧"));
        assert_eq!(texts.matches("⟦seed-phrase⟧").count(), 2, "{texts}");
        assert_eq!((note.as_str(), searches, words), ("⟦seed-phrase⟧", 0, 0));
        let kinds = old.world.kinds(&crate::log::Stream::Customer(customer_id)).await;
        assert_eq!(kinds, ["customer.created", "customer.changed"]);
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_to_be_heeded_is_read_again() {
    for old in both().await {
        let Viewer::Customer(CustomerViewer { customer_id, .. }) = old.customer else {
            unreachable!("a ticket is of a customer")
        };
        let cx = old.world.admin_cx().await;
        let write = old.world.write(cx, async move |tx, cx| {
            let draft = ConstraintDraft {
                kind: constraint::Kind::Other,
                text: "Call them".to_owned(),
                from: None,
                until: None,
            };
            let id = constraint::actions::add(tx, cx, customer_id, &draft).await?;
            let sql = "update account_constraint set body = $1 where id = $2";
            tx.exec(sql, params![format!("Lost {PHRASE}"), id]).await?;
            Ok(())
        });
        write.await.unwrap();
        old.walk().await;
        let read = old.desk.read(async move |rx: &Rx<'_>| {
            let now = crate::testing::start();
            constraint::view::list(rx, &crate::viewer::Scope::Everything, customer_id, now).await
        });
        let constraints = read.await.unwrap();
        assert_eq!(constraints[0].text, "Lost ⟦seed-phrase⟧");
        assert_eq!(constraints[0].version, 2);
        let kinds = old.world.kinds(&crate::log::Stream::Customer(customer_id)).await;
        assert_eq!(kinds.last().map(String::as_str), Some("constraint.masked"));
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
    }
}
