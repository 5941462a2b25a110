//! The console, built by `npm run build` in `ui/` and carried inside the binary.

use axum::body::Body;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../ui/console/dist"]
#[allow_missing = true]
struct Built;

/// Where the console lives.
pub const BASE: &str = "/console/";
/// Files under this folder carry a hash of their content in their name.
const HASHED: &str = "assets/";
const ICON: &str = "favicon.svg";

/// Serves a file of the console, or its page for every path that the console routes by itself.
pub async fn serve(uri: Uri) -> Response {
    let path = uri.path().strip_prefix(BASE).unwrap_or_default();
    match Built::get(path).filter(|_| !path.is_empty()) {
        Some(file) => {
            // Browsers ask for the icon again at every address.
            let cache = match path {
                _ if path.starts_with(HASHED) => "public, max-age=31536000, immutable",
                ICON => "public, max-age=3600",
                _ => "no-cache",
            };
            let kind = mime_guess::from_path(path).first_or_octet_stream();
            let headers =
                [(header::CONTENT_TYPE, kind.essence_str()), (header::CACHE_CONTROL, cache)];
            (headers, Body::from(file.data)).into_response()
        }
        // A missing script must not be answered with a page: the browser would try to run it.
        None if path.starts_with(HASHED) => StatusCode::NOT_FOUND.into_response(),
        None => page(),
    }
}

/// `/console` without its slash would make the page's relative addresses wrong.
pub async fn redirect() -> Redirect {
    Redirect::permanent(BASE)
}

fn page() -> Response {
    match Built::get("index.html") {
        Some(file) => {
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CACHE_CONTROL, "no-cache"),
            ];
            (headers, Body::from(file.data)).into_response()
        }
        None => (StatusCode::NOT_FOUND, "This build carries no console.").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_console_is_inside() {
        assert!(Built::get("index.html").is_some(), "build it first: npm run build in ui/");
        assert!(Built::iter().any(|path| path.starts_with(HASHED)));
    }

    #[tokio::test]
    async fn scripts_are_kept_for_ever_the_icon_for_an_hour_and_pages_are_asked_for_again()
    -> Result<(), Box<dyn std::error::Error>> {
        let script = Built::iter().find(|path| path.starts_with(HASHED)).ok_or("no script")?;
        for (path, cache) in [
            (&*script, "public, max-age=31536000, immutable"),
            (ICON, "public, max-age=3600"),
            ("queue/all", "no-cache"),
        ] {
            let answer = serve(format!("{BASE}{path}").parse()?).await;
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            let told =
                answer.headers().get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
            assert_eq!(told, Some(cache), "{path}");
        }
        Ok(())
    }
}
