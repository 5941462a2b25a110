//! The demo's macros, and some tickets that were answered with one: in each language the customer's own.

use proofdesk_desk::id::{BrandId, PublicId, StaffId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body;
use proofdesk_desk::reply_macro::actions::MacroDraft;
use proofdesk_desk::reply_macro::{Audience, MacroActs, actions, view};
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::{Along, NewMessage, post_along};
use proofdesk_desk::ticket::bulk::Act;
use proofdesk_desk::ticket::view::{Filter, Queue};
use proofdesk_desk::ticket::{Author, Priority, StatusCategory, Visibility};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Desk, Error, Result, Timestamp, limits, status, ticket};
use proofdesk_locale::Locale;
use serde::Deserialize;

use super::cast::{Area, answering};
use super::found::{Ground, cx_at};

const FILE: &str = include_str!("macros.toml");
/// What customers of these categories are answered with.
const ANSWERED: (&str, &str) = ("deposit-not-credited", "Deposit: waiting for confirmations");

#[derive(Deserialize)]
struct File {
    r#macro: Vec<Told>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    name: String,
    folder: String,
    level: Option<String>,
    status: Option<String>,
    priority: Option<String>,
    #[serde(default)]
    takes: bool,
    team: Option<usize>,
    #[serde(default)]
    note: bool,
    #[serde(default)]
    add_tags: Vec<String>,
    #[serde(default)]
    remove_tags: Vec<String>,
    texts: Vec<(String, String)>,
}

/// Makes them for each brand, as the first administrator.
///
/// # Errors
/// Those of the database.
pub async fn make(desk: &Desk, seed: u64, ground: &Ground, at: Timestamp) -> Result<()> {
    let told: File =
        toml::from_str(FILE).map_err(|_slip| Error::Broken { what: "the demo's macros" })?;
    let administrator = ground.members.first().cloned();
    let administrator = administrator.ok_or(Error::Broken { what: "a demo of nobody" })?;
    for brand_id in &ground.brands {
        for one in &told.r#macro {
            let draft = draft(one, *brand_id, ground)?;
            let viewer = Viewer::Staff(administrator.clone());
            let cx = cx_at(seed, &format!("macro {} {brand_id}", one.name), at, viewer);
            desk.write(cx, async move |tx, cx| actions::create(tx, cx, &draft).await).await?;
        }
    }
    Ok(())
}

fn draft(told: &Told, brand_id: BrandId, ground: &Ground) -> Result<MacroDraft> {
    let odd = Error::Broken { what: "a word in the demo's macros" };
    let Ok(level) = told.level.as_deref().map(str::parse).transpose() else { return Err(odd) };
    let Ok(priority) = told.priority.as_deref().map(str::parse::<Priority>).transpose() else {
        return Err(odd);
    };
    let Ok(category) = told.status.as_deref().map(str::parse::<StatusCategory>).transpose() else {
        return Err(odd);
    };
    let area = told.team.and_then(|place| Area::ALL.get(place).copied());
    let lang = |(lang, text): &(String, String)| Some((lang.parse::<Locale>().ok()?, text.clone()));
    Ok(MacroDraft {
        brand_id,
        name: told.name.clone(),
        folder: Some(told.folder.clone()),
        audience: Audience::All,
        team_id: None,
        min_level: level,
        as_note: told.note,
        acts: MacroActs {
            status_id: category.map(status::builtin),
            priority,
            takes: told.takes,
            assignee_id: None,
            team_id: area.and_then(|area| ground.team(area)),
            add_tags: told.add_tags.clone(),
            remove_tags: told.remove_tags.clone(),
        },
        texts: told.texts.iter().filter_map(lang).collect(),
    })
}

/// Answers one open ticket in each language with a macro, and says how many.
///
/// # Errors
/// Those of the database.
pub async fn apply(desk: &Desk, seed: u64, ground: &Ground, at: Timestamp) -> Result<u64> {
    let mut answered = 0;
    for (locale, id) in waiting(desk).await? {
        let agent = answering(locale, Area::Money).first().copied();
        let Some(agent) = agent.and_then(|place| ground.members.get(place)).cloned() else {
            continue;
        };
        let (me, viewer) = (agent.staff_id, Viewer::Staff(agent));
        let (new, along) = written(desk, &viewer, me, &id, locale, at).await?;
        let cx = cx_at(seed, &format!("answered {id}"), at, viewer);
        desk.write(cx, async move |tx, cx| {
            post_along(tx, cx, &id, &new, &along).await.map(|_posted| ())
        })
        .await?;
        answered += 1;
    }
    Ok(answered)
}

/// One ticket in each language whose customer wrote last.
async fn waiting(desk: &Desk) -> Result<Vec<(Locale, PublicId)>> {
    let read = desk.read(async move |rx| {
        let filter = Filter {
            queue: Some(Queue::Open),
            category: Some(ANSWERED.0.to_owned()),
            limit: limits::PAGE_MAX,
            ..Filter::default()
        };
        let scope = Viewer::Operator.scope(Permission::TicketRead);
        ticket::view::list(rx, &Viewer::Operator, &scope, &filter).await
    });
    let rows = read.await?;
    let of = |locale: &Locale| {
        let asks = |row: &&ticket::view::Summary| {
            row.lang == locale.code() && row.last_message_by == Author::Customer
        };
        Some((*locale, rows.iter().find(asks)?.public_id.clone()))
    };
    Ok(Locale::ALL.iter().filter_map(of).collect())
}

/// The macro's text and what it does, as the console would send it.
async fn written(
    desk: &Desk,
    viewer: &Viewer,
    me: StaffId,
    id: &PublicId,
    locale: Locale,
    at: Timestamp,
) -> Result<(NewMessage, Along)> {
    let (asker, ticket) = (viewer.clone(), id.clone());
    let read = desk.read(async move |rx| {
        let offered = view::offered(rx, &asker, at, &ticket).await?;
        let one = offered.into_iter().find(|one| one.row.name == ANSWERED.1);
        let one = one.ok_or(Error::Broken { what: "a macro of the demo is gone" })?;
        let applied = view::applied(rx, &asker, at, &ticket, one.row.id).await?;
        let visibility = Visibility::Public;
        let text = view::with_name(rx, &asker, &ticket, &applied.text, visibility).await?;
        Ok((applied.row, text))
    });
    let (row, text) = read.await?;
    let tag = |name: &String| Clean::line("tag", name, limits::TAG_CHARS);
    let add = row.acts.add_tags.iter().map(tag).collect::<Result<Vec<_>>>()?;
    let new = NewMessage {
        body: Body::by(viewer, desk.keyring(), Clean::field("body", &text, limits::BODY_CHARS)?),
        visibility: Visibility::Public,
        attachment_ids: Vec::new(),
        channel: "console",
        lang: locale.code().to_owned(),
        status_id: row.acts.status_id,
        seen_version: None,
    };
    let acts = vec![Act::Assignee(Some(me)), Act::Tags { add, remove: Vec::new() }];
    Ok((new, Along { acts, macro_ids: vec![row.id], ..Along::default() }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_first_three_speak_every_language() {
        let told: File = toml::from_str(FILE).unwrap();
        for one in told.r#macro.iter().take(3) {
            let langs: Vec<Locale> =
                one.texts.iter().map(|(lang, _)| lang.parse().unwrap()).collect();
            assert_eq!(langs.len(), Locale::ALL.len(), "{}", one.name);
        }
        for one in &told.r#macro {
            for (_, text) in &one.texts {
                actions::check("text", text).unwrap();
            }
        }
    }
}
