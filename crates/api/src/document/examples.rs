//! Examples of whole bodies and answers, put together from those of their fields, so that none is forgotten and none
//! contradicts its schema. What a field looks like stands beside the field; where it does not, in `fields.json`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use utoipa::openapi::path::Operation;
use utoipa::openapi::{Content, OpenApi, RefOr};

use super::operations;

/// References into references; ours end long before.
const DEPTH: usize = 16;
const REFERENCE: &str = "#/components/schemas/";

/// By `Schema.field`, or `*.field` for every schema that has one.
static FIELDS: &str = include_str!("fields.json");

struct Composer {
    schemas: Value,
    fields: BTreeMap<String, Value>,
}

/// Gives every JSON body and every JSON answer to what was asked an example.
pub(super) fn add(document: &mut OpenApi) {
    let schemas = document.components.as_ref().map(|components| &components.schemas);
    let composer = Composer {
        schemas: serde_json::to_value(schemas).unwrap_or_default(),
        fields: serde_json::from_str(FIELDS).unwrap_or_default(),
    };
    for item in document.paths.paths.values_mut() {
        for (_, operation) in operations(item) {
            composer.complete(operation);
        }
    }
}

impl Composer {
    fn complete(&self, operation: &mut Operation) {
        if let Some(RefOr::T(body)) = &mut operation.request_body {
            self.fill(body.content.iter_mut());
        }
        for (status, response) in &mut operation.responses.responses {
            if status.starts_with('2')
                && let RefOr::T(response) = response
            {
                self.fill(response.content.iter_mut());
            }
        }
    }

    fn fill<'a>(&self, contents: impl Iterator<Item = (&'a String, &'a mut RefOr<Content>)>) {
        for (_, content) in contents.filter(|(media, _)| media.ends_with("json")) {
            let RefOr::T(content) = content else { continue };
            if content.example.is_some() || !content.examples.is_empty() {
                continue;
            }
            let schema = serde_json::to_value(&content.schema).unwrap_or_default();
            content.example = self.compose(&schema, "", DEPTH);
        }
    }

    /// An example of a schema that stands at `place`; `None` where nobody said what it looks like.
    fn compose(&self, schema: &Value, place: &str, depth: usize) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        if let Some(known) = self.known(place) {
            // A list's field tells of its items.
            let wraps = schema["type"] == "array" && !known.is_array();
            return Some(if wraps { json!([known]) } else { known.clone() });
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|to| to.strip_prefix(REFERENCE)) {
            return self.compose(self.schemas.get(name)?, name, depth);
        }
        if let Some(told) = told(schema) {
            return Some(told);
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(choices) = schema[choice].as_array() {
                let mut choices = choices.iter().filter(|choice| choice["type"] != "null");
                return choices.find_map(|choice| self.compose(choice, place, depth));
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts = parts.iter().filter_map(|part| self.compose(part, place, depth));
            let objects = parts.filter_map(|part| part.as_object().cloned());
            return Some(Value::Object(objects.flatten().collect()));
        }
        self.plain(schema, place, depth)
    }

    fn plain(&self, schema: &Value, place: &str, depth: usize) -> Option<Value> {
        match kind(schema) {
            "object" => Some(Value::Object(self.object(schema, place, depth))),
            "array" => {
                let items = &schema["items"];
                // An example of the whole list is described at its items.
                let is_whole = |item: &Value| item.is_array() && kind(items) != "array";
                Some(match self.compose(items, place, depth) {
                    Some(whole) if is_whole(&whole) => whole,
                    Some(item) => json!([item]),
                    None => json!([]),
                })
            }
            "boolean" => Some(json!(false)),
            "integer" | "number" => Some(json!(schema["minimum"].as_i64().unwrap_or(1).max(1))),
            "string" => match schema["format"].as_str()? {
                "uuid" => Some(json!("0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a")),
                "date-time" => Some(json!("2026-11-21T01:23:45Z")),
                _ => None,
            },
            _ => None,
        }
    }

    fn object(&self, schema: &Value, place: &str, depth: usize) -> Map<String, Value> {
        let mut object = Map::new();
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(value) = self.compose(field, &format!("{place}.{name}"), depth) {
                object.insert(name.clone(), value);
            }
        }
        object
    }

    fn known(&self, place: &str) -> Option<&Value> {
        let field = place.rsplit_once('.').map(|(_, field)| format!("*.{field}"));
        self.fields.get(place).or_else(|| self.fields.get(&field?))
    }
}

/// What the schema says of itself.
fn told(schema: &Value) -> Option<Value> {
    let first = |key: &str| schema[key].as_array().and_then(|all| all.first()).cloned();
    let value = first("examples").or_else(|| schema.get("example").cloned());
    value.or_else(|| schema.get("const").cloned()).or_else(|| first("enum"))
}

/// The type of a schema, `null` left aside.
fn kind(schema: &Value) -> &str {
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
        kind => kind.as_str(),
    };
    let has_fields = schema["properties"].is_object();
    kinds.unwrap_or(if has_fields { "object" } else { "" })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    /// What stands in the table is used: a field that is gone takes its line along.
    #[test]
    fn every_line_of_the_table_names_a_field() {
        let document = serde_json::to_value(super::super::openapi()).unwrap();
        let fields: BTreeMap<String, Value> = serde_json::from_str(FIELDS).unwrap();
        let text = document["components"]["schemas"].to_string();
        for place in fields.keys() {
            let mut parts = place.split('.');
            let (schema, field) = (parts.next().unwrap(), parts.next_back());
            let is_there = schema == "*" || document["components"]["schemas"][schema].is_object();
            assert!(is_there, "{place}: no such schema");
            let named = field.is_none_or(|field| text.contains(&format!("\"{field}\":")));
            assert!(named, "{place}: no such field");
        }
    }

    /// A whole body, out of its fields.
    #[test]
    fn a_body_is_put_together_from_its_fields() {
        let document = serde_json::to_value(super::super::openapi()).unwrap();
        let body = &document["paths"]["/api/v1/live/signals"]["post"]["requestBody"];
        let example = &body["content"]["application/json"]["example"];
        assert_eq!(example["ticket"], "PD-1C9K-7QXM-4");
        assert!(example["kind"].is_string());
    }
}
