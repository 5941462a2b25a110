#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
//! Rules that need no ticket: whose macros are whose, and in which language one speaks.

use super::*;
use crate::code::Code;
use crate::id::Id;
use crate::reply_macro::actions::{MacroDraft, archive, change, create, delete};
use crate::role::Builtin;
use crate::testing::{World, member, start};

fn id<T: Id>(n: u128) -> T {
    T::from_uuid(uuid::Uuid::from_u128(n))
}

fn row(audience: Audience, owner_id: StaffId, team_id: Option<TeamId>) -> ReplyMacro {
    ReplyMacro {
        id: id(1),
        brand_id: id(9),
        name: "On its way".to_owned(),
        folder: None,
        audience,
        owner_id,
        team_id,
        min_level: None,
        as_note: false,
        acts: MacroActs::default(),
        uses: 0,
        used_at: None,
        archived_at: None,
        created_at: start(),
        updated_at: start(),
        version: 1,
    }
}

#[test]
fn macros_are_changed_as_far_as_the_permission_reaches() {
    let (team, elsewhere): (TeamId, TeamId) = (id(2), id(3));
    let rows = [
        row(Audience::Own, id(7), None),
        row(Audience::Own, id(8), None),
        row(Audience::Team, id(8), Some(team)),
        row(Audience::Team, id(8), Some(elsewhere)),
        row(Audience::All, id(8), None),
    ];
    let may = |reach: Option<Reach>, replies: bool, brands: Vec<BrandId>| {
        let reply = replies.then_some((Permission::TicketReply, Reach::Brand));
        let keep = reach.map(|reach| (Permission::MacroManage, reach));
        let mut me = member(reply.into_iter().chain(keep).collect());
        me.teams = vec![team];
        me.brands = brands;
        let viewer = Viewer::Staff(me);
        rows.iter().map(|row| row.may_change(&viewer)).collect::<Vec<_>>()
    };
    assert_eq!(may(None, false, vec![]), [false, false, false, false, false]);
    assert_eq!(may(None, true, vec![id(9)]), [true, false, false, false, false]);
    assert_eq!(may(Some(Reach::Own), true, vec![id(9)]), [true, false, false, false, false]);
    assert_eq!(may(Some(Reach::Team), true, vec![id(9)]), [true, false, true, false, false]);
    assert_eq!(may(Some(Reach::Brand), true, vec![id(4)]), [true, false, true, false, false]);
    assert_eq!(may(Some(Reach::Brand), true, vec![id(9)]), [true, false, true, false, true]);
    assert_eq!(may(Some(Reach::All), true, vec![]), [true, false, true, false, true]);
    assert!(!rows[4].may_change(&Viewer::Operator), "whoever is nobody's colleague has no macros");
}

#[test]
fn a_customer_is_answered_in_their_language_if_there_is_a_text() {
    let brand = |locales: &[Locale]| Brand {
        id: id(9),
        slug: "main".to_owned(),
        name: "Acme".to_owned(),
        locales: locales.to_vec(),
        accent: None,
        created_at: start(),
        version: 1,
    };
    let texts = Texts::from([Locale::Ja, Locale::En, Locale::Es].map(|l| (l, l.code().to_owned())));
    let chosen = |lang: &str, locales: &[Locale]| {
        choose(&texts, lang, &brand(locales)).map(|(lang, _)| lang)
    };
    assert_eq!(chosen("ja", &[Locale::En]), Some(Locale::Ja));
    assert_eq!(chosen("ko", &[Locale::Ko, Locale::Es]), Some(Locale::Es));
    assert_eq!(chosen("tlh", &[Locale::Tr]), Some(Locale::En), "whatever there is");
    assert_eq!(choose(&Texts::new(), "en", &brand(&[Locale::En])), None);
}

fn draft(brand_id: BrandId, audience: Audience) -> MacroDraft {
    MacroDraft {
        brand_id,
        name: "On its way".to_owned(),
        folder: Some("Deposits".to_owned()),
        audience,
        team_id: None,
        min_level: None,
        as_note: false,
        acts: MacroActs { add_tags: vec!["Late  Deposit".to_owned()], ..MacroActs::default() },
        texts: vec![(Locale::En, "Hello {{customer.name|there}}".to_owned())],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_macro_is_kept_by_whose_it_is_and_never_holds_what_staff_may_not_ask() {
    for world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let cx = world.cx(&mina.opened).await;
        let own = draft(world.brand_id, Audience::Own);
        let made = world.write(cx.clone(), async move |tx, cx| create(tx, cx, &own).await).await;
        let made = made.unwrap();
        let viewer = cx.viewer.clone();
        let kept = world
            .read(async move |rx| {
                let row = view::find(rx, &viewer, made).await?.unwrap();
                Ok((row, view::texts(rx, made).await?))
            })
            .await;
        let (row, texts) = kept.unwrap();
        assert_eq!(row.acts.add_tags, ["late-deposit"]);
        assert_eq!(texts.len(), 1);
        // Sharing is for who leads; the administrator does not even see what is Mina's alone.
        let all = draft(world.brand_id, Audience::All);
        let refused = world.write(cx.clone(), async move |tx, cx| create(tx, cx, &all).await).await;
        assert_eq!(refused.unwrap_err().code(), Code::NoPermission);
        let gone =
            world.write(world.admin_cx().await, async move |tx, cx| archive(tx, cx, made).await);
        assert_eq!(gone.await.unwrap_err().code(), Code::NotFound);
        for (text, code) in [
            ("Please send us your password.", Code::AsksForSecret),
            ("Hello {{customer.nam|x}}", Code::MacroVariable),
            ("Hello {{customer.name}}", Code::MacroFallback),
            ("  ", Code::FieldRequired),
        ] {
            let mut wrong = draft(world.brand_id, Audience::Own);
            wrong.texts.push((Locale::Ja, text.to_owned()));
            let changed = world
                .write(cx.clone(), async move |tx, cx| change(tx, cx, made, 1, &wrong).await)
                .await;
            assert_eq!(changed.unwrap_err().code(), code, "{text}");
        }
        let again = draft(world.brand_id, Audience::Own);
        let changed = world.write(cx.clone(), async move |tx, cx| {
            change(tx, cx, made, 1, &again).await?;
            change(tx, cx, made, 1, &again).await
        });
        assert_eq!(changed.await.unwrap_err().code(), Code::VersionConflict);
        world.write(cx, async move |tx, cx| delete(tx, cx, made).await).await.unwrap();
        assert!(
            world
                .day(mina.id)
                .await
                .ends_with(&["macro.created".to_owned(), "macro.deleted".to_owned()])
        );
    }
}
