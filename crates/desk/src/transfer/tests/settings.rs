//! What an organisation made of its desk, and what tickets are to each other: all of it arrives, once, and stays as it is left here.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::*;
use crate::assignment::Assignment;
use crate::constraint::actions::ConstraintDraft;
use crate::form::{Answers, Question, builtin};
use crate::id::{BrandId, StaffId};
use crate::names::Names;
use crate::permission::{Permission, Reach};
use crate::reply_macro::MacroActs;
use crate::reply_macro::actions::MacroDraft;
use crate::role::Grants;
use crate::role::actions::RoleChange;
use crate::saved_view::actions::NewView;
use crate::saved_view::{Audience, USUALLY_SHOWN};
use crate::skill::SkillKind;
use crate::team::actions::TeamChange;
use crate::testing::Person;
use crate::ticket::actions::{Along, post_along, set_status};
use crate::ticket::bulk::{Act, act};
use crate::ticket::mention::NewMentions;
use crate::ticket::merge::{Seen, merge, unmerge};
use crate::ticket::split::{Split, split};
use crate::ticket::view::Sort;
use crate::ticket::{LinkKind, Snooze, WakeOn, linked, participant};
use crate::{brand, constraint, department, form, reply_macro, role, saved_view, skill};

const CATEGORY: &str = "deposit-not-credited";

/// Statuses and categories of the house's own, one of each retired, others with names of its own, all in an order of its own.
async fn called_otherwise(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId) -> Result<()> {
    let turn = StatusCategory::WaitingOnInternal;
    let mut both = names("With the bank");
    both.insert(Locale::ZhHans, "银行处理中".to_owned());
    let bank = status::actions::create(tx, cx, "with-bank", turn, &both).await?;
    let court = status::actions::create(tx, cx, "with-court", turn, &names("With a court")).await?;
    status::actions::retire(tx, cx, court).await?;
    let paid = StatusCategory::Solved;
    status::actions::create(tx, cx, "paid", paid, &names("Paid")).await?;
    let open = status::builtin(StatusCategory::Open);
    status::actions::rename(tx, cx, open, 1, &names("In work")).await?;
    status::actions::order(tx, cx, &[bank, open]).await?;
    category::actions::create(tx, cx, brand_id, "card-payment", &names("Cards")).await?;
    category::actions::create(tx, cx, brand_id, "old-app", &names("The old app")).await?;
    form::actions::offer(tx, cx, brand_id, "old-app", false).await?;
    category::actions::rename(tx, cx, brand_id, "kyc", 1, &names("Who you are")).await?;
    let first = ["old-app".to_owned(), "card-payment".to_owned(), "kyc".to_owned()];
    category::actions::order(tx, cx, brand_id, &first).await?;
    Ok(())
}

fn names(en: &str) -> Names {
    [(Locale::En, en.to_owned())].into()
}

/// The keys of the statuses and the slugs of the categories, as they stand.
async fn in_order(world: &World) -> (Vec<String>, Vec<String>) {
    let brand_id = world.brand_id;
    let read = world.read(async move |rx: &Rx<'_>| {
        let statuses = status::view::list(rx).await?;
        let categories = category::view::list_all(rx, brand_id).await?;
        let slugs = categories.into_iter().map(|one| one.slug).collect();
        Ok((statuses.into_iter().map(|one| one.name).collect(), slugs))
    });
    read.await.unwrap()
}

/// The status with a word.
async fn status_called(world: &World, key: &'static str) -> status::Status {
    let all = world.read(async |rx: &Rx<'_>| status::view::list(rx).await).await.unwrap();
    all.into_iter().find(|one| one.name == key).unwrap()
}

/// Settings of every kind, by people who made them.
async fn settled_in(world: &World) -> Person {
    let (brand_id, agent) = (world.brand_id, world.role(Builtin::Agent).await);
    let made = world.write(world.system_cx(), async move |tx, cx| {
        let asked = |keys: &[&str]| -> Vec<Question> {
            let asked = keys.iter().map(|key| builtin::question(key).unwrap());
            asked.map(|question| Question { when: None, ..question }).collect()
        };
        let first = asked(&["amount"]);
        form::actions::change(tx, cx, brand_id, CATEGORY, 0, Some(&first)).await?;
        let second = asked(&["asset", "amount"]);
        form::actions::change(tx, cx, brand_id, CATEGORY, 1, Some(&second)).await?;
        form::actions::offer(tx, cx, brand_id, "fees", false).await?;
        called_otherwise(tx, cx, brand_id).await?;
        skill::actions::create(tx, cx, SkillKind::Topic, "Futures").await?;
        let renamed = RoleChange { name: Some("Helper".to_owned()), ..RoleChange::default() };
        role::actions::change(tx, cx, agent, 1, &renamed).await?;
        let risk = department::actions::create(tx, cx, "Risk", "risk@example.com", Locale::En);
        let risk = risk.await?;
        department::actions::archive(tx, cx, risk).await?;
        let grants = Grants::from([(Permission::TicketRead, Reach::Brand)]);
        role::actions::create(tx, cx, "Night shift", &grants, false).await
    });
    let mina = world.join("mina@example.com", &[made.await.unwrap()], &[brand_id]).await;
    let staff_id = mina.id;
    let bank = status_called(world, "with-bank").await.id;
    let kept = world.write(world.admin_cx().await, async move |tx, cx| {
        let sql = "update staff set review_mails = $1 where id = $2";
        tx.exec(sql, params![false, staff_id]).await?;
        let team_id = team::actions::create(tx, cx, "Night").await?;
        let change = TeamChange {
            members: Some(vec![staff_id]),
            assignment: Some(Assignment::RoundRobin),
            name: None,
        };
        team::actions::change(tx, cx, team_id, 1, &change).await?;
        let view = NewView {
            name: "Mine".to_owned(),
            filter: "is:mine".to_owned(),
            sort: Sort::Oldest,
            shown: USUALLY_SHOWN.into(),
            audience: Audience::Own,
            team_id: None,
        };
        saved_view::actions::create(tx, cx, &view).await?;
        let view = NewView { name: "All".to_owned(), audience: Audience::All, ..view };
        saved_view::actions::create(tx, cx, &view).await?;
        let draft = MacroDraft {
            brand_id,
            name: "We look".to_owned(),
            folder: Some("Deposits".to_owned()),
            audience: Audience::All,
            team_id: None,
            min_level: None,
            as_note: false,
            acts: MacroActs {
                status_id: Some(bank),
                priority: Some(Priority::High),
                assignee_id: Some(staff_id),
                team_id: Some(team_id),
                add_tags: vec!["deposit".to_owned()],
                ..MacroActs::default()
            },
            texts: vec![(Locale::En, "We look into it.".to_owned())],
        };
        let id = reply_macro::actions::create(tx, cx, &draft).await?;
        reply_macro::actions::archive(tx, cx, id).await
    });
    kept.await.unwrap();
    mina
}

/// Tickets with all that can hang on one. Returns the number of one that goes on in another.
async fn worked_on(world: &World, mina: StaffId) -> PublicId {
    let customer_id = lived_in(world).await;
    let mut numbers = Vec::new();
    for text in ["Where is my deposit?", "Is it you?", "My deposit", "Once more", "And again"] {
        numbers.push(opened(world, customer_id, text).await);
    }
    let [case, cause, home, merged, into]: [PublicId; 5] = numbers.try_into().unwrap();
    let (theirs, part) = (cx_at(world.now, viewer_of(world, customer_id)), home.clone());
    let answered = world.write(theirs, async move |tx, cx| {
        let words = |text: &str| Body::by(&cx.viewer, &keyring(), Clean::new(text).unwrap());
        let new = NewTicket {
            customer_id: None,
            category: CATEGORY.to_owned(),
            subject: Clean::new("Not there")?,
            body: words("It is gone"),
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
        };
        let message = |body: Body| NewMessage {
            body,
            visibility: Visibility::Public,
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
            status_id: None,
            seen_version: None,
        };
        let more = [message(words("and my withdrawal")), message(words("and my deposit"))];
        let given = Answers::from([
            ("asset".to_owned(), Some("USDT".to_owned())),
            ("amount".to_owned(), Some("250 USDT".to_owned())),
        ]);
        form::actions::open_answered(tx, cx, &new, &given).await?;
        let [first, second] = more;
        let (_, moved) = post(tx, cx, &part, &first).await?;
        post(tx, cx, &part, &second).await?;
        Ok(moved)
    });
    let moved = answered.await.unwrap();
    let (until, gone) = (world.now + minutes(60 * 48), merged.clone());
    let bank = status_called(world, "with-bank").await.id;
    let paid = status_called(world, "paid").await.id;
    let acted = world.write(world.admin_cx().await, async move |tx, cx| {
        let draft = ConstraintDraft {
            kind: constraint::Kind::OldApi,
            text: "Speaks the old interface".to_owned(),
            from: None,
            until: Some(until),
        };
        constraint::actions::add(tx, cx, customer_id, &draft).await?;
        let note = NewMessage {
            body: Body::by(&cx.viewer, &keyring(), Clean::new("Please look, Mina")?),
            visibility: Visibility::Internal,
            attachment_ids: Vec::new(),
            channel: "console",
            lang: "en".to_owned(),
            status_id: None,
            seen_version: None,
        };
        let mentions = NewMentions { staff_ids: vec![mina], team_ids: Vec::new() };
        let along = Along { mentions, ..Along::default() };
        post_along(tx, cx, &case, &note, &along).await?;
        participant::add(tx, cx, &cause, mina).await?;
        linked::link(tx, cx, &case, &cause, LinkKind::Parent).await?;
        let aside = Snooze { wake_on: WakeOn::Time, until: Some(until) };
        act(tx, cx, &cause, None, &Act::Snooze(Some(aside))).await?;
        let off = Split {
            message_ids: vec![moved],
            subject: Clean::new("Another matter")?,
            category: "withdrawal-pending".to_owned(),
        };
        split(tx, cx, &keyring(), &home, &off, None).await?;
        // The one that goes on has more to do than the other, which takes that over.
        set_status(tx, cx, &gone, bank, None).await?;
        set_status(tx, cx, &into, paid, None).await?;
        set_status(tx, cx, &case, bank, None).await?;
        merge(tx, cx, &gone, &into, Seen::default()).await?;
        Ok(())
    });
    Box::pin(acted).await.unwrap();
    merged
}

/// The lines as they are told; who is brought comes in nowhere before somebody lets them.
fn carried(lines: &[Line]) -> Vec<String> {
    let barred = |line: String| line.replace("\"state\":\"active\"", "\"state\":\"disabled\"");
    told(lines).into_iter().map(barred).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_world_arrives_and_comes_once() {
    for (old, mut new) in World::both().await.into_iter().zip(World::both().await) {
        let mina = settled_in(&old).await;
        let merged = Box::pin(worked_on(&old, mina.id)).await;
        let (old_desk, _numbers) = old.desk();
        let left = written_out(&old_desk).await;
        for kind in [
            "status",
            "category",
            "order",
            "form",
            "skill",
            "role",
            "department",
            "macro",
            "view",
            "constraint",
            "link",
            "split",
            "merge",
            "end",
        ] {
            assert!(left.iter().any(|line| line.kind() == kind), "{kind}");
        }
        let text = left.iter().map(|line| serde_json::to_string(line).unwrap());
        let bank = status_called(&old, "with-bank").await.id;
        for (kind, field) in
            [("ticket", "own_status"), ("macro", "own_status"), ("merge", "own_status")]
        {
            let (kind, told) = (format!("\"kind\":\"{kind}\""), format!("\"{field}\":\"{bank}\""));
            assert!(
                text.clone().any(|line| line.contains(&kind) && line.contains(&told)),
                "{kind}"
            );
        }
        assert!(text.clone().any(|line| line.contains("\"into_own_status\":\"")));
        assert!(text.clone().any(|line| line.contains("\"review_mails\":false")));
        assert!(text.clone().any(|line| line.contains("\"followers\":[\"")));
        assert!(text.clone().any(|line| line.contains("\"snooze\":{")));
        assert!(text.clone().any(|line| line.contains("\"form_version\":2")));
        assert!(text.clone().any(|line| line.contains("\"mentions\":{\"staff\":[\"")));
        // Nothing by which somebody comes in.
        assert!(!text.clone().any(|line| line.contains("argon2") || line.contains("secret")));
        new.wait(minutes(60));
        let (units, left_out) = units(&left);
        assert!(left_out.is_empty());
        let all = batch(&new, units);
        brought(&new, &all).await.unwrap();
        let (new_desk, _sequencer) = new.desk();
        assert_eq!(carried(&left), carried(&written_out(&new_desk).await));
        let order = in_order(&new).await;
        assert_eq!(order, in_order(&old).await);
        assert_eq!(order.0.first().map(String::as_str), Some("with-bank"));
        assert_eq!(order.1.first().map(String::as_str), Some("old-app"));
        let kinds = new.kinds(&Stream::Organisation).await;
        let told = |kind: &str| kinds.iter().filter(|one| *one == kind).count();
        assert_eq!((told("status.created"), told("status.ordered")), (3, 1), "{kinds:?}");
        assert_eq!((told("category.created"), told("category.ordered")), (2, 1), "{kinds:?}");
        // The only job is the one that brings the ticket back that is put aside; what mentions somebody was read long ago.
        assert_eq!(count(&new, "select count(*) from notification").await, 0);
        assert_eq!(count(&new, "select count(*) from job where kind <> 'ticket.wake'").await, 0);
        assert_eq!(count(&new, "select count(*) from job").await, 1);
        assert_eq!(count(&new, "select count(*) from mention where read_at is null").await, 0);
        assert_eq!(count(&new, "select count(*) from mention").await, 1);
        let loud = "select count(*) from event e where e.actor <> 'system:import' and e.at >= \
            (select max(i.imported_at) from import_source i)";
        assert_eq!(count(&new, loud).await, 0);
        assert_proven(&new, &new_desk).await;
        let events = count(&new, "select count(*) from event").await;
        let again = brought(&new, &all).await.unwrap();
        assert!(again.iter().all(|outcome| *outcome == Outcome::There), "{again:?}");
        assert_eq!(count(&new, "select count(*) from event").await, events);
        // What is taken apart here is not put together again.
        let number = merged.clone();
        let apart = new.write(cx_at(new.now, Viewer::Operator), async move |tx, cx| {
            unmerge(tx, cx, &number, None, None).await?;
            Ok(())
        });
        apart.await.unwrap();
        let again = brought(&new, &all).await.unwrap();
        assert!(again.iter().all(|outcome| *outcome == Outcome::There), "{again:?}");
        assert_eq!(count(&new, "select count(*) from ticket_merge").await, 0);
        let ticket = ticket_of(&new, &merged.to_string()).await;
        let bank = status_called(&new, "with-bank").await;
        assert_eq!(ticket.status_id, bank.id, "as it stood before");
        assert_eq!(bank.names.len(), 2);
        assert_proven(&new, &new_desk).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_here_already_keeps_what_they_made() {
    for (old, new) in World::both().await.into_iter().zip(World::both().await) {
        settled_in(&old).await;
        let (old_desk, _numbers) = old.desk();
        let left = written_out(&old_desk).await;
        let agent = new.role(Builtin::Agent).await;
        new.join("own@example.com", &[agent], &[new.brand_id]).await;
        let brand_id = new.brand_id;
        let had = new.write(new.system_cx(), async move |tx, cx| {
            let own = NewCustomer { name: Some("Own".to_owned()), ..NewCustomer::of(brand_id) };
            customer::actions::create(tx, cx, &own).await
        });
        had.await.unwrap();
        let (units, _) = units(&left);
        brought(&new, &batch(&new, units)).await.unwrap();
        assert_eq!(count(&new, "select count(*) from form").await, 0);
        // What tickets have may be missing here: it is made, and offered to nobody.
        let withdrawn = "select count(*) from category where withdrawn_at is not null";
        assert_eq!(count(&new, withdrawn).await, 2);
        let renamed = "select count(*) from category where names <> '{}'";
        assert_eq!(count(&new, renamed).await, 2);
        assert!(status_called(&new, "open").await.names.is_empty());
        let (statuses, slugs) = in_order(&new).await;
        assert_eq!(statuses.first().map(String::as_str), Some("open"));
        assert_eq!(slugs.first().map(String::as_str), category::BUILTIN.first().copied());
        assert_eq!(count(&new, "select count(*) from role where name = 'Helper'").await, 0);
        assert_eq!(count(&new, "select count(*) from role where name = 'Night shift'").await, 1);
        let (new_desk, _sequencer) = new.desk();
        assert_proven(&new, &new_desk).await;
    }
}

/// What is called the same here, over the same turn, is that; a status of another turn is not.
#[tokio::test(flavor = "multi_thread")]
async fn statuses_and_categories_meet_what_is_here() {
    for (old, mut new) in World::both().await.into_iter().zip(World::both().await) {
        settled_in(&old).await;
        lived_in(&old).await;
        let bank = status_called(&old, "with-bank").await.id;
        let number = old.read(async |rx: &Rx<'_>| {
            let sql = "select public_id from ticket where status_category = 'open'";
            Ok(rx.query_one::<(String,)>(sql, &[]).await?.0)
        });
        let number = number.await.unwrap();
        let typed: PublicId = number.parse().unwrap();
        let set = old.write(old.admin_cx().await, async move |tx, cx| {
            set_status(tx, cx, &typed, bank, None).await.map(|_| ())
        });
        set.await.unwrap();
        let (old_desk, _numbers) = old.desk();
        let (units, _) = units(&written_out(&old_desk).await);
        new.wait(minutes(60));
        let brand_id = new.brand_id;
        let own = new.write(new.system_cx(), async move |tx, cx| {
            let turn = StatusCategory::WaitingOnInternal;
            let same = names("with the BANK");
            let bank = status::actions::create(tx, cx, "at-the-bank", turn, &same).await?;
            category::actions::create(tx, cx, brand_id, "cards", &names("Cards")).await?;
            Ok(bank)
        });
        let own = own.await.unwrap();
        brought(&new, &batch(&new, units.clone())).await.unwrap();
        assert_eq!(ticket_of(&new, &number).await.status_id, own);
        assert_eq!(count(&new, "select count(*) from status where name = 'with-bank'").await, 0);
        let cards = "select count(*) from category where slug in ('cards', 'card-payment')";
        assert_eq!(count(&new, cards).await, 1);
        let (new_desk, _sequencer) = new.desk();
        assert_proven(&new, &new_desk).await;
        // Without its line, the built-in one of its turn.
        let bare = units.into_iter().filter(|unit| unit.what.kind() != "status");
        let again = Batch { source: "another".to_owned(), ..batch(&new, bare.collect()) };
        brought(&new, &again).await.unwrap();
        let fallen = "select count(*) from ticket t join status s on s.id = t.status_id \
            where t.status_category = 'waiting_on_internal' and s.builtin";
        assert_eq!(count(&new, fallen).await, 1);
        assert_proven(&new, &new_desk).await;
    }
}

/// A macro for a team that was not brought is for nobody, and not for everybody.
#[tokio::test(flavor = "multi_thread")]
async fn what_names_somebody_unknown_is_left_out() {
    for world in World::both().await {
        let mut unknown = super::super::line::Unknown::default();
        let mut code = async |text: &str| {
            let line = Line::read(text.as_bytes(), &mut unknown).unwrap().unwrap();
            let what = What::of(line).unwrap().unwrap();
            let unit = Arc::new(Unit { line: 1, what });
            let refused = brought(&world, &batch(&world, vec![unit])).await.unwrap_err();
            match refused {
                crate::Error::Refused(refusal) => {
                    refusal.fields.first().map(|one| one.field.clone()).unwrap_or_default()
                }
                other => panic!("{other:?}"),
            }
        };
        let view = r#"{"kind":"view","id":"v","name":"Theirs","filter":"is:mine","sort":"oldest","audience":"all","owner":"x","position":1}"#;
        assert_eq!(code(view).await, "owner");
        let link = r#"{"kind":"link","ticket":"x","other":"y","is":"related"}"#;
        assert_eq!(code(link).await, "ticket");
        let form = r#"{"kind":"form","brand":"x","category":"fees","version":1,"questions":null}"#;
        assert_eq!(code(form).await, "brand");
        assert_eq!(count(&world, "select count(*) from saved_view").await, 0);
    }
}

/// A brand that is not here comes in its colours, and in ours where something could not be read in them or only half of them is told.
#[tokio::test(flavor = "multi_thread")]
async fn a_brand_brings_its_colours() {
    let blue = brand::Accent::new(265, 160).unwrap();
    for world in World::both().await {
        let mut unknown = super::super::line::Unknown::default();
        for (slug, colours, accent) in [
            ("blue", r#","hue":265,"chroma":160"#, Some(blue)),
            ("faint", r#","hue":180,"chroma":400"#, None),
            ("half", r#","hue":265"#, None),
            ("older", "", None),
        ] {
            let text = format!(
                r#"{{"kind":"brand","id":"{slug}","slug":"{slug}","name":"North","locales":["en"]{colours}}}"#
            );
            let line = Line::read(text.as_bytes(), &mut unknown).unwrap().unwrap();
            let what = What::of(line).unwrap().unwrap();
            let unit = Arc::new(Unit { line: 1, what });
            brought(&world, &batch(&world, vec![unit])).await.unwrap();
            let read = async move |rx: &Rx<'_>| brand::view::by_slug(rx, slug).await;
            let brand = world.read(read).await.unwrap().unwrap();
            assert_eq!(brand.accent, accent, "{slug}");
        }
        let (desk, _sequencer) = world.desk();
        assert_proven(&world, &desk).await;
        let lines = written_out(&desk).await;
        let told = lines.iter().filter_map(|line| match line {
            Line::Brand(line) if line.slug == "blue" => Some((line.hue, line.chroma)),
            _ => None,
        });
        assert_eq!(told.collect::<Vec<_>>(), [(Some(265), Some(160))]);
    }
}
