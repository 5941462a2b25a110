//! Reading macros. Who sees one is in the query.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};

use super::sql::macro_columns;
use super::text::{self, Variable};
use super::{ReplyMacro, Texts, choose};
use crate::code::Code;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{MacroId, PublicId, StaffId, TicketId};
use crate::identity::{self, Level};
use crate::permission::Permission;
use crate::ticket::{self, Ticket, Visibility};
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{brand, customer, form, limits, staff};

macro_rules! visible {
    ($columns:expr, $and:literal) => {
        concat!(
            "select ",
            $columns,
            " where ((m.audience = 'own' and m.owner_id = $1) or m.audience = 'all' \
             or (m.audience = 'team' and m.team_id in (select team_id from team_member where staff_id = $1)))",
            $and
        )
    };
}

pub(super) const LIST: &str =
    visible!(concat!(macro_columns!(), " from reply_macro m"), " order by m.id limit 2000");
pub(super) const LANGS: &str = visible!(
    "t.macro_id, t.lang from reply_macro_text t join reply_macro m on m.id = t.macro_id",
    " order by t.macro_id, t.lang limit 20000"
);
pub(super) const FIND: &str =
    visible!(concat!(macro_columns!(), " from reply_macro m"), " and m.id = $2");
pub(super) const OFFERED: &str = visible!(
    concat!(macro_columns!(), " from reply_macro m"),
    " and m.brand_id = $2 and m.archived_at is null order by m.uses desc, m.id limit 2000"
);
pub(super) const TEXTS: &str = "select lang, body from reply_macro_text where macro_id = $1";
pub(super) const OF_TEAM: &str =
    concat!("select ", macro_columns!(), " from reply_macro m where m.team_id = $1 order by m.id");
pub(super) const PAGE: &str = concat!(
    "select ",
    macro_columns!(),
    " from reply_macro m where m.id > $1 order by m.id limit $2"
);
pub(super) const COUNT_OWN: &str =
    "select count(*) from reply_macro where owner_id = $1 and audience = 'own'";
pub(super) const COUNT_SHARED: &str = "select count(*) from reply_macro where audience <> 'own'";

/// A macro with the languages that it has a text in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub row: ReplyMacro,
    pub langs: Vec<Locale>,
}

/// A macro as it would be applied to a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub row: ReplyMacro,
    /// Whether its customer is verified far enough.
    pub is_allowed: bool,
}

/// A macro's text for one ticket, filled as far as staff may see what fills it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    pub row: ReplyMacro,
    pub lang: Locale,
    pub text: String,
}

/// The macros that the member sees, archived ones too: their own, their teams', everybody's.
///
/// # Errors
/// `staff-only`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Listed>> {
    let me = viewer.staff()?.staff_id;
    let rows: Vec<ReplyMacro> = rx.query(LIST, params![me]).await?;
    let mut langs: BTreeMap<MacroId, Vec<Locale>> = BTreeMap::new();
    let texts: Vec<(MacroId, String)> = rx.query(LANGS, params![me]).await?;
    for (id, lang) in texts {
        langs.entry(id).or_default().extend(lang.parse::<Locale>().ok());
    }
    let listed = rows.into_iter().map(|row| {
        let mut langs = langs.remove(&row.id).unwrap_or_default();
        langs.sort();
        Listed { row, langs }
    });
    Ok(listed.collect())
}

/// One of them, or `None`.
///
/// # Errors
/// `staff-only`.
pub async fn find(rx: &Rx<'_>, viewer: &Viewer, id: MacroId) -> Result<Option<ReplyMacro>> {
    Ok(rx.query_opt(FIND, params![viewer.staff()?.staff_id, id]).await?)
}

/// Macros of everybody after one, by id. For the desk's own use.
pub(crate) async fn page(rx: &Rx<'_>, after: uuid::Uuid, limit: u32) -> Result<Vec<ReplyMacro>> {
    Ok(rx.query(PAGE, params![after, limit]).await?)
}

/// What a macro says, in each of its languages. Whether it may be seen is decided by [`find`].
pub async fn texts(rx: &Rx<'_>, id: MacroId) -> Result<Texts> {
    let rows: Vec<(String, String)> = rx.query(TEXTS, params![id]).await?;
    let known = rows.into_iter().filter_map(|(lang, body)| Some((lang.parse().ok()?, body)));
    Ok(known.collect())
}

/// The macros that are offered on a ticket, those that were used most first.
///
/// # Errors
/// `staff-only`, `not-found`.
pub async fn offered(
    rx: &Rx<'_>,
    viewer: &Viewer,
    now: Timestamp,
    ticket: &PublicId,
) -> Result<Vec<Offered>> {
    let (me, ticket) = (viewer.staff()?.staff_id, visible_ticket(rx, viewer, ticket).await?);
    let level = identity::view::level(rx, ticket.customer_id, now).await?;
    let rows: Vec<ReplyMacro> = rx.query(OFFERED, params![me, ticket.brand_id]).await?;
    Ok(rows.into_iter().map(|row| offer(row, level)).collect())
}

fn offer(row: ReplyMacro, level: Level) -> Offered {
    Offered { is_allowed: row.as_note || row.admits(level), row }
}

/// A macro's text for a ticket, in its customer's language. One that is not for a customer who is verified so little is
/// not shown.
///
/// # Errors
/// `staff-only`; `not-found`; `verification-required`.
pub async fn applied(
    rx: &Rx<'_>,
    viewer: &Viewer,
    now: Timestamp,
    ticket: &PublicId,
    id: MacroId,
) -> Result<Applied> {
    let me = viewer.staff()?.staff_id;
    let ticket = visible_ticket(rx, viewer, ticket).await?;
    let row = find(rx, viewer, id).await?.or_not_found()?;
    if row.archived_at.is_some() || row.brand_id != ticket.brand_id {
        return Err(Error::refused(Code::NotFound));
    }
    let visibility = if row.as_note { Visibility::Internal } else { Visibility::Public };
    require_level(rx, now, &ticket, visibility, &row).await?;
    let brand = brand::view::find(rx, ticket.brand_id).await?.or_not_found()?;
    let texts = texts(rx, id).await?;
    let (lang, text) = choose(&texts, &ticket.lang, &brand).or_not_found()?;
    let known = known(rx, me, &ticket, &brand.name).await?;
    let text = text::fill(text, |variable| known.get(&variable).cloned());
    Ok(Applied { row, lang, text })
}

/// A text as a customer might read it, with an example in the place of each variable.
///
/// # Errors
/// `staff-only`.
pub async fn example(rx: &Rx<'_>, viewer: &Viewer, text: &str) -> Result<String> {
    let me = viewer.staff()?.staff_id;
    let agent = staff::view::name(rx, me).await?.and_then(|member| first_name(&member.name));
    let brand = brand::view::list(rx).await?.into_iter().next().map(|brand| brand.name);
    Ok(text::fill(text, |variable| {
        Some(match variable {
            Variable::CustomerName => Some("Ada Lovelace".to_owned()),
            Variable::TicketNumber => Some("PD-1C9K-7QXM-4".to_owned()),
            Variable::AgentName => agent.clone(),
            Variable::BrandName => brand.clone(),
            Variable::AnswerAsset => Some("USDT".to_owned()),
            Variable::AnswerNetwork => Some("TRON".to_owned()),
            Variable::AnswerAmount => Some("250.00".to_owned()),
            Variable::AnswerOrder => Some("8812064".to_owned()),
        })
    }))
}

/// Writes the customer's name into a message of staff that asks for it, as it is sent.
///
/// # Errors
/// `not-found`.
pub async fn with_name(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ticket: &PublicId,
    text: &str,
    visibility: Visibility,
) -> Result<String> {
    let ticket = visible_ticket(rx, viewer, ticket).await?;
    let name = customer::view::load(rx, ticket.customer_id).await?.and_then(|one| one.name);
    Ok(text::fill_name(text, name.as_deref(), visibility))
}

/// Refuses a reply with a macro whose customer is not verified far enough for it. Notes go to no customer.
pub(super) async fn require_level(
    rx: &Rx<'_>,
    now: Timestamp,
    ticket: &Ticket,
    visibility: Visibility,
    row: &ReplyMacro,
) -> Result<()> {
    let Some(least) = row.min_level.filter(|_| visibility == Visibility::Public) else {
        return Ok(());
    };
    match row.admits(identity::view::level(rx, ticket.customer_id, now).await?) {
        true => Ok(()),
        false => {
            let args = vec![("level", least.to_string())];
            Err(Error::refused_with(Code::VerificationRequired, args))
        }
    }
}

async fn visible_ticket(rx: &Rx<'_>, viewer: &Viewer, id: &PublicId) -> Result<Ticket> {
    ticket::view::find(rx, id, &viewer.scope(Permission::TicketRead)).await?.or_not_found()
}

/// What fills the variables before a member's eyes: everything but the customer's name.
async fn known(
    rx: &Rx<'_>,
    me: StaffId,
    ticket: &Ticket,
    brand: &str,
) -> Result<BTreeMap<Variable, Option<String>>> {
    let agent = staff::view::name(rx, me).await?.and_then(|member| first_name(&member.name));
    let mut known = BTreeMap::from([
        (Variable::TicketNumber, Some(ticket.public_id.to_string())),
        (Variable::AgentName, agent),
        (Variable::BrandName, Some(brand.to_owned())),
    ]);
    let answers = answers(rx, ticket.id).await?;
    for variable in Variable::ALL {
        if let Some(question) = variable.question() {
            known.insert(*variable, answers.get(question).cloned());
        }
    }
    Ok(known)
}

/// As customers are told who answers them.
fn first_name(name: &str) -> Option<String> {
    name.split_whitespace().next().map(str::to_owned)
}

async fn answers(rx: &Rx<'_>, ticket_id: TicketId) -> Result<BTreeMap<String, String>> {
    let facts = form::view::facts(rx, ticket_id).await?.into_iter();
    Ok(facts.filter_map(|fact| Some((fact.question, fact.value?))).collect())
}

pub(super) async fn count(rx: &Rx<'_>, row: &ReplyMacro) -> Result<(i64, i64)> {
    let own = row.audience == super::Audience::Own;
    let ((used,), most): ((i64,), i64) = if own {
        let used = rx.query_one(COUNT_OWN, params![row.owner_id]).await?;
        (used, limits::MACROS_PER_MEMBER)
    } else {
        (rx.query_one(COUNT_SHARED, &[]).await?, limits::MACROS_SHARED)
    };
    Ok((used, most))
}
