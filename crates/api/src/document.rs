//! The OpenAPI document. Handlers describe what is their own; what every operation has in common is added here from the
//! route table, so that it cannot be forgotten: who may come in, and which refusals can come back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use axum::http::{Method, header};
use axum::response::IntoResponse;
use proofdesk_http::{Access, Body, FieldProblemOut, ProblemOut, Route, Routes};
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::schema::{AdditionalProperties, ArrayItems};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    ContentBuilder, OpenApi as Description, Ref, RefOr, Response, ResponseBuilder, Schema,
};

mod examples;
mod repeats;

use crate::jobs::JobState;
use crate::params::{Cursor, FilterText, Limit, Seq};
use crate::wire::{Moment, PriorityWord, QueueWord, RiskWord, TagText, TicketNumber};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Proofdesk",
        version = "1",
        description = "Support for people whose money is somewhere else.\n\n\
            Everything is JSON in snake_case, times are RFC 3339 in UTC, unknown fields and parameters are refused. \
            Refusals are problem details (RFC 9457) with a stable `code`. Lists come in pages: send `next_cursor` back as \
            `cursor`; the list of tickets goes back too. What can be changed by two carries an `ETag`: send it back as `If-Match`. One that cannot be read, an \
            empty one too, is refused (`header-invalid`) and not taken for none.\n\n\
            A POST that names the header `idempotency-key` is done once however often it is sent with the same key within \
            a day. Others say that a key has no effect, or refuse it (`idempotency-refused`). PUT, PATCH and DELETE do the \
            same twice as once, so that a key has no effect on them.\n\n\
            Programs send an API token as `Authorization: Bearer pda_…`. Browsers have the session's cookie, and add \
            the CSRF token of `GET /api/v1/me` as `x-csrf-token` to everything but GET.\n\n\
            What is no HTTP, an address of more than 64 KiB and a head that is too long are refused by the connection itself: \
            400, 414 and 431, without a body.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/", description = "The desk itself.")),
    // Those of parameters alone are not collected from the operations.
    components(schemas(
        ProblemOut, FieldProblemOut, Cursor, FilterText, JobState, Limit, Moment, PriorityWord, QueueWord, RiskWord,
        Seq, TagText, TicketNumber,
    )),
    paths(serve),
    tags(
        (name = "me", description = "Whoever asks: profile, password, second factor."),
        (name = "session", description = "Signing in and out, sessions, one-time links."),
        (name = "guard", description = "Texts looked at before they are sent."),
        (name = "tickets", description = "Tickets with their messages, timeline, tags and queues."),
        (name = "attachments", description = "Files: sealed at rest, shown only to whom may see their ticket."),
        (name = "customers", description = "Customers, their personal fields masked."),
        (name = "venue", description = "What holds for everybody at the exchange."),
        (name = "exchange", description = "What the exchange tells by itself, and how long what came in lies here unread."),
        (name = "notifications", description = "What customers are told of their tickets, and whether it reached them."),
        (name = "live", description = "What happens, as it happens."),
        (name = "staff", description = "Members of staff."),
        (name = "roles", description = "Roles, and the permissions that they grant."),
        (name = "teams", description = "Teams and skills."),
        (name = "views", description = "Saved views: filters with names, for oneself, a team or everybody."),
        (name = "macros", description = "Replies that are written once, with what is done to the ticket when they are sent."),
        (name = "help", description = "Articles of the help centre, its sections and its glossary."),
        (name = "brands", description = "Brands, their categories, and the exchange's keys."),
        (name = "departments", description = "Departments without a seat, which are asked about tickets by mail."),
        (name = "tokens", description = "API tokens."),
        (name = "webhooks", description = "What happens, pushed."),
        (name = "audit", description = "The log, its proofs, and its verification."),
        (name = "jobs", description = "Work in the background: what waits, runs or was given up, and walks over every stored text."),
        (name = "document", description = "This document."),
    )
)]
struct Base;

/// The document's own route.
pub fn routes() -> Routes {
    Routes::new().get("/api/v1/openapi.json", Access::Public, serve)
}

/// Shows this document.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", tag = "document", operation_id = "find_document",
    responses((status = 200, description = "The document, OpenAPI 3.1.", body = Object))
)]
async fn serve() -> impl IntoResponse {
    static JSON: LazyLock<String> = LazyLock::new(|| openapi().to_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], JSON.as_str())
}

/// Describes the API, OpenAPI 3.1.
pub fn openapi() -> Description {
    let mut document = Base::openapi();
    for part in [
        crate::account::document(),
        crate::app_push::Document::openapi(),
        crate::articles::Document::openapi(),
        crate::articles::files::Document::openapi(),
        crate::articles::texts::Document::openapi(),
        crate::attachments::Document::openapi(),
        crate::uploads::Document::openapi(),
        crate::audit::document(),
        crate::brands::Document::openapi(),
        crate::categories::Document::openapi(),
        crate::forms::Document::openapi(),
        crate::forms::overview::Document::openapi(),
        crate::help::Document::openapi(),
        crate::help::care::Document::openapi(),
        crate::help::gaps::Document::openapi(),
        crate::help::search::Document::openapi(),
        crate::constraints::Document::openapi(),
        crate::customers::Document::openapi(),
        crate::departments::Document::openapi(),
        crate::looks::Document::openapi(),
        crate::erasures::Document::openapi(),
        crate::exchange_events::Document::openapi(),
        crate::exchange_keys::Document::openapi(),
        crate::jobs::Document::openapi(),
        crate::links::Document::openapi(),
        crate::live::Document::openapi(),
        crate::macros::Document::openapi(),
        crate::macros::applied::Document::openapi(),
        crate::me::Document::openapi(),
        crate::health::Document::openapi(),
        crate::rescans::Document::openapi(),
        crate::notifications::Document::openapi(),
        crate::push_subscriptions::Document::openapi(),
        crate::roles::Document::openapi(),
        crate::sealed_input::Document::openapi(),
        crate::session::Document::openapi(),
        crate::sessions::Document::openapi(),
        crate::shifts::Document::openapi(),
        crate::sign_in_page::Document::openapi(),
        crate::skills::Document::openapi(),
        crate::availability::Document::openapi(),
        crate::staff::Document::openapi(),
        crate::statuses::Document::openapi(),
        crate::tags::Document::openapi(),
        crate::teams::Document::openapi(),
        crate::text_checks::Document::openapi(),
        crate::tickets::document(),
        crate::tokens::Document::openapi(),
        crate::transcripts::Document::openapi(),
        crate::views::Document::openapi(),
        crate::webhooks::document(),
    ] {
        document.merge(part);
    }
    add_security_schemes(&mut document);
    add_problems(&mut document);
    close_choices(&mut document);
    refer_to_items(&mut document);
    let table: BTreeMap<_, _> = crate::routes()
        .table()
        .into_iter()
        .map(|route| ((route.method, route.path), route))
        .collect();
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            if let Some(route) = table.get(&(method, path.as_str())) {
                repeats::tell(operation, route);
                complete(operation, route);
            }
        }
    }
    examples::add(&mut document);
    document
}

/// The operations of a path by method.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    [
        ("GET", item.get.as_mut()),
        ("POST", item.post.as_mut()),
        ("PUT", item.put.as_mut()),
        ("PATCH", item.patch.as_mut()),
        ("DELETE", item.delete.as_mut()),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation?)))
}

/// A refusal that many operations share.
struct Shared {
    status: u16,
    name: &'static str,
    description: &'static str,
}

const SHARED: &[Shared] = &[
    Shared {
        status: 400,
        name: "Malformed",
        description: "The request or a header of it cannot be read, or its cursor is not one of ours.",
    },
    Shared {
        status: 401,
        name: "Unproven",
        description: "Nobody is signed in, the session is over, or a proof is wrong or missing.",
    },
    Shared {
        status: 403,
        name: "Forbidden",
        description: "Whoever asks may not, or the request could come from another site.",
    },
    Shared {
        status: 404,
        name: "Missing",
        description: "There is no such thing for whoever asks.",
    },
    Shared {
        status: 408,
        name: "TooSlow",
        description: "The body came too slowly and was not read to its end. Nothing was changed.",
    },
    Shared {
        status: 409,
        name: "Elsewhere",
        description: "The ticket goes on in another one. It is to be done there.",
    },
    Shared { status: 413, name: "TooLarge", description: "The body is too large." },
    Shared { status: 415, name: "NotJson", description: "The body is not `application/json`." },
    Shared {
        status: 422,
        name: "Invalid",
        description: "A field or parameter is wrong; `errors` names it.",
    },
    Shared {
        status: 429,
        name: "TooMany",
        description: "Too many requests, failures, or a budget is spent. `Retry-After` tells how long to wait.",
    },
    Shared {
        status: 503,
        name: "Unavailable",
        description: "Not now: the database is busy, read-only or away.",
    },
    Shared { status: 507, name: "Full", description: "No space is left. Nothing was changed." },
];

/// Which of the shared refusals an operation can answer with.
fn shared_of(operation: &Operation, route: &Route) -> BTreeSet<u16> {
    let parameters = operation.parameters.as_deref().unwrap_or_default();
    let has = |place: ParameterIn| {
        parameters
            .iter()
            .any(|parameter| matches!(parameter, RefOr::T(own) if own.parameter_in == place))
    };
    let mut statuses = BTreeSet::from([400, 401, 403, 429, 503]);
    if has(ParameterIn::Path) {
        statuses.insert(404);
    }
    if has(ParameterIn::Query) || has(ParameterIn::Header) {
        statuses.insert(422);
    }
    match (operation.request_body.is_some(), route.body) {
        (true, Body::Stream) => statuses.extend([413, 422]),
        (true, _) => statuses.extend([408, 413, 415, 422]),
        (false, _) => {}
    }
    if route.method != Method::GET.as_str() {
        statuses.insert(507);
        if route.path.starts_with("/api/v1/tickets/{id}/") {
            statuses.insert(409);
        }
    }
    statuses
}

/// Adds what the route table knows: who may come in, and what can be refused.
fn complete(operation: &mut Operation, route: &Route) {
    for response in
        operation.responses.responses.iter_mut().filter(|(status, _)| is_refusal(status))
    {
        if let (_, RefOr::T(response)) = response {
            response
                .content
                .insert("application/problem+json".to_owned(), problem_content().into());
        }
    }
    let statuses = shared_of(operation, route);
    for shared in SHARED.iter().filter(|shared| statuses.contains(&shared.status)) {
        let key = shared.status.to_string();
        let reference = || RefOr::Ref(Ref::from_response_name(shared.name));
        operation.responses.responses.entry(key).or_insert_with(reference);
    }
    operation.security = Some(security(route));
}

fn is_refusal(status: &str) -> bool {
    status.starts_with('4') || status.starts_with('5')
}

fn problem_content() -> utoipa::openapi::Content {
    ContentBuilder::new().schema(Some(Ref::from_schema_name("ProblemOut"))).build()
}

/// How a request may prove who asks.
fn security(route: &Route) -> Vec<SecurityRequirement> {
    const NO_SCOPES: [&str; 0] = [];
    let bearer = SecurityRequirement::new("bearer", NO_SCOPES);
    let session = SecurityRequirement::new("session", NO_SCOPES);
    let session =
        if route.method == Method::GET.as_str() { session } else { session.add("csrf", NO_SCOPES) };
    let nobody = (route.access == Access::Public).then(SecurityRequirement::default);
    nobody.into_iter().chain([bearer, session]).collect()
}

fn add_security_schemes(document: &mut Description) {
    let components = document.components.get_or_insert_default();
    let key =
        |value: ApiKeyValue, place: fn(ApiKeyValue) -> ApiKey| SecurityScheme::ApiKey(place(value));
    let session =
        ApiKeyValue::with_description("__Host-proofdesk", "The cookie of `POST /api/v1/session`.");
    let csrf =
        ApiKeyValue::with_description("x-csrf-token", "The `csrf_token` of `GET /api/v1/me`.");
    let schemes = &mut components.security_schemes;
    schemes.insert("session".to_owned(), key(session, ApiKey::Cookie).into());
    schemes.insert("csrf".to_owned(), key(csrf, ApiKey::Header).into());
    schemes.insert(
        "bearer".to_owned(),
        SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)).into(),
    );
}

fn add_problems(document: &mut Description) {
    let components = document.components.get_or_insert_default();
    for shared in SHARED {
        let response: Response = ResponseBuilder::new()
            .description(shared.description)
            .content("application/problem+json", problem_content())
            .build();
        components.responses.insert(shared.name.to_owned(), response.into());
    }
}

/// Pages repeat the shape of their items; a reference says the same.
fn refer_to_items(document: &mut Description) {
    let components = document.components.get_or_insert_default();
    let names: BTreeSet<String> = components.schemas.keys().cloned().collect();
    for (name, schema) in &mut components.schemas {
        if let RefOr::T(Schema::Object(page)) = schema
            && let Some(item) = name.strip_prefix("Page_").filter(|item| names.contains(*item))
            && let Some(RefOr::T(Schema::Array(items))) = page.properties.get_mut("items")
        {
            items.items = ArrayItems::RefOrSchema(Box::new(Ref::from_schema_name(item).into()));
        }
    }
}

/// A choice by the name of its only field takes no other field beside it.
fn close_choices(document: &mut Description) {
    let components = document.components.get_or_insert_default();
    let choices = components.schemas.values_mut().filter_map(|schema| match schema {
        RefOr::T(Schema::OneOf(choice)) => Some(&mut choice.items),
        _ => None,
    });
    for choice in choices.flatten() {
        if let RefOr::T(Schema::Object(object)) = choice
            && object.properties.len() == 1
        {
            object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use proofdesk_http::Repeat;
    use serde_json::Value;

    use super::*;

    fn json() -> Value {
        serde_json::to_value(openapi()).unwrap()
    }

    /// Every operation as `(METHOD, path, operation)`.
    fn described(document: &Value) -> Vec<(String, String, Value)> {
        let mut all = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                all.push((method.to_uppercase(), path.clone(), operation.clone()));
            }
        }
        all
    }

    #[test]
    fn the_document_and_the_route_table_agree() {
        let table: BTreeSet<(String, String)> = crate::routes()
            .table()
            .into_iter()
            .filter(|route| route.path.starts_with("/api/v1/"))
            .map(|route| (route.method.to_owned(), route.path.to_owned()))
            .collect();
        let described: BTreeSet<(String, String)> =
            described(&json()).into_iter().map(|(method, path, _)| (method, path)).collect();
        assert_eq!(
            table.difference(&described).collect::<Vec<_>>(),
            Vec::<&(String, String)>::new(),
            "not described"
        );
        assert_eq!(
            described.difference(&table).collect::<Vec<_>>(),
            Vec::<&(String, String)>::new(),
            "not routed"
        );
    }

    #[test]
    fn every_operation_says_what_it_is() {
        let document = json();
        let tags: Vec<&str> = document["tags"]
            .as_array()
            .unwrap()
            .iter()
            .map(|tag| tag["name"].as_str().unwrap())
            .collect();
        let mut ids = BTreeSet::new();
        for (method, path, operation) in described(&document) {
            let name = format!("{method} {path}");
            let id = operation["operationId"].as_str().unwrap();
            assert!(ids.insert(id.to_owned()), "{id} stands there twice");
            assert!(
                operation["summary"].as_str().is_some_and(|summary| summary.ends_with('.')),
                "{name}"
            );
            let tag = operation["tags"][0].as_str().unwrap();
            assert!(tags.contains(&tag), "{name}: {tag}");
            let responses = operation["responses"].as_object().unwrap();
            assert!(
                responses.keys().any(|status| status.starts_with('2') || status == "101"),
                "{name}"
            );
            for (status, response) in responses.iter().filter(|(status, _)| is_refusal(status)) {
                let is_problem = response.get("$ref").is_some()
                    || response["content"].get("application/problem+json").is_some();
                assert!(is_problem, "{name}: {status}");
            }
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                assert!(parameter["schema"].is_object(), "{name}: {parameter}");
            }
        }
    }

    /// The route table says what a key does, and the document says the same: the header where it is honoured, a reason
    /// on every other POST, and nothing else.
    #[test]
    fn the_document_names_the_key_on_exactly_the_operations_that_honour_it() {
        let document = json();
        let table = crate::routes().table();
        let mut honoured = 0;
        for (method, path, operation) in described(&document) {
            let route = table.iter().find(|route| route.method == method && route.path == path);
            let (route, name) = (route.unwrap(), format!("{method} {path}"));
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let named = parameters.filter(|own| own["name"] == repeats::HEADER).count();
            let told = operation["description"].as_str().unwrap_or_default();
            let tells = told.contains(repeats::HEADER);
            match route.repeat {
                Repeat::SameAnswer | Repeat::ShownOnce => {
                    assert_eq!((named, tells), (1, false), "{name}");
                    assert_ne!(route.access, Access::Public, "{name}: whose key would it be?");
                    honoured += 1;
                }
                Repeat::NoEffect("") => {
                    assert_eq!((named, tells, method == "POST"), (0, false, false), "{name}");
                }
                Repeat::NoEffect(reason) => {
                    assert_eq!((named, tells), (0, true), "{name}");
                    assert!(told.ends_with(reason) && reason.ends_with('.'), "{name}");
                }
                Repeat::Refused => assert_eq!((named, tells), (0, true), "{name}"),
            }
        }
        assert!(honoured > 30, "{honoured}");
    }

    #[test]
    fn every_reference_leads_somewhere() {
        fn walk<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
            match value {
                Value::Object(map) => {
                    found.extend(map.get("$ref").and_then(Value::as_str));
                    map.values().for_each(|value| walk(value, found));
                }
                Value::Array(list) => list.iter().for_each(|value| walk(value, found)),
                _ => {}
            }
        }
        let document = json();
        let mut found = Vec::new();
        walk(&document, &mut found);
        assert!(found.len() > 100);
        for reference in found {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn what_comes_in_refuses_unknown_fields() {
        let document = json();
        for (method, path, operation) in described(&document) {
            let Some(reference) =
                operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str()
            else {
                continue;
            };
            let schema = document.pointer(reference.strip_prefix('#').unwrap()).unwrap();
            let closed = schema["additionalProperties"] == Value::Bool(false)
                || schema["oneOf"].as_array().is_some_and(|all| {
                    all.iter().all(|one| one["additionalProperties"] == Value::Bool(false))
                });
            assert!(closed, "{method} {path}: {reference}");
        }
    }
}
