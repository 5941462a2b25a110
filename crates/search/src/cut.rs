//! The analysers as the engine wants them.

use tantivy::tokenizer::{TokenStream, Tokenizer};

use crate::hash::Sum;
use crate::stem::Latin;
use crate::token::{Kind, Token, tokens};

/// What an analyser makes of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cut {
    /// Words with their accents: in Vietnamese they are most of the meaning.
    Word,
    /// Stems of words, without accents.
    Stem(Latin),
    /// Two neighbouring letters of scripts without spaces.
    Gram,
    /// Four neighbouring letters inside of a word: endings, compounds and slips of the fingers.
    Piece,
    /// Stems of two neighbouring words.
    Pair(Latin),
    /// Everything that a ticket is found by, in one field: words, stems and grams, told apart by their first letter.
    Ticket(Latin),
}

/// Letters of a piece of a word.
const PIECE: usize = 4;

impl Cut {
    /// The name under which the engine knows the analyser.
    pub fn name(self) -> String {
        match self {
            Self::Word => "word".to_owned(),
            Self::Gram => "gram".to_owned(),
            Self::Piece => "piece".to_owned(),
            Self::Stem(latin) => format!("stem-{latin:?}"),
            Self::Pair(latin) => format!("pair-{latin:?}"),
            Self::Ticket(latin) => format!("ticket-{latin:?}"),
        }
    }

    /// The terms of a text, each with its position.
    pub fn terms(self, text: &str) -> Vec<(usize, String)> {
        let tokens = tokens(text);
        let words = || tokens.iter().filter(|token| token.kind == Kind::Word);
        match self {
            Self::Word => words().map(|token| token.exact.clone()).enumerate().collect(),
            Self::Stem(latin) => words().map(|token| token.stem(latin)).enumerate().collect(),
            Self::Gram => {
                let grams = tokens.iter().filter(|token| token.kind != Kind::Word);
                grams.map(|token| token.plain.clone()).enumerate().collect()
            }
            Self::Piece => words().flat_map(|token| pieces(&token.plain)).enumerate().collect(),
            Self::Pair(latin) => {
                let stems: Vec<String> = words().map(|token| token.stem(latin)).collect();
                pairs(&stems).into_iter().enumerate().collect()
            }
            Self::Ticket(latin) => ticket_terms(&tokens, latin, last_term),
        }
    }
}

/// What [`Cut::Ticket`] makes of tokens, with what the term of the last letter of a run is.
pub(crate) fn ticket_terms(
    tokens: &[Token],
    latin: Latin,
    last_term: fn(&str) -> String,
) -> Vec<(usize, String)> {
    let mut terms = Vec::with_capacity(tokens.len() * 2);
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Word => {
                terms.push((at, word_term(&token.plain)));
                terms.push((at, stem_term(&token.stem(latin))));
            }
            Kind::Single => terms.push((at, gram_term(&token.plain))),
            Kind::Gram => {
                terms.push((at, gram_term(&token.plain)));
                let last = last_letter(token, tokens.get(at + 1));
                terms.extend(last.map(|last| (at, last_term(&last))));
            }
        }
    }
    terms
}

/// A token as it was typed, in [`Cut::Ticket`].
pub(crate) fn typed_term(token: &Token) -> String {
    match token.kind {
        Kind::Word => word_term(&token.plain),
        Kind::Gram | Kind::Single => gram_term(&token.plain),
    }
}

/// How many terms neighbours may make. A vocabulary of pairs would be larger than that of words by far; so many keep it
/// small, and two pairs that share a term cost a look at the places, no more.
const NEIGHBOUR_BITS: u32 = 18;

/// The term of two neighbouring tokens of a ticket: what has it may have them side by side, what has it not does not.
///
/// The number is part of what lies on disk: whoever changes it changes the name of the field.
pub(crate) fn neighbour_term(one: &str, other: &str) -> String {
    // No term has a line break in it.
    let mut sum = Sum::default();
    for part in [one, "\n", other] {
        sum.add(part.as_bytes());
    }
    let hash = sum.0;
    let folded = (hash ^ (hash >> NEIGHBOUR_BITS) ^ (hash >> (2 * NEIGHBOUR_BITS)))
        & ((1 << NEIGHBOUR_BITS) - 1);
    format!("{folded:05x}")
}

/// The terms of all neighbours. The last letter of a run is one too, of what follows it.
pub(crate) fn neighbours(tokens: &[Token]) -> Vec<String> {
    let typed: Vec<String> = tokens.iter().map(typed_term).collect();
    let mut terms = Vec::with_capacity(tokens.len());
    let both = tokens.iter().zip(&typed);
    for ((token, one), (next, other)) in both.clone().zip(both.skip(1)) {
        terms.push(neighbour_term(one, other));
        let last = last_letter(token, Some(next));
        terms.extend(last.map(|last| neighbour_term(&gram_term(&last), other)));
    }
    terms
}

/// The last letter of a run, which begins no gram and is looked for alone too.
fn last_letter(token: &Token, next: Option<&Token>) -> Option<String> {
    let is_last = token.kind == Kind::Gram && next.is_none_or(|next| next.run != token.run);
    is_last.then(|| token.plain.chars().skip(1).collect())
}

/// The term of the last letter of a run: another one than that of a letter alone, or a letter would stand where a gram does.
pub(crate) fn last_term(letter: &str) -> String {
    format!("l{letter}")
}

/// The term of a word in [`Cut::Ticket`].
pub(crate) fn word_term(plain: &str) -> String {
    format!("w{plain}")
}

/// The term of a stem in [`Cut::Ticket`].
pub(crate) fn stem_term(stem: &str) -> String {
    format!("s{stem}")
}

/// The term of a gram in [`Cut::Ticket`].
pub(crate) fn gram_term(plain: &str) -> String {
    format!("g{plain}")
}

/// The pieces of a word, with a mark at its ends; a short word is one piece.
pub(crate) fn pieces(plain: &str) -> Vec<String> {
    let mut letters: Vec<char> = Vec::with_capacity(plain.len() + 2);
    letters.push('_');
    letters.extend(plain.chars().take(40));
    letters.push('_');
    if letters.len() <= PIECE {
        return vec![letters.into_iter().collect()];
    }
    letters.windows(PIECE).map(|piece| piece.iter().collect()).collect()
}

/// Neighbours, joined.
pub(crate) fn pairs(stems: &[String]) -> Vec<String> {
    let join = |pair: &[String]| pair.join(" ");
    stems.windows(2).map(join).collect()
}

impl Tokenizer for Cut {
    type TokenStream<'a> = Terms;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms {
        Terms { terms: self.terms(text).into_iter(), token: tantivy::tokenizer::Token::default() }
    }
}

/// Terms on their way into the engine. Places in the text are not kept: snippets are cut from the text itself.
pub(crate) struct Terms {
    terms: std::vec::IntoIter<(usize, String)>,
    token: tantivy::tokenizer::Token,
}

impl TokenStream for Terms {
    fn advance(&mut self) -> bool {
        let Some((position, text)) = self.terms.next() else { return false };
        self.token.position = position;
        self.token.text = text;
        true
    }

    fn token(&self) -> &tantivy::tokenizer::Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut tantivy::tokenizer::Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_analyser_has_its_terms() {
        let of = |cut: Cut, text: &str| -> Vec<String> {
            cut.terms(text).into_iter().map(|(_, term)| term).collect()
        };
        assert_eq!(of(Cut::Word, "Rút tiền 充值"), ["rút", "tiền"]);
        assert_eq!(of(Cut::Stem(Latin::Vietnamese), "Rút tiền"), ["rut", "tien"]);
        assert_eq!(of(Cut::Gram, "BTC充值中"), ["充值", "值中"]);
        assert_eq!(
            of(Cut::Pair(Latin::English), "wrong networks now"),
            ["wrong network", "network now"]
        );
        assert_eq!(of(Cut::Piece, "memo"), ["_mem", "memo", "emo_"]);
        assert_eq!(
            of(Cut::Ticket(Latin::English), "sent 提币"),
            ["wsent", "ssent", "g提币", "l币"]
        );
    }

    #[test]
    fn neighbours_have_the_terms_that_lie_on_disk() {
        let of = |text: &str| neighbours(&tokens(text));
        assert_eq!(of("ＢＴＣ 提幣").len(), 1);
        assert_eq!(
            of("提幣 BTC"),
            [neighbour_term("g提币", "wbtc"), neighbour_term("g币", "wbtc")]
        );
        assert_eq!(of("ＢＴＣ 提幣"), of("btc提币"));
        assert_ne!(of("not arrived"), of("arrived not"));
        assert_eq!(of("未到账"), [neighbour_term("g未到", "g到账")]);
        assert_eq!(of("coin"), [""; 0]);
        // Whoever changes these makes every index on disk wrong: give the field another name.
        assert_eq!(neighbour_term("wnot", "warrived"), "2da0f");
    }
}
