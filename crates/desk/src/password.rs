//! Passwords of staff: which ones are accepted, and how they are kept (argon2id, RFC 9106).
//!
//! Hashing takes tens of milliseconds and 19 MiB on purpose. It never runs inside a write closure: the edge reads a
//! [`Candidate`], calls [`Candidate::check`] under [`computed`], and hands the [`Checked`] to the verb.

pub mod actions;
pub mod event;
pub mod view;
mod weak;

use std::fmt;
use std::sync::{Arc, LazyLock};

use argon2::password_hash::phc;
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use proofdesk_store::{FromValue, ToValue, Value, ValueRef};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

use crate::code::Code;
use crate::email::EmailAddress;
use crate::error::{Error, Result};
use crate::id::StaffId;
use crate::limits;
use crate::quota::Doors;

/// Every statement of the noun, for the test that prepares each on both engines. Passwords rest in the staff's rows.
pub const ALL: &[&str] = &[view::BY_EMAIL, view::BY_ID];

/// A hash of nothing anybody can type, with the parameters of the real ones: what an unknown address is checked
/// against, so that the answer takes as long as for a known one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$cHJvb2ZkZXNrLW5vYm9keQ\
    $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password as typed. It has no `Display`, and its `Debug` tells nothing.
pub struct Plain(String);

impl Plain {
    /// Takes what was typed, normalised (NFC), so that the same keys match on every keyboard and system.
    pub fn new(typed: &str) -> Self {
        Self(typed.nfc().collect())
    }
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plain(…)")
    }
}

/// A new password that is good enough to be kept.
#[derive(Debug)]
pub struct NewPassword(Plain);

impl NewPassword {
    /// Refuses weak passwords: shorter than 12 or longer than 256 characters, the member's own address, or one of
    /// those that everybody tries first. `field` is the field's name in the request.
    ///
    /// # Errors
    /// `field-too-short`, `field-too-long`, `password-weak`.
    pub fn new(field: &str, typed: &str, email: &EmailAddress) -> Result<Self> {
        let plain = Plain::new(typed);
        let chars = plain.0.chars().count();
        let limit = |code, limit: usize| {
            Err(Error::field_with(field, code, vec![("limit", limit.to_string())]))
        };
        if chars < limits::PASSWORD_CHARS_MIN {
            return limit(Code::FieldTooShort, limits::PASSWORD_CHARS_MIN);
        }
        if chars > limits::PASSWORD_CHARS_MAX {
            return limit(Code::FieldTooLong, limits::PASSWORD_CHARS_MAX);
        }
        if weak::is_weak(&plain.0, email) {
            return limit(Code::PasswordWeak, limits::PASSWORD_CHARS_MIN);
        }
        Ok(Self(plain))
    }

    /// Hashes with argon2id (19 MiB, 2 passes, 1 lane: OWASP's first choice). `salt` is fresh random bytes.
    ///
    /// Takes a core for tens of milliseconds: call it under [`computed`].
    ///
    /// # Errors
    /// `Broken` when argon2 refuses, which no password of allowed length causes.
    pub fn hash(&self, salt: [u8; 16]) -> Result<PasswordHash> {
        let hash: phc::PasswordHash = Argon2::default()
            .hash_password_with_salt(self.0.0.as_bytes(), &salt)
            .map_err(|_unreachable| Error::Broken { what: "argon2 refused a password" })?;
        Ok(PasswordHash(hash.to_string()))
    }
}

/// What rests of a password: a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

impl ToValue for PasswordHash {
    fn to_value(&self) -> Value<'_> {
        Value::Text(&self.0)
    }
}

impl FromValue for PasswordHash {
    fn from_value(value: ValueRef<'_>) -> proofdesk_store::Result<Self> {
        String::from_value(value).map(Self)
    }
}

/// Says whether `plain` is the password behind `hash`. Without a hash it takes as long and says no.
fn verify(plain: &Plain, hash: Option<&PasswordHash>) -> bool {
    let text = hash.map_or(NOBODY, |hash| hash.0.as_str());
    let matched = Argon2::default().verify_password(plain.0.as_bytes(), text).is_ok();
    matched && hash.is_some()
}

/// Whom a typed password is to be checked against: found by [`view::candidate`], before any transaction.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub(crate) doors: Doors,
    /// `None` for an address that nobody has, or nobody with a password.
    pub(crate) known: Option<(StaffId, PasswordHash)>,
}

/// A candidate with the answer whether the password fits. Only [`Candidate::check`] makes one.
#[derive(Clone, Debug)]
pub struct Checked {
    pub(crate) doors: Doors,
    pub(crate) known: Option<(StaffId, PasswordHash)>,
    pub(crate) matched: bool,
}

impl Candidate {
    /// Compares. Takes a core for tens of milliseconds, whether the account exists or not: call it under
    /// [`computed`].
    pub fn check(self, plain: &Plain) -> Checked {
        let matched = verify(plain, self.known.as_ref().map(|(_, hash)| hash));
        Checked { doors: self.doors, known: self.known, matched }
    }
}

static AT_ONCE: LazyLock<Arc<Semaphore>> =
    LazyLock::new(|| Arc::new(Semaphore::new(limits::PASSWORD_HASHES_AT_ONCE)));

/// Runs costly work with passwords on the blocking pool, a few at a time; the others wait their turn.
///
/// # Errors
/// `Broken` when the work panicked or the runtime is going down.
pub async fn computed<R, F>(work: F) -> Result<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    const LOST: Error = Error::Broken { what: "password work was lost" };
    let permit = AT_ONCE.clone().acquire_owned().await.map_err(|_closed| LOST)?;
    tokio::task::spawn_blocking(move || {
        let _until_done = permit;
        work()
    })
    .await
    .map_err(|_panicked| LOST)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn email() -> EmailAddress {
        EmailAddress::parse("email", "ada.lovelace@example.com").unwrap()
    }

    fn accept(typed: &str) -> Result<NewPassword> {
        NewPassword::new("password", typed, &email())
    }

    #[test]
    fn hashes_verify_and_only_for_the_same_password() {
        // "é" typed as one code point, then as two.
        let hash = accept("correct café staple").unwrap().hash([7; 16]).unwrap();
        assert!(hash.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify(&Plain::new("correct cafe\u{301} staple"), Some(&hash)));
        assert!(!verify(&Plain::new("correct cafe staple"), Some(&hash)));
        assert!(!verify(&Plain::new(""), Some(&hash)));
    }

    #[test]
    fn nobody_has_a_password_but_the_same_costs() {
        let nobody = phc::PasswordHash::new(NOBODY).unwrap();
        let somebody = accept("correct horse staple").unwrap().hash([7; 16]).unwrap();
        let somebody = phc::PasswordHash::new(&somebody.0).unwrap();
        assert_eq!(nobody.params, somebody.params);
        assert_eq!(nobody.algorithm, somebody.algorithm);
        assert!(!verify(&Plain::new(""), None));
    }

    #[test]
    fn weak_ones_are_refused() {
        let code = |typed: &str| accept(typed).map(|_| ()).map_err(|e| e.code());
        assert_eq!(code("short"), Err(Code::FieldTooShort));
        assert_eq!(code("ありがとうございます"), Err(Code::FieldTooShort));
        assert_eq!(code(&"long".repeat(65)), Err(Code::FieldTooLong));
        for typed in [
            "Ada.Lovelace@Example.com",
            "Password1234!",
            "123456789012",
            "aaaaaaaaaaaaa",
            "qwertyuiop[]",
        ] {
            assert_eq!(code(typed), Err(Code::PasswordWeak), "{typed}");
        }
        assert_eq!(code("correct horse"), Ok(()));
    }

    #[tokio::test]
    async fn work_runs_elsewhere_and_its_panic_is_an_error() {
        assert_eq!(computed(|| 6 * 7).await.unwrap(), 42);
        let lost = computed(|| -> u8 { panic!("in the pool") }).await;
        assert_eq!(lost.unwrap_err().code(), Code::Internal);
    }

    #[test]
    fn secrets_hide_in_debug() {
        let password = accept("correct horse staple").unwrap();
        assert_eq!(format!("{password:?}"), "NewPassword(Plain(…))");
        assert_eq!(format!("{:?}", password.hash([1; 16]).unwrap()), "PasswordHash(…)");
    }
}
