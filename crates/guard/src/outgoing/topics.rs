//! What a text is about, which tells what "the code" or "those words" are.

use super::Wanted;
use super::cue::{Cue, Topic};
use super::search::Found;
use super::work;

/// What a text has been about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Topics {
    codes: bool,
    api: bool,
    wallet: bool,
}

impl Topics {
    pub fn of(cues: &[Found]) -> Topics {
        let mut topics = Topics::default();
        for found in cues {
            work::steps(1);
            topics.add(found.cue);
        }
        topics
    }

    fn add(&mut self, cue: Cue) {
        match cue {
            Cue::Topic(Topic::Codes) | Cue::Secret(Wanted::OneTimeCode) => self.codes = true,
            Cue::Topic(Topic::Api) | Cue::Secret(Wanted::ApiSecret) => self.api = true,
            Cue::Topic(Topic::Wallet) | Cue::Secret(Wanted::SeedPhrase | Wanted::PrivateKey) => {
                self.wallet = true;
            }
            _ => {}
        }
    }

    /// Tells whether a hint at a secret can mean it here.
    pub fn include(self, wanted: Wanted) -> bool {
        match wanted {
            Wanted::OneTimeCode => self.codes,
            Wanted::ApiSecret => self.api,
            Wanted::SeedPhrase | Wanted::PrivateKey => self.wallet,
            Wanted::Password | Wanted::CardSecurityCode => false,
        }
    }

    /// Gives the secret that a text about this would want.
    pub fn guess(self) -> Option<Wanted> {
        let codes = self.codes.then_some(Wanted::OneTimeCode);
        let api = self.api.then_some(Wanted::ApiSecret);
        codes.or(api).or(self.wallet.then_some(Wanted::SeedPhrase))
    }
}
