//! The ways in which people write a phrase of words.

use crate::random::Random;
use crate::secret::Secret;

/// A layout: its name, the words it suits, what stands before the word with this number, and how the word looks.
pub struct Layout {
    pub name: &'static str,
    pub suits: fn(list: &str) -> bool,
    pub lead: fn(usize) -> String,
    pub word: fn(&str) -> String,
}

pub const fn layout(name: &'static str, lead: fn(usize) -> String) -> Layout {
    Layout { name, suits: any, lead, word: str::to_owned }
}

pub fn any(_: &str) -> bool {
    true
}

pub fn is_chinese(list: &str) -> bool {
    list.starts_with("chinese")
}

/// The lists whose words are told apart by four letters.
pub fn has_prefixes(list: &str) -> bool {
    ["english", "spanish", "french", "italian", "czech", "portuguese"].contains(&list)
}

pub fn has_case(list: &str) -> bool {
    has_prefixes(list) || list == "russian"
}

/// The separator stands between words and not before the first.
pub fn between(separator: &str, number: usize) -> String {
    if number == 1 { String::new() } else { separator.to_owned() }
}

fn circled(number: usize) -> String {
    let code =
        u32::try_from(number).unwrap_or_default() + if number > 20 { 0x323C } else { 0x245F };
    char::from_u32(code).into_iter().collect()
}

/// Writes a number with the digits that begin at this character (full-width, Arabic-Indic).
pub fn digits(number: usize, zero: u32) -> String {
    let digit = |c: char| char::from_u32(zero + c.to_digit(10).unwrap_or_default());
    number.to_string().chars().filter_map(digit).collect()
}

pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Those that people use most come first.
const LAYOUTS: &[Layout] = &[
    Layout { name: "unspaced", suits: is_chinese, lead: |_| String::new(), word: str::to_owned },
    layout("plain", |n| between(" ", n)),
    layout("numbered", |n| between("\n", n) + &format!("{n}. ")),
    layout("lines", |n| between("\n", n)),
    layout("comma", |n| between(", ", n)),
    layout("numbered-inline", |n| between(" ", n) + &format!("{n}. ")),
    Layout { name: "upper", suits: has_case, lead: |n| between(" ", n), word: str::to_uppercase },
    Layout {
        name: "prefix",
        suits: has_prefixes,
        lead: |n| between(" ", n),
        word: |word| word.chars().take(4).collect(),
    },
    layout("wide-space", |n| between("\u{3000}", n)),
    layout("numbered-parenthesis", |n| between(" ", n) + &format!("{n}) ")),
    layout("numbered-tight", |n| between(" ", n) + &format!("{n}.")),
    Layout {
        name: "quoted",
        suits: any,
        lead: |n| between(", ", n),
        word: |word| format!("\"{word}\""),
    },
    Layout { name: "capitalised", suits: has_case, lead: |n| between(" ", n), word: capitalised },
    layout("rows", |n| between(if n % 4 == 1 { "\n" } else { " " }, n)),
    layout("comma-tight", |n| between(",", n)),
    layout("numbered-bare", |n| between(" ", n) + &format!("{n} ")),
    layout("bullets", |n| between("\n", n) + "- "),
    layout("numbered-colon", |n| between("\n", n) + &format!("{n}: ")),
    layout("hyphens", |n| between("-", n)),
    layout("spaces", |n| between("  ", n)),
    layout("numbered-hash", |n| between("\n", n) + &format!("#{n} ")),
    layout("ideographic-comma", |n| between("、", n)),
    Layout {
        name: "unspaced-lines",
        suits: is_chinese,
        lead: |n| between(if n % 6 == 1 { "\n" } else { "" }, n),
        word: str::to_owned,
    },
    layout("table", |n| between(" |\n", n) + &format!("| {n} | ")),
    layout("circled", |n| between(" ", n) + &circled(n)),
    layout("wide-digits", |n| between("\u{3000}", n) + &digits(n, 0xFF10) + "．"),
    layout("arabic-digits", |n| between("\n", n) + &digits(n, 0x660) + ". "),
    layout("slashes", |n| between(" / ", n)),
    layout("word-number", |n| between("\n", n) + &format!("word {n} = ")),
    layout("semicolons", |n| between("; ", n)),
    layout("tabs", |n| between("\t", n)),
    layout("columns", |n| {
        between(if n % 3 == 1 { "\n" } else { "      " }, n) + &format!("{n:>2} ")
    }),
];

/// How many of the layouts that suit a list are the usual ones; half of the phrases have one of these.
const USUAL: usize = 6;

/// Writes the phrase in the layout whose turn it is among those that suit the list.
pub fn lay_out(phrase: &str, list: &str, turn: usize) -> Secret {
    let mut suiting: Vec<&Layout> = LAYOUTS.iter().filter(|it| (it.suits)(list)).collect();
    let mut random = Random::named(&format!("layout {list} {turn}"));
    match random.below(6) {
        0 => suiting.truncate(2),
        1 | 2 => suiting.truncate(USUAL),
        _ => {}
    }
    let layout = *random.pick(&suiting);
    written(layout, phrase)
}

/// The phrase as the layout writes it.
pub fn written(layout: &Layout, phrase: &str) -> Secret {
    let written: Vec<(String, String)> = phrase
        .split(' ')
        .zip(1..)
        .map(|(word, number)| ((layout.lead)(number), (layout.word)(word)))
        .collect();
    let text = written.iter().map(|(lead, word)| format!("{lead}{word}")).collect();
    Secret::pieces(layout.name, text, pairs(&written))
}

/// Two words are what may not survive: one alone tells nothing, and may stand in the sentence too.
fn pairs(written: &[(String, String)]) -> Vec<String> {
    let start = written.len() % 2;
    let pairs = written.get(start..).unwrap_or_default().chunks_exact(2);
    pairs
        .filter_map(|pair| match pair {
            [(_, first), (lead, second)] => Some(format!("{first}{lead}{second}")),
            _ => None,
        })
        .collect()
}
