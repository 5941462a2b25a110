//! What the exchange knows of a customer's transfers tells on which network a value of theirs stands: the same address exists
//! on every EVM chain, and a hash names none.

use proofdesk_evidence::{Hints, Kind, Network, Networks, narrow};
use proofdesk_store::{Rx, Tx};

use super::{Check, EvidenceChanged, EvidenceFact, JOB_KIND, JOB_LANE, check, sql, view};
use crate::bridge::facts::{Deposit, Withdrawal};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::TicketId;
use crate::job::actions::enqueue_for;
use crate::permission::Permission;
use crate::ticket::actions::Edit;
use crate::ticket::{self, Change};
use crate::{bridge, limits};

/// Asks for the exchange's word on what could be in several places, when there is an exchange.
pub(super) async fn seek(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    facts: &[EvidenceFact],
) -> Result<()> {
    if cx.has_bridge && facts.iter().any(is_open) {
        enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), ticket_id, limits::NARROW_ATTEMPTS).await?;
    }
    Ok(())
}

fn is_open(fact: &EvidenceFact) -> bool {
    fact.check != Check::Problem
        && fact.networks.len() > 1
        && (fact.kind == Kind::Tx.as_str() || fact.kind == Kind::Address.as_str())
}

/// The account at the exchange of whose transfers a ticket may speak; `None` when nothing of the ticket is in doubt, or its
/// customer is unknown there.
///
/// # Errors
/// Those of the store.
pub async fn account_of(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Option<String>> {
    let rows = view::all_of_ticket(rx, ticket_id).await?;
    if !rows.iter().any(|row| is_open(&row.fact)) {
        return Ok(None);
    }
    let Some((_, placement)) = ticket::view::placement(rx, ticket_id).await? else {
        return Ok(None);
    };
    bridge::view::account_of(rx, placement.customer_id).await
}

/// Where the transfers of one account went, by hash and by address.
#[derive(Clone, Debug, Default)]
pub struct Known {
    hashes: Vec<(String, Network)>,
    own_addresses: Vec<(String, Network)>,
}

impl Known {
    /// Reads what the exchange told of deposits and withdrawals. A network that it calls by a name which nobody knows is
    /// left out.
    pub fn of(deposits: &[Deposit], withdrawals: &[Withdrawal]) -> Self {
        let mut known = Self::default();
        for deposit in deposits {
            let Some(network) = Networks::named(&deposit.network).single() else { continue };
            known.own_addresses.push((deposit.address.clone(), network));
            known.hashes.extend(deposit.tx_hash.iter().filter_map(|hash| keyed(hash, network)));
        }
        for withdrawal in withdrawals {
            let Some(network) = Networks::named(&withdrawal.network).single() else { continue };
            known.hashes.extend(withdrawal.tx_hash.iter().filter_map(|hash| keyed(hash, network)));
        }
        known
    }

    /// The networks that are left of a fact's when this is known; `None` when it says nothing new.
    fn narrowed(&self, fact: &EvidenceFact) -> Option<Vec<String>> {
        let kind = Kind::parse(&fact.kind)?;
        let mut item = check(kind, &fact.value)?;
        let same = |(hash, _): &&(String, Network)| kind == Kind::Tx && *hash == item.key();
        let told: Networks = self.hashes.iter().filter(same).map(|(_, network)| *network).collect();
        let own: Vec<(&str, Network)> = self
            .own_addresses
            .iter()
            .map(|(address, network)| (address.as_str(), *network))
            .collect();
        // Where money was withdrawn to says nothing of where it was asked for: only what the exchange gave out counts.
        let hints = Hints { networks: told, own_addresses: &own, ..Hints::default() };
        narrow(std::slice::from_mut(&mut item), &hints);
        let left = |name: &&String| item.networks.iter().any(|network| network.as_str() == *name);
        let networks: Vec<String> = fact.networks.iter().filter(left).cloned().collect();
        (!networks.is_empty() && networks.len() < fact.networks.len()).then_some(networks)
    }
}

fn keyed(hash: &str, network: Network) -> Option<(String, Network)> {
    Some((check(Kind::Tx, hash)?.key().into_owned(), network))
}

/// Narrows what a ticket leaves open by what the exchange knows. What an agent decided is not touched: one network is no
/// longer open. Returns how many facts became clearer.
///
/// # Errors
/// `not-found` for a ticket that is gone; those of the store.
pub async fn apply(tx: &Tx<'_>, cx: &mut Cx, ticket_id: TicketId, known: &Known) -> Result<usize> {
    let mut edit = Edit::begin_by_id(tx, cx, ticket_id, Permission::TicketEvidence).await?;
    let mut clearer = 0;
    for row in
        view::all_of_ticket(tx, ticket_id).await?.into_iter().filter(|row| is_open(&row.fact))
    {
        let Some(networks) = known.narrowed(&row.fact) else { continue };
        let fact = EvidenceFact { networks, ..row.fact };
        sql::set(tx, &fact).await?;
        edit.apply(cx, Change::EvidenceChanged(EvidenceChanged { evidence: fact }));
        clearer += 1;
    }
    edit.save(tx, cx).await?;
    Ok(clearer)
}
