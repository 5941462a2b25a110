//! What founds the organisation.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::OrganisationFounded;
use super::{Founded, sql, view};
use crate::brand::actions::NewBrand;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::OrganisationId;
use crate::link::{self, LinkPurpose};
use crate::log::{self, NewEvent, Stream};
use crate::role::{self, Builtin};
use crate::text::Clean;
use crate::{brand, limits, rescan, staff, status};

/// The slug of the brand that every organisation begins with.
pub const DEFAULT_BRAND: &str = "main";

/// Called by every start: makes the organisation with its default brand and built-in roles when there is none, and
/// a link for the first administrator as long as there is no administrator. There never is a default password.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator.
pub async fn found(tx: &Tx<'_>, cx: &mut Cx, name: &str) -> Result<Founded> {
    cx.viewer.require_inside()?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let mut events = Vec::new();
    let organisation = view::find(tx).await?;
    let is_new = organisation.is_none();
    let organisation_id = match organisation {
        Some(organisation) => organisation.id,
        None => make(tx, cx, name, &mut events).await?,
    };
    let brand = brand::view::list(tx).await?.into_iter().next();
    let brand = brand.ok_or(Error::Broken { what: "an organisation without brand" })?;
    let mut first_link = None;
    if !staff::view::has_administrator_beside(tx, None).await? {
        let purpose = LinkPurpose::FirstAdministrator;
        let (issued, event) = link::actions::issue(tx, cx, purpose, None).await?;
        first_link = Some(issued);
        events.push(event);
    }
    if !events.is_empty() {
        chain.append(tx, cx, &events).await?;
    }
    Ok(Founded { organisation_id, brand_id: brand.id, is_new, first_link })
}

async fn make(
    tx: &Tx<'_>,
    cx: &mut Cx,
    name: &str,
    events: &mut Vec<NewEvent>,
) -> Result<OrganisationId> {
    let organisation_id = cx.id();
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    sql::insert(tx, organisation_id, &name, cx.now).await?;
    status::actions::found(tx).await?;
    let first = NewBrand::of(DEFAULT_BRAND, name.as_str(), &Locale::ALL);
    let (brand_id, brand) = brand::actions::insert(tx, cx, &first).await?;
    events.push(NewEvent::of(&OrganisationFounded { organisation_id, brand_id })?);
    events.push(brand);
    for builtin in Builtin::ALL {
        let (_, event) = role::actions::found(tx, cx, *builtin).await?;
        events.push(event);
    }
    events.push(rescan::actions::found(tx, cx).await?);
    Ok(organisation_id)
}
