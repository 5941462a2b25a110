//! Frozen payloads.

use super::Algorithm;
use crate::id::{BrandId, ExchangeKeyId};
use crate::payload::payloads;

payloads! {
    ExchangeKeyAdded = "exchange_key.added" v 1 {
        exchange_key_id: ExchangeKeyId, brand_id: BrandId, algorithm: Algorithm,
    }

    ExchangeKeyRevoked = "exchange_key.revoked" v 1 { exchange_key_id: ExchangeKeyId }
}
