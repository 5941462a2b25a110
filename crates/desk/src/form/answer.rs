//! Reading answers: what was typed becomes a checked value, or a fault that can be put into words. And the other way round:
//! what a free text says already need not be asked again.

use proofdesk_evidence::{Item, Kind, Network, TargetKind};

use super::{Answers, Form, OTHER, Question, QuestionKind};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::evidence;
use crate::limits;
use crate::text::Clean;

/// An answer that can be kept.
#[derive(Clone, Debug)]
pub struct Read {
    pub value: Clean,
    /// What was recognised in it; nothing for free text.
    pub item: Option<Item>,
}

/// Why an answer cannot be kept.
#[derive(Debug)]
pub enum Fault {
    Refused(Error),
    /// It is recognised, and something is wrong with it: the item's problem says what.
    Problem(Box<Item>),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl Fault {
    /// The refusal for whoever has no words for a problem.
    pub fn into_error(self, field: &str) -> Error {
        match self {
            Self::Refused(error) => error,
            Self::Problem(_) => Error::field(field, Code::EvidenceNotRecognised),
        }
    }
}

/// Reads what was typed as the answer to a question. Nothing typed is `field-required`. `elsewhere`: what the form says of its
/// answers ([`Form::is_elsewhere`]); a hash or an address may have any form then.
///
/// # Errors
/// A [`Fault`] that names the question.
pub fn read(question: &Question, typed: &str, elsewhere: bool) -> std::result::Result<Read, Fault> {
    let key = question.key.as_str();
    match question.kind {
        QuestionKind::Choice => choice(question, typed),
        QuestionKind::Network => network(key, typed),
        QuestionKind::Tx => recognised(key, typed, Kind::Tx, elsewhere),
        QuestionKind::Address => recognised(key, typed, Kind::Address, elsewhere),
        QuestionKind::Asset => asset(key, typed),
        QuestionKind::Amount => numbered(key, typed),
        QuestionKind::Time => numbered(key, typed),
        QuestionKind::Order | QuestionKind::Uid => {
            plain(Clean::line(key, typed, limits::ANSWER_LINE_CHARS)?)
        }
        QuestionKind::File => plain(Clean::line(key, typed, limits::ANSWER_CHARS)?),
        QuestionKind::Text => plain(Clean::field(key, typed, limits::ANSWER_CHARS)?),
        QuestionKind::ApiRequest | QuestionKind::ApiResponse => {
            plain(Clean::field(key, typed, limits::ANSWER_API_CHARS)?)
        }
    }
}

fn plain(value: Clean) -> std::result::Result<Read, Fault> {
    Ok(Read { value, item: None })
}

fn choice(question: &Question, typed: &str) -> std::result::Result<Read, Fault> {
    let value = Clean::line(&question.key, typed, limits::ANSWER_LINE_CHARS)?;
    if question.choices.iter().any(|choice| choice == value.as_str()) {
        return plain(value);
    }
    Err(Error::field(&question.key, Code::FieldInvalid).into())
}

fn network(key: &str, typed: &str) -> std::result::Result<Read, Fault> {
    let value = Clean::line(key, typed, limits::ANSWER_LINE_CHARS)?;
    if value.as_str() == OTHER || Network::parse(value.as_str()).is_some() {
        return plain(value);
    }
    Err(Error::field(key, Code::FieldInvalid).into())
}

/// A ticker: a few letters and digits, in capitals.
fn asset(key: &str, typed: &str) -> std::result::Result<Read, Fault> {
    let value = Clean::line(key, &typed.to_uppercase(), limits::ANSWER_TICKER_CHARS)?;
    if value.as_str().chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '$')) {
        return plain(value);
    }
    Err(Error::field(key, Code::FieldInvalid).into())
}

/// An amount or a time: whatever way it is written in, there is a digit in it.
fn numbered(key: &str, typed: &str) -> std::result::Result<Read, Fault> {
    let value = Clean::line(key, typed, limits::ANSWER_LINE_CHARS)?;
    if value.as_str().chars().any(char::is_numeric) {
        let item =
            evidence::find(value.as_str()).into_iter().find(|item| item.kind == Kind::Amount);
        return Ok(Read { value, item });
    }
    Err(Error::field(key, Code::FieldInvalid).into())
}

fn recognised(
    key: &str,
    typed: &str,
    kind: Kind,
    elsewhere: bool,
) -> std::result::Result<Read, Fault> {
    let typed = Clean::line(key, typed, limits::EVIDENCE_CHARS)?;
    let Some(item) = evidence::check(kind, typed.as_str()) else {
        if elsewhere && could_identify(typed.as_str()) {
            return plain(typed);
        }
        return Err(Error::field(key, Code::EvidenceNotRecognised).into());
    };
    if !item.valid {
        return Err(Fault::Problem(Box::new(item)));
    }
    Ok(Read { value: Clean::line(key, target(&item), limits::EVIDENCE_CHARS)?, item: Some(item) })
}

/// Whether a text could be a hash or an address of a network whose forms nobody told us: one word with a digit in it.
fn could_identify(text: &str) -> bool {
    const SHORTEST: usize = 6;
    let is_word = !text.chars().any(char::is_whitespace);
    is_word && text.chars().count() >= SHORTEST && text.chars().any(|c| c.is_ascii_digit())
}

/// The names of files as the answer to a question that wants some. Of more than there is room for, the first ones: the files
/// themselves stand beside the message.
pub fn file_names<T: AsRef<str>>(names: &[T]) -> String {
    const GAP: &str = ", ";
    const MORE: &str = ", …";
    let (mut line, mut chars) = (String::new(), MORE.chars().count());
    for name in names {
        let name: &str = name.as_ref();
        chars += name.chars().count() + GAP.len();
        if chars > limits::ANSWER_CHARS {
            line.push_str(MORE);
            break;
        }
        if !line.is_empty() {
            line.push_str(GAP);
        }
        line.push_str(name);
    }
    line
}

/// The hash or address itself, where a link to it was given.
fn target(item: &Item) -> &str {
    let target = item.link.as_ref().and_then(|link| link.target.as_ref());
    target.map_or(item.value.as_str(), |target| target.value.as_str())
}

/// What an answer that was kept already says of money; nothing for free text, and for what would not be taken today.
pub(super) fn said(kind: QuestionKind, value: &str) -> Option<Item> {
    match kind {
        QuestionKind::Tx => evidence::check(Kind::Tx, value).filter(|item| item.valid),
        QuestionKind::Address => evidence::check(Kind::Address, value).filter(|item| item.valid),
        QuestionKind::Amount | QuestionKind::Time => {
            evidence::find(value).into_iter().find(|item| item.kind == Kind::Amount)
        }
        _ => None,
    }
}

/// Reads what a program gave for a form: each answer checked, in the order of the form. `null` says "I do not have it". `before`:
/// what was answered already.
///
/// # Errors
/// `field-unknown` for what the form does not ask, and the faults of the answers; each names `answers.<question>`.
pub fn read_all(
    form: &Form,
    before: &Answers,
    given: &Answers,
) -> Result<Vec<(String, Option<Read>)>> {
    if let Some(unknown) = given.keys().find(|key| form.question(key).is_none()) {
        return Err(Error::field(format!("answers.{unknown}"), Code::FieldUnknown));
    }
    let mut by_now = before.clone();
    by_now.extend(given.clone());
    let elsewhere = form.is_elsewhere(&by_now);
    let mut read_answers = Vec::new();
    for question in &form.questions {
        let Some(value) = given.get(&question.key) else { continue };
        let field = format!("answers.{}", question.key);
        let answer = match value {
            Some(typed) => {
                let named = Question { key: field.clone(), ..question.clone() };
                Some(read(&named, typed, elsewhere).map_err(|fault| fault.into_error(&field))?)
            }
            None if question.can_lack => None,
            None => return Err(Error::field(field, Code::FieldRequired)),
        };
        read_answers.push((question.key.clone(), answer));
    }
    Ok(read_answers)
}

/// The answers that a free text gives to questions that have none yet.
pub fn pick(form: &Form, answers: &Answers, items: &[Item]) -> Vec<(String, String)> {
    let mut picked: Vec<(String, String)> = Vec::new();
    let valid: Vec<&Item> = items.iter().filter(|item| item.valid).collect();
    for question in &form.questions {
        if answers.contains_key(&question.key) {
            continue;
        }
        let value = match question.kind {
            QuestionKind::Tx => first(&valid, Kind::Tx, TargetKind::Tx),
            // A text names one address without saying which of several questions it answers.
            QuestionKind::Address if question.key == "address" => {
                first(&valid, Kind::Address, TargetKind::Address)
            }
            QuestionKind::Network if question.key == "network" => network_of(&valid),
            QuestionKind::Asset => asset_of(&valid),
            QuestionKind::Amount => value_of(&valid, Kind::Amount),
            QuestionKind::Time => value_of(&valid, Kind::Time),
            QuestionKind::Order => value_of(&valid, Kind::Order),
            QuestionKind::Uid => value_of(&valid, Kind::Uid),
            _ => None,
        };
        picked.extend(value.map(|value| (question.key.clone(), value)));
    }
    picked
}

fn value_of(items: &[&Item], kind: Kind) -> Option<String> {
    items.iter().find(|item| item.kind == kind).map(|item| item.value.clone())
}

fn first(items: &[&Item], kind: Kind, pointed: TargetKind) -> Option<String> {
    let fits = |item: &&&Item| {
        let target = item.link.as_ref().and_then(|link| link.target.as_ref());
        item.kind == kind || target.is_some_and(|target| target.kind == pointed)
    };
    items.iter().find(fits).map(|item| target(item).to_owned())
}

/// The one network on which the hash, link, address or coin can exist after what else the text says, if there is only one.
fn network_of(items: &[&Item]) -> Option<String> {
    let telling = [Kind::Link, Kind::Tx, Kind::Address, Kind::Amount, Kind::Ticker];
    let told = telling.into_iter().find_map(|kind| {
        items.iter().filter(|item| item.kind == kind).find_map(|item| item.networks.single())
    });
    told.map(|network| network.as_str().to_owned())
}

fn asset_of(items: &[&Item]) -> Option<String> {
    let of_amount = items.iter().find_map(|item| item.amount.as_ref());
    of_amount.map(|amount| amount.ticker.clone()).or_else(|| value_of(items, Kind::Ticker))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::super::builtin;
    use super::*;

    const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";

    fn question(key: &str) -> Question {
        builtin::question(key).unwrap()
    }

    fn check(key: &str, typed: &str, expected: Option<&str>) {
        let read = read(&question(key), typed, false).ok();
        let value = read.map(|read| read.value.as_str().to_owned());
        assert_eq!(value.as_deref(), expected, "{key}: {typed}");
    }

    #[test]
    fn answers_are_read_by_their_kind() {
        check("asset", " usdt ", Some("USDT"));
        check("asset", "<b>", None);
        check("network", "tron", Some("tron"));
        check("network", "other", Some("other"));
        check("network", "moon", None);
        check("tx", HASH, Some(HASH));
        check("tx", &format!("https://etherscan.io/tx/{HASH}"), Some(HASH));
        check("tx", "I do not know", None);
        check("address", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj7t", None);
        check("amount", "1,250.50 USDT", Some("1,250.50 USDT"));
        check("amount", "much", None);
        check("time", "2026-11-28 11:52 UTC", Some("2026-11-28 11:52 UTC"));
        check("lost", "password", Some("password"));
        check("lost", "keys", None);
        check("lost", "", None);
    }

    #[test]
    fn a_hash_that_is_cut_off_says_so() {
        let fault = read(&question("tx"), &HASH[..60], false).unwrap_err();
        let Fault::Problem(item) = fault else { panic!("{fault:?}") };
        assert_eq!(item.problem.unwrap().code(), "cut_off");
    }

    #[test]
    fn a_text_answers_what_it_says() {
        let form = builtin::form("deposit-not-credited");
        let items = evidence::find(&format!(
            "I sent 250 USDT (TRC20) on 2026-11-28 11:52 UTC, https://tronscan.org/#/transaction/{}",
            &HASH[2..]
        ));
        let picked: Answers =
            pick(&form, &Answers::new(), &items).into_iter().map(|(k, v)| (k, Some(v))).collect();
        let value = |key: &str| picked.get(key).cloned().flatten();
        assert_eq!(value("asset").as_deref(), Some("USDT"));
        assert_eq!(value("network").as_deref(), Some("tron"));
        assert_eq!(value("tx").as_deref(), Some(&HASH[2..]));
        assert_eq!(value("amount").as_deref(), Some("250 USDT"));
        assert!(value("time").is_some());
        let known = Answers::from([("asset".to_owned(), Some("BTC".to_owned()))]);
        assert!(pick(&form, &known, &items).iter().all(|(key, _)| key != "asset"));
    }

    #[test]
    fn programs_hear_of_each_mistake_by_its_place() {
        let form = builtin::form("deposit-not-credited");
        let given = |key: &str, value: Option<&str>| {
            Answers::from([(key.to_owned(), value.map(str::to_owned))])
        };
        let read_all = |answers: &Answers| read_all(&form, &Answers::new(), answers);
        let code = |answers: &Answers| read_all(answers).unwrap_err().code();
        assert_eq!(code(&given("colour", Some("red"))), Code::FieldUnknown);
        assert_eq!(code(&given("tx", Some("abc"))), Code::EvidenceNotRecognised);
        assert_eq!(code(&given("asset", None)), Code::FieldRequired);
        assert_eq!(read_all(&given("tx", None)).unwrap().len(), 1);
    }

    #[test]
    fn on_another_network_a_hash_may_have_any_form() {
        let form = builtin::form("wrong-network");
        let on = |network: &str| {
            Answers::from([("expected-network".to_owned(), Some(network.to_owned()))])
        };
        let odd = |value: &str| Answers::from([("tx".to_owned(), Some(value.to_owned()))]);
        let code = |before: &Answers, value: &str| {
            read_all(&form, before, &odd(value)).err().map(|error| error.code())
        };
        let not_recognised = Some(Code::EvidenceNotRecognised);
        assert_eq!(code(&on("other"), "op-x7Yq2zk"), None);
        assert_eq!(code(&on("tron"), "op-x7Yq2zk"), not_recognised);
        for nothing in ["I do not know 1", "unknown", "x1"] {
            assert_eq!(code(&on("other"), nothing), not_recognised, "{nothing}");
        }
        // What is known and wrong is told all the same.
        assert_eq!(code(&on("other"), &HASH[..60]), not_recognised);
        // Both in one call, as a program gives them.
        let mut both = on("other");
        both.extend(odd("op-x7Yq2zk"));
        assert_eq!(read_all(&form, &Answers::new(), &both).unwrap().len(), 2);
    }

    #[test]
    fn names_of_many_files_are_an_answer() {
        assert_eq!(file_names::<&str>(&[]), "");
        assert_eq!(file_names(&["a.png", "b.mp4"]), "a.png, b.mp4");
        let many = vec!["x".repeat(limits::FILE_NAME_CHARS); limits::ATTACHMENTS_PER_MESSAGE];
        let line = file_names(&many);
        assert!(line.ends_with("x, …"), "{line}");
        assert_eq!(read(&question("recording"), &line, false).unwrap().value.as_str(), line);
    }
}
