use super::*;
use crate::code::Code;
use crate::transcript::verify::Verdict;
use crate::transcript::{actions, parts};
use crate::{Error, look};

#[tokio::test]
async fn what_the_customer_may_see_is_in_it_and_proven() {
    for case in Case::both().await {
        let transcript = case.take().await;
        let report = verify(json(&transcript).as_bytes(), &[key(&transcript)]);
        assert_eq!(report.findings, [], "{}", json(&transcript));
        assert_eq!(report.verdict, Verdict::Genuine);
        let kinds: Vec<&str> =
            transcript.entries.iter().map(|entry| entry.event.kind.as_str()).collect();
        let message = "ticket.message_added";
        let set = "ticket.status_set";
        assert_eq!(kinds, ["ticket.opened", message, message, message, set, message, set]);
        // The last message and the reopening came after the checkpoint.
        assert_eq!((report.entries, report.messages, report.proven), (7, 5, 5));
        let sources: Vec<Option<&str>> = transcript
            .entries
            .iter()
            .filter_map(|entry| entry.message.as_ref())
            .map(|message| message.body.as_ref().map(|body| body.source.as_str()))
            .collect();
        assert_eq!(sources, [Some(SAID), Some(REPLY), None, Some("Done."), Some(LAST)]);
        case.sign().await;
        let later = case.take().await;
        assert_eq!(verify(json(&later).as_bytes(), &[key(&later)]).proven, 7);
    }
}

#[tokio::test]
async fn nothing_of_a_note_is_in_it() {
    let case = Case::sqlite().await;
    let text = json(&case.take().await);
    assert!(text.contains(REPLY) && !text.contains(NOTE), "{text}");
    let note = async |rx: &Rx<'_>| -> Result<(Vec<u8>, Vec<u8>)> {
        let sql = "select e.payload, b.salt from message m join message_body b on b.message_id = m.id \
            join event e on e.seq = m.seq where m.visibility = 'internal' and e.stream like 'ticket:%'";
        Ok(rx.query_one(sql, params![]).await?)
    };
    let (payload, salt) = case.desk.read(note).await.unwrap();
    for secret in [payload, salt] {
        let written = serde_json::to_string(&crate::log::wire::Base64(secret)).unwrap();
        assert!(!text.contains(&written), "{written}");
    }
}

#[tokio::test]
async fn another_desk_and_another_key_are_told_apart() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let text = json(&transcript);
    let verdict = |trusted: &[Trusted]| verify(text.as_bytes(), trusted).verdict;
    let ours = key(&transcript);
    let stranger = Trusted { public_key: vec![7; 32], ..ours.clone() };
    let elsewhere =
        Trusted { origin: Some("proofdesk.log/00".to_owned()), public_key: vec![7; 32] };
    assert_eq!(verdict(std::slice::from_ref(&ours)), Verdict::Genuine);
    assert_eq!(verdict(&[stranger.clone(), ours.clone()]), Verdict::Genuine);
    assert_eq!(verdict(&[]), Verdict::KeyUnknown);
    assert_eq!(verdict(std::slice::from_ref(&stranger)), Verdict::KeyUnknown);
    assert_eq!(verdict(std::slice::from_ref(&elsewhere)), Verdict::NotOurs);
}

#[tokio::test]
async fn long_tickets_come_in_parts() {
    assert_eq!([0, 1, 200, 201, 401].map(parts), [1, 1, 1, 2, 3]);
    let case = Case::sqlite().await;
    for part in [0, 2] {
        let refused = case.take_part(part).await.unwrap_err();
        assert_eq!(refused.code(), Code::NotFound, "part {part}");
    }
}

#[tokio::test]
async fn staff_need_the_permission_and_a_reason_and_leave_a_trace() {
    for case in Case::both().await {
        let number = case.number.clone();
        let export = async |cx: Cx, reason: &'static str| {
            let number = number.clone();
            let written = case
                .world
                .write(cx, async move |tx, cx| actions::export(tx, cx, &number, reason).await);
            written.await.and_then(|attempt| attempt)
        };
        let agent = case.world.role(crate::role::Builtin::Agent).await;
        let agent = case.world.join("mina@example.com", &[agent], &[case.world.brand_id]).await;
        let refused = export(case.world.cx(&agent.opened).await, "Curious").await;
        assert_eq!(refused.unwrap_err().code(), Code::NoPermission);
        let without = export(case.world.admin_cx().await, " ").await;
        assert_eq!(without.unwrap_err().code(), Code::FieldRequired);
        let ticket = export(case.world.admin_cx().await, "For the regulator").await.unwrap();
        assert_eq!(ticket.public_id, case.number);
        let (me, ring) = (case.me.clone(), testing::keyring());
        let looks = case.desk.read(async move |rx| match &me {
            Viewer::Customer(me) => look::view::own(rx, &ring, me).await,
            _ => Err(Error::Broken { what: "no customer" }),
        });
        let looks = looks.await.unwrap();
        assert_eq!(looks.len(), 1, "{looks:?}");
        let look = looks.first().unwrap();
        assert_eq!(look.seen, look::Seen::Transcript(case.number.clone()));
        assert_eq!(look.reason.as_deref(), Some("For the regulator"));
        assert_eq!(look.roles, ["Administrator"]);
        assert_eq!(look.pseudonym.len(), 6);
    }
}

#[tokio::test]
async fn the_budget_of_transcripts_ends() {
    let case = Case::sqlite().await;
    let mut granted = 0;
    loop {
        let number = case.number.clone();
        let cx = case.world.admin_cx().await;
        let written = case
            .world
            .write(cx, async move |tx, cx| actions::export(tx, cx, &number, "Needed").await);
        match written.await.unwrap() {
            Ok(_) => granted += 1,
            Err(spent) => break assert_eq!(spent.code(), Code::BudgetSpent),
        }
    }
    assert_eq!(granted, crate::limits::TRANSCRIPTS_PER_HOUR);
}
