use serde::{Deserialize, Serialize};

/// A 256-bit number has no more decimal digits.
const DIGITS_MAX: usize = 78;
/// No chain in use divides a coin further.
const DECIMALS_MAX: u8 = 36;
const ASSET_CHARS: usize = 20;

/// An amount as ledgers hold it: whole base units, and where the point stands. Never a float.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Decimal digits without sign or leading zeros; up to 256 bits.
    pub units: String,
    /// Places after the point, 0 to 36.
    pub decimals: u8,
    /// The ticker: `USDT`.
    pub asset: String,
}

impl Amount {
    pub fn new(units: u128, decimals: u8, asset: &str) -> Self {
        Self { units: units.to_string(), decimals, asset: asset.to_owned() }
    }

    /// Says whether the parts are what they have to be. An answer from outside is asked before it is believed.
    pub fn is_sound(&self) -> bool {
        let digits = self.units.bytes().all(|byte| byte.is_ascii_digit());
        let leading_zero = self.units.len() > 1 && self.units.starts_with('0');
        let ticker = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        digits
            && !leading_zero
            && (1..=DIGITS_MAX).contains(&self.units.len())
            && self.decimals <= DECIMALS_MAX
            && (1..=ASSET_CHARS).contains(&self.asset.len())
            && self.asset.bytes().all(ticker)
    }

    /// All digits of the ledger with the point in its place: `1250.500000`.
    pub fn decimal(&self) -> String {
        let places = usize::from(self.decimals);
        let padded = format!("{:0>width$}", self.units, width = places + 1);
        match padded.split_at_checked(padded.len() - places) {
            Some((whole, "")) => whole.to_owned(),
            Some((whole, rest)) => format!("{whole}.{rest}"),
            None => padded,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_stands_where_the_decimals_say() {
        for (units, decimals, written) in [
            (1_250_500_000, 6, "1250.500000"),
            (5, 8, "0.00000005"),
            (0, 2, "0.00"),
            (42, 0, "42"),
            (100, 2, "1.00"),
        ] {
            assert_eq!(Amount::new(units, decimals, "X").decimal(), written);
        }
    }

    #[test]
    fn what_is_no_amount_is_known() {
        let with = |units: &str, decimals, asset: &str| {
            Amount { units: units.to_owned(), decimals, asset: asset.to_owned() }.is_sound()
        };
        assert!(with("0", 0, "BTC") && with(&"9".repeat(78), 36, "1INCH"));
        for units in ["", "-1", "1.5", "1e9", "007", "١", &"9".repeat(79)] {
            assert!(!with(units, 6, "USDT"), "{units}");
        }
        assert!(!with("1", 37, "USDT") && !with("1", 6, "") && !with("1", 6, "<b>"));
    }
}
