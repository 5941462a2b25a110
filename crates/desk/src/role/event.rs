//! Frozen payloads.

use std::collections::BTreeMap;

use super::Grants;
use crate::id::RoleId;
use crate::payload::payloads;

payloads! {
    /// `grants` is the whole set: permission to reach.
    RoleCreated = "role.created" v 1 { role_id: RoleId, grants: BTreeMap<String, String>, requires_totp: bool }

    /// `grants` is the whole set after the change.
    RoleChanged = "role.changed" v 1 { role_id: RoleId, grants: BTreeMap<String, String>, requires_totp: bool }

    RoleDeleted = "role.deleted" v 1 { role_id: RoleId }
}

/// Grants as payloads carry them.
pub(crate) fn written(grants: &Grants) -> BTreeMap<String, String> {
    grants.iter().map(|(p, reach)| (p.to_string(), reach.to_string())).collect()
}
