//! The built-in questions of every issue category: which facts are mandatory, and which ones speed things up. Why each is
//! asked stands in `locales/LANG/words.ftl`, under `form-<key>-why`.

use super::{Condition, Form, Need, Question, QuestionKind as Kind};

/// Where a transfer can come from, for the help with a hash that somebody cannot find.
pub const PLATFORMS: &[&str] = &[
    "binance",
    "okx",
    "bybit",
    "coinbase",
    "kraken",
    "metamask",
    "trust-wallet",
    "hardware",
    "other",
];

const PRODUCTS: &[&str] = &["dual-investment", "futures", "options", "other"];
const EARNING: &[&str] = &["flexible", "fixed", "staking", "dual-investment", "other"];
const LOST: &[&str] = &["password", "authenticator", "phone", "email", "passkey", "other"];
const CHANGES: &[&str] = &["email", "phone", "two-factor", "name", "close", "other"];
const PROVABLE: &[&str] = &["email", "phone", "two-factor"];
const OLD_ACCESS: &[&str] = &["yes", "no"];
const CHECKS: &[&str] = &["rejected", "waiting", "upload", "name", "other"];
const THEFTS: &[&str] = &["withdrawal", "locked-out", "settings", "gave-code", "other"];
const FEES: &[&str] = &["trading", "withdrawal", "funding", "other"];

/// The built-in form of a category; of one that the organisation added itself, what is asked of any.
pub fn form(slug: &str) -> Form {
    Form { version: 0, is_own: false, questions: questions(slug) }
}

/// Every built-in question by its key, whatever category asks it. An organisation's own form may ask it in the built-in
/// words.
pub fn question(key: &str) -> Option<Question> {
    let of_all = crate::category::BUILTIN.iter().flat_map(|slug| questions(slug));
    of_all.into_iter().find(|question| question.key == key)
}

/// Each built-in question once, in the order in which categories ask them.
pub fn all() -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    for question in crate::category::BUILTIN.iter().flat_map(|slug| questions(slug)) {
        if !all.iter().any(|known| known.key == question.key) {
            all.push(Question { when: None, ..question });
        }
    }
    all
}

fn questions(slug: &str) -> Vec<Question> {
    match slug {
        "deposit-not-credited" => deposit(),
        "withdrawal-pending" => withdrawal(),
        "withdrawal-failed" => [withdrawal(), vec![helpful("error", Kind::Text)]].concat(),
        "wrong-network" => wrong_network(),
        "missing-memo" => missing_memo(),
        "api-error" => api(),
        "order-rejected" => order(),
        "liquidation-dispute" => liquidation(),
        "settlement-question" => settlement(),
        "earn-and-staking" => earn(),
        "login-or-2fa" => {
            vec![chosen("lost", LOST), helpful("error", Kind::Text), helpful("time", Kind::Time)]
        }
        "account-change" => account_change(),
        "kyc" => vec![chosen("check", CHECKS), helpful("error", Kind::Text), files("screenshot")],
        "theft" => theft(),
        "impersonation" => impersonation(),
        "fees" => vec![
            chosen("fee", FEES),
            helpful("order", Kind::Order),
            helpful("asset", Kind::Asset),
            helpful("time", Kind::Time),
        ],
        "suggestion" => vec![files("screenshot")],
        "complaint" => vec![
            mandatory("wanted", Kind::Text),
            helpful("earlier", Kind::Text),
            helpful("time", Kind::Time),
            files("screenshot"),
        ],
        _ => vec![files("screenshot")],
    }
}

/// What every question about a transfer from outside begins with: the hash, or where to find it.
fn transfer() -> Vec<Question> {
    vec![
        mandatory("asset", Kind::Asset),
        mandatory("network", Kind::Network),
        Question { can_lack: true, ..mandatory("tx", Kind::Tx) },
        after_lack(chosen("platform", PLATFORMS)),
        after_lack(Question {
            can_lack: true,
            ..Question { need: Need::Mandatory, ..files("recording") }
        }),
    ]
}

fn deposit() -> Vec<Question> {
    let more = vec![
        mandatory("amount", Kind::Amount),
        helpful("address", Kind::Address),
        helpful("source", Kind::Address),
        helpful("time", Kind::Time),
        helpful("contract", Kind::Address),
    ];
    [transfer(), more].concat()
}

fn withdrawal() -> Vec<Question> {
    vec![
        mandatory("asset", Kind::Asset),
        mandatory("network", Kind::Network),
        mandatory("amount", Kind::Amount),
        helpful("address", Kind::Address),
        Question { can_lack: true, ..helpful("tx", Kind::Tx) },
        helpful("time", Kind::Time),
    ]
}

fn wrong_network() -> Vec<Question> {
    let more = vec![
        mandatory("expected-network", Kind::Network),
        Question { can_lack: true, ..mandatory("address", Kind::Address) },
        mandatory("amount", Kind::Amount),
        helpful("contract", Kind::Address),
    ];
    [transfer(), more].concat()
}

fn missing_memo() -> Vec<Question> {
    let more = vec![
        mandatory("amount", Kind::Amount),
        Question { can_lack: true, ..mandatory("memo", Kind::Text) },
        helpful("source", Kind::Address),
        helpful("time", Kind::Time),
    ];
    [transfer(), more].concat()
}

fn api() -> Vec<Question> {
    vec![
        // Who trades through somebody else's program sees no request, and what times out has no response.
        Question { can_lack: true, ..mandatory("request", Kind::ApiRequest) },
        Question { can_lack: true, ..mandatory("response", Kind::ApiResponse) },
        mandatory("time", Kind::Time),
        helpful("library", Kind::Text),
    ]
}

fn order() -> Vec<Question> {
    vec![
        mandatory("market", Kind::Text),
        Question { can_lack: true, ..mandatory("order", Kind::Order) },
        mandatory("time", Kind::Time),
        helpful("error", Kind::Text),
        files("screenshot"),
    ]
}

fn liquidation() -> Vec<Question> {
    vec![
        mandatory("market", Kind::Text),
        mandatory("time", Kind::Time),
        helpful("order", Kind::Order),
        mandatory("disputed", Kind::Text),
        files("screenshot"),
    ]
}

fn settlement() -> Vec<Question> {
    vec![
        chosen("product", PRODUCTS),
        Question { can_lack: true, ..mandatory("order", Kind::Order) },
        mandatory("time", Kind::Time),
        helpful("asset", Kind::Asset),
        helpful("expected", Kind::Text),
    ]
}

fn earn() -> Vec<Question> {
    vec![
        chosen("earning", EARNING),
        mandatory("asset", Kind::Asset),
        helpful("order", Kind::Order),
        helpful("amount", Kind::Amount),
        helpful("time", Kind::Time),
    ]
}

/// What can still be confirmed by the old address, number or app goes another way than what no longer can.
fn account_change() -> Vec<Question> {
    let is = PROVABLE.iter().map(|change| (*change).to_owned()).collect();
    let old_access = Question {
        need: Need::Helpful,
        when: Some(Condition { question: "change".to_owned(), is }),
        ..chosen("old-access", OLD_ACCESS)
    };
    vec![chosen("change", CHANGES), old_access]
}

/// Nothing is mandatory but what is happening: every question more is a minute more for the thief.
fn theft() -> Vec<Question> {
    let withdrawn = |question: Question| Question {
        when: Some(Condition { question: "taken".to_owned(), is: vec!["withdrawal".to_owned()] }),
        ..question
    };
    vec![
        chosen("taken", THEFTS),
        withdrawn(Question { can_lack: true, ..helpful("tx", Kind::Tx) }),
        withdrawn(helpful("amount", Kind::Amount)),
        helpful("time", Kind::Time),
    ]
}

fn impersonation() -> Vec<Question> {
    vec![
        mandatory("handle", Kind::Text),
        helpful("asked-for", Kind::Text),
        helpful("address", Kind::Address),
        files("screenshot"),
    ]
}

fn mandatory(key: &str, kind: Kind) -> Question {
    Question { need: Need::Mandatory, ..helpful(key, kind) }
}

fn helpful(key: &str, kind: Kind) -> Question {
    Question {
        key: key.to_owned(),
        kind,
        need: Need::Helpful,
        can_lack: false,
        when: None,
        choices: Vec::new(),
        own: Default::default(),
    }
}

fn files(key: &str) -> Question {
    helpful(key, Kind::File)
}

fn chosen(key: &str, choices: &[&str]) -> Question {
    let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
    Question { choices, ..mandatory(key, Kind::Choice) }
}

fn after_lack(question: Question) -> Question {
    Question { when: Some(Condition { question: "tx".to_owned(), is: Vec::new() }), ..question }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use std::collections::BTreeMap;

    use proofdesk_locale::{Locale, Messages};

    use super::*;
    use crate::category::BUILTIN;

    #[test]
    fn every_category_has_a_form_that_could_be_an_organisations_own() {
        for slug in BUILTIN {
            let questions = form(slug).questions;
            crate::form::actions::check_questions(&questions).unwrap();
        }
    }

    #[test]
    fn every_question_and_choice_has_words_and_a_reason() {
        let words = Messages::embedded();
        for question in BUILTIN.iter().flat_map(|slug| questions(slug)) {
            let key = format!("form-{}", question.key);
            assert!(words.has(Locale::En, &key), "{key}");
            assert!(words.has(Locale::En, &format!("{key}-why")), "{key}-why");
            for choice in &question.choices {
                assert!(words.has(Locale::En, &format!("{key}-{choice}")), "{key}-{choice}");
            }
        }
        for platform in PLATFORMS {
            assert!(words.has(Locale::En, &format!("find-hash-{platform}")), "{platform}");
        }
    }

    /// No question that must be answered stops whoever cannot: a choice has a way out or names every case, and what has to be found
    /// somewhere else can be lacking.
    #[test]
    fn nobody_is_stopped_by_what_they_do_not_have() {
        for slug in BUILTIN {
            for question in questions(slug).into_iter().filter(|one| one.need == Need::Mandatory) {
                let can_pass = match question.kind {
                    Kind::Tx | Kind::Address | Kind::Order | Kind::File => question.can_lack,
                    Kind::ApiRequest | Kind::ApiResponse => question.can_lack,
                    Kind::Choice => question.choices.iter().any(|choice| choice == "other"),
                    _ => true,
                };
                assert!(can_pass, "{slug}: {}", question.key);
            }
        }
    }

    #[test]
    fn how_an_account_is_changed_is_asked_where_it_matters() {
        let form = form("account-change");
        let is_asked = |change: &str| {
            let answers = [("change".to_owned(), Some(change.to_owned()))].into();
            form.question("old-access").unwrap().is_asked(&answers)
        };
        assert!(PROVABLE.iter().all(|change| is_asked(change)));
        assert!(!is_asked("name") && !is_asked("close") && !is_asked("other"));
    }

    #[test]
    fn a_key_means_one_kind_everywhere() {
        let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
        for question in BUILTIN.iter().flat_map(|slug| questions(slug)) {
            let kind = *kinds.entry(question.key.clone()).or_insert(question.kind);
            assert_eq!(kind, question.kind, "{}", question.key);
        }
    }
}
