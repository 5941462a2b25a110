//! Whom something is for that members of the staff keep, for themselves or for others: views, macros.

use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{StaffId, TeamId};
use crate::log::Stream;
use crate::time::Timestamp;
use crate::words::words;

words! {
    /// Whom a view or a macro is for.
    pub enum Audience {
        /// Its owner alone.
        Own = "own",
        Team = "team",
        /// Everybody on the staff.
        All = "all",
    }
}

impl Audience {
    /// Where it is told what becomes of it: a member's own things are their own affair; what others use is the
    /// organisation's.
    pub(crate) fn stream(self, cx: &Cx) -> Result<Stream> {
        Ok(match self {
            Self::Own => Stream::staff_day(cx.viewer.staff()?.staff_id, cx.now),
            Self::Team | Self::All => Stream::Organisation,
        })
    }

    /// The same of what is made in somebody's name.
    pub(crate) fn stream_of(self, owner_id: StaffId, now: Timestamp) -> Stream {
        match self {
            Self::Own => Stream::staff_day(owner_id, now),
            Self::Team | Self::All => Stream::Organisation,
        }
    }

    /// The team, which what is for a team needs; the others have none.
    pub(crate) fn team(self, team_id: Option<TeamId>) -> Result<Option<TeamId>> {
        match (self, team_id) {
            (Self::Team, None) => Err(Error::field("team_id", Code::FieldRequired)),
            (Self::Team, team_id) => Ok(team_id),
            (Self::Own | Self::All, None) => Ok(None),
            (Self::Own | Self::All, Some(_)) => Err(Error::field("team_id", Code::FieldInvalid)),
        }
    }
}
