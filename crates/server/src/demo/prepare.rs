//! From a step to a deed: the words, the files, and who does it.

use proofdesk_desk::form::Answers;
use proofdesk_desk::id::{DepartmentId, PublicId};
use proofdesk_desk::render::Body;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::{NewMessage, NewTicket};
use proofdesk_desk::ticket::{StatusCategory, Visibility};
use proofdesk_desk::viewer::{StaffViewer, Viewer};
use proofdesk_desk::{Cx, Desk, Error, Result, limits, status};
use proofdesk_sealing::Keyring;

use super::answers;
use super::cast::Area;
use super::deed::{self, Deed, Ready};
use super::facts::{Facts, Voice};
use super::file::File;
use super::found::cx_at;
use super::letter::{Part, Teller};
use super::money::Money;
use super::script::{Act, Step};
use super::seed::Population;
use super::story::Kind;
use super::tale::{Person, Tale};

const PORTAL: &str = "portal";
const CONSOLE: &str = "console";

/// Where steps are made ready.
#[derive(Clone, Copy)]
pub struct Desktop<'a> {
    pub desk: &'a Desk,
    /// What ids and salts follow from.
    pub seed: u64,
    pub population: &'a Population,
    /// In the order of [`super::cast::DEPARTMENTS`]; none where nobody asks them.
    pub departments: &'a [DepartmentId],
    /// Whether forms are answered: where mostly single messages are made, those are all that is wanted.
    pub with_answers: bool,
}

/// A step of the ticket of a number.
pub struct Moment {
    pub tale: Tale,
    pub number: u64,
    pub public_id: Option<PublicId>,
    pub step: Step,
}

impl Desktop<'_> {
    /// Finds the words of a step, stores its files, and says who does it.
    ///
    /// # Errors
    /// Those of the file store.
    pub async fn ready(&self, teller: &mut Teller, moment: Moment) -> Result<Ready> {
        let Moment { tale, number, public_id, step } = moment;
        let person = self.person(&tale)?;
        let mut cx = cx_at(
            self.seed ^ tale.seed,
            &format!("step {}", step.place),
            step.at,
            self.viewer(&tale, step.act)?,
        );
        cx.locale = tale.story.locale;
        let deed = match step.act {
            Act::Open { files } => {
                self.opening(teller, &mut cx, &tale, person, step, files).await?
            }
            Act::Say { part, then } => {
                let body = teller.tell(&tale, person, part, step.place, step.at);
                let message = message(&cx.viewer, self.desk.keyring(), &tale, part, then, &body)?;
                let late = match part {
                    Part::Answer if self.with_answers => answers::later(&facts(&tale, person)),
                    _ => Answers::new(),
                };
                Deed::Say(message, late)
            }
            Act::Assign { to_agent } => Deed::Assign {
                agent: if to_agent {
                    self.staff(&tale).map(|member| member.staff_id).ok()
                } else {
                    None
                },
                team: self.population.ground.team(tale.area),
            },
            Act::Tag => Deed::Tag(Clean::line("tag", &tag(&tale, person), limits::TAG_CHARS)?),
            Act::Priority(priority) => Deed::Priority(priority),
            Act::Solve => Deed::Solve,
            Act::Status(category) => Deed::Status(status::builtin(category)),
            Act::Inside(inside) => {
                self.inside(teller, &cx.viewer, (&tale, person), (step.place, step.at), inside)?
            }
        };
        Ok(Ready { number, public_id, cx, deed })
    }

    fn person(&self, tale: &Tale) -> Result<&Person> {
        let person = self.population.people.get(tale.customer);
        person.ok_or(Error::Broken { what: "a tale of nobody" })
    }

    pub(super) fn staff(&self, tale: &Tale) -> Result<&StaffViewer> {
        let member = self.population.ground.members.get(tale.agent);
        member.ok_or(Error::Broken { what: "a tale that nobody answers" })
    }

    fn viewer(&self, tale: &Tale, act: Act) -> Result<Viewer> {
        if let Act::Inside(inside) = act {
            return self.inside_viewer(tale, inside);
        }
        let by_customer = match act {
            Act::Open { .. } | Act::Solve => true,
            Act::Say { part, .. } => part.voice() == Voice::Customer,
            _ => false,
        };
        if by_customer {
            let customer = self.population.customers.get(tale.customer).cloned();
            return customer
                .map(Viewer::Customer)
                .ok_or(Error::Broken { what: "a tale of nobody" });
        }
        self.staff(tale).cloned().map(Viewer::Staff)
    }

    async fn opening(
        &self,
        teller: &mut Teller,
        cx: &mut Cx,
        tale: &Tale,
        person: &Person,
        step: Step,
        files: u8,
    ) -> Result<Deed> {
        let brands = &self.population.ground.brands;
        let brand_id = brands.get(person.brand).copied();
        let brand_id = brand_id.ok_or(Error::Broken { what: "a customer of no brand" })?;
        let mut attached = Vec::new();
        for place in 0..u64::from(files) {
            let file = File::of(tale, person, place, step.at);
            attached.push(deed::store(self.desk, cx, brand_id, file).await?);
        }
        let subject = Teller::subject(tale, person);
        let body = teller.tell(tale, person, Part::Opening, step.place, step.at);
        let ticket = NewTicket {
            customer_id: None,
            category: tale.scenario.category.to_owned(),
            subject: Clean::line("subject", &subject, limits::SUBJECT_CHARS)?,
            body: Body::by(
                &cx.viewer,
                self.desk.keyring(),
                Clean::field("body", &body, limits::BODY_CHARS)?,
            ),
            attachment_ids: attached.iter().map(|file| file.id).collect(),
            channel: PORTAL,
            lang: tale.story.locale.code().to_owned(),
        };
        let names: Vec<&str> = attached.iter().map(|file| file.file_name.as_str()).collect();
        let answers = match self.with_answers {
            true => answers::given(&facts(tale, person), &names),
            false => Answers::new(),
        };
        Ok(Deed::Open { ticket, answers, files: attached })
    }
}

/// What the customer knows when the ticket is opened.
fn facts<'a>(tale: &'a Tale, person: &'a Person) -> Facts<'a> {
    Facts { tale, person, voice: Voice::Customer, at: tale.opened_at, fresh: tale.seed }
}

fn message(
    viewer: &Viewer,
    keyring: &Keyring,
    tale: &Tale,
    part: Part,
    then: Option<StatusCategory>,
    body: &str,
) -> Result<NewMessage> {
    Ok(NewMessage {
        body: Body::by(viewer, keyring, Clean::field("body", body, limits::BODY_CHARS)?),
        visibility: if part.is_internal() { Visibility::Internal } else { Visibility::Public },
        attachment_ids: Vec::new(),
        channel: if part.voice() == Voice::Customer { PORTAL } else { CONSOLE },
        lang: tale.story.locale.code().to_owned(),
        status_id: then.map(status::builtin),
        seen_version: None,
    })
}

/// A word by which colleagues find such tickets.
fn tag(tale: &Tale, person: &Person) -> String {
    let mut dice = tale.dice("tag");
    if person.tier >= 3 && dice.chance(400) {
        return "vip".to_owned();
    }
    let money = Money::of(tale.scenario.kind, &mut tale.dice("money"));
    match (tale.area, tale.scenario.kind) {
        (_, Kind::Leak) => "leaked-phrase".to_owned(),
        (Area::Money, _) if dice.chance(500) => money.coin.ticker.to_lowercase(),
        (Area::Money, _) => money.network.name.to_lowercase(),
        (Area::Trade, Kind::Perp) => "perpetuals".to_owned(),
        (Area::Trade, _) => dice.word(&["spot", "api", "bot", "earn", "known-question"]).to_owned(),
        (Area::People, _) => {
            dice.word(&["identity", "how-to", "second-contact", "paperwork"]).to_owned()
        }
        (Area::Security, _) => dice.word(&["phishing", "takeover", "reported"]).to_owned(),
    }
}
