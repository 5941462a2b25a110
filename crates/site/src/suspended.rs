//! Networks that stand still, where somebody is about to write about them.

use proofdesk_desk::form::{Answers, Form, Question, QuestionKind};
use proofdesk_desk::network_suspension::{Suspension, view, written};
use proofdesk_http::Result;

use crate::Page;
use crate::visit::Visit;

/// Every network of the brand's exchange that stands still.
pub(crate) async fn all(visit: &Visit) -> Result<Vec<Suspension>> {
    let brand_id = visit.brand.id;
    Ok(visit.app.desk().read(async move |rx| view::list(rx, brand_id).await).await?)
}

/// Those that a question is about, in words: who is asked for the network is told of all that stand still, everybody else
/// of what they named.
pub(crate) async fn of_question(
    visit: &Visit,
    page: &Page,
    form: &Form,
    question: &Question,
    answers: &Answers,
) -> Result<Vec<String>> {
    let all = all(visit).await?;
    let named = match question.kind {
        QuestionKind::Network => all,
        _ => of_answers(&all, form, answers),
    };
    Ok(named.iter().map(|one| line(page, one)).collect())
}

/// All of them for whoever is about to write where a form asks for a network, in words.
pub(crate) async fn of_form(visit: &Visit, page: &Page, form: &Form) -> Result<Vec<String>> {
    if form.questions.iter().all(|question| question.kind != QuestionKind::Network) {
        return Ok(Vec::new());
    }
    Ok(all(visit).await?.iter().map(|one| line(page, one)).collect())
}

/// One in words: what does not work, until when, and when that was true.
pub(crate) fn line(page: &Page, one: &Suspension) -> String {
    let key = match (one.can_deposit, one.can_withdraw) {
        (false, true) => "suspended-deposits",
        (true, false) => "suspended-withdrawals",
        _ => "suspended-both",
    };
    let coins = one.asset.clone().unwrap_or_else(|| page.t("suspended-all-coins"));
    let mut said = vec![page.t2(key, "what", coins, "network", written(&one.network))];
    if let Some(at) = one.resumes_at {
        said.push(page.t1("suspended-until", "time", page.time(&at.micros())));
    }
    let as_of = page.time(&one.as_of.micros());
    page.t2("told-as-of", "what", page.sentences(&said), "time", as_of)
}

/// Those that the answers of a form name.
pub(crate) fn of_answers(all: &[Suspension], form: &Form, answers: &Answers) -> Vec<Suspension> {
    let given = |kind: QuestionKind| {
        let asked = form.questions.iter().filter(move |question| question.kind == kind);
        asked.filter_map(|question| answers.get(&question.key)?.as_deref())
    };
    let assets: Vec<&str> = given(QuestionKind::Asset).collect();
    let named = |one: &Suspension, network: &str| match assets.as_slice() {
        [] => one.concerns(Some(network), None),
        some => some.iter().any(|asset| one.concerns(Some(network), Some(asset))),
    };
    let is_named =
        |one: &&Suspension| given(QuestionKind::Network).any(|network| named(one, network));
    all.iter().filter(is_named).cloned().collect()
}
