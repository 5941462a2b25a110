//! Says whether an answer is what the document promises: a small part of JSON Schema, the part that the document uses.

use std::sync::LazyLock;

use serde_json::Value;

pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(proofdesk_api::openapi()).unwrap());

/// Panics unless the document has this status for the operation, with this kind of content, and a JSON body is of its shape.
pub fn check(method: &str, path: &str, status: u16, kind: &str, body: &Value) {
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
    let contents = || response["content"].as_object().into_iter().flatten();
    let is_text = kind.split(';').next().is_some_and(|media| media == "text/html");
    if is_text && contents().any(|(media, _)| media == "text/html") {
        return;
    }
    let schema = contents()
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
    fits_text(schema, value, at)?;
    for item in value.as_array().into_iter().flatten() {
        fits(&schema["items"], item, &format!("{at}[]"))?;
    }
    fits_properties(schema, value, at)
}

fn fits_text(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let Some(text) = value.as_str() else { return Ok(()) };
    let length = u64::try_from(text.chars().count()).unwrap();
    let too_short = schema["minLength"].as_u64().is_some_and(|least| length < least);
    let too_long = schema["maxLength"].as_u64().is_some_and(|most| length > most);
    if too_short || too_long {
        return Err(format!("{at}: {length} characters are too few or too many"));
    }
    if let Some(pattern) = schema["pattern"].as_str()
        && !regex::Regex::new(pattern).unwrap().is_match(text)
    {
        return Err(format!("{at}: {text:?} is not of the form {pattern}"));
    }
    match schema["format"].as_str() {
        Some("uuid") if uuid::Uuid::parse_str(text).is_err() => Err(format!("{at}: is no UUID")),
        Some("date-time") if text.parse::<jiff::Timestamp>().is_err() => {
            Err(format!("{at}: is no moment"))
        }
        _ => Ok(()),
    }
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

/// An example is what somebody copies: each request body and each JSON answer has one, and it is what its schema wants.
#[test]
fn every_body_and_answer_has_an_example_that_fits() {
    let mut wrong = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let body = operation["requestBody"]["content"].as_object().into_iter().flatten();
            let answers = operation["responses"].as_object().into_iter().flatten();
            let answers = answers.filter(|(status, _)| status.starts_with('2'));
            let answers = answers.flat_map(|(_, answer)| {
                resolved(answer)["content"].as_object().into_iter().flatten()
            });
            for (media, content) in body.chain(answers).filter(|(media, _)| media.ends_with("json"))
            {
                let example = &content["example"];
                let told = match example {
                    Value::Null => Err("has no example".to_owned()),
                    example => fits(&content["schema"], example, "$"),
                };
                if let Err(problem) = told {
                    wrong.push(format!("{method} {path} {media}: {problem}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
