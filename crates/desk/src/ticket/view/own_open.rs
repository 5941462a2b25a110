//! What a customer's start page shows of their tickets: the open ones, and of each what a line says.

use proofdesk_store::{FromRow, Row, Rx, params};

use crate::error::Result;
use crate::id::PublicId;
use crate::scope_sql::scoped;
use crate::ticket::StatusCategory;
use crate::time::Timestamp;
use crate::viewer::CustomerViewer;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[OPEN];

// A customer's matter stands in their list once: where it goes on.
const OPEN: &str = scoped!(
    1,
    "select t.public_id, t.subject, t.lang, t.status_category, t.last_message_at from ticket t \
     where t.status_category in ('open', 'waiting_on_customer', 'waiting_on_internal') \
     and not exists (select 1 from ticket_merge g where g.ticket_id = t.id)",
    " order by t.last_message_at desc, t.id desc limit $2"
)
.customer;

/// A ticket on which somebody still has something to do, as a line shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTicket {
    pub public_id: PublicId,
    pub subject: String,
    pub lang: String,
    pub status_category: StatusCategory,
    pub last_message_at: Timestamp,
}

impl FromRow for OpenTicket {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            public_id: row.next()?,
            subject: row.next()?,
            lang: row.next()?,
            status_category: row.next()?,
            last_message_at: row.next()?,
        })
    }
}

/// The customer's own open tickets, the newest activity first.
pub async fn own_open(rx: &Rx<'_>, me: &CustomerViewer, limit: u32) -> Result<Vec<OpenTicket>> {
    Ok(rx.query(OPEN, params![me.customer_id, limit]).await?)
}
