//! A text as one word list sees it: sequences of words that nothing interrupts.

use crate::lists::{self, Word};
use crate::script::Script;
use crate::survey::CAPTIONS;
use crate::text::{Gap, Text, Token};

/// A word of the text, whether of the list or not.
pub(super) struct Item {
    pub start: usize,
    pub end: usize,
    pub word: Option<Word>,
    pub gap: Gap,
    /// A full stop, question or exclamation mark stands directly behind it.
    pub ends_sentence: bool,
}

impl Item {
    pub fn known(&self) -> bool {
        self.word.is_some()
    }

    pub fn exact(&self) -> bool {
        self.word.is_some_and(|word| word.exact)
    }
}

pub(super) struct View<'a> {
    pub text: &'a Text<'a>,
    pub list: usize,
}

enum Piece {
    /// The number of a list item, up to three digits, also `1st`, and the words that number things in Chinese,
    /// Japanese and Korean.
    Number,
    Word(Item),
    Other,
}

impl<'a> View<'a> {
    /// Hands each sequence of the words in the script of the list to `judge`.
    pub fn sequences(&self, mut judge: impl FnMut(&[Item])) {
        let mut items = Vec::new();
        let mut numbered = false;
        let tokens = self.text.tokens();
        for (at, token) in tokens.iter().enumerate() {
            match self.piece(token, tokens.get(at + 1).filter(|_| !numbered)) {
                Piece::Number => {
                    if token.gap == Gap::Break {
                        judge(&items);
                        items.clear();
                    }
                    numbered = true;
                }
                Piece::Word(mut item) => {
                    if numbered {
                        item.gap = item.gap.max(Gap::List);
                    }
                    if matches!(item.gap, Gap::Break | Gap::Touch) {
                        judge(&items);
                        items.clear();
                    }
                    items.push(item);
                    numbered = false;
                }
                Piece::Other => {
                    judge(&items);
                    items.clear();
                    numbered = false;
                }
            }
        }
        judge(&items);
    }

    /// Gives the words as the list spells them.
    pub fn words(&self, items: &[Item]) -> Vec<&'static str> {
        let words = items.iter().filter_map(|item| item.word);
        words.map(|word| lists::spelled(self.list, word)).collect()
    }

    /// Tells whether it is the caption of an item that its number follows: "word 3 = …", "palabra 3: …".
    ///
    /// A word of the list is none, as it may be the last of a phrase: "… identify 0: x".
    fn is_caption(&self, token: &Token, core: &str, next: Option<&Token>) -> bool {
        let is_word = || {
            !CAPTIONS.iter().any(|caption| core.eq_ignore_ascii_case(caption))
                && lists::lookup(self.list, core).is_some()
        };
        let is_numbered = next.is_some_and(|next| {
            let number = self.text.get(next.start, next.end);
            number.chars().all(|c| c.is_numeric())
                && number.len() <= 3
                && next.start == token.end + 1
                && self.text.after(next.end).trim_start().starts_with(['=', ':', '：'])
        });
        is_numbered && !is_word()
    }

    /// Tells what a token is. Numbers may be written on to the word: `1abandon`.
    fn piece(&self, token: &Token, next: Option<&Token>) -> Piece {
        let whole = self.text.get(token.start, token.end);
        // Most words are plain ones.
        let is_plain = whole.bytes().all(|byte| byte.is_ascii_alphabetic());
        let numeric = |c: char| !is_plain && c.is_numeric();
        let front = whole.trim_start_matches(numeric);
        let core = front.trim_end_matches(numeric);
        let digits = if is_plain { 0 } else { whole.chars().count() - core.chars().count() };
        if digits > 3 || core.contains(numeric) {
            return Piece::Other;
        }
        let is_ordinal = digits > 0 && matches!(core, "st" | "nd" | "rd" | "th");
        if core.is_empty()
            || is_ordinal
            || self.numbers(token, core)
            || self.is_caption(token, core, next)
            || self.is_numbered_caption(token, core)
        {
            return Piece::Number;
        }
        if token.script != lists::script_of(self.list) {
            return Piece::Other;
        }
        let start = token.end - front.len();
        let gap = if digits > 0 { token.gap.max(Gap::List) } else { token.gap };
        let word = lists::lookup(self.list, core);
        let end = start + core.len();
        let ends_sentence = ends_sentence(self.text.after(end));
        Piece::Word(Item { start, end, word, gap, ends_sentence })
    }

    /// Tells whether it is a caption with its number written on: "w3 = …", "word3: …".
    fn is_numbered_caption(&self, token: &Token, core: &str) -> bool {
        let whole = self.text.get(token.start, token.end);
        whole.starts_with(core)
            && whole.len() > core.len()
            && self.text.after(token.end).trim_start().starts_with(['=', ':', '：'])
    }

    /// Tells whether a token numbers the word of another script behind it: 第1个, 2番目, 3번째.
    fn numbers(&self, token: &Token, core: &str) -> bool {
        let is_own = lists::script_of(self.list) == token.script;
        matches!(token.script, Script::Han | Script::Hangul)
            && !(is_own && (token.script == Script::Han || core.chars().count() > 2))
            && core.chars().all(|c| "第个個号號番目번째一二三四五六七八九十单單词詞".contains(c))
    }
}

fn ends_sentence(after: &str) -> bool {
    after.starts_with(['.', '?', '!', '。', '؟'])
        && after.chars().nth(1).is_none_or(char::is_whitespace)
}
