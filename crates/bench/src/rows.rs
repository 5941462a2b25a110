//! The rows of one ticket with its first message, as the real verb writes them: the work that raw limits are measured with.

use uuid::Uuid;

/// The statements of one ticket in order: two selects, then the writes. `feed` is left to each engine.
pub const SELECTS: [&str; 2] = [
    "select id from category where brand_id = $1 and slug = $2",
    "select count(*) from ticket where public_id = $1",
];
pub const TICKET: &str = "insert into ticket (id, public_id, brand_id, customer_id, category_id, subject, status_id, \
    status_category, priority, risk, channel, lang, created_at, updated_at, last_message_at, last_message_by, \
    message_count, version) values ($1, $2, $3, $4, $5, $6, $7, 'open', 1, 'none', 'portal', 'en', $8, $8, $8, \
    'customer', 1, 1)";
pub const MESSAGE: &str = "insert into message (id, ticket_id, seq, visibility, author_kind, author_id, channel, lang, \
    created_at) values ($1, $2, 1, 'public', 'customer', $3, 'portal', 'en', $4)";
pub const BODY: &str = "insert into message_body (message_id, salt, body, html, findings) values ($1, $2, $3, $4, '[]')";
pub const COUNT: &str = "insert into ticket_count (brand_id, status_category, assigned, shard, n) \
    values ($1, 'open', false, $2, 1) \
    on conflict (brand_id, status_category, assigned, shard) do update set n = ticket_count.n + excluded.n";
/// What the message names: here an amount.
pub const EVIDENCE: &str = "insert into evidence (id, ticket_id, message_id, kind, value, key, detail, author_kind, created_at) \
    values ($1, $2, $3, 'amount', '0.5 BTC', '0.5 btc', $4, 'system', $5)";
/// Twice: the ticket was opened, and evidence was found in its message.
pub const EVENT: &str = "insert into event (id, stream, seq, at, actor, kind, v, payload, salt, payload_digest, prev, hash) \
    values ($1, $2, $3, $4, $5, 'ticket.opened', 1, $6, $7, $8, $9, $10)";
/// What the customer is told of a ticket that somebody else opened for them.
pub const NOTIFICATION: &str = "insert into notification (id, customer_id, ticket_id, message_id, kind, created_at) \
    values ($1, $2, $3, $4, 'opened', $5)";
pub const HEAD: &str = "insert into stream_head (stream, seq, hash) values ($1, 2, $2)";

/// What stands in the rows that every ticket points to.
#[derive(Clone, Copy, Debug)]
pub struct Ground {
    pub brand_id: Uuid,
    pub customer_id: Uuid,
    pub category_id: Uuid,
    pub status_id: Uuid,
}

/// One ticket's values. Sizes are those of a typical request.
#[derive(Clone, Debug)]
pub struct Values {
    pub ticket_id: Uuid,
    pub message_id: Uuid,
    pub evidence_id: Uuid,
    pub notification_id: Uuid,
    pub event_ids: [Uuid; 2],
    pub public_id: String,
    pub subject: String,
    pub body: String,
    pub html: String,
    pub stream: String,
    pub actor: String,
    /// The column `detail` of the evidence.
    pub detail: String,
    /// Of both events, in their order.
    pub payloads: [Vec<u8>; 2],
    pub now: i64,
    pub shard: i64,
    pub hash: Vec<u8>,
}

/// The category that tickets are opened in.
pub const CATEGORY: &str = "deposit-not-credited";
/// A message of the usual length.
pub const BODY_TEXT: &str = "Hello, I sent 0.5 BTC from my wallet yesterday evening and it has had more than forty \
    confirmations since, but the balance on my account has not changed. The transaction id is in the form. Could somebody \
    look at it, please? I need the money for rent on Friday. Thank you very much.";

impl Values {
    pub fn new(n: u64) -> Self {
        let id =
            |kind: u64| Uuid::from_u64_pair((0x0190_0000_0000_7000) + (n << 16), (kind << 60) | n);
        let ticket_id = id(9);
        Self {
            ticket_id,
            message_id: id(10),
            evidence_id: id(12),
            notification_id: id(14),
            event_ids: [id(11), id(13)],
            public_id: format!("PD-{n:09}"),
            subject: "My deposit is not credited".to_owned(),
            body: BODY_TEXT.to_owned(),
            html: format!("<p>{BODY_TEXT}</p>"),
            stream: format!("ticket:{ticket_id}"),
            actor: format!("customer:{ticket_id}"),
            detail: "x".repeat(120),
            payloads: [vec![b'x'; 720], vec![b'x'; 300]],
            now: 1_790_000_000_000_000 + i64::try_from(n).unwrap_or(0),
            shard: i64::try_from(n % 8).unwrap_or(0),
            hash: vec![7; 32],
        }
    }
}
