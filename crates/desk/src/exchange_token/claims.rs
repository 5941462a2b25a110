use serde::{Deserialize, Deserializer};

use crate::code::Code;
use crate::error::{Error, Result};
use crate::limits;
use crate::text::Clean;
use crate::time::Timestamp;

/// What the exchange says about a customer, once its signature holds. Unknown claims are ignored; a claim that stands
/// there twice is an error (RFC 7519, section 4).
#[derive(Debug, Deserialize)]
pub struct Claims {
    pub sub: String,
    pub jti: String,
    aud: Audience,
    exp: Option<NumericDate>,
    iat: Option<NumericDate>,
    nbf: Option<NumericDate>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub uid: Option<String>,
    pub locale: Option<String>,
    pub zoneinfo: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

impl Audience {
    fn contains(&self, audience: &str) -> bool {
        match self {
            Self::One(one) => one == audience,
            Self::Many(many) => many.iter().any(|one| one == audience),
        }
    }
}

/// Whole seconds since the Unix epoch. A fraction is cut off; a text is no number, whatever it says.
#[derive(Clone, Copy, Debug)]
struct NumericDate(i64);

impl<'de> Deserialize<'de> for NumericDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let text = serde_json::Number::deserialize(deserializer)?.to_string();
        let whole = text.split_once('.').map_or(text.as_str(), |(whole, _fraction)| whole);
        let seconds: i64 = whole.parse().map_err(serde::de::Error::custom)?;
        // Beyond this the arithmetic below could not be trusted, and nobody means it.
        if !(0..=1 << 40).contains(&seconds) {
            return Err(serde::de::Error::custom("out of range"));
        }
        Ok(Self(seconds))
    }
}

impl NumericDate {
    fn moment(self) -> Timestamp {
        Timestamp::from_micros(self.0.saturating_mul(1_000_000))
    }
}

impl Claims {
    /// Reads a verified payload.
    ///
    /// # Errors
    /// `token-malformed` for what is no JSON object of this shape: an `exp` in quotes, an empty `jti`.
    pub fn read(payload: &[u8]) -> Result<Self> {
        let malformed = || Error::refused(Code::TokenMalformed);
        let claims: Self = serde_json::from_slice(payload).map_err(|_why| malformed())?;
        let bearable = |name: &str| {
            // What the guard would mask is not a name: several customers would share the mask.
            let clean = Clean::line("claim", name, limits::EXCHANGE_NAME_CHARS);
            clean.is_ok_and(|clean| clean.as_str() == name)
        };
        // Only a digest of it is kept, so that the guard has no say in it: one UUID in some ten thousand looks like a secret.
        let has_id = (1..=limits::EXCHANGE_NAME_CHARS).contains(&claims.jti.trim().len());
        if bearable(&claims.sub) && has_id { Ok(claims) } else { Err(malformed()) }
    }

    /// Refuses a token for somebody else, one that lives too long or does not say how long, and one whose time is over
    /// or has not come. Returns the moment after which no clock accepts it.
    ///
    /// # Errors
    /// `token-audience`, `token-lifetime`, `token-expired`.
    pub fn check(&self, audience: &str, now: Timestamp) -> Result<Timestamp> {
        if !self.aud.contains(audience) {
            return Err(Error::refused(Code::TokenAudience));
        }
        let (Some(iat), Some(exp)) = (self.iat, self.exp) else {
            return Err(Error::refused(Code::TokenLifetime));
        };
        let (from, until) = (iat.moment(), exp.moment());
        let not_before = self.nbf.map_or(from, |nbf| nbf.moment().max(from));
        if until <= from
            || until > from + limits::EXCHANGE_TOKEN_LIFETIME
            || not_before > now + limits::CLOCK_LEEWAY
        {
            return Err(Error::refused(Code::TokenLifetime));
        }
        if now >= until + limits::CLOCK_LEEWAY {
            return Err(Error::refused(Code::TokenExpired));
        }
        Ok(until + limits::CLOCK_LEEWAY)
    }
}
