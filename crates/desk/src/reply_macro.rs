//! Macros: a reply that is written once, in several languages, with what is done to the ticket when it is sent.
//!
//! Applying one sends nothing: its text goes into the reply that is being written, and what it does goes along with that
//! reply, in the same transaction. (`macro` is a word of Rust's, hence the name of this folder.)

pub mod actions;
pub mod event;
pub(crate) mod mask;
pub(crate) mod sql;
pub mod text;
pub mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use proofdesk_locale::Locale;

use crate::brand::Brand;
use crate::error::{Error, Result};
use crate::id::{BrandId, MacroId, StaffId, StatusId, TeamId};
use crate::identity::Level;
use crate::permission::{Permission, Reach};
use crate::ticket::Priority;
use crate::time::Timestamp;
use crate::viewer::{StaffViewer, Viewer};

pub use crate::audience::Audience;
pub use sql::ALL;

/// What a macro says, by language: Markdown with [`text::Variable`]s in it.
pub type Texts = BTreeMap<Locale, String>;

/// What is done to the ticket with the reply; nothing of it happens before that is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MacroActs {
    pub status_id: Option<StatusId>,
    pub priority: Option<Priority>,
    /// Hands the ticket to whoever applies the macro.
    pub takes: bool,
    /// Hands it to this member; never together with `takes`.
    pub assignee_id: Option<StaffId>,
    pub team_id: Option<TeamId>,
    /// Names of tags, each once.
    pub add_tags: Vec<String>,
    pub remove_tags: Vec<String>,
}

/// A macro's row, without its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyMacro {
    pub id: MacroId,
    /// Whose tickets it is for.
    pub brand_id: BrandId,
    pub name: String,
    pub folder: Option<String>,
    pub audience: Audience,
    /// Who made it.
    pub owner_id: StaffId,
    /// Of a team's macro: whose.
    pub team_id: Option<TeamId>,
    /// Only for customers who are verified at least so; `None`: for all.
    pub min_level: Option<Level>,
    /// It is a note among staff, and no reply.
    pub as_note: bool,
    pub acts: MacroActs,
    /// Messages that were sent with it.
    pub uses: i64,
    pub used_at: Option<Timestamp>,
    /// Archived ones are offered nowhere.
    pub archived_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl ReplyMacro {
    /// Says whether the viewer may change it: their own everybody who answers; of the shared ones, `macro.manage` reaches
    /// those of one's teams (`team`), those for everybody of one's brands (`brand`), or all.
    pub fn may_change(&self, viewer: &Viewer) -> bool {
        let Ok(me) = viewer.staff() else { return false };
        may_keep(me, self.audience, self.team_id, self.brand_id)
            && (self.audience != Audience::Own || self.owner_id == me.staff_id)
    }

    /// Says whether it is offered for a customer who is verified so far.
    pub fn admits(&self, level: Level) -> bool {
        self.min_level.is_none_or(|least| level >= least)
    }
}

/// The text for a customer who reads `lang`: their own language, else the brand's in its order, else whatever there is.
pub fn choose<'a>(texts: &'a Texts, lang: &str, brand: &Brand) -> Option<(Locale, &'a str)> {
    let own = lang.parse::<Locale>().ok();
    let wanted = own.into_iter().chain(brand.locales.iter().copied());
    let wanted = wanted.chain(Locale::ALL);
    wanted.filter_map(|locale| Some((locale, texts.get(&locale)?.as_str()))).next()
}

/// Whether a member may have a macro for these people. One's own may be of any brand: which tickets one answers is no matter of brands
/// alone, since those that are assigned to one may be of any, and a macro is offered only in tickets of its brand that one sees.
fn may_keep(
    me: &StaffViewer,
    audience: Audience,
    team_id: Option<TeamId>,
    brand_id: BrandId,
) -> bool {
    let reach = me.grants.get(&Permission::MacroManage);
    match audience {
        Audience::Own => me.grants.contains_key(&Permission::TicketReply),
        Audience::Team => {
            reach.is_some_and(|reach| *reach >= Reach::Team)
                && team_id.is_some_and(|team| me.teams.contains(&team))
        }
        Audience::All => match reach {
            Some(Reach::All) => true,
            Some(Reach::Brand) => me.brands.contains(&brand_id),
            _ => false,
        },
    }
}

/// Refuses who may not keep macros for these people.
fn require_keep(
    viewer: &Viewer,
    audience: Audience,
    team_id: Option<TeamId>,
    brand_id: BrandId,
) -> Result<()> {
    if may_keep(viewer.staff()?, audience, team_id, brand_id) {
        return Ok(());
    }
    Err(Error::no_permission(match audience {
        Audience::Own => Permission::TicketReply,
        Audience::Team | Audience::All => Permission::MacroManage,
    }))
}
