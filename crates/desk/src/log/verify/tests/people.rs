//! Rows of people and of what they may do, changed by hand: each is found by `--state`, and named.

use std::time::Duration;

use proofdesk_store::{Engine, Tx, params};

use super::{Report, found, verify_state};
use crate::api_token::actions::NewApiToken;
use crate::assignment::Assignment;
use crate::availability::{Availability, Channel};
use crate::customer::actions::NewCustomer;
use crate::error::Result;
use crate::exchange_key::NewMaterial;
use crate::exchange_key::actions::NewExchangeKey;
use crate::identity::{self, Level, PORTAL};
use crate::log::testing::TestDesk;
use crate::log::verify::Problem;
use crate::permission::Permission;
use crate::role::Builtin;
use crate::shift::actions::NewAbsence;
use crate::shift::{AbsenceReason, Shift};
use crate::staff::actions::MemberChange;
use crate::team::actions::TeamChange;
use crate::testing::{PASSWORD, Person, World, cx_at, keyring};
use crate::viewer::Viewer;
use crate::{Cx, api_token, availability, customer, exchange_key, role, shift, staff, team, totp};

/// Members with roles and teams, tokens, keys, and a customer who is proven: made, changed and ended, so that the events have
/// something to fold.
async fn peopled(world: &World) {
    let (brand_id, agent) = (world.brand_id, world.role(Builtin::Agent).await);
    let ada = world.admin.id;
    let mina = world.join("mina@example.com", &[agent], &[brand_id]).await;
    let left = world.join("left@example.com", &[agent], &[]).await;
    let admin = world.admin_cx().await;
    let made = world.write(admin, async move |tx, cx| {
        let grants = [(Permission::TicketRead, crate::permission::Reach::Team)].into();
        let own = role::actions::create(tx, cx, "Readers", &grants, false).await?;
        let wider = [(Permission::TicketRead, crate::permission::Reach::Brand)].into();
        let change = role::actions::RoleChange { grants: Some(wider), ..Default::default() };
        role::actions::change(tx, cx, own, 1, &change).await?;
        let doomed = role::actions::create(tx, cx, "Doomed", &Default::default(), true).await?;
        role::actions::delete(tx, cx, doomed).await?;
        let (first, gone) = (
            team::actions::create(tx, cx, "First").await?,
            team::actions::create(tx, cx, "Gone").await?,
        );
        for team_id in [first, gone] {
            let members = Some(vec![mina.id, left.id]);
            let assignment = Some(Assignment::RoundRobin);
            let change = TeamChange { members, assignment, ..Default::default() };
            team::actions::change(tx, cx, team_id, 1, &change).await?;
        }
        team::actions::delete(tx, cx, gone).await?;
        let seen = staff::view::load(tx, left.id).await?.map(|member| member.version);
        let change = MemberChange { teams: Some(Vec::new()), ..Default::default() };
        staff::actions::change(tx, cx, left.id, seen.unwrap_or_default(), &change).await?;
        for to in [Availability::Online, Availability::Away] {
            availability::actions::set_of(tx, cx, mina.id, to).await?;
        }
        let (channel, most) = (Channel::Ticket, Some(5));
        availability::actions::set_capacity(tx, cx, mina.id, channel, most).await?;
        let week = [Shift { weekday: 1, from_minute: 540, to_minute: 1_020 }];
        shift::actions::set_shifts(tx, cx, mina.id, &week).await?;
        let first_day = cx.now.date().parse().unwrap();
        let new = NewAbsence { first_day, last_day: first_day, reason: AbsenceReason::Holiday };
        let gone = shift::actions::enter_absence(tx, cx, mina.id, &new).await?;
        shift::actions::enter_absence(tx, cx, mina.id, &new).await?;
        shift::actions::remove_absence(tx, cx, mina.id, gone).await?;
        cx.viewer = Viewer::Operator;
        for staff_id in [ada, left.id] {
            let scopes = [Permission::TicketRead].into();
            let new = NewApiToken { staff_id, name: "t".to_owned(), scopes, expires_at: None };
            api_token::actions::create(tx, cx, &new).await?;
        }
        staff::actions::disable(tx, cx, left.id).await?;
        for kid in ["kept", "revoked"] {
            let (kid, audience) = (kid.to_owned(), "https://desk.example".to_owned());
            let new =
                NewExchangeKey { brand_id, kid, audience, material: NewMaterial::Hs256(None) };
            let key = exchange_key::actions::add(tx, cx, &keyring(), &new).await?;
            if new.kid == "revoked" {
                exchange_key::actions::revoke(tx, cx, key.id).await?;
            }
        }
        let new = NewCustomer { name: Some("Grace".to_owned()), ..NewCustomer::of(brand_id) };
        let customer_id = customer::actions::create(tx, cx, &new).await?;
        let id = identity::actions::add(tx, cx, customer_id, PORTAL, "acct-1").await?;
        let until = Some(cx.now);
        identity::actions::verify(tx, cx, id, Level::Email, until).await
    });
    made.await.unwrap();
}

/// Somebody with a second factor; somebody who lost theirs, which was taken away; and somebody who has enrolled another since.
async fn second_factors(world: &mut World) {
    let agent = world.role(Builtin::Agent).await;
    let mut people = Vec::new();
    for email in ["kept@example.com", "lost@example.com", "renewed@example.com"] {
        let who = world.join(email, &[agent], &[]).await;
        enrol(world, &who).await;
        people.push(who);
    }
    world.wait(Duration::from_secs(60));
    for who in people.iter().skip(1) {
        let (id, cx) = (who.id, cx_at(world.now, Viewer::Operator));
        let reset = async move |tx: &Tx<'_>, cx: &mut Cx| totp::actions::reset(tx, cx, id).await;
        world.write(cx, reset).await.unwrap();
    }
    world.wait(Duration::from_secs(60));
    let client = crate::testing::client();
    let signed_in = world.sign_in("renewed@example.com", PASSWORD, None, client).await;
    let again = Person { id: people.pop().unwrap().id, opened: signed_in.unwrap() };
    enrol(world, &again).await;
}

async fn enrol(world: &World, who: &Person) {
    let begun = world
        .write(world.cx(&who.opened).await, async move |tx, cx| {
            totp::actions::begin(tx, cx, &keyring()).await
        })
        .await
        .unwrap();
    let secret = totp_rs::Secret::try_from_base32(&begun.secret).unwrap();
    let factor = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let shown = factor.generate(world.now.seconds()).to_string();
    let confirmed = world.write(world.cx(&who.opened).await, async move |tx, cx| {
        totp::actions::confirm(tx, cx, &keyring(), &shown).await
    });
    confirmed.await.unwrap();
}

pub(super) async fn state(desk: &TestDesk) -> Report {
    let mut report = Report::default();
    verify_state(&desk.desk, &mut report, &mut |_| {}).await.unwrap();
    report
}

/// What is done by hand, and the table and column that have to be named.
const FORGED: &[(&str, &str, &str)] = &[
    // Powers.
    (
        "insert into role_grant (role_id, permission, reach) select id, 'customer.erase', 'all' from role where builtin = 'agent'",
        "role_grant",
        "permission",
    ),
    (
        "update role_grant set reach = 'all' where permission = 'ticket.read' and role_id in (select id from role where name = 'Readers')",
        "role_grant",
        "permission",
    ),
    (
        "delete from role_grant where permission = 'audit.read' and role_id in (select id from role where builtin = 'auditor')",
        "role_grant",
        "permission",
    ),
    ("update role set requires_totp = true where name = 'Readers'", "role", "requires_totp"),
    (
        "insert into role (id, name, requires_totp, version) select id, 'Slipped in', false, 1 from organisation",
        "role",
        "id",
    ),
    // Members.
    ("update staff set state = 'active' where email = 'left@example.com'", "staff", "state"),
    (
        "insert into staff_role (staff_id, role_id) select s.id, r.id from staff s, role r \
         where s.email = 'mina@example.com' and r.builtin = 'administrator'",
        "staff_role",
        "role_id",
    ),
    ("delete from team_member", "team_member", "team_id"),
    ("update team set assignment = 'least_load'", "team", "assignment"),
    (
        "update member_availability set availability = 'online'",
        "member_availability",
        "availability",
    ),
    ("delete from member_availability", "member_availability", "since_at"),
    ("update member_capacity set capacity = 500", "member_capacity", "capacity"),
    ("update member_shift set to_minute = 1100", "member_shift", "from_minute"),
    ("delete from member_absence", "member_absence", "first_day"),
    (
        "insert into staff_brand (staff_id, brand_id) select s.id, b.id from staff s, brand b where s.email = 'left@example.com'",
        "staff_brand",
        "brand_id",
    ),
    (
        "insert into staff (id, email, name, locale, time_zone, state, created_at, updated_at, version) \
         select id, 'evil@example.com', 'x', 'en', 'UTC', 'active', 0, 0, 1 from organisation",
        "staff",
        "id",
    ),
    (
        "update staff set totp_secret = null where email = 'kept@example.com'",
        "staff",
        "totp_secret",
    ),
    (
        "update staff set totp_secret = HASH where email = 'lost@example.com'",
        "staff",
        "totp_secret",
    ),
    (
        "update staff set totp_secret = null where email = 'renewed@example.com'",
        "staff",
        "totp_secret",
    ),
    ("update staff set totp_secret = HASH where email = 'ada@example.com'", "staff", "totp_secret"),
    // Tokens and keys.
    (
        "update api_token set scopes = 'ticket.read customer.erase' where revoked_at is null",
        "api_token",
        "scopes",
    ),
    ("update api_token set revoked_at = null", "api_token", "revoked_at"),
    ("update api_token set expires_at = 5 where revoked_at is null", "api_token", "expires_at"),
    (
        "insert into api_token (id, staff_id, name, token_hash, scopes, created_at) \
         select o.id, s.id, 'x', HASH, 'ticket.read', 0 from organisation o, staff s where s.email = 'ada@example.com'",
        "api_token",
        "id",
    ),
    ("update exchange_key set revoked_at = null", "exchange_key", "revoked_at"),
    ("delete from exchange_key where kid = 'kept'", "exchange_key", "id"),
    // Customers.
    ("update identity set level = 'signed-in'", "identity", "level"),
    ("update identity set level_until = null", "identity", "level_until"),
    (
        "insert into identity (id, brand_id, customer_id, kind, subject, level, created_at) \
         select o.id, c.brand_id, c.id, 'portal', 'acct-2', 'signed-in', 0 from organisation o, customer c",
        "identity",
        "id",
    ),
    ("delete from identity", "identity", "id"),
];

#[tokio::test]
async fn rows_of_people_that_differ_from_their_events_are_found_by_state() {
    for mut world in World::both().await {
        peopled(&world).await;
        second_factors(&mut world).await;
        let engine = world.db.engine();
        let desk = TestDesk::of(world.db);
        assert_eq!(state(&desk).await.findings, [], "{engine:?}");
        for (sql, table, column) in FORGED {
            let hash = match engine {
                Engine::Sqlite => "x'07'",
                Engine::Postgres => "'\\x07'::bytea",
            };
            let sql = sql.replace("HASH", hash);
            forge(&desk, sql, table, column).await;
        }
    }
}

/// Changes rows, and looks for a finding that was not there before.
pub(super) async fn forge(desk: &TestDesk, sql: String, table: &str, column: &str) {
    let (run, before) = (sql.clone(), state(desk).await.findings);
    let write = async move |tx: &Tx<'_>| -> Result<u64> { Ok(tx.exec_dyn(&run, params![]).await?) };
    let changed = desk.db.write(write).await;
    assert!(changed.unwrap() > 0, "{sql}");
    let report = state(desk).await;
    let named = |f: &super::Finding| {
        f.column == Some(column) && f.problem == Problem::StateDiffers && !before.contains(f)
    };
    assert!(found(&report, table, named), "{sql}: {:#?}", report.findings);
}
