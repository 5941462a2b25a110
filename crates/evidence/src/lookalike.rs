//! Letters of other scripts that look like Latin ones.

/// Gives the Latin letter that this one of the Cyrillic or Greek script looks like (Unicode Technical Standard 39).
pub(crate) fn latin(c: char) -> Option<u8> {
    Some(match c {
        'а' | 'α' => b'a',
        'А' | 'Α' => b'A',
        'в' | 'В' | 'Β' => b'B',
        'с' | 'ϲ' => b'c',
        'С' | 'Ϲ' => b'C',
        'ԁ' => b'd',
        'е' | 'ё' => b'e',
        'Е' | 'Ё' | 'Ε' => b'E',
        'ɡ' => b'g',
        'һ' => b'h',
        'Н' | 'Η' | 'н' => b'H',
        'і' | 'ι' => b'i',
        'І' | 'Ι' => b'I',
        'ј' => b'j',
        'Ј' => b'J',
        'К' | 'Κ' | 'к' | 'κ' => b'K',
        'ӏ' => b'l',
        'М' | 'Μ' | 'м' => b'M',
        'Ν' => b'N',
        'ո' => b'n',
        'о' | 'ο' | 'օ' => b'o',
        'О' | 'Ο' => b'O',
        'р' | 'ρ' => b'p',
        'Р' | 'Ρ' => b'P',
        'ԛ' => b'q',
        'ѕ' => b's',
        'Ѕ' => b'S',
        'Т' | 'Τ' | 'т' | 'τ' => b'T',
        'υ' | 'ս' => b'u',
        'ѵ' | 'ν' => b'v',
        'ԝ' => b'w',
        'х' | 'χ' => b'x',
        'Х' | 'Χ' => b'X',
        'у' | 'γ' => b'y',
        'У' | 'Υ' | 'Ү' => b'Y',
        'Ζ' => b'Z',
        'З' | 'з' => b'3',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_common_ones() {
        let folded: Vec<_> = "аеосхТВ".chars().filter_map(latin).collect();
        assert_eq!(folded, b"aeocxTB");
        assert_eq!(latin('a'), None);
        assert_eq!(latin('я'), None);
    }
}
