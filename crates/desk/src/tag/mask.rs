//! What the guard's newer rules find in names of tags that are stored already, and where such names are written elsewhere.

use std::collections::BTreeSet;

use proofdesk_store::Tx;

use super::event::TagMasked;
use super::{canonical, sql, view};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::TagId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// How a filter names a tag.
const KEY: &str = "tag:";
/// What every mask begins with.
const MASK: char = '⟦';

/// Reads a tag's name once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: TagId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some(name) = view::name(tx, id).await? else { return Ok(false) };
    let Some((masked, kinds)) = masked(&name)? else { return Ok(false) };
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let free = free(tx, masked).await?;
    sql::set_name(tx, id, &free).await?;
    chain.append(tx, cx, &[NewEvent::of(&TagMasked { tag_id: id, kinds })?]).await?;
    Ok(true)
}

/// The texts in which a secret of a name is found: its spaces became hyphens when it was kept.
pub(crate) fn readings(name: &str) -> Vec<String> {
    match name.contains(MASK) {
        true => vec![name.to_owned()],
        false => vec![name.to_owned(), name.replace('-', " ")],
    }
}

/// The texts in which a secret of a filter's tags is found.
pub(crate) fn in_filter(filter: &str) -> Vec<String> {
    let named = filter.split(' ').filter_map(|word| word.split_once(KEY));
    named.flat_map(|(_, name)| readings(name)).collect()
}

/// Masks tags that are named in a list. Returns whether there was anything to mask.
pub(crate) fn mask_names(names: &mut Vec<String>) -> Result<bool> {
    let mut is_masked = false;
    for name in names.iter_mut() {
        if let Some((masked, _)) = masked(name)? {
            *name = masked;
            is_masked = true;
        }
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    Ok(is_masked)
}

/// Masks tags that a filter names, which finds no ticket by them any more. Returns whether there was anything to mask.
pub(crate) fn mask_filter(filter: &mut String) -> Result<bool> {
    let mut is_masked = false;
    let mut words = Vec::new();
    for word in filter.split(' ') {
        let named = word.split_once(KEY);
        let found = named.map(|(_, name)| masked(name)).transpose()?.flatten();
        match (named, found) {
            (Some((before, _)), Some((name, _))) => {
                words.push(format!("{before}{KEY}{name}"));
                is_masked = true;
            }
            _ => words.push(word.to_owned()),
        }
    }
    if is_masked {
        *filter = words.join(" ");
    }
    Ok(is_masked)
}

/// The name as it is to be, and what was found; `None` when nothing was.
fn masked(name: &str) -> Result<Option<(String, Vec<String>)>> {
    for text in readings(name) {
        let Some(clean) = Clean::again(&text)? else { continue };
        return Ok(Some((canonical(clean.as_str()), clean.kinds())));
    }
    Ok(None)
}

/// The mask is the same for two secrets, and a name is of one tag: the second gets a number.
async fn free(tx: &Tx<'_>, masked: String) -> Result<String> {
    let mut name = masked.clone();
    let mut number = 1_u64;
    while view::find(tx, &name).await?.is_some() {
        number += 1;
        name = format!("{masked}-{number}");
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const PHRASE: &str =
        "legal-winner-thank-year-wave-sausage-worth-useful-legal-winner-thank-yellow";

    #[test]
    fn a_phrase_is_found_with_hyphens_in_it() {
        let (name, kinds) = masked(PHRASE).unwrap().unwrap();
        assert_eq!((name.as_str(), kinds), ("⟦seed-phrase⟧", vec!["seed-phrase".to_owned()]));
        for fine in ["vip", "two-factor-code", "⟦seed-phrase⟧", "⟦seed-phrase⟧-2"] {
            assert_eq!(masked(fine).unwrap(), None, "{fine}");
        }
    }

    #[test]
    fn lists_and_filters_that_name_it_are_masked() {
        let mut names = vec![PHRASE.to_owned(), "vip".to_owned()];
        assert!(mask_names(&mut names).unwrap() && !mask_names(&mut names).unwrap());
        assert_eq!(names, ["⟦seed-phrase⟧", "vip"]);
        let mut filter = format!("is:open -tag:{PHRASE} tag:vip");
        assert!(mask_filter(&mut filter).unwrap() && !mask_filter(&mut filter).unwrap());
        assert_eq!(filter, "is:open -tag:⟦seed-phrase⟧ tag:vip");
    }
}
