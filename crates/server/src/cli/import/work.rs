//! From lines to batches, and from batches into the desk.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::sync::Arc;

use anyhow::Result;
use proofdesk_desk::attachment::actions::BroughtFile;
use proofdesk_desk::id::BrandId;
use proofdesk_desk::transfer::Place;
use proofdesk_desk::transfer::actions::{Batch, Outcome, Told, bring, finish, is_known};
use proofdesk_desk::transfer::line::{AttachmentLine, Line, MessageLine, TicketLine};
use proofdesk_desk::transfer::prepare::{Case, Read, Unit, What};
use proofdesk_desk::{Desk, Error, limits};
use serde::Serialize;

use super::files::{self, Found};
use super::foreign::Foreign;
use super::read::{Raw, Reader};
use super::skip::{self, SkipLog};
use super::whole::Whole;
use super::{Format, ImportArgs};
use crate::start::operator_cx;

/// What was done.
#[derive(Debug, Default, Serialize)]
pub struct Tally {
    /// By kind.
    pub made: BTreeMap<String, u64>,
    /// What was brought before, or is here already.
    pub there: BTreeMap<String, u64>,
    /// Those of the tickets that were made.
    pub messages: u64,
    pub files: u64,
    pub skipped: u64,
    /// Things of no use here, by what they are.
    pub passed_over: BTreeMap<String, u64>,
    /// Fields that nothing was made of, by kind and name.
    pub unknown: BTreeMap<String, u64>,
}

/// A ticket whose messages are still coming.
struct Pending {
    line: u64,
    /// How far the file was read without it.
    before: Place,
    ticket: TicketLine,
    messages: Vec<Read>,
    /// It was brought before, so nothing of it is read.
    is_there: bool,
}

/// An import that is under way.
pub struct Import<'a> {
    desk: &'a Desk,
    args: &'a ImportArgs,
    source: &'a str,
    brand_id: BrandId,
    skips: SkipLog,
    foreign: Foreign,
    whole: Whole,
    pending: Option<Pending>,
    units: Vec<Arc<Unit>>,
    tally: Tally,
}

impl<'a> Import<'a> {
    pub fn new(
        desk: &'a Desk,
        args: &'a ImportArgs,
        source: &'a str,
        brand_id: BrandId,
        skips: SkipLog,
        whole: Whole,
    ) -> Self {
        Self {
            desk,
            args,
            source,
            brand_id,
            skips,
            foreign: Foreign::new(args.format, args.portal_ids),
            whole,
            pending: None,
            units: Vec::new(),
            tally: Tally::default(),
        }
    }

    /// What was seen of the file.
    pub fn whole(&self) -> &Whole {
        &self.whole
    }

    /// Reads to the end. Each batch is committed with the place up to which it goes. Where the end was cut off, messages of the last ticket
    /// may be missing; nothing is added to a ticket that was brought, so it waits for the whole file.
    ///
    /// # Errors
    /// Those of the file, the database and the file store; what the desk refuses is left out and written down.
    pub async fn read(&mut self, mut reader: Reader) -> Result<()> {
        loop {
            let before = reader.place();
            let Some(raw) = reader.next()? else { break };
            self.line(raw, before).await?;
        }
        if self.whole.is_cut_off()
            && let Some(last) = self.pending.take()
        {
            self.hold_back(&last)?;
            return self.commit(last.before).await;
        }
        self.close()?;
        self.commit(reader.place()).await
    }

    fn hold_back(&mut self, last: &Pending) -> Result<()> {
        if last.is_there {
            *self.tally.there.entry("ticket".to_owned()).or_insert(0) += 1;
            return Ok(());
        }
        self.tally.skipped += 1;
        let way_out = "the file ends here, and messages may be missing: import the whole file";
        self.skips.other(last.line, ("ticket", &last.ticket.id), "cut-off", way_out)
    }

    /// Writes down in the log what was done, and gives it. An import of a file that was cut off did not come to its end: the log says nothing
    /// of that, and the next one goes on from where it was.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn finish(self) -> Result<Tally> {
        let Self { desk, args, source, foreign, whole, mut tally, .. } = self;
        tally.passed_over = foreign.notes.passed_over;
        let unknown = foreign.notes.unknown.iter();
        tally.unknown = unknown.map(|(name, n)| (name.to_owned(), n)).collect();
        let made = |kind: &str| tally.made.get(kind).copied().unwrap_or(0);
        let told = Told {
            format: args.format.name().to_owned(),
            customers: made("customer"),
            tickets: made("ticket"),
            messages: tally.messages,
            skipped: tally.skipped,
        };
        let source = source.to_owned();
        if !whole.is_cut_off() {
            let done = desk.write(operator_cx("import"), async move |tx, cx| {
                finish(tx, cx, &source, &told).await
            });
            done.await?;
        }
        if std::io::stderr().is_terminal() {
            eprintln!();
        }
        Ok(tally)
    }

    async fn line(&mut self, raw: Raw, before: Place) -> Result<()> {
        if raw.is_too_long {
            self.tally.skipped += 1;
            let way_out = "no line is longer than 64 MiB: divide the ticket into several";
            return self.skips.other(raw.number, ("line", ""), "line-too-long", way_out);
        }
        let text = raw.plain();
        if self.args.format == Format::Proofdesk {
            self.whole.take(text);
        }
        if text.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        let lines = match self.foreign.lines(text) {
            Ok(lines) => lines,
            Err(malformed) => {
                self.tally.skipped += 1;
                return self.skips.malformed(raw.number, &malformed);
            }
        };
        for (n, line) in lines.into_iter().enumerate() {
            if !self.goes_on(&line) {
                self.close()?;
                // Only between two lines: what one line brings is committed with it.
                if n == 0 && self.is_full() {
                    self.commit(before).await?;
                }
            }
            self.take(raw.number, before, line).await?;
        }
        Ok(())
    }

    /// Whether a line is a message of the ticket that is being read.
    fn goes_on(&self, line: &Line) -> bool {
        match (line, &self.pending) {
            (Line::Message(message), Some(pending)) => message.ticket == pending.ticket.id,
            _ => false,
        }
    }

    async fn take(&mut self, number: u64, before: Place, line: Line) -> Result<()> {
        let line = match line {
            Line::Ticket(line) => return self.begin(number, before, *line).await,
            Line::Message(line) => return self.message(number, *line).await,
            line => line,
        };
        let kind = line.kind();
        let id = match &line {
            Line::Customer(line) => line.id.clone(),
            _ => String::new(),
        };
        match What::of(line) {
            Ok(Some(what)) => self.push(number, what),
            Ok(None) => {}
            Err(error) => self.leave_out(number, kind, &id, error)?,
        }
        Ok(())
    }

    fn push(&mut self, line: u64, what: What) {
        self.units.push(Arc::new(Unit { line, what }));
    }

    fn leave_out(&mut self, line: u64, kind: &str, id: &str, error: Error) -> Result<()> {
        let refusal = skip::refusal(error)?;
        self.tally.skipped += 1;
        self.skips.refused(line, kind, id, &refusal)
    }

    async fn begin(&mut self, line: u64, before: Place, ticket: TicketLine) -> Result<()> {
        let (source, id) = (self.source.to_owned(), ticket.id.clone());
        let known = self.desk.read(async move |rx| is_known(rx, &source, &id).await);
        let is_there = known.await?;
        self.pending = Some(Pending { line, before, ticket, messages: Vec::new(), is_there });
        Ok(())
    }

    async fn message(&mut self, line: u64, message: MessageLine) -> Result<()> {
        match &self.pending {
            Some(pending) if pending.ticket.id != message.ticket => {
                return self.out_of_place(line, &message);
            }
            None => return self.out_of_place(line, &message),
            Some(pending) if pending.is_there => return Ok(()),
            // With one more than a ticket holds it is left out whole: the rest need not fill the memory.
            Some(pending) if pending.messages.len() > limits::IMPORT_MESSAGES => return Ok(()),
            Some(_) => {}
        }
        let mut found = Vec::new();
        for attachment in message.attachments.iter().take(limits::ATTACHMENTS_PER_MESSAGE) {
            found.extend(self.file(line, attachment).await?);
        }
        if let Some(pending) = &mut self.pending {
            pending.messages.push(Read { line, message, files: found });
        }
        Ok(())
    }

    fn out_of_place(&mut self, line: u64, message: &MessageLine) -> Result<()> {
        self.tally.skipped += 1;
        let way_out = "put the messages of a ticket right behind its line";
        self.skips.other(line, ("message", &message.id), "out-of-place", way_out)
    }

    /// The file of a message, where it is found. A message comes without those that are not, and it is written down.
    async fn file(
        &mut self,
        line: u64,
        attachment: &AttachmentLine,
    ) -> Result<Option<BroughtFile>> {
        let folder = self.args.files.as_deref();
        // An export of ours that was made without files names none.
        if attachment.file.is_none() && self.args.format == Format::Proofdesk {
            self.foreign.notes.pass_over("file without its bytes");
            return Ok(None);
        }
        let mut cx = operator_cx("import");
        let (reason, way_out) = match files::take(self.desk, &mut cx, folder, attachment).await? {
            Found::File(file) => {
                self.tally.files += 1;
                return Ok(Some(*file));
            }
            Found::Missing => (
                "file-missing",
                "put the file under its id into a folder and name that with --files, before the ticket is brought",
            ),
            Found::Refused => ("file-refused", "the file is empty, or larger than 100 MiB"),
        };
        self.tally.skipped += 1;
        self.skips.other(line, ("file", &attachment.id), reason, way_out)?;
        Ok(None)
    }

    /// Makes the ticket that was being read ready to be brought.
    fn close(&mut self) -> Result<()> {
        let Some(Pending { line, ticket, messages, is_there, .. }) = self.pending.take() else {
            return Ok(());
        };
        if is_there {
            *self.tally.there.entry("ticket".to_owned()).or_insert(0) += 1;
            return Ok(());
        }
        let id = ticket.id.clone();
        match Case::read(ticket, messages, self.desk.keyring()) {
            Ok((case, left_out)) => {
                for one in left_out {
                    self.leave_out(one.line.unwrap_or(line), one.kind, &one.id, one.error)?;
                }
                self.push(line, What::Ticket(Box::new(case)));
                Ok(())
            }
            Err(error) => self.leave_out(line, "ticket", &id, error),
        }
    }

    fn is_full(&self) -> bool {
        let messages: usize = self.units.iter().map(|unit| unit.what.messages()).sum();
        self.units.len() >= limits::IMPORT_BATCH || messages >= limits::IMPORT_BATCH_MESSAGES
    }

    /// Commits what was read up to a place.
    async fn commit(&mut self, place: Place) -> Result<()> {
        let units = std::mem::take(&mut self.units);
        if units.is_empty() {
            return Ok(());
        }
        match self.write(units.clone(), Some(place)).await {
            Ok(outcomes) => self.count(&units, &outcomes),
            // One of them cannot be brought: each by itself, so that it holds up none of the others.
            Err(Error::Refused(_)) => {
                for unit in units {
                    match self.write(vec![unit.clone()], None).await {
                        Ok(outcomes) => self.count(&[unit], &outcomes),
                        Err(error) => {
                            self.leave_out(unit.line, unit.what.kind(), unit.what.id(), error)?;
                        }
                    }
                }
                self.write(Vec::new(), Some(place)).await?;
            }
            Err(error) => return Err(error.into()),
        }
        self.progress(place);
        Ok(())
    }

    async fn write(
        &self,
        units: Vec<Arc<Unit>>,
        place: Option<Place>,
    ) -> proofdesk_desk::Result<Vec<Outcome>> {
        let batch = Batch {
            source: self.source.to_owned(),
            brand_id: self.brand_id,
            category: self.args.category.clone(),
            units,
            place,
        };
        let written =
            self.desk.write(operator_cx("import"), async move |tx, cx| bring(tx, cx, &batch).await);
        Box::pin(written).await
    }

    fn count(&mut self, units: &[Arc<Unit>], outcomes: &[Outcome]) {
        for (unit, outcome) in units.iter().zip(outcomes) {
            let counts = match outcome {
                Outcome::Made => &mut self.tally.made,
                Outcome::There => &mut self.tally.there,
            };
            *counts.entry(unit.what.kind().to_owned()).or_insert(0) += 1;
            if *outcome == Outcome::Made {
                self.tally.messages += u64::try_from(unit.what.messages()).unwrap_or(0);
            }
        }
    }

    fn progress(&self, place: Place) {
        if std::io::stderr().is_terminal() {
            let tickets = self.tally.made.get("ticket").copied().unwrap_or(0);
            eprint!("\r{} lines read, {tickets} tickets made", place.line);
        }
    }
}
