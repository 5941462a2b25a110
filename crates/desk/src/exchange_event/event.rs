//! Frozen payloads of what people do to streams. What events do stands in the streams of what they change.

use crate::id::{BrandId, ExchangeEventId};
use crate::payload::payloads;

payloads! {
    /// Somebody had an event handled again that had failed.
    EventRetried = "exchange_event.retried" v 1 { exchange_event_id: ExchangeEventId, brand_id: BrandId, seq: i64 }

    /// Somebody let a stream go on without numbers that did not come, both inclusive.
    GapSkipped = "exchange_event.gap_skipped" v 1 { brand_id: BrandId, from: i64, to: i64 }
}
