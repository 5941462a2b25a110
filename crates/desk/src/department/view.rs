//! Reading departments.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::Department;
use crate::error::Result;
use crate::id::DepartmentId;
use crate::viewer::Viewer;

pub(super) const LIST: &str = "select id, name, email, lang, archived_at, created_at, version from department \
    order by name limit 1000";
pub(super) const FIND: &str = "select id, name, email, lang, archived_at, created_at, version from department \
    where id = $1";

impl FromRow for Department {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            email: row.next()?,
            lang: row.next()?,
            archived_at: row.next()?,
            created_at: row.next()?,
            version: row.next()?,
        })
    }
}

/// Every department by name, archived ones among them. Everybody on the staff may see them: tickets are talked over with them.
///
/// # Errors
/// `staff-only`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Department>> {
    viewer.staff()?;
    all(rx).await
}

/// One department, or `None`.
///
/// # Errors
/// `staff-only`.
pub async fn find(rx: &Rx<'_>, viewer: &Viewer, id: DepartmentId) -> Result<Option<Department>> {
    viewer.staff()?;
    load(rx, id).await
}

/// Every department, for the desk's own use.
pub(crate) async fn all(rx: &Rx<'_>) -> Result<Vec<Department>> {
    Ok(rx.query(LIST, &[]).await?)
}

pub(crate) async fn load(rx: &Rx<'_>, id: DepartmentId) -> Result<Option<Department>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}
