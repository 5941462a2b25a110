//! Identifiers: UUIDv7 newtypes for rows, and the short public id that people quote by mail and phone.

use std::fmt;
use std::str::FromStr;

use proofdesk_store::{FromValue, ToValue, Value, ValueRef};
use serde::{Deserialize, Serialize};

/// A row's identifier: a UUIDv7 made by the application.
pub trait Id: Copy {
    fn from_uuid(uuid: uuid::Uuid) -> Self;
    fn uuid(self) -> uuid::Uuid;
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl Id for $name {
            fn from_uuid(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }

            fn uuid(self) -> uuid::Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl ToValue for $name {
            fn to_value(&self) -> Value<'_> {
                Value::Uuid(self.0)
            }
        }

        impl FromValue for $name {
            fn from_value(value: ValueRef<'_>) -> proofdesk_store::Result<Self> {
                uuid::Uuid::from_value(value).map(Self)
            }
        }
    )*};
}

id_types! {
    AbsenceId, AccountActId, ApiTokenId, ArticleFeedbackId, ArticleFileId, ArticleId, AttachmentId, BrandId, CategoryId, ConstraintId, CustomerId, DepartmentId, EventId, EvidenceId, ExchangeEventId, ExchangeKeyId, GlossaryTermId, HelpSectionId, IdentityId, JobId, LinkId, LogVerificationId, MacroId,
    MessageId, MissedSearchId, NotificationDeliveryId, NotificationId, OrganisationId, PushSubscriptionId, RescanId, RoleId, SavedViewId, SessionId, SideConversationId, SideLinkId, SkillId, StaffId, StatusId, TagId,
    TeamId, TicketId, TicketLinkId, UploadId, VerificationAskId,
    WebhookDeliveryId, WebhookId,
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_CHARACTERS: usize = 8;

/// What a person quotes: `PD-XXXX-XXXX-C`, 40 random bits in Crockford's base32 and a check character.
///
/// The check character is a weighted sum over GF(2^5), so every single wrong character and every swap of two
/// characters is noticed. Reading accepts lower case, missing hyphens, and `I`, `L`, `O` for `1`, `1`, `0`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicId(String);

/// A text that is no public id. Says which rule it breaks, so that a person can find the slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublicIdError {
    /// Not `PD-` and nine characters of the alphabet.
    #[error("a ticket number looks like PD-XXXX-XXXX-X")]
    Shape,
    /// The check character does not fit: a character is wrong or two are swapped.
    #[error("the check character does not fit: a character is mistyped")]
    Check,
}

impl PublicId {
    /// Makes the id of 40 random bits (the rest of `bits` is ignored).
    pub fn from_bits(bits: u64) -> Self {
        let mut digits = [0u8; RANDOM_CHARACTERS];
        for (i, digit) in digits.iter_mut().enumerate() {
            *digit = u8::try_from((bits >> (5 * (RANDOM_CHARACTERS - 1 - i))) & 31).unwrap_or(0);
        }
        let text: Vec<char> = digits.iter().chain([&check(&digits)]).map(|d| letter(*d)).collect();
        let (a, rest) = text.split_at(4);
        let (b, c) = rest.split_at(4);
        let join = |part: &[char]| part.iter().collect::<String>();
        Self(format!("PD-{}-{}-{}", join(a), join(b), join(c)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn letter(digit: u8) -> char {
    ALPHABET.get(usize::from(digit)).map_or('0', |b| char::from(*b))
}

fn digit(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|b| char::from(*b) == c).and_then(|i| u8::try_from(i).ok())
}

/// Multiplies by the generator of GF(2^5) with x^5 + x^2 + 1.
fn double(x: u8) -> u8 {
    let shifted = x << 1;
    if shifted & 32 != 0 { (shifted ^ 0b10_0101) & 31 } else { shifted }
}

fn check(digits: &[u8]) -> u8 {
    digits.iter().fold(0, |sum, d| double(sum ^ d))
}

impl FromStr for PublicId {
    type Err = PublicIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let compact: String = text.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect();
        let body = compact
            .get(..2)
            .filter(|prefix| prefix.eq_ignore_ascii_case("pd"))
            .and_then(|_| compact.get(2..))
            .ok_or(PublicIdError::Shape)?;
        let digits: Vec<u8> =
            body.chars().map(digit).collect::<Option<_>>().ok_or(PublicIdError::Shape)?;
        let Some((last, random)) = digits.split_last() else { return Err(PublicIdError::Shape) };
        if random.len() != RANDOM_CHARACTERS {
            return Err(PublicIdError::Shape);
        }
        if check(random) != *last {
            return Err(PublicIdError::Check);
        }
        Ok(Self::from_bits(random.iter().fold(0, |bits, d| (bits << 5) | u64::from(*d))))
    }
}

impl TryFrom<String> for PublicId {
    type Error = PublicIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PublicId> for String {
    fn from(id: PublicId) -> Self {
        id.0
    }
}

impl fmt::Display for PublicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToValue for PublicId {
    fn to_value(&self) -> Value<'_> {
        Value::Text(&self.0)
    }
}

impl FromValue for PublicId {
    fn from_value(value: ValueRef<'_>) -> proofdesk_store::Result<Self> {
        String::from_value(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        let id = PublicId::from_bits(0x01_2345_6789);
        let typed = id.as_str().to_lowercase().replace('-', " ").replace('0', "o");
        assert_eq!(typed.parse::<PublicId>().unwrap(), id);
        assert_eq!("PD-1234".parse::<PublicId>(), Err(PublicIdError::Shape));
        assert_eq!("".parse::<PublicId>(), Err(PublicIdError::Shape));
        assert_eq!("ÄÖ-1234-1234-1".parse::<PublicId>(), Err(PublicIdError::Shape));
    }

    proptest! {
        #[test]
        fn every_single_slip_is_noticed(bits in 0u64..(1 << 40), at in 0usize..9, by in 1u8..32) {
            let id = PublicId::from_bits(bits);
            let mut digits: Vec<u8> = id.as_str()[3..].chars().filter_map(digit).collect();
            digits[at] ^= by;
            let typed: String = "PD".chars().chain(digits.iter().map(|d| letter(*d))).collect();
            prop_assert_eq!(typed.parse::<PublicId>(), Err(PublicIdError::Check));
        }

        #[test]
        fn every_swap_is_noticed(bits in 0u64..(1 << 40), a in 0usize..9, b in 0usize..9) {
            let id = PublicId::from_bits(bits);
            let mut digits: Vec<u8> = id.as_str()[3..].chars().filter_map(digit).collect();
            prop_assume!(digits[a] != digits[b]);
            digits.swap(a, b);
            let typed: String = "PD".chars().chain(digits.iter().map(|d| letter(*d))).collect();
            prop_assert_eq!(typed.parse::<PublicId>(), Err(PublicIdError::Check));
        }
    }
}
