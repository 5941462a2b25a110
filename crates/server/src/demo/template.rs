//! Templates of sentences: `[one|other]` is a choice, `{name}` a fact, `\n` a line break; choices nest.

use super::dice::Dice;

/// Writes a template out. `fact` gives what stands for a name; a name that it does not know stays as it is, so that a
/// test finds it. Choices that do not fit are left out, unless none does.
pub fn expand(
    template: &str,
    dice: &mut Dice,
    fits: &dyn Fn(&str) -> bool,
    fact: &mut dyn FnMut(&str) -> Option<String>,
) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    write(template, dice, fits, fact, &mut out);
    out
}

fn write(
    template: &str,
    dice: &mut Dice,
    fits: &dyn Fn(&str) -> bool,
    fact: &mut dyn FnMut(&str) -> Option<String>,
    out: &mut String,
) {
    let mut rest = template;
    while let Some(at) = rest.find(['[', '{', '\\']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        rest = if let Some(inside) = special.strip_prefix('[') {
            let (mut choices, after) = choices(inside);
            if choices.iter().any(|choice| fits(choice)) {
                choices.retain(|choice| fits(choice));
            }
            write(dice.word(&choices), dice, fits, fact, out);
            after
        } else if let Some((name, after)) =
            special.strip_prefix('{').and_then(|s| s.split_once('}'))
        {
            match fact(name) {
                Some(value) => out.push_str(&value),
                None => out.extend(["{", name, "}"]),
            }
            after
        } else if let Some(after) = special.strip_prefix("\\n") {
            out.push('\n');
            after
        } else {
            let mut chars = special.chars();
            out.extend(chars.next());
            chars.as_str()
        };
    }
    out.push_str(rest);
}

/// Splits what follows a `[` into its choices and what comes after the `]` that belongs to it.
fn choices(inside: &str) -> (Vec<&str>, &str) {
    let mut choices = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth > 0 => depth -= 1,
            '|' if depth == 0 => {
                choices.push(inside.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            ']' => {
                choices.push(inside.get(start..at).unwrap_or_default());
                return (choices, inside.get(at + 1..).unwrap_or_default());
            }
            _ => {}
        }
    }
    choices.push(inside.get(start..).unwrap_or_default());
    (choices, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(template: &str) -> std::collections::BTreeSet<String> {
        let mut fact = |name: &str| (name == "coin").then(|| "BTC".to_owned());
        let fits = |choice: &str| !choice.contains("odd");
        (0..200).map(|seed| expand(template, &mut Dice::of(seed), &fits, &mut fact)).collect()
    }

    fn set(texts: &[&str]) -> std::collections::BTreeSet<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn choices_nest_and_facts_stand_in() {
        assert_eq!(
            all("a[ b| c[1|2]|] {coin}!"),
            set(&["a b BTC!", "a c1 BTC!", "a c2 BTC!", "a BTC!"])
        );
        assert_eq!(all("{coin}\\n{other}"), set(&["BTC\n{other}"]));
        assert_eq!(all("[я|你好]"), set(&["я", "你好"]));
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        assert_eq!(all("[a|odd b] [odd]"), set(&["a odd"]));
    }

    #[test]
    fn what_is_cut_off_is_no_panic() {
        assert_eq!(all("a [b|c"), set(&["a b", "a c"]));
        assert_eq!(all("a {coin"), set(&["a {coin"]));
        assert_eq!(all("a \\t"), set(&["a \\t"]));
    }
}
