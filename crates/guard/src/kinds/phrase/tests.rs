//! Layouts, languages and look-alikes of seed phrases.

use crate::{Kind, scan};

const TREZOR: [&str; 6] = [
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
    "gravity machine north sort system female filter attitude volume fold club stay feature office ecology stable narrow fog",
    "hamster diagram private dutch cause delay private meat slide toddler razor book happy fancy gospel tennis maple dilemma loan word shrug inflict delay length",
    "cat swing flag economy stadium alone churn speed unique patch report train",
    "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol group space point ten exist slush involve unfold",
];
/// Electrum, native TON, and a phrase with a wrong last word: the checksum fails.
const WITHOUT_CHECKSUM: [&str; 5] = [
    "wild father tree among universe such mobile favorite target dynamic credit identify",
    "cycle rocket west magnet parrot shuffle foot correct salt library feed song",
    "long bomb own void gravity orphan social suspect picture breeze ranch exotic friend enable heavy squeeze practice shuffle cruel feel great confirm wagon write",
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon",
    "legal winner thank year wave sausage worth useful legal winner thank",
];
const MASK: &str = "⟦seed-phrase⟧";

/// Checks that the text is masked to `expected`.
fn check(text: &str, expected: &str) {
    let scan = scan(text);
    assert_eq!(scan.masked, expected, "{text}");
    assert!(scan.findings.iter().all(|finding| finding.kind == Kind::SeedPhrase));
}

fn numbered(phrase: &str, item: impl Fn(usize, &str) -> String) -> String {
    phrase.split(' ').enumerate().map(|(at, word)| item(at + 1, word)).collect()
}

#[test]
fn finds_phrases_with_a_checksum_and_is_certain() {
    for phrase in TREZOR {
        check(&format!("Это она: {phrase}. Спасибо"), &format!("Это она: {MASK}. Спасибо"));
        assert!(scan(phrase).findings.iter().all(|finding| finding.certain), "{phrase}");
    }
}

#[test]
fn finds_phrases_without_a_checksum() {
    for phrase in WITHOUT_CHECKSUM {
        check(phrase, MASK);
    }
}

#[test]
fn is_certain_of_twelve_words_in_a_row_and_of_checksums() {
    let certain =
        |text: &str| scan(text).findings.iter().map(|finding| finding.certain).collect::<Vec<_>>();
    let electrum = "cycle rocket west magnet parrot shuffle foot correct salt library feed song";
    let bip39 = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    assert_eq!(certain(electrum), [true]);
    assert_eq!(certain(&electrum.replace(' ', ", ")), [false]);
    assert_eq!(certain(&bip39.replace(' ', ", ")), [true]);
    assert_eq!(
        certain("legal winner thank year wave sausage worth useful legal winner thank"),
        [false]
    );
}

#[test]
fn finds_every_layout() {
    for phrase in TREZOR.into_iter().chain(WITHOUT_CHECKSUM) {
        for text in [
            phrase.to_uppercase(),
            phrase.replace(' ', "\n"),
            phrase.replace(' ', "  \r\n "),
            phrase.replace(' ', "\u{3000}"),
            phrase.replace(' ', "\u{A0}"),
            phrase.replace(' ', "\u{200B}\u{2067} "),
            phrase.replace(' ', "\t"),
        ] {
            check(&text, MASK);
        }
    }
    for phrase in TREZOR.into_iter().chain(WITHOUT_CHECKSUM).filter(|phrase| {
        // The rule for lists wants twelve words, eight of them different ones.
        let words: std::collections::HashSet<_> = phrase.split(' ').collect();
        words.len() >= 8 && phrase.split(' ').count() >= 12
    }) {
        let bare = |text: String| {
            scan(&text).masked.replace(|c: char| !c.is_alphabetic() && !"⟦⟧-".contains(c), "")
        };
        assert_eq!(bare(numbered(phrase, |n, word| format!("{n}. {word}\n"))), MASK);
        assert_eq!(bare(numbered(phrase, |n, word| format!("{n}){word} "))), MASK);
        assert_eq!(bare(numbered(phrase, |n, word| format!("{word}{n} "))), MASK);
        assert_eq!(bare(numbered(phrase, |n, word| format!("{n}{word},"))), MASK);
        assert_eq!(bare(numbered(phrase, |n, word| format!("{n}️⃣ {word} "))), MASK);
        assert_eq!(bare(phrase.replace(' ', ", ")), MASK);
        assert_eq!(bare(phrase.replace(' ', "、")), MASK);
        assert_eq!(bare(phrase.replace(' ', "，")), MASK);
        assert_eq!(bare(phrase.replace(' ', "\",\"")), MASK);
        assert_eq!(bare(phrase.replace(' ', "\\n")), MASK);
        assert_eq!(bare(phrase.replace(' ', "%20")), MASK);
        assert_eq!(bare(phrase.replace(' ', "+")), MASK);
        assert_eq!(bare(phrase.replace(' ', " | ")), MASK);
        assert!(
            scan(&numbered(phrase, |n, word| format!("- {word} ({n})\n"))).masked.contains(MASK)
        );
        check(
            &phrase
                .split(' ')
                .map(|word| word.get(..4).unwrap_or(word))
                .collect::<Vec<_>>()
                .join(" "),
            MASK,
        );
    }
}

#[test]
fn finds_ordinals_and_chinese_numbers() {
    let phrase = "cycle rocket west magnet parrot shuffle foot correct salt library feed song";
    let ordinal = |n: usize| match n {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    check(
        &numbered(phrase, |n, word| format!("{n}{}: {word}\n", ordinal(n))),
        "1st: ⟦seed-phrase⟧\n",
    );
    check(&numbered(phrase, |n, word| format!("第{n}个 {word}，")), "第1个 ⟦seed-phrase⟧，");
}

#[test]
fn finds_a_phrase_with_one_typing_error() {
    let phrase = "cycle rocket west magnet parrot shuffle foot correct salt library feed song";
    for word in phrase.split(' ').skip(1).take(10) {
        let wrong = format!("{}q", word.get(..word.len() - 1).unwrap_or_default());
        let text = phrase.replace(word, &wrong);
        check(&text, MASK);
        assert!(scan(&text.replace(' ', ", ")).masked.starts_with(MASK), "{text}");
    }
    check("letter advice cage absurd amount doctor acoustic avoid letter advice cage abov", MASK);
}

#[test]
fn tries_every_window_for_the_checksum() {
    let all = "seed all all all all all all all all all all all all";
    assert!(scan(all).findings.iter().all(|finding| finding.certain));
    // Fewer than eight different words, commas between: only the checksum tells.
    check(&all.replace(' ', ", "), MASK);
    check(&"code, ".repeat(20), &"code, ".repeat(20));
}

#[test]
fn leaves_the_ends_of_a_proved_phrase() {
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    check(&format!("seed phrase: {phrase}, help"), &format!("seed phrase: {MASK}, help"));
}

#[test]
fn leaves_prose_and_lists_of_names() {
    for text in [
        "same path more than once much better than before",
        "that they must include this license text. You can also",
        "label: raw public key; file: write all key pair, public key",
        "I sent 500 USDT from my wallet two days ago and it has not arrived, please check this address",
        "legal winner thank year wave sausage worth useful",
        "[true, false, true, true, true, true, true, true, false, false, false, false, false, true, true, true]",
        "{\"address\": 1, \"amount\": 2, \"chain\": 3, \"coin\": 4, \"fee\": 5, \"id\": 6, \"status\": 7}",
        "the abandon of ability is able to about the above of absent in absorb and abstract",
    ] {
        check(text, text);
    }
}

#[test]
fn finds_two_phrases_and_leaves_what_is_between() {
    let [one, two, ..] = TREZOR;
    check(&format!("{one} и {two}"), "⟦seed-phrase⟧ и ⟦seed-phrase⟧");
}

#[test]
fn finds_shorter_and_worse_phrases_beside_their_name() {
    for (text, expected) in [
        ("the 12 words are legal winner thank year wave sausage", "the 12 words are ⟦seed-phrase⟧"),
        ("mnemonic: legal, winner, thank, year, wave, sausage", "mnemonic: ⟦seed-phrase⟧"),
        ("助记词：legal winner thank yeer wave sausage worth", "助记词：⟦seed-phrase⟧"),
        ("legal winner thank year wave sausage - моя сид-фраза", "⟦seed-phrase⟧ - моя сид-фраза"),
    ] {
        let scan = scan(text);
        assert_eq!(scan.masked, expected);
        assert!(scan.findings.iter().all(|finding| finding.certain));
    }
    for text in [
        "legal winner thank year wave sausage",
        "is it true that a seed phrase can have 12 words?",
        "seed phrase: never share it with anyone, not even with our support",
        "about, above, across, again, all, alone: these are my words",
    ] {
        check(text, text);
    }
}

#[test]
fn finds_captions() {
    let phrase = "cycle rocket west magnet parrot shuffle foot correct salt library feed song";
    for caption in ["w{n}=", "word {n}: ", "word{n} = ", "palabra {n} = "] {
        let text = numbered(phrase, |n, word| {
            format!("{}{word}\n", caption.replace("{n}", &n.to_string()))
        });
        let scan = scan(&text);
        assert!(scan.masked.ends_with("⟦seed-phrase⟧\n"), "{}", scan.masked);
    }
}

#[test]
fn finds_the_phrases_of_other_schemes() {
    let share = "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal husband erode duke ajar critical decision keyboard";
    let found = scan(share);
    assert_eq!(found.masked, "⟦slip39-share⟧");
    assert!(found.findings.iter().all(|finding| finding.certain));
}

#[test]
fn leaves_english_that_consists_of_list_words() {
    let text = "if there one can only say that they must never again have such people there, then";
    assert!(scan(text).is_clean());
}
