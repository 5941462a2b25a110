//! Hosts that pretend to be an explorer: a letter exchanged, the true name as a part of another, letters of other scripts.

use crate::link::hosts::{self, BRANDS};
use crate::lookalike::latin;

/// Gives the host that this one imitates. `host` is in lower case, without `www.`, and not known.
pub(super) fn imitated(host: &str) -> Option<&'static str> {
    if host.is_ascii() && !host.contains("xn--") {
        return if is_own(host) { None } else { named_after(host) };
    }
    let plain: String = host.split('.').map(unmasked).collect::<Vec<_>>().join(".");
    let real = hosts::find(&plain).filter(|_| plain != host).map(|(real, _)| real);
    real.or_else(|| named_after(&plain))
}

/// Sub-domains belong to whoever has the domain.
fn is_own(host: &str) -> bool {
    let Some((rest, top)) = host.rsplit_once('.') else { return false };
    let owned = rest.rsplit_once('.').map_or(rest, |(_, owned)| owned);
    let Some(registered) = host.get(host.len() - owned.len() - top.len() - 1..) else {
        return false;
    };
    let has = |real: &str| {
        real.strip_suffix(registered).is_some_and(|it| it.is_empty() || it.ends_with('.'))
    };
    BRANDS.iter().any(|(_, real)| has(real))
}

/// One of the host's names is, or resembles, the name of an explorer.
fn named_after(host: &str) -> Option<&'static str> {
    let names = || host.split(['.', '-']);
    let same = BRANDS.iter().find(|(brand, _)| names().any(|name| name == *brand));
    let near = || BRANDS.iter().find(|(brand, _)| names().any(|name| resembles(name, brand)));
    same.or_else(near).map(|(_, real)| *real)
}

/// Takes punycode and look-alike letters out of one label.
fn unmasked(label: &str) -> String {
    let decoded = label.strip_prefix("xn--").and_then(punycode);
    let plain = |c: char| latin(c).map_or(c, |it| char::from(it.to_ascii_lowercase()));
    decoded.as_deref().unwrap_or(label).chars().map(plain).collect()
}

/// The same name, or one with a letter exchanged, added, left out, or two letters exchanged with each other. The first
/// letter stays: otherwise half of the explorers would imitate the other half.
fn resembles(name: &str, brand: &str) -> bool {
    let (a, b) = (name.as_bytes(), brand.as_bytes());
    if a.first() != b.first() || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    match (a, b) {
        ([], []) => true,
        ([x, a @ ..], [y, b @ ..]) if a.len() == b.len() => {
            a == b || matches!((a, b), ([p, a @ ..], [q, b @ ..]) if x == q && p == y && a == b)
        }
        ([_, a @ ..], b) if a.len() == b.len() => a == b,
        (a, [_, b @ ..]) if a.len() == b.len() => a == b,
        _ => false,
    }
}

/// Decodes a label without its `xn--` (RFC 3492); `None` for what is no punycode or longer than a label can be.
fn punycode(label: &str) -> Option<String> {
    let (basic, deltas) = label.rsplit_once('-').unwrap_or(("", label));
    let mut output: Vec<char> = basic.chars().collect();
    let (mut code, mut at, mut bias, mut first) = (128u32, 0u32, 72u32, true);
    let mut digits = deltas.bytes().take(64);
    while digits.len() > 0 {
        let before = at;
        let mut weight = 1u32;
        for step in 1u32.. {
            let digit = match digits.next()? {
                byte @ b'a'..=b'z' => u32::from(byte - b'a'),
                byte @ b'0'..=b'9' => u32::from(byte - b'0') + 26,
                _ => return None,
            };
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = (step * 36).saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
        }
        let len = u32::try_from(output.len()).ok()? + 1;
        bias = adapted(at - before, len, first);
        first = false;
        code = code.checked_add(at / len)?;
        at %= len;
        output.insert(usize::try_from(at).ok()?, char::from_u32(code)?);
        at += 1;
    }
    Some(output.into_iter().collect())
}

fn adapted(delta: u32, len: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / len;
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_tricks() {
        let cases = [
            ("etherscan.io.evil.example", Some("etherscan.io")),
            ("etherscam.io", Some("etherscan.io")),
            ("ethersan.io", Some("etherscan.io")),
            ("ehterscan.io", Some("etherscan.io")),
            ("etherscann.io", Some("etherscan.io")),
            ("etherscan.com", Some("etherscan.io")),
            ("etherscan.io-verify.com", Some("etherscan.io")),
            ("tx-tronscan.org", Some("tronscan.org")),
            ("ethеrscan.io", Some("etherscan.io")),
            ("xn--ethrscan-e8g.io", Some("etherscan.io")),
            ("docs.etherscan.io", None),
            ("example.com", None),
            ("scan.example.com", None),
            ("bosscan.com", None),
            ("localhost", None),
        ];
        for (host, real) in cases {
            assert_eq!(imitated(host), real, "{host}");
        }
    }

    #[test]
    fn decodes_punycode() {
        assert_eq!(punycode("mnchen-3ya").as_deref(), Some("münchen"));
        assert_eq!(punycode("80ak6aa92e").as_deref(), Some("аррӏе"));
        assert_eq!(punycode("99999999999"), None);
        assert_eq!(punycode("é"), None);
    }
}
