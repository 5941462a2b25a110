/// A piece of evidence under the customer's own message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What kind of thing it is, in the reader's language.
    pub kind: String,
    /// The value in pieces that read well; put together they are the value.
    pub value: Vec<String>,
    pub standing: Standing,
    /// The network, where it is certain, in the reader's language.
    pub network: Option<String>,
    /// The page of our own explorer that shows it.
    pub explorer: Option<String>,
    /// What is wrong with it and what to do, in the reader's language.
    pub problem: Option<String>,
}

/// What is known of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its checksum fits.
    Checked,
    /// It has the right form, which is all that can be told.
    Shape,
    /// Something is wrong, or was mended.
    Problem,
    /// A link that must be taken for an attack.
    Phishing,
}

impl Standing {
    /// The class of the chip.
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Shape => "shape",
            Self::Problem => "doubtful",
            Self::Phishing => "phishing",
        }
    }
}

const GROUP: usize = 4;

/// Groups of four characters; `0x` stands by itself.
pub fn groups(value: &str) -> Vec<String> {
    let (prefix, rest) = match value.get(..2) {
        Some(prefix) if prefix.eq_ignore_ascii_case("0x") => value.split_at(2),
        _ => ("", value),
    };
    let characters: Vec<char> = rest.chars().collect();
    let prefix = Some(prefix.to_owned()).filter(|prefix| !prefix.is_empty());
    prefix.into_iter().chain(characters.chunks(GROUP).map(|group| group.iter().collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_the_value_when_put_together() {
        assert_eq!(groups("0xAbCd1234Ef"), ["0x", "AbCd", "1234", "Ef"]);
        assert_eq!(groups("TQ5NM"), ["TQ5N", "M"]);
        assert_eq!(groups(""), Vec::<String>::new());
        for value in ["é0x", "０ｘ１２３４５", "0x", "x", "0X12345"] {
            assert_eq!(groups(value).concat(), value);
        }
    }
}
