//! Frozen payloads.

use crate::id::TagId;
use crate::payload::payloads;

payloads! {
    /// The guard's newer rules masked a tag's name. On the tickets nothing changes: they name the tag by its id.
    TagMasked = "tag.masked" v 1 { tag_id: TagId, kinds: Vec<String> }
}
