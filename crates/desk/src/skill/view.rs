//! Reading skills.

use proofdesk_store::{FromRow, Row, Rx};

use super::Skill;
use crate::error::Result;
use crate::viewer::Viewer;

pub(super) const LIST: &str = "select id, kind, name from skill order by kind, name, id limit 1000";

impl FromRow for Skill {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, kind: row.next()?, name: row.next()? })
    }
}

/// Every skill, by kind and name.
///
/// # Errors
/// `staff-only`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Skill>> {
    viewer.staff()?;
    all(rx).await
}

/// The same for the desk's own use.
pub(crate) async fn all(rx: &Rx<'_>) -> Result<Vec<Skill>> {
    Ok(rx.query(LIST, &[]).await?)
}
