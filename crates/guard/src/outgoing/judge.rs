//! Decides which of the secrets that a text names it asks for.

use super::cue::{Act, Cue, Side};
use super::letters::is_east_asian;
use super::search::Found;
use super::sentence::{Sentence, Topics};
use super::squeeze::Squeezed;
use super::{Ask, Wanted, turn, work};

/// How far a verb reaches to its object, in letters.
const REACH: usize = 60;
/// How far a verb reaches back to an object before it in another clause.
const REACH_BACK: usize = 40;
/// How far "what is your" reaches.
const REACH_OF_QUESTION: usize = 25;
/// How far a negation reaches to its verb, or to the secret itself: "not the secret".
const REACH_OF_NOT: usize = 15;
const REACH_OF_NOT_TO_SECRET: usize = 12;
/// How far "without" does, over the other things that are left out.
const REACH_OF_WITHOUT: usize = 25;
/// How much may follow a verb that has its object before it: where more follows, that is its object.
const REST: usize = 4;
/// How far 把 stands before its object.
const REACH_OF_TAKE: usize = 12;
/// How much of a clause may follow an item of a list: "your name, e-mail and password, please".
const REST_OF_ITEM: usize = 8;
/// How far a verb reaches over a comma: "give me, please, your password".
const REACH_OVER_COMMA: usize = 12;
/// How much may stand before "send it" for the secret to be one of the sentence before, and how much before a verb that has
/// no pronoun and would have its object there.
const LEAD: usize = 12;
const LEAD_WITHOUT_PRONOUN: usize = 3;
/// How far behind a verb it is refused: "göndermenize *gerek yok*".
const REACH_OF_REFUSAL: usize = 4;
/// How far "people" reaches to the verb that tells what they do.
const REACH_OF_OTHERS: usize = 15;
/// How many letters of its own a sentence has that only stands between two others: "Great."
const FILLER: usize = 12;
/// How many sentences without a word of the dictionary may stand between: "I see."
const FILLERS: usize = 2;
/// How many letters those may have.
const LETTERS_OF_FILLERS: usize = 40;
/// How near a negation stands to the secret that it denies to be meant: "this is not a password".
const REACH_OF_DENIAL: usize = 1;

/// Finds what a text asks for.
pub(super) fn asks(text: &Squeezed, cues: &[Found]) -> Vec<Ask> {
    let number = |found: &Found| text.place(found.start).sentence;
    let mut asks = Vec::new();
    let mut earlier = Earlier::default();
    for cues in cues.chunk_by(|one, next| number(one) == number(next)) {
        let number = cues.first().map(number).unwrap_or_default();
        let first = cues.first().map(|found| text.place(found.start).letter).unwrap_or_default();
        let follows = number == earlier.number + 1
            || number <= earlier.number + FILLERS && first <= earlier.letter + LETTERS_OF_FILLERS;
        let last = if follows { earlier } else { Earlier::default() };
        let topics = Topics::of(cues);
        let (before, behind) = turn::parted(text, cues, last.warned.is_some());
        let judge = Judge::new(text, before, topics.with(last.topics));
        let mut open = judge.judge(last.open, &mut asks);
        let mut warned = judge.warned_of();
        if let Some(behind) = behind {
            warned = warned.or(last.warned);
            let judge = Judge::new(text, &behind, topics.with(last.topics));
            open = judge.judge(open, &mut asks);
            asks.extend(warned.take().and_then(|warned| judge.asked_in_spite(warned)));
        }
        let letter = cues.last().map(|found| text.place(found.start).letter).unwrap_or_default();
        // "The text came? What does it say? Only the digits": a short sentence changes no topic.
        let short = judge.letters_of_others <= 2 * FILLER;
        let topics = if short { topics.with(last.topics) } else { topics };
        earlier = Earlier { number, letter, topics, open, warned };
    }
    asks
}

/// What the sentence before was about, and the secret that it named without doing anything to it.
#[derive(Debug, Clone, Copy, Default)]
struct Earlier {
    number: usize,
    /// The number of its last letter that was looked at.
    letter: usize,
    topics: Topics,
    open: Option<Open>,
    /// The secret that it warned of.
    warned: Option<Open>,
}

/// A secret to which a later sentence may point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    wanted: Wanted,
    found: Found,
    /// It was only asked whether the customer has it: "tell us" behind that wants to know yes or no.
    pub(super) doubtful: bool,
}

pub(super) struct Judge<'a> {
    text: &'a Squeezed,
    pub(super) sentence: Sentence<'a>,
    pub(super) here: bool,
    pub(super) place: bool,
    pub(super) away: bool,
    /// The sentence has a verb; one that hands over, one that is the customer's own affair, one that refuses; a negation.
    pub(super) verbs: bool,
    pub(super) hands: bool,
    pub(super) owns: bool,
    pub(super) refuses: bool,
    pub(super) negates: bool,
    /// It tells of somebody else; it is polite.
    pub(super) of_others: bool,
    pub(super) polite: bool,
    /// How many letters it has that belong to no secret and to no word for us or for "please".
    pub(super) letters_of_others: usize,
    order: bool,
    purpose: bool,
}

impl<'a> Judge<'a> {
    fn new(text: &'a Squeezed, cues: &'a [Found], topics: Topics) -> Judge<'a> {
        let sentence = Sentence::new(text, cues, topics);
        let [here, place, away, order, purpose] =
            [Cue::Here, Cue::Place, Cue::Away, Cue::Order, Cue::Purpose]
                .map(|cue| sentence.has(cue));
        let does = |wanted: &[Act]| {
            let is = |cue: Cue| matches!(cue, Cue::Verb(act, _) if wanted.contains(&act));
            sentence.cues.iter().any(|found| is(found.cue))
        };
        let verbs = sentence.cues.iter().any(|found| matches!(found.cue, Cue::Verb(..)));
        let (hands, owns) = (does(&[Act::Hand]), does(&[Act::Own, Act::Have]));
        let refuses = does(&[Act::Refuse]);
        let negates = sentence.has(Cue::Not) || sentence.has(Cue::Without);
        let (of_others, polite) = (sentence.has(Cue::Others), sentence.has(Cue::Urge));
        let letters_of_others = sentence.letters_besides(|cue| {
            matches!(cue, Cue::Secret(_) | Cue::Hint(_) | Cue::Urge | Cue::Here | Cue::Topic(_))
        });
        Judge {
            text,
            sentence,
            here,
            place,
            away,
            verbs,
            hands,
            owns,
            refuses,
            negates,
            of_others,
            polite,
            letters_of_others,
            order,
            purpose,
        }
    }

    /// Appends what the sentence asks for. Gives the last secret that it only names.
    fn judge(&self, open: Option<Open>, asks: &mut Vec<Ask>) -> Option<Open> {
        if self.sentence.has(Cue::Warning) {
            return None;
        }
        let mut named = None;
        let mut secrets = 0;
        for (index, found) in self.sentence.cues.iter().enumerate() {
            work::steps(1);
            let Some(wanted) = self.sentence.wanted(found.cue) else {
                self.judge_whole(index, *found, asks);
                continue;
            };
            secrets += 1;
            match self.governor(index, *found) {
                Some((verb, by)) if self.is_asked(verb, by, index, *found, wanted) => {
                    asks.push(self.ask(wanted, *found, by));
                    named = None;
                }
                governor => match self.loosely_asked(index, *found, governor) {
                    Some(by) => {
                        asks.push(self.ask(wanted, *found, by));
                        named = None;
                    }
                    None => named = self.left_open(index, *found, wanted, governor),
                },
            }
        }
        if secrets > 0 {
            return named;
        }
        let ask = open.and_then(|open| self.pointed_at(open));
        let short = self.letters_of_others <= FILLER;
        let open = open.filter(|_| ask.is_none() && short);
        asks.extend(ask);
        open
    }

    /// Gives the last secret of a sentence that warns.
    fn warned_of(&self) -> Option<Open> {
        work::steps(self.sentence.cues.len());
        let named = |found: &Found| Some((self.sentence.wanted(found.cue)?, *found));
        let (wanted, found) = self.sentence.cues.iter().rev().find_map(named)?;
        self.sentence.has(Cue::Warning).then_some(Open { wanted, found, doubtful: false })
    }

    /// Gives a secret that is asked for by nothing yet, if the next sentence could do it.
    fn left_open(
        &self,
        index: usize,
        found: Found,
        wanted: Wanted,
        governor: Option<(usize, Found)>,
    ) -> Option<Open> {
        let verb = governor.map(|(verb, _)| self.sentence.verb(verb));
        let doubtful = match verb.flatten() {
            Some((Act::Have | Act::Require, _)) => true,
            Some(_) => return None,
            None => false,
        };
        let denied = !doubtful && self.is_denied(index, found);
        (!denied).then_some(Open { wanted, found, doubtful })
    }

    /// "*No* password": nothing that follows can mean it.
    fn is_denied(&self, index: usize, object: Found) -> bool {
        let not = self.sentence.around(index).not_before.and_then(|not| self.sentence.cue(not));
        not.is_some_and(|not| {
            not.cue == Cue::Not
                && self.sentence.same_clause(not, object)
                && self.sentence.distance(not, object) <= REACH_OF_NOT_TO_SECRET
        })
    }

    fn judge_whole(&self, index: usize, found: Found, asks: &mut Vec<Ask>) {
        let Some(wanted) = self.sentence.whole(index) else { return };
        let asked = match self.governor(index, found) {
            Some((verb, by)) => self.is_asked(verb, by, index, found, wanted),
            None => !self.is_negated(index, found),
        };
        if asked {
            asks.push(self.ask(wanted, found, found));
        }
    }

    /// Finds the verb to which a secret is the object.
    fn governor(&self, index: usize, secret: Found) -> Option<(usize, Found)> {
        let around = self.sentence.around(index);
        let found = |verb: Option<usize>| Some((verb?, self.sentence.cue(verb?)?));
        let (before, after) = (found(around.verb_before), found(around.verb_after));
        let taken = found(around.take_before).is_some_and(|(_, take)| {
            self.sentence.same_clause(take, secret)
                && self.sentence.distance(take, secret) <= REACH_OF_TAKE
                && before.is_none_or(|(_, verb)| verb.start < take.start)
        });
        let here = |verb: &(usize, Found)| self.sentence.same_clause(verb.1, secret);
        let after = after.filter(|verb| taken || self.governs_back(*verb, secret));
        let ordered = [
            after.filter(|_| taken),
            before.filter(here),
            after.filter(here),
            after,
            before.filter(|verb| self.is_item(*verb, secret)),
        ];
        ordered.into_iter().flatten().next()
    }

    /// Tells whether a verb behind the secret governs it. Where verbs stand on either side, one of another clause has its own
    /// object: "if the password does not work, write to us".
    fn governs_back(&self, verb: (usize, Found), secret: Found) -> bool {
        let either = matches!(self.sentence.verb(verb.0), Some((Act::Hand, Side::Both)));
        let near = !either || self.is_unspaced(verb.1) || self.sentence.same_clause(verb.1, secret);
        near && self.points_back(verb, secret)
    }

    /// Tells whether a verb behind the secret can mean it.
    fn points_back(&self, (verb, by): (usize, Found), secret: Found) -> bool {
        let Some((act, side)) = self.sentence.verb(verb) else { return false };
        let ends = matches!(act, Act::Own | Act::Have | Act::Refuse | Act::Ask)
            || self.sentence.rest_of_clause(by) <= REST;
        let reach = if self.sentence.same_clause(by, secret) { REACH } else { REACH_BACK };
        self.sentence.distance(by, secret) <= reach && (side == Side::Before || ends)
    }

    /// Tells whether the secret is an item in the list of what a verb in an earlier clause wants.
    fn is_item(&self, (verb, by): (usize, Found), secret: Found) -> bool {
        let act = self.sentence.verb(verb).map(|(act, _)| act);
        let listed = self.is_listed(by, secret);
        listed && matches!(act, Some(Act::Hand | Act::Fill | Act::Require))
            || matches!(act, Some(Act::Hand | Act::Fill))
                && (self.sentence.distance(by, secret) <= REACH_OVER_COMMA
                    || self.sentence.rest_of_clause(secret) <= REST_OF_ITEM
                        && self.sentence.distance(by, secret) <= REACH)
    }

    /// "Please send us the following:" has as its objects all that follows in the sentence.
    fn is_listed(&self, by: Found, secret: Found) -> bool {
        let clause = |found: Found| self.text.place(found.start).clause;
        self.text.has_colon(clause(by), clause(secret))
    }

    fn is_asked(
        &self,
        verb: usize,
        by: Found,
        secret: usize,
        object: Found,
        wanted: Wanted,
    ) -> bool {
        let Some((act, _)) = self.sentence.verb(verb) else { return false };
        let listed = self.is_listed(by, object);
        let distance = if listed { 0 } else { self.sentence.distance(by, object) };
        let asks = match act {
            Act::Own | Act::Refuse => false,
            Act::Have => self.is_handed_on(verb.max(secret), object),
            Act::Hand => distance <= REACH && (self.here || !self.place),
            Act::Fill => {
                let ours = self.here || self.order && wanted == Wanted::SeedPhrase;
                distance <= REACH
                    && !self.place
                    && (ours && !self.away || self.is_handed_on(verb.max(secret), object))
            }
            Act::Ask => distance <= REACH_OF_QUESTION,
            Act::Require => {
                !self.place && (listed || self.purpose || self.here || is_of_a_wallet(wanted))
            }
        };
        asks && !self.is_negated(verb, by)
            && !self.is_of_others(verb, by)
            && !self.is_left_out(verb, secret, object)
    }

    /// "Export the key and *send it*": what is written is handed over by a second verb.
    fn is_handed_on(&self, behind: usize, object: Found) -> bool {
        let after = self.sentence.around(behind).verb_after;
        let after = after.and_then(|verb| Some((verb, self.sentence.cue(verb)?)));
        after.is_some_and(|(verb, by)| {
            matches!(self.sentence.verb(verb), Some((Act::Hand, _)))
                && self.points_back((verb, by), object)
                && !self.is_negated(verb, by)
        })
    }

    /// "Do *not* send"; where verbs end their sentence, also "お送りいただく*必要はありません*".
    pub(super) fn is_negated(&self, verb: usize, by: Found) -> bool {
        if self.is_refused_behind(verb, by) {
            return true;
        }
        let not = self.sentence.around(verb).not_before.and_then(|not| self.sentence.cue(not));
        not.is_some_and(|not| {
            self.sentence.same_clause(not, by) && self.sentence.distance(not, by) <= REACH_OF_NOT
        })
    }

    /// "*People* paste": tells what somebody does, unless it says that they do it here or for our purpose.
    fn is_of_others(&self, verb: usize, by: Found) -> bool {
        let others = self.sentence.around(verb).others_before;
        let near = others.and_then(|others| self.sentence.cue(others)).is_some_and(|others| {
            self.sentence.same_clause(others, by)
                && self.sentence.distance(others, by) <= REACH_OF_OTHERS
        });
        near && !self.here && !self.purpose
    }

    fn is_refused_behind(&self, verb: usize, by: Found) -> bool {
        let after = self.sentence.around(verb).verb_after;
        let refusal =
            after.filter(|after| matches!(self.sentence.verb(*after), Some((Act::Refuse, _))));
        refusal.and_then(|refusal| self.sentence.cue(refusal)).is_some_and(|refusal| {
            self.sentence.same_clause(refusal, by)
                && self.sentence.distance(refusal, by) <= REACH_OF_REFUSAL
        })
    }

    /// "Send the request *without* the secret", "this is *not* a password, send it".
    fn is_left_out(&self, verb: usize, secret: usize, object: Found) -> bool {
        let not = self.sentence.around(secret).not_before;
        let not = not.filter(|not| *not > verb || verb > secret);
        not.and_then(|not| self.sentence.cue(not)).is_some_and(|not| {
            let reach = match (verb < secret, not.cue) {
                (true, Cue::Without) => REACH_OF_WITHOUT,
                (true, _) => REACH_OF_NOT_TO_SECRET,
                // What we are without, we may ask for.
                (false, Cue::Without) => return false,
                (false, _) => REACH_OF_DENIAL,
            };
            self.sentence.same_clause(not, object) && self.sentence.distance(not, object) <= reach
        })
    }

    /// "I sent you a code. Read it to me": what this sentence asks for without naming it.
    fn pointed_at(&self, open: Open) -> Option<Ask> {
        let had = self.sentence.cues.iter().any(|cue| matches!(cue.cue, Cue::Verb(Act::Have, _)));
        let is_pointer = |index: usize, found: Found| {
            work::steps(1);
            let Cue::Verb(act, side) = found.cue else { return false };
            let points = match act {
                Act::Hand => {
                    had || self.points_by_itself(open, side, found) || self.is_dictated(open, found)
                }
                // To write it here is no answer to whether it is there.
                Act::Fill => self.here && !self.away && self.points(side, found),
                Act::Ask => side == Side::Before && self.is_question(),
                _ => false,
            };
            side.takes_before()
                && points
                && self.sentence.lead(index) <= self.most_lead(found)
                && self.sentence.rest_of_clause(found) <= self.most_rest(side, found)
                && !self.is_negated(index, found)
        };
        let mut cues = self.sentence.cues.iter().enumerate();
        let verb = cues.find(|(index, found)| is_pointer(*index, **found)).map(|(_, verb)| *verb);
        let verb = &verb.or_else(|| self.wished_from(open))?;
        (self.here || !self.place).then(|| self.ask(open.wanted, open.found, *verb))
    }

    /// Where verbs stand on either side of their object, one without its pronoun has its object behind it: it can mean a
    /// secret only if the sentence says "once you have it".
    fn points_by_itself(&self, open: Open, side: Side, verb: Found) -> bool {
        self.names_it(side, verb) || !open.doubtful && self.is_unspaced(verb)
    }

    /// "Do you still have the words? Type them here *in order*."
    fn is_dictated(&self, open: Open, verb: Found) -> bool {
        let ordered = self.order && open.wanted == Wanted::SeedPhrase;
        ordered && self.here && !self.away && self.is_unspaced(verb)
    }

    fn points(&self, side: Side, verb: Found) -> bool {
        self.names_it(side, verb) || self.is_unspaced(verb)
    }

    fn most_lead(&self, verb: Found) -> usize {
        let verb = self.text.text.get(verb.start..verb.end).unwrap_or_default();
        if verb.is_ascii() { LEAD } else { LEAD_WITHOUT_PRONOUN }
    }

    fn most_rest(&self, side: Side, verb: Found) -> usize {
        if self.names_it(side, verb) || self.is_unspaced(verb) { LEAD } else { REST }
    }

    /// Tells whether a verb has its pronoun, as those do that have their object before them and could have it behind:
    /// "send it".
    pub(super) fn names_it(&self, side: Side, verb: Found) -> bool {
        side == Side::Before && !self.is_unspaced(verb)
    }

    pub(super) fn is_unspaced(&self, verb: Found) -> bool {
        let verb = self.text.text.get(verb.start..verb.end).unwrap_or_default();
        verb.chars().any(is_east_asian)
    }

    pub(super) fn is_question(&self) -> bool {
        let first = self.sentence.cues.first();
        first.is_some_and(|found| self.text.is_question(self.text.place(found.start).sentence))
    }

    pub(super) fn ask_for(&self, open: Open, verb: Found) -> Ask {
        self.ask(open.wanted, open.found, verb)
    }

    /// Gives the clauses from that of the one to that of the other.
    fn ask(&self, wanted: Wanted, one: Found, other: Found) -> Ask {
        let first = self.text.place(one.start.min(other.start)).clause;
        let last = self.text.place(one.end.max(other.end).saturating_sub(1)).clause;
        let (start, _) = self.text.clause(first);
        let (_, end) = self.text.clause(last);
        Ask { wanted, start: self.text.source_start(start), end: self.text.source_end(end) }
    }
}

fn is_of_a_wallet(wanted: Wanted) -> bool {
    matches!(wanted, Wanted::SeedPhrase | Wanted::PrivateKey)
}
