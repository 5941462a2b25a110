//! Frozen payloads. None has a name: the log keeps no text that somebody typed.

use crate::id::TagId;
use crate::payload::payloads;

payloads! {
    /// One that somebody made by itself. A tag that came to be by being put on a ticket is known from there.
    TagCreated = "tag.created" v 1 { tag_id: TagId }

    /// On the tickets nothing changes: they name the tag by its id.
    TagRenamed = "tag.renamed" v 1 { tag_id: TagId }

    /// No ticket had it.
    TagDeleted = "tag.deleted" v 1 { tag_id: TagId }

    /// The guard's newer rules masked a tag's name. On the tickets nothing changes: they name the tag by its id.
    TagMasked = "tag.masked" v 1 { tag_id: TagId, kinds: Vec<String> }
}
