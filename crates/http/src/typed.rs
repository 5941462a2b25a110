//! What somebody typed into a form that was refused. It goes back to them with the refusal, and rests nowhere.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::RequestExt as _;
use axum::extract::{Multipart, Request};
use axum::http::header;
use proofdesk_desk::limits;

use crate::config::Config;
use crate::csrf::{self, CSRF_FIELD};
use crate::edge::text;
use crate::extract::whole;
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

/// The texts of a form, as far as they come in time and before its files. What cannot be read is not given back.
async fn read(request: Request) -> Typed {
    let kind = text(request.headers(), &header::CONTENT_TYPE).to_ascii_lowercase();
    let read = async {
        if kind.starts_with("multipart/form-data") {
            return match request.extract::<Multipart, _>().await {
                Ok(mut multipart) => rest(&mut multipart).await,
                Err(_other) => Typed::new(),
            };
        }
        whole(request).await.map(|body| pairs(&body)).unwrap_or_default()
    };
    tokio::time::timeout(PATIENCE, read).await.unwrap_or_default()
}

/// The fields of a form that came in one piece.
fn pairs(body: &[u8]) -> Typed {
    let all = form_urlencoded::parse(body).take(MOST_FIELDS);
    let typed = all.map(|(name, value)| (name.into_owned(), value.into_owned()));
    typed.filter(|(name, _)| name != CSRF_FIELD).collect()
}

/// The texts that are left of a form that comes in parts, up to its first file.
pub async fn rest(multipart: &mut Multipart) -> Typed {
    let (mut typed, mut bytes) = (Typed::new(), 0);
    while let Ok(Some(field)) = multipart.next_field().await {
        if field.file_name().is_some() || typed.len() == MOST_FIELDS {
            break;
        }
        let name = field.name().unwrap_or_default().to_owned();
        let Ok(value) = field.text().await else { break };
        bytes += value.len();
        if bytes > limits::JSON_BODY_BYTES {
            break;
        }
        if name != CSRF_FIELD {
            typed.push((name, value));
        }
    }
    typed
}
