//! Frozen payloads. `names` is the SHA-256 of the names by language as the row holds them, lower-case hex.

use crate::id::StatusId;
use crate::payload::payloads;
use crate::ticket::StatusCategory;

payloads! {
    /// `key` is its stable word.
    StatusCreated = "status.created" v 1 { status_id: StatusId, key: String, category: StatusCategory, position: i64, names: String }

    /// As it is called from now on.
    StatusRenamed = "status.renamed" v 1 { status_id: StatusId, names: String }

    /// All statuses as they stand from now on, the first at place 0.
    StatusesOrdered = "status.ordered" v 1 { status_ids: Vec<StatusId> }

    StatusRetired = "status.retired" v 1 { status_id: StatusId }

    StatusRestored = "status.restored" v 1 { status_id: StatusId }
}
