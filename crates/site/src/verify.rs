use std::collections::BTreeSet;
use std::time::Duration;

use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::code::Code;
use proofdesk_desk::log::checkpoint::{self, PublicKeys};
use proofdesk_desk::transcript::verify::{
    Finding, Part, Problem as Wrong, Report, Trusted, Verdict, verify,
};
use proofdesk_desk::{Timestamp, limits};
use proofdesk_http::{CSRF_FIELD, Problem, Result, parts, require_field};
use proofdesk_locale::Locale;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::incoming::in_time;
use crate::view::{Outcome, Verified, Verify};
use crate::visit::{Visit, html, ok};
use crate::{Here, Page};

/// Files that are verified at the same time; each takes a core and some times its size of memory.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
/// Files that lie in memory, from their first byte on.
static HELD: Semaphore = Semaphore::const_new(limits::TRANSCRIPTS_HELD);
/// Findings that a page tells. Where there are more, everything was changed.
const TOLD: usize = 12;
/// The hidden field is shorter.
const TOKEN_BYTES: usize = 1024;
const PATH: &str = "/verify";

/// `GET /verify`
pub(crate) async fn show(visit: Visit) -> Result<Response> {
    let keys = keys(&visit).await?;
    ok(&Verify {
        page: visit.page(Here::Elsewhere, PATH, None)?,
        verified: None,
        error: None,
        keys: shown(&keys),
    })
}

/// `POST /verify`: the file is read, answered, and forgotten.
pub(crate) async fn check(visit: Visit, request: Request) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, PATH, None)?;
    let keys = keys(&visit).await?;
    // Without a place the form is heard out all the same, so that the browser hears why.
    let place = HELD.try_acquire().ok();
    let sent = timeout(limits::TRANSCRIPT_TIME, read(&visit, request, place.is_some())).await;
    let sent = sent.map_err(|_elapsed| Problem::new(Code::UploadStalled))??;
    let (status, verified, error) = match sent {
        _ if place.is_none() => return Err(Problem::new(Code::Unavailable)),
        Sent::Nothing => (StatusCode::UNPROCESSABLE_ENTITY, None, Some(page.t("verify-none"))),
        Sent::TooLarge => {
            let size = page.locale.bytes(u64::try_from(limits::TRANSCRIPT_BYTES).unwrap_or(0));
            let error = page.t1("verify-too-large", "size", size);
            (StatusCode::PAYLOAD_TOO_LARGE, None, Some(error))
        }
        Sent::File(bytes) => {
            let report = report(bytes, trusted(&keys)).await?;
            (StatusCode::OK, Some(verified(&page, report)), None)
        }
    };
    html(status, &Verify { page, verified, error, keys: shown(&keys) })
}

async fn keys(visit: &Visit) -> Result<PublicKeys> {
    let desk = visit.app.desk().clone();
    let read =
        visit.app.desk().read(async move |rx| checkpoint::public_keys(rx, desk.keyring()).await);
    Ok(read.await?)
}

fn shown(keys: &PublicKeys) -> Vec<String> {
    keys.public_keys.iter().map(hex::encode).collect()
}

fn trusted(keys: &PublicKeys) -> Vec<Trusted> {
    let key = |public_key: &Vec<u8>| Trusted {
        origin: Some(keys.origin.clone()),
        public_key: public_key.clone(),
    };
    keys.public_keys.iter().map(key).collect()
}

async fn report(bytes: Vec<u8>, trusted: Vec<Trusted>) -> Result<Report> {
    let broken = || Problem::new(Code::Internal);
    let _turn = AT_ONCE.acquire().await.map_err(|_closed| broken())?;
    let verified = tokio::task::spawn_blocking(move || verify(&bytes, &trusted)).await;
    verified.map_err(|_panicked| broken())
}

/// What a form brought.
enum Sent {
    Nothing,
    TooLarge,
    File(Vec<u8>),
}

/// Reads the form. A file that is too large, or has no place, is heard out and not kept, so that the browser hears the answer.
async fn read(visit: &Visit, mut request: Request, has_place: bool) -> Result<Sent> {
    let most = usize::try_from(limits::ATTACHMENT_BYTES.saturating_mul(2)).unwrap_or(usize::MAX);
    DefaultBodyLimit::max(most).apply(&mut request);
    let mut multipart = parts::multipart(request).await?;
    let mut sent = Sent::Nothing;
    let mut trusted = false;
    let patience = visit.app.config().upload_stall;
    let room = if has_place { limits::TRANSCRIPT_BYTES } else { 0 };
    while let Some(field) = in_time(patience, multipart.next_field()).await? {
        if field.name() == Some(CSRF_FIELD) {
            require_field(&visit.app, Some(&visit.asker), Some(&token(patience, field).await?))?;
            trusted = true;
            continue;
        }
        if !trusted {
            // Good enough for somebody without a session, whom nobody can push into anything here.
            require_field(&visit.app, Some(&visit.asker), None)?;
            trusted = true;
        }
        if field.name() == Some("transcript") && matches!(sent, Sent::Nothing) {
            sent = file(patience, field, room).await?;
        }
    }
    if !trusted {
        require_field(&visit.app, Some(&visit.asker), None)?;
    }
    Ok(sent)
}

async fn token(patience: Duration, field: Field<'_>) -> Result<String> {
    match file(patience, field, TOKEN_BYTES).await? {
        Sent::File(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Sent::Nothing | Sent::TooLarge => Ok(String::new()),
    }
}

async fn file(patience: Duration, mut field: Field<'_>, room: usize) -> Result<Sent> {
    let (mut bytes, mut fits) = (Vec::new(), true);
    while let Some(chunk) = in_time(patience, field.chunk()).await? {
        fits = fits && bytes.len() + chunk.len() <= room;
        if fits {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(match (fits, bytes.is_empty()) {
        (false, _) => Sent::TooLarge,
        (true, true) => Sent::Nothing,
        (true, false) => Sent::File(bytes),
    })
}

fn verified(page: &Page, report: Report) -> Verified {
    let outcome = match report.verdict {
        Verdict::Genuine => Outcome::Genuine,
        Verdict::Changed => Outcome::Changed,
        Verdict::NotOurs => Outcome::NotOurs,
        Verdict::KeyUnknown => Outcome::KeyUnknown,
        Verdict::Unreadable => Outcome::Unreadable,
    };
    // What a file says that is not ours may be anything, so none of it is repeated.
    let ours = matches!(outcome, Outcome::Genuine | Outcome::Changed);
    let mut findings = if ours { told(page, &report.findings) } else { Vec::new() };
    let more = i64::try_from(findings.len().saturating_sub(TOLD)).unwrap_or(0);
    findings.truncate(TOLD);
    let facts = if outcome == Outcome::Genuine { facts(page, &report) } else { Vec::new() };
    Verified { outcome, facts, findings, more }
}

/// One line for each thing that does not fit, however many ways it does not.
fn told(page: &Page, findings: &[Finding]) -> Vec<String> {
    let (mut seen, mut lines) = (BTreeSet::new(), Vec::new());
    for finding in findings {
        // The data inside of an HTML file has findings of its own.
        let of_data = finding.place == "/page/data" && findings.iter().any(|f| f.seq.is_some());
        let what = what(page, finding);
        if !of_data && seen.insert(what.clone()) {
            lines.push(page.t1(how(finding.problem), "what", what));
        }
    }
    lines
}

fn facts(page: &Page, report: &Report) -> Vec<(String, String)> {
    let moment = |text: &String| text.parse::<Timestamp>().map(|at| page.time(&at.micros()));
    let made = report.made_at.as_ref().and_then(|text| moment(text).ok());
    let messages = i64::try_from(report.messages).unwrap_or(i64::MAX);
    let mut facts = vec![
        (page.t("verify-number"), report.number.clone().unwrap_or_default()),
        (page.t("verify-made"), made.unwrap_or_default()),
        (page.t("verify-messages"), page.locale.integer(messages)),
    ];
    let covered = page.t2("verify-covered", "count", report.proven, "all", report.entries);
    facts.push((page.t("verify-history"), covered));
    if let Some((number, of)) = report.part.filter(|(_, of)| *of > 1) {
        facts.push((page.t("verify-part"), part(page.locale, number, of)));
    }
    facts
}

/// Which of how many, with the separators of the language.
fn part(locale: Locale, number: u32, of: u32) -> String {
    let [number, of] = [number, of].map(|whole| locale.integer(i64::from(whole)));
    format!("{number} / {of}")
}

/// What a finding is about, in words.
fn what(page: &Page, finding: &Finding) -> String {
    let number = finding.seq.unwrap_or_default();
    match finding.part {
        Part::Text => page.t1("verify-text", "number", number),
        Part::Author => page.t1("verify-author", "number", number),
        Part::Time => page.t1("verify-time", "number", number),
        Part::File => page.t1("verify-file-of", "number", number),
        Part::Status => page.t1("verify-status", "number", number),
        Part::Erasure => page.t1("verify-erasure", "number", number),
        Part::Record => page.t1("verify-record", "number", number),
        // A file without any entry says so in a place that is of none.
        Part::Entry if finding.seq.is_none() => page.t("verify-head"),
        Part::Entry => page.t1("verify-entry", "number", number),
        Part::Ticket => page.t("verify-ticket"),
        Part::Head => page.t("verify-head"),
        Part::Log | Part::Seal => page.t("verify-seal"),
        Part::Page => match shown_entry(&finding.place) {
            Some(number) => page.t1("verify-page-entry", "number", number),
            None => page.t("verify-page"),
        },
    }
}

/// The key of what is wrong with it.
fn how(problem: Wrong) -> &'static str {
    match problem {
        Wrong::Changed | Wrong::Unreadable => "verify-was-changed",
        Wrong::Missing => "verify-is-missing",
        Wrong::Added => "verify-was-added",
        Wrong::OutOfOrder => "verify-was-moved",
        Wrong::Differs
        | Wrong::HashMismatch
        | Wrong::DigestMismatch
        | Wrong::NotProven
        | Wrong::SignatureInvalid => "verify-does-not-fit",
    }
}

/// The number of the entry that a block of an HTML transcript shows.
fn shown_entry(place: &str) -> Option<i64> {
    place.strip_prefix("/page/entries/")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_as_the_language_writes() {
        assert_eq!(part(Locale::En, 2, 3), "2 / 3");
        assert_eq!(part(Locale::En, 1_234, 5_000), "1,234 / 5,000");
        assert_eq!(part(Locale::Tr, 1_234, 5_000), "1.234 / 5.000");
    }
}
