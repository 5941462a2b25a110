//! Of a node without indexes: whether the one that it asks for words answers.

use proofdesk_locale::Locale;
use proofdesk_search::Best;

use super::{Check, CheckName, Level};
use crate::code::Code;
use crate::desk::Desk;
use crate::lookup::{ArticleAsk, NodeError, NodeFuture, TicketAsk};

/// Asks for no article; `None` where nobody is asked.
pub(super) fn articles(desk: &Desk) -> Option<NodeFuture<()>> {
    let answer = desk.lookup().node?.articles(&ArticleAsk {
        text: String::new(),
        locale: Locale::En,
        audience: Vec::new(),
        section: None,
        limit: 1,
        is_typing: false,
    });
    Some(Box::pin(async move { answer.await.map(|_none| ()) }))
}

/// Asks for a ticket inside of no scope; `None` where nobody is asked.
pub(super) fn tickets(desk: &Desk) -> Option<NodeFuture<()>> {
    let answer = desk.lookup().node?.tickets(&TicketAsk {
        wanted: Vec::new(),
        scope: Some(Vec::new()),
        facts: Vec::new(),
        standing: Vec::new(),
        marks: Vec::new(),
        times: Vec::new(),
        since: None,
        until: None,
        best: Best::Newest,
        limit: 1,
    });
    Some(Box::pin(async move { answer.await.map(|_none| ()) }))
}

/// Words are answered with 503 while it is silent, and everything else as always.
pub(super) fn told(name: CheckName, answer: Result<(), NodeError>) -> Check {
    let (level, error) = match answer {
        Ok(()) => (Level::Ok, None),
        Err(_silent) => (Level::Warning, Some(Code::SearchNotReady.as_str())),
    };
    Check { error, is_elsewhere: true, ..Check::of(name, level) }
}
