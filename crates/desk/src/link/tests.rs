#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use super::actions::{Accepted, accept, prune};
use super::*;
use crate::organisation;
use crate::password::Plain;
use crate::role::Builtin;
use crate::session::SecondFactor;
use crate::staff::{self, StaffState};
use crate::testing::{self, PASSWORD, World, acceptance, client, cx_at, keyring, start};
use crate::token::TokenHash;
use crate::totp;
use crate::viewer::Viewer;

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|e| e.code())
}

async fn found(db: &proofdesk_store::Db, now: Timestamp) -> organisation::Founded {
    let cx = cx_at(now, Viewer::Operator);
    testing::write(db, cx, async |tx, cx| organisation::actions::found(tx, cx, "Acme").await)
        .await
        .unwrap()
}

async fn come(
    db: &proofdesk_store::Db,
    now: Timestamp,
    hash: TokenHash,
    email: &'static str,
) -> Result<Accepted> {
    testing::write(db, cx_at(now, Viewer::Anonymous), async move |tx, cx| {
        accept(tx, cx, &acceptance(hash, Some(email), Some("Somebody"))).await
    })
    .await
}

#[tokio::test]
async fn the_first_start_founds_and_later_ones_renew_the_link() {
    for db in testing::both().await {
        let first = found(&db, start()).await;
        assert!(first.is_new);
        let second = found(&db, start() + Duration::from_secs(1)).await;
        assert!(!second.is_new);
        assert_eq!(second.organisation_id, first.organisation_id);
        assert_eq!(second.brand_id, first.brand_id);
        let now = start() + Duration::from_secs(2);
        let (old, new) = (first.first_link.unwrap(), second.first_link.unwrap());
        assert_eq!(code(come(&db, now, old.token.hash(), "a@b.c").await), Some(Code::LinkExpired));
        let came = come(&db, now, new.token.hash(), "a@b.c").await.unwrap();
        assert!(came.session.is_some());
        assert_eq!(code(come(&db, now, new.token.hash(), "d@b.c").await), Some(Code::LinkUsed));
        let third = found(&db, now).await;
        assert!(third.first_link.is_none(), "there is an administrator");
    }
}

#[tokio::test]
async fn nobody_but_the_operator_founds() {
    for db in testing::both().await {
        let cx = cx_at(start(), Viewer::Anonymous);
        let founded = testing::write(&db, cx, async |tx, cx| {
            organisation::actions::found(tx, cx, "Acme").await
        });
        assert_eq!(code(founded.await), Some(Code::SignedOut));
    }
}

#[tokio::test]
async fn links_expire_and_unknown_ones_do_not_exist() {
    for db in testing::both().await {
        let link = found(&db, start()).await.first_link.unwrap();
        let hash = link.token.hash();
        let facts =
            testing::read(&db, async move |rx| view::peek(rx, &hash, start()).await).await.unwrap();
        assert_eq!(facts.purpose, LinkPurpose::FirstAdministrator);
        assert_eq!((facts.email, facts.expires_at), (None, link.expires_at));
        let late = link.expires_at;
        let peeked = testing::read(&db, async move |rx| view::peek(rx, &hash, late).await).await;
        assert_eq!(code(peeked), Some(Code::LinkExpired));
        assert_eq!(code(come(&db, late, hash, "a@b.c").await), Some(Code::LinkExpired));
        assert_eq!(code(come(&db, start(), [0; 32], "a@b.c").await), Some(Code::NotFound));
        let peeked =
            testing::read(&db, async move |rx| view::peek(rx, &[0; 32], start()).await).await;
        assert_eq!(code(peeked), Some(Code::NotFound));
        let long_after = late + limits::ENDED_AGE + Duration::from_secs(1);
        let pruned = testing::write(&db, cx_at(long_after, Viewer::Operator), async |tx, cx| {
            prune(tx, cx, 100).await
        });
        assert_eq!(pruned.await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_link_that_was_refused_can_be_used_again() {
    for db in testing::both().await {
        let hash = found(&db, start()).await.first_link.unwrap().token.hash();
        assert_eq!(code(come(&db, start(), hash, "no address").await), Some(Code::FieldInvalid));
        come(&db, start(), hash, "ada@example.com").await.unwrap();
    }
}

#[tokio::test]
async fn an_invited_member_comes_in_once() {
    for world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let grace = world.join("Grace@Example.com", &[agent], &[world.brand_id]).await;
        let cx = world.cx(&grace.opened).await;
        let me = world
            .read(async move |rx| staff::view::own(rx, &cx.viewer).await)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((me.email.as_str(), me.name.as_str()), ("grace@example.com", "grace"));
        assert_eq!((me.state, me.roles), (StaffState::Active, vec![agent]));
        assert_eq!(world.day(grace.id).await, ["member.signed_in"]);
        let kinds = world.kinds(&crate::log::Stream::Organisation).await;
        let tail = ["member.invited", "link.issued", "member.activated", "link.used"];
        assert!(kinds.ends_with(&tail.map(str::to_owned)), "{kinds:?}");
        world.sign_in("grace@example.com", PASSWORD, None, client()).await.unwrap();
    }
}

#[tokio::test]
async fn a_second_invitation_voids_the_first() {
    for world in World::both().await {
        let invitation = staff::actions::Invitation {
            email: "grace@example.com".to_owned(),
            name: Some("Grace".to_owned()),
            locale: proofdesk_locale::Locale::Ja,
            time_zone: "Asia/Tokyo".to_owned(),
            roles: Vec::new(),
            teams: Vec::new(),
            brands: Vec::new(),
            skills: Vec::new(),
        };
        let links = world.write(world.admin_cx().await, async move |tx, cx| {
            let invited = staff::actions::invite(tx, cx, &invitation).await?;
            Ok((
                invited.staff_id,
                invited.link,
                staff::actions::issue_link(tx, cx, invited.staff_id).await?,
            ))
        });
        let (id, first, second) = links.await.unwrap();
        assert_eq!(second.purpose, LinkPurpose::Invitation);
        assert_eq!(
            code(come(&world.db, world.now, first.token.hash(), "-").await),
            Some(Code::LinkExpired)
        );
        let hash = second.token.hash();
        let now = world.now;
        let facts = world.read(async move |rx| view::peek(rx, &hash, now).await).await.unwrap();
        assert_eq!(facts.email.as_deref(), Some("grace@example.com"));
        // Disabling voids the link; the member cannot come in by it.
        let disable = async move |tx: &proofdesk_store::Tx<'_>, cx: &mut crate::Cx| {
            staff::actions::disable(tx, cx, id).await
        };
        world.write(world.admin_cx().await, disable).await.unwrap();
        assert_eq!(code(come(&world.db, world.now, hash, "-").await), Some(Code::LinkExpired));
    }
}

#[tokio::test]
async fn a_reset_sets_a_password_but_gets_around_no_second_factor() {
    for mut world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let grace = world.join("grace@example.com", &[agent], &[]).await;
        let id = grace.id;
        let reset = async |world: &World| {
            let cx = world.admin_cx().await;
            world
                .write(cx, async move |tx, cx| staff::actions::issue_link(tx, cx, id).await)
                .await
                .unwrap()
        };
        let link = reset(&world).await;
        assert_eq!(link.purpose, LinkPurpose::PasswordReset);
        let accepted = come(&world.db, world.now, link.token.hash(), "-").await.unwrap();
        let opened = accepted.session.unwrap();
        assert!(!world.cx(&grace.opened).await.viewer.is_staff(), "other sessions ended");

        let ring = keyring();
        let enrolment = world.write(world.cx(&opened).await, async move |tx, cx| {
            totp::actions::begin(tx, cx, &ring).await
        });
        let secret = totp_rs::Secret::try_from_base32(enrolment.await.unwrap().secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let (ring, shown) = (keyring(), totp.generate(world.now.seconds()).to_string());
        let confirm = world.write(world.cx(&opened).await, async move |tx, cx| {
            totp::actions::confirm(tx, cx, &ring, &shown).await
        });
        confirm.await.unwrap();
        world.wait(Duration::from_secs(60));
        let link = reset(&world).await;
        let accepted = come(&world.db, world.now, link.token.hash(), "-").await.unwrap();
        assert!(accepted.session.is_none());
        let without = world.sign_in("grace@example.com", PASSWORD, None, client()).await;
        assert_eq!(code(without), Some(Code::SecondFactorRequired));
        let shown = SecondFactor::Totp(totp.generate(world.now.seconds()).to_string());
        world.sign_in("grace@example.com", PASSWORD, Some(shown), client()).await.unwrap();

        // An administrator can take a lost second factor away.
        let taken = world.write(world.admin_cx().await, async move |tx, cx| {
            totp::actions::reset(tx, cx, id).await
        });
        taken.await.unwrap();
        world.sign_in("grace@example.com", PASSWORD, None, client()).await.unwrap();
    }
}

#[tokio::test]
async fn removing_a_second_factor_takes_a_proof() {
    for mut world in World::both().await {
        let ring = keyring();
        let enrolment = world.write(world.admin_cx().await, async move |tx, cx| {
            totp::actions::begin(tx, cx, &ring).await
        });
        let secret = totp_rs::Secret::try_from_base32(enrolment.await.unwrap().secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let ring = keyring();
        let wrong = world.write(world.admin_cx().await, async move |tx, cx| {
            totp::actions::confirm(tx, cx, &ring, "nonsense").await
        });
        assert_eq!(code(wrong.await), Some(Code::SecondFactorWrong));
        let (ring, shown) = (keyring(), totp.generate(world.now.seconds()).to_string());
        let codes = world.write(world.admin_cx().await, async move |tx, cx| {
            totp::actions::confirm(tx, cx, &ring, &shown).await
        });
        let codes = codes.await.unwrap();
        let ring = keyring();
        let twice = world.write(world.admin_cx().await, async move |tx, cx| {
            totp::actions::begin(tx, cx, &ring).await.map(|_| ())
        });
        assert_eq!(code(twice.await), Some(Code::SecondFactorState));

        world.wait(Duration::from_secs(60));
        let ring = keyring();
        let renewed = world.write(world.admin_cx().await, async move |tx, cx| {
            let code = SecondFactor::RecoveryCode(codes.first().cloned().unwrap_or_default());
            totp::actions::renew_codes(tx, cx, &ring, &code, &client()).await
        });
        let renewed = renewed.await.unwrap().unwrap();
        let ring = keyring();
        let remove = async |world: &World, second: SecondFactor| {
            let ring = ring.clone();
            world
                .write(world.admin_cx().await, async move |tx, cx| {
                    totp::actions::remove(tx, cx, &ring, &second, &client()).await
                })
                .await
        };
        let wrong = remove(&world, SecondFactor::Totp("123456".to_owned())).await.unwrap();
        assert_eq!(code(wrong), Some(Code::SecondFactorWrong));
        remove(&world, SecondFactor::RecoveryCode(renewed.last().unwrap().clone()))
            .await
            .unwrap()
            .unwrap();
        let again = remove(&world, SecondFactor::Totp("123456".to_owned())).await;
        assert_eq!(code(again), Some(Code::SecondFactorState));
        world.sign_in("ada@example.com", PASSWORD, None, client()).await.unwrap();
    }
}

#[test]
fn plain_passwords_hide() {
    assert_eq!(format!("{:?}", Plain::new(PASSWORD)), "Plain(…)");
}
