//! Finds text in which staff ask a customer for a secret, so that it is refused before it is sent.
//!
//! Exchanges tell their customers that support never asks for a password, a code, a seed phrase or a key. That is worth
//! something only if it cannot happen: every message, macro and article that leaves the desk is read by [`asks`], and
//! what asks is not sent.
//!
//! ```
//! use proofdesk_guard::outgoing::{Wanted, asks};
//!
//! let text = "Thank you. To verify the wallet, reply with the twelve words.";
//! let found = asks(text);
//! assert_eq!(found[0].wanted, Wanted::SeedPhrase);
//! assert_eq!(&text[found[0].start..found[0].end], "reply with the twelve words");
//!
//! assert!(asks("Never share your seed phrase, not even with us.").is_empty());
//! assert!(asks("Enter the code on the login page.").is_empty());
//! ```
//!
//! # How it reads
//!
//! 1. The text is squeezed (`squeeze`): letters and digits only, folded, with every gap between them remembered. "p a s s
//!    w o r d", "pass-word", "ｐａｓｓｗｏｒｄ" and "p4ssword" are the same word from here on.
//! 2. One automaton finds the cues of ten languages (`words`): names of secrets, verbs, negations, warnings, places.
//! 3. Sentence by sentence (`reading`), every name becomes a candidate, and so does a sentence without one. A candidate is
//!    a few hundred features: groups of letters and words (`grams`) with the name taken out, the cues and signs around it
//!    (`signs`), and the sentences before and behind.
//! 4. A linear model (`model`) adds up their weights. From a threshold on, it is a request.
//!
//! The weights are learnt from `corpus/outgoing` by `cargo run -p proofdesk-guard --example train_outgoing`, which makes the
//! same file byte for byte whenever it runs.
//!
//! # What it promises
//!
//! Pure, without panic, linear in the length of the text. It counts words and does not understand them: `docs/guard.md`
//! says how often it is wrong on texts that it has not learnt.

mod cue;
mod grams;
mod letters;
mod model;
mod quote;
mod reading;
mod search;
mod signs;
mod squeeze;
mod topics;
#[doc(hidden)]
pub mod training;
mod words;
mod work;

use model::Model;
use reading::Candidate;
use squeeze::Squeezed;

/// What staff want to know and must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// A password, PIN or the like of an account; also "your login details".
    Password,
    /// A code of a second factor, in whatever way it comes, a backup code, or the key that makes such codes.
    OneTimeCode,
    /// The words from which a wallet is restored.
    SeedPhrase,
    /// A private key, a keystore file.
    PrivateKey,
    /// The secret or the passphrase of an API key. The key's own id is public and may be asked for.
    ApiSecret,
    /// The digits on the back of a card.
    CardSecurityCode,
}

impl Wanted {
    /// Every variant.
    pub const ALL: [Wanted; 6] = [
        Wanted::Password,
        Wanted::OneTimeCode,
        Wanted::SeedPhrase,
        Wanted::PrivateKey,
        Wanted::ApiSecret,
        Wanted::CardSecurityCode,
    ];

    /// Gives the stable name, in kebab-case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Wanted::Password => "password",
            Wanted::OneTimeCode => "one-time-code",
            Wanted::SeedPhrase => "seed-phrase",
            Wanted::PrivateKey => "private-key",
            Wanted::ApiSecret => "api-secret",
            Wanted::CardSecurityCode => "card-security-code",
        }
    }
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One place where a text asks for a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// What it asks for.
    pub wanted: Wanted,
    /// First byte of the clause that asks, in the text that was given; always on a character boundary.
    pub start: usize,
    /// First byte after it. Punctuation at the end is not a part of it.
    pub end: usize,
}

/// Builds the dictionary, if nobody has.
pub(crate) fn prepare() {
    search::prepare();
}

/// Finds where a text asks its reader for a secret.
///
/// In the order of the text; empty when it may be sent. Two secrets in one clause are two entries with the same span.
/// Give it text in Unicode normalisation form C, with macros filled in or not.
pub fn asks(text: &str) -> Vec<Ask> {
    let squeezed = Squeezed::new(text);
    let cues = search::cues(&squeezed);
    let model = Model::built_in();
    let mut asks = Vec::new();
    reading::visit(text, &squeezed, &cues, |candidate| {
        if model.is_asked(&candidate) {
            let Candidate { wanted, start, end, .. } = candidate;
            asks.push(Ask { wanted, start, end });
        }
    });
    asks.sort_by_key(|ask| (ask.start, ask.end, ask.wanted));
    // One clause may name a secret twice.
    let mut ends = Wanted::ALL.map(|wanted| (wanted, 0));
    asks.retain(|ask| {
        let end = ends.iter_mut().find(|(wanted, _)| *wanted == ask.wanted);
        end.is_none_or(|(_, end)| ask.end > std::mem::replace(end, ask.end.max(*end)))
    });
    asks
}
