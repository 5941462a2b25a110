//! Terms of the glossary that a translation calls something else than the glossary does.
//!
//! It is told to whoever translates, and refuses nothing: a language that bends its words has more forms than anybody lists, and a
//! sentence may do without the word.

use proofdesk_locale::Locale;
use proofdesk_store::Rx;

use super::fill::{Token, tokens};
use super::{Version, view};
use crate::error::{OrNotFound as _, Result};
use crate::glossary::{Glossary, Term, folded};
use crate::id::ArticleId;
use crate::viewer::Viewer;

/// A term of which the source speaks, and which does not stand in the translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unkept {
    /// The term's slug.
    pub slug: String,
    /// What the source calls it.
    pub source: String,
    /// What the glossary calls it in the language of the translation.
    pub term: String,
}

/// A text that is compared.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    pub lang: Locale,
    pub title: &'a str,
    pub summary: &'a str,
    /// Rendered, with the names of references in it.
    pub html: &'a str,
}

impl Compared<'_> {
    /// Its words, without references and where links lead.
    fn words(&self) -> String {
        let mut words = format!("{}\n{}\n", self.title, self.summary);
        for token in tokens(self.html) {
            match token {
                Token::Text(text) => without_references(text, &mut words),
                // These stand within a line.
                Token::Open { .. } | Token::Close { tag: "a" | "em" | "strong" | "code", .. } => {}
                Token::Close { .. } => words.push('\n'),
            }
        }
        words
    }
}

fn without_references(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((_, behind)) = after.split_once("}}") else { break };
        out.push_str(before);
        out.push('…');
        rest = behind;
    }
    out.push_str(rest);
}

/// What the source of a translation says by a term of the glossary and the translation does not, by slug. A term that the glossary
/// does not have in the language of the translation is not asked for, and a bent or compounded form that begins or ends otherwise
/// counts: what is meant is whether the word is there at all.
pub fn unkept(terms: &[Term], source: &Compared<'_>, translation: &Compared<'_>) -> Vec<Unkept> {
    let mentioned = Glossary::new(terms, source.lang).mentions(&source.words());
    let words = folded(&translation.words());
    let mut unkept = Vec::new();
    for term in terms {
        let own = term.texts.get(&translation.lang);
        let (Some(said), Some(own)) = (mentioned.get(&term.slug), own) else { continue };
        let mut forms = own.forms.iter().chain([&own.term]);
        if !forms.any(|form| form.chars().count() > 1 && words.contains(&folded(form))) {
            let (slug, source, term) = (term.slug.clone(), said.clone(), own.term.clone());
            unkept.push(Unkept { slug, source, term });
        }
    }
    unkept
}

/// What a translation of an article into a language is made from now, and its language; `None` of the first language itself, and
/// where nothing can be translated yet.
///
/// # Errors
/// `not-found` for an article that the viewer does not see.
pub async fn source(
    rx: &Rx<'_>,
    viewer: &Viewer,
    id: ArticleId,
    lang: Locale,
) -> Result<Option<(Locale, Version)>> {
    let found = view::find(rx, viewer, id).await?.or_not_found()?;
    let first = found.article.lang;
    match found.source() {
        Some(number) if lang != first => {
            Ok(view::version(rx, id, first, number).await?.map(|version| (first, version)))
        }
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::markdown::render;
    use super::*;
    use crate::glossary::TermText;
    use crate::id::{BrandId, GlossaryTermId, Id as _};
    use crate::testing::start;

    fn term(slug: &str, texts: &[(Locale, &str, &[&str])]) -> Term {
        let text = |(lang, term, forms): &(Locale, &str, &[&str])| {
            let forms = forms.iter().map(|form| (*form).to_owned()).collect();
            (*lang, TermText { term: (*term).to_owned(), definition: "…".to_owned(), forms })
        };
        Term {
            id: GlossaryTermId::from_uuid(uuid::Uuid::from_u128(1)),
            brand_id: BrandId::from_uuid(uuid::Uuid::from_u128(2)),
            slug: slug.to_owned(),
            see: Vec::new(),
            texts: texts.iter().map(text).collect::<BTreeMap<_, _>>(),
            created_at: start(),
            updated_at: start(),
            version: 1,
        }
    }

    fn missed(lang: Locale, source: &str, translation: &str) -> Vec<String> {
        let terms = [
            term(
                "withdrawal",
                &[
                    (Locale::En, "withdrawal", &["withdrawals"]),
                    (Locale::Ru, "вывод средств", &["вывод"]),
                    (Locale::ZhHans, "提现", &["提币"]),
                ],
            ),
            term("network", &[(Locale::En, "network", &[]), (Locale::ZhHans, "网络", &[])]),
        ];
        let (source, translation) = (render(source).html, render(translation).html);
        let of = |lang, html| Compared { lang, title: "T", summary: "S", html };
        let found = unkept(&terms, &of(Locale::En, &source), &of(lang, &translation));
        found.into_iter().map(|one| format!("{}: {} {}", one.slug, one.source, one.term)).collect()
    }

    #[test]
    fn a_term_that_the_translation_calls_otherwise_is_named() {
        let told = missed(Locale::ZhHans, "Withdrawals on a **network**.", "在网络上取钱。");
        assert_eq!(told, ["withdrawal: Withdrawals 提现"]);
        assert!(missed(Locale::ZhHans, "A withdrawal.", "一笔提币。").is_empty());
    }

    #[test]
    fn bent_words_count_and_what_the_glossary_does_not_have_is_not_asked_for() {
        assert!(missed(Locale::Ru, "Withdrawals on a network.", "О выводах.").is_empty());
        let told = missed(Locale::Ru, "Withdrawals.", "О том, как забрать деньги.");
        assert_eq!(told, ["withdrawal: Withdrawals вывод средств"]);
    }

    #[test]
    fn names_of_references_and_addresses_mention_nothing() {
        let source =
            "At {{network.TRON.confirmations}}, [here]({{link.article.withdrawal-stuck}}).";
        assert!(missed(Locale::ZhHans, source, "在这里。").is_empty());
    }
}
