//! What staff wrote is read again too: macros, views, articles.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use proofdesk_locale::Locale;

use super::*;
use crate::article::{self, Written};
use crate::help_section;
use crate::id::{ArticleId, MacroId, SavedViewId};
use crate::reply_macro::{self, MacroActs, actions::MacroDraft};
use crate::saved_view::{self, actions::NewView};
use crate::ticket::view::Sort;

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
        old.desk.db().truncate_log().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
    }
}
