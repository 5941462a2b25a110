//! Style, scripts and icon of the site, compiled in and addressed by content.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::{LazyLock, PoisonError, RwLock};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use proofdesk_desk::brand::Accent;
use proofdesk_desk::code::Code;
use proofdesk_desk::limits;
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
    /// The same, compressed; empty where it is served as it is. Nothing in these files is secret or a stranger's, so their length tells nothing.
    gzip: Vec<u8>,
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
        Self {
            path: addressed(name, &bytes),
            media_type: mime_guess::from_path(name).first_or_octet_stream().to_string(),
            gzip: compressed(&bytes),
            bytes,
        }
    }
}

/// The path at which a file is served.
fn addressed(name: &str, bytes: &[u8]) -> String {
    let digest = hex::encode(Sha256::digest(bytes));
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let short = digest.get(..16).unwrap_or(&digest);
    format!("/assets/{stem}.{short}.{extension}")
}

/// The path of the style sheet that says a brand's colours. It follows from them alone, so each node serves what another one's pages
/// ask for, and a page that was loaded before the brand changed them keeps its own.
pub(crate) fn brand_path(accent: Accent) -> String {
    static KEPT: BrandPaths = BrandPaths(RwLock::new(BTreeMap::new()));
    KEPT.of(accent)
}

/// The paths that pages were given, by hue and chroma: a page looks its own up, and only the first one draws and hashes what is there.
struct BrandPaths(RwLock<BTreeMap<(i64, i64), String>>);

/// More than the brands of a desk have at once. Whoever changes their colours again and again leaves no more behind than these.
const PATHS_KEPT: usize = 2 * limits::BRANDS;

impl BrandPaths {
    fn of(&self, accent: Accent) -> String {
        let colours = (accent.hue(), accent.chroma());
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&colours).cloned();
        if let Some(path) = known {
            return path;
        }
        // Drawn without the lock: two pages that come first at once draw the same.
        let path = addressed(&brand_name(accent), accent.style().as_bytes());
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= PATHS_KEPT {
            // Those that are still in use are back with their next page.
            kept.clear();
        }
        kept.insert(colours, path.clone());
        path
    }
}

fn brand_name(accent: Accent) -> String {
    format!("brand-{}-{}.css", accent.hue(), accent.chroma())
}

/// The style sheet that is served at the path of [`brand_path`]. Whoever asks names the colours, so nothing of it is kept.
fn brand_at(path: &str) -> Option<Asset> {
    let said = path.strip_prefix("/assets/brand-")?.split('.').next()?;
    let (hue, chroma) = said.split_once('-')?;
    let accent = Accent::new(hue.parse().ok()?, chroma.parse().ok()?).ok()?;
    let style = accent.style();
    let asset = Asset {
        path: addressed(&brand_name(accent), style.as_bytes()),
        media_type: "text/css".to_owned(),
        bytes: Cow::Owned(style.into_bytes()),
        // It is smaller than the head of the answer, and made for each who asks.
        gzip: Vec::new(),
    };
    Some(asset).filter(|asset| asset.path == path)
}

/// Made once for everybody, so it may take its time.
fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail; if it did, nothing would be served compressed.
    let written = gzip.write_all(bytes).and_then(|()| gzip.finish());
    written.unwrap_or_default()
}

/// Whether a browser takes gzip. What it says in full is a list with weights; of those, only a refusal matters.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let said = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let mut codings = said.unwrap_or_default().split(',').map(|one| one.split(';').map(str::trim));
    codings.any(|mut one| {
        let name = one.next().unwrap_or_default();
        let refused = one.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
        (name.eq_ignore_ascii_case("gzip") || name == "*") && !refused
    })
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
pub(crate) async fn serve(Path(name): Path<String>, asked: HeaderMap) -> Result<Response> {
    let path = format!("/assets/{name}");
    if let Some(Asset { media_type, bytes, gzip, .. }) = at(&path) {
        let (plain, gzip) = (Bytes::from_static(bytes), Bytes::from_static(gzip));
        return Ok(answer(&asked, media_type, plain, gzip));
    }
    let brand = brand_at(&path).ok_or_else(|| Problem::new(Code::NotFound))?;
    let plain = Bytes::from(brand.bytes.into_owned());
    Ok(answer(&asked, &brand.media_type, plain, Bytes::from(brand.gzip)))
}

fn answer(asked: &HeaderMap, media_type: &str, plain: Bytes, gzip: Bytes) -> Response {
    let kind = HeaderValue::try_from(media_type).unwrap_or(HeaderValue::from_static(""));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, HeaderValue::from_static(FOR_EVER)),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if takes_gzip(asked) && !gzip.is_empty() {
        let coding = [(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))];
        return (headers, coding, gzip).into_response();
    }
    (headers, plain).into_response()
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
    fn what_is_compressed_is_the_same() {
        use std::io::Read as _;
        for name in ["site.css", "files.js", "icon.svg"] {
            let asset = at(path(name)).unwrap();
            let mut plain = Vec::new();
            flate2::read::GzDecoder::new(asset.gzip.as_slice()).read_to_end(&mut plain).unwrap();
            assert_eq!(plain, asset.bytes.as_ref(), "{name}");
        }
        let style = at(path("site.css")).unwrap();
        assert!(style.gzip.len() * 3 < style.bytes.len());
    }

    #[test]
    fn a_browser_says_what_it_takes() {
        for (said, takes) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("*", true),
            ("gzip;q=0, br", false),
            ("identity", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, said.parse().unwrap());
            assert_eq!(takes_gzip(&headers), takes, "{said}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
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
    fn a_brand_has_a_file_of_its_own_colours() {
        let accent = Accent::new(265, 160).unwrap();
        let path = brand_path(accent);
        let asset = brand_at(&path).unwrap();
        assert_eq!((&asset.path, asset.media_type.as_str()), (&path, "text/css"));
        assert!(path.starts_with("/assets/brand-265-160.") && path.ends_with(".css"), "{path}");
        assert_eq!(asset.bytes.as_ref(), accent.style().as_bytes());
        assert!(asset.bytes.len() < 600, "{}", asset.bytes.len());
        assert!(at(&path).is_none(), "it is made when it is asked for");
        // Another digest, other numbers under the same one, numbers written otherwise, and such as no brand can have.
        let digest = path.split('.').nth(1).unwrap();
        for other in [
            "/assets/brand-265-160.0000000000000000.css".to_owned(),
            format!("/assets/brand-266-160.{digest}.css"),
            format!("/assets/brand-+265-160.{digest}.css"),
            format!("/assets/brand-0265-160.{digest}.css"),
            format!("/assets/brand-265-160.{digest}.js"),
            format!("/assets/brand-180-400.{digest}.css"),
            format!("/assets/brand-.{digest}.css"),
            "/assets/brand-".to_owned(),
        ] {
            assert!(brand_at(&other).is_none(), "{other}");
        }
    }

    #[test]
    fn paths_of_brands_are_kept_by_their_colours_and_never_too_many() {
        let accents: Vec<Accent> = (0..360).filter_map(|hue| Accent::new(hue, 120).ok()).collect();
        assert!(accents.len() > PATHS_KEPT, "{}", accents.len());
        let paths = BrandPaths(RwLock::new(BTreeMap::new()));
        let kept = || paths.0.read().unwrap().len();
        let first = *accents.first().unwrap();
        for _ in 0..2 {
            assert_eq!(paths.of(first), brand_path(first));
            assert_eq!(kept(), 1);
        }
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for accent in &accents {
                        let drawn = addressed(&brand_name(*accent), accent.style().as_bytes());
                        assert_eq!(paths.of(*accent), drawn);
                        assert!(kept() <= PATHS_KEPT);
                    }
                });
            }
        });
        // What is looked up is what was kept, and not drawn anew.
        let (colours, known) = ((265, 160), "/assets/known.css");
        paths.0.write().unwrap().insert(colours, known.to_owned());
        assert_eq!(paths.of(Accent::new(265, 160).unwrap()), known);
    }

    #[test]
    fn the_style_knows_no_left_and_no_right() {
        let own = String::from_utf8(Own::get("site.css").unwrap().data.to_vec()).unwrap();
        for property in ["left:", "right:", "margin-top:", "margin-bottom:", "padding-top:"] {
            assert!(!own.contains(property), "{property}");
        }
    }
}
