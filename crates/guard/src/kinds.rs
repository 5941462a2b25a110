//! The closed list of kinds, and the rules that find them.
//!
//! A new kind is one file here, one row of the table of kinds, one row of [`DETECTORS`].

use crate::text::Text;

mod api_secret;
mod bip38_key;
mod broken_key;
mod card_number;
mod extended_key;
mod hex_key;
mod iban;
mod keystore;
mod one_time_code;
mod otpauth_uri;
mod password;
mod pem_key;
mod phrase;
mod prefixed_key;
mod session_token;
mod solana_keypair;
mod stellar_secret;
mod totp_secret;
mod wif_key;
mod xrp_seed;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The closed list of secrets that the guard knows; the name is also what stands inside the mask.
        ///
        /// Where findings overlap, the one that begins first names the whole, then the one that stands first here.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $variant,)*
        }

        impl Kind {
            /// Every kind, in the order in which overlapping findings are decided.
            pub const ALL: [Kind; [$($name),*].len()] = [$(Kind::$variant),*];

            /// Gives the stable name, in kebab-case.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Kind::$variant => $name,)*
                }
            }

            /// Gives what stands in the text in place of the secret: `⟦` name `⟧`.
            pub const fn mask(self) -> &'static str {
                match self {
                    $(Kind::$variant => concat!("⟦", $name, "⟧"),)*
                }
            }
        }
    };
}

kinds! {
    /// A mnemonic of words from a BIP-39 list (ten languages of the BIP, Russian, Turkish): BIP-39 itself, Electrum,
    /// native TON, Algorand, or a part of one.
    SeedPhrase = "seed-phrase",
    /// A share of a secret in words (SLIP-0039).
    Slip39Share = "slip39-share",
    /// A mnemonic of words from Monero's English list.
    MoneroSeed = "monero-seed",
    /// A private key in wallet import format (Bitcoin, its test networks, Litecoin, Dogecoin, Dash), or one that its first letters
    /// name (Sui, Tezos, Cardano).
    WifKey = "wif-key",
    /// An extended private key (BIP-32, with the version bytes of SLIP-132).
    ExtendedKey = "extended-private-key",
    /// A private key as hexadecimal digits, known by the words beside it.
    HexKey = "hex-private-key",
    /// A private key under a passphrase (BIP-38).
    Bip38Key = "bip38-key",
    /// A family seed of the XRP Ledger (`s…`, `sEd…`).
    XrpSeed = "xrp-seed",
    /// A secret seed of Stellar (SEP-23, `S…`).
    StellarSecret = "stellar-secret",
    /// A key pair of Solana: 64 bytes as Base58 or as an array of numbers.
    SolanaKeypair = "solana-keypair",
    /// A keystore file of Ethereum, version 3 (Web3 Secret Storage).
    Keystore = "keystore",
    /// A private key between PEM lines (RFC 7468), of any algorithm.
    PemKey = "pem-private-key",
    /// A link that sets up an authenticator (`otpauth://`).
    OtpauthUri = "otpauth-uri",
    /// The shared secret of an authenticator in Base32, known by the words beside it.
    TotpSecret = "totp-secret",
    /// A code of six to eight digits, known by the words beside it.
    OneTimeCode = "one-time-code",
    /// What stands for a signed-in person: JWT, bearer token, cookie.
    SessionToken = "session-token",
    /// The secret half of an exchange's API credential, known by its field or label.
    ApiSecret = "api-secret",
    /// The passphrase of an exchange's API credential, known by its field or label.
    ApiPassphrase = "api-passphrase",
    /// A password, known by its label.
    Password = "password",
    /// The number of a payment card.
    CardNumber = "card-number",
    /// An international bank account number (ISO 13616).
    Iban = "iban",
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

impl Span {
    pub fn new(kind: Kind, range: std::ops::Range<usize>, certain: bool) -> Self {
        Span { kind, start: range.start, end: range.end, certain }
    }
}

type Detector = fn(&Text<'_>, &mut Vec<Span>);

/// The rules; each appends the secrets of its kinds that stand in the text.
pub(crate) const DETECTORS: [Detector; 20] = [
    phrase::find,
    wif_key::find,
    extended_key::find,
    hex_key::find,
    bip38_key::find,
    broken_key::find,
    prefixed_key::find,
    xrp_seed::find,
    stellar_secret::find,
    solana_keypair::find,
    keystore::find,
    pem_key::find,
    otpauth_uri::find,
    totp_secret::find,
    one_time_code::find,
    session_token::find,
    api_secret::find,
    password::find,
    card_number::find,
    iban::find,
];

/// Tells whether a token has the form of a secret that only the words beside it can prove.
pub(crate) fn is_candidate(key: &str) -> bool {
    hex_key::has_form(key)
        || wif_key::has_form(key)
        || solana_keypair::has_form(key)
        || stellar_secret::has_form(key)
}
