//! Questions and answers on their way between two processes: one that has no index asks one that has.

use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};

use crate::article::{Answer, ArticleIndex, Question};
use crate::error::Result;
use crate::ticket::{
    Best, FactFilter, FoundTicket, TicketIndex, TicketQuestion, TimeFilter, Wanted,
};

/// A [`Question`] that owns what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleAsk {
    pub text: String,
    #[serde(with = "code")]
    pub locale: Locale,
    pub audience: Vec<String>,
    pub section: Option<String>,
    pub limit: usize,
    pub is_typing: bool,
}

impl ArticleAsk {
    /// Asks an index.
    ///
    /// # Errors
    /// Only those of the engine.
    pub fn of(&self, index: &ArticleIndex) -> Result<Answer> {
        let audience: Vec<&str> = self.audience.iter().map(String::as_str).collect();
        index.search(&Question {
            text: &self.text,
            locale: self.locale,
            audience: &audience,
            section: self.section.as_deref(),
            limit: self.limit,
            is_typing: self.is_typing,
        })
    }
}

/// A [`TicketQuestion`] that owns what it says. What a node from before would not know is only there where it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketAsk {
    pub wanted: Vec<Wanted>,
    pub scope: Option<Vec<String>>,
    pub facts: Vec<FactFilter>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standing: Vec<FactFilter>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<FactFilter>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<TimeFilter>,
    pub since: Option<i64>,
    pub until: Option<i64>,
    pub best: Best,
    pub limit: usize,
}

impl TicketAsk {
    /// Asks an index.
    ///
    /// # Errors
    /// Only those of the engine.
    pub fn of(&self, index: &TicketIndex) -> Result<Vec<FoundTicket>> {
        index.search(&TicketQuestion {
            wanted: &self.wanted,
            scope: self.scope.as_deref(),
            facts: &self.facts,
            standing: &self.standing,
            marks: &self.marks,
            times: &self.times,
            since: self.since,
            until: self.until,
            best: self.best,
            limit: self.limit,
        })
    }
}

/// A language by its code.
pub(crate) mod code {
    use std::borrow::Cow;

    use proofdesk_locale::Locale;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(locale: &Locale, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(locale.code())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Locale, D::Error> {
        Cow::<'de, str>::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use uuid::Uuid;

    use super::*;
    use crate::article::Document;
    use crate::store::Progress;
    use crate::ticket::{Moment, TicketDocument};

    fn sent<T: Serialize + for<'de> Deserialize<'de>>(what: &T) -> T {
        serde_json::from_slice(&serde_json::to_vec(what).unwrap()).unwrap()
    }

    /// What travelled asks and answers the same.
    #[test]
    fn what_travelled_is_what_was_sent() {
        let index = ArticleIndex::open(None).unwrap();
        let document = Document {
            id: "stuck".to_owned(),
            locale: Locale::ZhHans,
            title: "提现一直没有到账".to_owned(),
            headings: Vec::new(),
            body: "提现由您确认，然后审核、发送。".to_owned(),
            tags: vec!["提现".to_owned()],
            forms: Vec::new(),
            section: "deposits".to_owned(),
            audience: vec!["public".to_owned()],
            number: 3,
        };
        index.replace(&[document]).unwrap();
        let ask = ArticleAsk {
            text: "提币 未到账".to_owned(),
            locale: Locale::ZhHans,
            audience: vec!["public".to_owned()],
            section: None,
            limit: 10,
            is_typing: false,
        };
        assert_eq!(sent(&ask), ask);
        let answer = ask.of(&index).unwrap();
        assert_eq!(answer.hits.len(), 1);
        assert_eq!(sent(&answer), answer);

        let index = TicketIndex::open(None).unwrap();
        let ticket = TicketDocument {
            id: Uuid::from_u128(7),
            locale: Locale::En,
            text: "has not arrived".to_owned(),
            scope: vec!["brand:1".to_owned()],
            facts: Vec::new(),
            marks: vec!["chain:tron".to_owned()],
            at: 5,
            created: 5,
            updated: 5,
        };
        index.change(&[ticket], &[], &Progress::default()).unwrap();
        let ask = TicketAsk {
            wanted: vec![Wanted {
                text: "not arrived".to_owned(),
                is_negated: false,
                is_phrase: true,
            }],
            scope: Some(vec!["brand:1".to_owned()]),
            facts: vec![FactFilter { any_of: vec!["turn:us".to_owned()], is_negated: true }],
            standing: Vec::new(),
            marks: Vec::new(),
            times: Vec::new(),
            since: None,
            until: None,
            best: Best::Newest,
            limit: 10,
        };
        assert_eq!(sent(&ask), ask);
        let found = ask.of(&index).unwrap();
        assert_eq!((found.len(), sent(&found)), (1, found.clone()));
        // A node from before understands it.
        let text = serde_json::to_string(&ask).unwrap();
        assert!(["standing", "marks", "times"].iter().all(|more| !text.contains(more)), "{text}");

        let fact = |token: &str| FactFilter { any_of: vec![token.to_owned()], is_negated: false };
        let during = |from| TimeFilter {
            of: Moment::Created,
            from: Some(from),
            until: None,
            is_negated: false,
        };
        let narrowed = |mark: &str, from| TicketAsk {
            standing: vec![fact("brand:1")],
            marks: vec![fact(mark)],
            times: vec![during(from)],
            ..ask.clone()
        };
        for (ask, expected) in [
            (narrowed("chain:tron", 5), 1),
            (narrowed("chain:bsc", 5), 0),
            (narrowed("chain:tron", 6), 0),
        ] {
            assert_eq!(sent(&ask), ask);
            assert_eq!(sent(&ask).of(&index).unwrap().len(), expected, "{ask:?}");
        }
    }

    /// What narrows a question is never passed over by a program that does not know it.
    #[test]
    fn a_question_with_more_in_it_is_none() {
        let more = r#"{"text":"a","locale":"en","audience":[],"section":null,"limit":1,"is_typing":false,"only":"x"}"#;
        assert!(serde_json::from_str::<ArticleAsk>(more).is_err());
        let odd = more.replace(r#","only":"x""#, "").replace("\"en\"", "\"xx\"");
        assert!(serde_json::from_str::<ArticleAsk>(&odd).is_err());
    }
}
