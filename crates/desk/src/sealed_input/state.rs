//! What the log says of the policy, held against its row. A desk begins with the first one, without an event of its own.

use proofdesk_store::Rx;

use super::event::RetentionSet;
use super::{Retention, view};
use crate::error::Result;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;

/// What the events say of the policy.
#[derive(Debug, Default)]
pub(crate) struct Told {
    said: Option<(i64, i64)>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind == "sealed_input.retention_set";
        if let Some(RetentionSet { input_hours, file_hours }) = known(event) {
            self.said = Some((input_hours, file_hours));
        }
    }

    /// The columns that are not as the events say.
    pub async fn differ(self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        if self.blind {
            return Ok(Vec::new());
        }
        let first = (Retention::FIRST.input_hours, Retention::FIRST.file_hours);
        let (input_hours, file_hours) = self.said.unwrap_or(first);
        let row = view::retention(rx).await?;
        let columns = [
            ("input_hours", input_hours == row.input_hours),
            ("file_hours", file_hours == row.file_hours),
        ];
        Ok(Differs::of("sealed_input", "policy", columns))
    }
}
