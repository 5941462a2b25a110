use std::net::SocketAddr;
use std::ops::Deref;
use std::sync::OnceLock;

use proofdesk_desk::brand::actions::NewBrand;
use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::id::{BrandId, CustomerId, PublicId, RoleId, StaffId, TeamId};
use proofdesk_desk::link::actions::Acceptance;
use proofdesk_desk::password::{NewPassword, PasswordHash};
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::render::Body;
use proofdesk_desk::role::{Builtin, Grants};
use proofdesk_desk::session::{self, Opened};
use proofdesk_desk::staff::actions::Invitation;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::NewTicket;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{
    Cx, Desk, brand, exchange_token, limits, link, role, staff, team, ticket, token,
};
use proofdesk_locale::Locale;

use crate::app::TestApp;
use crate::client::Client;
use crate::exchange::Exchange;

/// Everybody's password.
pub const PASSWORD: &str = "velvet-anchor-71";

/// A signed-in member of staff. It derefs to their browser.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: StaffId,
    pub email: String,
    pub client: Client,
}

/// A signed-in customer. It derefs to their browser.
#[derive(Clone, Debug)]
pub struct Customer {
    pub id: CustomerId,
    pub brand_id: BrandId,
    /// The account's id at the exchange.
    pub sub: String,
    pub client: Client,
}

impl Deref for Member {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Deref for Customer {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// A member about to join.
#[derive(Clone, Debug)]
pub struct NewMember {
    name: String,
    grants: Grants,
    builtin: Option<Builtin>,
    requires_totp: bool,
    teams: Vec<TeamId>,
    brands: Vec<BrandId>,
}

impl NewMember {
    /// Somebody without any role; the address is `NAME@example.com`.
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            grants: Grants::new(),
            builtin: None,
            requires_totp: false,
            teams: Vec::new(),
            brands: Vec::new(),
        }
    }

    #[must_use]
    pub fn role(self, builtin: Builtin) -> Self {
        Self { builtin: Some(builtin), ..self }
    }

    /// Permissions in a role of their own.
    #[must_use]
    pub fn grants(mut self, grants: impl IntoIterator<Item = (Permission, Reach)>) -> Self {
        self.grants.extend(grants);
        self
    }

    /// That role requires a second factor.
    #[must_use]
    pub fn requires_totp(self) -> Self {
        Self { requires_totp: true, ..self }
    }

    #[must_use]
    pub fn team(mut self, team_id: TeamId) -> Self {
        self.teams.push(team_id);
        self
    }

    #[must_use]
    pub fn brand(mut self, brand_id: BrandId) -> Self {
        self.brands.push(brand_id);
        self
    }
}

impl Member {
    pub(crate) fn new(email: &str, address: SocketAddr, desk: &Desk, accepted: &Came) -> Self {
        let client = Client::signed_in(address, desk, &accepted.opened);
        Self { id: accepted.id, email: email.to_owned(), client }
    }
}

/// Who came in by a link.
pub(crate) struct Came {
    id: StaffId,
    opened: Opened,
}

/// Uses a link without the web: the password's hash is computed once per process.
pub(crate) async fn accept(desk: &Desk, cx: Cx, link: &str, email: &str, name: &str) -> Came {
    let acceptance = Acceptance {
        token_hash: token::hash(link),
        password: password_hash(),
        email: Some(email.to_owned()),
        name: Some(name.to_owned()),
        locale: Locale::En,
        time_zone: "Europe/London".to_owned(),
        client: session::Client::default(),
    };
    let accepted =
        desk.write(cx, async move |tx, cx| link::actions::accept(tx, cx, &acceptance).await).await;
    let accepted = accepted.expect("the link is accepted");
    Came { id: accepted.staff_id, opened: accepted.session.expect("a session") }
}

fn password_hash() -> PasswordHash {
    static HASH: OnceLock<PasswordHash> = OnceLock::new();
    HASH.get_or_init(|| {
        let nobody = EmailAddress::parse("email", "nobody@example.com").unwrap();
        NewPassword::new("password", PASSWORD, &nobody).and_then(|new| new.hash([7; 16])).unwrap()
    })
    .clone()
}

impl TestApp {
    /// Invites a member, who comes in at once.
    pub async fn member(&self, new: NewMember) -> Member {
        let email = format!("{}@example.com", new.name);
        let roles = self.roles(&new).await;
        let invitation = Invitation {
            email: email.clone(),
            name: Some(new.name.clone()),
            locale: Locale::En,
            time_zone: "UTC".to_owned(),
            roles,
            teams: new.teams,
            brands: new.brands,
            skills: Vec::new(),
        };
        let invited = self
            .act(self.operator(), async move |tx, cx| {
                staff::actions::invite(tx, cx, &invitation).await
            })
            .await;
        let link = invited.link.token.reveal();
        let came = accept(self.desk(), self.cx(Viewer::Anonymous), link, &email, &new.name).await;
        Member::new(&email, self.address(), self.desk(), &came)
    }

    async fn roles(&self, new: &NewMember) -> Vec<RoleId> {
        let mut roles = Vec::new();
        if let Some(builtin) = new.builtin {
            roles.push(self.role(builtin).await);
        }
        if !new.grants.is_empty() || new.requires_totp {
            let (name, grants, totp) =
                (format!("role of {}", new.name), new.grants.clone(), new.requires_totp);
            let made = self.act(self.operator(), async move |tx, cx| {
                role::actions::create(tx, cx, &name, &grants, totp).await
            });
            roles.push(made.await);
        }
        roles
    }

    /// A built-in role.
    pub async fn role(&self, builtin: Builtin) -> RoleId {
        let roles =
            self.desk().read(async |rx| role::view::list(rx, &Viewer::Operator).await).await;
        let role = roles.expect("roles").into_iter().find(|role| role.builtin == Some(builtin));
        role.expect("a built-in role").id
    }

    pub async fn team(&self, name: &str) -> TeamId {
        let name = name.to_owned();
        self.act(self.operator(), async move |tx, cx| team::actions::create(tx, cx, &name).await)
            .await
    }

    /// A further brand with its own exchange.
    pub async fn brand(&self, slug: &str) -> (BrandId, Exchange) {
        let new = NewBrand::of(slug, slug, &[Locale::En]);
        let made = self
            .act(self.operator(), async move |tx, cx| brand::actions::create(tx, cx, &new).await);
        let brand_id = made.await;
        (brand_id, Exchange::hs256(self.desk(), self.operator(), brand_id, slug).await)
    }

    /// A customer of the first brand, signed in by a token of the exchange.
    pub async fn customer(&self, sub: &str) -> Customer {
        self.customer_of(&self.exchange, sub).await
    }

    pub async fn customer_of(&self, exchange: &Exchange, sub: &str) -> Customer {
        let signed = exchange.token(sub, self.clock.now());
        let keyring = self.desk().keyring().clone();
        let entered = self.act(self.cx(Viewer::Anonymous), async move |tx, cx| {
            let client = session::Client::default();
            exchange_token::actions::verify_and_spend(tx, cx, &keyring, &signed, &client).await
        });
        let entered = entered.await;
        Customer {
            id: entered.customer_id,
            brand_id: entered.brand_id,
            sub: sub.to_owned(),
            client: Client::signed_in(self.address(), self.desk(), &entered.session),
        }
    }

    /// Opens a ticket in a customer's name, without the web.
    pub async fn ticket(&self, customer: &Customer, subject: &str) -> PublicId {
        self.ticket_with(customer, subject, "It does not work.").await
    }

    pub async fn ticket_with(&self, customer: &Customer, subject: &str, body: &str) -> PublicId {
        let viewer = self.viewer(customer).await;
        let body = Clean::field("body", body, limits::BODY_CHARS).expect("a body");
        let new = NewTicket {
            customer_id: None,
            category: "other".to_owned(),
            subject: Clean::line("subject", subject, limits::SUBJECT_CHARS).expect("a subject"),
            body: Body::by(&viewer, self.desk().keyring(), body),
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
        };
        let opened = self
            .act(self.cx(viewer), async move |tx, cx| ticket::actions::open(tx, cx, &new).await);
        opened.await.public_id
    }

    /// Who stands behind a signed-in browser.
    pub async fn viewer(&self, client: &Client) -> Viewer {
        let (hash, now) = (token::hash(&client.token().expect("a session")), self.clock.now());
        let found = self.desk().read(async move |rx| session::resolve(rx, &hash, now).await).await;
        found.expect("a look").map_or(Viewer::Anonymous, |(viewer, _)| viewer)
    }
}
