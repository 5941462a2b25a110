//! Reads the hand-written contexts and fills their slots.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use crate::random::Random;
use crate::secret::Slot;
use crate::values;

/// Contexts by file, section and half; one a line, with `\n` for a line break.
pub struct Templates(BTreeMap<(String, String, String), Vec<String>>);

impl Templates {
    pub fn read(folder: &Path, files: &[&str]) -> Result<Self> {
        let mut sections = BTreeMap::new();
        for file in files {
            let path = folder.join(format!("{file}.txt"));
            let text =
                std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            parse(file, &text, &mut sections)?;
        }
        Ok(Templates(sections))
    }

    /// The contexts of a section; none when the file has no such section.
    pub fn section(&self, file: &str, section: &str, half: &str) -> &[String] {
        let key = (file.to_owned(), section.to_owned(), half.to_owned());
        self.0.get(&key).map(Vec::as_slice).unwrap_or_default()
    }
}

type Sections = BTreeMap<(String, String, String), Vec<String>>;

fn parse(file: &str, text: &str, sections: &mut Sections) -> Result<()> {
    let mut current = None;
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")) {
        if let Some(heading) = line.strip_prefix("== ") {
            let (section, half) =
                heading.split_once(" / ").context("a heading: `== section / half`")?;
            current = Some((file.to_owned(), section.trim().to_owned(), half.trim().to_owned()));
            continue;
        }
        let key = current.clone().with_context(|| format!("{file}: a line before any heading"))?;
        sections.entry(key).or_default().push(line.replace("\\n", "\n"));
    }
    Ok(())
}

/// Fills `{name}` from the slots, or with an innocent value of that name; other braces stay as they are.
pub fn fill(template: &str, slots: &[Slot], random: &mut Random) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let slot = slots.iter().find(|slot| slot.name == name).map(|slot| slot.text.clone());
            Some((slot.or_else(|| values::innocent(name, random))?, after))
        });
        rest = value.as_ref().map_or(after, |(_, after)| after);
        filled.push_str(value.as_ref().map_or("{", |(text, _)| text));
    }
    filled + rest
}
