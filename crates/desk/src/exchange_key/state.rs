//! What the log says of the exchange's keys, held against their rows. Whoever slips one in can be any customer.

use std::collections::BTreeMap;

use proofdesk_store::Rx;

use super::event::{ExchangeKeyAdded, ExchangeKeyRevoked};
use super::{Algorithm, ExchangeKey, view};
use crate::error::Result;
use crate::id::{BrandId, ExchangeKeyId};
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;

#[derive(Debug)]
struct Said {
    brand_id: BrandId,
    algorithm: Algorithm,
    is_revoked: bool,
}

/// What the events say of all keys.
#[derive(Debug, Default)]
pub(crate) struct Told {
    keys: BTreeMap<ExchangeKeyId, Said>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("exchange_key.");
        if let Some(ExchangeKeyAdded { exchange_key_id, brand_id, algorithm }) = known(event) {
            self.keys.insert(exchange_key_id, Said { brand_id, algorithm, is_revoked: false });
        } else if let Some(ExchangeKeyRevoked { exchange_key_id }) = known(event)
            && let Some(said) = self.keys.get_mut(&exchange_key_id)
        {
            said.is_revoked = true;
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<ExchangeKey> = rx.query(view::LIST, &[]).await?;
        for row in rows {
            let Some(said) = self.keys.remove(&row.id) else {
                differ.push(Differs::new("exchange_key", row.id, "id"));
                continue;
            };
            let columns = [
                ("brand_id", said.brand_id == row.brand_id),
                ("algorithm", said.algorithm == row.algorithm),
                ("revoked_at", said.is_revoked == row.revoked_at.is_some()),
            ];
            differ.extend(Differs::of("exchange_key", row.id, columns));
        }
        differ.extend(self.keys.into_keys().map(|id| Differs::new("exchange_key", id, "id")));
        Ok(differ)
    }
}
