//! What asks without a verb that governs the secret: by what we lack, by a question mark, by the sentence as a whole.
//!
//! These rules read a sentence more loosely than `judge` does, and therefore only one in which nothing speaks against it.

use super::cue::{Act, Cue};
use super::judge::{Judge, Open};
use super::search::Found;

/// How many letters besides the secret a sentence has that is only its name: "Your trading password, please."
const BARE: usize = 6;
/// The same, where a letter is a syllable or a word.
const BARE_UNSPACED: usize = 3;
/// How far before a wish a negation stands that is meant: "we do *not* lack".
const REACH_OF_NOT: usize = 6;
/// How far "no" stands before the secret it denies.
const REACH_OF_DENIAL: usize = 12;
/// How far a wish that points back may be from the start of its sentence: "*that is* what we are missing".
const LEAD_OF_WISH: usize = 24;

impl Judge<'_> {
    /// Tells whether a secret is asked for that no verb asks for, and gives the word that does it.
    pub(super) fn loosely_asked(
        &self,
        index: usize,
        secret: Found,
        governor: Option<(usize, Found)>,
    ) -> Option<Found> {
        if self.refuses || self.is_denied_here(index, secret) || self.place && !self.here {
            return None;
        }
        let wish = self.wish(index, secret, governor);
        wish.or_else(|| self.is_bare(governor).then_some(secret))
            .or_else(|| self.is_in_a_request(governor).then_some(secret))
    }

    /// Finds the wish nearest to a secret, unless a verb stands nearer that is the customer's own affair.
    fn wish(&self, index: usize, secret: Found, governor: Option<(usize, Found)>) -> Option<Found> {
        let around = self.sentence.around(index);
        let wishes = [around.wish_before, around.wish_after].into_iter().flatten();
        let wishes = wishes.filter(|wish| !self.is_not_wished(*wish));
        let wishes = wishes.filter_map(|wish| self.sentence.cue(wish));
        let wish = wishes.min_by_key(|wish| self.sentence.distance(*wish, secret))?;
        let nearer = governor.is_some_and(|(verb, by)| {
            matches!(self.sentence.verb(verb), Some((Act::Own | Act::Have, _)))
                && self.sentence.same_clause(by, secret)
                && self.sentence.distance(by, secret) < self.sentence.distance(wish, secret)
        });
        (!nearer && (self.here || !self.away)).then_some(wish)
    }

    fn is_not_wished(&self, wish: usize) -> bool {
        let not = self.sentence.around(wish).not_before.and_then(|not| self.sentence.cue(not));
        let wish = self.sentence.cue(wish);
        not.zip(wish).is_some_and(|(not, wish)| {
            not.cue == Cue::Not
                && self.sentence.same_clause(not, wish)
                && self.sentence.distance(not, wish) <= REACH_OF_NOT
        })
    }

    fn is_denied_here(&self, index: usize, secret: Found) -> bool {
        let not = self.sentence.around(index).not_before.and_then(|not| self.sentence.cue(not));
        not.is_some_and(|not| {
            not.cue == Cue::Not
                && self.sentence.same_clause(not, secret)
                && self.sentence.distance(not, secret) <= REACH_OF_DENIAL
        })
    }

    /// "Your password?", "The code, please."
    fn is_bare(&self, governor: Option<(usize, Found)>) -> bool {
        let (questions, polite) = (self.is_question(), self.polite);
        governor.is_none()
            && !self.verbs
            && !self.negates
            && (questions || polite)
            && self.letters_of_others <= self.most_of_others()
    }

    fn most_of_others(&self) -> usize {
        let unspaced = self.sentence.cues.first().is_some_and(|cue| self.is_unspaced(*cue));
        if unspaced { BARE_UNSPACED } else { BARE }
    }

    /// "The password … send": somewhere in the sentence something is handed over, and nothing in it speaks against it.
    fn is_in_a_request(&self, governor: Option<(usize, Found)>) -> bool {
        let free = match governor.and_then(|(verb, _)| self.sentence.verb(verb)) {
            None => true,
            Some((act, _)) => matches!(act, Act::Hand | Act::Fill | Act::Require),
        };
        free && self.hands
            && !self.owns
            && !self.negates
            && !self.place
            && !self.away
            && !self.of_others
    }

    /// "That was a code. *It is all that we are missing*": the wish means what the sentence before named.
    pub(super) fn wished_from(&self, open: Open) -> Option<Found> {
        let mut cues = self.sentence.cues.iter().enumerate();
        let (index, wish) = cues.find(|(_, found)| found.cue == Cue::Wish)?;
        let near = self.sentence.lead(index) <= LEAD_OF_WISH
            && self.sentence.rest_of_clause(*wish) <= LEAD_OF_WISH;
        let asked = near && !open.doubtful && !self.refuses && !self.is_not_wished(index);
        asked.then_some(*wish)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Wanted, asks};

    fn wanted(text: &str) -> Vec<Wanted> {
        asks(text).into_iter().map(|ask| ask.wanted).collect()
    }

    #[test]
    fn what_we_lack_is_asked_for() {
        for text in [
            "All that is missing is your password.",
            "现在只差您的密码。",
            "あとはパスワードさえいただければ進められます。",
            "비밀번호만 있으면 바로 처리됩니다.",
            "Не хватает только пароля.",
            "Solo nos falta su contraseña.",
            "Geriye sadece şifreniz kaldı.",
            "Chỉ còn thiếu mật khẩu của bạn.",
            "لم يبق إلا كلمة المرور.",
        ] {
            assert_eq!(wanted(text), [Wanted::Password], "{text}");
        }
    }

    #[test]
    fn what_nobody_lacks_is_not() {
        for text in [
            "All that is missing is the hash; we do not need your password.",
            "Once we have the hash, change your password.",
            "只差交易哈希，密码不用提供。",
        ] {
            assert_eq!(wanted(text), [], "{text}");
        }
    }

    #[test]
    fn a_name_alone_is_a_question() {
        for text in ["Your password?", "Password, please.", "密码？", "비밀번호요?", "Пароль?"]
        {
            assert_eq!(wanted(text), [Wanted::Password], "{text}");
        }
        for text in ["Did you lose your password?", "Who else knows the password?", "Password."] {
            assert_eq!(wanted(text), [], "{text}");
        }
    }

    #[test]
    fn a_list_behind_a_colon_is_asked_for_as_a_whole() {
        let text = "Please provide: the address of the wallet and the hash of the transfer, the name of the bank, the \
                    password of the account.";
        assert_eq!(wanted(text), [Wanted::Password]);
        let text = "Please provide: the address, the hash, the name of the bank. Keep the password to yourself.";
        assert_eq!(wanted(text), []);
    }
}
