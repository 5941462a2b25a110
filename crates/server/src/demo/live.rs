//! Traffic on a running demo: customers write and agents answer, now, through the same verbs.

use std::time::Duration;

use proofdesk_desk::id::PublicId;
use proofdesk_desk::{Clock, Desk, Result, Timestamp};

use super::deed;
use super::dice::Dice;
use super::letter::Teller;
use super::prepare::{Desktop, Moment};
use super::script::{Length, Step, script};
use super::seed::Population;
use super::tale::Tale;

/// Tickets that live at a time.
const AT_ONCE: usize = 40;
/// Scripts are told to their end, however long they would take.
const FAR: Duration = Duration::from_secs(400 * 24 * 3_600);

/// A ticket that lives.
struct Going {
    number: u64,
    tale: Tale,
    public_id: Option<PublicId>,
    /// What is still to happen, the next last.
    left: Vec<Step>,
}

/// The demo's customers and agents, at work.
pub struct Traffic<'a> {
    desk: &'a Desk,
    population: &'a Population,
    /// What is told follows from when it began, so that every run tells something else.
    seed: u64,
    dice: Dice,
    teller: Teller,
    going: Vec<Going>,
    opened: u64,
}

impl<'a> Traffic<'a> {
    pub fn new(desk: &'a Desk, population: &'a Population, begun: Timestamp) -> Self {
        let seed = begun.micros().unsigned_abs();
        let dice = Dice::named(seed, "traffic");
        Self {
            desk,
            population,
            seed,
            dice,
            teller: Teller::default(),
            going: Vec::new(),
            opened: 0,
        }
    }

    /// One thing happens: a new ticket, or the next step of one that lives.
    ///
    /// # Errors
    /// Those of the verbs; a person at the console may have closed what a customer would answer. That ticket is let
    /// go, and the next call goes on with others.
    pub async fn step(&mut self, now: Timestamp) -> Result<()> {
        let begin = self.going.is_empty() || (self.going.len() < AT_ONCE && self.dice.chance(300));
        let going = if begin { self.begin(now) } else { self.take() };
        let Some(mut going) = going else { return Ok(()) };
        let Some(step) = going.left.pop() else { return Ok(()) };
        let desktop = Desktop {
            desk: self.desk,
            seed: self.seed,
            population: self.population,
            // Whoever asks one has it mailed: the traffic mails nobody.
            departments: &[],
            with_answers: true,
        };
        let Going { number, tale, ref public_id, .. } = going;
        let moment =
            Moment { tale, number, public_id: public_id.clone(), step: Step { at: now, ..step } };
        let ready = Box::pin(desktop.ready(&mut self.teller, moment)).await?;
        if let Some((_, public_id)) = Box::pin(deed::run(self.desk, vec![ready])).await?.pop() {
            going.public_id = Some(public_id);
        }
        if !going.left.is_empty() {
            self.going.push(going);
        }
        Ok(())
    }

    fn begin(&mut self, now: Timestamp) -> Option<Going> {
        let number = self.opened;
        self.opened += 1;
        let tale = Tale::of(self.seed, number, now, &self.population.people)?;
        let mut left = script(&tale, Length::Threads, now + FAR);
        left.reverse();
        Some(Going { number, tale, public_id: None, left })
    }

    fn take(&mut self) -> Option<Going> {
        let count = u64::try_from(self.going.len()).unwrap_or(0);
        let place = usize::try_from(self.dice.below(count)).unwrap_or(0);
        (place < self.going.len()).then(|| self.going.swap_remove(place))
    }
}

/// Keeps the desk busy, so many steps a second, until it is dropped.
pub async fn run(desk: Desk, population: Population, clock: Clock, per_second: f64) {
    let mut traffic = Traffic::new(&desk, &population, clock());
    let pause = Duration::try_from_secs_f64(1.0 / per_second).unwrap_or(Duration::from_secs(1));
    let mut ticks = tokio::time::interval(pause);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
    loop {
        ticks.tick().await;
        if let Err(error) = traffic.step(clock()).await {
            tracing::debug!(%error, "a step of the demo's traffic was refused");
        }
    }
}
