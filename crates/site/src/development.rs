use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::exchange_token::{DevelopmentCustomer, actions, view};
use proofdesk_http::{Form, Problem, Query, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;

use crate::sign_in::WantedIn;
use crate::view::{DemoCustomer, Development};
use crate::visit::{Visit, local, ok};
use crate::{Here, Page};

/// How many demo customers the page offers.
const OFFERED: u32 = 100;

/// `GET /development`: demo customers to sign in as, where the configuration allows it. At a brand's own host they are that brand's.
pub(crate) async fn show(visit: Visit, Query(wanted): Query<WantedIn>) -> Result<Response> {
    refuse_elsewhere(&visit)?;
    let address = visit.address.clone();
    let read = visit.app.desk().read(async move |rx| {
        view::development_customers_at(rx, address.as_deref(), OFFERED).await
    });
    let customers = read.await?;
    let page = visit.page(Here::SignIn, local(&wanted.to, "/"), None)?;
    let page = Page { path: page.leading_back("/development"), ..page };
    ok(&Development { page, customers: customers.into_iter().map(offered).collect() })
}

fn offered(customer: DevelopmentCustomer) -> DemoCustomer {
    DemoCustomer {
        name: customer.name.unwrap_or_else(|| customer.sub.clone()),
        uid: customer.uid.unwrap_or_default(),
        locale: customer.locale.as_deref().and_then(Locale::parse),
        id: customer.sub,
    }
}

#[derive(Deserialize)]
pub(crate) struct DevelopmentIn {
    /// The account's stable id.
    customer: String,
    /// Where they wanted to go.
    #[serde(default)]
    to: String,
}

/// `POST /development`: signs a token as the exchange would, and goes the way that a customer goes with it.
pub(crate) async fn sign(visit: Visit, Form(input): Form<DevelopmentIn>) -> Result<Response> {
    refuse_elsewhere(&visit)?;
    let (desk, customer) = (visit.app.desk().clone(), input.customer);
    let address = visit.address.clone();
    let token = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| {
            let address = address.as_deref();
            let customers = view::development_customers_at(tx, address, OFFERED).await?;
            let chosen = customers.into_iter().find(|one| one.sub == customer);
            let chosen = chosen.unwrap_or_else(|| DevelopmentCustomer {
                sub: customer.clone(),
                ..DevelopmentCustomer::default()
            });
            actions::sign_development_at(tx, cx, desk.keyring(), address, &chosen).await
        })
        .await?;
    let to = form_urlencoded::byte_serialize(local(&input.to, "/").as_bytes()).collect::<String>();
    Ok(Redirect::to(&format!("/exchange?token={token}&to={to}")).into_response())
}

fn refuse_elsewhere(visit: &Visit) -> Result<()> {
    if visit.app.config().development { Ok(()) } else { Err(Problem::new(Code::NotFound)) }
}
