use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::exchange_token::{DevelopmentCustomer, actions, view};
use proofdesk_http::{Form, Problem, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;

use crate::Here;
use crate::view::{DemoCustomer, Development};
use crate::visit::{Visit, ok};

/// How many demo customers the page offers.
const OFFERED: u32 = 100;

/// `GET /development`: demo customers to sign in as, where the configuration allows it.
pub(crate) async fn show(visit: Visit) -> Result<Response> {
    refuse_elsewhere(&visit)?;
    let customers = visit
        .app
        .desk()
        .read(async move |rx| view::development_customers(rx, OFFERED).await)
        .await?;
    let page = visit.page(Here::SignIn, "/development", None)?;
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
}

/// `POST /development`: signs a token as the exchange would, and goes the way that a customer goes with it.
pub(crate) async fn sign(visit: Visit, Form(input): Form<DevelopmentIn>) -> Result<Response> {
    refuse_elsewhere(&visit)?;
    let desk = visit.app.desk().clone();
    let token = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| {
            let customers = view::development_customers(tx, OFFERED).await?;
            let chosen = customers.into_iter().find(|one| one.sub == input.customer);
            let chosen = chosen.unwrap_or_else(|| DevelopmentCustomer {
                sub: input.customer.clone(),
                ..DevelopmentCustomer::default()
            });
            actions::sign_development(tx, cx, desk.keyring(), &chosen).await
        })
        .await?;
    Ok(Redirect::to(&format!("/exchange?token={token}")).into_response())
}

fn refuse_elsewhere(visit: &Visit) -> Result<()> {
    if visit.app.config().development { Ok(()) } else { Err(Problem::new(Code::NotFound)) }
}
