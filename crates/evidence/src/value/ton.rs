//! Addresses of TON that are not written as they should be. Their letters are those of base64 for addresses of the web, and other
//! tokens end at the hyphens and underscores among them.

use crate::address::{diagnose, exact, ton};
use crate::encoding::base64::is_base64;
use crate::lexer::{Buffer, Token, fold, is_invisible};
use crate::lookalike::latin;
use crate::network::{Network, Networks};
use crate::problem::Problem;
use crate::scan::Scanner;
use crate::value::{Cut, MOST_PIECES, WIDEST_BREAK};

pub(super) const TON: Networks = Networks::from_slice(&[Network::Ton, Network::TonTestnet]);
const WHOLE: usize = 48;
/// More characters than this are another text.
const LONGEST: usize = 54;
/// A shorter first piece is a word with two odd letters.
const SHORTEST_PIECE: usize = 8;

/// Characters of such an address in a row, as they were meant.
struct Run {
    letters: Buffer,
    end: usize,
    /// The first thing that was odd about the writing.
    odd: Option<Problem>,
}

impl Run {
    fn new(start: usize) -> Self {
        Self { letters: Buffer::new(), end: start, odd: None }
    }

    /// Takes in what stands at this place, up to the first character that is none of an address; tells whether there was any.
    fn take(&mut self, text: &str, start: usize) -> bool {
        let before = self.letters.len();
        let (mut at, mut hidden) = (start, false);
        for c in text.get(start..).unwrap_or_default().chars() {
            at += c.len_utf8();
            if is_invisible(c) {
                hidden = true;
                continue;
            }
            let twin = latin(c);
            let byte = fold(c).or(twin).filter(|byte| is_base64(*byte) && !b"+/".contains(byte));
            let Some(byte) = byte.filter(|_| self.letters.len() <= LONGEST) else { break };
            let position = self.letters.len();
            let look_alike = twin.filter(|_| !c.is_ascii()).map(|meant| Problem::LookAlike {
                position,
                found: c,
                meant: char::from(meant),
            });
            let wide = (!c.is_ascii()).then_some(Problem::FullWidth);
            let unseen = (hidden && position > before).then_some(Problem::Invisible);
            self.odd = self.odd.take().or(look_alike).or(unseen).or(wide);
            self.letters.push(byte);
            self.end = at;
            hidden = false;
        }
        self.letters.len() > before
    }

    fn is_whole(&self) -> bool {
        self.letters.len() == WHOLE
            && exact(self.letters.as_str())
                .is_some_and(|it| !it.networks.intersection(TON).is_empty())
    }
}

/// Tells whether a token stands in the middle of a longer run of such characters, as keys of files and sessions are. What was
/// taken for something else before it is a part of that run too.
pub(super) fn is_inside(scanner: &Scanner<'_>, token: Token) -> bool {
    let before = scanner.text.as_bytes().get(..token.start).unwrap_or_default();
    matches!(before, [.., letter, b'-' | b'_'] if letter.is_ascii_alphanumeric())
}

/// Where it begins: at the token, or at the letter of another script before it that looks like the first one.
fn begun(scanner: &Scanner<'_>, token: Token) -> usize {
    let before = scanner.text.get(scanner.taken()..token.start).unwrap_or_default();
    let first = scanner.text.as_bytes().get(token.start);
    let is_twin = |c: &char| latin(*c) == Some(b'E') && matches!(first, Some(b'Q' | b'f'));
    token.start - before.chars().next_back().filter(is_twin).map_or(0, char::len_utf8)
}

/// Reads what begins like an address of TON and is none as it stands.
pub(super) fn read(scanner: &Scanner<'_>, token: Token) -> Option<Cut> {
    let start = begun(scanner, token);
    let source = scanner.text.get(start..)?;
    let is_plain = source.as_bytes().iter().take(2).all(u8::is_ascii);
    if is_plain && !ton::has_flags(source) || is_inside(scanner, token) {
        return None;
    }
    let mut run = Run::new(start);
    run.take(scanner.text, start);
    if run.letters.len() < SHORTEST_PIECE || !ton::has_flags(run.letters.as_str()) {
        return None;
    }
    if run.letters.len() < WHOLE
        && let Some(cut) = joined(scanner.text, start, run.end)
    {
        return Some(cut);
    }
    let value = run.letters.as_str();
    let found = if run.is_whole() {
        let found = exact(value)?;
        match found.problem.clone().or(run.odd.clone()) {
            Some(odd) => found.with_problem(odd),
            None => found,
        }
    } else if matches!(run.odd, Some(Problem::LookAlike { .. })) {
        return None;
    } else {
        diagnose(value, &scanner.ask(start))?
    };
    let is_own = !found.networks.intersection(TON).is_empty();
    is_own.then(|| (start, run.end, value.to_owned(), found))
}

/// Takes spaces and line breaks out, until what is left is whole.
fn joined(text: &str, start: usize, first_end: usize) -> Option<Cut> {
    let mut run = Run::new(start);
    run.take(text, start);
    let (mut end, mut breaks_line) = (first_end, false);
    for _ in 1..MOST_PIECES {
        let behind = text.get(end..)?;
        let gap = behind.find(|c: char| !c.is_whitespace())?;
        let white = behind.get(..gap)?;
        if white.is_empty() || white.chars().count() > WIDEST_BREAK {
            return None;
        }
        breaks_line |= white.contains(['\n', '\r']);
        if !run.take(text, end + gap) || run.letters.len() > WHOLE {
            return None;
        }
        end = run.end;
        if run.is_whole() {
            let found = exact(run.letters.as_str())?;
            let problem = if breaks_line { Problem::LineBreak } else { Problem::Spaces };
            let problem = found.problem.clone().or(run.odd.take()).unwrap_or(problem);
            return Some((
                start,
                end,
                run.letters.as_str().to_owned(),
                found.with_problem(problem),
            ));
        }
    }
    None
}
