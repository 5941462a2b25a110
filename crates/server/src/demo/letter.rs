//! One message, put together from the templates of its story.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use proofdesk_desk::Timestamp;
use proofdesk_locale::Locale;

use super::dice::{Dice, mix};
use super::facts::{Facts, Voice};
use super::inside;
use super::story::Kind;
use super::tale::{Person, Tale};

/// What a message does in its thread. The names are those of the story's keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Opening,
    Question,
    Answer,
    Verdict,
    Look,
    Nudge,
    More,
    Remind,
    Thanks,
    Clear,
    Welcome,
    Reopen,
    Again,
    Done,
    Note,
    Hand,
}

impl Part {
    /// The story's key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Opening => "o",
            Self::Question => "q",
            Self::Answer => "a",
            Self::Verdict => "v",
            Self::Look => "look",
            Self::Nudge => "nudge",
            Self::More => "more",
            Self::Remind => "remind",
            Self::Thanks => "thanks",
            Self::Clear => "clear",
            Self::Welcome => "welcome",
            Self::Reopen => "reopen",
            Self::Again => "again",
            Self::Done => "done",
            Self::Note => "note",
            Self::Hand => "hand",
        }
    }

    /// Who says it.
    pub const fn voice(self) -> Voice {
        match self {
            Self::Opening
            | Self::Answer
            | Self::Nudge
            | Self::Thanks
            | Self::Clear
            | Self::Reopen => Voice::Customer,
            _ => Voice::Agent,
        }
    }

    /// Only colleagues read it.
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::Note | Self::Hand)
    }
}

/// Writes messages, none like another.
#[derive(Debug, Default)]
pub struct Teller {
    /// Digests of what was written. A message that was there already is written anew.
    said: HashSet<u64>,
}

/// After so many attempts a message may repeat another: its templates know no more.
const ATTEMPTS: u64 = 60;
/// After so many it bears a stamp, number and time, as people write them below what they say every day.
const UNSTAMPED: u64 = 12;

impl Teller {
    /// The subject of a ticket.
    pub fn subject(tale: &Tale, person: &Person) -> String {
        let facts =
            Facts { tale, person, voice: Voice::Customer, at: tale.opened_at, fresh: tale.seed };
        let mut dice = tale.dice("subject");
        tale.scenario
            .lines
            .pick("s", &mut dice)
            .map(|s| facts.expand(s, &mut dice))
            .unwrap_or_default()
    }

    /// The message of a place in the ticket's thread.
    pub fn tell(
        &mut self,
        tale: &Tale,
        person: &Person,
        part: Part,
        place: u64,
        at: Timestamp,
    ) -> String {
        let mut body = String::new();
        for attempt in 0..ATTEMPTS {
            let fresh = mix(tale.seed ^ mix(place * ATTEMPTS + attempt + 1));
            let facts = Facts { tale, person, voice: part.voice(), at, fresh };
            let mut letter = Letter { facts, part, dice: Dice::named(fresh, "letter") };
            body = letter.write();
            if attempt >= UNSTAMPED {
                letter.stamp(&mut body);
            }
            if self.is_new(&body) {
                break;
            }
        }
        body
    }

    /// What is written among colleagues and to departments, in the language of the tale's story, at a place of the ticket.
    /// `who` is whom a note mentions.
    pub fn inside(
        &mut self,
        (tale, person): (&Tale, &Person),
        key: &str,
        (place, at): (u64, Timestamp),
        who: &str,
    ) -> String {
        let mut body = String::new();
        for attempt in 0..ATTEMPTS {
            let fresh = mix(tale.seed ^ mix(place * ATTEMPTS + attempt + 1));
            body = inside_line((tale, person), key, (fresh, at)).replace("{who}", who);
            if attempt >= UNSTAMPED {
                let stamp = inside_line((tale, person), "stamp.agent", (fresh, at));
                body.extend([" ", &stamp]);
            }
            if self.is_new(&body) {
                break;
            }
        }
        body
    }

    fn is_new(&mut self, body: &str) -> bool {
        let mut digest = DefaultHasher::new();
        body.hash(&mut digest);
        self.said.insert(digest.finish())
    }
}

/// One way to say a key of what is written inside; empty where nobody says it in the language.
pub fn inside_line(
    (tale, person): (&Tale, &Person),
    key: &str,
    (fresh, at): (u64, Timestamp),
) -> String {
    let facts = Facts { tale, person, voice: Voice::Agent, at, fresh };
    let mut dice = Dice::named(fresh, key);
    let lines = inside::lines(tale.story.locale);
    let template = lines.and_then(|lines| lines.pick(key, &mut dice));
    template.map(|template| facts.expand(template, &mut dice)).unwrap_or_default()
}

struct Letter<'a> {
    facts: Facts<'a>,
    part: Part,
    dice: Dice,
}

impl Letter<'_> {
    fn write(&mut self) -> String {
        match (self.part, self.part.voice()) {
            (Part::Opening, _) => self.opening(),
            (Part::Note, _) => self.note(),
            (Part::Hand, _) => self.line("hand"),
            (part, Voice::Customer) => self.reply(part),
            (part, Voice::Agent) => self.answer(part),
        }
    }

    fn stamp(&mut self, body: &mut String) {
        let key = match self.part.voice() {
            Voice::Customer => "stamp.customer",
            Voice::Agent => "stamp.agent",
        };
        let between = if self.part.is_internal() { " " } else { "\n\n" };
        let stamp = self.line(key);
        body.extend([between, &stamp]);
    }

    fn opening(&mut self) -> String {
        if self.facts.tale.scenario.lines.has("t") && self.dice.chance(150) {
            return self.line("t");
        }
        let upset = match self.facts.tale.scenario.category {
            "theft" | "liquidation-dispute" | "complaint" => 260,
            "suggestion" | "fees" | "other" => 20,
            _ => 110,
        };
        let main = self.with_more();
        let leaks = self.facts.tale.scenario.kind == Kind::Leak;
        let mut parts = Vec::new();
        self.sometimes(800, "hello", &mut parts);
        parts.push(main);
        self.sometimes(upset, "angry", &mut parts);
        self.sometimes(450, "plea", &mut parts);
        self.sometimes(700, "bye", &mut parts);
        // The last word of a phrase stands free of what follows, so that it is found as one.
        let flows = !leaks && !parts.iter().any(|part| part.contains('\n'));
        let between = if flows && self.dice.chance(350) { self.space() } else { "\n\n" };
        parts.join(between)
    }

    /// The opening with what people add to it.
    fn with_more(&mut self) -> String {
        let mut parts = vec![self.line("o")];
        if self.facts.tale.scenario.kind == Kind::Leak {
            return parts.concat();
        }
        let space = if parts.concat().contains('\n') { "\n\n" } else { self.space() };
        self.sometimes(380, "detail", &mut parts);
        self.sometimes(120, "ref", &mut parts);
        parts.join(space)
    }

    fn reply(&mut self, part: Part) -> String {
        let mut parts = vec![self.line(part.key())];
        if part == Part::Nudge || part == Part::Reopen {
            self.sometimes(180, "angry", &mut parts);
        }
        self.sometimes(150, "bye", &mut parts);
        let between = if self.dice.chance(500) { self.space() } else { "\n\n" };
        parts.join(between)
    }

    fn answer(&mut self, part: Part) -> String {
        let mut parts = Vec::new();
        // These name the customer themselves.
        if !matches!(part, Part::Welcome | Part::Remind | Part::Again) {
            parts.push(self.line("dear"));
        }
        parts.push(self.line(part.key()));
        parts.push(self.line("regards"));
        parts.join("\n\n")
    }

    fn note(&mut self) -> String {
        let mut parts = Vec::new();
        if self.facts.tale.scenario.lines.has("n") && self.dice.chance(650) {
            parts.push(self.line("n"));
            self.sometimes(450, "note", &mut parts);
        } else {
            parts.push(self.line("note"));
        }
        parts.join(self.space())
    }

    fn sometimes(&mut self, per_mille: u64, key: &str, parts: &mut Vec<String>) {
        if self.dice.chance(per_mille) {
            let line = self.line(key);
            if !line.is_empty() {
                parts.push(line);
            }
        }
    }

    /// One way to say a key, of the scenario or else of the language. Empty when there is none.
    fn line(&mut self, key: &str) -> String {
        let tale = self.facts.tale;
        let of_scenario = tale.scenario.lines.pick(key, &mut self.dice);
        let template = of_scenario.or_else(|| tale.story.common.pick(key, &mut self.dice));
        template.map(|template| self.facts.expand(template, &mut self.dice)).unwrap_or_default()
    }

    /// What stands between two sentences.
    fn space(&self) -> &'static str {
        match self.facts.tale.story.locale {
            Locale::ZhHans | Locale::ZhHant | Locale::Ja => "",
            _ => " ",
        }
    }
}

#[cfg(test)]
mod tests;
