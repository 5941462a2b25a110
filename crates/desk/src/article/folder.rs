//! A folder of Markdown: `help/LANG/SECTION/SLUG.md` with front matter, `help/sections.toml`, and a file a term below
//! `glossary/`. What is read and
//! written again is the same byte for byte; what cannot be read is named by file and line.
//!
//! Front matter is a strict piece of YAML: one `key: value` a line, in this order, text without quotation marks, lists in
//! brackets. So there is one way to write it, and a difference between two exports is a difference between two articles.

use std::fmt;
use std::fmt::Write as _;

use proofdesk_locale::Locale;

use super::reader::{read_countries, read_tier};
use super::{Audience, Kind};
use crate::limits;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Fault {
    pub path: String,
    /// From 1.
    pub line: usize,
    pub what: String,
}

impl Fault {
    pub fn at(path: &str, line: usize, what: &str) -> Self {
        Self { path: path.to_owned(), line, what: what.to_owned() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// The line of a place in a text.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// A basic string of TOML.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _written = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An article in one language, as a file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleFile {
    pub lang: Locale,
    pub section: String,
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub kind: Kind,
    pub audience: Audience,
    /// Of one for customers who are signed in: from which tier on; 0 for all, and then not written.
    pub min_tier: i64,
    /// Of such a one: in which countries; none for all, and then not written.
    pub countries: Vec<String>,
    pub tags: Vec<String>,
    pub categories: Vec<String>,
    pub related: Vec<String>,
    pub review_days: i64,
    /// The version of the first language that it was made from; `None` in the first language itself.
    pub source: Option<i64>,
    /// Markdown without the line end that closes the file.
    pub body: String,
}

/// Where articles stand below the folder.
pub const TOP: &str = "help/";

/// Where the file stands below the folder.
pub fn path(lang: Locale, section: &str, slug: &str) -> String {
    format!("{TOP}{}/{section}/{slug}.md", lang.code())
}

const MARK: &str = "---";

struct Reading<'a> {
    path: &'a str,
    lines: Vec<(usize, &'a str, &'a str)>,
    end: usize,
}

impl<'a> Reading<'a> {
    fn fault(&self, line: usize, what: &str) -> Fault {
        Fault::at(self.path, line, what)
    }

    /// The value of a key and its line.
    fn take(&mut self, key: &str) -> Result<(usize, &'a str), Fault> {
        self.find(key).ok_or_else(|| self.fault(self.end, &format!("`{key}` is missing")))
    }

    fn find(&mut self, key: &str) -> Option<(usize, &'a str)> {
        let at = self.lines.iter().position(|(_, name, _)| *name == key)?;
        let (line, _, value) = self.lines.remove(at);
        Some((line, value))
    }

    fn text(&mut self, key: &str, most: usize) -> Result<String, Fault> {
        let (line, value) = self.take(key)?;
        match value {
            "" => Err(self.fault(line, &format!("`{key}` is empty"))),
            value if value.starts_with(['"', '\'']) => {
                Err(self.fault(line, &format!("`{key}` stands in quotation marks: leave them out")))
            }
            value if value.chars().count() > most => {
                Err(self.fault(line, &format!("`{key}` has at most {most} characters")))
            }
            value => Ok(value.to_owned()),
        }
    }

    fn word<T: std::str::FromStr>(&mut self, key: &str, words: &str) -> Result<T, Fault> {
        let (line, value) = self.take(key)?;
        value.parse().map_err(|_unknown| self.fault(line, &format!("`{key}` is {words}")))
    }

    fn list(&mut self, key: &str) -> Result<Vec<String>, Fault> {
        let (line, value) = self.take(key)?;
        let inner = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let Some(inner) = inner else {
            return Err(self.fault(line, &format!("`{key}` is a list: [one, two]")));
        };
        if inner.is_empty() {
            return Ok(Vec::new());
        }
        let items: Vec<String> = inner.split(", ").map(str::to_owned).collect();
        match items
            .iter()
            .all(|item| !item.is_empty() && item.trim() == item && !item.contains(','))
        {
            true => Ok(items),
            false => {
                Err(self.fault(line, &format!("`{key}`: one comma and one space between two")))
            }
        }
    }
}

/// Reads a file that stands at `path`, below the folder.
///
/// # Errors
/// The first thing that is wrong.
pub fn read(path: &str, text: &str) -> Result<ArticleFile, Fault> {
    let (lang, section, slug) = place(path)?;
    let fault = |line, what: &str| Fault::at(path, line, what);
    let mut lines = text.split('\n');
    if lines.next() != Some(MARK) {
        return Err(fault(1, "the first line is not `---`"));
    }
    let mut reading = Reading { path, lines: Vec::new(), end: 1 };
    let mut is_closed = false;
    for (number, line) in (2..).zip(lines.by_ref()) {
        reading.end = number;
        if line == MARK {
            is_closed = true;
            break;
        }
        let Some((key, value)) = line.split_once(": ") else {
            return Err(fault(number, "a line of front matter is `key: value`"));
        };
        if reading.lines.iter().any(|(_, known, _)| *known == key) {
            return Err(fault(number, &format!("`{key}` stands here twice")));
        }
        reading.lines.push((number, key, value));
    }
    if !is_closed {
        return Err(fault(reading.end, "the front matter does not end: `---` is missing"));
    }
    let body_line = reading.end + 1;
    let rest: Vec<&str> = lines.collect();
    let body = rest.join("\n");
    let body = body.strip_suffix('\n').unwrap_or(&body);
    if body.trim().is_empty() {
        return Err(fault(body_line, "there is no text below the front matter"));
    }
    if body.trim() != body {
        return Err(fault(body_line, "blank space before the first line or behind the last"));
    }
    if body.chars().count() > limits::ARTICLE_CHARS {
        let most = limits::ARTICLE_CHARS;
        return Err(fault(body_line, &format!("a text has at most {most} characters")));
    }
    let file = fields(&mut reading, (lang, section, slug), body)?;
    if let Some((line, key, _)) = reading.lines.first() {
        return Err(fault(*line, &format!("`{key}` is no key of an article")));
    }
    Ok(file)
}

fn fields(
    reading: &mut Reading<'_>,
    (lang, section, slug): (Locale, &str, &str),
    body: &str,
) -> Result<ArticleFile, Fault> {
    let (line, named) = reading.take("section")?;
    if named != section {
        return Err(
            reading.fault(line, &format!("`section` is {named}, and the folder is {section}"))
        );
    }
    Ok(ArticleFile {
        lang,
        section: section.to_owned(),
        slug: slug.to_owned(),
        title: reading.text("title", limits::ARTICLE_TITLE_CHARS)?,
        summary: reading.text("summary", limits::ARTICLE_SUMMARY_CHARS)?,
        kind: reading.word("kind", "one of guide, faq, reference, troubleshooting")?,
        audience: reading.word("audience", "one of public, signed_in, internal")?,
        min_tier: min_tier(reading)?,
        countries: countries(reading)?,
        tags: reading.list("tags")?,
        categories: reading.list("categories")?,
        related: reading.list("related")?,
        review_days: reading.word("review_every", "a number of days")?,
        source: source(reading, slug)?,
        body: body.to_owned(),
    })
}

/// What says nothing is left out, so that there is one way to write it.
fn min_tier(reading: &mut Reading<'_>) -> Result<i64, Fault> {
    let Some((line, value)) = reading.find("min_tier") else { return Ok(0) };
    let number = value.parse().ok().filter(|tier: &i64| *tier > 0 && read_tier(*tier).is_ok());
    number.ok_or_else(|| reading.fault(line, "`min_tier` is a tier, from 1 on"))
}

fn countries(reading: &mut Reading<'_>) -> Result<Vec<String>, Fault> {
    let Some(line) = reading.lines.iter().find(|(_, key, _)| *key == "countries").map(|it| it.0)
    else {
        return Ok(Vec::new());
    };
    let written = reading.list("countries")?;
    match read_countries(&written) {
        Ok(read) if read == written && !read.is_empty() => Ok(read),
        _ => Err(reading.fault(
            line,
            "`countries` is a list of countries by two capital letters, in order: [JP, KR]",
        )),
    }
}

fn source(reading: &mut Reading<'_>, slug: &str) -> Result<Option<i64>, Fault> {
    let Some((line, value)) = reading.find("source") else { return Ok(None) };
    let number = value.strip_prefix(slug).and_then(|rest| rest.strip_prefix('@'));
    match number.and_then(|number| number.parse().ok()).filter(|number: &i64| *number > 0) {
        Some(number) => Ok(Some(number)),
        None => {
            Err(reading.fault(line, &format!("`source` is {slug}@ and the number of a version")))
        }
    }
}

fn place(path: &str) -> Result<(Locale, &str, &str), Fault> {
    let mut parts = path.strip_prefix(TOP).unwrap_or(path).split('/');
    let (lang, section, name) = (parts.next(), parts.next(), parts.next());
    let (Some(lang), Some(section), Some(name), None) = (lang, section, name, parts.next()) else {
        return Err(Fault::at(path, 1, "an article stands at help/LANG/SECTION/SLUG.md"));
    };
    let lang: Locale = lang
        .parse()
        .map_err(|_unknown| Fault::at(path, 1, &format!("{lang} is none of the ten languages")))?;
    let slug = name.strip_suffix(".md").unwrap_or(name);
    match (super::read_slug("slug", slug), super::read_slug("section", section)) {
        (Ok(_), Ok(_)) => Ok((lang, section, slug)),
        _ => Err(Fault::at(
            path,
            1,
            "a name has lower-case letters, digits and single hyphens of ASCII",
        )),
    }
}

/// Writes a file.
pub fn write(file: &ArticleFile) -> String {
    let list = |items: &[String]| format!("[{}]", items.join(", "));
    let mut out = format!(
        "{MARK}\ntitle: {}\nsummary: {}\nsection: {}\nkind: {}\naudience: {}\n",
        file.title, file.summary, file.section, file.kind, file.audience,
    );
    if file.min_tier > 0 {
        let _written = writeln!(out, "min_tier: {}", file.min_tier);
    }
    if !file.countries.is_empty() {
        let _written = writeln!(out, "countries: {}", list(&file.countries));
    }
    let _written = write!(
        out,
        "tags: {}\ncategories: {}\nrelated: {}\nreview_every: {}\n",
        list(&file.tags),
        list(&file.categories),
        list(&file.related),
        file.review_days,
    );
    if let Some(number) = file.source {
        let _written = writeln!(out, "source: {}@{number}", file.slug);
    }
    let _written = write!(out, "{MARK}\n{}\n", file.body);
    out
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const GOOD: &str = "---\ntitle: Fees\nsummary: What it costs: all of it.\nsection: fees\nkind: guide\naudience: public\ntags: [fee, maker fee]\ncategories: []\nrelated: [networks]\nreview_every: 90\nsource: fees@2\n---\n## Text\n\n---\n\nmore\n";
    const PATH: &str = "help/es/fees/fees.md";

    #[test]
    fn a_file_is_read_and_written_as_it_was() {
        let file = read(PATH, GOOD).unwrap();
        assert_eq!(file.summary, "What it costs: all of it.");
        assert_eq!(file.tags, ["fee", "maker fee"]);
        assert_eq!((file.source, file.lang), (Some(2), Locale::Es));
        assert_eq!(file.body, "## Text\n\n---\n\nmore");
        assert_eq!(write(&file), GOOD);
    }

    #[test]
    fn what_is_for_some_customers_says_so_and_stays_as_it_was() {
        let some = "audience: signed_in\nmin_tier: 2\ncountries: [JP, KR]\n";
        let text = GOOD.replacen("audience: public\n", some, 1);
        let file = read(PATH, &text).unwrap();
        assert_eq!((file.min_tier, file.countries.join(" ").as_str()), (2, "JP KR"));
        assert_eq!(write(&file), text);
    }

    #[test]
    fn what_is_too_long_is_named_before_anything_is_made_of_it() {
        let book = GOOD.replace("more\n", &("long ".repeat(400_000) + "end\n"));
        let told = read(PATH, &book).unwrap_err().to_string();
        assert_eq!(told, "help/es/fees/fees.md:13: a text has at most 100000 characters");
        let title = GOOD.replace("title: Fees", &format!("title: {}", "é".repeat(121)));
        let told = read(PATH, &title).unwrap_err().to_string();
        assert_eq!(told, "help/es/fees/fees.md:2: `title` has at most 120 characters");
    }

    #[test]
    fn what_is_wrong_is_named_by_its_line() {
        for (from, to, told) in [
            ("---\ntitle", "title", "help/es/fees/fees.md:1: the first line is not `---`"),
            ("title: Fees\n", "", "help/es/fees/fees.md:11: `title` is missing"),
            (
                "title: Fees",
                "title: \"Fees\"",
                "help/es/fees/fees.md:2: `title` stands in quotation marks: leave them out",
            ),
            (
                "kind: guide",
                "kind: story",
                "help/es/fees/fees.md:5: `kind` is one of guide, faq, reference, troubleshooting",
            ),
            ("[fee, maker fee]", "fee", "help/es/fees/fees.md:7: `tags` is a list: [one, two]"),
            (
                "[fee, maker fee]",
                "[fee,maker]",
                "help/es/fees/fees.md:7: `tags`: one comma and one space between two",
            ),
            (
                "fees@2",
                "other@2",
                "help/es/fees/fees.md:11: `source` is fees@ and the number of a version",
            ),
            (
                "review_every: 90",
                "colour: red\nreview_every: 90",
                "help/es/fees/fees.md:10: `colour` is no key of an article",
            ),
            (
                "review_every: 90",
                "title: Twice",
                "help/es/fees/fees.md:10: `title` stands here twice",
            ),
            (
                "audience: public",
                "audience: signed_in\nmin_tier: 0",
                "help/es/fees/fees.md:7: `min_tier` is a tier, from 1 on",
            ),
            (
                "audience: public",
                "audience: signed_in\ncountries: [KR, JP]",
                "help/es/fees/fees.md:7: `countries` is a list of countries by two capital letters, in order: [JP, KR]",
            ),
            (
                "section: fees",
                "section: api",
                "help/es/fees/fees.md:4: `section` is api, and the folder is fees",
            ),
            (
                "---\n## Text\n\n---\n\nmore\n",
                "more\n",
                "help/es/fees/fees.md:12: a line of front matter is `key: value`",
            ),
            (
                "## Text\n\n---\n\nmore\n",
                "",
                "help/es/fees/fees.md:13: there is no text below the front matter",
            ),
        ] {
            let text = GOOD.replacen(from, to, 1);
            assert_eq!(read(PATH, &text).unwrap_err().to_string(), told);
        }
        for path in [
            "help/xx/fees/fees.md",
            "help/es/fees.md",
            "help/es/fees/充值.md",
            "help/es/fees/glossary.md",
        ] {
            assert!(read(path, GOOD).is_err(), "{path}");
        }
    }
}
