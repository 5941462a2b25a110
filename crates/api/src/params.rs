//! What requests carry beside a body: pages, versions, keys, ticket numbers.

use std::borrow::Cow;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::limits;
use proofdesk_http::{App, Problem};
use serde::{Deserialize, Deserializer, de::Error as _};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{IntoParams, PartialSchema, ToSchema};
use uuid::Uuid;

/// Lists are read with one row more than a page shows, which tells whether there is a next one; the domain's own limit
/// stays above that.
const LIMIT_MAX: u32 = 100;
const LIMIT_DEFAULT: u32 = 50;
const CURSOR_CHARS: usize = 500;
const FILTER_CHARS: usize = 200;

/// How many items a page has.
#[derive(Clone, Copy, Debug)]
pub struct Limit(pub u32);

impl Limit {
    /// One more than the page shows.
    pub fn beyond(self) -> u32 {
        self.0.saturating_add(1)
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(LIMIT_DEFAULT)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            limit @ 1..=LIMIT_MAX => Ok(Self(limit)),
            _ => Err(D::Error::custom("out of range")),
        }
    }
}

impl PartialSchema for Limit {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(LIMIT_MAX))
            .default(Some(LIMIT_DEFAULT.into()))
            .into()
    }
}

impl ToSchema for Limit {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Limit")
    }
}

/// A place in a chain of events.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seq(pub i64);

/// JSON numbers are exact up to here in every language.
const SEQ_MAX: i64 = 9_007_199_254_740_991;

impl<'de> Deserialize<'de> for Seq {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match i64::deserialize(deserializer)? {
            seq @ 0..=SEQ_MAX => Ok(Self(seq)),
            _ => Err(D::Error::custom("out of range")),
        }
    }
}

impl PartialSchema for Seq {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(0))
            .maximum(Some(SEQ_MAX))
            .examples([7])
            .into()
    }
}

impl ToSchema for Seq {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Seq")
    }
}

/// A word to narrow a list to.
#[derive(Clone, Debug)]
pub struct FilterText(pub String);

impl<'de> Deserialize<'de> for FilterText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.is_empty() || text.contains('\0') || text.chars().count() > FILTER_CHARS {
            return Err(D::Error::custom("not a word to look for"));
        }
        Ok(Self(text))
    }
}

impl PartialSchema for FilterText {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(FILTER_CHARS))
            .pattern(Some(r"^[^\x00]+$"))
            .into()
    }
}

impl ToSchema for FilterText {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("FilterText")
    }
}

/// What staff type to find tickets: docs/filters.md is its grammar. The desk says what is wrong with it, word by word.
#[derive(Clone, Debug)]
pub struct FilterWords(pub String);

impl<'de> Deserialize<'de> for FilterWords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

impl PartialSchema for FilterWords {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "Words of the filter grammar (docs/filters.md); all of them must hold.",
            ))
            .max_length(Some(limits::FILTER_CHARS))
            .pattern(Some(r"^[^\x00]*$"))
            .examples(["is:unassigned category:deposit chain:tron age>2h"])
            .into()
    }
}

impl ToSchema for FilterWords {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Filter")
    }
}

/// Where a page goes on, as the page before told.
#[derive(Clone, Debug)]
pub struct Cursor(pub String);

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

impl PartialSchema for Cursor {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(CURSOR_CHARS))
            .pattern(Some("^[A-Za-z0-9_-]+$"))
            .into()
    }
}

impl ToSchema for Cursor {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Cursor")
    }
}

/// Which page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// Which views to count.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ViewsQuery {
    /// Ids of views with commas between them; the first 30 are counted.
    #[param(value_type = String, max_length = 1109, pattern = "^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*)?$", example = "0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a")]
    pub ids: IdList,
}

/// Ids with commas between them.
#[derive(Debug)]
pub struct IdList(pub Vec<Uuid>);

impl<'de> Deserialize<'de> for IdList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let ids = text.split(',').filter(|id| !id.is_empty()).map(Uuid::parse_str);
        ids.collect::<Result<_, _>>().map(Self).map_err(D::Error::custom)
    }
}

/// A change insists on the version that it was made from.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes a header that `proofdesk_http::IfMatch` reads")]
pub struct IfMatchRequired {
    /// The `ETag` of what is changed, as it was read.
    #[param(rename = "if-match", pattern = r#"^"[0-9]{1,18}"$"#, example = "\"3\"")]
    pub if_match: String,
}

/// A change may insist on the version that it was made from.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes a header that `proofdesk_http::IfMatch` reads")]
pub struct IfMatchOptional {
    /// The `ETag` of what is changed, as it was read. Without it the change is made whatever happened meanwhile.
    #[param(
        rename = "if-match",
        nullable = false,
        pattern = r#"^"[0-9]{1,18}"$"#,
        example = "\"3\""
    )]
    pub if_match: Option<String>,
}

/// A change goes on from the version that it was made from, or begins what is not there yet.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes a header that `proofdesk_http::IfMatchOrNew` reads")]
pub struct IfMatchOrNone {
    /// The `ETag` of what is gone on with, as it was read. Without it, or with `"0"`, there is to be none yet.
    #[param(
        rename = "if-match",
        nullable = false,
        pattern = r#"^"[0-9]{1,18}"$"#,
        example = "\"1795224105678901\""
    )]
    pub if_match: Option<String>,
}

/// What an upload says of itself.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes a header that `attachments` reads")]
pub struct UploadHeaders {
    /// The file's name, UTF-8, percent-encoded.
    #[param(rename = "x-file-name", nullable = false, example = "receipt%20%E2%82%AE.png")]
    pub x_file_name: Option<String>,
}

/// Where a piece of an upload begins.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes a header that `uploads` reads")]
pub struct UploadOffset {
    /// Where the piece begins in the whole, in bytes: what the upload's `offset` is.
    #[param(rename = "upload-offset", minimum = 0, example = 4194304)]
    pub upload_offset: i64,
}

/// The ticket that a path names by `{id}`. People mistype numbers, so one whose check character does not fit is told
/// apart from one that is not there.
#[derive(Clone, Debug)]
pub struct TicketPath(pub PublicId);

impl FromRequestParts<App> for TicketPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let missing = || Problem::new(Code::NotFound);
        let params = RawPathParams::from_request_parts(parts, app).await;
        let params = params.map_err(|_not_text| missing())?;
        let (_, typed) = params.iter().find(|(name, _)| *name == "id").ok_or_else(missing)?;
        typed.parse().map(Self).map_err(|_slip| Problem::new(Code::TicketNumberWrong))
    }
}
