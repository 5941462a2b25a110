//! A customer who is asked to prove who they are: what their ticket's page says of it, and the link in a mail, sent once more.

use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::identity::Level;
use proofdesk_desk::verification::{Standing, VerificationAsk, actions};
use proofdesk_http::{Form, Path, Result};

use super::{number, to_ticket};
use crate::view::{Proof, ProofWay};
use crate::visit::{Visit, YesIn};
use crate::{Notice, Page};

/// What the page of a ticket says of what its customer is asked to prove; `None` where nothing is asked just now.
pub(super) fn proof(
    visit: &Visit,
    page: &Page,
    latest: Option<VerificationAsk>,
    mails: bool,
) -> Option<Proof> {
    let ask = latest.filter(|ask| ask.standing(visit.cx().now) == Standing::Asked)?;
    let way = match (ask.wanted.level, mails) {
        (Level::SignedIn, _) => ProofWay::SignIn,
        (Level::Email, true) => ProofWay::Mail,
        (Level::Email, false) => ProofWay::OldMail,
        (Level::None, _) => return None,
    };
    let until = page.t1("proof-until", "time", page.time(&ask.until.micros()));
    Some(Proof { way, until })
}

/// `POST /tickets/{number}/proof-mails`
pub(crate) async fn mail(
    visit: Visit,
    Path(typed): Path<String>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let number = number(&typed)?;
    let asked = number.clone();
    let write = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| actions::mail_link(tx, cx, &asked).await);
    Ok(match write.await? {
        true => to_ticket(&number, &Notice::ProofMailed).into_response(),
        // Pressed on a page that is older than what became of it. The page of today says it.
        false => Redirect::to(&format!("/tickets/{number}")).into_response(),
    })
}
