//! Reading a whole desk as lines, page by page: what was made first comes first, and a desk in which nothing happens gives the same lines
//! again.

mod relations;
mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::line::{
    AnswerLine, AttachmentLine, BrandLine, ConstraintLine, CustomerLine, EndLine, ExportLine,
    IdentityLine, Line, MentionsLine, MessageLine, OrganisationLine, StaffLine, TagLine, TeamLine,
    TicketLine,
};
use super::{FORMAT, VERSION};
use crate::attachment::Scan;
use crate::desk::Desk;
use crate::error::{OrNotFound as _, Result};
use crate::id::{
    AttachmentId, CustomerId, Id as _, MessageId, StaffId, StatusId, TagId, TeamId, TicketId,
};
use crate::identity::Level;
use crate::limits::{EXPORT_PAGE, PAGE_MAX};
use crate::ticket::{Author, Priority, Visibility};
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{
    brand, constraint, customer, form, identity, organisation, staff, status, tag, team, ticket,
};

pub(super) use settings::{brand_has_customers, has_customers};

/// Every statement of these reads.
pub(super) const ALL: &[&str] = &[
    TICKETS,
    TAGS_OF,
    FOLLOWERS_OF,
    MESSAGES,
    FILES,
    MENTIONED,
    MENTIONED_TEAMS,
    relations::LINKS,
    relations::SPLITS,
    relations::SPLIT_MESSAGES,
    relations::MERGES,
    settings::ANY_CUSTOMER,
    settings::BRAND_CUSTOMER,
];

const TICKETS: &str = "select t.id, t.status_id, t.public_id, t.customer_id, c.slug, t.subject, t.status_category, t.priority, \
    t.risk, t.assignee_id, t.team_id, t.channel, t.lang, t.created_at, t.solved_at \
    from ticket t join category c on c.id = t.category_id \
    where t.id > $1 and t.updated_at >= $2 order by t.id limit $3";
const TAGS_OF: &str = "select g.name from ticket_tag x join tag g on g.id = x.tag_id \
    where x.ticket_id = $1 order by g.name";
const MESSAGES: &str = "select m.id, m.seq, m.visibility, m.author_kind, m.author_id, m.channel, m.lang, \
    m.created_at, m.verification, b.body from message m join message_body b on b.message_id = m.id \
    where m.ticket_id = $1 and m.seq > $2 order by m.seq limit $3";
const FILES: &str = "select id, file_name, content_type, size, sha256, erased_at, scan from attachment \
    where message_id = $1 order by id";

const FOLLOWERS_OF: &str =
    "select staff_id from ticket_participant where ticket_id = $1 order by staff_id";
const MENTIONED: &str =
    "select staff_id, is_direct from mention where message_id = $1 order by staff_id";
const MENTIONED_TEAMS: &str =
    "select team_id from mention_team where message_id = $1 order by team_id";

/// An export that is under way.
#[derive(Clone, Debug)]
pub struct Export {
    made_at: Timestamp,
    since: Option<Timestamp>,
    with_files: bool,
    step: Step,
    /// Lines so far, by kind.
    counts: BTreeMap<String, u64>,
}

/// What is read next. Whatever names another thing comes behind it.
#[derive(Clone, Debug)]
enum Step {
    Head,
    Brands,
    Statuses,
    Categories,
    Skills,
    Roles,
    Staff(Option<StaffId>),
    Teams(Uuid),
    Departments,
    Macros(Uuid),
    Views(Uuid),
    Customers(Uuid),
    Tags(String),
    Tickets(Uuid),
    /// The messages of these, from the place of one in the list and from a place in its chain on.
    Threads(Arc<Vec<(TicketId, TicketLine)>>, usize, i64),
    Links(Uuid, Uuid),
    Splits(Uuid),
    Merges(Timestamp, Uuid),
    End,
    Done,
}

impl Export {
    /// An export of everything, or of the customers and tickets that changed since a moment beside all else. With files, each says under
    /// which name its bytes belong beside the lines.
    pub fn new(made_at: Timestamp, since: Option<Timestamp>, with_files: bool) -> Self {
        Self { made_at, since, with_files, step: Step::Head, counts: BTreeMap::new() }
    }

    /// The next lines, `None` at the end. Each page is a snapshot of its own: what changes while an export is made is in it as it was when
    /// its page was read.
    ///
    /// # Errors
    /// Only those of the store; `not-found` for a desk that was not founded.
    pub async fn next(&mut self, desk: &Desk) -> Result<Option<Vec<Line>>> {
        while !matches!(self.step, Step::Done) {
            let now = self.clone();
            let page = desk.read(async move |rx: &Rx<'_>| now.page(rx).await);
            let (lines, step) = Box::pin(page).await?;
            self.step = step;
            for line in &lines {
                *self.counts.entry(line.kind().to_owned()).or_insert(0) += 1;
            }
            if !lines.is_empty() {
                return Ok(Some(lines));
            }
        }
        Ok(None)
    }

    async fn page(&self, rx: &Rx<'_>) -> Result<(Vec<Line>, Step)> {
        match &self.step {
            Step::Head => Ok((self.head(rx).await?, Step::Brands)),
            Step::Brands => Ok((brands(rx).await?, Step::Statuses)),
            Step::Statuses => Ok((settings::statuses(rx).await?, Step::Categories)),
            Step::Categories => Ok((settings::categories(rx).await?, Step::Skills)),
            Step::Skills => Ok((settings::skills(rx).await?, Step::Roles)),
            Step::Roles => Ok((settings::roles(rx).await?, Step::Staff(None))),
            Step::Staff(after) => members(rx, *after).await,
            Step::Teams(after) => teams(rx, *after).await,
            Step::Departments => Ok((settings::departments(rx).await?, Step::Macros(Uuid::nil()))),
            Step::Macros(after) => macros(rx, *after).await,
            Step::Views(after) => views(rx, *after).await,
            Step::Customers(after) => customers(rx, *after, self.begin()).await,
            Step::Tags(after) => tags(rx, after).await,
            Step::Tickets(after) => Ok((Vec::new(), tickets(rx, *after, self.begin()).await?)),
            Step::Threads(tickets, at, after) => self.thread(rx, tickets, *at, *after).await,
            Step::Links(ticket, other) => links(rx, (*ticket, *other), self.begin()).await,
            Step::Splits(after) => splits(rx, *after, self.begin()).await,
            Step::Merges(at, after) => merges(rx, (*at, *after), self.begin()).await,
            Step::End => {
                let end = EndLine { counts: self.counts.clone() };
                Ok((vec![Line::End(end)], Step::Done))
            }
            Step::Done => Ok((Vec::new(), Step::Done)),
        }
    }

    fn begin(&self) -> Timestamp {
        self.since.unwrap_or(Timestamp::from_micros(i64::MIN))
    }

    async fn head(&self, rx: &Rx<'_>) -> Result<Vec<Line>> {
        let found = organisation::view::find(rx).await?.or_not_found()?;
        let head = ExportLine {
            format: FORMAT.to_owned(),
            v: VERSION,
            source: found.id.to_string(),
            made_at: self.made_at,
            since: self.since,
        };
        let organisation = OrganisationLine {
            id: found.id.to_string(),
            name: found.name,
            created_at: found.created_at,
        };
        Ok(vec![Line::Export(head), Line::Organisation(organisation)])
    }

    /// A ticket, and a page of its messages.
    async fn thread(
        &self,
        rx: &Rx<'_>,
        tickets: &Arc<Vec<(TicketId, TicketLine)>>,
        at: usize,
        after: i64,
    ) -> Result<(Vec<Line>, Step)> {
        let Some((ticket_id, ticket)) = tickets.get(at) else {
            let last = tickets.last().map_or(Uuid::max(), |(id, _)| id.uuid());
            return Ok((Vec::new(), Step::Tickets(last)));
        };
        let mut lines = Vec::new();
        if after == 0 {
            lines.push(Line::Ticket(Box::new(ticket.clone())));
        }
        let page: Vec<MessageRow> =
            rx.query(MESSAGES, params![ticket_id, after, EXPORT_PAGE]).await?;
        let next = match page.last() {
            Some(last) if is_full(&page) => Step::Threads(tickets.clone(), at, last.seq),
            _ => Step::Threads(tickets.clone(), at + 1, 0),
        };
        for message in page {
            let attachments = self.files(rx, message.id).await?;
            let mentions = mentions(rx, &message).await?;
            let line = message.line(*ticket_id, attachments, mentions);
            lines.push(Line::Message(Box::new(line)));
        }
        Ok((lines, next))
    }

    async fn files(&self, rx: &Rx<'_>, message_id: MessageId) -> Result<Vec<AttachmentLine>> {
        let rows: Vec<FileRow> = rx.query(FILES, params![message_id]).await?;
        let line = |row: FileRow| AttachmentLine {
            // Nobody is handed a virus, and what was erased is gone.
            file: (self.with_files && !row.is_gone).then(|| row.id.to_string()),
            id: row.id.to_string(),
            name: row.name,
            content_type: Some(row.content_type),
            size: Some(row.size),
            sha256: Some(hex::encode(row.sha256)),
        };
        Ok(rows.into_iter().map(line).collect())
    }
}

fn is_full<T>(page: &[T]) -> bool {
    page.len() >= usize::try_from(EXPORT_PAGE).unwrap_or(usize::MAX)
}

async fn brands(rx: &Rx<'_>) -> Result<Vec<Line>> {
    let line = |brand: brand::Brand| {
        Line::Brand(BrandLine {
            id: brand.id.to_string(),
            slug: brand.slug,
            name: brand.name,
            locales: brand.locales.iter().map(|locale| locale.code().to_owned()).collect(),
            hue: brand.accent.map(brand::Accent::hue),
            chroma: brand.accent.map(brand::Accent::chroma),
        })
    };
    Ok(brand::view::list(rx).await?.into_iter().map(line).collect())
}

async fn members(rx: &Rx<'_>, after: Option<StaffId>) -> Result<(Vec<Line>, Step)> {
    let page = staff::view::list(rx, &Viewer::Operator, after, PAGE_MAX).await?;
    let next = page.last().map_or(Step::Teams(Uuid::nil()), |last| Step::Staff(Some(last.id)));
    let line = |member: staff::Member| {
        Line::Staff(StaffLine {
            id: member.id.to_string(),
            email: member.email,
            name: Some(member.name),
            locale: Some(member.locale),
            time_zone: Some(member.time_zone),
            state: Some(member.state.as_str().to_owned()),
            mention_mails: Some(member.mention_mails),
            review_mails: Some(member.review_mails),
            roles: texts(&member.roles),
            brands: texts(&member.brands),
            skills: texts(&member.skills),
        })
    };
    Ok((page.into_iter().map(line).collect(), next))
}

async fn teams(rx: &Rx<'_>, after: Uuid) -> Result<(Vec<Line>, Step)> {
    let page = team::view::page(rx, after, EXPORT_PAGE).await?;
    let next = match page.last() {
        Some(last) if is_full(&page) => Step::Teams(last.id.uuid()),
        _ => Step::Departments,
    };
    let line = |team: team::Team| {
        Line::Team(TeamLine {
            id: team.id.to_string(),
            name: team.name,
            assignment: Some(team.assignment),
            members: texts(&team.members),
        })
    };
    Ok((page.into_iter().map(line).collect(), next))
}

async fn macros(rx: &Rx<'_>, after: Uuid) -> Result<(Vec<Line>, Step)> {
    let (lines, last) = settings::macros(rx, after).await?;
    let next = match last.filter(|_| is_full(&lines)) {
        Some(last) => Step::Macros(last),
        None => Step::Views(Uuid::nil()),
    };
    Ok((lines, next))
}

async fn views(rx: &Rx<'_>, after: Uuid) -> Result<(Vec<Line>, Step)> {
    let (lines, last) = settings::views(rx, after).await?;
    let next = match last.filter(|_| is_full(&lines)) {
        Some(last) => Step::Views(last),
        None => Step::Customers(Uuid::nil()),
    };
    Ok((lines, next))
}

/// A status as lines name it beside whose turn it is: those that every desk has are told by that alone.
fn own_status(id: StatusId) -> Option<String> {
    (!status::is_builtin(id)).then(|| id.to_string())
}

/// Ids as lines have them.
fn texts<T: ToString>(ids: &[T]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

async fn customers(rx: &Rx<'_>, after: Uuid, since: Timestamp) -> Result<(Vec<Line>, Step)> {
    let page = customer::view::page(rx, after, since, EXPORT_PAGE).await?;
    let next = match page.last() {
        Some(last) if is_full(&page) => Step::Customers(last.id.uuid()),
        _ => Step::Tags(String::new()),
    };
    let mut lines = Vec::with_capacity(page.len());
    for customer in page {
        let id = customer.id;
        let identities = identity::view::list(rx, customer.id).await?;
        let identities = identities
            .into_iter()
            .map(|identity| IdentityLine { kind: identity.kind, subject: identity.subject });
        lines.push(Line::Customer(Box::new(CustomerLine {
            id: customer.id.to_string(),
            brand: Some(customer.brand_id.to_string()),
            name: customer.name,
            email: customer.email,
            phone: customer.phone,
            uid: customer.uid,
            locale: Some(customer.locale),
            time_zone: Some(customer.time_zone),
            created_at: Some(customer.created_at),
            identities: identities.collect(),
        })));
        lines.extend(constraints(rx, id).await?);
    }
    Ok((lines, next))
}

async fn constraints(rx: &Rx<'_>, customer_id: CustomerId) -> Result<Vec<Line>> {
    let line = |row: constraint::Constraint| {
        Line::Constraint(Box::new(ConstraintLine {
            id: row.id.to_string(),
            customer: row.customer_id.to_string(),
            about: row.kind,
            text: row.text,
            from: row.from,
            until: row.until,
            made_by: row.made_by.id.to_string(),
        }))
    };
    let rows = constraint::view::not_ended(rx, customer_id).await?;
    Ok(rows.into_iter().map(line).collect())
}

async fn tags(rx: &Rx<'_>, after: &str) -> Result<(Vec<Line>, Step)> {
    let page = tag::view::list(rx, after, EXPORT_PAGE).await?;
    let mut former: BTreeMap<TagId, Vec<String>> = BTreeMap::new();
    if let Some((_, last)) = page.last() {
        for (id, name) in tag::view::former(rx, after, last).await? {
            former.entry(id).or_default().push(name);
        }
    }
    let next = match page.last() {
        Some((_, last)) if is_full(&page) => Step::Tags(last.clone()),
        _ => Step::Tickets(Uuid::nil()),
    };
    let line = |(id, name): (TagId, String)| {
        Line::Tag(TagLine { name, former: former.remove(&id).unwrap_or_default() })
    };
    Ok((page.into_iter().map(line).collect(), next))
}

async fn tickets(rx: &Rx<'_>, after: Uuid, since: Timestamp) -> Result<Step> {
    let page: Vec<TicketRow> = rx.query(TICKETS, params![after, since, EXPORT_PAGE]).await?;
    if page.is_empty() {
        return Ok(Step::Links(Uuid::nil(), Uuid::nil()));
    }
    let mut tickets = Vec::with_capacity(page.len());
    for TicketRow { id, mut line } in page {
        let names: Vec<(String,)> = rx.query(TAGS_OF, params![id]).await?;
        line.tags = names.into_iter().map(|(name,)| name).collect();
        let followers: Vec<(StaffId,)> = rx.query(FOLLOWERS_OF, params![id]).await?;
        line.followers = followers.into_iter().map(|(id,)| id.to_string()).collect();
        line.snooze = ticket::view::snooze(rx, id).await?;
        answers(rx, id, &mut line).await?;
        tickets.push((id, line));
    }
    Ok(Step::Threads(Arc::new(tickets), 0, 0))
}

async fn answers(rx: &Rx<'_>, id: TicketId, line: &mut TicketLine) -> Result<()> {
    let facts = form::view::facts(rx, id).await?;
    if facts.is_empty() {
        return Ok(());
    }
    line.form_version = Some(form::view::version_of(rx, id).await?);
    let answer = |fact: form::AnswerFact| AnswerLine {
        question: fact.question,
        about: fact.kind,
        value: fact.value,
    };
    line.answers = facts.into_iter().map(answer).collect();
    Ok(())
}

/// Whom a note mentions; of what customers read nobody is mentioned.
async fn mentions(rx: &Rx<'_>, message: &MessageRow) -> Result<Option<MentionsLine>> {
    if message.visibility == Visibility::Public {
        return Ok(None);
    }
    let people: Vec<(StaffId, bool)> = rx.query(MENTIONED, params![message.id]).await?;
    let teams: Vec<(TeamId,)> = rx.query(MENTIONED_TEAMS, params![message.id]).await?;
    if people.is_empty() && teams.is_empty() {
        return Ok(None);
    }
    let teams = teams.into_iter().map(|(id,)| id.to_string()).collect();
    let mut line = MentionsLine { teams, ..MentionsLine::default() };
    for (id, is_direct) in people {
        let list = if is_direct { &mut line.staff } else { &mut line.of_teams };
        list.push(id.to_string());
    }
    Ok(Some(line))
}

async fn links(rx: &Rx<'_>, after: (Uuid, Uuid), since: Timestamp) -> Result<(Vec<Line>, Step)> {
    let (lines, last) = relations::links(rx, after, since).await?;
    let next = match last {
        Some((ticket, other)) => Step::Links(ticket, other),
        None => Step::Splits(Uuid::nil()),
    };
    Ok((lines, next))
}

async fn splits(rx: &Rx<'_>, after: Uuid, since: Timestamp) -> Result<(Vec<Line>, Step)> {
    let (lines, last) = relations::splits(rx, after, since).await?;
    let next = match last {
        Some(last) => Step::Splits(last),
        None => Step::Merges(Timestamp::from_micros(i64::MIN), Uuid::nil()),
    };
    Ok((lines, next))
}

async fn merges(
    rx: &Rx<'_>,
    after: (Timestamp, Uuid),
    since: Timestamp,
) -> Result<(Vec<Line>, Step)> {
    let (lines, last) = relations::merges(rx, after, since).await?;
    let next = match last {
        Some((at, ticket)) => Step::Merges(at, ticket),
        None => Step::End,
    };
    Ok((lines, next))
}

/// A ticket without what hangs on it.
struct TicketRow {
    id: TicketId,
    line: TicketLine,
}

impl FromRow for TicketRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let id: TicketId = row.next()?;
        let own_status = own_status(row.next()?);
        let text = |id: Uuid| id.to_string();
        let line = TicketLine {
            id: id.to_string(),
            number: Some(row.next()?),
            customer: row.next::<Uuid>()?.to_string(),
            category: Some(row.next()?),
            subject: row.next()?,
            status: Some(row.next()?),
            own_status,
            priority: Some(Priority::of_rank(row.next()?)?),
            risk: Some(row.next()?),
            assignee: row.next::<Option<Uuid>>()?.map(text),
            team: row.next::<Option<Uuid>>()?.map(text),
            channel: Some(row.next()?),
            lang: Some(row.next()?),
            created_at: Some(row.next()?),
            solved_at: row.next()?,
            // What hangs on it is read beside it.
            ..TicketLine::default()
        };
        Ok(Self { id, line })
    }
}

struct MessageRow {
    id: MessageId,
    seq: i64,
    visibility: Visibility,
    author: Author,
    author_id: Option<Uuid>,
    channel: String,
    lang: String,
    created_at: Timestamp,
    verification: Option<Level>,
    body: Option<String>,
}

impl MessageRow {
    fn line(
        self,
        ticket_id: TicketId,
        attachments: Vec<AttachmentLine>,
        mentions: Option<MentionsLine>,
    ) -> MessageLine {
        MessageLine {
            id: self.id.to_string(),
            ticket: ticket_id.to_string(),
            visibility: self.visibility,
            author: self.author,
            author_id: self.author_id.map(|id| id.to_string()),
            verification: self.verification,
            channel: Some(self.channel),
            lang: Some(self.lang),
            created_at: self.created_at,
            body: self.body,
            attachments,
            mentions,
        }
    }
}

impl FromRow for MessageRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            seq: row.next()?,
            visibility: row.next()?,
            author: row.next()?,
            author_id: row.next()?,
            channel: row.next()?,
            lang: row.next()?,
            created_at: row.next()?,
            verification: row.next()?,
            body: row.next()?,
        })
    }
}

struct FileRow {
    id: AttachmentId,
    name: String,
    content_type: String,
    size: i64,
    sha256: Vec<u8>,
    /// Erased, or infected.
    is_gone: bool,
}

impl FromRow for FileRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            content_type: row.next()?,
            size: row.next()?,
            sha256: row.next()?,
            is_gone: row.next::<Option<Timestamp>>()?.is_some()
                | (row.next::<Scan>()? == Scan::Infected),
        })
    }
}
