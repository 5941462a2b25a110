/// How much each part of a match counts. [`Ranking::default`] is what was tuned on one half of the questions in
/// `profiles/coinex/search-eval`; docs/search.md says how, and what each part gains.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// A match in the title, beside one of the body that counts 1.
    pub title: f32,
    /// A match in a heading or a tag.
    pub heads: f32,
    /// A match in another word for what the article is about: a form of the glossary.
    pub forms: f32,
    /// The stem of a word, beside the word as it was typed, which counts 1. The better of the two counts, and a part of the other.
    pub stem: f32,
    /// Pieces of words.
    pub piece: f32,
    /// Two words that stand together.
    pub pair: f32,
    /// Two letters of a script without spaces.
    pub gram: f32,
    /// Of that a pair of hiragana, which Japanese makes its endings of; a pair with one of them counts in between.
    pub endings: f32,
    /// Another word for the same thing.
    pub synonym: f32,
    /// A word that is one typing error away; two errors count the square of it.
    pub slip: f32,
    /// A word that begins with what was typed last.
    pub prefix: f32,
    /// A word of those that questions are made of, where not only such words were typed.
    pub stop: f32,
    /// What the less telling of two readings of one word adds.
    pub tie: f32,
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            title: 1.0,
            heads: 1.5,
            forms: 1.0,
            stem: 0.5,
            piece: 0.15,
            pair: 0.8,
            gram: 0.7,
            endings: 0.25,
            synonym: 0.4,
            slip: 0.7,
            prefix: 0.5,
            stop: 0.1,
            tie: 0.0,
        }
    }
}
