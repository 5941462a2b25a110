//! The one box of the start page: whatever is put into it is read, and leads to the articles and the form that fit.

mod fitting;

use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::code::Code;
use proofdesk_desk::evidence::{self, Item};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::view::{Filter, list};
use proofdesk_desk::{Error, category, form, limits};
use proofdesk_http::{Form, Problem, Result};
use serde::Deserialize;

use crate::help::search::{address_of as search_address, fitting};
use crate::ticket::{choices, own, row};
use crate::view::{Answered, Fact, Field, LeakGroup, Recognised, Standing, TicketRow};
use crate::visit::{Visit, html};
use crate::{Here, Page};

/// Tickets that mention the same.
const SHOWN: u32 = 5;
/// Kinds by which a ticket is found again.
const SOUGHT: &[&str] = &["tx", "address", "link", "order", "uid"];

#[derive(Deserialize)]
pub(crate) struct QuestionIn {
    #[serde(default)]
    question: String,
}

/// `POST /question`
pub(crate) async fn answer(
    visit: Visit,
    form: std::result::Result<Form<QuestionIn>, Problem>,
) -> Result<Response> {
    let input = match form {
        Ok(Form(input)) => input,
        // Longer than can be read, and than anybody asks: the box says so, instead of a page without one.
        Err(problem) if problem.code() == Code::BodyTooLarge => {
            let limit = vec![("limit", limits::BODY_CHARS.to_string())];
            let error = Error::field_with("question", Code::FieldTooLong, limit);
            let error = visit.field_error("question", Some(error));
            return crate::home::page(&visit, Field { value: String::new(), error }).await;
        }
        Err(problem) => return Err(problem),
    };
    let page = visit.page(Here::Elsewhere, "/", None)?;
    let text = match Clean::field("question", &input.question, limits::BODY_CHARS) {
        Ok(text) => text,
        Err(error) => {
            let error = visit.field_error("question", Some(error));
            return crate::home::page(&visit, Field { value: input.question, error }).await;
        }
    };
    let items = evidence::find(text.as_str());
    let tickets = mentioned(&visit, &text, &items).await?;
    // Evidence is about one's own money: no article answers it.
    let is_question = !is_sought(&items) && text.findings().is_empty();
    let articles = if is_question { fitting(&visit, text.as_str()).await? } else { Vec::new() };
    let brand_id = visit.brand.id;
    let offered =
        visit.app.desk().read(async move |rx| category::view::list(rx, brand_id).await).await?;
    let offered = choices(&page, offered);
    let (fitting, others) = fitting::part(&page, &text, &items, offered);
    html(
        StatusCode::OK,
        &Answered {
            recognised: recognised(&page, &items),
            uid_differs: uid_differs(&visit, &items),
            leak: leak(&page, &text),
            leaked: leaked(&text),
            more: search_address(visit.edge.locale, text.as_str()),
            text: text.as_str().to_owned(),
            articles,
            tickets,
            fitting,
            others,
            page,
        },
    )
}

/// Says whether something was recognised by which a ticket is found again.
fn is_sought(items: &[Item]) -> bool {
    items.iter().any(|item| SOUGHT.contains(&item.kind.as_str()))
}

/// One's own tickets in which the same hash, address or number stands.
async fn mentioned(visit: &Visit, text: &Clean, items: &[Item]) -> Result<Vec<TicketRow>> {
    if visit.own.is_none() || !is_sought(items) {
        return Ok(Vec::new());
    }
    let (viewer, typed) = (visit.asker.viewer.clone(), text.as_str().to_owned());
    let read = visit.app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let filter = Filter { evidence: Some(typed.clone()), limit: SHOWN, ..Filter::default() };
        list(rx, &viewer, &scope, &filter).await
    });
    Ok(read.await?.into_iter().map(row).collect())
}

fn recognised(page: &Page, items: &[Item]) -> Vec<Recognised> {
    let told = own::recognised(page, items);
    let items = items.iter().filter(|item| own::is_told(item));
    let recognised = told.into_iter().zip(items).map(|(fact, item)| Recognised {
        said: said(&fact, item),
        networks: networks(page, item),
        fact,
    });
    recognised.collect()
}

/// What the check of a hash or address means; of an amount there is nothing to say.
fn said(fact: &Fact, item: &Item) -> Option<&'static str> {
    match fact.standing {
        Standing::Checked => Some("evidence-checked"),
        Standing::Shape if matches!(item.kind.as_str(), "tx" | "address") => Some("evidence-shape"),
        _ => None,
    }
}

/// The networks on which it can exist, by name where they are few.
fn networks(page: &Page, item: &Item) -> Option<String> {
    const FEW: usize = 4;
    if item.kind.as_str() == "amount" {
        return None;
    }
    let names: Vec<String> = item
        .networks
        .iter()
        .map(|network| form::network_name(network.as_str()).to_owned())
        .collect();
    match names.len() {
        0 => None,
        1..=FEW => Some(page.t1("question-network", "network", page.list(&names))),
        count => Some(page.t1("question-networks", "count", count)),
    }
}

fn uid_differs(visit: &Visit, items: &[Item]) -> bool {
    let own = visit.own.as_ref().and_then(|own| own.uid.as_deref());
    items.iter().any(|item| evidence::is_not_own(item, own))
}

/// What to do about a secret that was typed; it was hidden before anything read the text.
fn leak(page: &Page, text: &Clean) -> Option<(String, Vec<&'static str>)> {
    let kinds = text.findings().iter().map(|finding| finding.kind.as_str());
    let (what, groups) = own::secrets(page, kinds)?;
    Some((what, groups.into_iter().map(LeakGroup::advice).collect()))
}

fn leaked(text: &Clean) -> String {
    let certain = text.findings().iter().filter(|finding| finding.certain);
    certain.map(|finding| finding.kind.as_str()).collect::<Vec<_>>().join(",")
}
