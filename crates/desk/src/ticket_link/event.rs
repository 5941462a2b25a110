//! Frozen payloads.

use crate::id::{CustomerId, TicketId, TicketLinkId};
use crate::payload::payloads;

payloads! {
    /// Somebody opened a link that was mailed to a customer, and is this customer for a while.
    TicketLinkOpened = "ticket_link.opened" v 1 {
        ticket_link_id: TicketLinkId, customer_id: CustomerId, ticket_id: TicketId,
    }

    /// Links to a ticket do not work any more, and sessions that came by one are over.
    TicketLinksRevoked = "ticket_link.revoked" v 1 { customer_id: CustomerId, ticket_id: TicketId }
}
