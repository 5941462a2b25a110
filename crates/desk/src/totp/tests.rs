#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;

use super::*;

/// The seed of RFC 6238, appendix B.
const SECRET: [u8; 20] = *b"12345678901234567890";

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000)
}

#[test]
fn knows_the_vectors_of_the_rfc() {
    // Its codes have eight digits; an authenticator shows the last six.
    for (seconds, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(proven_step(&SECRET, code, at(seconds), None), Some(seconds / 30), "{seconds}");
    }
}

#[test]
fn one_step_early_or_late_is_near_enough() {
    for seconds in [59 - 30, 59, 59 + 30] {
        assert_eq!(proven_step(&SECRET, " 287 082", at(seconds), None), Some(1), "{seconds}");
    }
    assert_eq!(proven_step(&SECRET, "287082", at(59 + 60), None), None);
    for code in ["", "287081", "2870820", "+87082", "２８７０８２"] {
        assert_eq!(proven_step(&SECRET, code, at(59), None), None, "{code}");
    }
}

#[test]
fn a_step_counts_once() {
    assert_eq!(proven_step(&SECRET, "287082", at(59), Some(0)), Some(1));
    assert_eq!(proven_step(&SECRET, "287082", at(59), Some(1)), None);
    assert_eq!(proven_step(&SECRET, "287082", at(59), Some(2)), None);
}

#[test]
fn a_clock_that_was_ahead_locks_nobody_out() {
    assert_eq!(proven_step(&SECRET, "287082", at(59), Some(70_000_000)), Some(1));
}

#[test]
fn recovery_codes_are_read_as_people_type_them() {
    let staff_id = crate::testing::cx().id();
    let mut cx = crate::testing::cx();
    let codes = recovery_codes(&mut cx);
    assert_eq!(codes.len(), limits::RECOVERY_CODES);
    let code = codes.first().unwrap();
    assert_eq!(code.len(), 19);
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    assert_eq!(recovery_hash(staff_id, &typed), recovery_hash(staff_id, code));
    let other: StaffId = cx.id();
    assert_ne!(recovery_hash(other, code), recovery_hash(staff_id, code));
}

#[test]
fn the_url_is_what_authenticators_read() {
    let enrolment = enrolment(SECRET, "Acme: Exchange", "ada@example.com").unwrap();
    assert_eq!(enrolment.secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert!(enrolment.otpauth_url.starts_with("otpauth://totp/Acme"), "{}", enrolment.otpauth_url);
    assert!(enrolment.otpauth_url.contains(&enrolment.secret));
    assert_eq!(format!("{enrolment:?}"), "Enrolment(…)");
}

proptest! {
    #[test]
    fn no_code_is_accepted_twice(seconds in 1_000i64..4_000_000_000, later in 0i64..120) {
        let totp = Builder::new().with_secret(SECRET).build().unwrap();
        let code = totp.generate(u64::try_from(seconds).unwrap()).to_string();
        let step = proven_step(&SECRET, &code, at(seconds), None).unwrap();
        let again = proven_step(&SECRET, &code, at(seconds + later), Some(step));
        // Neighbouring steps may share a code by chance, one in a million.
        prop_assert!(again.is_none_or(|again| again > step));
    }
}
