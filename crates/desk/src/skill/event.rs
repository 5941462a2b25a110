//! Frozen payloads.

use super::SkillKind;
use crate::id::SkillId;
use crate::payload::payloads;

payloads! {
    SkillCreated = "skill.created" v 1 { skill_id: SkillId, kind: SkillKind }

    /// Members who had it lost it.
    SkillDeleted = "skill.deleted" v 1 { skill_id: SkillId }
}
