//! What the document says of the same request sent again: the header on exactly those operations that honour it, and a
//! sentence where a key has no effect or is refused.

use proofdesk_desk::code::Code;
use proofdesk_desk::limits;
use proofdesk_http::{Repeat, Route};
use serde_json::Value;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Required, Response};

pub(super) const HEADER: &str = "idempotency-key";

/// Tells what a key does for an operation.
pub(super) fn tell(operation: &mut Operation, route: &Route) {
    match route.repeat {
        Repeat::SameAnswer => offer(operation, ANSWERED_AGAIN),
        Repeat::ShownOnce => {
            offer(operation, SHOWN_ONCE);
            add_refusal(operation);
        }
        Repeat::NoEffect("") => {}
        Repeat::NoEffect(reason) => {
            add(operation, &format!("An `{HEADER}` has no effect here. {reason}"));
        }
        Repeat::Refused => add(
            operation,
            &format!(
                "An `{HEADER}` is refused (`{}`): what comes again is stored again. An upload in pieces \
                 (`POST /api/v1/uploads`) can be begun again and goes on where it was cut off.",
                Code::IdempotencyRefused.as_str()
            ),
        ),
    }
}

const ANSWERED_AGAIN: &str = "Chosen by the client, best a UUID: the same request with the same key within a day is one \
    act and gets the same answer, marked by `idempotency-replayed: true`.";
const SHOWN_ONCE: &str = "Chosen by the client, best a UUID: the same request with the same key within a day is one act. \
    Its answer is shown once and not kept, so that a repeat gets `answer-shown-once`.";

fn offer(operation: &mut Operation, description: &str) {
    operation.parameters.get_or_insert_default().push(RefOr::T(header(description)));
}

fn header(description: &str) -> Parameter {
    let schema = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(limits::IDEMPOTENCY_KEY_CHARS))
        .pattern(Some("^[!-~]+$"));
    ParameterBuilder::new()
        .name(HEADER)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(schema))
        .example(Some(Value::from("0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a")))
        .build()
}

/// A sentence behind whatever the handler says of itself.
fn add(operation: &mut Operation, sentence: &str) {
    let own = operation.description.take().unwrap_or_default();
    let between = if own.is_empty() { "" } else { "\n\n" };
    operation.description = Some(format!("{own}{between}{sentence}"));
}

/// A repeat of what is shown once conflicts with what was done.
fn add_refusal(operation: &mut Operation) {
    const DONE: &str =
        "The same request was made with this key before, and its answer was shown once.";
    let conflict = operation.responses.responses.entry("409".to_owned());
    let response = conflict.or_insert_with(|| RefOr::T(Response::new("")));
    if let RefOr::T(response) = response {
        let between = if response.description.is_empty() { "" } else { " Or: " };
        response.description = format!("{}{between}{DONE}", response.description);
    }
}
