//! Style, scripts and icon of the site, compiled in and addressed by content.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::code::Code;
use proofdesk_http::{Path, Problem, Result};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

#[derive(RustEmbed)]
#[folder = "assets"]
struct Own;

/// The tokens are shared with the console, so they live outside this crate.
const TOKENS: &str = include_str!("../../../ui/shared/tokens.css");

/// A file of the site as it is served.
#[derive(Debug)]
pub struct Asset {
    /// The path on the server, `/assets/site.3f9c….css`: a changed file has a changed path.
    pub path: String,
    /// The value of `Content-Type`.
    pub media_type: String,
    /// The bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// The `Cache-Control` of every asset: its path never means other bytes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    Own::iter()
        .filter_map(|name| Own::get(&name).map(|file| (name.into_owned(), file.data)))
        .map(|(name, bytes)| {
            let bytes = if name == "site.css" { with_tokens(&bytes) } else { bytes };
            let asset = Asset::new(&name, bytes);
            (name, asset)
        })
        .collect()
});

/// The style sheet with the tokens in front: one request, and no page without its colours.
fn with_tokens(own: &[u8]) -> Cow<'static, [u8]> {
    Cow::Owned([TOKENS.as_bytes(), own].concat())
}

impl Asset {
    fn new(name: &str, bytes: Cow<'static, [u8]>) -> Self {
        let digest = hex::encode(Sha256::digest(&bytes));
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let short = digest.get(..16).unwrap_or(&digest);
        Self {
            path: format!("/assets/{stem}.{short}.{extension}"),
            media_type: mime_guess::from_path(name).first_or_octet_stream().to_string(),
            bytes,
        }
    }
}

/// The path of a file by its plain name, for the pages. An unknown name leads to a path that answers
/// 404; a test walks over all that the pages use.
pub(crate) fn path(name: &str) -> &'static str {
    ASSETS.get(name).map_or("/assets/unknown", |asset| asset.path.as_str())
}

/// The file that is served at a path below `/assets/`.
pub fn at(path: &str) -> Option<&'static Asset> {
    ASSETS.values().find(|asset| asset.path == path)
}

/// `GET /assets/{name}`
pub(crate) async fn serve(Path(name): Path<String>) -> Result<Response> {
    let asset = at(&format!("/assets/{name}")).ok_or_else(|| Problem::new(Code::NotFound))?;
    let kind = HeaderValue::try_from(&asset.media_type).unwrap_or(HeaderValue::from_static(""));
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, HeaderValue::from_static(FOR_EVER))];
    Ok((headers, asset.bytes.clone()).into_response())
}

/// `GET /push-worker.js`: what shows pushes when no page is open. It stands under a path of its own, because a worker serves
/// the pages below its path, and is asked for again whenever a browser cares to look.
pub(crate) async fn push_worker() -> Result<Response> {
    let file = Own::get("push-worker.js").ok_or_else(|| Problem::new(Code::NotFound))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    Ok((headers, file.data).into_response())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn every_file_is_there_under_its_digest() {
        for name in
            ["site.css", "site.js", "live.js", "check.js", "files.js", "push.js", "icon.svg"]
        {
            let path = path(name);
            let asset = at(path).unwrap();
            assert!(path.len() > name.len() + 16, "{path}");
            assert!(!asset.bytes.is_empty());
        }
        assert!(at("/assets/site.css").is_none());
        assert!(at(path("site.js")).unwrap().media_type.contains("javascript"));
    }

    #[test]
    fn the_tokens_stand_in_front_and_are_the_only_colours() {
        let css = String::from_utf8(at(path("site.css")).unwrap().bytes.to_vec()).unwrap();
        assert!(css.contains("--canvas: #f7f6f9"));
        let own = String::from_utf8(Own::get("site.css").unwrap().data.to_vec()).unwrap();
        assert!(!own.contains('#'), "a colour of its own in site.css");
        assert!(!own.contains("rgb") && !own.contains("hsl"), "a colour of its own in site.css");
    }

    #[test]
    fn the_style_knows_no_left_and_no_right() {
        let own = String::from_utf8(Own::get("site.css").unwrap().data.to_vec()).unwrap();
        for property in ["left:", "right:", "margin-top:", "margin-bottom:", "padding-top:"] {
            assert!(!own.contains(property), "{property}");
        }
    }
}
