//! Frozen payloads.

use crate::id::{CustomerId, TicketId, TicketLinkId};
use crate::payload::payloads;

payloads! {
    /// Somebody opened a link that was mailed to a customer, and is this customer for a while.
    TicketLinkOpened = "ticket_link.opened" v 1 {
        ticket_link_id: TicketLinkId, customer_id: CustomerId, ticket_id: TicketId,
    }

    /// A customer signed out everywhere, and no link that was mailed to them before works any more.
    TicketLinksEnded = "ticket_link.ended" v 1 { customer_id: CustomerId }

    /// Whoever had a link that was over asked for a new one, which goes to the same address.
    TicketLinkRenewed = "ticket_link.renewed" v 1 {
        ticket_link_id: TicketLinkId, customer_id: CustomerId, ticket_id: TicketId,
    }

    /// Links to a ticket do not work any more, and sessions that came by one are over.
    TicketLinksRevoked = "ticket_link.revoked" v 1 { customer_id: CustomerId, ticket_id: TicketId }
}
