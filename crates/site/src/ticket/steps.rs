//! A ticket's life in plain words: what was done, what is now, what comes next.

use proofdesk_desk::ticket::view::{EventView, MessageView, Moment};
use proofdesk_desk::ticket::{Author, StatusCategory, StatusCause, Ticket};

use super::shape::{merged, status};
use crate::Page;
use crate::view::{Step, StepKind};

/// Steps behind that are shown; of a longer life the beginning and the latest ones.
const SHOWN: usize = 7;

/// What is known of how a ticket began.
#[derive(Clone, Copy)]
pub(super) struct Beginning {
    /// The desk opened it for its customer.
    pub is_of_desk: bool,
    /// Its first moments are among those that are told.
    pub is_shown: bool,
}

/// The steps of a ticket: those behind, oldest first, then the present one and the next.
pub(super) fn steps(
    page: &Page,
    ticket: &Ticket,
    beginning: Beginning,
    moments: &[Moment],
) -> Vec<Step> {
    let Beginning { is_of_desk, is_shown } = beginning;
    let mut done = vec![Step {
        kind: StepKind::Done,
        text: page.t(if is_of_desk { "step-opened-for" } else { "step-opened" }),
        number: None,
        at_us: Some(ticket.created_at.micros()),
    }];
    // Nobody answers who was not asked.
    let mut has_asked = !is_of_desk || !is_shown;
    for moment in moments {
        let step = match moment {
            // Told by the step above.
            Moment::Message(view) if begins(ticket, view) => None,
            Moment::Message(view) => {
                has_asked |= view.message.author == Author::Customer;
                message(page, view, has_asked)
            }
            Moment::Event(view) => event(page, view),
        };
        match (step, done.last_mut()) {
            // Three messages in a row are one step, told by the latest.
            (Some(step), Some(last)) if last.text == step.text => last.at_us = step.at_us,
            (Some(step), _) => done.push(step),
            (None, _) => {}
        }
    }
    if done.len() > SHOWN {
        done.drain(1..done.len().saturating_sub(SHOWN - 1));
    }
    done.extend(ahead(page, ticket));
    done
}

/// Where the ticket stands, and what happens then.
fn ahead(page: &Page, ticket: &Ticket) -> Vec<Step> {
    let status = status(ticket.status_category);
    let step = |kind, key: &str| Step { kind, text: page.t(key), number: None, at_us: None };
    if status.is_done() {
        return Vec::new();
    }
    vec![step(StepKind::Now, status.sentence()), step(StepKind::Next, status.after())]
}

/// Whether it is the message that a ticket was opened with, and not one of another ticket that goes on here.
fn begins(ticket: &Ticket, view: &MessageView) -> bool {
    view.message.ticket_id == ticket.id && view.message.seq == 1
}

fn message(page: &Page, view: &MessageView, has_asked: bool) -> Option<Step> {
    let told = if has_asked { "step-answered" } else { "step-wrote" };
    let text = match (view.message.author, &view.author_name) {
        (Author::Customer, _) => return None,
        (Author::Staff, Some(name)) => page.t1(told, "name", name.clone()),
        (Author::Staff | Author::System, _) => page.t("step-desk-wrote"),
    };
    let at_us = Some(view.message.created_at.micros());
    Some(Step { kind: StepKind::Done, text, number: None, at_us })
}

fn event(page: &Page, view: &EventView) -> Option<Step> {
    let word = |name: &str| view.payload.as_ref()?.get(name)?.as_str();
    let at_us = Some(view.at.micros());
    let text = match view.kind.as_str() {
        "ticket.nudged" => page.t("step-nudged"),
        "ticket.escalated" if word("tier") == Some("lead") => page.t("step-escalated-lead"),
        "ticket.escalated" => page.t("step-escalated"),
        "ticket.verification_asked" => page.t("step-verification-asked"),
        "ticket.verification_proven" => page.t("step-verification-proven"),
        "ticket.verification_withdrawn" => page.t("step-verification-withdrawn"),
        "ticket.status_set" => {
            let category: StatusCategory = word("status_category")?.parse().ok()?;
            let by_customer = [StatusCause::CustomerReplied, StatusCause::CustomerReopened];
            let cause = word("cause").unwrap_or_default();
            match category {
                StatusCategory::WaitingOnInternal => page.t("step-handed-on"),
                StatusCategory::WaitingOnCustomer => page.t("step-asked"),
                StatusCategory::Solved => page.t("step-solved"),
                StatusCategory::Closed => page.t("step-closed"),
                StatusCategory::Open if cause == StatusCause::CustomerReopened.as_str() => {
                    page.t("step-reopened")
                }
                StatusCategory::Open if by_customer.iter().any(|known| known.as_str() == cause) => {
                    page.t("step-replied")
                }
                StatusCategory::Open => page.t("step-back"),
            }
        }
        _ => {
            let (text, number) = merged(page, view)?;
            return Some(Step { kind: StepKind::Done, text, number: Some(number), at_us });
        }
    };
    Some(Step { kind: StepKind::Done, text, number: None, at_us })
}
