//! Recognises masks that a former scan has put into a text.

use crate::kinds::Kind;

/// Opens every mask: MATHEMATICAL LEFT WHITE SQUARE BRACKET, which no keyboard and no wallet produces.
pub(crate) const OPEN: char = '\u{27E6}';
pub(crate) const CLOSE: char = '\u{27E7}';

/// Gives the length in bytes of the mask that begins the text, if one does.
pub(crate) fn length_at_start(text: &str) -> Option<usize> {
    Kind::ALL.iter().map(|kind| kind.mask()).find(|mask| text.starts_with(mask)).map(str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_mask_of_the_documented_form() {
        for kind in Kind::ALL {
            assert_eq!(kind.mask(), format!("{OPEN}{}\u{27E7}", kind.as_str()));
            assert_eq!(length_at_start(kind.mask()), Some(kind.mask().len()));
            assert_eq!(
                length_at_start(&format!("{} and more", kind.mask())),
                Some(kind.mask().len())
            );
        }
    }

    #[test]
    fn nothing_else_is_a_mask() {
        for text in [
            "",
            "⟦⟧",
            "⟦seed phrase⟧",
            "⟦Seed-Phrase⟧",
            "⟦seed-phrase",
            "[seed-phrase]",
            " ⟦wif-key⟧",
        ] {
            assert_eq!(length_at_start(text), None, "{text}");
        }
    }
}
