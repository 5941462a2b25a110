//! The second factor of staff: one-time codes of an authenticator (RFC 6238: SHA-1, six digits, 30 seconds), and
//! recovery codes for the day when the telephone is gone.

pub mod actions;
pub mod event;
mod sql;

use std::fmt;

use proofdesk_sealing::Keyring;
use sha2::{Digest as _, Sha256};
use totp_rs::{Builder, Totp};

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::StaffId;
use crate::limits;
use crate::time::Timestamp;

pub use sql::ALL;

/// Seconds that a code is shown.
const STEP_S: u64 = 30;
/// Steps before and after the present one whose codes are accepted (RFC 6238, section 5.2).
const SKEW: i64 = 1;
const SECRET_BYTES: usize = 20;
/// Without letters that are read as digits.
const RECOVERY_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A secret on its way to an authenticator, shown once.
pub struct Enrolment {
    /// Base32, for typing.
    pub secret: String,
    /// `otpauth://…`, for a QR code.
    pub otpauth_url: String,
}

impl fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Enrolment(…)")
    }
}

/// The step that a typed code proves, or `None`.
///
/// Only steps after `last_step` count, so that a code which was read over a shoulder opens nothing (RFC 6238, section
/// 5.2). A `last_step` that lies ahead of every acceptable step was stored by a clock that has gone back since; it
/// would lock the member out for as long as the clock was ahead, and is ignored.
fn proven_step(
    secret: &[u8; SECRET_BYTES],
    code: &str,
    now: Timestamp,
    last_step: Option<i64>,
) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let totp = Builder::new().with_secret(*secret).build().ok()?;
    let present = i64::try_from(now.seconds() / STEP_S).ok()?;
    let last = last_step.filter(|last| *last <= present + SKEW);
    (present - SKEW..=present + SKEW)
        .filter(|step| last.is_none_or(|last| *step > last))
        .find(|step| is_code_of(&totp, *step, &digits))
}

fn is_code_of(totp: &Totp, step: i64, digits: &str) -> bool {
    use subtle::ConstantTimeEq as _;
    let Ok(step) = u64::try_from(step) else { return false };
    let expected = totp.generate(step.saturating_mul(STEP_S)).to_string();
    expected.as_bytes().ct_eq(digits.as_bytes()).into()
}

/// The place that a sealed secret belongs to: moved to another member's row it does not open.
fn place(staff_id: StaffId) -> Vec<u8> {
    format!("staff.totp_secret:{staff_id}").into_bytes()
}

fn unseal(keyring: &Keyring, staff_id: StaffId, sealed: &[u8]) -> Result<[u8; SECRET_BYTES]> {
    let broken = Error::Broken { what: "a second factor's secret that does not open" };
    let opened = keyring.open(&place(staff_id), sealed);
    let bytes = opened.ok().and_then(|bytes| <[u8; SECRET_BYTES]>::try_from(bytes.as_slice()).ok());
    bytes.ok_or(broken)
}

/// Makes the secret's forms for an authenticator. `issuer` is the organisation's name.
fn enrolment(secret: [u8; SECRET_BYTES], issuer: &str, account: &str) -> Result<Enrolment> {
    let broken = |_unreachable| Error::Broken { what: "a second factor that cannot be written" };
    // A colon separates the two in the URL and may stand in neither.
    let totp = Builder::new()
        .with_secret(secret)
        .with_issuer(Some(issuer.replace(':', " ")))
        .with_account_name(account.replace(':', " "))
        .build()
        .map_err(broken)?;
    Ok(Enrolment { secret: totp.secret().to_base32(), otpauth_url: totp.to_url().map_err(broken)? })
}

/// Fresh recovery codes, `XXXX-XXXX-XXXX-XXXX`: 80 random bits each, so that their plain hashes give nothing away.
fn recovery_codes(cx: &mut Cx) -> Vec<String> {
    (0..limits::RECOVERY_CODES).map(|_| recovery_code(cx.bytes())).collect()
}

fn recovery_code(random: [u8; 16]) -> String {
    let letters: Vec<char> = random
        .iter()
        .map(|byte| RECOVERY_ALPHABET.get(usize::from(byte & 31)).map_or('0', |b| char::from(*b)))
        .collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// What rests of a recovery code. Case, spaces and hyphens do not matter, nor does `O` for `0` or `I`, `L` for `1`.
fn recovery_hash(staff_id: StaffId, typed: &str) -> [u8; 32] {
    let letters = typed.chars().filter(|c| c.is_ascii_alphanumeric());
    let plain: String = letters
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let mut hasher = Sha256::new();
    hasher.update(format!("proofdesk.recovery-code.v1\0{staff_id}\0{plain}"));
    hasher.finalize().into()
}

#[cfg(test)]
mod tests;
