//! What the model sees of a text: pieces of it, and in each what could be asked for.

use super::Wanted;
use super::cue::Cue;
use super::grams::{Letters, Name};
use super::quote::{Quote, is_quoted, quotes};
use super::search::Found;
use super::signs::{cues_near, cues_of, sign};
use super::squeeze::Squeezed;
use super::topics::Topics;
use super::work;
use crate::linear::{begin, mix, number_of};

/// The groups that features come in. Each weighs the same, however many features of it a text has.
pub const BLOCKS: usize = 7;
/// Those that tell of what stands around a piece.
pub const AROUND: [usize; 2] = [1, 2];

/// How many pieces behind the one that names a secret may point back to it.
const FOLLOWERS: usize = 2;
/// As many names of a piece are candidates: more in one sentence are there to cost time.
const NAMES: usize = 16;
/// How many letters a piece has that is short, middling, long.
const LENGTHS: [usize; 3] = [12, 30, 70];

/// Something that may be asked for.
#[derive(Debug)]
pub struct Candidate {
    /// What it is.
    pub wanted: Wanted,
    /// The clause, in bytes of the source.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// It stands in quotation marks.
    pub is_quoted: bool,
    /// The piece, the piece before, the one behind, what stands near the name, cues of the piece, cues near the name, signs.
    pub blocks: [Vec<u32>; BLOCKS],
}

/// A sentence, or a part of a long one, in bytes of the squeezed text.
struct Piece<'a> {
    from: usize,
    to: usize,
    cues: &'a [Found],
    names: Vec<(Wanted, Name)>,
    /// What it asks for if it does without a name.
    guess: Option<Wanted>,
}

/// A text as it is read.
struct Reading<'a> {
    source: &'a str,
    text: &'a Squeezed,
    pieces: Vec<Piece<'a>>,
    letters: Vec<Letters>,
    /// The groups of letters of every piece.
    grams: Vec<Vec<u32>>,
    quotes: Vec<Quote>,
    topics: Topics,
}

/// Visits the candidates of a text in order: every name of a secret, and every piece that has none.
pub(super) fn visit(
    source: &str,
    text: &Squeezed,
    cues: &[Found],
    mut candidate: impl FnMut(Candidate),
) {
    let reading = Reading::new(source, text, cues);
    let mut last: Option<(usize, Wanted)> = None;
    for (index, piece) in reading.pieces.iter().enumerate() {
        reading.named(index, piece).into_iter().for_each(&mut candidate);
        match piece.names.last() {
            Some((wanted, _)) => last = Some((index, *wanted)),
            None => {
                let follows = last.filter(|(at, _)| index <= at + FOLLOWERS);
                let follows = follows.map(|(_, wanted)| wanted);
                reading.nameless(index, piece, follows).into_iter().for_each(&mut candidate);
            }
        }
    }
}

impl<'a> Reading<'a> {
    fn new(source: &'a str, text: &'a Squeezed, cues: &'a [Found]) -> Reading<'a> {
        let pieces = pieces(text, cues);
        let letters: Vec<Letters> = pieces
            .iter()
            .map(|piece| {
                let names = piece.names.iter().map(|(_, name)| *name);
                Letters::of(text, piece.from, piece.to, names)
            })
            .collect();
        let grams = letters.iter().map(|letters| letters.grams(1)).collect();
        let (quotes, topics) = (quotes(source), Topics::of(cues));
        Reading { source, text, pieces, letters, grams, quotes, topics }
    }

    /// Gives a candidate for every name in a piece.
    fn named(&self, index: usize, piece: &Piece<'_>) -> Vec<Candidate> {
        let letters = self.letters.get(index);
        let places = letters.map(|letters| letters.names.as_slice()).unwrap_or_default();
        let names = piece.names.iter().zip(places).take(NAMES);
        names
            .filter_map(|((wanted, name), at)| {
                let number = self.text.place(name.found.start).clause;
                let (from, to) = self.text.clause(number);
                let at_name = self.text.source_start(name.found.start);
                let is_quoted = is_quoted(&self.quotes, at_name);
                let signs = self.signs(piece, *wanted, Some(*name), is_quoted);
                Some(Candidate {
                    wanted: *wanted,
                    start: self.text.source_start(from),
                    end: self.text.source_end(to.max(name.found.end)),
                    is_quoted,
                    blocks: [
                        self.grams_of(Some(index), 0),
                        self.grams_of(index.checked_sub(1), 2),
                        self.grams_of(Some(index + 1), 3),
                        letters?.near(*at, 10),
                        cues_of(piece.cues),
                        cues_near(self.text, piece.cues, name.found),
                        signs,
                    ],
                })
            })
            .collect()
    }

    /// Gives the candidate for a piece without a name: what a piece before it named, or what the text is about. None where
    /// the text is about nothing of the kind.
    fn nameless(&self, index: usize, piece: &Piece<'_>, last: Option<Wanted>) -> Option<Candidate> {
        let wanted = piece.guess.or(last).or(self.topics.guess())?;
        let (start, end) = (self.text.source_start(piece.from), self.text.source_end(piece.to));
        let is_quoted = is_quoted(&self.quotes, start);
        let mut signs = self.signs(piece, wanted, None, is_quoted);
        let follows = u32::from(last.is_some()) * 2 + u32::from(piece.guess.is_some());
        signs.push(mix(begin(70), follows));
        Some(Candidate {
            wanted,
            start,
            end,
            is_quoted,
            blocks: [
                self.grams_of(Some(index), 0),
                self.grams_of(index.checked_sub(1), 2),
                self.grams_of(Some(index + 1), 3),
                Vec::new(),
                cues_of(piece.cues),
                Vec::new(),
                signs,
            ],
        })
    }

    /// Gives the groups of a piece, told apart by where it stands.
    fn grams_of(&self, index: Option<usize>, side: u32) -> Vec<u32> {
        let grams = index.and_then(|index| self.grams.get(index));
        let grams = grams.map(Vec::as_slice).unwrap_or_default();
        work::steps(grams.len());
        match side {
            0 => grams.to_vec(),
            side => grams.iter().map(|gram| mix(*gram, side)).collect(),
        }
    }

    /// Gives the signs around a name, and what kind of piece it stands in.
    fn signs(
        &self,
        piece: &Piece<'_>,
        wanted: Wanted,
        name: Option<Name>,
        is_quoted: bool,
    ) -> Vec<u32> {
        let first = self.text.place(piece.from);
        let last = self.text.place(piece.to.saturating_sub(1));
        let letters = last.letter.saturating_sub(first.letter);
        let length = number_of(LENGTHS.iter().filter(|length| letters > **length).count());
        let kind = name.map_or(0, |name| 2 - u32::from(name.is_hint));
        let question = u32::from(self.text.is_question(first.sentence));
        let place = Wanted::ALL.iter().position(|one| *one == wanted).unwrap_or_default();
        let mut features = vec![
            mix(begin(60), length * 8 + kind),
            mix(begin(61), question * 8 + kind),
            mix(begin(62), u32::from(is_quoted) * 8 + kind),
            mix(begin(63), number_of(place) * 8 + kind),
            mix(begin(64), number_of(piece.names.len().min(4))),
        ];
        if let Some(name) = name {
            let (from, to) = (name.found.start, name.found.end);
            let before = self.source.get(..self.text.source_start(from)).unwrap_or_default();
            let behind = self.source.get(self.text.source_end(to)..).unwrap_or_default();
            let (before, behind) = (sign(before.chars().rev()), sign(behind.chars()));
            let lost = name.is_hint && !self.topics.include(wanted);
            features.extend([
                mix(begin(65), before),
                mix(begin(66), behind),
                mix(mix(begin(67), before), behind),
                mix(begin(71), u32::from(lost)),
            ]);
        }
        features
    }
}

fn pieces<'a>(text: &Squeezed, cues: &'a [Found]) -> Vec<Piece<'a>> {
    let mut rest = cues;
    let piece = |(from, to): (usize, usize)| {
        let (cues, behind) = rest.split_at(rest.partition_point(|found| found.start < to));
        rest = behind;
        let guess = cues.iter().find_map(|found| match found.cue {
            Cue::Whole(wanted) | Cue::Question(wanted) => Some(wanted),
            _ => None,
        });
        Piece { from, to, cues, names: names(cues), guess }
    };
    text.pieces().into_iter().map(piece).collect()
}

/// Gives the names of secrets among the cues, of two that overlap the first.
fn names(cues: &[Found]) -> Vec<(Wanted, Name)> {
    let mut names: Vec<(Wanted, Name)> = Vec::new();
    for found in cues {
        work::steps(1);
        let free = names.last().is_none_or(|(_, last)| last.found.end <= found.start);
        let (wanted, is_hint) = match found.cue {
            Cue::Secret(wanted) => (wanted, false),
            Cue::Hint(wanted) => (wanted, true),
            _ => continue,
        };
        names.extend(free.then_some((wanted, Name { found: *found, is_hint })));
    }
    names
}
