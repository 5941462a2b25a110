use proofdesk_store::{Tx, params};

use super::{Retention, view};
use crate::error::Result;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[SET, view::FIND, view::UPLOADS, view::FILES, view::EVENTS];

const SET: &str = "update sealed_input set input_hours = $1, file_hours = $2, version = version + 1 where version = $3";

/// Changes; false when the version is another one.
pub async fn set(tx: &Tx<'_>, to: &Retention) -> Result<bool> {
    Ok(tx.exec(SET, params![to.input_hours, to.file_hours, to.version]).await? == 1)
}
