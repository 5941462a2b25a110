//! Words and grams of a text.

use crate::fold::{Class, Letter, is_hiragana, letters};
use crate::stem::{Latin, stem};

/// Longer words are cut: no hash is longer, and what is longer is no word.
const WORD_LETTERS: usize = 128;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A word between spaces or marks.
    Word,
    /// Two neighbouring letters of a script without spaces, or of Hangul.
    Gram,
    /// A letter of such a script that stands alone.
    Single,
}

/// A token with the bytes of the text that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: Kind,
    /// Without width and case.
    pub exact: String,
    /// Without accents too.
    pub plain: String,
    pub start: usize,
    pub end: usize,
    /// How many of the letters of a gram are hiragana: a gram of endings tells little.
    pub endings: u8,
    /// Its first letter in the list of letters.
    pub letter: usize,
    /// Whether it follows the token before it without anything but one break between words.
    pub run: usize,
}

impl Token {
    pub fn stem(&self, latin: Latin) -> String {
        match self.kind {
            Kind::Word => stem(&self.exact, &self.plain, latin),
            Kind::Gram | Kind::Single => self.plain.clone(),
        }
    }
}

/// Cuts a text into tokens, in its order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    tokens_of(&letters(text))
}

/// The same of letters that were read already.
pub(crate) fn tokens_of(letters: &[Letter]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut from = 0;
    for (run, piece) in letters.chunk_by(|a, b| a.class == b.class).enumerate() {
        match piece.first().map(|letter| letter.class) {
            Some(Class::Word) => words(&mut tokens, piece, from, run),
            Some(Class::Ideograph | Class::Hangul | Class::Thai) => {
                grams(&mut tokens, piece, from, run);
            }
            Some(Class::Other) | None => {}
        }
        from += piece.len();
    }
    tokens
}

/// Letters of another script are another word: `usdt充值` was two already, `BTCбиржа` becomes two here.
fn words(tokens: &mut Vec<Token>, run: &[Letter], from: usize, number: usize) {
    let script = |letter: &Letter| match letter.exact {
        '\u{0400}'..='\u{052f}' => 1,
        '\u{0600}'..='\u{06ff}' => 2,
        c if c.is_numeric() => 0,
        _ => 3,
    };
    let same = |a: &Letter, b: &Letter| {
        let (a, b) = (script(a), script(b));
        a == b || a == 0 || b == 0
    };
    let mut at = from;
    for word in run.chunk_by(same) {
        let cut = word.get(..WORD_LETTERS).unwrap_or(word);
        tokens.push(token(Kind::Word, cut, at, number));
        at += word.len();
    }
}

fn grams(tokens: &mut Vec<Token>, run: &[Letter], from: usize, number: usize) {
    if run.len() == 1 {
        tokens.push(token(Kind::Single, run, from, number));
        return;
    }
    for (at, pair) in run.windows(2).enumerate() {
        let endings = pair.iter().map(|letter| u8::from(is_hiragana(letter.exact))).sum();
        tokens.push(Token { endings, ..token(Kind::Gram, pair, from + at, number) });
    }
}

fn token(kind: Kind, letters: &[Letter], letter: usize, run: usize) -> Token {
    Token {
        kind,
        exact: letters.iter().map(|letter| letter.exact).collect(),
        plain: letters.iter().map(|letter| letter.plain).collect(),
        start: letters.first().map_or(0, |letter| letter.start),
        end: letters.last().map_or(0, |letter| letter.end),
        endings: 0,
        letter,
        run,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.plain).collect()
    }

    #[test]
    fn words_and_grams_stand_in_their_order() {
        assert_eq!(read("BTC充值未到"), ["btc", "充值", "值未", "未到"]);
        assert_eq!(read("USDT 提幣"), ["usdt", "提币"]);
        assert_eq!(read("can't ERC-20 erc20"), ["can", "t", "erc", "20", "erc20"]);
        assert_eq!(read("출금이 안돼요"), ["출금", "금이", "안돼", "돼요"]);
        assert_eq!(read("值"), ["值"]);
        assert_eq!(read("?!…"), [""; 0]);
        assert_eq!(read("BTCбиржа"), ["btc", "биржа"]);
        assert_eq!(read("ถอนเงิน").len(), 6);
    }

    #[test]
    fn tokens_know_where_they_stand() {
        let text = "Ａ提币 é";
        let places: Vec<_> = tokens(text).into_iter().map(|t| text.get(t.start..t.end)).collect();
        assert_eq!(places, [Some("Ａ"), Some("提币"), Some("é")]);
    }
}
