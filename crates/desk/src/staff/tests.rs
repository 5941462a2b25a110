#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::actions::{MemberChange, ProfileChange, change, disable, enable, invite, set_profile};
use super::*;
use crate::brand::{self, actions::NewBrand};
use crate::code::Code;
use crate::error::Result;
use crate::link::Issued;
use crate::permission::{Permission, Reach};
use crate::role::actions::RoleChange;
use crate::role::{self, Builtin, Grants};
use crate::skill::{self, SkillKind};
use crate::team::{self, actions::TeamChange};
use crate::testing::{PASSWORD, Person, World, client, keyring};
use crate::viewer::Viewer;
use crate::{api_token, session};

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|e| e.code())
}

fn roles(roles: &[RoleId]) -> MemberChange {
    MemberChange { roles: Some(roles.to_vec()), ..MemberChange::default() }
}

async fn version(world: &World, id: StaffId) -> i64 {
    world.read(async move |rx| view::load(rx, id).await).await.unwrap().unwrap().version
}

#[tokio::test]
async fn the_last_administrator_stays() {
    for world in World::both().await {
        let (ada, admin) = (world.admin.id, world.role(Builtin::Administrator).await);
        let before = version(&world, ada).await;
        let disabled =
            world.write(world.admin_cx().await, async move |tx, cx| disable(tx, cx, ada).await);
        assert_eq!(code(disabled.await), Some(Code::LastAdministrator));
        let demoted = world.write(world.admin_cx().await, async move |tx, cx| {
            change(tx, cx, ada, before, &roles(&[])).await
        });
        assert_eq!(code(demoted.await), Some(Code::LastAdministrator));
        assert_eq!(version(&world, ada).await, before, "nothing happened");
        assert!(world.admin_cx().await.viewer.is_staff());
        // With a second one either may go, but one stays.
        let grace = world.join("grace@example.com", &[admin], &[]).await;
        let disabled = world
            .write(world.cx(&grace.opened).await, async move |tx, cx| disable(tx, cx, ada).await);
        disabled.await.unwrap();
        let last = grace.id;
        let disabled = world
            .write(world.cx(&grace.opened).await, async move |tx, cx| disable(tx, cx, last).await);
        assert_eq!(code(disabled.await), Some(Code::LastAdministrator));
    }
}

#[tokio::test]
async fn two_administrators_cannot_remove_each_other_at_once() {
    for world in World::both().await {
        let admin = world.role(Builtin::Administrator).await;
        let grace = world.join("grace@example.com", &[admin], &[]).await;
        let (ada, grace_id) = (world.admin.id, grace.id);
        let (by_ada, by_grace) = (world.admin_cx().await, world.cx(&grace.opened).await);
        let (a, b) = tokio::join!(
            world.write(by_ada, async move |tx, cx| disable(tx, cx, grace_id).await),
            world.write(by_grace, async move |tx, cx| disable(tx, cx, ada).await),
        );
        assert!(a.is_ok() != b.is_ok(), "exactly one: {a:?}, {b:?}");
    }
}

#[tokio::test]
async fn a_disabled_member_is_out_at_once() {
    for world in World::both().await {
        let admin = world.role(Builtin::Administrator).await;
        let grace = world.join("grace@example.com", &[admin], &[]).await;
        let id = grace.id;
        let token = world.write(world.cx(&grace.opened).await, async move |tx, cx| {
            let expires_at = Some(cx.after(std::time::Duration::from_secs(3600)));
            let scopes = [Permission::TicketRead].into();
            let new = api_token::actions::NewApiToken {
                staff_id: id,
                name: "robot".into(),
                scopes,
                expires_at,
            };
            api_token::actions::create(tx, cx, &new).await
        });
        let token = token.await.unwrap().token;
        world
            .write(world.admin_cx().await, async move |tx, cx| disable(tx, cx, id).await)
            .await
            .unwrap();
        assert!(!world.cx(&grace.opened).await.viewer.is_staff());
        let (hash, now) = (token.hash(), world.now);
        let resolved =
            world.read(async move |rx| api_token::resolve(rx, &hash, now).await).await.unwrap();
        assert!(resolved.is_none());
        let refused = world.sign_in("grace@example.com", PASSWORD, None, client()).await;
        assert_eq!(code(refused), Some(Code::MemberDisabled));
        let wrong = world.sign_in("grace@example.com", "wrong", None, client()).await;
        assert_eq!(
            code(wrong),
            Some(Code::WrongCredentials),
            "only who knows the password learns it"
        );
        world
            .write(world.admin_cx().await, async move |tx, cx| enable(tx, cx, id).await)
            .await
            .unwrap();
        world.sign_in("grace@example.com", PASSWORD, None, client()).await.unwrap();
        let resolved =
            world.read(async move |rx| api_token::resolve(rx, &hash, now).await).await.unwrap();
        assert!(resolved.is_none(), "tokens stay revoked");
    }
}

#[tokio::test]
async fn nobody_hands_out_or_touches_more_than_they_hold() {
    for world in World::both().await {
        let grants = Grants::from([
            (Permission::MemberManage, Reach::All),
            (Permission::RoleManage, Reach::All),
            (Permission::TicketRead, Reach::Team),
        ]);
        let manager = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::create(tx, cx, "Manager", &grants, false).await
        });
        let manager = manager.await.unwrap();
        let (admin, ada) = (world.role(Builtin::Administrator).await, world.admin.id);
        let grace = world.join("grace@example.com", &[manager], &[]).await;
        let (me, cx) = (grace.id, world.cx(&grace.opened).await);
        let seen = version(&world, me).await;
        let promote = world.write(cx.clone(), async move |tx, cx| {
            change(tx, cx, me, seen, &roles(&[admin])).await
        });
        assert_eq!(code(promote.await), Some(Code::NoPermission));
        let take_over =
            world.write(cx.clone(), async move |tx, cx| actions::issue_link(tx, cx, ada).await);
        assert_eq!(code(take_over.await), Some(Code::NoPermission));
        let out = world.write(cx.clone(), async move |tx, cx| disable(tx, cx, ada).await);
        assert_eq!(code(out.await), Some(Code::NoPermission));
        let wider = Grants::from([(Permission::TicketRead, Reach::All)]);
        let create = world.write(cx.clone(), async move |tx, cx| {
            role::actions::create(tx, cx, "Wider", &wider, false).await
        });
        assert_eq!(code(create.await), Some(Code::NoPermission));
        let more =
            RoleChange { grants: Some(Builtin::Administrator.grants()), ..RoleChange::default() };
        let widen = world.write(cx.clone(), async move |tx, cx| {
            role::actions::change(tx, cx, manager, 1, &more).await
        });
        assert_eq!(code(widen.await), Some(Code::NoPermission));
    }
}

#[tokio::test]
async fn roles_are_made_changed_and_deleted() {
    for world in World::both().await {
        let grants = Grants::from([(Permission::TicketRead, Reach::Own)]);
        let twice = grants.clone();
        let id = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::create(tx, cx, " Night shift ", &grants, false).await
        });
        let id = id.await.unwrap();
        let taken = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::create(tx, cx, "Night shift", &twice, false).await
        });
        assert_eq!(code(taken.await), Some(Code::FieldTaken));
        let renamed =
            |name: &str| RoleChange { name: Some(name.to_owned()), ..RoleChange::default() };
        let (taken, stale, fine) = (renamed("Agent"), renamed("Late shift"), renamed("Late shift"));
        let changed = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::change(tx, cx, id, 1, &taken).await
        });
        assert_eq!(code(changed.await), Some(Code::FieldTaken));
        let changed = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::change(tx, cx, id, 7, &stale).await
        });
        assert_eq!(code(changed.await), Some(Code::VersionConflict));
        let changed = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::change(tx, cx, id, 1, &fine).await
        });
        assert_eq!(changed.await.unwrap(), 2);
        let role =
            world.read(async move |rx| role::view::find(rx, &Viewer::Operator, id).await).await;
        let role = role.unwrap().unwrap();
        assert_eq!((role.name.as_str(), role.grants.len(), role.version), ("Late shift", 1, 2));

        let grace = world.join("grace@example.com", &[id], &[]).await;
        let delete = async |world: &World, id: RoleId| {
            let cx = world.admin_cx().await;
            world.write(cx, async move |tx, cx| role::actions::delete(tx, cx, id).await).await
        };
        assert_eq!(code(delete(&world, id).await), Some(Code::RoleInUse));
        let (them, seen) = (grace.id, version(&world, grace.id).await);
        let emptied = world.write(world.admin_cx().await, async move |tx, cx| {
            change(tx, cx, them, seen, &roles(&[])).await
        });
        emptied.await.unwrap();
        delete(&world, id).await.unwrap();
        assert_eq!(code(delete(&world, id).await), Some(Code::NotFound));
        let admin = world.role(Builtin::Administrator).await;
        assert_eq!(code(delete(&world, admin).await), Some(Code::RoleBuiltin));
        let fewer = RoleChange { grants: Some(Grants::new()), ..RoleChange::default() };
        let cut = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::change(tx, cx, admin, 1, &fewer).await
        });
        assert_eq!(code(cut.await), Some(Code::RoleBuiltin));
    }
}

#[tokio::test]
async fn members_change_under_their_version() {
    for world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let grace = world.join("grace@example.com", &[agent], &[]).await;
        let made = world.write(world.admin_cx().await, async |tx, cx| {
            let team = team::actions::create(tx, cx, "Deposits").await?;
            let skill = skill::actions::create(tx, cx, SkillKind::Language, "zh-TW").await?;
            Ok((team, skill))
        });
        let (team, skill) = made.await.unwrap();
        let (id, seen, brand) = (grace.id, version(&world, grace.id).await, world.brand_id);
        let all = MemberChange {
            roles: None,
            teams: Some(vec![team, team]),
            brands: Some(vec![brand]),
            skills: Some(vec![skill]),
        };
        let again = all.clone();
        let changed = world.write(world.admin_cx().await, async move |tx, cx| {
            change(tx, cx, id, seen, &all).await
        });
        assert_eq!(changed.await.unwrap(), seen + 1);
        let stale = world.write(world.admin_cx().await, async move |tx, cx| {
            change(tx, cx, id, seen, &again).await
        });
        assert_eq!(code(stale.await), Some(Code::VersionConflict));
        let member = world
            .read(async move |rx| view::find(rx, &Viewer::Operator, id).await)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (member.teams, member.brands, member.skills),
            (vec![team], vec![brand], vec![skill])
        );
        assert_eq!(member.roles, [agent]);
        let cx = world.cx(&grace.opened).await;
        let me = cx.viewer.staff().unwrap();
        assert_eq!(
            (me.teams.as_slice(), me.brands.as_slice()),
            ([team].as_slice(), [brand].as_slice())
        );

        let unknown =
            MemberChange { teams: Some(vec![world.system_cx().id()]), ..MemberChange::default() };
        let refused = world.write(world.admin_cx().await, async move |tx, cx| {
            change(tx, cx, id, seen + 1, &unknown).await
        });
        assert_eq!(code(refused.await), Some(Code::FieldInvalid));
        // Agents see names, and themselves whole; not other members.
        let (viewer, ada) = (cx.viewer.clone(), world.admin.id);
        let names = world.read(async move |rx| view::names(rx, &viewer).await).await.unwrap();
        assert_eq!(names.len(), 2);
        let viewer = cx.viewer.clone();
        let other = world.read(async move |rx| view::find(rx, &viewer, ada).await).await;
        assert_eq!(code(other), Some(Code::NoPermission));
        let viewer = cx.viewer;
        assert!(
            world.read(async move |rx| view::find(rx, &viewer, id).await).await.unwrap().is_some()
        );
        // And they manage nobody.
        let none = MemberChange::default();
        let refused = world.write(world.cx(&grace.opened).await, async move |tx, cx| {
            change(tx, cx, id, seen + 1, &none).await
        });
        assert_eq!(code(refused.await), Some(Code::NoPermission));
    }
}

/// Whoever sees a part of the tickets gives nobody a brand or team that is not theirs, and has no power over whoever has one:
/// they could sign in as that member.
#[tokio::test]
async fn nobody_widens_their_own_view() {
    for world in World::both().await {
        let grants = [
            (Permission::TicketRead, Reach::Brand),
            (Permission::MemberManage, Reach::All),
            (Permission::MemberRead, Reach::All),
            (Permission::TeamManage, Reach::All),
        ];
        let made = world.write(world.admin_cx().await, async move |tx, cx| {
            let role =
                role::actions::create(tx, cx, "Staffing", &Grants::from(grants), false).await?;
            Ok((role, team::actions::create(tx, cx, "Deposits").await?))
        });
        let (role, team) = made.await.unwrap();
        let mia = world.join("mia@example.com", &[role], &[]).await;
        let other = world.join("oda@example.com", &[], &[]).await;
        let brand = world.brand_id;
        let brands = MemberChange { brands: Some(vec![brand]), ..MemberChange::default() };
        let teams = MemberChange { teams: Some(vec![team]), ..MemberChange::default() };
        for (id, refused, tried) in [
            (mia.id, true, brands.clone()),
            (other.id, true, brands),
            (mia.id, true, teams.clone()),
            (other.id, true, teams),
        ] {
            let seen = version(&world, id).await;
            let done = world.write(world.cx(&mia.opened).await, async move |tx, cx| {
                change(tx, cx, id, seen, &tried).await
            });
            assert_eq!(code(done.await).is_some(), refused, "{id}");
        }
        let joined = TeamChange { members: Some(vec![mia.id, other.id]), ..TeamChange::default() };
        let refused = world.write(world.cx(&mia.opened).await, async move |tx, cx| {
            team::actions::change(tx, cx, team, 1, &joined).await
        });
        assert_eq!(code(refused.await), Some(Code::NoPermission));
        no_power_over_others(&world, &mia, other.id, team).await;
    }
}

/// `boss` sees their brands only. `member` is theirs until somebody puts them elsewhere.
async fn no_power_over_others(world: &World, boss: &Person, member: StaffId, team: TeamId) {
    let theirs = issue(world, boss, member).await;
    assert!(theirs.is_ok(), "a member without a brand or team is in everybody's");
    let brand_id = world.brand_id;
    for elsewhere in [
        MemberChange { brands: Some(vec![brand_id]), ..MemberChange::default() },
        MemberChange {
            brands: Some(Vec::new()),
            teams: Some(vec![team]),
            ..MemberChange::default()
        },
    ] {
        let seen = version(world, member).await;
        let put = world.write(world.admin_cx().await, async move |tx, cx| {
            change(tx, cx, member, seen, &elsewhere).await
        });
        put.await.unwrap();
        let refused = issue(world, boss, member).await.map(drop);
        assert_eq!(code(refused), Some(Code::NoPermission));
        for end in [true, false] {
            let refused = world.write(world.cx(&boss.opened).await, async move |tx, cx| {
                if end {
                    return session::actions::end_of_member(tx, cx, member).await.map(drop);
                }
                disable(tx, cx, member).await
            });
            assert_eq!(code(refused.await), Some(Code::NoPermission));
        }
    }
    let invitation = actions::Invitation {
        email: "new@example.com".to_owned(),
        name: None,
        locale: proofdesk_locale::Locale::En,
        time_zone: "UTC".to_owned(),
        roles: Vec::new(),
        teams: vec![team],
        brands: Vec::new(),
        skills: Vec::new(),
    };
    let refused = world
        .write(world.cx(&boss.opened).await, async move |tx, cx| invite(tx, cx, &invitation).await);
    assert_eq!(code(refused.await.map(drop)), Some(Code::NoPermission));
}

async fn issue(world: &World, boss: &Person, member: StaffId) -> Result<Issued> {
    let cx = world.cx(&boss.opened).await;
    world.write(cx, async move |tx, cx| actions::issue_link(tx, cx, member).await).await
}

#[tokio::test]
async fn pages_of_members_hold_everybody_once() {
    for world in World::both().await {
        for name in ["b", "c", "d"] {
            world.join(&format!("{name}@example.com"), &[], &[]).await;
        }
        let pages = world.read(async |rx| {
            let first = view::list(rx, &Viewer::Operator, None, 2).await?;
            let second = view::list(rx, &Viewer::Operator, first.last().map(|m| m.id), 2).await?;
            let third = view::list(rx, &Viewer::Operator, second.last().map(|m| m.id), 2).await?;
            Ok([first, second, third])
        });
        let pages = pages.await.unwrap();
        assert_eq!(pages.each_ref().map(Vec::len), [2, 2, 0]);
        let mut ids: Vec<StaffId> = pages.iter().flatten().map(|m| m.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 4);
    }
}

#[tokio::test]
async fn invitations_are_checked() {
    for world in World::both().await {
        let invitation = |email: &str, zone: &str| actions::Invitation {
            email: email.to_owned(),
            name: None,
            locale: proofdesk_locale::Locale::En,
            time_zone: zone.to_owned(),
            roles: Vec::new(),
            teams: Vec::new(),
            brands: Vec::new(),
            skills: Vec::new(),
        };
        for (new, expected) in [
            (invitation("ADA@example.com", "UTC"), Code::FieldTaken),
            (invitation("no address", "UTC"), Code::FieldInvalid),
            (invitation("", "UTC"), Code::FieldRequired),
            (invitation("b@example.com", "Mars/Olympus"), Code::FieldInvalid),
            (invitation("b\0@example.com", "UTC"), Code::TextHasNul),
        ] {
            let refused =
                world.write(world.admin_cx().await, async move |tx, cx| invite(tx, cx, &new).await);
            assert_eq!(code(refused.await), Some(expected));
        }
    }
}

#[tokio::test]
async fn teams_brands_and_skills_are_kept_in_order() {
    for world in World::both().await {
        let grace = world.join("grace@example.com", &[], &[]).await;
        let (member, seen) = (grace.id, version(&world, grace.id).await);
        let made = world.write(world.admin_cx().await, async move |tx, cx| {
            let team = team::actions::create(tx, cx, "Deposits").await?;
            let change = TeamChange {
                name: Some("Money in".into()),
                members: Some(vec![member]),
                ..TeamChange::default()
            };
            team::actions::change(tx, cx, team, 1, &change).await?;
            let topic = skill::actions::create(tx, cx, SkillKind::Topic, "Deposits").await?;
            let brand = NewBrand::of("acme-eu", "Acme EU", &[proofdesk_locale::Locale::Es]);
            Ok((team, topic, brand::actions::create(tx, cx, &brand).await?))
        });
        let (team, topic, brand_id) = made.await.unwrap();
        assert_eq!(version(&world, member).await, seen + 1, "the member changed too");
        let viewer = world.admin_cx().await.viewer;
        let teams = world.read(async move |rx| team::view::list(rx, &viewer).await).await.unwrap();
        let names: Vec<_> =
            teams.iter().map(|t| (t.name.as_str(), t.members.as_slice(), t.version)).collect();
        assert_eq!(names, [("Money in", [member].as_slice(), 2)]);
        let brand = world
            .read(async |rx| brand::view::by_slug(rx, "acme-eu").await)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((brand.id, brand.default_locale()), (brand_id, proofdesk_locale::Locale::Es));
        for (slug, expected) in [
            ("acme-eu", Code::FieldTaken),
            ("Acme", Code::FieldInvalid),
            ("a--b", Code::FieldInvalid),
        ] {
            let refused = world.write(world.admin_cx().await, async move |tx, cx| {
                let new = NewBrand::of(slug, "Acme", &[proofdesk_locale::Locale::En]);
                brand::actions::create(tx, cx, &new).await
            });
            assert_eq!(code(refused.await), Some(expected), "{slug}");
        }
        let refused = world.write(world.admin_cx().await, async |tx, cx| {
            skill::actions::create(tx, cx, SkillKind::Language, "tlh").await
        });
        assert_eq!(code(refused.await), Some(Code::FieldInvalid));
        let gone = world.write(world.admin_cx().await, async move |tx, cx| {
            skill::actions::delete(tx, cx, topic).await?;
            team::actions::delete(tx, cx, team).await
        });
        gone.await.unwrap();
        let anybody = world.write(world.cx(&grace.opened).await, async |tx, cx| {
            team::actions::create(tx, cx, "Mine").await
        });
        assert_eq!(code(anybody.await), Some(Code::NoPermission));
    }
}

#[tokio::test]
async fn tokens_carry_what_their_member_holds_now() {
    for mut world in World::both().await {
        let admin = world.admin.id;
        let new = |scopes: &[Permission], hours: u64| api_token::actions::NewApiToken {
            staff_id: admin,
            name: "robot".to_owned(),
            scopes: scopes.iter().copied().collect(),
            expires_at: Some(world.now + std::time::Duration::from_secs(hours * 3600)),
        };
        let narrow = new(&[Permission::TicketRead, Permission::TokenManage], 2);
        let cases = [
            (new(&[], 2), Code::FieldRequired),
            (new(&[Permission::TicketRead], 0), Code::FieldInvalid),
            (new(&[Permission::TicketRead], 400 * 24), Code::FieldInvalid),
        ];
        for (wrong, expected) in cases {
            let refused = world.write(world.admin_cx().await, async move |tx, cx| {
                api_token::actions::create(tx, cx, &wrong).await
            });
            assert_eq!(code(refused.await), Some(expected));
        }
        let mut endless = narrow.clone();
        endless.expires_at = None;
        let refused = world.write(world.admin_cx().await, async move |tx, cx| {
            api_token::actions::create(tx, cx, &endless).await
        });
        assert_eq!(code(refused.await), Some(Code::FieldRequired));
        let again = narrow.clone();
        let created = world.write(world.admin_cx().await, async move |tx, cx| {
            api_token::actions::create(tx, cx, &narrow).await
        });
        let created = created.await.unwrap();
        let hash = created.token.hash();
        let resolve = async |world: &World| {
            let now = world.now;
            world.read(async move |rx| api_token::resolve(rx, &hash, now).await).await.unwrap()
        };
        let (viewer, info) = resolve(&world).await.unwrap();
        assert_eq!((info.id, info.touch_due), (created.id, true));
        let grants = &viewer.staff().unwrap().grants;
        assert_eq!(
            grants.keys().copied().collect::<Vec<_>>(),
            [Permission::TicketRead, Permission::TokenManage]
        );
        // A token makes no tokens and changes no account.
        let cx = crate::testing::cx_at(world.now, viewer);
        let more = world.write(cx.clone(), async move |tx, cx| {
            api_token::actions::create(tx, cx, &again).await
        });
        assert_eq!(code(more.await), Some(Code::SessionRequired));
        let ring = keyring();
        let factor = world.write(cx.clone(), async move |tx, cx| {
            crate::totp::actions::begin(tx, cx, &ring).await.map(|_| ())
        });
        assert_eq!(code(factor.await), Some(Code::SessionRequired));
        let profile =
            world.write(cx, async |tx, cx| set_profile(tx, cx, &ProfileChange::default()).await);
        assert_eq!(code(profile.await), Some(Code::SessionRequired));
        world
            .write(world.system_cx(), async move |tx, cx| {
                api_token::actions::touch(tx, cx, created.id).await
            })
            .await
            .unwrap();
        assert!(!resolve(&world).await.unwrap().1.touch_due);

        // A member who loses a permission loses it in the token.
        let (agent, admins) =
            (world.role(Builtin::Agent).await, world.role(Builtin::Administrator).await);
        let grace = world.join("grace@example.com", &[admins], &[]).await;
        let seen = version(&world, admin).await;
        let demote = world.write(world.cx(&grace.opened).await, async move |tx, cx| {
            change(tx, cx, admin, seen, &roles(&[agent])).await
        });
        demote.await.unwrap();
        let grants = resolve(&world).await.unwrap().0.staff().unwrap().grants.clone();
        assert_eq!(grants, Grants::from([(Permission::TicketRead, Reach::Brand)]));
        world.wait(std::time::Duration::from_secs(2 * 3600));
        assert!(resolve(&world).await.is_none(), "expired");
    }
}

#[tokio::test]
async fn a_revoked_token_opens_nothing() {
    for world in World::both().await {
        let admin = world.admin.id;
        let created =
            world.write(crate::testing::cx_at(world.now, Viewer::Operator), async move |tx, cx| {
                let new = api_token::actions::NewApiToken {
                    staff_id: admin,
                    name: "robot".to_owned(),
                    scopes: [Permission::TicketRead].into(),
                    expires_at: None,
                };
                api_token::actions::create(tx, cx, &new).await
            });
        let created = created.await.unwrap();
        let grace = world.join("grace@example.com", &[], &[]).await;
        let theirs = world.write(world.cx(&grace.opened).await, async move |tx, cx| {
            api_token::actions::revoke(tx, cx, created.id).await
        });
        assert_eq!(code(theirs.await), Some(Code::NotFound));
        for expected in [None, Some(Code::NotFound)] {
            let revoked = world.write(world.admin_cx().await, async move |tx, cx| {
                api_token::actions::revoke(tx, cx, created.id).await
            });
            assert_eq!(code(revoked.await), expected);
        }
        let (hash, now) = (created.token.hash(), world.now);
        assert!(
            world
                .read(async move |rx| api_token::resolve(rx, &hash, now).await)
                .await
                .unwrap()
                .is_none()
        );
        let viewer = world.cx(&grace.opened).await.viewer;
        assert!(
            world
                .read(async move |rx| api_token::view::list(rx, &viewer).await)
                .await
                .unwrap()
                .is_empty()
        );
    }
}

#[tokio::test]
async fn a_profile_is_its_members_own() {
    for world in World::both().await {
        let new = ProfileChange {
            name: Some(" Ada King ".to_owned()),
            locale: Some(proofdesk_locale::Locale::ZhHans),
            time_zone: Some("Asia/Shanghai".to_owned()),
            mention_mails: Some(false),
            review_mails: Some(false),
        };
        world
            .write(world.admin_cx().await, async move |tx, cx| set_profile(tx, cx, &new).await)
            .await
            .unwrap();
        let viewer = world.admin_cx().await.viewer;
        let me = world.read(async move |rx| view::own(rx, &viewer).await).await.unwrap().unwrap();
        assert_eq!((me.name.as_str(), me.locale.as_str()), ("Ada King", "zh-Hans"));
        assert!(!me.mention_mails, "every member has them until they say otherwise");
        assert!(!me.review_mails, "these too");
        assert!(world.day(world.admin.id).await.contains(&"member.profile_changed".to_owned()));
        let anybody = world.write(world.anonymous_cx(), async |tx, cx| {
            set_profile(tx, cx, &ProfileChange::default()).await
        });
        assert_eq!(code(anybody.await), Some(Code::SignedOut));
        assert_eq!(code(session::own(&Viewer::Operator)), Some(Code::StaffOnly));
    }
}
