//! Making payloads speak: the current kinds by their structs, older versions lifted to them, the rest kept as they are.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Payload;
use super::view::Event;

/// Lifts a payload of one kind from version `from` to `from + 1`: pure, and as frozen as the payload it makes.
#[derive(Clone, Copy, Debug)]
pub struct Upcaster {
    pub kind: &'static str,
    pub from: i64,
    /// `None` when the payload is not one of that version.
    pub lift: fn(Value) -> Option<Value>,
}

/// What an event says, as far as this version of the desk understands it.
#[derive(Clone, Debug, PartialEq)]
pub enum Said<P> {
    Known(P),
    /// The payload was erased.
    Erased,
    /// Another kind, a version of another time, or no payload of its kind: shown as it is.
    Unknown(Unknown),
}

/// A payload that this version of the desk does not understand.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    pub kind: String,
    pub v: i64,
    /// `Value::Null` when it is not even JSON.
    pub payload: Value,
}

/// Reads an event's payload as `P`, lifting older versions by `upcasters`, whose order does not matter.
pub fn read<P: Payload + DeserializeOwned>(event: &Event, upcasters: &[Upcaster]) -> Said<P> {
    let Some(bytes) = &event.payload else { return Said::Erased };
    let stored = serde_json::from_slice(bytes).unwrap_or(Value::Null);
    let lifted =
        if event.kind == P::KIND { lift(stored.clone(), event, P::V, upcasters) } else { None };
    match lifted.and_then(|value| serde_json::from_value(value).ok()) {
        Some(payload) => Said::Known(payload),
        None => Said::Unknown(Unknown { kind: event.kind.clone(), v: event.v, payload: stored }),
    }
}

/// The payload of an event of this kind and of today's version; `None` for another one, and for one that was erased.
pub(crate) fn known<P: Payload + DeserializeOwned>(event: &Event) -> Option<P> {
    let is_it = event.kind == P::KIND && event.v == P::V;
    serde_json::from_slice(event.payload.as_deref().filter(|_| is_it)?).ok()
}

fn lift(payload: Value, event: &Event, to: i64, upcasters: &[Upcaster]) -> Option<Value> {
    if event.v > to {
        return None;
    }
    (event.v..to).try_fold(payload, |payload, from| {
        let step = upcasters.iter().find(|step| step.kind == event.kind && step.from == from)?;
        (step.lift)(payload)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{EventId, Id as _};
    use crate::time::Timestamp;
    use serde::{Deserialize, Serialize};
    use serde_json::json;

    /// A kind that has been through three versions: `name`, then `names`, then `names` with `formal`.
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Greeted {
        names: Vec<String>,
        formal: bool,
    }

    impl Payload for Greeted {
        const KIND: &'static str = "test.greeted";
        const V: i64 = 3;
    }

    const UPCASTERS: &[Upcaster] = &[
        Upcaster {
            kind: "test.greeted",
            from: 2,
            lift: |old| Some(json!({ "names": old.get("names")?, "formal": false })),
        },
        Upcaster {
            kind: "test.greeted",
            from: 1,
            lift: |old| Some(json!({ "names": [old.get("name")?] })),
        },
    ];

    fn event(kind: &str, v: i64, payload: Option<&str>) -> Event {
        Event {
            id: EventId::from_uuid(uuid::Uuid::nil()),
            stream: "organisation".to_owned(),
            seq: 1,
            at: Timestamp::from_micros(0),
            actor: "operator".to_owned(),
            kind: kind.to_owned(),
            v,
            payload: payload.map(|text| text.as_bytes().to_vec()),
        }
    }

    #[test]
    fn every_version_speaks_and_the_unknown_is_kept() {
        let ada = |formal| Said::Known(Greeted { names: vec!["Ada".to_owned()], formal });
        let kept =
            |kind: &str, v, payload| Said::Unknown(Unknown { kind: kind.to_owned(), v, payload });
        for (event, said) in [
            (event("test.greeted", 1, Some(r#"{"name":"Ada"}"#)), ada(false)),
            (event("test.greeted", 2, Some(r#"{"names":["Ada"]}"#)), ada(false)),
            (event("test.greeted", 3, Some(r#"{"names":["Ada"],"formal":true}"#)), ada(true)),
            (
                event("test.greeted", 4, Some(r#"{"a":1}"#)),
                kept("test.greeted", 4, json!({"a": 1})),
            ),
            (
                event("test.greeted", 0, Some(r#"{"a":1}"#)),
                kept("test.greeted", 0, json!({"a": 1})),
            ),
            (
                event("test.greeted", 1, Some(r#"{"a":1}"#)),
                kept("test.greeted", 1, json!({"a": 1})),
            ),
            (event("test.left", 1, Some(r#"{"a":1}"#)), kept("test.left", 1, json!({"a": 1}))),
            (event("test.left", 1, Some("no json")), kept("test.left", 1, Value::Null)),
            (event("test.greeted", 1, None), Said::Erased),
        ] {
            assert_eq!(read::<Greeted>(&event, UPCASTERS), said, "{event:?}");
        }
    }
}
