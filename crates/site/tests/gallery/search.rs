//! What was looked for and found.

use super::*;

/// What was found: one in the reader's language, one in another.
pub fn found(locale: Locale) -> Vec<FoundLink> {
    let piece = |text: &str, is_match| FoundPiece { text: text.to_owned(), is_match };
    let link = |lang| FoundLink {
        href: format!("/{}/help/missing-memo", locale.code()),
        title: vec![piece("You left out the ", false), piece("Memo", true)],
        snippet: vec![
            piece("…needs a ", false),
            piece("Memo", true),
            piece(" <beside> it…", false),
        ],
        section: "Deposits".to_owned(),
        lang,
        is_tree: lang.is_none(),
        is_internal: false,
    };
    vec![link(None), link(Some(Locale::Ja).filter(|other| *other != locale))]
}

pub fn help_search(locale: Locale, outcome: Searched) -> String {
    let page = page(locale, Here::Help, None);
    HelpSearch { query: "memo".to_owned(), outcome, popular: Vec::new(), page }.render().unwrap()
}

pub fn searched(locale: Locale, items: Vec<FoundLink>) -> Searched {
    let facet = |name: &str, is_chosen| Facet {
        href: format!("/{}/help/search?q=memo&section={name}", locale.code()),
        name: name.to_owned(),
        count: 2,
        is_chosen,
    };
    Searched::Found {
        total: items.len(),
        is_foreign: false,
        facets: vec![facet("deposits", true), facet("security", false)],
        all: Some(format!("/{}/help/search?q=memo", locale.code())),
        items,
    }
}
