//! Base58 in the alphabets of Bitcoin and of the XRP Ledger, with its checksum, and the search for a changed character.

use std::cmp::Ordering;

use sha2::{Digest as _, Sha256};

/// Room for what the longest value decodes to.
const ROOM: usize = 128;
/// The longest text that is decoded: decoding takes the square of the length.
const LONGEST: usize = 130;
/// So many characters are a number below 2 to the power of 64.
const AT_ONCE: usize = 10;
/// 58 to the power of [`LONGEST`] is below 2 to the power of 768.
const LIMBS: usize = 12;

const BITCOIN: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const XRP: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

/// What a character stands for; [`NO_DIGIT`] for one that is in no text.
const BITCOIN_DIGITS: &[u8; 128] = &digits(BITCOIN);
const XRP_DIGITS: &[u8; 128] = &digits(XRP);
const NO_DIGIT: u8 = u8::MAX;

#[expect(clippy::indexing_slicing, reason = "it is worked out by the compiler, which sees a panic")]
const fn digits(letters: &[u8; 58]) -> [u8; 128] {
    let mut digits = [NO_DIGIT; 128];
    let mut digit = 0;
    while digit < 58 {
        digits[letters[digit as usize] as usize] = digit;
        digit += 1;
    }
    digits
}

/// Decoded bytes, on the stack.
pub(crate) struct Bytes {
    room: [u8; ROOM],
    len: usize,
}

impl Bytes {
    pub fn as_slice(&self) -> &[u8] {
        self.room.get(..self.len).unwrap_or_default()
    }
}

/// The two alphabets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Letters {
    Bitcoin,
    Xrp,
}

impl Letters {
    pub fn all(self) -> &'static [u8; 58] {
        match self {
            Self::Bitcoin => BITCOIN,
            Self::Xrp => XRP,
        }
    }

    fn digits(self) -> &'static [u8; 128] {
        match self {
            Self::Bitcoin => BITCOIN_DIGITS,
            Self::Xrp => XRP_DIGITS,
        }
    }
}

/// Both alphabets have the same characters, in another order.
pub(crate) fn is_base58(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() && !matches!(byte, b'0' | b'O' | b'I' | b'l')
}

/// Decodes a text, ten characters at a time: in a text of many short pieces every row of them is tried.
pub(crate) fn decode(text: &str, letters: Letters) -> Option<Bytes> {
    if text.len() > LONGEST {
        return None;
    }
    let digits = letters.digits();
    // The lowest limb first.
    let (mut limbs, mut used) = ([0_u64; LIMBS], 0);
    for part in text.as_bytes().chunks(AT_ONCE) {
        let (mut scale, mut carry) = (1_u64, 0_u64);
        for byte in part {
            let digit = digits.get(usize::from(*byte)).filter(|it| **it != NO_DIGIT)?;
            carry = carry * 58 + u64::from(*digit);
            scale *= 58;
        }
        for limb in limbs.iter_mut().take(used) {
            let wide = u128::from(*limb) * u128::from(scale) + u128::from(carry);
            *limb = u64::try_from(wide & u128::from(u64::MAX)).unwrap_or(u64::MAX);
            carry = u64::try_from(wide >> 64).unwrap_or(u64::MAX);
        }
        if carry > 0 {
            *limbs.get_mut(used)? = carry;
            used += 1;
        }
    }
    let first = *letters.all().first()?;
    let zeros = text.bytes().take_while(|byte| *byte == first).count();
    let mut number = [0; 8 * LIMBS];
    for (place, limb) in number.rchunks_exact_mut(8).zip(limbs) {
        place.copy_from_slice(&limb.to_be_bytes());
    }
    let number = number.get(number.iter().position(|byte| *byte != 0).unwrap_or(number.len())..)?;
    let mut bytes = Bytes { room: [0; ROOM], len: zeros + number.len() };
    bytes.room.get_mut(zeros..bytes.len)?.copy_from_slice(number);
    Some(bytes)
}

/// Gives what the four bytes of double SHA-256 at the end protect, if they fit.
pub(crate) fn checked(bytes: &[u8]) -> Option<&[u8]> {
    let (payload, sum) = bytes.split_last_chunk::<4>()?;
    Sha256::digest(Sha256::digest(payload)).starts_with(sum).then_some(payload)
}

/// Looks for the one character whose exchange satisfies `fits`, and gives its place and what must stand there.
///
/// It tries every character at every place, about two thousand times for an address; a caller counts how often it asks.
/// Each trial is the one before it plus the place's power of 58, so nothing is decoded anew: what is left to pay for is the
/// checksum of the trials whose version is right, which `fits` should look at first. Longer texts than
/// [`Number::DIGITS`] are not searched.
pub(crate) fn find_changed(
    text: &str,
    letters: Letters,
    fits: impl Fn(&[u8]) -> bool,
) -> Option<(usize, char)> {
    if text.len() > Number::DIGITS {
        return None;
    }
    let digit_of = |byte: u8| letters.all().iter().position(|it| *it == byte);
    let digits: Vec<usize> = text.bytes().map(digit_of).collect::<Option<_>>()?;
    // The power of 58 by which each place counts, the last place first.
    let powers = std::iter::successors(Some(Number::ONE), |power| Some(power.times(58)));
    let places: Vec<(usize, Number)> = digits.iter().copied().rev().zip(powers).collect();
    let number =
        places.iter().fold(Number::ZERO, |sum, (digit, power)| sum.plus(&power.times(*digit)));
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    for (at, (original, power)) in places.iter().rev().enumerate() {
        let mut trial = number.minus(&power.times(*original));
        for (digit, letter) in letters.all().iter().enumerate() {
            if digit != *original {
                // Each zero digit in front stands for a zero byte.
                let zeros = match at.cmp(&zeros) {
                    Ordering::Less if digit > 0 => at,
                    Ordering::Equal if digit == 0 => {
                        zeros + 1 + digits.iter().skip(at + 1).take_while(|it| **it == 0).count()
                    }
                    _ => zeros,
                };
                if trial.bytes(zeros).is_some_and(|bytes| fits(bytes.as_slice())) {
                    return Some((at, char::from(*letter)));
                }
            }
            trial = trial.plus(power);
        }
    }
    None
}

/// A number of 256 bits, the lowest limb first; sums beyond that wrap around, which no text of [`Number::DIGITS`] reaches.
#[derive(Clone, Copy)]
struct Number([u64; 4]);

impl Number {
    /// 58 to the power of 43 is below 2 to the power of 256.
    const DIGITS: usize = 43;
    const ZERO: Self = Self([0; 4]);
    const ONE: Self = Self([1, 0, 0, 0]);

    fn plus(&self, other: &Self) -> Self {
        let (mut sum, mut carry) = (*self, false);
        for (limb, added) in sum.0.iter_mut().zip(other.0) {
            let (once, first) = limb.overflowing_add(added);
            let (twice, second) = once.overflowing_add(u64::from(carry));
            (*limb, carry) = (twice, first | second);
        }
        sum
    }

    fn minus(&self, other: &Self) -> Self {
        let (mut rest, mut borrow) = (*self, false);
        for (limb, taken) in rest.0.iter_mut().zip(other.0) {
            let (once, first) = limb.overflowing_sub(taken);
            let (twice, second) = once.overflowing_sub(u64::from(borrow));
            (*limb, borrow) = (twice, first | second);
        }
        rest
    }

    fn times(&self, factor: usize) -> Self {
        let factor = u128::try_from(factor).unwrap_or(u128::MAX);
        let (mut product, mut carry) = (*self, 0_u128);
        for limb in &mut product.0 {
            let wide = u128::from(*limb).wrapping_mul(factor).wrapping_add(carry);
            *limb = u64::try_from(wide & u128::from(u64::MAX)).unwrap_or(u64::MAX);
            carry = wide >> 64;
        }
        product
    }

    /// As bytes, the highest first, behind as many zero bytes as the text had zero digits; `None` when there is no room.
    fn bytes(&self, zeros: usize) -> Option<Bytes> {
        let mut all = [0; 32];
        for (place, limb) in all.rchunks_exact_mut(8).zip(self.0) {
            place.copy_from_slice(&limb.to_be_bytes());
        }
        let first = all.iter().position(|byte| *byte != 0).unwrap_or(all.len());
        let number = all.get(first..)?;
        let mut bytes = Bytes { room: [0; ROOM], len: zeros + number.len() };
        bytes.room.get_mut(zeros..bytes.len)?.copy_from_slice(number);
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    const ADDRESS: &str = "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH";

    fn fits(bytes: &[u8]) -> bool {
        checked(bytes).is_some_and(|payload| payload.len() == 21)
    }

    #[test]
    fn checks_the_checksum() {
        let bytes = decode(ADDRESS, Letters::Bitcoin).unwrap();
        assert_eq!(
            checked(bytes.as_slice()).map(|it| (it.len(), it.first().copied())),
            Some((21, Some(0)))
        );
        assert!(decode("0OIl", Letters::Bitcoin).is_none());
        assert!(decode(&"1".repeat(131), Letters::Bitcoin).is_none());
        assert!(checked(&[1, 2, 3]).is_none());
    }

    #[test]
    fn finds_the_changed_character() {
        let wrong = ADDRESS.replacen('9', "8", 1);
        assert_eq!(find_changed(&wrong, Letters::Bitcoin, fits), Some((5, '9')));
        let two = ADDRESS.replacen("9t", "8u", 1);
        assert_eq!(find_changed(&two, Letters::Bitcoin, fits), None);
    }

    /// The same as a crate that does nothing else, with zeroes in front and without, up to the longest.
    #[test]
    fn decodes_what_others_decode() {
        let known = |text: &str, letters| {
            let alphabet = match letters {
                Letters::Bitcoin => bs58::Alphabet::BITCOIN,
                Letters::Xrp => bs58::Alphabet::RIPPLE,
            };
            let bytes = bs58::decode(text).with_alphabet(alphabet).into_vec();
            bytes.ok().filter(|bytes| bytes.len() <= ROOM && text.len() <= LONGEST)
        };
        let mut seed = 1_u32;
        for len in (0..=132).chain(0..=132) {
            for letters in [Letters::Bitcoin, Letters::Xrp] {
                let zeros = len % 7;
                let text: String = (0..len)
                    .map(|at| {
                        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        let digit = if at < zeros { 0 } else { seed >> 16 };
                        char::from(letters.all()[usize::try_from(digit).unwrap() % 58])
                    })
                    .collect();
                for text in [&*text, &text.replace('z', "0"), &format!("{text}é"), &"z".repeat(len)]
                {
                    let ours = decode(text, letters).map(|bytes| bytes.as_slice().to_vec());
                    assert_eq!(ours, known(text, letters), "{text}");
                }
                let ones = char::from(letters.all()[0]).to_string().repeat(len);
                let ours = decode(&ones, letters).map(|bytes| bytes.as_slice().to_vec());
                assert_eq!(ours, known(&ones, letters), "{ones}");
            }
        }
    }

    /// Every trial is what decoding the changed text gives, also where digits in front are zero.
    #[test]
    fn trials_are_what_decoding_gives() {
        for text in [ADDRESS, "111BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAM", "z1Bg", "121Z"] {
            for letters in [Letters::Bitcoin, Letters::Xrp] {
                let tried = std::cell::RefCell::new(Vec::new());
                let note = |bytes: &[u8]| {
                    tried.borrow_mut().push(bytes.to_vec());
                    false
                };
                assert_eq!(find_changed(text, letters, note), None);
                let mut expected = Vec::new();
                for (at, original) in text.bytes().enumerate() {
                    for letter in letters.all().iter().filter(|it| **it != original) {
                        let mut trial = text.as_bytes().to_vec();
                        trial[at] = *letter;
                        let trial = String::from_utf8(trial).unwrap();
                        expected.push(decode(&trial, letters).unwrap().as_slice().to_vec());
                    }
                }
                assert!(tried.into_inner() == expected, "{text} {letters:?}");
            }
        }
    }

    #[test]
    fn both_alphabets_have_the_same_characters() {
        for letters in [Letters::Bitcoin, Letters::Xrp] {
            assert!((0..128).all(|byte: u8| letters.all().contains(&byte) == is_base58(byte)));
        }
    }
}
