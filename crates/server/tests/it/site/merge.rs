//! A ticket that goes on in another one, on its customer's pages: where it goes on, what is written to the old number, and both
//! in one thread.

use proofdesk_desk::log::verify::{Report, verify_state};
use proofdesk_testkit::TestApp;
use serde_json::json;

use super::form::Form;
use super::{enter, page};

#[tokio::test(flavor = "multi_thread")]
async fn the_old_page_leads_on_and_takes_what_is_typed_along() {
    for app in TestApp::both().await {
        let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
        let first = app.ticket(&grace, "Where is it").await;
        let second = app.ticket(&grace, "Hello again").await;
        let (old, reply) = (format!("/tickets/{second}"), format!("/tickets/{second}/messages"));
        let open = page(&browser, &old).await.expect(200).text();
        // The customer has the page open and types when staff merge the two.
        let form = Form::read(&open, &reply).set("body", "Here is the hash.");
        let into = json!({ "into": first.as_str() });
        let merge = format!("/api/v1/tickets/{second}/merge");
        app.admin.post(&merge).json(&into).send().await.expect(200);
        // Pressed twice, it is one message, where the matter goes on.
        for _ in 0..2 {
            let sent = form.send(&browser).await.expect(303);
            let to = sent.header("location");
            assert!(to.starts_with(&format!("/tickets/{first}")), "{to}");
        }
        app.step().await;
        let joined = plain(&page(&browser, &format!("/tickets/{first}")).await.expect(200).text());
        assert_eq!(joined.matches("Here is the hash.").count(), 1, "{joined}");
        assert!(joined.contains(&format!("from {second}")), "{joined}");
        let link = format!("<a href=\"/tickets/{second}\">{second}</a> goes on here too");
        // In the thread and among the steps.
        assert_eq!(joined.matches(&link).count(), 2, "{joined}");
        let here =
            format!("Also shown here: <bdi><a href=\"/tickets/{second}\">{second}</a></bdi></p>");
        assert!(joined.contains(&here), "{joined}");
        page(&browser, &format!("/tickets/{second}")).await.expect(200);
        // Whose they are not gets neither.
        let stranger = enter(&app, "mallory").await;
        for number in [&first, &second] {
            page(&stranger, &format!("/tickets/{number}")).await.expect(404);
        }
        let old = plain(&page(&browser, &old).await.expect(200).text());
        assert!(old.contains(&format!("This ticket goes on in {first}")), "{old}");
        assert!(!old.contains(&reply), "nothing more is written there");
        let list = page(&browser, "/tickets").await.expect(200).text();
        assert!(list.contains(first.as_str()) && !list.contains(second.as_str()), "{list}");
        // What the customer takes away of either names the other.
        let path = format!("/api/v1/me/tickets/{first}/transcript.html?lang=en");
        let taken = plain(&browser.get(&path).send().await.expect(200).text());
        assert!(taken.contains(&format!("{second} goes on here too")), "{taken}");
        let mut report = Report::default();
        verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
        assert!(report.findings.is_empty(), "{:?}", report.findings);
    }
}

/// Without the marks that keep directions apart.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
