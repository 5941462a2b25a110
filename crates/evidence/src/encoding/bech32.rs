//! Bech32 (BIP-173), bech32m (BIP-350) and the code of Bitcoin Cash's addresses: the same polynomial arithmetic over
//! five-bit values with other constants. All three can tell where one character was changed.

const LETTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// A checksum over five-bit values: the remainder of a polynomial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    Bech32,
    Bech32m,
    /// CashAddr: forty bits.
    Cash,
}

impl Code {
    /// Five-bit values at the end that are the checksum.
    pub const fn checksum_len(self) -> usize {
        match self {
            Self::Bech32 | Self::Bech32m => 6,
            Self::Cash => 8,
        }
    }

    const fn target(self) -> u64 {
        match self {
            Self::Bech32 | Self::Cash => 1,
            Self::Bech32m => 0x2bc8_30a3,
        }
    }

    const fn generators(self) -> [u64; 5] {
        match self {
            Self::Bech32 | Self::Bech32m => {
                [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
            }
            Self::Cash => {
                [0x98_f2bc_8e61, 0x79_b76d_99e2, 0xf3_3e5f_b3c4, 0xae_2eab_e2a8, 0x1e_4f43_e470]
            }
        }
    }

    fn step(self, remainder: u64, value: u8) -> u64 {
        let shift = self.checksum_len() * 5 - 5;
        let top = remainder >> shift;
        let shifted = (remainder & ((1 << shift) - 1)) << 5 ^ u64::from(value);
        let generators = self.generators().into_iter().enumerate();
        generators.fold(
            shifted,
            |all, (bit, generator)| {
                if top >> bit & 1 == 1 { all ^ generator } else { all }
            },
        )
    }

    fn prefix(self, hrp: &str) -> u64 {
        let low = |it: u8| it.to_ascii_lowercase() & 31;
        match self {
            Self::Cash => self.step(hrp.bytes().fold(1, |all, it| self.step(all, low(it))), 0),
            _ => {
                let high =
                    hrp.bytes().fold(1, |all, it| self.step(all, it.to_ascii_lowercase() >> 5));
                hrp.bytes().fold(self.step(high, 0), |all, it| self.step(all, low(it)))
            }
        }
    }

    /// Gives what the checksum differs by; 0 when it fits. `None` when a character is not of the alphabet.
    pub fn error(self, hrp: &str, data: &str) -> Option<u64> {
        let remainder = data.bytes().try_fold(self.prefix(hrp), |all, byte| {
            value(byte).map(|value| self.step(all, value))
        })?;
        Some(remainder ^ self.target())
    }

    /// Finds the one character of `data` whose exchange makes the checksum fit, and what must stand there.
    ///
    /// The checksum is linear: a change at one place always differs by the same amount, whatever else is there. So each
    /// place is asked once for each of the 31 changes.
    pub fn find_changed(self, error: u64, data: &str) -> Option<(usize, char)> {
        let mut effects = [1u64, 2, 4, 8, 16];
        for (at, byte) in data.bytes().enumerate().rev() {
            for change in 1..32u8 {
                let effect = (0..5).zip(effects).filter(|(bit, _)| change >> bit & 1 == 1);
                if effect.fold(0, |all, (_, effect)| all ^ effect) == error {
                    let right = usize::from(value(byte)? ^ change);
                    return Some((at, char::from(*LETTERS.get(right)?)));
                }
            }
            effects = effects.map(|effect| self.step(effect, 0));
        }
        None
    }
}

/// Gives the five bits of a character, in either case.
pub(crate) fn value(byte: u8) -> Option<u8> {
    let lower = byte.to_ascii_lowercase();
    LETTERS.iter().position(|it| *it == lower).and_then(|at| u8::try_from(at).ok())
}

/// Regroups five-bit characters into `room`, and gives how many bytes they are. The bits left over must be fewer than
/// five and zero (BIP-173).
pub(crate) fn bytes<'a>(data: &str, room: &'a mut [u8]) -> Option<&'a [u8]> {
    let (mut bits, mut held, mut len) = (0u32, 0u32, 0usize);
    for byte in data.bytes() {
        bits = bits << 5 | u32::from(value(byte)?);
        held += 5;
        if held >= 8 {
            held -= 8;
            *room.get_mut(len)? = u8::try_from(bits >> held).ok()?;
            len += 1;
            bits &= (1 << held) - 1;
        }
    }
    if held < 5 && bits == 0 { room.get(..len) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computes_the_three_checksums() {
        assert_eq!(Code::Bech32.error("a", "2uel5l"), Some(0));
        assert_eq!(Code::Bech32m.error("a", "lqfn3a"), Some(0));
        let cash = "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a";
        assert_eq!(Code::Cash.error("bitcoincash", cash), Some(0));
        assert_eq!(Code::Bech32.error("a", "2uel5b"), None);
    }

    #[test]
    fn finds_every_changed_character() {
        let cases = [
            (Code::Bech32, "bc", "qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
            (Code::Bech32m, "bc", "p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"),
            (Code::Cash, "bitcoincash", "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a"),
        ];
        for (code, hrp, data) in cases {
            for (at, right) in data.char_indices() {
                let other = if right == 'q' { "p" } else { "q" };
                let mut wrong = data.to_owned();
                wrong.replace_range(at..=at, other);
                let found = code.error(hrp, &wrong).and_then(|it| code.find_changed(it, &wrong));
                assert_eq!(found, Some((at, right)), "{wrong}");
            }
        }
    }

    #[test]
    fn regroups_bits_and_refuses_padding() {
        let mut room = [0; 4];
        assert_eq!(bytes("qq", &mut room), Some(&[0][..]));
        assert_eq!(bytes("qp", &mut room), None);
        assert_eq!(bytes("q", &mut room), None);
        assert_eq!(bytes("qqqqqqqqqqqqqqq", &mut room), None);
    }
}
