//! What the guard's newer rules find in terms that are stored already.

use proofdesk_store::{Rx, Tx, params};

use super::event::GlossaryTermSet;
use super::{Term, sql};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::GlossaryTermId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// Every statement of the file.
pub const ALL: &[&str] = &[PAGE, BY_ID];

const PAGE: &str = "select id, brand_id, slug, see, texts, created_at, updated_at, version \
    from glossary_term where id > $1 order by id limit $2";
const BY_ID: &str = "select id, brand_id, slug, see, texts, created_at, updated_at, version \
    from glossary_term where id = $1";

/// Terms of all brands behind one of them, by id.
pub(crate) async fn page(rx: &Rx<'_>, after: GlossaryTermId, limit: u32) -> Result<Vec<Term>> {
    Ok(rx.query(PAGE, params![after, limit]).await?)
}

/// Everything that a term says, in all languages.
pub(crate) fn texts(term: &Term) -> Vec<String> {
    let of = |text: &super::TermText| {
        let words = [text.term.clone(), text.definition.clone()];
        words.into_iter().chain(text.forms.iter().cloned()).collect::<Vec<_>>()
    };
    term.texts.values().flat_map(of).collect()
}

/// Reads a term once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: GlossaryTermId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let Some(mut term): Option<Term> = tx.query_opt(BY_ID, params![id]).await? else {
        return Ok(false);
    };
    let mut is_masked = false;
    for text in term.texts.values_mut() {
        for part in [&mut text.term, &mut text.definition].into_iter().chain(&mut text.forms) {
            is_masked |= Clean::mask_again(part)?;
        }
    }
    if !is_masked {
        return Ok(false);
    }
    term.updated_at = cx.now;
    sql::update(tx, &term).await?;
    let event = GlossaryTermSet { term_id: id, brand_id: term.brand_id, slug: term.slug };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(true)
}
