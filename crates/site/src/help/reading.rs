//! Which articles somebody read before they wrote to us: known to their browser alone, for two hours, and counted without them.

use axum::http::{HeaderMap, HeaderValue};
use proofdesk_desk::article::read_slug;
use proofdesk_desk::limits;
use proofdesk_http::cookie;

const COOKIE: &str = "read";
/// Slugs have none.
const BETWEEN: char = '.';
const TWO_HOURS_S: u32 = 2 * 3600;

/// The slugs that the browser says, the latest first.
pub(crate) fn read(headers: &HeaderMap) -> Vec<String> {
    let said = cookie::find(headers, COOKIE).unwrap_or_default();
    let slugs = said.split(BETWEEN).filter_map(|slug| read_slug("slug", slug).ok());
    slugs.take(limits::ARTICLES_READ).collect()
}

/// The cookie after one more.
pub(super) fn reading(headers: &HeaderMap, slug: &str) -> HeaderValue {
    let mut slugs = vec![slug.to_owned()];
    slugs.extend(read(headers).into_iter().filter(|known| known != slug));
    slugs.truncate(limits::ARTICLES_READ);
    let slugs = slugs.join(&BETWEEN.to_string());
    set(&format!("{COOKIE}={slugs}; Path=/; HttpOnly; SameSite=Lax; Max-Age={TWO_HOURS_S}"))
}

/// The cookie once they were counted.
pub(crate) fn forgotten() -> HeaderValue {
    set(&format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"))
}

fn set(text: &str) -> HeaderValue {
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use axum::http::header;

    use super::*;

    #[test]
    fn the_latest_stand_first_and_once() {
        let mut headers = HeaderMap::new();
        for slug in ["a", "b", "c", "b", "d", "e", "f"] {
            let cookie = reading(&headers, slug);
            let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
            headers.insert(header::COOKIE, pair.parse().unwrap());
        }
        assert_eq!(read(&headers), ["f", "e", "d", "b", "c"]);
        headers.insert(header::COOKIE, "read=A b.<x>.ok".parse().unwrap());
        assert_eq!(read(&headers), ["ok"]);
    }
}
