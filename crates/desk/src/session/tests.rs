#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use super::actions::{end, end_of_member, end_others, step_up, touch};
use super::*;
use crate::error::Attempt;
use crate::role::Builtin;
use crate::testing::{self, PASSWORD, World, client, keyring, start};
use crate::{link, password, quota, staff, token, totp};

const ADA: &str = "ada@example.com";

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|e| e.code())
}

fn seconds_told<T: std::fmt::Debug>(result: Result<T>) -> u64 {
    let Err(Error::Refused(refusal)) = result else { panic!("not refused: {result:?}") };
    assert_eq!(refusal.code, Code::LockedOut);
    refusal.retry_after_s.unwrap()
}

fn client_at(address: [u8; 4]) -> Client {
    Client { address: Some(address.into()), user_agent: String::new() }
}

/// Enrols a second factor for the administrator and returns its secret as authenticators keep it.
async fn enrol(world: &World) -> (totp_rs::Totp, Vec<String>) {
    let ring = keyring();
    let enrolment = world
        .write(world.admin_cx().await, async move |tx, cx| {
            totp::actions::begin(tx, cx, &ring).await
        })
        .await
        .unwrap();
    let secret = totp_rs::Secret::try_from_base32(&enrolment.secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let (ring, shown) = (keyring(), totp.generate(world.now.seconds()).to_string());
    let codes = world.write(world.admin_cx().await, async move |tx, cx| {
        totp::actions::confirm(tx, cx, &ring, &shown).await
    });
    (totp, codes.await.unwrap())
}

#[tokio::test]
async fn a_password_opens_a_session_and_a_wrong_one_does_not() {
    for world in World::both().await {
        let opened = world.sign_in(" Ada@Example.com ", PASSWORD, None, client()).await.unwrap();
        let cx = world.cx(&opened).await;
        assert_eq!(cx.viewer.staff().unwrap().staff_id, world.admin.id);
        assert_eq!(cx.viewer.staff().unwrap().session_id, Some(opened.session_id));
        let wrong = world.sign_in(ADA, "wrong", None, client()).await;
        assert_eq!(code(wrong), Some(Code::WrongCredentials));
        let nobody = world.sign_in("nobody@example.com", PASSWORD, None, client()).await;
        assert_eq!(code(nobody), Some(Code::WrongCredentials));
        let nul = world.sign_in("ada\0@example.com", PASSWORD, None, client()).await;
        assert_eq!(code(nul), Some(Code::WrongCredentials));
        let kinds = ["member.signed_in", "member.signed_in", "member.sign_in_failed"];
        assert_eq!(world.day(world.admin.id).await, kinds);
    }
}

#[tokio::test]
async fn five_failures_lock_the_account_there_and_nowhere_else() {
    for mut world in World::both().await {
        for _ in 0..5 {
            let wrong = world.sign_in(ADA, "wrong", None, client()).await;
            assert_eq!(code(wrong), Some(Code::WrongCredentials));
        }
        // The right password does not help from here.
        assert_eq!(seconds_told(world.sign_in(ADA, PASSWORD, None, client()).await), 60);
        // Nobody else is kept out from here.
        let other = world.sign_in("nobody@example.com", "x", None, client()).await;
        assert_eq!(code(other), Some(Code::WrongCredentials));
        world.wait(Duration::from_secs(59));
        assert_eq!(seconds_told(world.sign_in(ADA, PASSWORD, None, client()).await), 1);
        world.wait(Duration::from_secs(1));
        // One more failure doubles the lock.
        let wrong = world.sign_in(ADA, "wrong", None, client()).await;
        assert_eq!(code(wrong), Some(Code::WrongCredentials));
        assert_eq!(seconds_told(world.sign_in(ADA, PASSWORD, None, client()).await), 120);
        world.wait(Duration::from_secs(120));
        world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        // Success forgets the failures.
        let wrong = world.sign_in(ADA, "wrong", None, client()).await;
        assert_eq!(code(wrong), Some(Code::WrongCredentials));
        world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        let day = world.day(world.admin.id).await;
        assert_eq!(day.iter().filter(|kind| *kind == "member.locked_out").count(), 2);
    }
}

#[tokio::test]
async fn guesses_from_many_networks_lock_the_account_but_not_where_it_is_known() {
    for world in World::both().await {
        let office = client_at([198, 51, 100, 1]);
        world.sign_in(ADA, PASSWORD, None, office.clone()).await.unwrap();
        // An account that does not exist is locked like one that does.
        for email in [ADA, "nobody@example.com"] {
            for n in 0..25u8 {
                let wrong = world.sign_in(email, "x", None, client_at([10, 0, n, 0])).await;
                assert_eq!(code(wrong), Some(Code::WrongCredentials), "{email} {n}");
            }
            let locked = world.sign_in(email, PASSWORD, None, client_at([10, 1, 0, 0])).await;
            assert_eq!(seconds_told(locked), 60);
        }
        world.sign_in(ADA, PASSWORD, None, office).await.unwrap();
    }
}

#[tokio::test]
async fn guesses_at_many_accounts_lock_the_network_but_not_those_who_are_known_there() {
    for mut world in World::both().await {
        world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        for n in 0..50 {
            let wrong = world.sign_in(&format!("n{n}@example.com"), "x", None, client()).await;
            assert_eq!(code(wrong), Some(Code::WrongCredentials), "{n}");
        }
        let stranger = world.sign_in("nobody@example.com", "x", None, client()).await;
        assert_eq!(seconds_told(stranger), 60);
        world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        // A place is forgotten in the end.
        world.wait(limits::SIGN_IN_PLACE);
        for n in 0..50 {
            world.sign_in(&format!("n{n}@example.com"), "x", None, client()).await.unwrap_err();
        }
        let ada = world.sign_in(ADA, PASSWORD, None, client()).await;
        assert_eq!(seconds_told(ada), 60);
    }
}

#[tokio::test]
async fn a_clock_that_jumps_locks_nobody_out_for_ever_and_lets_nobody_in_early() {
    for mut world in World::both().await {
        // The clock is forty years ahead while somebody mistypes.
        let right = world.now;
        world.wait(Duration::from_secs(40 * 365 * 24 * 3600));
        for _ in 0..5 {
            let wrong = world.sign_in(ADA, "wrong", None, client()).await;
            assert_eq!(code(wrong), Some(Code::WrongCredentials));
        }
        world.now = right;
        assert_eq!(seconds_told(world.sign_in(ADA, PASSWORD, None, client()).await), 60);
        world.wait(Duration::from_secs(30));
        assert_eq!(seconds_told(world.sign_in(ADA, PASSWORD, None, client()).await), 30);
        world.wait(Duration::from_secs(30));
        world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
    }
}

#[tokio::test]
async fn a_second_factor_is_asked_for_and_spent() {
    for mut world in World::both().await {
        let (totp, recovery) = enrol(&world).await;
        world.wait(Duration::from_secs(60));
        let none = world.sign_in(ADA, PASSWORD, None, client()).await;
        assert_eq!(code(none), Some(Code::SecondFactorRequired));
        let wrong = Some(SecondFactor::Totp("000000".to_owned()));
        let wrong = world.sign_in(ADA, PASSWORD, wrong, client()).await;
        assert_eq!(code(wrong), Some(Code::SecondFactorWrong));
        let shown = SecondFactor::Totp(totp.generate(world.now.seconds()).to_string());
        let opened = world.sign_in(ADA, PASSWORD, Some(shown.clone()), client()).await.unwrap();
        let member = world.cx(&opened).await.viewer.staff().unwrap().clone();
        assert_eq!(member.step_up_until, Some(world.now + limits::STEP_UP));
        let again = world.sign_in(ADA, PASSWORD, Some(shown), client()).await;
        assert_eq!(code(again), Some(Code::SecondFactorWrong));
        // A recovery code opens once.
        let saved = SecondFactor::RecoveryCode(recovery.first().unwrap().to_lowercase());
        world.sign_in(ADA, PASSWORD, Some(saved.clone()), client()).await.unwrap();
        let again = world.sign_in(ADA, PASSWORD, Some(saved), client()).await;
        assert_eq!(code(again), Some(Code::SecondFactorWrong));
        // Without the password the second factor opens nothing and is not spent.
        let unspent = SecondFactor::RecoveryCode(recovery.last().unwrap().clone());
        let wrong = world.sign_in(ADA, "wrong", Some(unspent.clone()), client()).await;
        assert_eq!(code(wrong), Some(Code::WrongCredentials));
        world.sign_in(ADA, PASSWORD, Some(unspent), client()).await.unwrap();
        let day = world.day(world.admin.id).await;
        assert!(day.contains(&"member.totp_enrolled".to_owned()), "{day:?}");
        assert_eq!(day.iter().filter(|kind| *kind == "member.recovery_code_used").count(), 2);
    }
}

#[tokio::test]
async fn a_code_shown_twice_at_once_opens_once() {
    for mut world in World::both().await {
        let (totp, _) = enrol(&world).await;
        world.wait(Duration::from_secs(60));
        let shown = || Some(SecondFactor::Totp(totp.generate(world.now.seconds()).to_string()));
        let (a, b) = tokio::join!(
            world.sign_in(ADA, PASSWORD, shown(), client()),
            world.sign_in(ADA, PASSWORD, shown(), client()),
        );
        let codes = [code(a), code(b)];
        let once = [None, Some(Code::SecondFactorWrong)];
        assert!(codes == once || codes == [once[1], once[0]], "{codes:?}");
    }
}

#[tokio::test]
async fn wrong_codes_lock_out_too() {
    for mut world in World::both().await {
        let _enrolled = enrol(&world).await;
        world.wait(Duration::from_secs(60));
        for n in 0..5 {
            let guess = Some(SecondFactor::Totp(format!("00000{n}")));
            let wrong = world.sign_in(ADA, PASSWORD, guess, client()).await;
            assert_eq!(code(wrong), Some(Code::SecondFactorWrong));
        }
        assert_eq!(seconds_told(world.sign_in(ADA, PASSWORD, None, client()).await), 60);
    }
}

#[tokio::test]
async fn a_required_second_factor_limits_the_session_to_enrolment() {
    for world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let grace = world.join("grace@example.com", &[agent], &[world.brand_id]).await;
        let before = world.cx(&grace.opened).await;
        assert!(!before.viewer.staff().unwrap().grants.is_empty());
        let change =
            crate::role::actions::RoleChange { requires_totp: Some(true), ..Default::default() };
        let changed = world.write(world.admin_cx().await, async move |tx, cx| {
            crate::role::actions::change(tx, cx, agent, 1, &change).await
        });
        assert_eq!(changed.await.unwrap(), 2);
        let (hash, now) = (token::hash(grace.opened.token.reveal()), world.now);
        let resolved = world.read(async move |rx| resolve(rx, &hash, now).await).await.unwrap();
        let (viewer, info) = resolved.unwrap();
        assert!(info.enrolment_required);
        assert!(viewer.staff().unwrap().grants.is_empty());
        // Enrolling is possible, and ends the limit.
        let ring = keyring();
        let enrolment = world.write(world.cx(&grace.opened).await, async move |tx, cx| {
            totp::actions::begin(tx, cx, &ring).await
        });
        let secret = totp_rs::Secret::try_from_base32(enrolment.await.unwrap().secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let (ring, shown) = (keyring(), totp.generate(world.now.seconds()).to_string());
        world
            .write(world.cx(&grace.opened).await, async move |tx, cx| {
                totp::actions::confirm(tx, cx, &ring, &shown).await
            })
            .await
            .unwrap();
        assert!(!world.cx(&grace.opened).await.viewer.staff().unwrap().grants.is_empty());
    }
}

#[tokio::test]
async fn sessions_idle_out_and_end_at_last() {
    for mut world in World::both().await {
        let opened = world.admin.opened.clone();
        let id = opened.session_id;
        let hour = Duration::from_secs(3600);
        for _ in 0..(7 * 24 / 6) {
            assert!(world.cx(&opened).await.viewer.is_staff());
            world
                .write(world.system_cx(), async move |tx, cx| touch(tx, cx, id).await)
                .await
                .unwrap();
            world.wait(6 * hour);
        }
        assert!(!world.cx(&opened).await.viewer.is_staff(), "after seven days");

        let opened = world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        world.wait(Duration::from_secs(12 * 3600 - 1));
        assert!(world.cx(&opened).await.viewer.is_staff());
        world.wait(Duration::from_secs(1));
        assert!(!world.cx(&opened).await.viewer.is_staff(), "after twelve hours unused");
    }
}

#[tokio::test]
async fn a_clock_that_was_ahead_leaves_no_endless_session() {
    for mut world in World::both().await {
        let right = world.now;
        world.wait(Duration::from_secs(40 * 365 * 24 * 3600));
        let opened = world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        world.now = right;
        let (hash, id, now) = (token::hash(opened.token.reveal()), opened.session_id, world.now);
        let info =
            world.read(async move |rx| resolve(rx, &hash, now).await).await.unwrap().unwrap().1;
        assert!(info.touch_due);
        world.write(world.system_cx(), async move |tx, cx| touch(tx, cx, id).await).await.unwrap();
        let info =
            world.read(async move |rx| resolve(rx, &hash, now).await).await.unwrap().unwrap().1;
        assert!(!info.touch_due);
        assert_eq!(info.expires_at, now + limits::STAFF_SESSION_MAX);
    }
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_owner_only() {
    for world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let grace = world.join("grace@example.com", &[agent], &[world.brand_id]).await;
        let second = world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        let (viewer, now) = (world.admin_cx().await.viewer, world.now);
        let list = world.read(async move |rx| view::list(rx, &viewer, now).await).await.unwrap();
        assert_eq!(list.len(), 2);
        assert!(list.iter().all(|s| s.user_agent == "Test/1.0" && s.address == "203.0.113.7"));

        let (ada, theirs) = (second.session_id, world.cx(&grace.opened).await);
        let foreign = world.write(theirs, async move |tx, cx| end(tx, cx, ada).await).await;
        assert_eq!(code(foreign), Some(Code::NotFound));
        assert!(world.cx(&second).await.viewer.is_staff(), "the refusal took the end back");

        let ended =
            world.write(world.admin_cx().await, async |tx, cx| end_others(tx, cx).await).await;
        assert_eq!(ended.unwrap(), 1);
        assert!(!world.cx(&second).await.viewer.is_staff());
        let own = world.admin.opened.session_id;
        world
            .write(world.admin_cx().await, async move |tx, cx| end(tx, cx, own).await)
            .await
            .unwrap();
        assert!(!world.admin_cx().await.viewer.is_staff());
        let again =
            world.write(world.cx(&grace.opened).await, async move |tx, cx| end(tx, cx, own).await);
        assert_eq!(code(again.await), Some(Code::NotFound));
    }
}

#[tokio::test]
async fn only_so_many_sessions_stay_open() {
    for mut world in World::both().await {
        let id = world.admin.id;
        world.wait(Duration::from_secs(1));
        let opened = world.write(world.anonymous_cx(), async move |tx, cx| {
            for _ in 0..limits::SESSIONS_PER_PERSON {
                actions::open(tx, cx, id, SignInProof::Password, &client()).await?;
            }
            actions::open(tx, cx, id, SignInProof::Password, &client()).await
        });
        let opened = opened.await.unwrap();
        assert!(world.cx(&opened).await.viewer.is_staff());
        assert!(!world.admin_cx().await.viewer.is_staff(), "the oldest ended");
    }
}

#[tokio::test]
async fn an_administrator_ends_a_members_sessions() {
    for world in World::both().await {
        let lead = world.role(Builtin::TeamLead).await;
        let grace = world.join("grace@example.com", &[lead], &[world.brand_id]).await;
        let (ada, id) = (world.admin.id, grace.id);
        let up = world.write(world.cx(&grace.opened).await, async move |tx, cx| {
            end_of_member(tx, cx, ada).await
        });
        assert_eq!(code(up.await), Some(Code::NoPermission));
        let down = world
            .write(world.admin_cx().await, async move |tx, cx| end_of_member(tx, cx, id).await);
        assert_eq!(down.await.unwrap(), 1);
        assert!(!world.cx(&grace.opened).await.viewer.is_staff());
    }
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    for world in World::both().await {
        let other = world.sign_in(ADA, PASSWORD, None, client()).await.unwrap();
        let (id, now) = (world.admin.id, world.now);
        let issued = world.write(testing::cx_at(now, Viewer::Operator), async move |tx, cx| {
            staff::actions::issue_link(tx, cx, id).await
        });
        let hash = issued.await.unwrap().token.hash();
        let peeked =
            async || world.read(async move |rx| link::view::peek(rx, &hash, now).await).await;
        let change = async |typed: &'static str| -> Result<Attempt<()>> {
            let (viewer, now) = (world.admin_cx().await.viewer, world.now);
            let candidate = world.read(async move |rx| {
                password::view::own_candidate(rx, &viewer, client().address, now).await
            });
            let (candidate, email) = candidate.await?;
            assert_eq!(email, ADA);
            let checked = candidate.check(&testing::plain(typed));
            let new = testing::hash("another good one");
            world
                .write(world.admin_cx().await, async move |tx, cx| {
                    password::actions::change(tx, cx, &checked, &new).await
                })
                .await
        };
        assert_eq!(code(change("wrong").await.unwrap()), Some(Code::WrongCredentials));
        assert!(world.cx(&other).await.viewer.is_staff());
        assert_eq!(code(peeked().await), None);
        change(PASSWORD).await.unwrap().unwrap();
        assert!(!world.cx(&other).await.viewer.is_staff());
        // Nor does a link that was handed over or mailed before set another one.
        assert_eq!(code(peeked().await), Some(Code::LinkExpired));
        assert!(world.admin_cx().await.viewer.is_staff());
        let old = world.sign_in(ADA, PASSWORD, None, client()).await;
        assert_eq!(code(old), Some(Code::WrongCredentials));
        world.sign_in(ADA, "another good one", None, client()).await.unwrap();
    }
}

#[tokio::test]
async fn a_password_changed_while_it_was_checked_is_the_old_one() {
    for world in World::both().await {
        let now = world.now;
        let candidate =
            world.read(async move |rx| password::view::candidate(rx, ADA, None, now).await);
        let checked = candidate.await.unwrap().check(&testing::plain(PASSWORD));
        let id = world.admin.id;
        let new = testing::hash("another good one");
        world
            .write(world.system_cx(), async move |tx, cx| {
                staff::sql::set_password(tx, id, &new, cx.now).await
            })
            .await
            .unwrap();
        let ring = keyring();
        let opened = world.write(world.anonymous_cx(), async move |tx, cx| {
            actions::sign_in(tx, cx, &ring, &checked, None, &client()).await
        });
        assert_eq!(code(opened.await.unwrap()), Some(Code::WrongCredentials));
    }
}

#[tokio::test]
async fn stepping_up_needs_a_fresh_code() {
    for mut world in World::both().await {
        let (totp, _) = enrol(&world).await;
        let up = async |world: &World, typed: String| {
            let ring = keyring();
            let second = SecondFactor::Totp(typed);
            world
                .write(world.admin_cx().await, async move |tx, cx| {
                    step_up(tx, cx, &ring, &second, &client()).await
                })
                .await
                .unwrap()
        };
        let fresh = async |world: &World| {
            let cx = world.admin_cx().await;
            world.write(cx, async |tx, cx| actions::require_step_up(tx, cx).await).await
        };
        assert_eq!(code(fresh(&world).await), Some(Code::SecondFactorRequired));
        world.wait(Duration::from_secs(60));
        assert_eq!(code(up(&world, "123456".to_owned()).await), Some(Code::SecondFactorWrong));
        let shown = totp.generate(world.now.seconds()).to_string();
        up(&world, shown).await.unwrap();
        fresh(&world).await.unwrap();
        world.wait(limits::STEP_UP);
        assert_eq!(code(fresh(&world).await), Some(Code::SecondFactorRequired));
    }
}

#[test]
fn a_csrf_token_belongs_to_one_session() {
    let mut cx = testing::cx();
    let (a, b): (SessionId, SessionId) = (cx.id(), cx.id());
    let ring = keyring();
    let token = csrf_token(&ring, a).unwrap();
    require_csrf(&ring, a, &token).unwrap();
    for (session, shown) in [(b, token.as_str()), (a, ""), (a, "zz"), (a, token.get(1..).unwrap())]
    {
        assert_eq!(code(require_csrf(&ring, session, shown)), Some(Code::CsrfMissing));
    }
    let other = Keyring::generate(&[8; 64]);
    assert_eq!(code(require_csrf(&other, a, &token)), Some(Code::CsrfMissing));
}

#[test]
fn touches_bring_ends_back_into_reach() {
    let now = start();
    let far = now + Duration::from_secs(1_000_000_000);
    for kind in SessionKind::ALL {
        let (idle, max) = kind.lifetime();
        let ends = touched(*kind, far, now);
        assert_eq!((ends.idle_expires_at, ends.expires_at), (now + idle, now + max));
        let near = now + Duration::from_secs(5);
        assert_eq!(touched(*kind, near, now), Touched { idle_expires_at: near, expires_at: near });
    }
    assert!(touch_due(far, now) && touch_due(now - limits::SESSION_TOUCH, now));
    assert!(!touch_due(now, now) && !touch_due(now - Duration::from_secs(59), now));
}

#[tokio::test]
async fn locks_that_no_longer_count_are_pruned() {
    for mut world in World::both().await {
        let wrong = world.sign_in("nobody@example.com", "x", None, client()).await;
        assert_eq!(code(wrong), Some(Code::WrongCredentials));
        let prune = async |world: &World| {
            let pruned = world.write(world.system_cx(), async |tx, cx| {
                quota::actions::prune(tx, cx.now, 100).await
            });
            pruned.await.unwrap()
        };
        assert_eq!(prune(&world).await, 0);
        world.sign_in(ADA, PASSWORD, None, client_at([10, 0, 0, 1])).await.unwrap();
        world.wait(limits::LOCK_OUT_MEMORY + Duration::from_secs(1));
        // The pair, the account and the network.
        assert_eq!(prune(&world).await, 3);
        world.wait(limits::SIGN_IN_PLACE);
        assert_eq!(prune(&world).await, 1);
    }
}
