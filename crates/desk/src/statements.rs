//! Every statement of the desk, for whoever wants to see each prepared.

use crate::{
    account_act, api_token, app_push, article, article_file, assignment, attachment, availability,
    brand, category, constraint, customer, customer_erasure, department, draft, evidence,
    exchange_event, exchange_key, exchange_token, filter, form, glossary, health, help_section,
    identity, indexed, job, link, log, log_verification, look, missed_search, network_suspension,
    notification, organisation, password, prune, push_subscription, quota, reach, readiness,
    reply_draft, reply_macro, rescan, role, sandbox, saved_view, sealed_input, session, shift,
    side_conversation, sign_in_page, skill, staff, staff_mail, status, tag, team, ticket,
    ticket_link, totp, transcript, transfer, upload, verification, webhook,
};

/// Every statement whose text is fixed. Lists with filters chosen at run time are built by sea-query and not here.
pub fn statements() -> Vec<&'static str> {
    let fixed = [
        account_act::ALL,
        api_token::ALL,
        api_token::state::ALL,
        app_push::ALL,
        article::ALL,
        article::feedback::ALL,
        article::state::ALL,
        article::from_ticket::ALL,
        article::gap::ALL,
        article::handover::ALL,
        article::lead::ALL,
        article::mask::ALL,
        article::reader::ALL,
        article::remind::ALL,
        article::search::ALL,
        article::view::ALL,
        article::word::ALL,
        article_file::ALL,
        article_file::mask::ALL,
        assignment::ALL,
        attachment::ALL,
        attachment::state::ALL,
        availability::ALL,
        availability::state::ALL,
        brand::ALL,
        category::ALL,
        category::state::ALL,
        category::view::ALL,
        constraint::ALL,
        constraint::state::ALL,
        customer::ALL,
        customer::state::ALL,
        customer_erasure::ALL,
        department::ALL,
        draft::ALL,
        evidence::ALL,
        evidence::state::ALL,
        exchange_event::ALL,
        exchange_key::ALL,
        exchange_token::ALL,
        filter::ALL,
        form::ALL,
        form::mask::ALL,
        form::state::ALL,
        glossary::ALL,
        health::ALL,
        glossary::mask::ALL,
        help_section::ALL,
        identity::ALL,
        identity::mask::ALL,
        indexed::snapshot::ALL,
        job::ALL,
        link::ALL,
        log_verification::ALL,
        look::sql::ALL,
        missed_search::ALL,
        network_suspension::ALL,
        notification::ALL,
        organisation::ALL,
        password::ALL,
        prune::ALL,
        push_subscription::ALL,
        quota::ALL,
        reach::ALL,
        readiness::ALL,
        reply_draft::ALL,
        reply_macro::ALL,
        reply_macro::mask::ALL,
        rescan::ALL,
        rescan::reason::ALL,
        rescan::setting::ALL,
        role::ALL,
        role::state::ALL,
        sandbox::ALL,
        saved_view::ALL,
        saved_view::mask::ALL,
        sealed_input::ALL,
        session::ALL,
        shift::ALL,
        shift::state::ALL,
        side_conversation::ALL,
        side_conversation::view::ALL,
        sign_in_page::ALL,
        skill::ALL,
        staff::ALL,
        staff::state::ALL,
        staff_mail::handover::ALL,
        staff_mail::mention::ALL,
        staff_mail::review::ALL,
        status::ALL,
        status::state::ALL,
        status::view::ALL,
        tag::ALL,
        tag::view::ALL,
        team::ALL,
        team::state::ALL,
        ticket::ALL,
        ticket::search::ALL,
        ticket_link::ALL,
        totp::ALL,
        upload::ALL,
        verification::ALL,
        verification::state::ALL,
        upload::view::ALL,
        transcript::ALL,
        webhook::ALL,
        webhook::view::ALL,
    ];
    let mut all = fixed.concat();
    all.extend(attachment::view::all());
    all.extend(reply_draft::view::all());
    all.extend(ticket::view::all());
    all.extend(transfer::all());
    all.extend(log::all());
    all
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::MIGRATIONS;

    #[tokio::test]
    async fn every_statement_prepares_on_both_engines() {
        for db in proofdesk_store::testing::both(MIGRATIONS).await {
            db.prepare_all(&statements()).await.unwrap();
        }
    }
}
