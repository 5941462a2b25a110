//! Says whether an answer is what the document promises: a small part of JSON Schema, the part that the document uses.

use std::sync::LazyLock;

use serde_json::Value;

pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(proofdesk_api::openapi()).unwrap());

/// Panics unless the document has this status for the operation, and the body is of its shape.
pub fn check(method: &str, path: &str, status: u16, body: &Value) {
    let name = format!("{method} {path} {status}");
    let (_, item) = DOCUMENT["paths"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(template, _)| fits_template(template, path))
        .min_by_key(|(template, _)| template.matches('{').count())
        .unwrap_or_else(|| panic!("{name}: not described"));
    let operation = &item[method.to_lowercase()];
    assert!(operation.is_object(), "{name}: not described");
    let response = &operation["responses"][status.to_string()];
    assert!(response.is_object(), "{name}: status not described: {body}");
    let response = resolved(response);
    let contents = response["content"].as_object().into_iter().flatten();
    let schema = contents
        .filter(|(media, _)| media.ends_with("json"))
        .map(|(_, content)| &content["schema"])
        .next();
    match schema {
        Some(schema) => {
            fits(schema, body, "$").unwrap_or_else(|problem| panic!("{name}: {problem}\n{body:#}"))
        }
        None => assert!(body.is_null(), "{name}: a body that is not described: {body}"),
    }
}

fn fits_template(template: &str, path: &str) -> bool {
    let (template, path): (Vec<&str>, Vec<&str>) =
        (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len()
        && template.iter().zip(path).all(|(own, part)| own.starts_with('{') || *own == part)
}

fn resolved(value: &Value) -> &Value {
    match value["$ref"].as_str() {
        Some(reference) => {
            DOCUMENT.pointer(&reference[1..]).unwrap_or_else(|| panic!("{reference} leads nowhere"))
        }
        None => value,
    }
}

fn fits(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let schema = resolved(schema);
    for part in schema["allOf"].as_array().into_iter().flatten() {
        fits(part, value, at)?;
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let fitting = choices.iter().filter(|choice| fits(choice, value, at).is_ok()).count();
        if fitting != 1 {
            return Err(format!("{at}: {fitting} of the choices fit"));
        }
    }
    if !fits_type(&schema["type"], value) {
        return Err(format!("{at}: is no {}", schema["type"]));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        return Err(format!("{at}: {value} is none of {words:?}"));
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_i64(), value.as_i64())
        && number < least
    {
        return Err(format!("{at}: {number} is less than {least}"));
    }
    for item in value.as_array().into_iter().flatten() {
        fits(&schema["items"], item, &format!("{at}[]"))?;
    }
    fits_properties(schema, value, at)
}

fn fits_properties(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let Some(object) = value.as_object() else { return Ok(()) };
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !object.contains_key(name) {
            return Err(format!("{at}: {name} is missing"));
        }
    }
    let Some(properties) = schema["properties"].as_object() else { return Ok(()) };
    for (name, field) in object {
        match (properties.get(name), &schema["additionalProperties"]) {
            (Some(own), _) => fits(own, field, &format!("{at}.{name}"))?,
            (None, Value::Bool(false)) => return Err(format!("{at}: {name} is unknown")),
            (None, more) => fits(more, field, &format!("{at}.{name}"))?,
        }
    }
    Ok(())
}

fn fits_type(kinds: &Value, value: &Value) -> bool {
    let is = |kind: &str| match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("a type that nobody knows: {other}"),
    };
    match kinds {
        Value::String(kind) => is(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => true,
    }
}
