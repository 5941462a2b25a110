//! The document for people: one page, made once from the same document that programs read. It needs no script.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use askama::Template;
use axum::http::header;
use axum::response::IntoResponse;
use proofdesk_http::{Access, Routes};
use serde_json::Value;

/// The tokens are shared with console and site, so they live outside this crate.
const TOKENS: &str = include_str!("../../../ui/shared/tokens.css");
const OWN: &str = include_str!("../assets/docs.css");
const REFERENCE: &str = "#/components/schemas/";

pub fn routes() -> Routes {
    Routes::new().get("/api/docs", Access::Public, page).get(
        "/api/docs/style.css",
        Access::Public,
        style,
    )
}

async fn page() -> impl IntoResponse {
    static HTML: LazyLock<String> = LazyLock::new(|| {
        let document = serde_json::to_value(crate::openapi()).unwrap_or_default();
        Page::new(&document).render().unwrap_or_default()
    });
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], HTML.as_str())
}

async fn style() -> impl IntoResponse {
    static CSS: LazyLock<String> = LazyLock::new(|| [TOKENS, OWN].concat());
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], CSS.as_str())
}

#[derive(Template)]
#[template(path = "docs.html")]
struct Page<'a> {
    title: &'a str,
    description: Vec<&'a str>,
    tags: Vec<Tag<'a>>,
    shapes: Vec<Shape<'a>>,
}

struct Tag<'a> {
    name: &'a str,
    description: &'a str,
    operations: Vec<Operation<'a>>,
}

struct Operation<'a> {
    id: &'a str,
    method: String,
    path: &'a str,
    summary: &'a str,
    description: &'a str,
    /// Who may come in, as the route table has it.
    who: String,
    parameters: Vec<Field<'a>>,
    body: Vec<Content<'a>>,
    answers: Vec<Answer<'a>>,
}

struct Answer<'a> {
    status: &'a str,
    description: &'a str,
    body: Vec<Content<'a>>,
}

struct Content<'a> {
    media: &'a str,
    shape: Vec<Part<'a>>,
    /// What somebody copies; empty when there is none.
    example: String,
}

/// A parameter, or a field of a shape.
struct Field<'a> {
    name: &'a str,
    /// Of a parameter: path, query or header.
    place: &'a str,
    required: bool,
    shape: Vec<Part<'a>>,
    description: &'a str,
}

/// A named shape.
struct Shape<'a> {
    name: &'a str,
    description: &'a str,
    shape: Vec<Part<'a>>,
    fields: Vec<Field<'a>>,
}

/// A piece of a type's description.
enum Part<'a> {
    Text(String),
    /// The name of another shape.
    Link(&'a str),
}

impl<'a> Page<'a> {
    fn new(document: &'a Value) -> Self {
        let who = whos();
        let mut operations: Vec<(&str, Operation<'_>)> = Vec::new();
        for (path, item) in entries(document.get("paths")) {
            for (method, operation) in entries(Some(item)) {
                let method = method.to_uppercase();
                let who = who.get(&(method.clone(), path)).cloned().unwrap_or_default();
                let tag = operation.pointer("/tags/0").and_then(Value::as_str).unwrap_or_default();
                operations.push((tag, Operation::new(document, operation, method, path, who)));
            }
        }
        let mut tags: Vec<Tag<'_>> = items(document.get("tags"))
            .map(|tag| Tag {
                name: text(tag, "name"),
                description: text(tag, "description"),
                operations: Vec::new(),
            })
            .collect();
        for (name, operation) in operations {
            if let Some(tag) = tags.iter_mut().find(|tag| tag.name == name) {
                tag.operations.push(operation);
            }
        }
        let description =
            document.pointer("/info/description").and_then(Value::as_str).unwrap_or_default();
        Self {
            title: document.pointer("/info/title").and_then(Value::as_str).unwrap_or_default(),
            description: description.split("\n\n").collect(),
            tags,
            shapes: entries(document.pointer("/components/schemas"))
                .map(|(name, schema)| Shape::new(name, schema))
                .collect(),
        }
    }
}

impl<'a> Operation<'a> {
    fn new(
        document: &'a Value,
        operation: &'a Value,
        method: String,
        path: &'a str,
        who: String,
    ) -> Self {
        let parameter = |parameter: &'a Value| Field {
            name: text(parameter, "name"),
            place: text(parameter, "in"),
            required: parameter.get("required") == Some(&Value::Bool(true)),
            shape: parameter.get("schema").map(parts).unwrap_or_default(),
            description: text(parameter, "description"),
        };
        let answer = |(status, response): (&'a str, &'a Value)| {
            let response = resolved(document, response);
            let mut body = contents(response);
            // Refusals all have one shape, which the page shows once.
            if !status.starts_with('2') {
                body.iter_mut().for_each(|content| content.example.clear());
            }
            Answer { status, description: text(response, "description"), body }
        };
        Self {
            id: text(operation, "operationId"),
            method,
            path,
            summary: text(operation, "summary"),
            description: text(operation, "description"),
            who,
            parameters: items(operation.get("parameters")).map(parameter).collect(),
            body: operation.get("requestBody").map(contents).unwrap_or_default(),
            answers: entries(operation.get("responses")).map(answer).collect(),
        }
    }
}

impl<'a> Shape<'a> {
    fn new(name: &'a str, schema: &'a Value) -> Self {
        let required: Vec<&str> = items(schema.get("required")).filter_map(Value::as_str).collect();
        let field = |(name, schema): (&'a str, &'a Value)| Field {
            name,
            place: "",
            required: required.contains(&name),
            shape: parts(schema),
            description: text(schema, "description"),
        };
        Self {
            name,
            description: text(schema, "description"),
            shape: parts(schema),
            fields: entries(schema.get("properties")).map(field).collect(),
        }
    }
}

/// Who may come in, by method and path.
fn whos() -> BTreeMap<(String, &'static str), String> {
    let who = |access| match access {
        Access::Public => "everybody".to_owned(),
        Access::AnySession => "whoever is signed in".to_owned(),
        Access::Customer => "customers".to_owned(),
        Access::Staff => "members of staff".to_owned(),
        Access::Permission(permission) => format!("members of staff with {permission}"),
        Access::CustomerOr(permission) => {
            format!("customers, for what is theirs, and members of staff with {permission}")
        }
    };
    let table = crate::routes().table().into_iter();
    table.map(|route| ((route.method.to_owned(), route.path), who(route.access))).collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

fn entries(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let target =
        text(value, "$ref").strip_prefix('#').and_then(|pointer| document.pointer(pointer));
    target.unwrap_or(value)
}

fn contents(holder: &Value) -> Vec<Content<'_>> {
    entries(holder.get("content"))
        .map(|(media, content)| Content {
            media,
            shape: content.get("schema").map(parts).unwrap_or_default(),
            example: content.get("example").map(written).unwrap_or_default(),
        })
        .collect()
}

/// JSON as people write it, one field a line.
fn written(example: &Value) -> String {
    serde_json::to_string_pretty(example).unwrap_or_default()
}

/// A schema in words, with links to the shapes that it is made of.
fn parts(schema: &Value) -> Vec<Part<'_>> {
    if let Some(name) = text(schema, "$ref").strip_prefix(REFERENCE) {
        return vec![Part::Link(name)];
    }
    for (key, between) in [("oneOf", " or "), ("anyOf", " or "), ("allOf", " with ")] {
        if schema.get(key).is_some() {
            return joined(items(schema.get(key)).map(parts), between);
        }
    }
    if let Some(items) = schema.get("items") {
        return joined([vec![Part::Text("list of".to_owned())], parts(items)].into_iter(), " ");
    }
    let mut words = vec![kinds(schema)];
    if let Some(values) = schema.get("enum") {
        words.push(items(Some(values)).filter_map(Value::as_str).collect::<Vec<_>>().join(" | "));
    }
    for (key, word) in [
        ("format", ""),
        ("minLength", "at least "),
        ("maxLength", "at most "),
        ("minimum", "from "),
        ("maximum", "to "),
    ] {
        match schema.get(key) {
            Some(Value::String(value)) => words.push(format!("{word}{value}")),
            Some(value) => words.push(format!("{word}{value}")),
            None => {}
        }
    }
    words.retain(|word| !word.is_empty());
    let mut parts = vec![Part::Text(words.join(", "))];
    for (name, property) in entries(schema.get("properties")) {
        parts.push(Part::Text(format!(" {{ {name}: ")));
        parts.extend(self::parts(property));
        parts.push(Part::Text(" }".to_owned()));
    }
    parts
}

fn kinds(schema: &Value) -> String {
    match schema.get("type") {
        Some(Value::String(kind)) => kind.clone(),
        Some(kinds) => {
            items(Some(kinds)).filter_map(Value::as_str).collect::<Vec<_>>().join(" or ")
        }
        None => String::new(),
    }
}

fn joined<'a>(shapes: impl Iterator<Item = Vec<Part<'a>>>, between: &str) -> Vec<Part<'a>> {
    let mut all = Vec::new();
    for shape in shapes {
        if !all.is_empty() {
            all.push(Part::Text(between.to_owned()));
        }
        all.extend(shape);
    }
    all
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_page_shows_every_operation_and_shape_and_runs_nothing() {
        let document = serde_json::to_value(crate::openapi()).unwrap();
        let html = Page::new(&document).render().unwrap();
        for (_, item) in entries(document.get("paths")) {
            for (_, operation) in entries(Some(item)) {
                let id = text(operation, "operationId");
                assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
            }
        }
        for (name, _) in entries(document.pointer("/components/schemas")) {
            assert!(html.contains(&format!("id=\"shape-{name}\"")), "{name}");
        }
        for forbidden in ["<script", "style=", "onclick", "<style"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        assert!(html.contains("members of staff with webhook.manage"));
    }

    /// `every_body_and_answer_has_an_example_that_fits` holds the document to having one of each; here they are shown.
    #[test]
    fn the_page_shows_what_to_send_and_what_comes() {
        let document = serde_json::to_value(crate::openapi()).unwrap();
        let html = Page::new(&document).render().unwrap();
        let sent = entries(document.get("paths"))
            .flat_map(|(_, item)| entries(Some(item)))
            .filter_map(|(_, operation)| operation.get("requestBody"))
            .flat_map(|body| entries(body.get("content")))
            .filter(|(_, content)| content.get("example").is_some())
            .count();
        assert!(sent > 50, "the precondition: {sent}");
        assert_eq!(html.matches("<p>Send, for example:</p>").count(), sent);
        assert!(html.matches("is answered, for example:</p>").count() > sent);
        // Of an invitation.
        assert!(html.contains("mina@example.com"));
    }
}
