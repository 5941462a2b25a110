//! What the log says of the organisation, held against its rows: who may do what, by which keys, where departments are written
//! to, what tickets can be about and set to, the colours of its brands, and how long what came in lies sealed.

use proofdesk_store::Rx;

use crate::error::Result;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::{
    api_token, article_file, availability, brand, category, department, exchange_key, role,
    sealed_input, shift, staff, status, team,
};

/// The rows of the organisation that are not as its events say.
pub(crate) async fn check_state(rx: &Rx<'_>, events: &[Event]) -> Result<Vec<Differs>> {
    let mut roles = role::state::Told::default();
    let mut members = staff::state::Told::default();
    let mut teams = team::state::Told::default();
    let mut standing = availability::state::Told::default();
    let mut shifts = shift::state::Told::default();
    let mut tokens = api_token::state::Told::default();
    let mut keys = exchange_key::state::Told::default();
    let mut departments = department::state::Told::default();
    let mut files = article_file::state::Told::default();
    let mut categories = category::state::Told::default();
    let mut statuses = status::state::Told::default();
    let mut brands = brand::state::Told::default();
    let mut sealed = sealed_input::state::Told::default();
    for event in events {
        roles.hear(event);
        members.hear(event);
        teams.hear(event);
        standing.hear(event);
        shifts.hear(event);
        tokens.hear(event);
        keys.hear(event);
        departments.hear(event);
        files.hear(event);
        categories.hear(event);
        statuses.hear(event);
        brands.hear(event);
        sealed.hear(event);
    }
    let mut differ = roles.differ(rx).await?;
    differ.extend(members.differ(rx).await?);
    differ.extend(teams.differ(rx).await?);
    differ.extend(standing.differ(rx).await?);
    differ.extend(shifts.differ(rx).await?);
    differ.extend(tokens.differ(rx).await?);
    differ.extend(keys.differ(rx).await?);
    differ.extend(departments.differ(rx).await?);
    differ.extend(files.differ(rx).await?);
    differ.extend(categories.differ(rx).await?);
    differ.extend(statuses.differ(rx).await?);
    differ.extend(brands.differ(rx).await?);
    differ.extend(sealed.differ(rx).await?);
    Ok(differ)
}
