//! One value in a field whose kind is known: a form, or an agent who adds what a message lacks.

use crate::item::{Item, Kind};
use crate::labels::Label;
use crate::options::Options;
use crate::problem::Problem;
use crate::scan::scan_as;

/// Reads a value that a person put into a field of this kind; spaces around it do not matter.
///
/// Gives `None` for what is nothing of that kind. Where a transaction id is wanted and an address is given, or the
/// reverse, it gives what was put in, not valid, with [`Problem::AddressNotHash`] or [`Problem::HashNotAddress`]; and
/// where either is wanted and a link to one is given, the link.
///
/// ```
/// use proofdesk_evidence::{Kind, Options, Problem, check};
///
/// let options = Options::default();
/// let item = check(Kind::Tx, " 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed ", &options).unwrap();
/// assert_eq!(item.problem, Some(Problem::AddressNotHash));
/// assert_eq!(check(Kind::Height, "23456789", &options).unwrap().value, "23456789");
/// ```
pub fn check(kind: Kind, value: &str, options: &Options) -> Option<Item> {
    let value = value.trim();
    let mut items = scan_as(value, options, label_of(kind));
    let fits =
        |item: &Item| item.kind == kind || stands_for(item, kind) || swapped(item, kind).is_some();
    let at = items.iter().position(fits)?;
    let mut item = items.swap_remove(at);
    if let Some(problem) = swapped(&item, kind) {
        (item.valid, item.problem) = (false, Some(problem));
    }
    Some(item)
}

fn label_of(kind: Kind) -> Option<Label> {
    match kind {
        Kind::Tx => Some(Label::Tx),
        Kind::Address => Some(Label::Address),
        Kind::Uid => Some(Label::Uid),
        Kind::Order => Some(Label::Order),
        Kind::Height => Some(Label::Height),
        Kind::ChainId => Some(Label::ChainId),
        Kind::Time => Some(Label::Time),
        _ => None,
    }
}

fn stands_for(item: &Item, kind: Kind) -> bool {
    let target = item.link.as_ref().and_then(|link| link.target.as_ref());
    target.is_some_and(|target| target.kind.as_kind() == Some(kind))
}

fn swapped(item: &Item, wanted: Kind) -> Option<Problem> {
    match (item.kind, wanted) {
        (Kind::Address, Kind::Tx) => Some(Problem::AddressNotHash),
        (Kind::Tx, Kind::Address) => Some(Problem::HashNotAddress),
        _ => None,
    }
}
