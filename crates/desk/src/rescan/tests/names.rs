//! What things are called is read again, what forms ask, by what customers are known, and why somebody looked.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::collections::BTreeMap;

use proofdesk_locale::Locale;

use super::*;
use crate::article::event::ArticleTermsWaived;
use crate::category::event::CategoryRenamed;
use crate::customer::Field;
use crate::customer::actions::NewCustomer;
use crate::customer_erasure::event::CustomerErasureAsked;
use crate::form::{FormChanged, Need, OwnWords, Question, QuestionKind};
use crate::id::{ArticleId, BrandId, CategoryId};
use crate::log::erasure::Subject;
use crate::log::{NewEvent, Stream, append};
use crate::look::{self, Seen};
use crate::names::Names;
use crate::permission::Permission;
use crate::reveal::event::FieldRevealed;
use crate::skill::SkillKind;
use crate::status::event::StatusRenamed;
use crate::testing::client;
use crate::ticket::actions::Edit;
use crate::ticket::{Change, ErasureAsked, StatusCategory};
use crate::transcript::event::TranscriptExported;
use crate::transfer::event::DeskExported;
use crate::{
    api_token, category, customer, department, help_section, identity, session, skill, status, team,
};

/// Another phrase, which leaves the same mask.
const OTHER: &str =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

async fn count(old: &Old, sql: &'static str) -> i64 {
    let read =
        old.desk.read(async move |rx: &Rx<'_>| Ok(rx.query_one::<(i64,)>(sql, &[]).await?.0));
    read.await.unwrap()
}

fn customer_of(old: &Old) -> CustomerViewer {
    match &old.customer {
        Viewer::Customer(me) => me.clone(),
        other => unreachable!("{other:?}"),
    }
}

/// Two statuses and two categories whose names are phrases, as the log was told when they were typed. One of each has a harmless name in
/// another language.
async fn called(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId) -> crate::Result<()> {
    for (key, phrase) in [("one", PHRASE), ("two", OTHER)] {
        let mut names: Names = [(Locale::En, format!("Harmless {key}"))].into();
        if key == "one" {
            names.insert(Locale::Ja, "銀行".to_owned());
        }
        let turn = StatusCategory::WaitingOnInternal;
        let status_id = status::actions::create(tx, cx, key, turn, &names).await?;
        let category_id = category::actions::create(tx, cx, brand_id, key, &names).await?;
        names.insert(Locale::En, phrase.to_owned());
        let column = crate::names::write(&names)?;
        let set = "update status set names = $1 where id = $2";
        tx.exec(set, params![column, status_id]).await?;
        let set = "update category set names = $1 where id = $2";
        tx.exec(set, params![column, category_id]).await?;
        let names = crate::names::digest(&column);
        let status = StatusRenamed { status_id, names: names.clone() };
        let category = CategoryRenamed { category_id, names };
        let told = [NewEvent::of(&status)?, NewEvent::of(&category)?];
        append(tx, cx, &Stream::Organisation, &told).await?;
    }
    Ok(())
}

/// Everything that has a name, each with a secret in it.
async fn set_up(old: &Old) {
    let (brand_id, admin_id) = (old.world.brand_id, old.world.admin.id);
    let cx = old.world.admin_cx().await;
    let write = old.world.write(cx, async move |tx, cx| {
        let names = [(Locale::En, "Fees".to_owned()), (Locale::Ja, "手数料".to_owned())].into();
        help_section::actions::set(tx, cx, brand_id, "fees", 1, &names).await?;
        team::actions::create(tx, cx, "One").await?;
        team::actions::create(tx, cx, "Two").await?;
        skill::actions::create(tx, cx, SkillKind::Topic, "Memos").await?;
        department::actions::create(tx, cx, "Chain", "chain@example.com", Locale::En).await?;
        cx.viewer = Viewer::Operator;
        let token = api_token::actions::NewApiToken {
            staff_id: admin_id,
            name: "Export".to_owned(),
            scopes: [Permission::TicketRead].into(),
            expires_at: None,
        };
        api_token::actions::create(tx, cx, &token).await?;
        for sql in [
            "update organisation set name = $1",
            "update brand set name = $1",
            "update staff set name = $1",
            "update role set name = $1 where builtin = 'team-lead'",
            "update team set name = $1 where name = 'One'",
            "update skill set name = $1",
            "update department set name = $1",
            "update api_token set name = $1",
            "update webhook set name = $1",
            "update help_section set names = replace(names, 'Fees', $1)",
        ] {
            tx.exec(sql, params![PHRASE]).await?;
        }
        tx.exec("update team set name = $1 where name = 'Two'", params![OTHER]).await?;
        called(tx, cx, brand_id).await?;
        Ok(())
    });
    write.await.unwrap();
}

#[tokio::test]
async fn what_things_are_called_is_read_again() {
    for old in both().await {
        set_up(&old).await;
        old.walk().await;
        for sql in [
            "select count(*) from organisation where name = '⟦seed-phrase⟧'",
            "select count(*) from brand where name = '⟦seed-phrase⟧'",
            "select count(*) from staff where name = '⟦seed-phrase⟧'",
            "select count(*) from role where name = '⟦seed-phrase⟧'",
            "select count(*) from team where name = '⟦seed-phrase⟧'",
            "select count(*) from team where name = '⟦seed-phrase⟧ 2'",
            "select count(*) from skill where name = '⟦seed-phrase⟧'",
            "select count(*) from status where names like '%⟦seed-phrase⟧\"%' and version = 2",
            "select count(*) from status where names like '%⟦seed-phrase⟧ 2\"%' and version = 2",
            "select count(*) from status where names like '%⟦seed-phrase⟧%' and names like '%銀行%'",
            "select count(*) from category where names like '%⟦seed-phrase⟧\"%' and version = 2",
            "select count(*) from category where names like '%⟦seed-phrase⟧ 2\"%' and version = 2",
            "select count(*) from category where names like '%⟦seed-phrase⟧%' and names like '%銀行%'",
            "select count(*) from department where name = '⟦seed-phrase⟧'",
            "select count(*) from api_token where name = '⟦seed-phrase⟧'",
            "select count(*) from webhook where name = '⟦seed-phrase⟧'",
            "select count(*) from help_section where names like '%⟦seed-phrase⟧%'",
        ] {
            assert_eq!(count(&old, sql).await, 1, "{sql}");
        }
        let (names,) = old
            .desk
            .read(async |rx: &Rx<'_>| {
                Ok(rx.query_one::<(String,)>("select names from help_section", &[]).await?)
            })
            .await
            .unwrap();
        let names = crate::names::read(&names);
        assert_eq!(names[&Locale::Ja], "手数料");
        let masked =
            |kinds: &[String]| kinds.iter().filter(|kind| *kind == "guard.setting_masked").count();
        assert_eq!(masked(&old.world.kinds(&Stream::Organisation).await), 15);
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
        old.start().await;
        old.walk().await;
        assert_eq!(masked(&old.world.kinds(&Stream::Organisation).await), 15);
    }
}

#[tokio::test]
async fn what_forms_ask_is_read_again_in_every_version() {
    for old in both().await {
        let cx = old.world.admin_cx().await;
        let write = old.world.write(cx, async move |tx, cx| {
            let sql = "select id from category where slug = 'other'";
            let (category_id,): (CategoryId,) = tx.query_one(sql, &[]).await?;
            for (version, label) in [(1, format!("Is it {PHRASE}?")), (2, "Which card?".to_owned())] {
                let words = OwnWords { label, why: "Because.".to_owned(), choices: BTreeMap::new() };
                let questions = vec![Question {
                    key: "card".to_owned(),
                    kind: QuestionKind::Text,
                    need: Need::Helpful,
                    can_lack: false,
                    when: None,
                    choices: Vec::new(),
                    own: [("en".to_owned(), words)].into(),
                }];
                let json = serde_json::to_string(&questions).unwrap();
                tx.exec(
                    "insert into form (category_id, version, questions, created_at) values ($1, $2, $3, 0)",
                    params![category_id, version, json],
                )
                .await?;
                let changed = FormChanged { category_id, version, questions: Some(questions) };
                append(tx, cx, &Stream::Organisation, &[NewEvent::of(&changed)?]).await?;
            }
            Ok(())
        });
        write.await.unwrap();
        old.walk().await;
        let read = old.desk.read(async |rx: &Rx<'_>| {
            let sql = "select version, questions from form order by version";
            Ok(rx.query::<(i64, String)>(sql, &[]).await?)
        });
        let forms = read.await.unwrap();
        assert!(forms[0].1.contains("Is it ⟦seed-phrase⟧?"), "{}", forms[0].1);
        assert!(forms[1].1.contains("Which card?"), "{}", forms[1].1);
        // Of the version that nothing was found in, the log says what it said.
        let told = "select count(*) from event where kind = 'form.changed' and payload is not null";
        assert_eq!(count(&old, told).await, 1);
        let kinds = old.world.kinds(&Stream::Organisation).await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "form.masked").count(), 1);
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
    }
}

/// A customer with an address and a telephone number that would not be taken today, who is known by two phrases.
async fn known_by(old: &Old) -> CustomerId {
    let brand_id = old.world.brand_id;
    let ticket_id = old.ticket().await.id;
    let write = old.world.write(old.world.system_cx(), async move |tx, cx| {
        let new = NewCustomer {
            email: Some("grace@example.com".to_owned()),
            phone: Some("+44 20 7946 0958".to_owned()),
            ..NewCustomer::of(brand_id)
        };
        let customer_id = customer::actions::create(tx, cx, &new).await?;
        let sql = "update customer set email = $1, phone = $2 where id = $3";
        let (email, phone) = (PHRASE.replace(' ', "."), "4242 4242 4242 4242");
        tx.exec(sql, params![email, phone, customer_id]).await?;
        for (subject, secret) in [("acc-1", PHRASE), ("acc-2", OTHER)] {
            let id = identity::actions::add(tx, cx, customer_id, identity::PORTAL, subject).await?;
            session::actions::open_for_customer(tx, cx, customer_id, id, &client()).await?;
            let sql = "update identity set subject = $1 where id = $2";
            tx.exec(sql, params![secret, id]).await?;
        }
        let act: MessageId = cx.id();
        tx.exec(
            "insert into account_act (id, kind, customer_id, account, ticket_id, state, requested_by, requested_at, attempts, \
             updated_at) values ($1, 'freeze', $2, $3, $4, 'done', 'system:test', 0, 1, 0)",
            params![act, customer_id, PHRASE, ticket_id],
        )
        .await?;
        Ok(customer_id)
    });
    write.await.unwrap()
}

#[tokio::test]
async fn by_what_customers_are_known_is_read_again() {
    for old in both().await {
        let customer_id = known_by(&old).await;
        old.walk().await;
        let read = old.desk.read(async move |rx: &Rx<'_>| {
            let customer = customer::view::load(rx, customer_id).await?.unwrap();
            let identities = identity::view::list(rx, customer_id).await?;
            let (account,): (String,) =
                rx.query_one("select account from account_act", &[]).await?;
            Ok((customer, identities, account))
        });
        let (customer, identities, account) = read.await.unwrap();
        assert_eq!((customer.email, customer.phone), (None, None));
        let called: Vec<_> = identities.iter().map(|one| one.subject.clone()).collect();
        let masked = |id: IdentityId| format!("⟦seed-phrase⟧ {id}");
        assert_eq!(called, [masked(identities[0].id), masked(identities[1].id)]);
        assert!(called.contains(&account));
        let kinds = old.world.kinds(&Stream::Customer(customer_id)).await;
        let told = |kind: &str| kinds.iter().filter(|one| *one == kind).count();
        assert_eq!((told("identity.masked"), told("customer.changed")), (2, 1));
        // Whoever came in by such a name is signed out.
        assert_eq!(told("customer.sessions_ended"), 2);
        let read = old.desk.read(async move |rx: &Rx<'_>| {
            let open = "select count(*) from session where customer_id = $1 and ended_at is null";
            Ok(rx.query_one::<(i64,)>(open, params![customer_id]).await?.0)
        });
        assert_eq!(read.await.unwrap(), 0);
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());

        // The words of an address have no spaces between them.
        let (id, second) = (identities[0].id, identities[1].id);
        let known = old.desk.write(old.cx(), async move |tx: &Tx<'_>, _cx: &mut Cx| {
            let address = format!("{}@example.com", PHRASE.replace(' ', "."));
            let sql = "update identity set kind = 'email', subject = $1 where id = $2";
            Ok(tx.exec(sql, params![address, second]).await?)
        });
        known.await.unwrap();
        old.start().await;
        old.walk().await;
        let read = old.desk.read(async move |rx: &Rx<'_>| identity::view::by_id(rx, second).await);
        let subject = read.await.unwrap().unwrap().subject;
        assert!(subject.starts_with("⟦seed-phrase⟧"), "{subject}");
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());

        // An account's number that passes for that of a card is an account's number.
        let late = old.desk.write(old.cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
            let sql = "update identity set subject = '4242424242424242' where id = $1";
            tx.exec(sql, params![id]).await?;
            identity::mask::mask(tx, cx, id).await
        });
        assert!(!late.await.unwrap());
    }
}

/// Reasons as they were kept when the guard knew less, one of each kind.
async fn give_reasons(old: &Old) {
    let (me, staff_id) = (customer_of(old), old.world.admin.id);
    let (ticket, public_id) = (old.ticket().await, old.public_id.clone());
    let cx = old.world.admin_cx().await;
    let write = old.world.write(cx, async move |tx, cx| {
        let (customer_id, reason) = (me.customer_id, format!("Said {PHRASE}"));
        let revealed = FieldRevealed { customer_id, field: Field::Email, reason: reason.clone() };
        let (public_id, reason_too) = (public_id.clone(), reason.clone());
        let exported = TranscriptExported { customer_id, public_id, reason: reason_too };
        let day = Stream::staff_day(staff_id, cx.now);
        for event in [NewEvent::of(&revealed)?, NewEvent::of(&exported)?] {
            let event_id = append(tx, cx, &day, &[event]).await?.event_id;
            look::sql::insert(tx, event_id, customer_id, staff_id, cx.now).await?;
        }
        let asked = CustomerErasureAsked { customer_id, reason: reason.clone() };
        append(tx, cx, &Stream::Customer(customer_id), &[NewEvent::of(&asked)?]).await?;
        let (subject, subject_id) = (Subject::Message, ticket.id.uuid());
        let asked = ErasureAsked { subject, subject_id, reason: reason.clone() };
        let mut edit = Edit::begin_by_id(tx, cx, ticket.id, Permission::CustomerErase).await?;
        edit.apply(cx, Change::ErasureAsked(asked));
        edit.save(tx, cx).await?;
        let waived = ArticleTermsWaived {
            article_id: ArticleId::from_uuid(uuid::Uuid::from_u128(7)),
            lang: "ja".to_owned(),
            number: 1,
            terms: vec!["memo".to_owned()],
            reason: reason.clone(),
        };
        append(tx, cx, &day, &[NewEvent::of(&waived)?]).await?;
        let exported = DeskExported { reason, since: None, with_files: false };
        append(tx, cx, &Stream::Organisation, &[NewEvent::of(&exported)?]).await?;
        Ok(())
    });
    write.await.unwrap();
}

#[tokio::test]
async fn reasons_are_read_again_and_looks_still_say_theirs() {
    for old in both().await {
        give_reasons(&old).await;
        old.walk().await;
        let (me, number) = (customer_of(&old), old.public_id.clone());
        let read =
            old.desk.read(async move |rx: &Rx<'_>| look::view::own(rx, &keyring(), &me).await);
        let looks = read.await.unwrap();
        let mut said: Vec<_> =
            looks.iter().map(|look| (look.seen.clone(), look.reason.clone())).collect();
        said.sort_by_key(|(seen, _)| matches!(seen, Seen::Transcript(_)));
        let reason = Some("Said ⟦seed-phrase⟧".to_owned());
        let told =
            [(Seen::Field(Field::Email), reason.clone()), (Seen::Transcript(number), reason)];
        assert_eq!(said, told);
        let anew =
            "select count(*) from event where kind = 'guard.reason_masked' and payload is not null";
        assert_eq!(count(&old, anew).await, 6);
        let gone = "select count(*) from event where payload is null and kind in ('customer.field_revealed', \
            'article.terms_waived', 'ticket.transcript_exported', 'customer.erasure_asked', 'ticket.erasure_asked', 'desk.exported')";
        assert_eq!(count(&old, gone).await, 6);
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
        old.start().await;
        old.walk().await;
        assert_eq!(count(&old, anew).await, 6, "a second walk finds nothing");
    }
}
