//! Bringing what another desk had, and saying that this one was written out.

mod relations;
mod settings;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx};

use super::event::{DeskExported, DeskImported};
use super::line::{BrandLine, StaffLine, TeamLine};
use super::prepare::{Case, Label, Letter, Person, Unit, What};
use super::{Place, sql};
use crate::brand::Accent;
use crate::brand::actions::NewBrand;
use crate::code::Code;
use crate::customer::actions::NewCustomer;
use crate::cx::Cx;
use crate::email::EmailAddress;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, CategoryId, CustomerId, Id, StaffId, TeamId, TicketId};
use crate::identity::{self, Identity, Level};
use crate::log::{self, NewEvent, Stream};
use crate::staff::StaffState;
use crate::staff::actions::Ties;
use crate::team::actions::TeamChange;
use crate::text::{Clean, name};
use crate::ticket::import::{Counts, OldMessage, OldTicket, open};
use crate::ticket::{Author, Mentions, Visibility};
use crate::time::Timestamp;
use crate::{brand, category, customer, customer_erasure, form, limits, staff, status, tag, team};

/// What is brought in one transaction.
#[derive(Clone, Debug)]
pub struct Batch {
    /// What it is brought from: what was brought once from there is not brought again.
    pub source: String,
    /// Whose customers those are who are of no brand.
    pub brand_id: BrandId,
    /// The slug of the category of tickets that are of none, or of one that the brand does not have.
    pub category: String,
    pub units: Vec<Arc<Unit>>,
    /// How far the file was read with it.
    pub place: Option<Place>,
}

/// What became of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Made,
    /// It was brought before, or something here is it already. It stays as it is.
    There,
}

/// What came of an import, for the log.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub format: String,
    pub customers: u64,
    pub tickets: u64,
    pub messages: u64,
    pub skipped: u64,
}

/// Reads the name of a source: a slug, so that it is the same however it is typed.
///
/// # Errors
/// As [`name::slug`], at `source`.
pub fn source(typed: &str) -> Result<String> {
    name::slug("source", typed, limits::SLUG_CHARS)
}

/// Says that the desk is being written out, and why. Called before the first line is written.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; `field-required` for a missing reason.
pub async fn begin_export(
    tx: &Tx<'_>,
    cx: &mut Cx,
    reason: &str,
    since: Option<Timestamp>,
    with_files: bool,
) -> Result<()> {
    cx.viewer.require_inside()?;
    let reason = Clean::field("reason", reason, limits::REASON_CHARS)?.as_str().to_owned();
    let event = NewEvent::of(&DeskExported { reason, since, with_files })?;
    log::append(tx, cx, &Stream::Organisation, &[event]).await?;
    Ok(())
}

/// How far the import of a source had come when it was cut off; `None` when none is under way.
///
/// # Errors
/// Only those of the store.
pub async fn place(rx: &Rx<'_>, source: &str) -> Result<Option<Place>> {
    sql::place(rx, source).await
}

/// Whether a ticket of a source was brought before.
///
/// # Errors
/// Only those of the store.
pub async fn is_known(rx: &Rx<'_>, source: &str, ticket: &str) -> Result<bool> {
    Ok(sql::find(rx, source, "ticket", ticket).await?.is_some())
}

/// Brings a batch, all of it or nothing, in silence.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; the refusal of the first thing that cannot be brought.
pub async fn bring(tx: &Tx<'_>, cx: &mut Cx, batch: &Batch) -> Result<Vec<Outcome>> {
    cx.viewer.require_inside()?;
    cx.viewer = super::viewer();
    lock_chains(tx, batch).await?;
    let mut counts = Counts::default();
    let mut outcomes = Vec::with_capacity(batch.units.len());
    for unit in &batch.units {
        outcomes.push(Box::pin(one(tx, cx, batch, &unit.what, &mut counts)).await?);
    }
    if let Some(place) = batch.place {
        sql::set_place(tx, &batch.source, place, cx.now).await?;
    }
    counts.keep(tx, cx).await?;
    Ok(outcomes)
}

/// Locks the chains that are here already and that the batch goes on with, in the order of their names as everybody does: things stand in a
/// file in an order of their own, and the desk may be at work on the same ones the other way round.
async fn lock_chains(tx: &Tx<'_>, batch: &Batch) -> Result<()> {
    let mut streams = BTreeMap::new();
    for unit in &batch.units {
        for stream in chains_of(tx, batch, &unit.what).await? {
            streams.insert(stream.name(), stream);
        }
    }
    for stream in streams.values() {
        log::lock(tx, stream).await?;
    }
    Ok(())
}

/// The chains that something goes on with. Those that it begins are nobody else's yet.
async fn chains_of(rx: &Rx<'_>, batch: &Batch, what: &What) -> Result<Vec<Stream>> {
    let (kind, ids) = match what {
        What::Customer(_) | What::Tag(_) => return Ok(Vec::new()),
        What::Ticket(case) => ("customer", [Some(case.customer.as_str()), None]),
        What::Constraint(line) => ("customer", [Some(line.customer.as_str()), None]),
        What::Link(line) => ("ticket", [Some(line.ticket.as_str()), Some(line.other.as_str())]),
        What::Split(line) => ("ticket", [Some(line.ticket.as_str()), Some(line.into.as_str())]),
        What::Merge(line) => ("ticket", [Some(line.ticket.as_str()), Some(line.into.as_str())]),
        What::Brand(_)
        | What::Status(_)
        | What::Category(_)
        | What::Form(_)
        | What::Order(_)
        | What::Skill(_)
        | What::Role(_)
        | What::Staff(_)
        | What::Team(_)
        | What::Department(_)
        | What::Macro(_)
        | What::View(_) => return Ok(vec![Stream::Organisation]),
    };
    let mut streams = Vec::new();
    for id in ids.into_iter().flatten() {
        let Some(found) = sql::find(rx, &batch.source, kind, id).await? else { continue };
        streams.push(match kind {
            "customer" => Stream::Customer(CustomerId::from_uuid(found)),
            _ => Stream::Ticket(TicketId::from_uuid(found)),
        });
    }
    Ok(streams)
}

/// Says what was brought, and forgets how far it had come: who reads the file again looks at every line of it.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator.
pub async fn finish(tx: &Tx<'_>, cx: &mut Cx, source: &str, told: &Told) -> Result<()> {
    cx.viewer.require_inside()?;
    sql::clear_place(tx, source).await?;
    let event = DeskImported {
        source: source.to_owned(),
        format: told.format.clone(),
        customers: told.customers,
        tickets: told.tickets,
        messages: told.messages,
        skipped: told.skipped,
    };
    cx.viewer = super::viewer();
    log::append(tx, cx, &Stream::Organisation, &[NewEvent::of(&event)?]).await?;
    Ok(())
}

async fn one(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    what: &What,
    counts: &mut Counts,
) -> Result<Outcome> {
    match what {
        What::Brand(line) => bring_brand(tx, cx, batch, line).await,
        What::Status(line) => Box::pin(settings::status(tx, cx, batch, line)).await,
        What::Category(line) => Box::pin(settings::category(tx, cx, batch, line)).await,
        What::Form(line) => Box::pin(settings::form(tx, cx, batch, line)).await,
        What::Order(line) => Box::pin(settings::order(tx, cx, batch, line)).await,
        What::Skill(line) => Box::pin(settings::skill(tx, cx, batch, line)).await,
        What::Role(line) => Box::pin(settings::role(tx, cx, batch, line)).await,
        What::Staff(line) => Box::pin(bring_staff(tx, cx, batch, line)).await,
        What::Team(line) => bring_team(tx, cx, batch, line).await,
        What::Department(line) => Box::pin(settings::department(tx, cx, batch, line)).await,
        What::Macro(line) => Box::pin(settings::reply_macro(tx, cx, batch, line)).await,
        What::View(line) => Box::pin(settings::view(tx, cx, batch, line)).await,
        What::Customer(person) => bring_customer(tx, cx, batch, person).await,
        What::Constraint(line) => Box::pin(settings::constraint(tx, cx, batch, line)).await,
        What::Tag(label) => bring_tag(tx, cx, label).await,
        What::Ticket(case) => Box::pin(bring_ticket(tx, cx, batch, case, counts)).await,
        What::Link(line) => Box::pin(relations::link(tx, cx, batch, line)).await,
        What::Split(line) => Box::pin(relations::split(tx, cx, batch, line)).await,
        What::Merge(line) => Box::pin(relations::merge(tx, cx, batch, line)).await,
    }
}

/// What a thing of the source became here.
async fn known<T: Id>(rx: &Rx<'_>, batch: &Batch, kind: &str, id: &str) -> Result<Option<T>> {
    Ok(sql::find(rx, &batch.source, kind, id).await?.map(T::from_uuid))
}

/// The same of one without which a thing cannot be brought.
async fn required<T: Id>(
    rx: &Rx<'_>,
    batch: &Batch,
    (kind, field): (&str, &str),
    id: &str,
) -> Result<T> {
    let found = known(rx, batch, kind, id).await?;
    found.ok_or_else(|| Error::field(field, Code::FieldInvalid))
}

/// The same of several, as far as they were brought.
async fn known_of<T: Id>(rx: &Rx<'_>, batch: &Batch, kind: &str, ids: &[String]) -> Result<Vec<T>> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(known::<T>(rx, batch, kind, id).await?);
    }
    Ok(found)
}

async fn remember<T: Id>(
    tx: &Tx<'_>,
    cx: &Cx,
    batch: &Batch,
    what: (&str, &str),
    id: T,
) -> Result<()> {
    let is_first = sql::remember(tx, &batch.source, what, id.uuid(), cx.now).await?;
    // Whoever remembers has looked before, so somebody else brought it meanwhile. Two messages may be called the same.
    if !is_first && what.0 != "message" {
        return Err(Error::Broken { what: "a source that two imports bring at once" });
    }
    Ok(())
}

async fn bring_brand(tx: &Tx<'_>, cx: &mut Cx, batch: &Batch, line: &BrandLine) -> Result<Outcome> {
    if known::<BrandId>(tx, batch, "brand", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let (id, outcome) = match brand::view::by_slug(tx, &line.slug).await? {
        Some(brand) => (brand.id, Outcome::There),
        None => {
            let locales: Vec<Locale> =
                line.locales.iter().filter_map(|tag| Locale::parse(tag)).collect();
            // In colours in which something could not be read here, it comes without them.
            let accent = line.hue.zip(line.chroma);
            let accent = accent.and_then(|(hue, chroma)| Accent::new(hue, chroma).ok());
            let new = NewBrand { accent, ..NewBrand::of(&line.slug, &line.name, &locales) };
            (brand::actions::create(tx, cx, &new).await?, Outcome::Made)
        }
    };
    remember(tx, cx, batch, ("brand", &line.id), id).await?;
    Ok(outcome)
}

/// Whoever works here already is who they are; others get their name, and no way in.
async fn bring_staff(tx: &Tx<'_>, cx: &mut Cx, batch: &Batch, line: &StaffLine) -> Result<Outcome> {
    if known::<StaffId>(tx, batch, "staff", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let email = EmailAddress::parse("email", &line.email)?;
    let (id, outcome) = match staff::view::by_email(tx, &email).await? {
        Some(id) => (id, Outcome::There),
        None => {
            let name = line.name.as_deref().filter(|name| !name.trim().is_empty());
            let name = name.unwrap_or(email.local_part());
            let locale = line.locale.as_deref().and_then(Locale::parse).unwrap_or_default();
            let place = (locale, line.time_zone.as_deref().unwrap_or("UTC"));
            let ties = Ties {
                roles: known_of(tx, batch, "role", &line.roles).await?,
                brands: known_of(tx, batch, "brand", &line.brands).await?,
                skills: known_of(tx, batch, "skill", &line.skills).await?,
                mention_mails: line.mention_mails.unwrap_or(true),
                review_mails: line.review_mails.unwrap_or(true),
            };
            (staff::actions::bring(tx, cx, &email, name, place, &ties).await?, Outcome::Made)
        }
    };
    remember(tx, cx, batch, ("staff", &line.id), id).await?;
    Ok(outcome)
}

async fn bring_team(tx: &Tx<'_>, cx: &mut Cx, batch: &Batch, line: &TeamLine) -> Result<Outcome> {
    if known::<TeamId>(tx, batch, "team", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let name = Clean::line("name", &line.name, limits::NAME_CHARS)?;
    let (id, outcome) = match team::view::by_name(tx, name.as_str()).await? {
        Some(id) => (id, Outcome::There),
        None => {
            let id = team::actions::create(tx, cx, name.as_str()).await?;
            let members = known_of::<StaffId>(tx, batch, "staff", &line.members).await?;
            // It has no tickets yet, so nothing is given out by it.
            let assignment = line.assignment;
            let change = TeamChange { members: Some(members), assignment, name: None };
            team::actions::change(tx, cx, id, 1, &change).await?;
            (id, Outcome::Made)
        }
    };
    remember(tx, cx, batch, ("team", &line.id), id).await?;
    Ok(outcome)
}

async fn bring_customer(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    person: &Person,
) -> Result<Outcome> {
    let line = &person.line;
    if known::<CustomerId>(tx, batch, "customer", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let brand_id = match &line.brand {
        Some(id) => known(tx, batch, "brand", id).await?,
        None => Some(batch.brand_id),
    };
    let brand_id: BrandId = brand_id.ok_or_else(|| Error::field("brand", Code::FieldInvalid))?;
    // The exchange knows them by it, so it is they.
    for (kind, subject) in &person.identities {
        if *kind == identity::PORTAL
            && let Some(known) = identity::view::find(tx, brand_id, kind, subject.as_str()).await?
        {
            remember(tx, cx, batch, ("customer", &line.id), known.customer_id).await?;
            return Ok(Outcome::There);
        }
    }
    let id = make_customer(tx, cx, brand_id, person).await?;
    remember(tx, cx, batch, ("customer", &line.id), id).await?;
    Ok(Outcome::Made)
}

async fn make_customer(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    person: &Person,
) -> Result<CustomerId> {
    let line = &person.line;
    let new = NewCustomer {
        brand_id,
        name: line.name.clone(),
        email: line.email.clone(),
        phone: line.phone.clone(),
        uid: line.uid.clone(),
        locale: line.locale.as_deref().and_then(Locale::parse),
        time_zone: line.time_zone.clone(),
    };
    // Their row is as old as they are. Nothing in the log speaks of that.
    let now = cx.now;
    cx.now = line.created_at.map_or(now, |at| at.min(now));
    let made = customer::actions::insert(tx, cx, &new).await;
    cx.now = now;
    let (made, created) = made?;
    let mut events = vec![created];
    for (kind, subject) in &person.identities {
        // Whose address it is already has proven it or will; it is not taken from them.
        let identity = unproven(cx, &made, kind, subject.as_str());
        events.extend(identity::actions::insert(tx, &identity).await?);
    }
    if events.len() == 1 {
        let subject = made.id.to_string();
        let identity = unproven(cx, &made, identity::STRANGER, &subject);
        events.extend(identity::actions::insert(tx, &identity).await?);
    }
    log::begin(tx, cx, &Stream::Customer(made.id), &events).await?;
    Ok(made.id)
}

fn unproven(cx: &mut Cx, of: &customer::Customer, kind: &str, subject: &str) -> Identity {
    Identity {
        id: cx.id(),
        brand_id: of.brand_id,
        customer_id: of.id,
        kind: kind.to_owned(),
        subject: subject.to_owned(),
        level: Level::None,
        level_until: None,
        created_at: cx.now,
    }
}

/// What a tag was called before comes with one that is made here: whoever typed it there goes on finding it.
async fn bring_tag(tx: &Tx<'_>, cx: &mut Cx, label: &Label) -> Result<Outcome> {
    if tag::view::find(tx, label.name.as_str()).await?.is_some() {
        return Ok(Outcome::There);
    }
    let tag_id = tag::actions::ensure(tx, cx, &label.name).await?;
    tag::actions::lead(tx, cx, tag_id, &label.former).await?;
    Ok(Outcome::Made)
}

/// Refuses what is about somebody who was erased: they stay so. An erasure that is asked for at the moment is waited for, and one that
/// comes later waits for the batch, and finds what it brought.
async fn refuse_erased(tx: &Tx<'_>, customer_id: CustomerId) -> Result<()> {
    log::lock(tx, &Stream::Customer(customer_id)).await?;
    match customer_erasure::view::find(tx, customer_id).await? {
        Some(_) => Err(Error::field("customer", Code::NotFound)),
        None => Ok(()),
    }
}

async fn bring_ticket(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    case: &Case,
    counts: &mut Counts,
) -> Result<Outcome> {
    if sql::find(tx, &batch.source, "ticket", &case.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let owner: Option<CustomerId> = known(tx, batch, "customer", &case.customer).await?;
    let customer_id = owner.ok_or_else(|| Error::field("customer", Code::FieldInvalid))?;
    refuse_erased(tx, customer_id).await?;
    let owner = customer::view::load(tx, customer_id).await?.or_not_found()?;
    let category_id = category_of(tx, batch, owner.brand_id, case).await?;
    let own = settings::own_status(tx, batch, case.status, case.own_status.as_ref()).await?;
    // Nothing is left to be done in a status that is retired here, nor in one that is being retired.
    let own = match own {
        Some((id, _)) => {
            status::actions::hold(tx, id).await?.map(|(_, is_offered)| (id, is_offered))
        }
        None => None,
    };
    let own = own.filter(|(_, is_offered)| *is_offered || !case.status.is_active());
    let (assignee_id, team_id) = assignment(tx, batch, case).await?;
    let form_version = form_version(tx, batch, (owner.brand_id, category_id), case).await?;
    let followers = known_of::<StaffId>(tx, batch, "staff", &case.followers).await?;
    let lang = case.lang.map_or(owner.locale.as_str(), |lang| lang.code());
    let mut authors = Vec::with_capacity(case.letters.len());
    for letter in &case.letters {
        let by = author(tx, batch, letter, customer_id).await?;
        // Markup is what staff write: a customer's link must not look like another one.
        let is_plain = letter.author == Author::Staff && by.0 != Author::Staff;
        let mentions = mentions(tx, batch, letter).await?;
        authors.push((by, is_plain.then(|| letter.body.as_plain()), mentions));
    }
    let mut messages = Vec::with_capacity(case.letters.len());
    for (letter, (by, plain, mentions)) in case.letters.iter().zip(&authors) {
        messages.push(OldMessage {
            body: plain.as_ref().unwrap_or(&letter.body),
            visibility: letter.visibility,
            author: by.0,
            author_id: by.1,
            channel: letter.channel,
            lang: letter.lang.map_or(lang, |lang| lang.code()),
            written_at: letter.written_at,
            // What was proven was proven by whoever is the customer here too.
            verification: letter.verification.filter(|_| by.0 == Author::Customer),
            files: &letter.files,
            mentions: mentions.as_ref(),
        });
    }
    let old = OldTicket {
        number: case.number.as_ref(),
        brand_id: owner.brand_id,
        customer_id,
        category_id,
        subject: &case.subject,
        leaks_key: case.leaks_key,
        status: case.status,
        status_id: own.map_or_else(|| status::builtin(case.status), |(id, _)| id),
        priority: case.priority,
        risk: case.risk,
        assignee_id,
        team_id,
        channel: case.channel,
        lang,
        solved_at: case.solved_at,
        tags: &case.tags,
        snooze: case.snooze,
        followers: &followers,
        form_version,
        answers: &case.answers,
        messages,
        source: &batch.source,
        external_id: &case.id,
    };
    let (ticket_id, message_ids) = Box::pin(open(tx, cx, &old, counts)).await?;
    remember(tx, cx, batch, ("ticket", &case.id), ticket_id).await?;
    for (letter, message_id) in case.letters.iter().zip(message_ids) {
        remember(tx, cx, batch, ("message", &letter.id), message_id).await?;
    }
    Ok(Outcome::Made)
}

async fn category_of(
    rx: &Rx<'_>,
    batch: &Batch,
    brand_id: BrandId,
    case: &Case,
) -> Result<CategoryId> {
    if let Some(slug) = &case.category
        && let Some(id) = settings::category_of(rx, batch, brand_id, slug).await?
    {
        return Ok(id);
    }
    let usual = category::view::find_any(rx, brand_id, &batch.category).await?;
    usual.ok_or_else(|| Error::field("category", Code::FieldInvalid))
}

/// The version of the form under which a ticket was answered: its own where that was brought, else the one that is asked by now.
async fn form_version(
    rx: &Rx<'_>,
    batch: &Batch,
    (brand_id, category_id): (BrandId, CategoryId),
    case: &Case,
) -> Result<i64> {
    if case.answers.is_empty() || case.form_version == 0 {
        return Ok(0);
    }
    let slug = category::view::slug(rx, category_id).await?.or_not_found()?;
    let key = settings::form_key(brand_id, &slug, case.form_version);
    if known::<CategoryId>(rx, batch, "form", &key).await?.is_some() {
        return Ok(case.form_version);
    }
    Ok(form::view::current(rx, category_id, &slug).await?.version)
}

/// Whom a note mentions, of those who were brought.
async fn mentions(rx: &Rx<'_>, batch: &Batch, letter: &Letter) -> Result<Option<Mentions>> {
    let Some(line) = &letter.mentions else { return Ok(None) };
    if letter.visibility == Visibility::Public {
        return Ok(None);
    }
    let direct = known_of::<StaffId>(rx, batch, "staff", &line.staff).await?;
    let of_teams = known_of::<StaffId>(rx, batch, "staff", &line.of_teams).await?;
    let teams = known_of::<TeamId>(rx, batch, "team", &line.teams).await?;
    let direct: BTreeSet<StaffId> = direct.into_iter().collect();
    let of_teams: BTreeSet<StaffId> =
        of_teams.into_iter().filter(|id| !direct.contains(id)).collect();
    let teams: BTreeSet<TeamId> = teams.into_iter().collect();
    let is_empty = direct.is_empty() && of_teams.is_empty() && teams.is_empty();
    Ok((!is_empty).then_some(Mentions { direct, of_teams, teams }))
}

/// Whose it is. Nobody who may not come in gets something to do by it; what is done stays theirs who did it.
async fn assignment(
    rx: &Rx<'_>,
    batch: &Batch,
    case: &Case,
) -> Result<(Option<StaffId>, Option<TeamId>)> {
    let mut assignee_id = None;
    if let Some(id) = &case.assignee
        && let Some(staff_id) = known::<StaffId>(rx, batch, "staff", id).await?
        && let Some(member) = staff::view::load(rx, staff_id).await?
        && (member.state == StaffState::Active || !case.status.is_active())
    {
        assignee_id = Some(member.id);
    }
    let mut team_id = None;
    if let Some(id) = &case.team
        && let Some(known) = known::<TeamId>(rx, batch, "team", id).await?
    {
        team_id = team::view::load(rx, known).await?.map(|team| team.id);
    }
    Ok((assignee_id, team_id))
}

/// Who wrote a message. Somebody who is neither the ticket's customer nor known to have worked there has no name here: what a stranger to the
/// ticket wrote is shown as the desk's own, and never as its customer's.
async fn author(
    rx: &Rx<'_>,
    batch: &Batch,
    letter: &Letter,
    owner: CustomerId,
) -> Result<(Author, Option<uuid::Uuid>)> {
    let named = letter.author_id.as_deref();
    match letter.author {
        Author::System => Ok((Author::System, None)),
        Author::Customer => {
            let by = match named {
                Some(id) => known::<CustomerId>(rx, batch, "customer", id).await?,
                None => Some(owner),
            };
            Ok(match by {
                Some(by) if by != owner => (Author::System, None),
                _ => (Author::Customer, Some(owner.uuid())),
            })
        }
        Author::Staff => {
            let Some(id) = named else { return Ok((Author::Staff, None)) };
            if let Some(staff_id) = known::<StaffId>(rx, batch, "staff", id).await? {
                return Ok((Author::Staff, Some(staff_id.uuid())));
            }
            Ok(match known::<CustomerId>(rx, batch, "customer", id).await? {
                Some(by) if by == owner => (Author::Customer, Some(owner.uuid())),
                Some(_) => (Author::System, None),
                None => (Author::Staff, None),
            })
        }
    }
}
