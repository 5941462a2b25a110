//! A customer writes, an agent answers, both see it as it happens, and a year later every step can be verified by somebody
//! who trusts nobody.

use std::io::BufReader;
use std::time::Duration;

use proofdesk_desk::log::checkpoint::{anchors, signing_key};
use proofdesk_desk::log::export::{Contents, export, verify_export};
use proofdesk_desk::log::verify::{verify_live, verify_state};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Live, NewMember, TestApp, Transport};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_asked_answered_and_proven() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina =
            app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
        // Mina has the inbox open. Grace asks, with a screenshot.
        let mut inbox = Live::connect(&mina, Transport::Socket, None).await.expect("a socket");
        inbox.until("live").await;
        let upload = grace.post("/api/v1/attachments").header("x-file-name", "screenshot.png");
        let file = upload
            .bytes("image/png", &b"\x89PNG\r\n\x1a\n and so on"[..])
            .send()
            .await
            .expect(201)
            .json();
        let question = json!({
            "category": "deposit-not-credited", "subject": "Where is my deposit?",
            "body": "I sent 250 USDT on TRC-20 two hours ago.", "attachment_ids": [file["id"]],
        });
        let asked = grace
            .post("/api/v1/tickets")
            .key("grace-1")
            .json(&question)
            .send()
            .await
            .expect(201)
            .json();
        let number = asked["id"].as_str().expect("a number").to_owned();
        let told = inbox.events(1).await.remove(0);
        assert_eq!(
            (&told["kind"], &told["data"]["ticket"]),
            (&json!("ticket.opened"), &json!(number))
        );
        // Mina looks, takes it, answers; Grace has her ticket open and sees the answer come.
        let mut page =
            Live::connect(&grace, Transport::Events, told["pos"].as_i64()).await.expect("a stream");
        let seen =
            mina.get(&format!("/api/v1/tickets/{number}/timeline")).send().await.expect(200).json();
        let shot =
            seen["items"][0]["attachments"][0]["id"].as_str().expect("the screenshot").to_owned();
        mina.get(&format!("/api/v1/attachments/{shot}")).send().await.expect(200);
        let take = json!({ "assignee_id": mina.id, "team_id": null });
        mina.put(&format!("/api/v1/tickets/{number}/assignment"))
            .json(&take)
            .send()
            .await
            .expect(200);
        let solved = crate::access::solved(&app).await;
        let answer = json!({ "body": "It arrived at block 71,204,113.", "status_id": solved });
        mina.post(&format!("/api/v1/tickets/{number}/messages"))
            .json(&answer)
            .send()
            .await
            .expect(201);
        let news = page.events(2).await;
        assert_eq!(
            [&news[0]["kind"], &news[1]["kind"]],
            ["ticket.message_added", "ticket.status_set"]
        );
        let read = grace
            .get(&format!("/api/v1/tickets/{number}/timeline"))
            .send()
            .await
            .expect(200)
            .text();
        assert!(read.contains("It arrived at block 71,204,113."), "{read}");
        // A year later.
        app.recur().await;
        app.clock.advance(Duration::from_secs(365 * 86_400));
        verified(&app).await;
    }
}

/// Live, by folding the tickets, and from an export with nothing but the log's public key and the anchor file.
async fn verified(app: &TestApp) {
    let outside = anchors(app.config().audit.anchor.as_ref().expect("an anchor file"))
        .expect("checkpoints outside");
    assert!(!outside.checkpoints.is_empty() && outside.unreadable == 0);
    let mut report =
        verify_live(app.desk(), &outside.checkpoints, &mut |_| {}).await.expect("a report");
    verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
    assert!(report.is_clean(), "{:?}", report.findings);
    assert!(
        report.states > 0
            && report.messages > 1
            && report.attachments > 0
            && report.signed_size > 0,
        "{report:?}"
    );
    for contents in [Contents::Included, Contents::Omitted] {
        let mut lines = Vec::new();
        export(app.desk(), contents, &mut lines, &mut |_| {}).await.expect("an export");
        let key = signing_key(app.desk().keyring()).verifying_key().as_bytes().to_vec();
        let report =
            verify_export(&mut BufReader::new(lines.as_slice()), &[key], &outside.checkpoints)
                .expect("a report");
        assert!(report.is_clean(), "{:?}", report.findings);
        // One byte of it changed, and it is no proof any more.
        let text = String::from_utf8(lines).expect("text");
        let forged = text.replacen("ticket.status_set", "ticket.status_sat", 1);
        assert_ne!(forged, text);
        let key = signing_key(app.desk().keyring()).verifying_key().as_bytes().to_vec();
        let report =
            verify_export(&mut BufReader::new(forged.as_bytes()), &[key], &outside.checkpoints);
        assert!(
            report.is_err() || report.is_ok_and(|report| !report.is_clean()),
            "a forged export passes"
        );
    }
}
