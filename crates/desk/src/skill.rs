//! Skills: topics and languages that members are good at, by which work finds them.

pub mod actions;
pub mod event;
mod sql;
pub mod view;

use crate::id::SkillId;
use crate::words::words;

pub use sql::ALL;

words! {
    /// What a skill is about.
    pub enum SkillKind {
        Topic = "topic",
        /// Named by its BCP 47 tag.
        Language = "language",
    }
}

/// One skill, unique by kind and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    pub id: SkillId,
    pub kind: SkillKind,
    pub name: String,
}
