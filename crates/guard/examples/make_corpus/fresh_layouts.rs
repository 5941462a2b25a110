//! Ways to write a phrase that neither of the first halves has.

use unicode_normalization::UnicodeNormalization;

use crate::layouts::{
    Layout, any, between, capitalised, digits, has_case, has_prefixes, is_chinese, layout, written,
};
use crate::random::Random;
use crate::secret::Secret;

/// Half of the phrases are written as most people write them.
const USUAL: &[Layout] = &[
    layout("plain", |n| between(" ", n)),
    layout("lines", |n| between("\n", n)),
    layout("numbered", |n| between("\n", n) + &format!("{n}. ")),
    layout("comma", |n| between(", ", n)),
];

const FRESH: &[Layout] = &[
    layout("numbered-dash", |n| between("\n", n) + &format!("{n} - ")),
    layout("numbered-equals", |n| between("\n", n) + &format!("{n}=")),
    layout("numbered-hyphen", |n| between(" ", n) + &format!("{n}-")),
    layout("numbered-bold", |n| between("\n", n) + &format!("**{n}.** ")),
    layout("numbered-brackets", |n| between(" ", n) + &format!("[{n}] ")),
    layout("numbered-degree", |n| between("\n", n) + &format!("{n}º ")),
    layout("number-behind", |n| if n == 1 { String::new() } else { format!(" ({}) ", n - 1) }),
    layout("keycaps", |n| between("\n", n) + &keycaps(n) + " "),
    layout("zero-numbered", |n| between(" ", n) + &format!("{n:02}:")),
    layout("word-label", |n| between("\n", n) + &format!("Word{n}: ")),
    layout("arrows", |n| between(" → ", n)),
    layout("wide-comma", |n| between("，", n)),
    layout("arabic-comma", |n| between("، ", n)),
    layout("middle-dots", |n| between(" · ", n)),
    layout("pipes", |n| between(" | ", n)),
    layout("plus", |n| between(" + ", n)),
    layout("underscores", |n| between("_", n)),
    layout("blank-lines", |n| between("\n\n", n)),
    layout("two-a-line", |n| between(if n % 2 == 1 { "\n" } else { " - " }, n)),
    layout("six-a-line", |n| between(if n % 6 == 1 { ",\n" } else { ", " }, n)),
    layout("json", |n| if n == 1 { "[\"".to_owned() } else { "\", \"".to_owned() }),
    layout("html", |n| if n == 1 { "<li>".to_owned() } else { "</li><li>".to_owned() }),
    layout("escaped-lines", |n| between("\\n", n)),
    Layout {
        name: "upper-numbered",
        suits: has_case,
        lead: |n| between("\n", n) + &format!("{n}. "),
        word: str::to_uppercase,
    },
    Layout {
        name: "capitalised-numbered",
        suits: has_case,
        lead: |n| between(" ", n) + &format!("{n}. "),
        word: capitalised,
    },
    Layout {
        name: "capitalised-comma",
        suits: has_case,
        lead: |n| between(", ", n),
        word: capitalised,
    },
    Layout {
        name: "prefix-comma",
        suits: has_prefixes,
        lead: |n| between(",", n),
        word: |word| word.chars().take(4).collect(),
    },
    Layout {
        name: "prefix-numbered",
        suits: has_prefixes,
        lead: |n| between(" ", n) + &format!("{n}."),
        word: |word| word.chars().take(4).collect::<String>().to_uppercase(),
    },
    Layout {
        name: "unaccented",
        suits: |list| ["spanish", "french", "turkish"].contains(&list),
        lead: |n| between(" ", n),
        word: unaccented,
    },
    Layout {
        name: "wide-letters",
        suits: |list| list == "english",
        lead: |n| between("\u{3000}", n),
        word: wide,
    },
    Layout {
        name: "ordinal-chinese",
        suits: is_chinese,
        lead: |n| between("\n", n) + &format!("第{n}个："),
        word: str::to_owned,
    },
    Layout {
        name: "chinese-comma",
        suits: is_chinese,
        lead: |n| between("，", n),
        word: str::to_owned,
    },
    Layout {
        name: "ordinal-japanese",
        suits: |list| list == "japanese",
        lead: |n| between("\n", n) + &digits(n, 0xFF10) + "番　",
        word: str::to_owned,
    },
    Layout {
        name: "ordinal-korean",
        suits: |list| list == "korean",
        lead: |n| between(" ", n) + &format!("{n}번 "),
        word: str::to_owned,
    },
    Layout {
        name: "ordinal-russian",
        suits: |list| list == "russian",
        lead: |n| between("\n", n) + &format!("{n}-е слово: "),
        word: str::to_owned,
    },
    Layout { name: "double-spaced", suits: any, lead: |n| between("  \n", n), word: str::to_owned },
];

/// Writes the phrase in a layout that suits its list, chosen by its turn.
pub fn lay_out(phrase: &str, list: &str, turn: usize) -> Secret {
    let mut random = Random::named(&format!("fresh layout {list} {turn}"));
    let layouts = if random.one_in(2) { USUAL } else { FRESH };
    let suiting: Vec<&Layout> = layouts.iter().filter(|it| (it.suits)(list)).collect();
    let layout = *random.pick(&suiting);
    let mut secret = written(layout, phrase);
    let end = match layout.name {
        "json" => "\"]".to_owned(),
        "html" => "</li>".to_owned(),
        "number-behind" => format!(" ({})", phrase.split(' ').count()),
        _ => String::new(),
    };
    secret.slots.iter_mut().for_each(|slot| slot.text.push_str(&end));
    secret
}

/// A digit of a telephone's picture keyboard: the digit, a variation selector, an enclosing key.
fn keycaps(number: usize) -> String {
    number.to_string().chars().flat_map(|digit| [digit, '\u{FE0F}', '\u{20E3}']).collect()
}

fn unaccented(word: &str) -> String {
    word.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c)).collect()
}

fn wide(word: &str) -> String {
    word.chars().filter_map(|c| char::from_u32(u32::from(c) + 0xFEE0)).collect()
}
