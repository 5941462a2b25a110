use std::sync::Arc;
use std::time::Duration;

use axum::body::{BodyDataStream, Bytes};
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use futures_util::StreamExt as _;
use percent_encoding::percent_decode;
use proofdesk_desk::code::Code;
use proofdesk_desk::objects::{Objects, is_no_object};
use proofdesk_desk::{Error, limits};
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::arrival::Arrival;
use crate::edge::text;
use crate::problem::{Problem, Result};

/// How much of a body that is too long is still read, and for how long.
const DISCARD_BYTES: usize = 32 * 1024 * 1024;
const DISCARD_TIME: Duration = Duration::from_secs(5);

/// A JSON body. Unknown fields, wrong types and missing fields are named; so are line and column of what is no JSON.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

/// The parameters of the path. One that cannot be read names nothing that exists.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

/// The query string. Unknown parameters are refused like unknown fields.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<S, T> FromRequest<S> for Json<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request(request: Request, _state: &S) -> Result<Self> {
        let body = body(request).await?;
        read_json(&body).map(Self)
    }
}

/// The bytes of a JSON body.
pub(crate) async fn body(request: Request) -> Result<Bytes> {
    require_json(request.headers())?;
    whole(request).await
}

/// The bytes of a body of bounded length.
///
/// What is too long is read on for a while and thrown away: a client that is still sending when the connection closes
/// sees a broken pipe instead of our answer.
pub(crate) async fn whole(request: Request) -> Result<Bytes> {
    let arrival = request.extensions().get::<Arc<Arrival>>().cloned();
    // Without a gate (there is none in the server) nobody is slow.
    let arrival = arrival.unwrap_or_else(|| Arc::new(Arrival::new(Duration::MAX)));
    let mut chunks = request.into_body().into_data_stream();
    let mut taken = Vec::new();
    while let Some(chunk) = arrival.next(&mut chunks).await? {
        let chunk = chunk.map_err(|_cut| malformed("the body ended early".to_owned()))?;
        if taken.len() + chunk.len() > limits::JSON_BODY_BYTES {
            // Whoever goes on for longer than this has lost the right to an answer.
            let _late = tokio::time::timeout(DISCARD_TIME, discard(chunks)).await;
            let limit = limits::JSON_BODY_BYTES.to_string();
            return Err(Error::refused_with(Code::BodyTooLarge, vec![("limit", limit)]).into());
        }
        taken.extend_from_slice(&chunk);
    }
    Ok(taken.into())
}

async fn discard(mut chunks: BodyDataStream) {
    let mut thrown_away = 0;
    while let Some(Ok(chunk)) = chunks.next().await {
        thrown_away += chunk.len();
        if thrown_away > DISCARD_BYTES {
            return;
        }
    }
}

fn malformed(detail: String) -> Problem {
    Error::refused_with(Code::MalformedJson, vec![("detail", detail)]).into()
}

fn require_json(headers: &HeaderMap) -> Result<()> {
    let kind = text(headers, &header::CONTENT_TYPE).split(';').next().unwrap_or("").trim();
    if kind.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Problem::new(Code::UnsupportedMediaType))
}

/// Reads JSON into a wire struct.
pub(crate) fn read_json<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    let text = std::str::from_utf8(body)
        .map_err(|e| malformed(format!("byte {} is no UTF-8", e.valid_up_to())))?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(Objects(&mut reader)).map_err(|error| {
        let path = error.path().to_string();
        refused(text, &path, error.inner())
    })?;
    reader.end().map_err(|e| no_json(&e))?;
    // Control characters stand in JSON as escapes only, and so does this one, which no database takes as text.
    if text.contains("\\u0000")
        && let Ok(document) = serde_json::from_str::<serde_json::Value>(text)
        && let Some(field) = field_with_nul(&document, String::new())
    {
        return Err(Error::field(field, Code::TextHasNul).into());
    }
    Ok(value)
}

/// Where in a document a text or a name has the character U+0000.
fn field_with_nul(value: &serde_json::Value, path: String) -> Option<String> {
    use serde_json::Value;
    match value {
        Value::String(text) => text.contains('\0').then_some(path),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(at, item)| field_with_nul(item, format!("{path}[{at}]"))),
        Value::Object(fields) => fields.iter().find_map(|(name, inner)| {
            if name.contains('\0') {
                return Some(path.clone());
            }
            let inner_path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            field_with_nul(inner, inner_path)
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn refused(text: &str, path: &str, error: &serde_json::Error) -> Problem {
    use serde_json::error::Category;
    match error.classify() {
        // Reading stopped at the field. Of a text that breaks off behind it no field is to blame.
        Category::Data => match serde_json::from_str::<IgnoredAny>(text) {
            Ok(IgnoredAny) => field(path, &error.to_string()),
            Err(broken) => no_json(&broken),
        },
        Category::Syntax | Category::Eof | Category::Io => no_json(error),
    }
}

fn no_json(error: &serde_json::Error) -> Problem {
    malformed(format!("line {}, column {}", error.line(), error.column()))
}

/// Names the field that serde complains of. Its sentences are stable enough to find names between backticks.
fn field(path: &str, message: &str) -> Problem {
    let path = if path == "." { "" } else { path };
    let named = message.split('`').nth(1).unwrap_or("");
    let inner =
        |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let (name, code) = if message.starts_with("unknown field") {
        let already = path == named || path.ends_with(&format!(".{named}"));
        (if already { path.to_owned() } else { inner(named) }, Code::FieldUnknown)
    } else if message.starts_with("missing field") {
        (inner(named), Code::FieldRequired)
    } else if message.starts_with("duplicate field") {
        (inner(named), Code::FieldInvalid)
    } else if is_no_object(message) {
        (path.to_owned(), Code::FieldNotObject)
    } else {
        (path.to_owned(), Code::FieldInvalid)
    };
    Error::field(name, code).into()
}

impl<S, T> FromRequestParts<S> for Query<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self> {
        let query = parts.uri.query().unwrap_or("").as_bytes();
        require_utf8(query)?;
        read_pairs(query).map(Self)
    }
}

/// Refuses pairs of `a=b&c=d` in which bytes are no UTF-8. Whoever reads them as the URL standard says puts another character in
/// their place, and nobody hears of it.
pub(crate) fn require_utf8(pairs: &[u8]) -> Result<()> {
    let mut pairs = pairs.split(|byte| *byte == b'&');
    let broken = pairs.find(|pair| percent_decode(pair).decode_utf8().is_err());
    let Some(broken) = broken else { return Ok(()) };
    let (name, _) = form_urlencoded::parse(broken).next().unwrap_or_default();
    Err(Error::field(name, Code::TextNotUtf8).into())
}

/// Reads `a=b&c=d` into a struct.
pub(crate) fn read_pairs<T: DeserializeOwned>(pairs: &[u8]) -> Result<T> {
    if let Some((name, _)) = form_urlencoded::parse(pairs).find(|(_, value)| value.contains('\0')) {
        return Err(Error::field(name, Code::TextHasNul).into());
    }
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(pairs));
    serde_path_to_error::deserialize(pairs)
        .map_err(|error| field(&error.path().to_string(), &error.inner().to_string()))
}

impl<S, T> FromRequestParts<S> for Path<T>
where
    S: Send + Sync,
    T: DeserializeOwned + Send,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        // Bytes that are no UTF-8 name nothing, nor does a text with U+0000, which no row can have.
        let raw = RawPathParams::from_request_parts(parts, state).await;
        let raw = raw.map_err(|_not_text| Problem::new(Code::NotFound))?;
        if raw.iter().any(|(_, value)| value.contains('\0')) {
            return Err(Problem::new(Code::NotFound));
        }
        axum::extract::Path::<T>::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Path(value)| Self(value))
            .map_err(|_unreadable| Problem::new(Code::NotFound))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;
    use crate::edge::Edge;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct In {
        name: String,
        #[serde(default)]
        inner: Option<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Inner {
        n: u32,
    }

    fn check(body: &[u8], code: &str, field: &str) {
        let problem = read_json::<In>(body).unwrap_err().out(&Edge::unknown());
        let found = problem.errors.first().map_or("", |e| e.field.as_str());
        assert_eq!(
            (problem.code.as_str(), found),
            (code, field),
            "{}",
            String::from_utf8_lossy(body)
        );
    }

    #[test]
    fn every_mistake_is_named() {
        check(b"{", "malformed-json", "");
        check(b"{\"name\":\"a\"} x", "malformed-json", "");
        check(b"{\"name\":\"\xff\"}", "malformed-json", "");
        check(b"{}", "field-required", "name");
        check(b"{\"name\":1}", "field-invalid", "name");
        check(b"{\"name\":\"a\",\"nmae\":1}", "field-unknown", "nmae");
        check(b"{\"name\":\"a\",\"inner\":{\"n\":-1}}", "field-invalid", "inner.n");
        check(b"{\"name\":\"a\",\"inner\":{}}", "field-required", "inner.n");
        check(b"{\"name\":\"a\",\"inner\":{\"n\":1,\"m\":2}}", "field-unknown", "inner.m");
        check(b"{\"name\":\"a\",\"name\":\"b\"}", "field-invalid", "name");
        check(b"{\"name\":\"a\",\"inner\":{\"n\":1,\"n\":2}}", "field-invalid", "inner.n");
        check(b"{\"name\":\"a\\u0000b\"}", "text-has-nul", "name");
        check(b"{\"name\":\"a\0b\"}", "malformed-json", "");
    }

    /// What broke off in the middle said `field-unknown` of a field that stood before.
    #[test]
    fn what_breaks_off_is_no_json_whatever_stood_before() {
        for whole in ["{\"nmae\":\"a\",\"b\":[1]}", "{\"name\":1,\"b\":{\"c\":\"d\"}}"] {
            let code = |text: &str| read_json::<In>(text.as_bytes()).unwrap_err().code();
            assert_ne!(code(whole), Code::MalformedJson, "{whole}");
            for end in 0..whole.len() {
                assert_eq!(code(&whole[..end]), Code::MalformedJson, "{}", &whole[..end]);
            }
            assert_eq!(code(&format!("{whole}]")), Code::MalformedJson);
        }
    }

    #[test]
    fn an_escaped_backslash_is_no_zero_character() {
        assert!(read_json::<In>(b"{\"name\":\"\\\\u0000\"}").is_ok());
        let nested = serde_json::json!({ "a": [{ "b": "x" }, { "b": "\0" }] });
        assert_eq!(field_with_nul(&nested, String::new()).unwrap(), "a[1].b");
    }

    /// Serde took the fields in their order for the struct: `["vip"]` made a tag.
    #[test]
    fn a_list_of_its_fields_is_no_struct() {
        let list = b" [\"a\",{\"n\":1}]";
        assert!(serde_json::from_slice::<In>(list).is_ok(), "it would be taken");
        check(list, "field-not-object", "");
        assert!(read_json::<In>(b" {\"name\":\"a\",\"inner\":{\"n\":1}}").is_ok());
        for other in ["[]", "null", "7", "\"text\""] {
            check(other.as_bytes(), "field-not-object", "");
        }
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Deep {
        one: Option<Inner>,
        #[serde(default)]
        many: Vec<Inner>,
        #[serde(default)]
        named: BTreeMap<String, Inner>,
        boxed: Option<Wrapped>,
        pair: Option<(u8, Inner)>,
        act: Option<Act>,
        anything: Option<serde_json::Value>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Wrapped(Box<Inner>);

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    enum Act {
        Nothing,
        Of(Inner),
        Both(u8, Inner),
        With { n: u32 },
    }

    /// The same deeper down, where `["vip"]` was refused at the top alone.
    #[test]
    fn nor_is_it_one_at_any_depth() {
        for (object, list, field) in [
            (r#"{"one":{"n":1}}"#, r#"{"one":[1]}"#, "one"),
            (r#"{"many":[{"n":1},{"n":2}]}"#, r#"{"many":[{"n":1},[2]]}"#, "many[1]"),
            (r#"{"named":{"a":{"n":1}}}"#, r#"{"named":{"a":[1]}}"#, "named.a"),
            (r#"{"boxed":{"n":1}}"#, r#"{"boxed":[1]}"#, "boxed"),
            (r#"{"pair":[1,{"n":1}]}"#, r#"{"pair":[1,[1]]}"#, "pair[1]"),
            (r#"{"act":{"of":{"n":1}}}"#, r#"{"act":{"of":[1]}}"#, "act.of"),
            (r#"{"act":{"both":[1,{"n":1}]}}"#, r#"{"act":{"both":[1,[1]]}}"#, "act.both[1]"),
            (r#"{"act":{"with":{"n":1}}}"#, r#"{"act":{"with":[1]}}"#, "act.with"),
        ] {
            assert!(read_json::<Deep>(object.as_bytes()).is_ok(), "{object}");
            assert!(serde_json::from_str::<Deep>(list).is_ok(), "it would be taken: {list}");
            let problem = read_json::<Deep>(list.as_bytes()).unwrap_err().out(&Edge::unknown());
            let told = (problem.errors[0].code.as_str(), problem.errors[0].field.as_str());
            assert_eq!(told, ("field-not-object", field), "{list}");
        }
    }

    #[test]
    fn what_may_be_a_list_still_may() {
        for fine in [
            "{}",
            r#"{"one":null,"many":[],"named":{},"act":"nothing"}"#,
            r#"{"anything":[1,["a",{"b":[null,true,-1,0.5]}]]}"#,
            r#"{"anything":{"b":[[]]}}"#,
        ] {
            assert!(read_json::<Deep>(fine.as_bytes()).is_ok(), "{fine}");
        }
        let anything = r#"{"a":[1,["b",{"c":[null,true,-1,0.5,18446744073709551615]}]]}"#;
        let read: serde_json::Value = read_json(anything.as_bytes()).unwrap();
        assert_eq!(read, serde_json::from_str::<serde_json::Value>(anything).unwrap());
        assert!(read_json::<Vec<Inner>>(br#"[{"n":1}]"#).is_ok(), "a list of objects is one");
    }

    #[test]
    fn what_a_query_says_twice_is_named() {
        let problem = read_pairs::<In>(b"name=a&name=b").unwrap_err().out(&Edge::unknown());
        assert_eq!(
            (problem.code.as_str(), problem.errors[0].field.as_str()),
            ("field-invalid", "name")
        );
    }

    #[test]
    fn pairs_have_no_zero_character_either() {
        let problem = read_pairs::<In>(b"name=a%00b").unwrap_err().out(&Edge::unknown());
        assert_eq!(
            (problem.code.as_str(), problem.errors[0].field.as_str()),
            ("text-has-nul", "name")
        );
    }

    #[test]
    fn pairs_are_utf8_or_refused_by_name() {
        for (pairs, named) in [
            ("name=a%E4%BD%A0+%F0%9F%92%B8&n=%EF%BF%BD", None),
            ("", None),
            ("name=100%&n=%zz%4", None),
            ("name=a&n=%E4%BD", Some("n")),
            ("name=caf%E9&n=%FF", Some("name")),
            ("name=%E4&n=%BD%A0", Some("name")),
            ("na%FFme=a", Some("na\u{fffd}me")),
        ] {
            let refused = require_utf8(pairs.as_bytes()).err();
            let refused = refused.map(|problem| problem.out(&Edge::unknown()));
            let field =
                refused.as_ref().map(|out| (out.code.as_str(), out.errors[0].field.as_str()));
            assert_eq!(field, named.map(|name| ("text-not-utf8", name)), "{pairs}");
        }
        assert!(require_utf8(b"name=caf\xe9").is_err());
    }

    #[test]
    fn deep_nesting_is_refused_not_followed() {
        let open = format!("{{\"name\":{}", "[".repeat(100_000));
        let closed = format!("{open}{}}}", "]".repeat(100_000));
        for (deep, code) in [(open, "malformed-json"), (closed, "field-invalid")] {
            let problem = read_json::<In>(deep.as_bytes()).unwrap_err().out(&Edge::unknown());
            assert_eq!(problem.code, code);
        }
    }
}
