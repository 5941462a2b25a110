//! What can be wrong with a value, told apart finely enough for a sentence that a customer understands.

use std::fmt;

/// One thing that is wrong or worth a warning.
///
/// [`code`](Problem::code) is stable; its data is enough to make the sentence in any language. Positions count
/// characters of the item's `value`, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The end is missing: `have` characters of `want`.
    CutOff {
        /// Characters that are there.
        have: usize,
        /// Characters that the whole has.
        want: usize,
    },
    /// There is more than belongs to it.
    TooLong {
        /// Characters that are there.
        have: usize,
        /// Characters that the whole has.
        want: usize,
    },
    /// One character is not what it was, or its case is not.
    ChangedCharacter {
        /// Where.
        position: usize,
        /// What must stand there; `None` when only the place is known.
        expected: Option<char>,
    },
    /// The checksum does not fit, and nothing tells where.
    WrongChecksum,
    /// A program shortened it for display: `0x12ab…89ef`.
    Ellipsis {
        /// Characters before the gap.
        head: usize,
        /// Characters behind it.
        tail: usize,
    },
    /// A letter of another script, or of the same script where it cannot stand, instead of the one that looks like it.
    LookAlike {
        /// Where.
        position: usize,
        /// What was typed.
        found: char,
        /// What was meant; it stands in `value`.
        meant: char,
    },
    /// Spaces stood inside; `value` is without them.
    Spaces,
    /// Line breaks stood inside; `value` is without them.
    LineBreak,
    /// Characters that nobody sees stood inside; `value` is without them.
    Invisible,
    /// Written in full-width characters; `value` is in ordinary ones.
    FullWidth,
    /// The `0x` in front is missing.
    MissingPrefix,
    /// Upper and lower case in a format that has one case only.
    MixedCase,
    /// Checked with the other of bech32 and bech32m (BIP-350): old software made it, and nobody can pay to it.
    WrongVariant,
    /// The checksum fits, but what it protects cannot be: a length or a version that does not exist.
    Malformed,
    /// Its network's coins are worth nothing.
    TestNetwork,
    /// The contract of a token: what is sent to it is lost.
    TokenContract {
        /// Ticker of the token.
        symbol: &'static str,
    },
    /// An address that nobody has the key of.
    BurnAddress,
    /// An address stands where a transaction id is wanted.
    AddressNotHash,
    /// A transaction id stands where an address is wanted.
    HashNotAddress,
    /// The host imitates a known explorer.
    LookAlikeHost {
        /// The host that it imitates.
        real: &'static str,
    },
    /// `https://known.host@other.host/`: the part before `@` is no host.
    UserInfo,
    /// An explorer does not answer at a port of its own.
    Port,
    /// Day and month can be exchanged.
    AmbiguousDate,
    /// No such day or no such time.
    NoSuchTime,
    /// It has not the form that was set up for it.
    WrongForm,
}

/// One piece of the data of a [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A count or a position of characters.
    Number(usize),
    /// A character, a ticker or a host.
    Text(String),
}

impl Problem {
    /// Every code, in the order of the list above.
    pub const CODES: &'static [&'static str] = &[
        "cut_off",
        "too_long",
        "changed_character",
        "wrong_checksum",
        "ellipsis",
        "look_alike",
        "spaces",
        "line_break",
        "invisible",
        "full_width",
        "missing_prefix",
        "mixed_case",
        "wrong_variant",
        "malformed",
        "test_network",
        "token_contract",
        "burn_address",
        "address_not_hash",
        "hash_not_address",
        "look_alike_host",
        "user_info",
        "port",
        "ambiguous_date",
        "no_such_time",
        "wrong_form",
    ];

    /// Gives the stable code, in snake_case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CutOff { .. } => "cut_off",
            Self::TooLong { .. } => "too_long",
            Self::ChangedCharacter { .. } => "changed_character",
            Self::WrongChecksum => "wrong_checksum",
            Self::Ellipsis { .. } => "ellipsis",
            Self::LookAlike { .. } => "look_alike",
            Self::Spaces => "spaces",
            Self::LineBreak => "line_break",
            Self::Invisible => "invisible",
            Self::FullWidth => "full_width",
            Self::MissingPrefix => "missing_prefix",
            Self::MixedCase => "mixed_case",
            Self::WrongVariant => "wrong_variant",
            Self::Malformed => "malformed",
            Self::TestNetwork => "test_network",
            Self::TokenContract { .. } => "token_contract",
            Self::BurnAddress => "burn_address",
            Self::AddressNotHash => "address_not_hash",
            Self::HashNotAddress => "hash_not_address",
            Self::LookAlikeHost { .. } => "look_alike_host",
            Self::UserInfo => "user_info",
            Self::Port => "port",
            Self::AmbiguousDate => "ambiguous_date",
            Self::NoSuchTime => "no_such_time",
            Self::WrongForm => "wrong_form",
        }
    }

    /// Gives the data behind the code by name, for a sentence in any language. Positions count from 0.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let number = Argument::Number;
        match self {
            Self::CutOff { have, want } | Self::TooLong { have, want } => {
                vec![("have", number(*have)), ("want", number(*want))]
            }
            Self::ChangedCharacter { position, expected } => {
                let expected = expected.map(|c| ("expected", Argument::Text(c.to_string())));
                std::iter::once(("position", number(*position))).chain(expected).collect()
            }
            Self::Ellipsis { head, tail } => vec![("head", number(*head)), ("tail", number(*tail))],
            Self::LookAlike { position, found, meant } => vec![
                ("position", number(*position)),
                ("found", Argument::Text(found.to_string())),
                ("meant", Argument::Text(meant.to_string())),
            ],
            Self::TokenContract { symbol } => {
                vec![("symbol", Argument::Text((*symbol).to_owned()))]
            }
            Self::LookAlikeHost { real } => vec![("real", Argument::Text((*real).to_owned()))],
            _ => Vec::new(),
        }
    }

    /// Tells whether the value is right nonetheless: it was typed oddly and could be mended, or deserves a warning.
    pub const fn leaves_valid(&self) -> bool {
        matches!(
            self,
            Self::LookAlike { .. }
                | Self::Spaces
                | Self::LineBreak
                | Self::Invisible
                | Self::FullWidth
                | Self::TestNetwork
                | Self::TokenContract { .. }
                | Self::BurnAddress
        )
    }

    /// Tells whether a link with it must be taken for an attack.
    pub const fn is_phishing(&self) -> bool {
        matches!(self, Self::LookAlikeHost { .. } | Self::UserInfo | Self::Port)
    }

    /// Describes it in English for developers; customers get a sentence made of the code.
    pub fn describe(&self) -> String {
        match self {
            Self::CutOff { have, want } => format!("cut off: {have} of {want} characters"),
            Self::TooLong { have, want } => format!("too long: {have} characters, not {want}"),
            Self::ChangedCharacter { position, expected: Some(c) } => {
                format!("character {} should be `{c}`", position + 1)
            }
            Self::ChangedCharacter { position, expected: None } => {
                format!("character {} is wrong", position + 1)
            }
            Self::Ellipsis { head, tail } => {
                format!("shortened: only the first {head} and the last {tail} characters are there")
            }
            Self::LookAlike { position, found, meant } => {
                format!(
                    "character {} is `{found}` (U+{:04X}), which looks like `{meant}`",
                    position + 1,
                    u32::from(*found)
                )
            }
            Self::TokenContract { symbol } => format!("the contract of {symbol}, not a wallet"),
            Self::LookAlikeHost { real } => format!("the host imitates {real}"),
            other => other.plain().to_owned(),
        }
    }

    const fn plain(&self) -> &'static str {
        match self {
            Self::WrongChecksum => "the checksum does not fit",
            Self::Spaces => "spaces inside were taken out",
            Self::LineBreak => "line breaks inside were taken out",
            Self::Invisible => "invisible characters inside were taken out",
            Self::FullWidth => "full-width characters were made ordinary",
            Self::MissingPrefix => "`0x` is missing in front",
            Self::MixedCase => "upper and lower case are mixed",
            Self::WrongVariant => "checksum of the wrong variant of bech32 (BIP-350)",
            Self::Malformed => "the checksum fits, but there is no such address",
            Self::TestNetwork => "of a test network",
            Self::BurnAddress => "nobody has the key of this address",
            Self::AddressNotHash => "an address where a transaction id is wanted",
            Self::HashNotAddress => "a transaction id where an address is wanted",
            Self::UserInfo => "the address of the page hides its true host behind `@`",
            Self::Port => "the explorer has no such port",
            Self::AmbiguousDate => "day and month can be exchanged",
            Self::NoSuchTime => "there is no such day or time",
            Self::WrongForm => "not of the form that was set up",
            _ => "",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_a_code_and_words() {
        let all = [
            Problem::CutOff { have: 1, want: 2 },
            Problem::TooLong { have: 3, want: 2 },
            Problem::ChangedCharacter { position: 0, expected: None },
            Problem::WrongChecksum,
            Problem::Ellipsis { head: 4, tail: 4 },
            Problem::LookAlike { position: 0, found: 'о', meant: 'o' },
            Problem::Spaces,
            Problem::LineBreak,
            Problem::Invisible,
            Problem::FullWidth,
            Problem::MissingPrefix,
            Problem::MixedCase,
            Problem::WrongVariant,
            Problem::Malformed,
            Problem::TestNetwork,
            Problem::TokenContract { symbol: "USDT" },
            Problem::BurnAddress,
            Problem::AddressNotHash,
            Problem::HashNotAddress,
            Problem::LookAlikeHost { real: "etherscan.io" },
            Problem::UserInfo,
            Problem::Port,
            Problem::AmbiguousDate,
            Problem::NoSuchTime,
            Problem::WrongForm,
        ];
        assert_eq!(all.iter().map(Problem::code).collect::<Vec<_>>(), Problem::CODES);
        assert!(all.iter().all(|problem| !problem.describe().is_empty()));
    }

    #[test]
    fn says_where() {
        let problem = Problem::ChangedCharacter { position: 4, expected: Some('q') };
        assert_eq!(problem.to_string(), "character 5 should be `q`");
        let arguments =
            [("position", Argument::Number(4)), ("expected", Argument::Text("q".into()))];
        assert_eq!(problem.arguments(), arguments);
        let problem = Problem::LookAlike { position: 0, found: 'Т', meant: 'T' };
        assert_eq!(problem.to_string(), "character 1 is `Т` (U+0422), which looks like `T`");
    }
}
