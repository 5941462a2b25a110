//! What somebody typed into a form that was refused. It goes back to them with the refusal, and rests nowhere.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Multipart, Request};
use axum::http::header;
use proofdesk_desk::limits;

use crate::config::Config;
use crate::csrf::{self, CSRF_FIELD};
use crate::edge::text;
use crate::extract::whole;
use crate::parts;
use crate::problem::Problem;

/// Names and texts of a form's fields, in their order.
pub type Typed = Vec<(String, String)>;

/// Where the reader of a form leaves what came, for the page of a refusal that comes after it. Every request of a form has one.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Typed>);

impl Kept {
    /// Keeps one more field.
    pub fn push(&self, name: &str, text: &str) {
        if name != CSRF_FIELD {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push((name.to_owned(), text.to_owned()));
        }
    }

    pub(crate) fn set(&self, mut typed: Typed) {
        typed.truncate(MOST_FIELDS);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = typed;
    }

    pub(crate) fn take(&self) -> Typed {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Whoever was refused does not hold the connection for longer.
const PATIENCE: Duration = Duration::from_secs(10);
const MOST_FIELDS: usize = 50;

/// What one of our own pages sent goes back to its writer with what refused it unread. Another site's words are not shown as
/// theirs.
pub(crate) async fn beside(config: &Config, problem: Problem, request: Request) -> Problem {
    if csrf::require_origin(config, request.headers()).is_err() {
        return problem;
    }
    problem.with_typed(read(request).await)
}

/// The texts of a form, as far as they come in time. What cannot be read is not given back.
async fn read(request: Request) -> Typed {
    let kind = text(request.headers(), &header::CONTENT_TYPE).to_ascii_lowercase();
    let mut typed = Typed::new();
    let read = async {
        if !kind.starts_with("multipart/form-data") {
            typed = whole(request).await.map(|body| pairs(&body)).unwrap_or_default();
        } else if let Ok(mut multipart) = parts::multipart(request).await {
            rest(&mut multipart, &mut typed).await;
        }
    };
    let _late = tokio::time::timeout(PATIENCE, read).await;
    typed
}

/// The fields of a form that came in one piece.
fn pairs(body: &[u8]) -> Typed {
    let all = form_urlencoded::parse(body).take(MOST_FIELDS);
    let typed = all.map(|(name, value)| (name.into_owned(), value.into_owned()));
    typed.filter(|(name, _)| name != CSRF_FIELD).collect()
}

/// Takes in the texts that are left of a form that comes in parts, and passes its files over. Each text is in `typed` as soon as it is
/// whole, for whoever waits no longer for the others.
pub async fn rest(multipart: &mut Multipart, typed: &mut Typed) {
    let mut bytes = 0;
    for _part in 0..limits::FORM_PARTS {
        let Ok(Some(mut field)) = multipart.next_field().await else { return };
        if field.file_name().is_some() {
            loop {
                match field.chunk().await {
                    Ok(Some(_passed)) => {}
                    Ok(None) => break,
                    Err(_cut) => return,
                }
            }
            continue;
        }
        if typed.len() == MOST_FIELDS {
            return;
        }
        let name = field.name().unwrap_or_default().to_owned();
        let mut value = Vec::new();
        loop {
            match field.chunk().await {
                // A field may be as long as all files of the form together, and would lie in memory until its end.
                Ok(Some(chunk)) if bytes + chunk.len() <= limits::JSON_BODY_BYTES => {
                    bytes += chunk.len();
                    value.extend_from_slice(&chunk);
                }
                Ok(None) => break,
                Ok(Some(_)) | Err(_) => return,
            }
        }
        if name != CSRF_FIELD {
            typed.push((name, String::from_utf8_lossy(&value).into_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Poll;

    use axum::body::Body;
    use axum::extract::DefaultBodyLimit;
    use axum::http::Request;
    use bytes::Bytes;
    use futures_util::stream;

    use super::*;

    const CHUNK: usize = 64 * 1024;

    /// A file stands between two texts, and another that never ends behind them. The second text was lost once.
    #[tokio::test]
    async fn what_stands_behind_a_file_comes_back() {
        let part = |head: &str, data: &str| {
            format!("--b\r\ncontent-disposition: form-data; {head}\r\n\r\n{data}\r\n")
        };
        let form = [
            part("name=\"csrf\"", "00"),
            part("name=\"subject\"", "Fee"),
            part("name=\"files\"; filename=\"a.txt\"", "not given back"),
            part("name=\"files\"; filename=\"\"", ""),
            part("name=\"body\"", "Why so much?"),
            part("name=\"files\"; filename=\"b.txt\"", "cut o"),
        ];
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(form.concat()));
        let mut multipart = parts::multipart(request.unwrap()).await.unwrap();
        let mut typed = Typed::new();
        rest(&mut multipart, &mut typed).await;
        let typed: Vec<_> =
            typed.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(typed, [("subject", "Fee"), ("body", "Why so much?")]);
    }

    /// A field may be as long as all files of its form together. It is let go as soon as it is longer than what is given back.
    #[tokio::test]
    async fn a_field_without_end_is_not_kept() {
        let most = limits::JSON_BODY_BYTES / CHUNK;
        let taken = Arc::new(AtomicUsize::new(0));
        let (counted, mut comes) = (Arc::clone(&taken), false);
        // Each chunk comes by itself, as from a socket.
        let body = stream::poll_fn(move |cx| {
            comes = !comes;
            if !comes {
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            let head = b"--b\r\ncontent-disposition: form-data; name=\"body\"\r\n\r\n";
            Poll::Ready(match counted.fetch_add(1, Ordering::Relaxed) {
                0 => Some(Ok::<_, std::io::Error>(Bytes::from_static(head))),
                chunk if chunk <= 8 * most => Some(Ok(Bytes::from(vec![b'x'; CHUNK]))),
                _ => None,
            })
        });
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from_stream(body));
        let mut request = request.unwrap();
        DefaultBodyLimit::max(16 * limits::JSON_BODY_BYTES).apply(&mut request);
        let mut multipart = parts::multipart(request).await.unwrap();
        let mut typed = Typed::new();
        rest(&mut multipart, &mut typed).await;
        assert!(typed.is_empty());
        let taken = taken.load(Ordering::Relaxed);
        assert!(taken <= most + 4, "{taken} chunks were taken");
    }
}
