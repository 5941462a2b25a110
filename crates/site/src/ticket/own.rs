//! What a customer is told of their own messages: what was hidden, and what was read in them.

use std::collections::BTreeSet;

use proofdesk_desk::evidence::{
    self, Check, Evidence, EvidenceFact, Item, ProblemFact, check_of, problem_of,
};
use proofdesk_desk::form::QuestionKind;
use proofdesk_desk::render::MaskedSpan;
use proofdesk_desk::ticket::view::AttachmentView;
use proofdesk_locale::FluentArgs;

use crate::Page;
use crate::view::{Fact, Leak, LeakGroup, Standing, groups};

/// Kinds that are worth a word under a message. Dates and names of coins are read for the desk's sake.
const TOLD: &[&str] = &["tx", "address", "link", "uid", "order", "amount"];
/// Kinds whose values are compared character by character.
const CODES: &[&str] = &["tx", "address", "order"];

/// What was hidden in a message and its files; `None` where nothing was. `theft`: whether the ticket is treated as one.
pub(super) fn leak(
    page: &Page,
    findings: &[MaskedSpan],
    files: &[AttachmentView],
    theft: bool,
) -> Option<Leak> {
    let in_files = files.iter().flat_map(|file| &file.leaks).map(|leak| leak.kind.as_str());
    let kinds = findings.iter().map(|span| span.kind.as_str()).chain(in_files);
    let (what, found) = secrets(page, kinds)?;
    let is_key = found.iter().any(|group| group.is_key());
    let advice = found.into_iter().map(LeakGroup::advice).collect();
    Some(Leak { what, advice, is_key, is_theft: is_key && theft })
}

/// What kinds of secrets are called together, and what there is to do about them, the most urgent first; `None` for no kinds.
pub(crate) fn secrets<'a>(
    page: &Page,
    kinds: impl Iterator<Item = &'a str>,
) -> Option<(String, BTreeSet<LeakGroup>)> {
    let mut names: Vec<String> = Vec::new();
    let mut groups = BTreeSet::new();
    for kind in kinds {
        let name = page.secret(kind);
        if !names.contains(&name) {
            names.push(name);
        }
        groups.extend(LeakGroup::of(kind));
    }
    (!names.is_empty()).then(|| (page.list(&names), groups))
}

/// A message's HTML with the names of what was hidden in place of the masks.
pub(crate) fn named(page: &Page, html: String, findings: &[MaskedSpan]) -> String {
    findings.iter().fold(html, |html, span| {
        let mask = format!("⟦{}⟧", span.kind);
        let name = page.secret(&span.kind);
        html.replace(&mask, &format!("<span class=\"hidden-secret\">{name}</span>"))
    })
}

/// The evidence of a message, as far as a customer needs to hear of it.
pub(super) fn facts(page: &Page, evidence: Vec<Evidence>) -> Vec<Fact> {
    let told = evidence.into_iter().filter(|one| TOLD.contains(&one.fact.kind.as_str()));
    told.map(|one| fact(page, one.fact)).collect()
}

fn fact(page: &Page, fact: EvidenceFact) -> Fact {
    let kind = kind_name(page, &fact.kind);
    let network = match fact.networks.as_slice() {
        [only] => Some(page.t(&format!("network-{only}"))),
        _ => None,
    };
    let foreign = fact.problem.is_none() && evidence::is_fact_not_own(&fact, page.own_uid());
    let standing = standing(fact.problem.as_ref(), fact.check);
    let problem = fact.problem.as_ref().map(|problem| sentence(page, &kind, problem));
    Fact {
        network,
        explorer: evidence::explorer(&fact),
        standing: if foreign { Standing::Problem } else { standing },
        problem: problem.or_else(|| foreign.then(|| page.t("evidence-uid-not-yours"))),
        value: value(page, &fact.kind, &fact.value),
        kind,
    }
}

/// `1250.50 USDT` as the reader writes it.
fn amount(page: &Page, value: &str) -> String {
    let written = value.split_once(' ').map(|(digits, ticker)| page.locale.money(digits, ticker));
    written.and_then(Result::ok).unwrap_or_else(|| value.to_owned())
}

/// What is wrong with a value that was typed just now; `None` where nothing is.
pub(crate) fn fault(page: &Page, item: &Item) -> Option<String> {
    let problem = problem_of(item.problem.as_ref()?);
    Some(sentence(page, &kind_name(page, item.kind.as_str()), &problem))
}

/// Whether an answer names the account of somebody else. Of what is no UID and no text of one's own, nothing is read.
pub(crate) fn uid_differs(page: &Page, kind: QuestionKind, answer: &str) -> bool {
    let is_uid = kind == QuestionKind::Uid;
    let is_read = is_uid || kind == QuestionKind::Text;
    is_read && evidence::names_another(answer, is_uid, page.own_uid())
}

/// Whether it is worth a word.
pub(crate) fn is_told(item: &Item) -> bool {
    TOLD.contains(&item.kind.as_str())
}

/// What was recognised in a text that is not sent yet, as far as a customer needs to hear of it.
pub(crate) fn recognised(page: &Page, items: &[Item]) -> Vec<Fact> {
    let told = items.iter().filter(|item| is_told(item));
    told.map(|item| of_item(page, item)).collect()
}

fn of_item(page: &Page, item: &Item) -> Fact {
    let problem = item.problem.as_ref().map(problem_of);
    Fact {
        // The box says in a sentence on which networks it can exist, and leads nowhere before it is sent.
        network: None,
        explorer: None,
        kind: kind_name(page, item.kind.as_str()),
        value: value(page, item.kind.as_str(), &item.value),
        standing: standing(problem.as_ref(), check_of(item)),
        problem: fault(page, item),
    }
}

fn kind_name(page: &Page, kind: &str) -> String {
    page.t(&format!("evidence-kind-{}", kind.replace('_', "-")))
}

fn value(page: &Page, kind: &str, value: &str) -> Vec<String> {
    match kind {
        "amount" => vec![amount(page, value)],
        code if CODES.contains(&code) => groups(value),
        _ => vec![value.to_owned()],
    }
}

fn standing(problem: Option<&ProblemFact>, check: Check) -> Standing {
    match (problem, check) {
        (Some(problem), _) if problem.is_phishing => Standing::Phishing,
        (Some(_), _) | (None, Check::Problem) => Standing::Problem,
        (None, Check::Checksum) => Standing::Checked,
        (None, Check::Shape) => Standing::Shape,
    }
}

fn sentence(page: &Page, what: &str, problem: &ProblemFact) -> String {
    let mut args = FluentArgs::new();
    args.set("what", what);
    for (name, value) in &problem.arguments {
        match (name.as_str(), value.parse::<u64>()) {
            // Programs count from 0, people from 1.
            ("position", Ok(number)) => args.set("position", number + 1),
            ("have" | "want" | "head" | "tail", Ok(number)) => args.set(name.clone(), number),
            _ => args.set(name.clone(), value.clone()),
        }
    }
    page.t_with(&key(problem), &args)
}

/// The key of a problem's sentence.
fn key(problem: &ProblemFact) -> String {
    let expected =
        problem.code == "changed_character" && problem.arguments.contains_key("expected");
    let end = if expected { "-expected" } else { "" };
    format!("evidence-problem-{}{end}", problem.code.replace('_', "-"))
}
