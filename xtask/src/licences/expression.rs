//! SPDX licence expressions, version 2.3, annex D: `MIT OR (Apache-2.0 WITH LLVM-exception AND ISC)`.

use anyhow::{Result, bail};

/// Whether the expression can be met with licences that are allowed.
///
/// `/` is read as `OR`, as old Rust packages write it. A licence with an exception is asked for as
/// one name, `Apache-2.0 WITH LLVM-exception`.
pub fn is_satisfied(expression: &str, allowed: impl Fn(&str) -> bool) -> Result<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = Words { words: spaced.split_whitespace().collect(), allowed };
    words.words.reverse();
    let satisfied = words.either()?;
    match words.words.pop() {
        None => Ok(satisfied),
        Some(word) => bail!("`{word}` is not expected there"),
    }
}

/// The words still to be read, the next one last.
struct Words<'a, F> {
    words: Vec<&'a str>,
    allowed: F,
}

impl<'a, F: Fn(&str) -> bool> Words<'a, F> {
    fn either(&mut self) -> Result<bool> {
        let mut satisfied = self.both()?;
        while self.take("OR") {
            satisfied |= self.both()?;
        }
        Ok(satisfied)
    }

    fn both(&mut self) -> Result<bool> {
        let mut satisfied = self.one()?;
        while self.take("AND") {
            satisfied &= self.one()?;
        }
        Ok(satisfied)
    }

    fn one(&mut self) -> Result<bool> {
        if self.take("(") {
            let satisfied = self.either()?;
            return if self.take(")") { Ok(satisfied) } else { bail!("a bracket is not closed") };
        }
        let name = self.name()?;
        if self.take("WITH") {
            let exception = self.name()?;
            return Ok((self.allowed)(&format!("{name} WITH {exception}")));
        }
        Ok((self.allowed)(name))
    }

    fn name(&mut self) -> Result<&'a str> {
        match self.words.pop() {
            Some(word) if !["OR", "AND", "WITH", "(", ")"].contains(&word) => Ok(word),
            _ => bail!("a licence is missing"),
        }
    }

    fn take(&mut self, word: &str) -> bool {
        let next = self.words.last() == Some(&word);
        if next {
            self.words.pop();
        }
        next
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn judged(expression: &str) -> Result<bool> {
        is_satisfied(expression, |name| {
            ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].contains(&name)
        })
    }

    #[test]
    fn expressions_are_weighed() {
        let cases = [
            ("MIT", true),
            ("GPL-3.0", false),
            ("GPL-3.0 OR MIT", true),
            ("GPL-3.0/MIT", true),
            ("MIT AND GPL-3.0", false),
            ("MIT AND ISC", true),
            ("GPL-3.0 OR MIT AND ISC", true),
            ("(GPL-3.0 OR MIT) AND ISC", true),
            ("(GPL-3.0 OR MIT) AND X", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("Apache-2.0", false),
        ];
        for (expression, expected) in cases {
            assert_eq!(judged(expression).unwrap(), expected, "{expression}");
        }
    }

    #[test]
    fn broken_expressions_are_refused() {
        for expression in ["", "MIT OR", "(MIT", "MIT)", "MIT ISC", "AND MIT"] {
            assert!(judged(expression).is_err(), "{expression}");
        }
    }
}
