//! What the customers' start page shows of the desk, as one snapshot.

use proofdesk_locale::Locale;
use proofdesk_store::Rx;

use crate::article::reader::Reader;
use crate::article::view::{FilledSection, filled_sections};
use crate::error::Result;
use crate::id::{BrandId, CategoryId};
use crate::network_suspension::{self, Suspension};
use crate::ticket::view::{OpenTicket, own_open};
use crate::viewer::Viewer;
use crate::{category, limits};

/// What stands on the page.
#[derive(Clone, Debug)]
pub struct StartPage {
    /// Networks that stand still.
    pub suspended: Vec<Suspension>,
    /// Of a customer the newest of their own; of everybody else none.
    pub open: Vec<OpenTicket>,
    /// The categories that are offered, with their slugs.
    pub categories: Vec<(CategoryId, String)>,
    /// Where the reader finds something in the help centre. `None` where the exchange has to be asked first:
    /// [`Reader::asked`], then [`filled_sections`].
    pub help: Option<Vec<FilledSection>>,
}

/// Reads the page for a viewer of a brand. `has_bridge`: there is an exchange to be asked.
pub async fn read(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
    locale: Locale,
    has_bridge: bool,
) -> Result<StartPage> {
    // Asked together, because PostgreSQL is a journey away; boxed, because all of it at once is large.
    let all = Box::pin(async {
        futures_util::try_join!(
            network_suspension::view::list(rx, brand_id),
            open(rx, viewer),
            category::view::list(rx, brand_id),
            help(rx, viewer, brand_id, locale, has_bridge),
        )
    });
    let (suspended, open, categories, help) = all.await?;
    Ok(StartPage { suspended, open, categories, help })
}

async fn open(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<OpenTicket>> {
    match viewer {
        Viewer::Customer(me) => own_open(rx, me, limits::START_PAGE_TICKETS).await,
        _ => Ok(Vec::new()),
    }
}

async fn help(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
    locale: Locale,
    has_bridge: bool,
) -> Result<Option<Vec<FilledSection>>> {
    match Reader::at_hand(rx, viewer, brand_id, has_bridge).await? {
        Some(reader) => Ok(Some(filled_sections(rx, &reader, brand_id, locale).await?)),
        None => Ok(None),
    }
}
