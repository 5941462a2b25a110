//! Finding the demo's people again in a desk that was filled before.

use proofdesk_desk::id::Id as _;
use proofdesk_desk::id::SessionId;
use proofdesk_desk::viewer::{CustomerViewer, StaffViewer, Viewer};
use proofdesk_desk::{Desk, Error, Result, brand, identity, limits, staff, team};
use proofdesk_store::Rx;

use super::cast::{self, Area, CAST};
use super::found::Ground;
use super::seed::Population;
use super::tale::Person;

/// Reads who is there: the people of the seed, as they act.
///
/// # Errors
/// When somebody of the cast, a team or a brand is gone; those of the database.
pub async fn population(desk: &Desk, seed: u64, customers: u64) -> Result<Population> {
    desk.read(async move |rx: &Rx<'_>| {
        let ground = ground(rx).await?;
        let mut population = Population { ground, people: Vec::new(), customers: Vec::new() };
        for number in 0..customers {
            let person = Person::of(seed, number);
            if let Some(viewer) = customer(rx, &population.ground, &person).await? {
                population.people.push(person);
                population.customers.push(viewer);
            }
        }
        Ok(population)
    })
    .await
}

async fn ground(rx: &Rx<'_>) -> Result<Ground> {
    let brands: Vec<_> = brand::view::list(rx).await?.iter().map(|brand| brand.id).collect();
    if brands.len() < cast::BRANDS.len() {
        return Err(Error::Broken { what: "a brand of the demo is gone" });
    }
    let members = members(rx).await?;
    // Teams are shown to the staff only.
    let administrator = members.first().cloned().map_or(Viewer::Operator, Viewer::Staff);
    let all = team::view::list(rx, &administrator).await?;
    let mut teams = Vec::new();
    for area in Area::ALL {
        let team = all.iter().find(|team| team.name == area.team());
        teams.push(team.ok_or(Error::Broken { what: "a team of the demo is gone" })?.id);
    }
    Ok(Ground { brands, teams, members })
}

async fn members(rx: &Rx<'_>) -> Result<Vec<StaffViewer>> {
    let staff = staff::view::list(rx, &Viewer::Operator, None, limits::PAGE_MAX).await?;
    let mut members = Vec::new();
    for of_cast in &CAST {
        let member = staff.iter().find(|member| member.email == of_cast.email);
        let member = member.ok_or(Error::Broken { what: "a member of the demo is gone" })?;
        members.push(StaffViewer {
            staff_id: member.id,
            session_id: None,
            grants: of_cast.role.grants(),
            teams: member.teams.clone(),
            brands: member.brands.clone(),
            step_up_until: None,
        });
    }
    Ok(members)
}

async fn customer(rx: &Rx<'_>, ground: &Ground, person: &Person) -> Result<Option<CustomerViewer>> {
    let Some(brand_id) = ground.brands.get(person.brand).copied() else { return Ok(None) };
    let identity = identity::view::find(rx, brand_id, identity::PORTAL, &person.sub).await?;
    Ok(identity.map(|identity| CustomerViewer {
        customer_id: identity.customer_id,
        identity_id: identity.id,
        brand_id,
        // Nobody is signed in by it.
        session_id: SessionId::from_uuid(identity.id.uuid()),
    }))
}
