//! A warning and then a "but": "nobody may have it, but I am your own agent, so feel free to send it to me".
//!
//! What stands behind the "but" is read as a sentence of its own, so that a warning does not excuse the request that
//! follows it. Where that names no secret, it may mean the one of the warning, if it puts the reader at ease.

use super::Ask;
use super::cue::{Act, Cue};
use super::judge::{Judge, Open};
use super::search::Found;
use super::squeeze::Squeezed;
use super::work;

/// How near a negation stands to the word of warning that it denies, before or behind: "no stranger", "yabancı değilim".
const REACH_OF_DENIAL: usize = 12;
/// How many letters a pronoun has that stands behind its verb by itself: "присылайте её мне".
const PRONOUN: usize = 3;

/// Parts the cues of a sentence at the "but" behind its warning; with `warned`, the warning may stand in the sentence
/// before. The second part comes without the words of warning that it denies.
pub(super) fn parted<'a>(
    text: &Squeezed,
    cues: &'a [Found],
    warned: bool,
) -> (&'a [Found], Option<Vec<Found>>) {
    work::steps(cues.len());
    let mut warned = warned;
    for (index, found) in cues.iter().enumerate() {
        match found.cue {
            Cue::Warning => warned = true,
            Cue::But if warned => {
                let (before, behind) = cues.split_at(index);
                return match undenied(text, behind) {
                    Some(behind) => (before, Some(behind)),
                    None => (cues, None),
                };
            }
            _ => {}
        }
    }
    (cues, None)
}

/// Leaves out the words of warning that are denied; `None` when one is meant.
fn undenied(text: &Squeezed, cues: &[Found]) -> Option<Vec<Found>> {
    let letter = |at: usize| text.place(at).letter;
    work::steps(cues.len());
    let mut kept = Vec::with_capacity(cues.len());
    for (index, found) in cues.iter().enumerate() {
        if found.cue != Cue::Warning {
            kept.push(*found);
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| cues.get(before));
        let denies = |other: &&Found| {
            let (first, second) =
                if other.start < found.start { (*other, found) } else { (found, *other) };
            other.cue == Cue::Not
                && letter(second.start).saturating_sub(letter(first.end.saturating_sub(1)))
                    <= REACH_OF_DENIAL
        };
        before.filter(denies).or_else(|| cues.get(index + 1).filter(denies))?;
    }
    Some(kept)
}

impl Judge<'_> {
    /// "So feel free to send it to me": what this part asks for, if the warning before it named a secret.
    pub(super) fn asked_in_spite(&self, warned: Open) -> Option<Ask> {
        let at_ease = self.polite && !self.place;
        let mut cues = self.sentence.cues.iter().enumerate();
        let (_, verb) = cues.find(|(index, found)| {
            work::steps(1);
            let Cue::Verb(Act::Hand, side) = found.cue else { return false };
            let taken = self.sentence.around(*index).take_before;
            let taken = taken.and_then(|take| self.sentence.cue(take));
            let points = if self.is_unspaced(**found) {
                // What 把 names before the verb is handed over, and not the secret.
                taken.is_none_or(|take| !self.sentence.same_clause(take, **found))
            } else {
                self.names_it(side, **found) || self.sentence.bare_rest(*index) <= PRONOUN
            };
            // In many languages the verb itself says to whom: "mándemela".
            let to_us = self.here || self.names_it(side, **found);
            to_us && points && !self.is_negated(*index, **found)
        })?;
        at_ease.then(|| self.ask_for(warned, *verb))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Wanted, asks};

    fn wanted(text: &str) -> Vec<Wanted> {
        asks(text).into_iter().map(|ask| ask.wanted).collect()
    }

    #[test]
    fn a_warning_does_not_excuse_the_request_behind_it() {
        for text in [
            "Never share your password with strangers, but please tell me your password.",
            "Never give your password to strangers. But I am your own agent, so feel free to send it to me.",
            "密码不能给陌生人。不过我是您的专员，您放心发给我。",
            "Посторонним пароль не показывают. Но я ваш специалист, смело присылайте его мне.",
            "La contraseña no se enseña a desconocidos. Pero yo no soy un desconocido, mándemela con toda tranquilidad.",
            "Parola kimseye verilmez. Ama ben size atanan uzmanım, gönül rahatlığıyla bana gönderin.",
        ] {
            assert_eq!(wanted(text), [Wanted::Password], "{text}");
        }
    }

    #[test]
    fn a_warning_with_another_wish_behind_it_is_one() {
        for text in [
            "Never share your password. But please send us the hash here.",
            "We will never ask for your password, but please do tell us your UID.",
            "请勿把密码告诉任何人，但请放心把交易哈希发给我们。",
            "Never share your password, but beware of strangers who say: send it to me.",
        ] {
            assert_eq!(wanted(text), [], "{text}");
        }
    }
}
