//! What the log says of API tokens, held against their rows.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_store::{Rx, params};
use uuid::Uuid;

use super::event::{ApiTokenCreated, ApiTokenRevoked};
use crate::error::Result;
use crate::id::{ApiTokenId, Id as _, StaffId};
use crate::limits;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::staff::event::Disabled;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[PAGE];

const PAGE: &str = "select id, staff_id, scopes, expires_at, revoked_at is not null from api_token \
    where id > $1 order by id limit $2";

#[derive(Debug)]
struct Said {
    staff_id: StaffId,
    scopes: BTreeSet<String>,
    expires_at: Option<Timestamp>,
    is_revoked: bool,
}

/// A token's row.
type Row = (ApiTokenId, StaffId, String, Option<Timestamp>, bool);

/// What the events say of all tokens.
#[derive(Debug, Default)]
pub(crate) struct Told {
    tokens: BTreeMap<ApiTokenId, Said>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        let is_ours = event.kind.starts_with("api_token.") || event.kind == "member.disabled";
        self.blind |= event.payload.is_none() && is_ours;
        if let Some(ApiTokenCreated { api_token_id, staff_id, scopes, expires_at }) = known(event) {
            let scopes = scopes.into_iter().collect();
            let said = Said { staff_id, scopes, expires_at, is_revoked: false };
            self.tokens.insert(api_token_id, said);
        } else if let Some(ApiTokenRevoked { api_token_id, .. }) = known(event) {
            if let Some(said) = self.tokens.get_mut(&api_token_id) {
                said.is_revoked = true;
            }
        } else if let Some(Disabled { staff_id }) = known(event) {
            let own = self.tokens.values_mut().filter(|said| said.staff_id == staff_id);
            own.for_each(|said| said.is_revoked = true);
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let (mut differ, mut after) = (Vec::new(), ApiTokenId::from_uuid(Uuid::nil()));
        if self.blind {
            return Ok(differ);
        }
        loop {
            let page: Vec<Row> = rx.query(PAGE, params![after, limits::AUDIT_PAGE]).await?;
            let Some((last, ..)) = page.last() else { break };
            after = *last;
            for row in page {
                match self.tokens.remove(&row.0) {
                    Some(said) => differ.extend(said.differ(row)),
                    None => differ.push(Differs::new("api_token", row.0, "id")),
                }
            }
        }
        differ.extend(self.tokens.into_keys().map(|id| Differs::new("api_token", id, "id")));
        Ok(differ)
    }
}

impl Said {
    fn differ(self, (id, staff_id, scopes, expires_at, is_revoked): Row) -> Vec<Differs> {
        let scopes: BTreeSet<String> = scopes.split(' ').map(str::to_owned).collect();
        let columns = [
            ("staff_id", self.staff_id == staff_id),
            ("scopes", self.scopes == scopes),
            ("expires_at", self.expires_at == expires_at),
            ("revoked_at", self.is_revoked == is_revoked),
        ];
        Differs::of("api_token", id, columns)
    }
}
