//! Terms of the glossary that a translation calls something else than the glossary does.
//!
//! It is told to whoever translates, and refuses to be published, unless whoever publishes it says why: a language that bends its
//! words has more forms than anybody lists, and a sentence may do without the word.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::Rx;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::fill::{Token, tokens};
use super::search::unescaped;
use super::view::ArticleSummary;
use super::{Text, Version, view};
use crate::error::{OrNotFound as _, Result};
use crate::glossary::{self, Glossary, Term};
use crate::id::ArticleId;
use crate::viewer::Viewer;

/// Characters of a line of the source that tell where a term stands.
const PLACE_CHARS: usize = 120;
/// How far behind one word of a term the next one may stand: "приватного и торгового ключа".
const REACH: usize = 3;

/// A term of which the source speaks, and which does not stand in the translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unkept {
    /// The term's slug.
    pub slug: String,
    /// What the source calls it.
    pub source: String,
    /// What the glossary calls it in the language of the translation.
    pub term: String,
    /// The beginning of the line of the source in which it stands first.
    pub place: String,
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
                Token::Text(text) => without_references(&unescaped(text), &mut words),
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
/// counts, as does one in another case: what is meant is whether the word is there at all.
pub fn unkept(terms: &[Term], source: &Compared<'_>, translation: &Compared<'_>) -> Vec<Unkept> {
    let glossary = Glossary::new(terms, source.lang);
    let said = source.words();
    let mut mentioned: BTreeMap<String, (String, &str)> = BTreeMap::new();
    for line in said.lines() {
        for (slug, word) in glossary.mentions(line) {
            mentioned.entry(slug).or_insert_with(|| (word, line));
        }
    }
    let words = Said::of(translation);
    let mut unkept = Vec::new();
    for term in terms {
        let own = term.texts.get(&translation.lang);
        let (Some((said, line)), Some(own)) = (mentioned.get(&term.slug), own) else { continue };
        let mut forms = own.forms.iter().chain([&own.term]);
        if !forms.any(|form| words.has(form)) {
            let (slug, source, term) = (term.slug.clone(), said.clone(), own.term.clone());
            let place = beginning(line.trim());
            unkept.push(Unkept { slug, source, term, place });
        }
    }
    unkept
}

/// What a translation says, as forms are looked for in it.
struct Said {
    lang: Locale,
    plain: String,
}

impl Said {
    fn of(translation: &Compared<'_>) -> Self {
        Self { lang: translation.lang, plain: plain(translation.lang, &translation.words()) }
    }

    /// Whether a form stands there, as it is or, in a language that bends its words, with other endings: whoever writes of a
    /// "комиссии" calls it what the glossary calls "комиссия".
    fn has(&self, form: &str) -> bool {
        let form = plain(self.lang, form);
        if form.is_empty() {
            return false;
        }
        self.plain.contains(&form) || self.has_bent(&form)
    }

    fn has_bent(&self, form: &str) -> bool {
        let stem: fn(&str) -> &str = match self.lang {
            Locale::En | Locale::Ru | Locale::Es | Locale::Tr => stem,
            Locale::Ar => |word| stem(without_article(word)),
            Locale::ZhHans | Locale::ZhHant | Locale::Ja | Locale::Ko | Locale::Vi => return false,
        };
        // Arabic writes particles in front of a word too.
        let fits = |word: &str, stem: &str| match self.lang {
            Locale::Ar => word.contains(stem),
            _ => word.starts_with(stem),
        };
        let words: Vec<&str> = parted(&self.plain).collect();
        let stems: Vec<&str> = parted(form).map(stem).collect();
        let Some((first, rest)) = stems.split_first() else { return false };
        words.iter().enumerate().filter(|(_, word)| fits(word, first)).any(|(begin, _)| {
            let mut at = begin;
            rest.iter().all(|stem| {
                let mut near = words.iter().enumerate().skip(at).take(REACH);
                let next = near.find(|(_, word)| fits(word, stem));
                at = next.map_or(at, |(next, _)| next);
                next.is_some()
            })
        })
    }
}

fn parted(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A word without the letters at its end that other forms of it exchange; short ones keep theirs.
fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    let bent = match letters {
        0..=3 => 0,
        4 | 5 => 1,
        _ => 2,
    };
    let end = word.char_indices().nth(letters - bent).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|bare| bare.chars().count() > 2).unwrap_or(word)
}

/// Letters without what is written now so and now otherwise: case, width, marks over letters that are no letter's own, ё, dotless i, alef
/// with and without hamza. Between words stands one space, and none where a language needs none.
fn plain(lang: Locale, text: &str) -> String {
    let letters = text.nfkc().flat_map(char::to_lowercase);
    let letters = letters.filter(|c| !is_combining_mark(*c) && *c != '\u{640}');
    let alike = |c: char| match c {
        'ı' => 'i',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        _ => c,
    };
    let letters: String = letters.map(alike).collect();
    let between = match lang {
        Locale::ZhHans | Locale::ZhHant | Locale::Ja | Locale::Ko => "",
        Locale::En | Locale::Ru | Locale::Es | Locale::Tr | Locale::Vi | Locale::Ar => " ",
    };
    letters.split_whitespace().collect::<Vec<_>>().join(between)
}

fn beginning(line: &str) -> String {
    let mut place: String = line.chars().take(PLACE_CHARS).collect();
    if place.len() < line.len() {
        place.push('…');
    }
    place
}

/// The same of a version that stands ready, held to the version of the source that it was made from: what the source says since
/// is for whoever brings the translation up to date. Nothing of the first language.
pub(super) async fn unkept_by(
    rx: &Rx<'_>,
    found: &ArticleSummary,
    text: &Text,
    version: &Version,
) -> Result<Vec<Unkept>> {
    let (first, id) = (found.article.lang, found.article.id);
    if text.lang == first {
        return Ok(Vec::new());
    }
    let Some(number) = version.source_number.or_else(|| found.source()) else {
        return Ok(Vec::new());
    };
    let Some(source) = view::version(rx, id, first, number).await? else { return Ok(Vec::new()) };
    let terms = glossary::view::list(rx, found.article.brand_id).await?;
    Ok(unkept(&terms, &compared(first, &source), &compared(text.lang, version)))
}

fn compared(lang: Locale, version: &Version) -> Compared<'_> {
    let Version { title, summary, html, .. } = version;
    Compared { lang, title, summary, html }
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
    fn where_the_source_says_it_first_is_told() {
        let terms =
            [term("withdrawal", &[(Locale::En, "withdrawal", &[]), (Locale::ZhHans, "提现", &[])])];
        let long = format!("One line.\n\n## A withdrawal {}\n\nThe withdrawal.", "and ".repeat(60));
        let (source, translation) = (render(&long).html, render("取钱。").html);
        let of = |lang, html| Compared { lang, title: "T", summary: "S", html };
        let found = unkept(&terms, &of(Locale::En, &source), &of(Locale::ZhHans, &translation));
        assert_eq!(found.len(), 1);
        let place: String = found.into_iter().map(|one| one.place).collect();
        assert!(place.starts_with("A withdrawal and and"), "{place}");
        assert!(place.ends_with('…') && place.chars().count() == PLACE_CHARS + 1, "{place}");
    }

    #[test]
    fn bent_words_count_and_what_the_glossary_does_not_have_is_not_asked_for() {
        assert!(missed(Locale::Ru, "Withdrawals on a network.", "О выводах.").is_empty());
        let told = missed(Locale::Ru, "Withdrawals.", "О том, как забрать деньги.");
        assert_eq!(told, ["withdrawal: Withdrawals вывод средств"]);
    }

    /// Whether a translation is told that it lacks a term.
    fn lacks(lang: Locale, term_of_it: &str, translation: &str) -> bool {
        let terms = [term("fee", &[(Locale::En, "fee", &[]), (lang, term_of_it, &[])])];
        let (source, translation) = (render("A fee.").html, render(translation).html);
        let of = |lang, html| Compared { lang, title: "T", summary: "S", html };
        !unkept(&terms, &of(Locale::En, &source), &of(lang, &translation)).is_empty()
    }

    #[test]
    fn a_term_in_another_case_or_number_is_kept() {
        for (lang, term, translation) in [
            (Locale::Ru, "комиссия", "Размер комиссии зависит от сети."),
            (Locale::Ru, "комиссия", "С комиссией в сети."),
            (Locale::Ru, "приватный ключ", "Не теряйте приватного ключа."),
            (Locale::Ru, "счёт", "Остаток на счете."),
            (Locale::Es, "clave privada", "Sus claves privadas."),
            (Locale::Es, "comisión", "Las comisiones de la red."),
            (Locale::Tr, "İşlem ücreti", "Bu işlemin ücretleri."),
            (Locale::Tr, "destek", "Desteği arayın."),
            (Locale::Tr, "çekim limiti", "Günlük çekim limitiniz."),
            (Locale::Ar, "المفتاح الخاص", "لا تشارك مفتاحك الخاص."),
            (Locale::Ar, "محفظة", "في محفظتك وبالمحفظة."),
            (Locale::Ar, "معرّف الحساب", "اكتب معرف حسابك."),
            (Locale::Ko, "시드 구문", "시드구문을 적어 두세요."),
            (Locale::Ko, "수수료", "수수료는 네트워크마다 다릅니다."),
            (Locale::Vi, "khóa riêng tư", "Giữ Khóa\nriêng tư."),
            (Locale::ZhHans, "链", "在链上。"),
            (Locale::Ja, "Ｐ＆Ｌ", "損益（P&L）です。"),
        ] {
            assert!(!lacks(lang, term, translation), "{term}: {translation}");
        }
    }

    #[test]
    fn another_word_is_not_the_term() {
        for (lang, term, translation) in [
            (Locale::Ru, "комиссия", "Плата зависит от сети."),
            (Locale::Ru, "приватный ключ", "Ключ хранится у вас."),
            (Locale::Es, "comisión", "La tarifa de la red."),
            (Locale::Tr, "çekim limiti", "Çekim günlüktür. Bir iki üç dört limit."),
            (Locale::Ar, "محفظة", "في حسابك."),
            (Locale::Ko, "수수료", "요금은 다릅니다."),
            (Locale::Vi, "khóa riêng tư", "Giữ khóa của bạn."),
            (Locale::ZhHans, "链", "在网络上。"),
        ] {
            assert!(lacks(lang, term, translation), "{term}: {translation}");
        }
    }

    #[test]
    fn the_place_is_shown_as_it_is_read() {
        let terms = [term("pl", &[(Locale::En, "P&L", &[]), (Locale::ZhHans, "盈亏", &[])])];
        let (source, translation) = (render("A \"P&L\" < 0.").html, render("亏了。").html);
        let of = |lang, html| Compared { lang, title: "T", summary: "S", html };
        let found = unkept(&terms, &of(Locale::En, &source), &of(Locale::ZhHans, &translation));
        let place: String = found.into_iter().map(|one| one.place).collect();
        assert_eq!(place, "A \"P&L\" < 0.");
    }

    #[test]
    fn names_of_references_and_addresses_mention_nothing() {
        let source =
            "At {{network.TRON.confirmations}}, [here]({{link.article.withdrawal-stuck}}).";
        assert!(missed(Locale::ZhHans, source, "在这里。").is_empty());
    }
}
