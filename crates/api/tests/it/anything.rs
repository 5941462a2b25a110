//! Requests of every shape at every operation, right and wrong: no answer is a failure, and none is outside of the document.

use proofdesk_desk::MIGRATIONS;
use proofdesk_desk::id::PublicId;
use proofdesk_store::testing;
use serde_json::{Map, Value, json};

use crate::client::{Person, World};
use crate::conformance::DOCUMENT;

const ROUNDS: usize = 6;
/// Connections that stay, and what would end the asker's own session.
const LEFT_OUT: &[&str] = &[
    "open_live",
    "stream_live",
    "sign_out",
    "end_session",
    "end_sessions_of_member",
    "verify_log",
];
const NASTY: &[&str] = &[
    "",
    " ",
    "\0",
    "a\0b",
    "null",
    "é",
    "e\u{301}",
    "👩‍👩‍👧",
    "\u{202e}",
    "<script>",
    "' or 1=1 --",
    "%00",
    "../..",
    "-1",
    "99999999999999999999",
    "2026-11-21T01:23:45Z",
    "-009999-01-02T01:59:59Z",
    "9999-12-30T22:00:00Z",
    "ada@example.com",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "*",
    "ticket.*",
    "https://a.b/",
];

/// Small pseudo-random numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn nasty(&mut self) -> String {
        match self.roll(NASTY.len() + 1) {
            n if n < NASTY.len() => NASTY[n].to_owned(),
            _ => "x".repeat(60_000),
        }
    }

    /// A value of the schema, or now and then something else.
    fn value(&mut self, schema: &Value, known: &[String]) -> Value {
        if self.roll(20) == 0 {
            return match self.roll(6) {
                0 => Value::Null,
                1 => json!(-1),
                2 => json!([]),
                3 => json!({"a": 1}),
                4 => json!(true),
                _ => json!(self.nasty()),
            };
        }
        let schema = match schema["$ref"].as_str() {
            Some(reference) => DOCUMENT.pointer(&reference[1..]).unwrap(),
            None => schema,
        };
        if let Some(choices) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            let choice = self.roll(choices.len());
            return self.value(&choices[choice], known);
        }
        if let Some(words) = schema["enum"].as_array() {
            return words[self.roll(words.len())].clone();
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds[self.roll(kinds.len())].as_str().unwrap_or("null"),
            kind => kind.as_str().unwrap_or("object"),
        };
        match kind {
            "null" => Value::Null,
            "boolean" => json!(self.roll(2) == 0),
            "integer" => {
                [json!(0), json!(1), json!(7), json!(i64::MAX), json!(9_007_199_254_740_991_i64)]
                    [self.roll(5)]
                .clone()
            }
            "array" => (0..self.roll(4)).map(|_| self.value(&schema["items"], known)).collect(),
            "object" => self.object(schema, known),
            _ => self.text(schema, known),
        }
    }

    fn object(&mut self, schema: &Value, known: &[String]) -> Value {
        let mut object = Map::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let is_required =
                schema["required"].as_array().is_some_and(|names| names.contains(&json!(name)));
            if is_required || self.roll(2) == 0 {
                object.insert(name.clone(), self.value(property, known));
            }
        }
        if schema["additionalProperties"].is_object() {
            let names = [json!("ticket.read"), json!("role.manage"), json!("nonsense")];
            let name = names[self.roll(3)].as_str().unwrap().to_owned();
            object.insert(name, self.value(&schema["additionalProperties"], known));
        }
        Value::Object(object)
    }

    fn text(&mut self, schema: &Value, known: &[String]) -> Value {
        match (schema["format"].as_str(), self.roll(3)) {
            (Some("uuid"), 0) => json!("0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a"),
            (Some("uuid"), _) if !known.is_empty() => json!(known[self.roll(known.len())]),
            (Some("date-time"), _) => json!(
                [
                    "2027-03-01T00:00:00Z",
                    "1969-12-31T23:59:59.999999Z",
                    "2026-11-21T01:23:45+05:30"
                ][self.roll(3)]
            ),
            (_, 0) => json!(self.nasty()),
            _ => schema["examples"][0]
                .as_str()
                .map_or_else(|| json!("deposits"), |example| json!(example)),
        }
    }

    fn parameter(&mut self, schema: &Value, known: &[String]) -> String {
        match self.value(schema, known) {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Every id that an answer speaks of.
fn collect(value: &Value, known: &mut Vec<String>) {
    match value {
        Value::String(text)
            if text.len() == 36 && text.matches('-').count() == 4 && !known.contains(text) =>
        {
            known.push(text.clone());
        }
        Value::Array(list) => list.iter().for_each(|value| collect(value, known)),
        Value::Object(map) => map.values().for_each(|value| collect(value, known)),
        _ => {}
    }
}

/// A request as it is about to be sent.
struct Request {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

fn operations() -> Vec<(String, String, Value)> {
    DOCUMENT["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            let item = item.as_object().unwrap();
            item.iter()
                .map(|(method, operation)| (method.to_uppercase(), path.clone(), operation.clone()))
        })
        .filter(|(_, _, operation)| !LEFT_OUT.contains(&operation["operationId"].as_str().unwrap()))
        .collect()
}

impl Dice {
    /// A request for the operation, right in most of its parts.
    fn request(
        &mut self,
        method: &str,
        template: &str,
        operation: &Value,
        tickets: &[String],
        known: &[String],
    ) -> Request {
        let (mut path, mut query, mut headers) = (template.to_owned(), Vec::new(), Vec::new());
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            let is_ticket =
                parameter["schema"]["$ref"].as_str().is_some_and(|r| r.ends_with("TicketNumber"));
            let text = match is_ticket && self.roll(4) > 0 {
                true => tickets[self.roll(tickets.len())].clone(),
                false => self.parameter(&parameter["schema"], known),
            };
            let tag = ["\"1\"", "\"2\"", "*", "nonsense"][self.roll(4)];
            match parameter["in"].as_str().unwrap() {
                "path" if text.is_empty() => path = path.replace(&format!("{{{name}}}"), "x"),
                "path" => path = path.replace(&format!("{{{name}}}"), &encoded(&text)),
                "query" if self.roll(2) == 0 => query.push(format!("{name}={}", encoded(&text))),
                "header" if name == "if-match" => headers.push((name.to_owned(), tag.to_owned())),
                "header" if self.roll(2) == 0 => headers.push((name.to_owned(), encoded(&text))),
                _ => {}
            }
        }
        let body = self.body(operation, known, &mut headers);
        headers.retain(|(_, value)| value.len() < 8_000);
        let target = if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) };
        Request { method: method.to_owned(), target, headers, body }
    }

    /// A body, now and then cut off or without its type.
    fn body(
        &mut self,
        operation: &Value,
        known: &[String],
        headers: &mut Vec<(String, String)>,
    ) -> String {
        let content = operation["requestBody"]["content"]
            .as_object()
            .and_then(|content| content.iter().next());
        let Some((media, content)) = content else { return String::new() };
        let mut body = self.value(&content["schema"], known).to_string();
        if self.roll(20) == 0 {
            body.truncate(body.floor_char_boundary(body.len() / 2));
        }
        if self.roll(20) > 0 {
            headers.push(("content-type".to_owned(), media.clone()));
        }
        body
    }
}

async fn ask_anything(person: &Person<'_>, tickets: &[String], seed: u64) {
    let (mut dice, mut known, operations) = (Dice(seed), Vec::new(), operations());
    for _ in 0..ROUNDS {
        for (method, template, operation) in &operations {
            let Request { method, target, headers, body } =
                dice.request(method, template, operation, tickets, &known);
            if target.len() > 60_000 {
                continue;
            }
            let headers: Vec<(&str, &str)> =
                headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let answer = person.send(&method, &target, &headers, body.clone().into_bytes()).await;
            assert!(answer.status < 500, "{method} {target} {headers:?} {body}: {:#}", answer.body);
            collect(&answer.body, &mut known);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_anybody_sends_is_a_failure() {
    for db in testing::both(MIGRATIONS).await {
        anybody(World::on(db).await).await;
    }
}

async fn anybody(world: World) {
    let (admin, customer) = (world.admin().await, world.customer("ada-42", "Ada King").await);
    let new = json!({"category": "other", "subject": "Anything", "body": "goes"});
    let mut tickets = vec![PublicId::from_bits(7).to_string()];
    for _ in 0..3 {
        tickets.push(
            customer.post("/api/v1/tickets", new.clone()).await.expect(201)["id"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    }
    ask_anything(&customer, &tickets, 1).await;
    ask_anything(&world.nobody(), &tickets, 2).await;
    ask_anything(&admin, &tickets, 3).await;
}
