//! What the exchange says of the transfers that a ticket is about, beside the ticket.

use std::time::Duration;

use proofdesk_desk::bridge::{self, Amount, Ask, Transfers};
use proofdesk_desk::form::QuestionKind;
use proofdesk_desk::form::view::TicketAnswers;
use proofdesk_desk::ticket::view::Moment;
use proofdesk_http::Result;

use crate::Page;
use crate::account::shape;
use crate::view::{Beside, Part, Transfer};
use crate::visit::Visit;

/// The page of a ticket stands without the exchange: it waits no longer than this for what is said beside it.
const PATIENCE: Duration = Duration::from_millis(250);
/// So many transfers; all of them are on the page of the account.
const SHOWN: usize = 3;

/// Which of the customer's transfers a ticket is about.
struct About {
    /// What was said in it, in small letters: a transfer is known by its transaction.
    said: Vec<String>,
    /// The coin that it is about, if that was answered.
    asset: Option<String>,
    deposits: bool,
    withdrawals: bool,
}

impl About {
    fn new(category: Option<&str>, moments: &[Moment], answers: &TicketAnswers) -> Self {
        let bodies = moments.iter().filter_map(|moment| match moment {
            Moment::Message(view) => view.body.as_deref(),
            _ => None,
        });
        let asset = answers.answers.iter().find(|(fact, _)| fact.kind == QuestionKind::Asset);
        let given = answers.answers.iter().filter_map(|(fact, _)| fact.value.as_deref());
        let speaks = |of: &str| category.is_some_and(|category| category.contains(of));
        Self {
            said: bodies.chain(given).map(str::to_lowercase).collect(),
            asset: asset.and_then(|(fact, _)| fact.value.clone()),
            deposits: speaks("deposit") || speaks("memo"),
            withdrawals: speaks("withdrawal"),
        }
    }

    fn is_of(&self, amount: &Amount) -> bool {
        self.asset.as_ref().is_none_or(|asset| asset.eq_ignore_ascii_case(&amount.asset))
    }

    fn names(&self, hash: Option<&str>) -> bool {
        let Some(hash) = hash.map(str::to_lowercase).filter(|hash| !hash.is_empty()) else {
            return false;
        };
        self.said.iter().any(|text| text.contains(&hash))
    }
}

/// The transfers that the ticket names, or else the newest of its kind; `None` where there is nothing to say: the ticket is
/// about something else, or its reader has not signed in by the account, or nothing is known in time.
pub(super) async fn beside(
    visit: &Visit,
    page: &Page,
    category: Option<&str>,
    moments: &[Moment],
    answers: &TicketAnswers,
) -> Result<Option<Beside>> {
    let Some(bridge) = visit.app.desk().bridge() else { return Ok(None) };
    let me = visit.asker.viewer.customer()?.clone();
    let read = visit.app.desk().read(async move |rx| bridge::view::own_account(rx, &me).await);
    let Some(account) = read.await? else { return Ok(None) };
    let ask = Ask::by(&visit.cx(), account);
    let told = tokio::time::timeout(PATIENCE, Transfers::gather(bridge, &ask)).await;
    let about = About::new(category, moments, answers);
    Ok(told.ok().and_then(|told| chosen(page, &about, told)))
}

fn chosen(page: &Page, about: &About, told: Transfers) -> Option<Beside> {
    let deposits = shape::part(told.deposits, |all| {
        let named = |it: &bridge::facts::Deposit| about.names(it.tx_hash.as_deref());
        let kin = |it: &bridge::facts::Deposit| about.deposits && about.is_of(&it.amount);
        let shown = picked(all, named, kin);
        shown.into_iter().map(|one| shape::deposit(page, one)).collect()
    });
    let withdrawals = shape::part(told.withdrawals, |all| {
        let named = |it: &bridge::facts::Withdrawal| about.names(it.tx_hash.as_deref());
        let kin = |it: &bridge::facts::Withdrawal| about.withdrawals && about.is_of(&it.amount);
        let shown = picked(all, named, kin);
        shown.into_iter().map(|one| shape::withdrawal(page, one)).collect()
    });
    [("account-deposits", deposits), ("account-withdrawals", withdrawals)].into_iter().find_map(
        |(title, part): (_, Part<Vec<Transfer>>)| match part {
            Part::Known { as_of_us, is_last, facts } if !facts.is_empty() => {
                Some(Beside { title, as_of_us, is_last, transfers: facts })
            }
            _ => None,
        },
    )
}

/// Those that are named; without any, the newest of the kind and coin that it is about.
fn picked<T>(all: Vec<T>, is_named: impl Fn(&T) -> bool, is_kin: impl Fn(&T) -> bool) -> Vec<T> {
    let (named, others): (Vec<T>, Vec<T>) = all.into_iter().partition(is_named);
    if named.is_empty() {
        return others.into_iter().filter(is_kin).take(SHOWN).collect();
    }
    named.into_iter().take(SHOWN).collect()
}
