use crate::email::EmailAddress;

/// Words that carry the passwords which everybody tries first. The list is short: twelve characters rule out most.
const STEMS: &[&str] = &[
    "abcdefghijkl",
    "abcd",
    "abc",
    "admin",
    "administrator",
    "adminadmin",
    "bitcoin",
    "changeme",
    "coinex",
    "computer",
    "correcthorsebatterystaple",
    "crypto",
    "dragon",
    "ethereum",
    "football",
    "freedom",
    "iloveyou",
    "letmein",
    "liverpool",
    "login",
    "master",
    "michael",
    "monkey",
    "newpassword",
    "ninja",
    "pass",
    "passw0rd",
    "passwd",
    "password",
    "passwort",
    "princess",
    "proofdesk",
    "qazwsx",
    "qazwsxedc",
    "qwerty",
    "qwertyuiop",
    "qwertzuiop",
    "qwerty123",
    "secret",
    "shadow",
    "starwars",
    "summer",
    "sunshine",
    "superman",
    "supersecret",
    "support",
    "supportdesk",
    "temp",
    "temporary",
    "test",
    "testing",
    "trustno",
    "trustnoone",
    "user",
    "wallet",
    "welcome",
    "whatever",
    "winter",
    "woaini",
    "zxcvbnm",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "1qaz2wsx",
];

/// Runs along which a finger walks.
const RUNS: &[&str] =
    &["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "asdfghjkl;'"];

/// Says whether a password is among the first that anybody would try at this account.
pub fn is_weak(password: &str, email: &EmailAddress) -> bool {
    let lower = password.to_lowercase();
    if lower == email.as_str() || few_kinds(&lower) {
        return true;
    }
    let bare: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let core = bare.trim_matches(|c: char| c.is_ascii_digit());
    let local: String = email.local_part().chars().filter(|c| c.is_alphanumeric()).collect();
    [lower.as_str(), bare.as_str(), core].into_iter().any(|text| {
        text.is_empty()
            || text == local
            || STEMS.contains(&text)
            || is_repeated(text)
            || is_run(text)
    })
}

/// Four different characters or fewer.
fn few_kinds(text: &str) -> bool {
    let mut kinds: Vec<char> = text.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.len() <= 4
}

/// A common word typed several times.
fn is_repeated(text: &str) -> bool {
    STEMS.iter().any(|stem| text.len() > stem.len() && text.split(stem).all(str::is_empty))
}

/// A piece of a run, forwards or backwards.
fn is_run(text: &str) -> bool {
    let backwards: String = text.chars().rev().collect();
    RUNS.iter().any(|run| run.contains(text) || run.contains(&backwards))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn knows_what_everybody_tries_first() {
        let email = EmailAddress::parse("email", "grace.hopper@example.com").unwrap();
        for weak in [
            "passwordpassword",
            "password123456",
            "P.a.s.s.w.o.r.d.1.2",
            "2026Welcome2026",
            "098765432109",
            "zyxwvutsrqpon",
            "abababababab",
            "gracehopper1906",
            "proofdesk2026",
            "1qaz2wsx3edc",
            "!!!!!!!!!!!!",
        ] {
            assert!(is_weak(weak, &email), "{weak}");
        }
        for good in [
            "velvet-anchor-71",
            "каждый охотник",
            "我每天早上喝一杯很浓的咖啡",
            "grace walks to the lake",
        ] {
            assert!(!is_weak(good, &email), "{good}");
        }
    }
}
