//! What the log says of the files of articles, held against their rows. Whoever swaps one shows readers another address to pay to.

use std::collections::BTreeMap;

use proofdesk_store::Rx;

use super::event::{
    ArticleFileAdded, ArticleFileForgotten, ArticleFileInfected, ArticleFileMasked,
};
use super::{ArticleFile, actions, view};
use crate::attachment::Scan;
use crate::error::Result;
use crate::id::{ArticleFileId, BrandId};
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;

#[derive(Debug)]
struct Said {
    sha256: String,
    size: i64,
    label_digest: String,
    is_infected: bool,
}

/// What the events say of all files.
#[derive(Debug, Default)]
pub(crate) struct Told {
    files: BTreeMap<(BrandId, ArticleFileId), Said>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("article_file.");
        if let Some(ArticleFileAdded { file_id, brand_id, sha256, size, label_digest }) =
            known(event)
        {
            let said = Said { sha256, size, label_digest, is_infected: false };
            self.files.insert((brand_id, file_id), said);
        } else if let Some(ArticleFileForgotten { file_id, brand_id }) = known(event) {
            self.files.remove(&(brand_id, file_id));
        } else if let Some(masked) = known::<ArticleFileMasked>(event)
            && let Some(said) = self.files.get_mut(&(masked.brand_id, masked.file_id))
        {
            (said.sha256, said.size) = (masked.sha256, masked.size);
            said.label_digest = masked.label_digest;
        } else if let Some(infected) = known::<ArticleFileInfected>(event)
            && let Some(said) = self.files.get_mut(&(infected.brand_id, infected.file_id))
        {
            said.is_infected = true;
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<ArticleFile> = rx.query(view::ROWS, &[]).await?;
        for row in rows {
            let Some(said) = self.files.remove(&(row.brand_id, row.id)) else {
                differ.push(Differs::new("article_file", row.id, "id"));
                continue;
            };
            let columns = [
                ("sha256", said.sha256 == hex::encode(&row.sha256)),
                ("size", said.size == row.size),
                ("file_name", said.label_digest == actions::label(&row)),
                ("scan", said.is_infected == (row.scan == Scan::Infected)),
            ];
            differ.extend(Differs::of("article_file", row.id, columns));
        }
        let gone = self.files.into_keys();
        differ.extend(gone.map(|(_, id)| Differs::new("article_file", id, "id")));
        Ok(differ)
    }
}
