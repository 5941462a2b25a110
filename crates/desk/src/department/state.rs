//! What the log says of departments, held against their rows. Whoever turns an address reads what the house says of tickets.

use std::collections::BTreeMap;

use proofdesk_store::Rx;

use super::event::{DepartmentArchived, DepartmentChanged, DepartmentCreated, DepartmentRestored};
use super::{mailbox, view};
use crate::error::Result;
use crate::id::DepartmentId;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;

#[derive(Debug)]
struct Said {
    mailbox: String,
    lang: String,
    is_archived: bool,
}

/// What the events say of all departments.
#[derive(Debug, Default)]
pub(crate) struct Told {
    departments: BTreeMap<DepartmentId, Said>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("department.");
        if let Some(DepartmentCreated { department_id, mailbox, lang }) = known(event) {
            self.departments.insert(department_id, Said { mailbox, lang, is_archived: false });
        } else if let Some(DepartmentChanged { department_id, mailbox, lang }) = known(event)
            && let Some(said) = self.departments.get_mut(&department_id)
        {
            said.mailbox = mailbox;
            said.lang = lang;
        } else if let Some(DepartmentArchived { department_id }) = known(event)
            && let Some(said) = self.departments.get_mut(&department_id)
        {
            said.is_archived = true;
        } else if let Some(DepartmentRestored { department_id }) = known(event)
            && let Some(said) = self.departments.get_mut(&department_id)
        {
            said.is_archived = false;
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        for row in view::all(rx).await? {
            let Some(said) = self.departments.remove(&row.id) else {
                differ.push(Differs::new("department", row.id, "id"));
                continue;
            };
            let columns = [
                ("email", said.mailbox == mailbox(&row.email)),
                ("lang", said.lang == row.lang),
                ("archived_at", said.is_archived == row.archived_at.is_some()),
            ];
            differ.extend(Differs::of("department", row.id, columns));
        }
        differ.extend(self.departments.into_keys().map(|id| Differs::new("department", id, "id")));
        Ok(differ)
    }
}
