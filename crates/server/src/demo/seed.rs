//! Fills a desk: everything through the verbs, at its own moment in the past, in order of time over all tickets.
//!
//! Ninety days are planned day by day. What is held in memory is the customers, and the steps of tickets that are under
//! way; so a million tickets take no more of it than a hundred thousand.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::ops::Range;
use std::time::Duration;

use proofdesk_desk::customer::actions::NewCustomer;
use proofdesk_desk::id::{BrandId, DepartmentId, PublicId};
use proofdesk_desk::sandbox::{self, Breadth, Profile};
use proofdesk_desk::viewer::{CustomerViewer, Viewer};
use proofdesk_desk::{Cx, Desk, Error, Result, Timestamp, customer, identity};
use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::aside;
use super::constraints::Constraints;
use super::deed::{self, Ready};
use super::dice::Dice;
use super::found::{self, Ground, cx_at};
use super::hours;
use super::inside::{Inside, Planner};
use super::letter::Teller;
use super::macros;
use super::past;
use super::prepare::{Desktop, Moment};
use super::script::{Act, Length, Step, script};
use super::sides;
use super::story::Kind;
use super::tale::{Person, Tale};

/// What to fill the desk with.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub tickets: u64,
    pub customers: u64,
    /// The end of the ninety days.
    pub now: Timestamp,
    /// The same seed makes the same people, tickets and words.
    pub seed: u64,
    pub length: Length,
}

impl Plan {
    /// So many tickets, with customers to match: full threads while there are few, mostly single messages beyond.
    pub fn new(tickets: u64, now: Timestamp) -> Self {
        let length = if tickets <= FULL_THREADS { Length::Threads } else { Length::Short };
        Self { tickets, customers: (tickets / 50).clamp(300, 20_000), now, seed: SEED, length }
    }
}

/// The demo's seed.
pub const SEED: u64 = 20_260_513;
/// Up to so many tickets, threads are full.
const FULL_THREADS: u64 = 200_000;
const DAYS: u64 = 90;
const DAY: u64 = 24 * 3_600;
/// The exchange opens its desk so many days before the first ticket; customers come from then on.
const EARLIER: u64 = 300;
/// Steps in one transaction: enough to share its sync, few enough to hold the writer for a moment only.
const BATCH: usize = 24;
const CUSTOMERS_AT_ONCE: usize = 40;
/// Customers with an account at the sandbox: as many as anybody looks at.
const ACCOUNTS: usize = 1_000;
const ACCOUNTS_AT_ONCE: usize = 4;
/// Files in one demo: each is sealed and synced by itself.
const FILES: u64 = 150;

/// What was made.
#[derive(Debug)]
pub struct DemoFacts {
    pub counts: Counts,
    pub population: Population,
}

/// How much was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub tickets: u64,
    /// Public ones.
    pub messages: u64,
    pub notes: u64,
    pub files: u64,
    /// Tickets by which a key was leaked.
    pub leaks: u64,
}

/// Who is there, as they act.
#[derive(Clone, Debug)]
pub struct Population {
    pub ground: Ground,
    pub people: Vec<Person>,
    /// The people, as they act.
    pub customers: Vec<CustomerViewer>,
}

/// Founds the invented exchange on an empty desk and lives through its last ninety days.
///
/// `progress` hears how many of all tickets are open so far.
///
/// # Errors
/// When the desk is not empty; those of the database and the file store. What was written before stays.
pub async fn seed(
    desk: &Desk,
    plan: &Plan,
    progress: &mut (dyn FnMut(u64, u64) + Send),
) -> Result<DemoFacts> {
    let start = plan.now - Duration::from_secs(DAYS * DAY);
    let begin = start - Duration::from_secs(EARLIER * DAY);
    let ground = Box::pin(found::found(desk, plan.seed, begin)).await?;
    let settled = begin + Duration::from_secs(DAY);
    macros::make(desk, plan.seed, &ground, settled).await?;
    let departments = Box::pin(sides::make(desk, plan.seed, &ground, settled)).await?;
    Box::pin(hours::settle(desk, plan.seed, &ground, settled)).await?;
    let population = populate(desk, plan, ground, settled, start).await?;
    let (first, rest) = (0..Locale::ALL.len(), Locale::ALL.len()..ACCOUNTS);
    open_accounts(desk, plan, &population, first).await?;
    let mut seeding = Seeding::new(desk, plan, &population, &departments);
    let mut constraints = Constraints::new(plan.seed, &population);
    progress(0, plan.tickets);
    for day in 0..DAYS {
        seeding.plan_day(day, start);
        let morning = start + Duration::from_secs(day * DAY);
        Box::pin(constraints.of_day(desk, &population, day, morning)).await?;
        let end = start + Duration::from_secs((day + 1) * DAY);
        if day + 1 == DAYS {
            let (looked, told) = (plan.now - past::LOOKED, plan.now - past::TOLD);
            Box::pin(seeding.live_until(looked, progress)).await?;
            Box::pin(past::tell(desk, plan.seed, &population, looked)).await?;
            Box::pin(past::read(desk, plan.seed, &population, looked)).await?;
            Box::pin(seeding.live_until(told, progress)).await?;
            Box::pin(past::tell(desk, plan.seed, &population, told)).await?;
        }
        Box::pin(seeding.live_until(end, progress)).await?;
    }
    let mut counts = seeding.counts;
    counts.messages += macros::apply(desk, plan.seed, &population.ground, plan.now).await?;
    aside::put(desk, plan.seed, &population.ground, plan.now).await?;
    Box::pin(hours::begin(desk, plan.seed, &population.ground, plan.now)).await?;
    // Only now: of what happened to them so far the exchange tells nobody any more.
    open_accounts(desk, plan, &population, rest).await?;
    Ok(DemoFacts { counts, population })
}

/// Makes the customers with their portal identities, one after the other between two moments.
async fn populate(
    desk: &Desk,
    plan: &Plan,
    ground: Ground,
    from: Timestamp,
    to: Timestamp,
) -> Result<Population> {
    let people: Vec<Person> =
        (0..plan.customers).map(|number| Person::of(plan.seed, number)).collect();
    let span = u64::try_from(to.micros() - from.micros()).unwrap_or(0);
    let apart = Duration::from_micros(span.checked_div(plan.customers).unwrap_or(0));
    let (mut at, mut customers) = (from, Vec::with_capacity(people.len()));
    for chunk in people.chunks(CUSTOMERS_AT_ONCE) {
        let (some, brands) = (chunk.to_vec(), ground.brands.clone());
        let cx = cx_at(plan.seed, &format!("customers {}", customers.len()), at, Viewer::Operator);
        let made = desk.write(cx, async move |tx, cx| {
            let mut made = Vec::with_capacity(some.len());
            for person in &some {
                made.push(join(tx, cx, person, &brands).await?);
                cx.now = cx.after(apart);
            }
            Ok(made)
        });
        customers.extend(Box::pin(made).await?);
        at = at + apart * u32::try_from(chunk.len()).unwrap_or(1);
    }
    Ok(Population { ground, people, customers })
}

async fn join(
    tx: &Tx<'_>,
    cx: &mut Cx,
    person: &Person,
    brands: &[BrandId],
) -> Result<CustomerViewer> {
    let brand_id = brands.get(person.brand).copied();
    let brand_id = brand_id.ok_or(Error::Broken { what: "a customer of no brand" })?;
    let new = NewCustomer {
        brand_id,
        name: Some(person.name.full.clone()),
        email: Some(person.email.clone()),
        phone: person.phone.clone(),
        uid: Some(person.uid.clone()),
        locale: Some(person.locale),
        time_zone: Some(person.zone.to_owned()),
    };
    let customer_id = customer::actions::create(tx, cx, &new).await?;
    let identity_id =
        identity::actions::add(tx, cx, customer_id, identity::PORTAL, &person.sub).await?;
    Ok(CustomerViewer { customer_id, identity_id, brand_id, session_id: cx.id() })
}

/// Gives some of the customers an account at the sandbox. Those who speak one language each have been through everything.
async fn open_accounts(
    desk: &Desk,
    plan: &Plan,
    population: &Population,
    some: Range<usize>,
) -> Result<()> {
    let owners: Vec<(usize, &Person)> =
        population.people.iter().enumerate().filter(|(place, _)| some.contains(place)).collect();
    for chunk in owners.chunks(ACCOUNTS_AT_ONCE) {
        let some: Vec<(String, Profile, Breadth)> =
            chunk.iter().map(|(place, person)| account(*place, person)).collect();
        let purpose = format!("accounts from {}", some.first().map_or("", |(sub, ..)| sub));
        let cx = cx_at(plan.seed, &purpose, plan.now, Viewer::Operator);
        let opened = desk.write(cx, async move |tx, cx| {
            for (sub, profile, breadth) in &some {
                sandbox::actions::open(tx, cx, sub, profile, *breadth).await?;
            }
            Ok(())
        });
        Box::pin(opened).await?;
    }
    Ok(())
}

fn account(place: usize, person: &Person) -> (String, Profile, Breadth) {
    let profile = Profile {
        uid: Some(person.uid.clone()),
        email: Some(person.email.clone()),
        phone: person.phone.clone(),
        vip_tier: u8::try_from(person.tier).unwrap_or(0),
        country: None,
    };
    let breadth = if place < Locale::ALL.len() { Breadth::Everything } else { Breadth::Usual };
    (person.sub.clone(), profile, breadth)
}

/// Tickets by the moment of their next step, with its place in the script.
type Queue = BinaryHeap<Reverse<(Timestamp, u64, usize)>>;

/// A ticket under way.
struct Going {
    tale: Tale,
    public_id: Option<PublicId>,
    steps: Vec<Step>,
}

struct Seeding<'a> {
    desk: &'a Desk,
    plan: &'a Plan,
    population: &'a Population,
    desktop: Desktop<'a>,
    teller: Teller,
    planner: Planner,
    queue: Queue,
    going: HashMap<u64, Going>,
    planned: u64,
    counts: Counts,
}

impl<'a> Seeding<'a> {
    fn new(
        desk: &'a Desk,
        plan: &'a Plan,
        population: &'a Population,
        departments: &'a [DepartmentId],
    ) -> Self {
        Self {
            desk,
            plan,
            population,
            desktop: Desktop {
                desk,
                seed: plan.seed,
                population,
                departments,
                with_answers: plan.length == Length::Threads,
            },
            teller: Teller::default(),
            planner: Planner::new(plan.tickets, plan.now),
            queue: BinaryHeap::new(),
            going: HashMap::new(),
            planned: 0,
            counts: Counts::default(),
        }
    }

    /// Plans the tickets that are opened on a day.
    fn plan_day(&mut self, day: u64, start: Timestamp) {
        let end = share(self.plan.tickets, day + 1);
        let mut dice = Dice::named(self.plan.seed ^ day, "day");
        while self.planned < end {
            let number = self.planned;
            self.planned += 1;
            let micros = daytime(&mut dice) * 1_000_000 + dice.below(1_000_000);
            let opened_at = start + Duration::from_secs(day * DAY) + Duration::from_micros(micros);
            let Some(tale) = Tale::of(self.plan.seed, number, opened_at, &self.population.people)
            else {
                continue;
            };
            let mut steps = script(&tale, self.plan.length, self.plan.now);
            self.planner.add(&tale, &mut steps);
            let Some(first) = steps.first() else { continue };
            self.queue.push(Reverse((first.at, number, 0)));
            self.going.insert(number, Going { tale, public_id: None, steps });
        }
    }

    /// Does everything that happens before a moment.
    async fn live_until(
        &mut self,
        end: Timestamp,
        progress: &mut (dyn FnMut(u64, u64) + Send),
    ) -> Result<()> {
        loop {
            let mut batch = Vec::with_capacity(BATCH);
            while batch.len() < BATCH
                && let Some((number, place)) = self.next_before(end)
            {
                batch.extend(self.ready(number, place).await?);
            }
            if batch.is_empty() {
                return Ok(());
            }
            self.counts.tickets += opened(&batch);
            for (number, public_id) in deed::run(self.desk, batch).await? {
                if let Some(going) = self.going.get_mut(&number) {
                    going.public_id = Some(public_id);
                }
            }
            progress(self.counts.tickets, self.plan.tickets);
        }
    }

    /// The next step, if it is before `end`; the one that follows it in its ticket takes its place in the queue.
    fn next_before(&mut self, end: Timestamp) -> Option<(u64, usize)> {
        let Reverse((at, number, place)) = self.queue.peek().copied()?;
        if at >= end {
            return None;
        }
        self.queue.pop();
        if let Some(after) = self.going.get(&number).and_then(|going| going.steps.get(place + 1)) {
            self.queue.push(Reverse((after.at, number, place + 1)));
        }
        Some((number, place))
    }

    async fn ready(&mut self, number: u64, place: usize) -> Result<Option<Ready>> {
        let Some(going) = self.going.get(&number) else { return Ok(None) };
        let Some(mut step) = going.steps.get(place).copied() else { return Ok(None) };
        let (tale, public_id) = (going.tale, going.public_id.clone());
        if place + 1 == going.steps.len() {
            self.going.remove(&number);
        }
        if self.counts.files >= FILES.min(self.plan.tickets / 10) {
            step.act = step.act.without_files();
        }
        self.count(&tale, &step);
        let moment = Moment { tale, number, public_id, step };
        self.desktop.ready(&mut self.teller, moment).await.map(Some)
    }

    fn count(&mut self, tale: &Tale, step: &Step) {
        match step.act {
            Act::Open { files } => {
                self.counts.messages += 1;
                self.counts.files += u64::from(files);
                self.counts.leaks += u64::from(tale.scenario.kind == Kind::Leak);
            }
            Act::Say { part, .. } if part.is_internal() => self.counts.notes += 1,
            Act::Say { .. } => self.counts.messages += 1,
            Act::Inside(Inside::Read(_) | Inside::Follow(_) | Inside::Close) => {}
            Act::Inside(_) => self.counts.notes += 1,
            _ => {}
        }
    }
}

fn opened(batch: &[Ready]) -> u64 {
    let opened = batch.iter().filter(|ready| matches!(ready.deed, deed::Deed::Open { .. })).count();
    u64::try_from(opened).unwrap_or(0)
}

/// How many of all tickets are opened before a day begins: somewhat more every day, as the exchange grows.
fn share(tickets: u64, day: u64) -> u64 {
    let weight = |days: u64| u128::from(days * (200 + days));
    let part = u128::from(tickets) * weight(day) / weight(DAYS);
    u64::try_from(part).unwrap_or(tickets)
}

/// A second of a day: around the clock, most in the middle.
fn daytime(dice: &mut Dice) -> u64 {
    if dice.chance(450) { dice.below(DAY) } else { u64::midpoint(dice.below(DAY), dice.below(DAY)) }
}
