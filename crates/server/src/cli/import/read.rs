//! The lines of a file, however long it is, one after the other.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;

use anyhow::{Context as _, Result};
use proofdesk_desk::limits;
use proofdesk_desk::transfer::{Lines, Place};

/// A line without its end.
#[derive(Debug)]
pub struct Raw {
    /// From 1.
    pub number: u64,
    pub text: Vec<u8>,
    /// It was longer than any may be; what stands in `text` is its beginning.
    pub is_too_long: bool,
}

impl Raw {
    /// Without the mark that some programs begin a file with.
    pub fn plain(&self) -> &[u8] {
        self.text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&self.text)
    }
}

/// Reads lines and remembers what it has read.
pub struct Reader {
    input: Box<dyn BufRead>,
    lines: Lines,
    longest: u64,
}

/// Whether a file stands for standard input.
pub fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

impl Reader {
    /// # Errors
    /// When the file cannot be opened.
    pub fn open(file: &Path) -> Result<Self> {
        let input: Box<dyn BufRead> = if is_standard_input(file) {
            Box::new(BufReader::new(std::io::stdin()))
        } else {
            let opened =
                File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
            Box::new(BufReader::with_capacity(1 << 16, opened))
        };
        Ok(Self::of(input, limits::IMPORT_LINE_BYTES))
    }

    fn of(input: Box<dyn BufRead>, longest: u64) -> Self {
        Self { input, lines: Lines::default(), longest }
    }

    /// How many lines it has read.
    pub fn count(&self) -> u64 {
        self.lines.count()
    }

    /// How far it has come.
    pub fn place(&self) -> Place {
        self.lines.place()
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn next(&mut self) -> Result<Option<Raw>> {
        let mut text = Vec::new();
        let read = self.input.by_ref().take(self.longest + 1).read_until(b'\n', &mut text)?;
        if read == 0 {
            return Ok(None);
        }
        let is_whole = text.last() == Some(&b'\n');
        if is_whole {
            text.pop();
        }
        let is_too_long = !is_whole && u64::try_from(read).unwrap_or(u64::MAX) > self.longest;
        if is_too_long {
            self.skip_rest()?;
        }
        self.lines.take(&text);
        Ok(Some(Raw { number: self.lines.count(), text, is_too_long }))
    }

    fn skip_rest(&mut self) -> Result<()> {
        loop {
            let piece = self.input.fill_buf()?;
            let end = piece.iter().position(|byte| *byte == b'\n');
            let (used, is_end) = match end {
                Some(at) => (at + 1, true),
                None => (piece.len(), piece.is_empty()),
            };
            self.input.consume(used);
            if is_end {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn lines(text: &'static str) -> Vec<(u64, String, bool)> {
        let mut reader = Reader::of(Box::new(text.as_bytes()), 8);
        let mut lines = Vec::new();
        while let Some(raw) = reader.next().unwrap() {
            lines.push((raw.number, String::from_utf8(raw.text).unwrap(), raw.is_too_long));
        }
        lines
    }

    #[test]
    fn lines_come_one_by_one_and_none_fills_the_memory() {
        let line = |number: u64, text: &str| (number, text.to_owned(), false);
        assert_eq!(lines("a\n\nb"), [line(1, "a"), line(2, ""), line(3, "b")]);
        assert_eq!(lines("12345678\n"), [line(1, "12345678")]);
        let long = lines("1234567890123\nb\n");
        assert_eq!(long, [(1, "123456789".to_owned(), true), line(2, "b")]);
        assert_eq!(lines(""), []);
    }

    #[test]
    fn the_place_is_of_what_was_read() {
        let place = |text: &'static str, count: usize| {
            let mut reader = Reader::of(Box::new(text.as_bytes()), 8);
            (0..count).for_each(|_| drop(reader.next().unwrap()));
            reader.place()
        };
        assert_eq!(place("a\nb\nc\n", 2), place("a\nb\nd\n", 2));
        assert_ne!(place("a\nb\nc\n", 3), place("a\nb\nd\n", 3));
        assert_eq!(place("a\nb\n", 2).line, 2);
    }
}
