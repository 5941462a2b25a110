//! What the outgoing guard says of its corpus, of hidden words, and of every text.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

#[path = "outgoing/case.rs"]
mod case;
#[path = "../examples/train_outgoing/data.rs"]
mod data;
#[path = "../examples/train_outgoing/fit.rs"]
mod fit;
#[path = "../examples/train/svm.rs"]
mod svm;
#[path = "outgoing/texts.rs"]
mod texts;
#[path = "../examples/train/weigh.rs"]
mod weigh;

use std::collections::{BTreeMap, BTreeSet};

use case::{Case, read};
use fit::Corpus;
use proofdesk_guard::outgoing::{Ask, Wanted, asks};
use proptest::prelude::*;

/// How many messages that ask, and how many that do not, each file has per language at least.
const ENOUGH: usize = 40;

fn wanted(text: &str) -> Vec<Wanted> {
    asks(text).into_iter().map(|ask| ask.wanted).collect()
}

/// Of what the model was made from it judges at most so many in a thousand wrongly: what asks, and what does not.
const MISSED_IN_A_THOUSAND: usize = 60;
const WRONG_IN_A_THOUSAND: usize = 5;

#[test]
fn the_model_is_what_its_texts_make() {
    let corpus = Corpus::new(data::read().unwrap());
    let bytes = std::fs::read(data::model_path()).unwrap();
    let is_same = fit::model(&corpus) == bytes;
    assert!(is_same, "run `cargo run -p proofdesk-guard --example train_outgoing`");
}

#[test]
fn the_model_knows_its_texts() {
    let mut texts = data::read().unwrap();
    texts.retain(|text| text.file != "joined");
    assert!(texts.len() >= 8_000, "{}", texts.len());
    let (asking, allowed): (Vec<_>, Vec<_>) = texts.iter().partition(|text| text.asks.is_some());
    let missed = asking.iter().filter(|text| asks(&text.text).is_empty()).count();
    let wrong = allowed.iter().filter(|text| !asks(&text.text).is_empty()).count();
    assert!(missed * 1_000 <= asking.len() * MISSED_IN_A_THOUSAND, "{missed}");
    assert!(wrong * 1_000 <= allowed.len() * WRONG_IN_A_THOUSAND, "{wrong}");
}

/// So many in a hundred of the messages that are refused are refused for the secret that they ask for, at least.
const NAMED_IN_A_HUNDRED: usize = 90;

#[test]
fn what_is_refused_is_called_by_its_name() {
    let cases = ["tuning", "frozen", "tuning-2", "frozen-2"].map(read).into_iter().flatten();
    let refused = |case: &Case| case.asks.is_some() && !asks(&case.text).is_empty();
    let refused: Vec<Case> = cases.filter(refused).collect();
    let named = refused.iter().filter(|case| case.holds()).count();
    assert!(named * 100 >= refused.len() * NAMED_IN_A_HUNDRED, "{named} of {}", refused.len());
}

#[test]
fn every_language_has_enough_texts() {
    let texts = data::read().unwrap();
    for lang in ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"] {
        let count = |asks: bool| {
            texts.iter().filter(|text| text.lang == lang && text.asks.is_some() == asks).count()
        };
        assert!(count(true) >= 150 && count(false) >= 250, "{lang}");
    }
}

#[test]
fn each_half_is_large_enough_and_neither_repeats_the_other() {
    let halves = ["tuning", "frozen"].map(read);
    let mut texts = BTreeSet::new();
    for half in &halves {
        let mut counts: BTreeMap<(&str, bool), usize> = BTreeMap::new();
        for case in half {
            assert!(texts.insert(case.text.as_str()), "{} repeats another", case.id);
            *counts.entry((&case.lang, case.asks.is_some())).or_default() += 1;
        }
        assert_eq!(counts.len(), 20);
        assert!(counts.values().all(|count| *count >= ENOUGH), "{counts:?}");
    }
}

#[test]
fn the_corpus_names_only_what_there_is() {
    let known = Wanted::ALL.map(Wanted::as_str);
    let names = |case: &Case| case.asks.clone();
    for name in ["tuning", "frozen"].map(read).iter().flatten().filter_map(names) {
        assert!(known.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn hidden_words_are_read() {
    for text in [
        "send me your password",
        "send me your p a s s w o r d",
        "send me your pass-word",
        "send me your p.a.s.s.w.o.r.d",
        "send me your PASS\u{200B}WORD",
        "send me your pass\u{3164}word",
        "send me your pass\u{2800}word",
        "send me your pаsswоrd",
        "send me your ｐａｓｓｗｏｒｄ",
        "send me your 𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝",
        "send me your p4ssw0rd",
        "send me your pa$$word",
        "s e n d me your **password**",
        "send\nme\nyour\npassword",
        "请把密 码发给我",
        "请把密*码发给我",
        "пришлите пapoль",
    ] {
        assert_eq!(wanted(text), [Wanted::Password], "{text}");
    }
}

#[test]
fn invitations_are_no_negations() {
    assert_eq!(wanted("Do not send us your password."), []);
    for text in [
        "Do not hesitate to send us your password.",
        "No te preocupes y envíanos tu contraseña.",
        "不要犹豫，把密码发给我们。",
        "ためらわずにパスワードを教えてください。",
        "망설이지 말고 비밀번호를 알려 주세요.",
        "Не стесняйтесь прислать пароль.",
        "Şifrenizi göndermekten çekinmeyin.",
        "Đừng ngại gửi mật khẩu cho chúng tôi.",
        "لا تتردد في إرسال كلمة المرور.",
    ] {
        assert_eq!(wanted(text), [Wanted::Password], "{text}");
    }
}

#[test]
fn the_span_is_the_clause_that_asks() {
    let text = "Hi José! To go on, **send us your password**. We never share it.";
    let [ask] = asks(text)[..] else { panic!("{:?}", asks(text)) };
    assert_eq!(&text[ask.start..ask.end], "send us your password");
}

#[test]
fn two_secrets_are_two_entries() {
    let found = wanted("Reply with your password and the SMS code.");
    assert_eq!(found, [Wanted::Password, Wanted::OneTimeCode]);
}

#[test]
fn a_web_address_asks_for_nothing() {
    assert_eq!(wanted("Please send us https://example.com/your/password and the time."), []);
}

#[test]
fn names_are_kebab_case() {
    assert_eq!(
        Wanted::ALL.map(|wanted| wanted.to_string()),
        [
            "password",
            "one-time-code",
            "seed-phrase",
            "private-key",
            "api-secret",
            "card-security-code"
        ]
    );
}

/// Texts made of what the rules look at, so that they meet often.
fn pieces() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "send",
        "your",
        "password",
        "never",
        "not",
        "please",
        "code",
        "sms",
        "here",
        "密码",
        "把",
        "发给我",
        "不要",
        "パスワード",
        "教えてください",
        "비밀번호",
        "알려 주세요",
        "пароль",
        "пришлите",
        "не",
        "contraseña",
        "envíe",
        "şifrenizi",
        "gönderin",
        "mật khẩu",
        "gửi",
        "كلمة المرور",
        "أرسل",
        "و",
        "\n",
        "\n\n",
        ". ",
        ", ",
        "。",
        "、",
        " ",
        " ",
        "-",
        "\u{200B}",
        "п",
        "a",
        "İ",
        "ﬁ",
        "ａ",
        "4",
        "$",
        "https://",
        "é",
        "👩‍🚀",
        "(",
        "**",
        "x",
    ]);
    let piece =
        prop_oneof![10 => fixed.prop_map(str::to_owned), 1 => "\\PC{0,8}", 1 => any::<String>()];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn fits(text: &str, ask: &Ask) -> bool {
    ask.start < ask.end && text.is_char_boundary(ask.start) && text.is_char_boundary(ask.end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn spans_fit_and_are_in_order(text in pieces()) {
        let found = asks(&text);
        prop_assert!(found.iter().all(|ask| fits(&text, ask)), "{found:?}");
        prop_assert!(found.is_sorted_by_key(|ask| (ask.start, ask.end)), "{found:?}");
    }

    #[test]
    fn what_is_asked_for_is_found_between_other_sentences(before in pieces(), after in pieces()) {
        let text = format!("{before}\n\nPlease send us your password.\n\n{after}");
        let found = asks(&text);
        prop_assert!(found.iter().any(|ask| text[ask.start..ask.end].contains("send us your password")), "{found:?}");
    }
}
