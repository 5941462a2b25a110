//! Forms: what is asked of whoever opens a ticket, per issue category, and what they answered.
//!
//! A category asks the built-in questions of its slug ([`builtin`]) until the organisation writes its own. Every version of
//! its own is kept, because tickets were answered under it. The rules here are pure: which questions are asked
//! after which answers, what is missing, what a text already says.

pub mod actions;
pub mod answer;
pub mod builtin;
mod event;
pub(crate) mod mask;
mod sql;
pub(crate) mod state;
pub mod view;
mod wording;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::words::words;

pub(crate) use event::{ANSWERED, is_answer_of};
pub use event::{
    AnswerFact, Answered, CategoryOffered, Condition, FormChanged, FormMasked, OwnWords, Question,
};
pub use sql::ALL;

words! {
    /// What kind of answer a question wants.
    pub enum QuestionKind {
        /// A coin by its ticker.
        Asset = "asset",
        /// A network by its stable name, or `other`.
        Network = "network",
        Tx = "tx",
        Address = "address",
        Amount = "amount",
        /// A day and time, with the zone where it is known.
        Time = "time",
        Order = "order",
        Uid = "uid",
        Choice = "choice",
        Text = "text",
        /// Files beside the message; the answer is their names.
        File = "file",
        /// A raw request to the exchange's API.
        ApiRequest = "api_request",
        /// What the API answered, as it came.
        ApiResponse = "api_response",
    }
}

impl QuestionKind {
    /// Whether an answer has more than one line.
    pub const fn is_long(self) -> bool {
        matches!(self, Self::Text | Self::ApiRequest | Self::ApiResponse)
    }
}

words! {
    /// How much an answer matters.
    pub enum Need {
        /// Without it the ticket cannot be worked on.
        Mandatory = "mandatory",
        /// With it the answer comes sooner.
        Helpful = "helpful",
    }
}

/// Answers by question; `None` where the customer said that they do not have it.
pub type Answers = BTreeMap<String, Option<String>>;

/// A short name of what a question's answer is, for whoever changes it and must not undo what somebody else wrote meanwhile.
/// `None` where nothing was said.
pub fn mark(answer: Option<&Option<String>>) -> String {
    match answer {
        None => "open".to_owned(),
        Some(None) => "lacking".to_owned(),
        Some(Some(value)) => hex::encode(Sha256::digest(value.as_bytes())),
    }
}

/// What is asked in one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// 0 for the built-in questions of a category that never had its own.
    pub version: i64,
    /// Whether these are the organisation's own.
    pub is_own: bool,
    /// In the order in which they are asked.
    pub questions: Vec<Question>,
}

/// How much of a form is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Questions that are asked after these answers.
    pub asked: usize,
    /// Those of them that have an answer; "I do not have it" is none.
    pub answered: usize,
    /// Mandatory questions to which nothing was said at all, in order.
    pub missing: Vec<String>,
    /// Helpful ones without an answer, in order.
    pub helpful: Vec<String>,
}

impl Form {
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// The questions that are asked after these answers, in order.
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        self.questions.iter().filter(|question| question.is_asked(answers)).collect()
    }

    /// Whether a network is involved that the form has no name for: what is on it may have any form.
    pub fn is_elsewhere(&self, answers: &Answers) -> bool {
        let networks =
            self.questions.iter().filter(|question| question.kind == QuestionKind::Network);
        networks
            .filter_map(|question| answers.get(&question.key))
            .any(|network| network.as_deref() == Some(OTHER))
    }

    /// How complete these answers are.
    pub fn completeness(&self, answers: &Answers) -> Completeness {
        let mut found = Completeness::default();
        for question in self.asked(answers) {
            found.asked += 1;
            match answers.get(&question.key) {
                Some(Some(_)) => found.answered += 1,
                Some(None) => {}
                None if question.need == Need::Mandatory => {
                    found.missing.push(question.key.clone())
                }
                None => found.helpful.push(question.key.clone()),
            }
        }
        found
    }
}

impl Question {
    /// Whether it is asked after these answers.
    pub fn is_asked(&self, answers: &Answers) -> bool {
        let Some(condition) = &self.when else { return true };
        match answers.get(&condition.question) {
            Some(Some(value)) => condition.is.contains(value),
            Some(None) => condition.is.is_empty(),
            None => false,
        }
    }
}

/// Networks that a form offers by name: stable name, and what exchanges write. Names are proper ones and not translated.
pub const NETWORKS: &[(&str, &str)] = &[
    ("bitcoin", "Bitcoin (BTC)"),
    ("ethereum", "Ethereum (ERC-20)"),
    ("tron", "Tron (TRC-20)"),
    ("bsc", "BNB Smart Chain (BEP-20)"),
    ("solana", "Solana (SPL)"),
    ("polygon", "Polygon"),
    ("arbitrum", "Arbitrum One"),
    ("optimism", "Optimism"),
    ("base", "Base"),
    ("avalanche", "Avalanche C-Chain"),
    ("ton", "TON"),
    ("xrp", "XRP Ledger"),
    ("stellar", "Stellar (XLM)"),
    ("litecoin", "Litecoin (LTC)"),
    ("dogecoin", "Dogecoin (DOGE)"),
    ("bitcoin-cash", "Bitcoin Cash (BCH)"),
    ("cardano", "Cardano (ADA)"),
    ("polkadot", "Polkadot (DOT)"),
    ("cosmos", "Cosmos Hub (ATOM)"),
    ("near", "NEAR"),
    ("aptos", "Aptos"),
    ("sui", "Sui"),
    ("algorand", "Algorand"),
    ("kaspa", "Kaspa"),
];

/// What a network's answer says when it is none of those that are known.
pub const OTHER: &str = "other";

/// A network's name as people write it; its stable name for one that is not offered.
pub fn network_name(stable: &str) -> &str {
    NETWORKS.iter().find(|(name, _)| *name == stable).map_or(stable, |(_, name)| *name)
}

#[cfg(test)]
pub(crate) mod testing {
    use proofdesk_store::Tx;

    use super::{AnswerFact, Answered, QuestionKind, sql, view};
    use crate::cx::Cx;
    use crate::error::{OrNotFound as _, Result};
    use crate::permission::Permission;
    use crate::ticket::actions::Edit;
    use crate::ticket::{Change, Ticket};

    /// Answers a question as it was done before the guard knew what it knows now.
    pub async fn answer_unguarded(
        tx: &Tx<'_>,
        cx: &mut Cx,
        ticket: &Ticket,
        question: &str,
        value: &str,
    ) -> Result<()> {
        let mut edit = Edit::begin(tx, cx, &ticket.public_id, Permission::TicketRead, None).await?;
        let message_id = view::first_message(tx, ticket.id).await?.or_not_found()?;
        let (question, value) = (question.to_owned(), Some(value.to_owned()));
        let fact = AnswerFact { question, kind: QuestionKind::Text, value };
        sql::set_answer(tx, ticket.id, 0, &fact, 0, message_id).await?;
        let answered = Answered { message_id, form_version: 0, answers: vec![fact] };
        edit.apply(cx, Change::Answered(answered));
        edit.save(tx, cx).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn answers(given: &[(&str, Option<&str>)]) -> Answers {
        let owned =
            |(key, value): &(&str, Option<&str>)| ((*key).to_owned(), value.map(str::to_owned));
        given.iter().map(owned).collect()
    }

    #[test]
    fn a_missing_hash_asks_where_it_was_sent_from() {
        let form = builtin::form("deposit-not-credited");
        let keys = |answers: &Answers| -> Vec<String> {
            form.asked(answers).into_iter().map(|question| question.key.clone()).collect()
        };
        assert!(!keys(&answers(&[])).contains(&"recording".to_owned()));
        let lacking = answers(&[("tx", None)]);
        assert!(keys(&lacking).contains(&"platform".to_owned()));
        assert!(keys(&lacking).contains(&"recording".to_owned()));
        assert!(!keys(&answers(&[("tx", Some("0xab"))])).contains(&"platform".to_owned()));
    }

    #[test]
    fn what_is_lacking_is_said_and_not_missing() {
        let form = builtin::form("deposit-not-credited");
        let nothing = form.completeness(&answers(&[]));
        assert!(nothing.missing.contains(&"tx".to_owned()));
        let lacking = form.completeness(&answers(&[("tx", None)]));
        assert!(!lacking.missing.contains(&"tx".to_owned()));
        assert!(lacking.asked > nothing.asked);
        assert_eq!(lacking.answered, 0);
    }

    #[test]
    fn networks_are_networks() {
        for (stable, _) in NETWORKS {
            proofdesk_evidence::Network::parse(stable).unwrap();
        }
    }
}
