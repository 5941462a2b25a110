//! Reading the organisation.

use proofdesk_store::{FromRow, Row, Rx};

use super::Organisation;
use crate::error::Result;

pub(super) const FIND: &str = "select id, name, created_at from organisation";

impl FromRow for Organisation {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, name: row.next()?, created_at: row.next()? })
    }
}

/// The organisation, or `None` before the first start. Its name is public.
pub async fn find(rx: &Rx<'_>) -> Result<Option<Organisation>> {
    Ok(rx.query_opt(FIND, &[]).await?)
}
