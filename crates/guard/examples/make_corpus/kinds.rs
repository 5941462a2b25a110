//! The kinds of secrets, the section of the contexts that suits each, and who makes them.

use crate::phrases::Phrases;
use crate::random::Random;
use crate::secret::Secret;
use crate::{accounts, api, keys};

/// What a maker may look at besides its own randomness.
pub struct Turn<'a> {
    pub phrases: &'a Phrases,
    /// `tuning`, `frozen` or `frozen-2`: no phrase is in two of them.
    pub half: &'a str,
    pub lang: &'a str,
    /// How many of this kind were made before, over all languages.
    pub number: usize,
}

/// A kind by the name that the guard gives it.
pub struct Kind {
    pub name: &'static str,
    pub section: &'static str,
    /// Cases in each half.
    pub count: usize,
    pub make: fn(&Turn<'_>, &mut Random) -> Secret,
}

const COUNT: usize = 140;

pub const fn kind(
    name: &'static str,
    section: &'static str,
    make: fn(&Turn<'_>, &mut Random) -> Secret,
) -> Kind {
    Kind { name, section, count: COUNT, make }
}

pub const KINDS: &[Kind] = &[
    Kind {
        count: 600,
        ..kind("seed-phrase", "phrase", |turn, random| turn.phrases.seed(turn, random))
    },
    kind("slip39-share", "phrase", |turn, _| turn.phrases.of_scheme("slip39", turn)),
    kind("monero-seed", "phrase", |turn, _| turn.phrases.of_scheme("monero", turn)),
    kind("wif-key", "key", |_, random| keys::wif(random)),
    kind("extended-private-key", "key", |_, random| keys::extended(random)),
    kind("hex-private-key", "hex", |_, random| keys::hex(random)),
    kind("bip38-key", "key", |_, random| keys::bip38(random)),
    kind("xrp-seed", "key", |_, random| keys::xrp(random)),
    kind("stellar-secret", "key", |_, random| keys::stellar(random)),
    kind("solana-keypair", "key", |_, random| keys::solana(random)),
    kind("keystore", "blob", |_, random| keys::keystore(random)),
    kind("pem-private-key", "blob", |_, random| keys::pem(random)),
    kind("otpauth-uri", "otp", |_, random| accounts::otpauth(random)),
    kind("totp-secret", "otp", |_, random| accounts::totp(random)),
    kind("one-time-code", "code", |_, random| accounts::code(random)),
    kind("password", "password", |_, random| accounts::password(random)),
    Kind {
        count: 280,
        ..kind("api-secret", "api", |turn, random| api::secret(turn.number, random))
    },
    kind("api-passphrase", "passphrase", |turn, random| api::passphrase(turn.number, random)),
    kind("session-token", "session", |_, random| accounts::session(random)),
    kind("card-number", "card", |_, random| accounts::card(random)),
    kind("iban", "iban", |_, random| accounts::iban(random)),
];
