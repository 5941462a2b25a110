//! Departments are asked and answer, members are mentioned: the words for it, and the verbs.
//!
//! The verbs refuse to ask where no mail is sent. In the demo's past its desk did: the road is open while one of them runs,
//! and what they want mailed is said to be sent. So the jobs that they leave find nothing to do.

use proofdesk_desk::id::{DepartmentId, PublicId};
use proofdesk_desk::notification::Channel;
use proofdesk_desk::notification::actions::set_road;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body;
use proofdesk_desk::side_conversation::{
    MailState, NewSideConversation, NewSideMessage, SideAuthor, SideMessage, SideSummary, actions,
    view,
};
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::{Along, NewMessage};
use proofdesk_desk::ticket::mention::NewMentions;
use proofdesk_desk::ticket::{self, Ticket, Visibility};
use proofdesk_desk::viewer::{StaffViewer, Viewer};
use proofdesk_desk::{Cx, Desk, Error, OrNotFound as _, Result, Timestamp, department, limits};
use proofdesk_store::Tx;

use super::cast::{CAST, DEPARTMENTS};
use super::deed::Deed;
use super::found::{Ground, cx_at};
use super::inside::{Inside, Topic, Whom, language};
use super::letter::{Teller, inside_line};
use super::prepare::Desktop;
use super::tale::{Person, Tale};

/// What stood behind the @ of the demo's message ids when it sent mail.
const DOMAIN: &str = "larkspur.example";

/// What is done in a conversation with a department.
#[derive(Clone, Debug)]
pub enum Turn {
    Ask(NewSideConversation),
    AskMore(NewSideMessage),
    Answer(Body),
    Close,
}

/// Makes the departments, as the administrator.
///
/// # Errors
/// Those of the database.
pub async fn make(
    desk: &Desk,
    seed: u64,
    ground: &Ground,
    at: Timestamp,
) -> Result<Vec<DepartmentId>> {
    let administrator = ground.members.first().cloned();
    let administrator = administrator.ok_or(Error::Broken { what: "a demo of nobody" })?;
    let cx = cx_at(seed, "departments", at, Viewer::Staff(administrator));
    let made = desk.write(cx, async move |tx, cx| {
        let mut made = Vec::new();
        for one in &DEPARTMENTS {
            let id = department::actions::create(tx, cx, one.name, one.email, one.locale).await?;
            made.push(id);
        }
        Ok(made)
    });
    Box::pin(made).await
}

impl Desktop<'_> {
    /// Who does it.
    pub(super) fn inside_viewer(&self, tale: &Tale, inside: Inside) -> Result<Viewer> {
        match inside {
            // Whoever has the link is nobody whom the desk knows.
            Inside::Answer { .. } => Ok(Viewer::Anonymous),
            Inside::Read(place) | Inside::Follow(place) => {
                self.member(place).cloned().map(Viewer::Staff)
            }
            _ => self.staff(tale).cloned().map(Viewer::Staff),
        }
    }

    fn member(&self, place: usize) -> Result<&StaffViewer> {
        let member = self.population.ground.members.get(place);
        member.ok_or(Error::Broken { what: "a member whom nobody hired" })
    }

    /// Finds the words of what happens inside.
    ///
    /// # Errors
    /// Those of the fields.
    pub(super) fn inside(
        &self,
        teller: &mut Teller,
        viewer: &Viewer,
        (tale, person): (&Tale, &Person),
        (place, at): (u64, Timestamp),
        inside: Inside,
    ) -> Result<Deed> {
        let keyring = self.desk.keyring();
        let mut body = |topic: Topic, what: &str| {
            let tale = tale.told_in(topic.locale());
            let text = teller.inside((&tale, person), &topic.key(what), (place, at), "");
            Clean::field("body", &text, limits::SIDE_CHARS)
        };
        let turn = match inside {
            Inside::Ask { topic, pauses } => {
                let (to, locale) = (self.department(topic)?, topic.locale());
                let told = tale.told_in(locale);
                let fresh = tale.seed ^ place;
                let subject = inside_line((&told, person), &topic.key("s"), (fresh, at));
                let body = body(topic, "q")?;
                let texts = (subject.as_str(), body.as_str());
                let to = (to, pauses);
                Turn::Ask(NewSideConversation::new(viewer, keyring, to, texts, locale)?)
            }
            Inside::AskMore(topic) => {
                let body = Body::by(viewer, keyring, body(topic, "w")?);
                let lang = topic.locale();
                Turn::AskMore(NewSideMessage { body, attachment_ids: Vec::new(), lang })
            }
            Inside::Answer { topic, is_second } => {
                let what = if is_second { "b" } else { "a" };
                Turn::Answer(Body::by(viewer, keyring, body(topic, what)?))
            }
            Inside::Close => Turn::Close,
            Inside::Read(_) => return Ok(Deed::Read),
            Inside::Follow(place) => return Ok(Deed::Follow(self.member(place)?.staff_id)),
            Inside::Mention(whom) => {
                return self.mention(teller, viewer, (tale, person), (place, at), whom);
            }
        };
        Ok(Deed::Side(turn))
    }

    fn department(&self, topic: Topic) -> Result<DepartmentId> {
        let id = self.departments.get(topic.department()).copied();
        id.ok_or(Error::Broken { what: "a department that nobody made" })
    }

    fn mention(
        &self,
        teller: &mut Teller,
        viewer: &Viewer,
        (tale, person): (&Tale, &Person),
        at: (u64, Timestamp),
        whom: Whom,
    ) -> Result<Deed> {
        let (name, mentions) = match whom {
            Whom::Member(place) => {
                let staff_ids = vec![self.member(place)?.staff_id];
                let name = CAST.get(place).map(|member| member.name).unwrap_or_default();
                (name, NewMentions { staff_ids, team_ids: Vec::new() })
            }
            Whom::Team => {
                let team_ids = self.population.ground.team(tale.area).into_iter().collect();
                (tale.area.team(), NewMentions { staff_ids: Vec::new(), team_ids })
            }
        };
        let locale = language(tale);
        let told = tale.told_in(locale);
        let text = teller.inside((&told, person), "mention", at, name);
        let text = Clean::field("body", &text, limits::BODY_CHARS)?;
        let note = NewMessage {
            body: Body::by(viewer, self.desk.keyring(), text),
            visibility: Visibility::Internal,
            attachment_ids: Vec::new(),
            channel: "console",
            lang: locale.code().to_owned(),
            status_id: None,
            seen_version: None,
        };
        Ok(Deed::Mention(note, Along { mentions, ..Along::default() }))
    }
}

impl Turn {
    /// Does it in the ticket's conversation.
    ///
    /// # Errors
    /// Those of the verbs.
    pub async fn take(&self, tx: &Tx<'_>, cx: &mut Cx, id: &PublicId) -> Result<()> {
        match self {
            Self::Ask(new) => {
                open_road(tx, cx, true).await?;
                Box::pin(actions::start(tx, cx, id, new)).await?;
                sent(tx, cx, id).await
            }
            Self::AskMore(new) => {
                open_road(tx, cx, true).await?;
                let (side, _) = conversation(tx, id).await?;
                Box::pin(actions::write(tx, cx, id, side.id, new)).await?;
                sent(tx, cx, id).await
            }
            Self::Answer(body) => {
                let (_, messages) = conversation(tx, id).await?;
                let asked = asked_last(&messages)?;
                // By the link in the mail of what it was asked.
                let letter = view::letter(tx, asked.id).await?.or_not_found()?;
                Box::pin(actions::answer(tx, cx, letter.link_id, body, &[])).await?
            }
            Self::Close => {
                let (side, _) = conversation(tx, id).await?;
                Box::pin(actions::close(tx, cx, id, side.id)).await
            }
        }
    }
}

/// The ticket as it is.
///
/// # Errors
/// `not-found`; those of the database.
pub async fn ticket(tx: &Tx<'_>, id: &PublicId) -> Result<Ticket> {
    let scope = Viewer::Operator.scope(Permission::TicketRead);
    ticket::view::find(tx, id, &scope).await?.or_not_found()
}

/// The conversation beside a ticket, with its messages. The demo begins one for a ticket at most.
async fn conversation(tx: &Tx<'_>, id: &PublicId) -> Result<(SideSummary, Vec<SideMessage>)> {
    let ticket_id = ticket(tx, id).await?.id;
    let side = view::list(tx, ticket_id).await?.pop().or_not_found()?;
    view::find(tx, ticket_id, side.id).await?.or_not_found()
}

fn asked_last(messages: &[SideMessage]) -> Result<&SideMessage> {
    messages.iter().rev().find(|message| message.by == SideAuthor::Staff).or_not_found()
}

/// Notes that what a department was asked last was mailed to it, and closes the road again.
async fn sent(tx: &Tx<'_>, cx: &mut Cx, id: &PublicId) -> Result<()> {
    let (_, messages) = conversation(tx, id).await?;
    let letter = view::letter(tx, asked_last(&messages)?.id).await?.or_not_found()?;
    let viewer = std::mem::replace(&mut cx.viewer, Viewer::Operator);
    actions::record_mail(tx, cx, &letter, MailState::Sent, None).await?;
    cx.viewer = viewer;
    open_road(tx, cx, false).await
}

/// Opens or closes the road of mails, of which nobody else sees anything before the transaction ends.
async fn open_road(tx: &Tx<'_>, cx: &mut Cx, is_open: bool) -> Result<()> {
    let viewer = std::mem::replace(&mut cx.viewer, Viewer::Operator);
    set_road(tx, cx, Channel::Mail, is_open.then_some(DOMAIN)).await?;
    cx.viewer = viewer;
    Ok(())
}
