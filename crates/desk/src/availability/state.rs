//! What the log says of how members stand, held against their rows.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::event::{AvailabilitySet, CapacitySet};
use super::{Channel, Standing, view};
use crate::error::Result;
use crate::id::StaffId;
use crate::limits;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::log::{Payload as _, Stream};
use crate::staff;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[LAST, CAPACITIES];

// The feed orders the chains of a member's days among each other; what has no position yet is the latest.
const LAST: &str = "select e.v, e.payload, e.at from event e left join feed f on f.event_id = e.id \
    where e.stream > $1 and e.stream < $2 and e.kind = $3 \
    order by coalesce(f.pos, 9223372036854775807) desc, e.at desc, e.seq desc limit 1";
const CAPACITIES: &str = "select channel, capacity from member_capacity where staff_id = $1";

/// What the events say of all members.
#[derive(Debug, Default)]
pub(crate) struct Told {
    capacities: BTreeMap<StaffId, BTreeMap<Channel, Option<i64>>>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

/// What the events say of how one member stands.
enum Said {
    Nothing,
    Standing(Standing),
    /// It was erased, or is of another time.
    Unknown,
}

/// An event as [`LAST`] reads it: version, payload, moment.
type Row = (i64, Option<Vec<u8>>, Timestamp);

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind == CapacitySet::KIND;
        if let Some(CapacitySet { staff_id, channel, capacity }) = known(event) {
            self.capacities.entry(staff_id).or_default().insert(channel, capacity);
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let (mut differ, mut after) = (Vec::new(), None);
        loop {
            let page = staff::view::list(rx, &Viewer::Operator, after, limits::PAGE_MAX).await?;
            let Some(last) = page.last() else { return Ok(differ) };
            after = Some(last.id);
            for member in page {
                differ.extend(standing_differs(rx, member.id).await?);
                let said = self.capacities.remove(&member.id).unwrap_or_default();
                let rows: Vec<(Channel, Option<i64>)> =
                    rx.query(CAPACITIES, params![member.id]).await?;
                if !self.blind && said != rows.into_iter().collect() {
                    differ.push(Differs::new("member_capacity", member.id, "capacity"));
                }
            }
        }
    }
}

async fn standing_differs(rx: &Rx<'_>, id: StaffId) -> Result<Vec<Differs>> {
    let said = match said(rx, id).await? {
        Said::Unknown => return Ok(Vec::new()),
        Said::Nothing => Standing::default(),
        Said::Standing(standing) => standing,
    };
    let row = view::standing(rx, id).await?;
    let columns = [
        ("availability", said.availability == row.availability),
        ("since_at", said.since == row.since),
        ("is_automatic", said.is_automatic == row.is_automatic),
    ];
    Ok(Differs::of("member_availability", id, columns))
}

async fn said(rx: &Rx<'_>, id: StaffId) -> Result<Said> {
    let day = |day: &str| Stream::Staff(id, day.to_owned()).name();
    let (from, to) = (day("0000-00-00"), day("9999-99-99"));
    let last: Option<Row> = rx.query_opt(LAST, params![from, to, AvailabilitySet::KIND]).await?;
    let Some((v, payload, at)) = last else { return Ok(Said::Nothing) };
    let payload = payload.filter(|_| v == AvailabilitySet::V);
    let set = payload.and_then(|bytes| serde_json::from_slice::<AvailabilitySet>(&bytes).ok());
    Ok(set.map_or(Said::Unknown, |set| {
        Said::Standing(Standing {
            availability: set.availability,
            since: Some(at),
            is_automatic: set.is_automatic,
        })
    }))
}
