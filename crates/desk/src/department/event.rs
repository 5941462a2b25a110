//! Frozen payloads. `mailbox` is the SHA-256 of the address, lower-case hex.

use crate::id::DepartmentId;
use crate::payload::payloads;

payloads! {
    DepartmentCreated = "department.created" v 1 { department_id: DepartmentId, mailbox: String, lang: String }

    /// As it stands from now on; its name may have changed too.
    DepartmentChanged = "department.changed" v 1 { department_id: DepartmentId, mailbox: String, lang: String }

    DepartmentArchived = "department.archived" v 1 { department_id: DepartmentId }

    DepartmentRestored = "department.restored" v 1 { department_id: DepartmentId }
}
