//! Names that administrators give in several languages: to sections of the help centre, to categories, to statuses.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use sha2::{Digest as _, Sha256};

use crate::code::Code;
use crate::error::{Error, Result};
use crate::limits;
use crate::text::Clean;

/// A name in each language that has one.
pub type Names = BTreeMap<Locale, String>;

/// What a column holds. A language that a later version knows is none of this one's.
pub(crate) fn read(json: &str) -> Names {
    let names: BTreeMap<String, String> = serde_json::from_str(json).unwrap_or_default();
    names.into_iter().filter_map(|(lang, name)| Some((lang.parse().ok()?, name))).collect()
}

/// As a column holds them.
pub(crate) fn write(names: &Names) -> Result<String> {
    let names: BTreeMap<&str, &String> =
        names.iter().map(|(lang, name)| (lang.code(), name)).collect();
    serde_json::to_string(&names)
        .map_err(|_unreachable| Error::Broken { what: "names that are no JSON" })
}

/// What the log knows the names of a column by, lower-case hex: whoever changes them there is noticed, and the log, which is kept for
/// ever, holds no text that somebody typed.
pub(crate) fn digest(column: &str) -> String {
    hex::encode(Sha256::digest(column.as_bytes()))
}

/// Names as they may rest.
///
/// # Errors
/// `field-required` for a name of nothing, `field-too-long`, `text-has-nul`, `asks-for-secret`, each at `names`.
pub(crate) fn clean(names: &Names) -> Result<Names> {
    let clean = |(lang, name): (&Locale, &String)| {
        let name = Clean::shown("names", name, limits::NAME_CHARS)?;
        Ok((*lang, name.as_str().to_owned()))
    };
    names.iter().map(clean).collect()
}

/// Names as somebody sent them, one of each language.
///
/// # Errors
/// `field-taken` at `names[n].lang` for a language that has a name already: nobody could say which of them was meant.
pub fn each_once(sent: impl IntoIterator<Item = (Locale, String)>) -> Result<Names> {
    let mut names = Names::new();
    for (at, (lang, name)) in sent.into_iter().enumerate() {
        if names.insert(lang, name).is_some() {
            return Err(Error::field(format!("names[{at}].lang"), Code::FieldTaken));
        }
    }
    Ok(names)
}

/// Refuses a name that one of the others has in the same language: nobody could tell them apart.
///
/// # Errors
/// `field-taken` at `names`.
pub(crate) fn refuse_taken<'a>(
    names: &Names,
    others: impl IntoIterator<Item = &'a Names>,
) -> Result<()> {
    match others.into_iter().any(|other| meet(names, other)) {
        true => Err(Error::field("names", Code::FieldTaken)),
        false => Ok(()),
    }
}

/// Whether two are called the same in a language, however it is written.
pub(crate) fn meet(names: &Names, other: &Names) -> bool {
    let same = |known: &String, name: &String| known.to_lowercase() == name.to_lowercase();
    names.iter().any(|(lang, name)| other.get(lang).is_some_and(|known| same(known, name)))
}

/// The name in a language, or in the nearest that there is; `None` where there is none at all.
pub fn nearest(names: &Names, wanted: Locale) -> Option<&str> {
    let near = crate::article::nearest(wanted);
    let found = near.iter().find_map(|lang| names.get(lang));
    found.or_else(|| names.values().next()).map(String::as_str)
}

/// The same of something that the program has words for in every language: those stand where nobody wrote others.
pub(crate) fn spoken(names: &Names, wanted: Locale, has_words: bool) -> Option<&str> {
    match has_words {
        true => names.get(&wanted).map(String::as_str),
        false => nearest(names, wanted),
    }
}

/// Things in the order in which somebody names them. Those that are not named, such as one that somebody made meanwhile, come behind as
/// they stood.
///
/// # Errors
/// `field-invalid` at `field` for one that there is not, and one that is named twice.
pub(crate) fn ordered<T, K>(
    mut behind: Vec<T>,
    named: &[K],
    field: &'static str,
    is_it: impl Fn(&T, &K) -> bool,
) -> Result<Vec<T>> {
    let mut ordered = Vec::with_capacity(behind.len());
    for name in named {
        let Some(at) = behind.iter().position(|one| is_it(one, name)) else {
            return Err(Error::field(field, Code::FieldInvalid));
        };
        ordered.push(behind.remove(at));
    }
    ordered.append(&mut behind);
    Ok(ordered)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn names(given: &[(Locale, &str)]) -> Names {
        given.iter().map(|(lang, name)| (*lang, (*name).to_owned())).collect()
    }

    #[test]
    fn a_column_is_read_as_it_was_written() {
        let some = names(&[(Locale::En, "Bank"), (Locale::ZhHans, "银行")]);
        let column = write(&some).unwrap();
        assert_eq!(column, r#"{"en":"Bank","zh-Hans":"银行"}"#);
        assert_eq!(read(&column), some);
        assert_eq!(write(&Names::new()).unwrap(), "{}");
        // A language of a later version is left out, and what is no JSON says nothing.
        assert_eq!(read(r#"{"en":"Bank","xx":"?"}"#), names(&[(Locale::En, "Bank")]));
        assert_eq!(read("nonsense"), Names::new());
    }

    #[test]
    fn a_language_has_one_name() {
        let sent = |langs: &[Locale]| {
            each_once(langs.iter().map(|lang| (*lang, format!("in {}", lang.code()))))
        };
        assert_eq!(sent(&[Locale::En, Locale::Es]).unwrap().len(), 2);
        let twice = sent(&[Locale::En, Locale::Es, Locale::En]).unwrap_err();
        let Error::Refused(refusal) = twice else { panic!("no refusal") };
        assert_eq!(refusal.code, Code::FieldTaken);
        assert_eq!(refusal.args, [("field", "names[2].lang".to_owned())]);
    }

    #[test]
    fn the_nearest_name_is_said() {
        let some = names(&[(Locale::ZhHans, "银行"), (Locale::Es, "Banco")]);
        assert_eq!(nearest(&some, Locale::ZhHant), Some("银行"));
        assert_eq!(nearest(&some, Locale::Es), Some("Banco"));
        assert!(nearest(&some, Locale::Ar).is_some());
        assert_eq!(nearest(&Names::new(), Locale::En), None);
        // What has words of its own in every language keeps them where nobody wrote others.
        assert_eq!(spoken(&some, Locale::Ar, true), None);
        assert_eq!(spoken(&some, Locale::Es, true), Some("Banco"));
    }

    #[test]
    fn what_is_not_named_comes_behind_as_it_stood() {
        let put = |named: &[i32]| ordered(vec![1, 2, 3, 4], named, "ids", |one, name| one == name);
        assert_eq!(put(&[3, 1]).unwrap(), [3, 1, 2, 4]);
        assert_eq!(put(&[]).unwrap(), [1, 2, 3, 4]);
        for wrong in [&[3, 3], &[1, 5]] {
            assert_eq!(put(wrong).unwrap_err().code(), Code::FieldInvalid);
        }
    }

    #[test]
    fn a_name_stands_once_in_a_language() {
        let others = [names(&[(Locale::En, "Bank")]), names(&[(Locale::Es, "Riesgo")])];
        refuse_taken(&names(&[(Locale::En, "Risk"), (Locale::Es, "Bank")]), &others).unwrap();
        let refused = refuse_taken(&names(&[(Locale::En, "bank")]), &others).unwrap_err();
        assert_eq!(refused.code(), Code::FieldTaken);
    }
}
