//! Customers with a session and a ticket each, and agents with a token each, all through the verbs.

use anyhow::{Context as _, Result};
use proofdesk_desk::exchange_key::actions::add_development;
use proofdesk_desk::exchange_token::DevelopmentCustomer;
use proofdesk_desk::exchange_token::actions::{sign_development, verify_and_spend};
use proofdesk_desk::id::{BrandId, RoleId, StaffId};
use proofdesk_desk::link::actions::{Acceptance, accept};
use proofdesk_desk::password::{NewPassword, PasswordHash};
use proofdesk_desk::render::Body;
use proofdesk_desk::role::{self, Builtin};
use proofdesk_desk::session::Client;
use proofdesk_desk::staff::actions::{Invitation, invite};
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::{NewTicket, open};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, organisation, token};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_server::start::operator_cx;
use proofdesk_store::Tx;

use super::Post;
use crate::desk::{found, token_of};
use crate::rows::{BODY_TEXT, CATEGORY};

/// People at once in a transaction.
const AT_ONCE: usize = 20;

/// Everybody's token, and how to write to each customer.
pub struct People {
    pub customers: Vec<String>,
    pub agents: Vec<String>,
    /// In the order of the customers.
    pub posts: Vec<Post>,
}

/// Fills an empty desk.
///
/// # Errors
/// Those of the verbs.
pub async fn settle(desk: &Desk, customers: usize, agents: usize) -> Result<People> {
    let administrator = token_of(desk, found(desk).await?).await?;
    let brand_id = exchange(desk).await?;
    let mut people = People { customers: Vec::new(), agents: Vec::new(), posts: Vec::new() };
    for numbers in chunks(customers) {
        for (session, public_id) in customers_of(desk, numbers).await? {
            people.customers.push(session);
            people.posts.push(Post {
                path: format!("/api/v1/tickets/{public_id}/messages"),
                token: administrator.clone(),
                body: serde_json::json!({ "body": BODY_TEXT }).to_string(),
            });
        }
    }
    for numbers in chunks(agents) {
        for staff_id in agents_of(desk, brand_id, numbers).await? {
            people.agents.push(token_of(desk, staff_id).await?);
        }
    }
    Ok(people)
}

fn chunks(count: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
    (0..count).step_by(AT_ONCE).map(move |from| from..(from + AT_ONCE).min(count))
}

async fn exchange(desk: &Desk) -> Result<BrandId> {
    let keyring = desk.keyring().clone();
    let brand_id = desk
        .write(operator_cx("bench"), async move |tx, cx| {
            let founded = organisation::actions::found(tx, cx, "Bench").await?;
            add_development(tx, cx, &keyring, founded.brand_id).await?;
            Ok(founded.brand_id)
        })
        .await?;
    Ok(brand_id)
}

async fn customers_of(
    desk: &Desk,
    numbers: std::ops::Range<usize>,
) -> Result<Vec<(String, String)>> {
    let keyring = desk.keyring().clone();
    let made = desk
        .write(operator_cx("bench"), async move |tx: &Tx<'_>, cx: &mut Cx| {
            let mut made = Vec::new();
            for number in numbers.clone() {
                let customer =
                    DevelopmentCustomer { sub: format!("c{number}"), ..Default::default() };
                let token = sign_development(tx, cx, &keyring, &customer).await?;
                cx.viewer = Viewer::Anonymous;
                let signed_in =
                    verify_and_spend(tx, cx, &keyring, &token, &Client::default()).await?;
                let opened = open(tx, cx, &first_ticket(&cx.viewer, &keyring)?).await?;
                made.push((
                    signed_in.session.token.reveal().to_owned(),
                    opened.public_id.to_string(),
                ));
            }
            Ok(made)
        })
        .await?;
    Ok(made)
}

fn first_ticket(viewer: &Viewer, keyring: &Keyring) -> proofdesk_desk::Result<NewTicket> {
    Ok(NewTicket {
        customer_id: None,
        category: CATEGORY.to_owned(),
        subject: Clean::new("My deposit is not credited")?,
        body: Body::by(viewer, keyring, Clean::new(BODY_TEXT)?),
        attachment_ids: Vec::new(),
        channel: "portal",
        lang: "en".to_owned(),
    })
}

async fn agents_of(
    desk: &Desk,
    brand_id: BrandId,
    numbers: std::ops::Range<usize>,
) -> Result<Vec<StaffId>> {
    let password = password()?;
    let hired = desk
        .write(operator_cx("bench"), async move |tx: &Tx<'_>, cx: &mut Cx| {
            let roles = role::view::list(tx, &cx.viewer).await?;
            let agent = roles.iter().find(|role| role.builtin == Some(Builtin::Agent));
            let agent = agent.map(|role| role.id);
            let mut hired = Vec::new();
            for number in numbers.clone() {
                hired.push(hire(tx, cx, (number, agent, brand_id), &password).await?);
            }
            Ok(hired)
        })
        .await?;
    Ok(hired)
}

async fn hire(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (number, role, brand_id): (usize, Option<RoleId>, BrandId),
    password: &PasswordHash,
) -> proofdesk_desk::Result<StaffId> {
    cx.viewer = Viewer::Operator;
    let invitation = Invitation {
        email: format!("agent{number}@example.com"),
        name: None,
        locale: Locale::En,
        time_zone: "UTC".to_owned(),
        roles: role.into_iter().collect(),
        teams: Vec::new(),
        brands: vec![brand_id],
        skills: Vec::new(),
    };
    let invited = invite(tx, cx, &invitation).await?;
    cx.viewer = Viewer::Anonymous;
    let acceptance = Acceptance {
        token_hash: token::hash(invited.link.token.reveal()),
        password: password.clone(),
        email: None,
        name: None,
        locale: Locale::En,
        time_zone: "UTC".to_owned(),
        client: Client::default(),
    };
    let accepted = accept(tx, cx, &acceptance).await?;
    cx.viewer = Viewer::Operator;
    Ok(accepted.staff_id)
}

fn password() -> Result<PasswordHash> {
    let email = proofdesk_desk::email::EmailAddress::parse("email", "nobody@example.com")?;
    let new = NewPassword::new("password", "correct horse battery staple bench", &email)?;
    new.hash([7; 16]).context("a password")
}
