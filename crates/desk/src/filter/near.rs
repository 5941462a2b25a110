//! What somebody may have meant.

/// How many are offered.
const SHOWN: usize = 6;

/// Of `all`, those most like `typed`: first what begins so or holds it, then what a slip or two away is; failing that the
/// first few. One text, with commas between them; a dash when there are none at all.
pub fn offer<'a>(typed: &str, all: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<&str> = all.into_iter().collect();
    let wanted = typed.to_lowercase();
    let mut ranked: Vec<(usize, &str)> = all
        .iter()
        .filter_map(|one| Some((distance(&wanted, &one.to_lowercase())?, *one)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let near: Vec<&str> = match ranked.is_empty() {
        true => all,
        false => ranked.into_iter().map(|(_, one)| one).collect(),
    };
    let shown = near.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    match (shown.is_empty(), near.len() > SHOWN) {
        (true, _) => "—".to_owned(),
        (false, true) => format!("{shown}, …"),
        (false, false) => shown,
    }
}

/// 0 for a beginning, 1 for a part, then the number of slips; `None` for what is something else.
fn distance(wanted: &str, one: &str) -> Option<usize> {
    if wanted.is_empty() || one.starts_with(wanted) {
        return Some(0);
    }
    if one.contains(wanted) {
        return Some(1);
    }
    let slips = slips(wanted, one);
    (slips <= 1 + wanted.chars().count() / 4).then_some(1 + slips)
}

/// The Levenshtein distance.
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((to, corner), above) in b.iter().zip(&row).zip(row.iter().skip(1)) {
            let left = next.last().copied().unwrap_or(0);
            let through = corner + usize::from(from != *to);
            next.push(through.min(left + 1).min(above + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        assert_eq!((slips("depsit", "deposit"), slips("", "ab"), slips("ab", "ab")), (1, 2, 0));
    }

    #[test]
    fn the_likeliest_come_first() {
        let all = ["kyc", "deposit-not-credited", "withdrawal-failed", "withdrawal-pending"];
        assert_eq!(offer("withdraw", all), "withdrawal-failed, withdrawal-pending");
        assert_eq!(offer("kcy", ["kyc", "fees"]), "kyc, fees");
        assert_eq!(offer("urgend", ["low", "urgent"]), "urgent");
        assert_eq!(offer("x", []), "—");
    }
}
