//! The shared secret of an authenticator: Base32 beside words for two-factor authentication (RFC 4226, section 4:
//! at least 128 bits; in practice 16 characters and more). Google shows it in lower case, in groups of four.

use std::ops::Range;

use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::text::Text;
use crate::value::Value;

const LENGTHS: std::ops::RangeInclusive<usize> = 16..=LONGEST;
const LONGEST: usize = 64;
const GROUP: usize = 4;
/// The lengths that authenticators and exchanges make.
const USUAL: [usize; 5] = [16, 26, 32, 52, 64];
const SHORTEST_USUAL: usize = 16;
/// Words of these languages have fewer consonants in a row.
const MOST_CONSONANTS: usize = 6;
/// How far before "key" or "secret" the word for two-factor authentication may stand, in bytes.
const REACH: usize = 100;
/// How far behind the secret.
const REACH_AFTER: usize = 60;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for label in text.labels() {
        let is_named = match label.says {
            Says::Otp => true,
            Says::Secret
            | Says::SecretKey
            | Says::PrivateKey
            | Says::Ambiguous
            | Says::ApiSecret
            | Says::Code
            | Says::Seed => text.has_before(label.start, REACH, &[Says::Otp]),
            _ => false,
        };
        if is_named {
            let secret = |value: Value| {
                let start = value.range.start;
                let length = length_at(text.after(start));
                (length > 0 && !is_called_uid(text, start))
                    .then(|| Span::new(Kind::TotpSecret, start..start + length, true))
            };
            spans.extend(text.values_after(label).find_map(secret));
        }
    }
    find_groups(text, spans);
    spans.extend(
        text.keys()
            .filter(|(range, key)| is_beside(text, range, key))
            .map(|(range, _)| Span::new(Kind::TotpSecret, range.clone(), true)),
    );
}

/// Finds secrets in groups of four on both sides of the words for two-factor authentication, also in another clause:
/// "2FA: the paper says ABCD EFGH …". Small letters need a digit, as words of four letters stand in a row.
fn find_groups(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut seen = 0;
    for label in text.labels().iter().filter(|label| label.says == Says::Otp) {
        let mut at = text.boundary(label.start.saturating_sub(2 * LONGEST)).max(seen);
        let to = text.boundary(label.end + REACH);
        while at < to {
            let rest = text.get(at, to);
            let Some(front) = rest.find(|c: char| c.is_ascii_alphanumeric()) else { break };
            let word = rest.get(front..).unwrap_or_default();
            let length = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
            let start = at + front;
            at = start + length;
            if length != GROUP || text.before(start).ends_with('-') {
                continue;
            }
            let whole = length_at(text.after(start));
            let typed = text.get(start, start + whole);
            if whole > GROUP && (is_upper(typed) || has_digit(typed)) {
                at = start + whole;
                spans.push(Span::new(Kind::TotpSecret, start..at, true));
            }
        }
        seen = at.max(seen);
    }
}

/// Tells whether words for two-factor authentication stand near a token that could be nothing else.
fn is_beside(text: &Text<'_>, range: &Range<usize>, key: &str) -> bool {
    let near = |says: Says| says == Says::Otp;
    length_at(key) == key.len()
        && !is_called_uid(text, range.start)
        && (text.has_before(range.start, REACH, &[Says::Otp])
            || text
                .labels_after(range.end)
                .iter()
                .take_while(|label| label.start - range.end <= REACH_AFTER)
                .any(|label| near(label.says)))
}

/// Tells whether "UID" stands before it: a customer's number at an exchange has sixteen letters and digits too, and who
/// lost an authenticator writes it beside.
fn is_called_uid(text: &Text<'_>, start: usize) -> bool {
    let before = text.source.get(..start).unwrap_or_default();
    let before = before.trim_end_matches([' ', ':', '：', '=', '#', '\u{A0}']).as_bytes();
    let name = before.get(before.len().saturating_sub(3)..).unwrap_or_default();
    name.eq_ignore_ascii_case(b"uid")
}

/// Measures the Base32 at the beginning of a text, in one piece or in groups of four; 0 when there is none.
fn length_at(text: &str) -> usize {
    let text = text.get(..text.floor_char_boundary(2 * LONGEST)).unwrap_or_default();
    let whole = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let first = text.get(..whole).unwrap_or_default();
    // One secret of sixteen characters in thirty has no digit; words in capitals are seldom so long.
    let has_length = USUAL.contains(&first.len())
        && (is_upper(first) || first.len() > SHORTEST_USUAL || is_gibberish(first));
    if is_base32(first) && (has_digit(first) || has_length) {
        return whole;
    }
    let grouped = grouped_length(text);
    let groups = text.get(..grouped).unwrap_or_default();
    let is_word = |group: &&str| group.contains(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
    let odd = groups.split([' ', '-']).filter(|group| !is_word(group)).count();
    if has_digit(groups) || odd >= 2 { grouped } else { 0 }
}

/// Measures four or more groups of four with a space or hyphen between.
fn grouped_length(text: &str) -> usize {
    let mut length = 0;
    let mut groups = 0;
    for group in text.split_inclusive([' ', '-']).take(16) {
        let bare = group.trim_end_matches([' ', '-']);
        let word = bare.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(bare.len());
        let rest = bare.get(..word).unwrap_or_default();
        let is_last = groups == 6 && word == 2 || groups >= 4 && word < 4 && has_digit(rest);
        if !(word == 4 || is_last) || !is_alphabet(rest) {
            break;
        }

        groups += 1;
        length = group.as_ptr().addr() - text.as_ptr().addr() + word;
        if word < bare.len() {
            break;
        }
    }
    if groups >= 4 { length } else { 0 }
}

fn is_base32(text: &str) -> bool {
    LENGTHS.contains(&text.len()) && is_alphabet(text)
}

/// Letters of one case and the digits 2 to 7.
fn is_alphabet(text: &str) -> bool {
    let upper = text.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'));
    upper || text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7'))
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Tells whether letters are no word of a language: hardly a vowel, or five other letters in a row.
fn is_gibberish(text: &str) -> bool {
    let is_vowel = |c: char| "aeiou".contains(c.to_ascii_lowercase());
    let vowels = text.chars().filter(|c| is_vowel(*c)).count();
    let longest = text.split(is_vowel).map(str::len).max().unwrap_or(0);
    vowels * 5 <= text.len() || longest >= MOST_CONSONANTS
}

fn is_upper(text: &str) -> bool {
    text.bytes().all(|byte| !byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::scan;

    #[test]
    fn finds_secrets_beside_words_for_two_factor_authentication() {
        for secret in [
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "JBSWY3DPEHPK3PXP",
            "jbsw y3dp ehpk 3pxp",
            "KVKFKRCPNZQUYMLX",
            "kvkf krcp nzqu ymlx",
            "JBSW-Y3DP-EHPK-3PXP",
        ] {
            for text in [
                "my 2FA secret is §",
                "Google Authenticator key: §",
                "2FA is on, the key: §",
                "谷歌验证器密钥：§",
                "認証アプリの秘密鍵: §",
                "ключ 2FA: §",
                "مفتاح المصادقة الثنائية: §",
                "desactiven la doble autenticación, su clave es §",
                "отключите двухэтапную проверку, её ключ §",
                "tắt xác minh 2 lớp, khóa là §",
                "請關閉二階段驗證，金鑰是 §",
            ] {
                assert_eq!(
                    scan(&text.replace('§', secret)).masked,
                    text.replace('§', "⟦totp-secret⟧"),
                    "{secret}"
                );
            }
        }
        for secret in
            ["JBSW Y3DP EHPK 3PXP", "JBSW-Y3DP-EHPK-3PXP", "GEZD GNBV GY3T QOJQ GEZD GNBV GY"]
        {
            for text in [
                "I lost the phone. § was on paper, under the code when I set up 2FA",
                "my 2FA is gone; the sheet in the drawer has § on it",
                "аутентификатор удалён, на листке § написано",
            ] {
                let masked = scan(&text.replace('§', secret)).masked;
                assert_eq!(masked, text.replace('§', "⟦totp-secret⟧"));
            }
        }
        for secret in ["JBSWY3DPEHPK3PXP", "qksbzfauouhyldnogmsjdvqbxzzjamqb"] {
            for text in ["my 2-step verification secret on paper, §", "pyotp.TOTP(\"§\")"] {
                let masked = scan(&text.replace('§', secret)).masked;
                assert_eq!(masked, text.replace('§', "⟦totp-secret⟧"));
            }
        }
        assert_eq!(
            scan("JBSWY3DPEHPK3PXP is my authenticator key").masked,
            "⟦totp-secret⟧ is my authenticator key"
        );
    }

    #[test]
    fn leaves_the_same_letters_elsewhere() {
        for text in [
            "order JBSWY3DPEHPK3PXP",
            "2FA IS NOT WORKING FOR MY ACCOUNT",
            "2FA: my code does work from this desk",
            "my authenticator does not work with this phone",
            "2fa code",
            "new phone, no authenticator, UID NKRMNECSDKWATLW5",
            "новый телефон, аутентификатора нет, UID: NKRMNECSDKWATLW5",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
