//! The closed list of kinds, and the one table of their rules.
//!
//! A new kind is one file here, one variant, one row of [`DETECTORS`].

use crate::text::Text;

mod extended_key;
mod hex_key;
mod seed_phrase;
mod wif_key;

/// The closed list of secrets that the guard knows; the name is also what stands inside the mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A mnemonic of words from the BIP-39 English list: BIP-39 itself, Electrum, native TON, Algorand, or a part of one.
    SeedPhrase,
    /// A private key in wallet import format (Bitcoin, its test networks, Litecoin, Dogecoin, Dash).
    WifKey,
    /// An extended private key (BIP-32, with the version bytes of SLIP-132).
    ExtendedKey,
    /// A private key as hexadecimal digits, known by the words beside it.
    HexKey,
}

impl Kind {
    /// Every kind, in the order in which overlapping findings are decided.
    pub const ALL: [Kind; 4] = [Kind::SeedPhrase, Kind::WifKey, Kind::ExtendedKey, Kind::HexKey];

    /// Gives the stable name, in kebab-case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::SeedPhrase => "seed-phrase",
            Kind::WifKey => "wif-key",
            Kind::ExtendedKey => "extended-private-key",
            Kind::HexKey => "hex-private-key",
        }
    }

    /// Gives what stands in the text in place of the secret: `⟦` name `⟧`.
    pub const fn mask(self) -> &'static str {
        match self {
            Kind::SeedPhrase => "⟦seed-phrase⟧",
            Kind::WifKey => "⟦wif-key⟧",
            Kind::ExtendedKey => "⟦extended-private-key⟧",
            Kind::HexKey => "⟦hex-private-key⟧",
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A secret in the text that was scanned, in bytes of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub certain: bool,
}

type Detector = fn(&Text<'_>, &mut Vec<Span>);

/// One function per kind, each appends the secrets of its kind that stand in the text.
pub(crate) const DETECTORS: [Detector; Kind::ALL.len()] =
    [seed_phrase::find, wif_key::find, extended_key::find, hex_key::find];

/// Tells whether a token has the form of a secret that only the words beside it can prove.
pub(crate) fn is_candidate(key: &str) -> bool {
    hex_key::has_form(key) || wif_key::has_form(key)
}
