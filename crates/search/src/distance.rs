//! How many slips of the fingers lie between two words.

/// How many slips a word may have and still be looked for: short words are too many others' neighbours, and what has
/// digits in it (a ticker, an error, a hash) means itself.
pub(crate) fn allowed_slips(word: &str) -> u8 {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return 0;
    }
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        8..=40 => 2,
        _ => 0,
    }
}

/// Letters left out, put in, changed, or exchanged with their neighbour.
pub(crate) fn distance(a: &str, b: &str) -> u8 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let width = b.len() + 1;
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..width).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(width);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut best =
                (at(&last, j) + usize::from(x != y)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if crossed {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    u8::try_from(last.last().copied().unwrap_or_default()).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (a, b, slips) in [
            ("withdrawal", "withdrawal", 0),
            ("withdrawl", "withdrawal", 1),
            ("wihtdrawal", "withdrawal", 1),
            ("depositt", "deposit", 1),
            ("dposti", "deposit", 2),
            ("", "abc", 3),
            ("ab", "", 2),
        ] {
            assert_eq!(distance(a, b), slips, "{a} {b}");
        }
    }

    #[test]
    fn short_words_and_numbers_mean_themselves() {
        assert_eq!(allowed_slips("api"), 0);
        assert_eq!(allowed_slips("trc20"), 0);
        assert_eq!(allowed_slips("vivod"), 1);
        assert_eq!(allowed_slips("withdrawal"), 2);
    }
}
