//! Simplified and traditional Chinese meet: every character becomes its simplified one.
//!
//! Whole phrases are not converted, as a page for readers would be: what is looked for and what is found are folded alike,
//! one character to one, so that places in the text stay where they are.

use std::collections::HashMap;
use std::sync::OnceLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// Written in two ways by the two kinds of Chinese for the same thing, where the conversion keeps both: an account is 账户
/// here and 帳戶 (帐户) there.
const VARIANTS: &[(char, char)] = &[('帐', '账'), ('佔', '占'), ('祕', '秘'), ('証', '证')];

/// The blocks in which ideographs with a simplified form stand.
const IDEOGRAPHS: [std::ops::RangeInclusive<char>; 3] =
    ['\u{3400}'..='\u{4dbf}', '\u{4e00}'..='\u{9fff}', '\u{f900}'..='\u{faff}'];

/// Folds one character; anything but an ideograph stays as it is.
pub(crate) fn simplified(c: char) -> char {
    if c < '\u{3400}' {
        return c;
    }
    table().get(&c).copied().unwrap_or(c)
}

fn table() -> &'static HashMap<char, char> {
    static TABLE: OnceLock<HashMap<char, char>> = OnceLock::new();
    TABLE.get_or_init(build)
}

/// Asks the library once for each ideograph; a few thousand change. Without its tables (they are inside of the program) only
/// the variants would meet.
fn build() -> HashMap<char, char> {
    let mut table = HashMap::new();
    if let Ok(converter) = OpenCC::from_config(BuiltinConfig::T2s) {
        for c in IDEOGRAPHS.into_iter().flatten() {
            let converted = converter.convert(c.encode_utf8(&mut [0; 4]));
            let mut letters = converted.chars();
            if let (Some(to), None) = (letters.next(), letters.next())
                && to != c
            {
                table.insert(c, to);
            }
        }
    }
    for to in table.values_mut() {
        *to = variant(*to);
    }
    table.extend(VARIANTS.iter().copied());
    table
}

fn variant(c: char) -> char {
    VARIANTS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_chinese_become_one() {
        let folded = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(folded("提幣未到帳"), folded("提币未到账"));
        assert_eq!(folded("帳戶凍結"), folded("账户冻结"));
        assert_eq!(folded("充值與提現"), "充值与提现");
        assert_eq!(folded("出金 abc"), "出金 abc");
    }
}
