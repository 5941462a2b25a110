//! What stands in braces is filled in when an article is read, and the first mention of each glossary term becomes a link.
//!
//! A value that is not known takes the smallest block with it that holds it (paragraph, list item, table row), because a
//! sentence with a hole, or a zero in its place, would be believed. With a table goes the paragraph before it that ends in a
//! colon, and with everything below it a heading. A link whose address is not known leaves its words behind.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::markdown::{REFERENCE_PATH, is_name};
use crate::glossary::Linker;
use crate::render::escape;

/// What references stand for, for one reader at one moment.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Plain text by name.
    pub values: BTreeMap<String, String>,
    /// HTML by name, made of escaped text.
    pub tables: BTreeMap<String, String>,
    /// Addresses by name.
    pub links: BTreeMap<String, String>,
    /// Pictures by name.
    pub images: BTreeMap<String, Image>,
    pub films: Films,
}

/// Where films lie that a text leads to: a paragraph that is a link to one of these hosts and nothing else becomes a card. Nothing
/// of theirs is loaded before somebody follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Films {
    /// In small letters.
    pub hosts: Vec<String>,
    /// What stands beside the host: that it is a film, and opens elsewhere.
    pub words: String,
}

/// A picture that a text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    pub address: String,
    /// In pixels, by which a page keeps its place; `None` where it does not say.
    pub width: Option<i64>,
    pub height: Option<i64>,
}

/// An article as somebody reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    pub html: String,
    /// Anchors of headings that went with all that stood below them.
    pub dropped: BTreeSet<String>,
}

/// The names of all references in a rendered body.
pub fn wanted(html: &str) -> BTreeSet<String> {
    let texts = html.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
    let links = html.split(REFERENCE_PATH).skip(1).filter_map(|rest| rest.split_once('"'));
    let names = texts.chain(links).map(|(name, _)| name).filter(|name| is_name(name));
    names.map(str::to_owned).collect()
}

/// Fills in a rendered body.
pub fn fill(html: &str, known: &Known, linker: &mut Linker<'_>) -> Filled {
    let mut filling = Filling {
        known,
        linker,
        out: String::with_capacity(html.len() + 1024),
        open: Vec::new(),
        paragraph: None,
        headings: Vec::new(),
        links: Vec::new(),
        dropped: BTreeSet::new(),
    };
    for token in tokens(html) {
        match token {
            Token::Text(text) => filling.text(text),
            Token::Open { tag, whole } => filling.open(tag, whole),
            Token::Close { tag, whole } => filling.close(tag, whole),
        }
    }
    filling.end_headings(1);
    Filled { html: filling.out, dropped: filling.dropped }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Open { tag: &'a str, whole: &'a str },
    Close { tag: &'a str, whole: &'a str },
}

/// The parts of what the sanitiser wrote, which is well formed.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = if rest.starts_with('<') { tag_end(rest) } else { rest.find('<') };
        let (token, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let Some(inner) = token.strip_prefix('<') else { return Some(Token::Text(token)) };
        let closing = inner.strip_prefix('/');
        let name = closing.unwrap_or(inner);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        Some(match closing {
            Some(_) => Token::Close { tag: name, whole: token },
            None => Token::Open { tag: name, whole: token },
        })
    })
}

/// Where a tag ends; an attribute may hold the sign that ends it.
fn tag_end(html: &str) -> Option<usize> {
    let mut is_quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'>' if !is_quoted => return Some(at + 1),
            _ => {}
        }
    }
    None
}

struct Open {
    tag: String,
    /// Where its opening tag stands in what was written.
    start: usize,
    /// Where its content begins.
    inner: usize,
    is_dropped: bool,
    /// A table that takes its place.
    table: Option<String>,
}

struct Under {
    level: u8,
    id: String,
    start: usize,
    end: usize,
    /// Something below it was left out.
    lost: bool,
}

struct Filling<'a, 'b> {
    known: &'a Known,
    linker: &'a mut Linker<'b>,
    out: String,
    open: Vec<Open>,
    /// The last paragraph that ended, if nothing followed it yet.
    paragraph: Option<(usize, usize)>,
    headings: Vec<Under>,
    /// For each open link whether it was written.
    links: Vec<bool>,
    dropped: BTreeSet<String>,
}

impl Filling<'_, '_> {
    fn is_in(&self, tags: &[&str]) -> bool {
        self.open.iter().any(|open| tags.contains(&open.tag.as_str()))
    }

    fn open(&mut self, tag: &str, whole: &str) {
        match tag {
            "br" | "hr" => self.out.push_str(whole),
            "a" => self.open_link(whole),
            "img" => self.image(whole),
            _ => {
                if let Some(level) = level(tag) {
                    self.end_headings(level);
                }
                let start = self.out.len();
                self.out.push_str(whole);
                let inner = self.out.len();
                let tag = tag.to_owned();
                self.open.push(Open { tag, start, inner, is_dropped: false, table: None });
            }
        }
    }

    fn open_link(&mut self, whole: &str) {
        let name = whole.split(REFERENCE_PATH).nth(1).and_then(|rest| rest.split('"').next());
        let address = match name {
            None => {
                self.links.push(true);
                self.out.push_str(whole);
                return;
            }
            Some(name) => self.known.links.get(name),
        };
        self.links.push(address.is_some());
        if let Some(address) = address {
            self.out.push_str("<a href=\"");
            escape(address, &mut self.out);
            self.out.push_str("\">");
        }
    }

    /// A picture with the room that it takes, so that nothing moves when it comes; one that there is not leaves nothing.
    fn image(&mut self, whole: &str) {
        let name = whole.split(REFERENCE_PATH).nth(1).and_then(|rest| rest.split('"').next());
        let Some(image) = name.and_then(|name| self.known.images.get(name)) else {
            return self.lose();
        };
        self.out.push_str("<img src=\"");
        escape(&image.address, &mut self.out);
        self.out.push('"');
        if let (Some(width), Some(height)) = (image.width, image.height) {
            // Writing into a string cannot fail.
            let _written = write!(self.out, " width=\"{width}\" height=\"{height}\"");
        }
        let words = whole.split(" alt=\"").nth(1).and_then(|rest| rest.split('"').next());
        // The sanitiser has escaped it.
        self.out.push_str(" alt=\"");
        self.out.push_str(words.unwrap_or_default());
        self.out.push_str("\" loading=\"lazy\" decoding=\"async\">");
    }

    fn close(&mut self, tag: &str, whole: &str) {
        if tag == "a" {
            if self.links.pop().unwrap_or(false) {
                self.out.push_str(whole);
            }
            return;
        }
        let Some(open) = self.open.pop() else { return };
        if open.is_dropped {
            self.drop_from(open.start);
            return;
        }
        if let Some(table) = open.table {
            self.out.truncate(open.start);
            self.out.push_str(&table);
            return;
        }
        if self.is_left_empty(&open) {
            self.drop_from(open.start);
            return;
        }
        if open.tag == "p" {
            self.film(&open);
        }
        self.out.push_str(whole);
        if open.tag == "p" {
            self.paragraph = Some((open.start, self.out.len()));
        }
        if let Some(level) = level(&open.tag) {
            let tag = self.out.get(open.start..open.inner).unwrap_or_default();
            let id = tag.split('"').nth(1).unwrap_or_default().to_owned();
            let (start, end) = (open.start, self.out.len());
            self.headings.push(Under { level, id, start, end, lost: false });
        }
    }

    /// Makes a card of a paragraph that leads to a film and says nothing else.
    fn film(&mut self, open: &Open) {
        let inner = self.out.get(open.inner..).unwrap_or_default().trim();
        let Some(host) = film_host(inner).filter(|host| self.known.films.hosts.contains(host))
        else {
            return;
        };
        let link = inner.replacen("<a ", "<a target=\"_blank\" ", 1);
        self.out.truncate(open.start);
        self.out.push_str("<p class=\"film\">");
        self.out.push_str(&link);
        self.out.push_str("<br><small><bdi dir=\"ltr\">");
        escape(&host, &mut self.out);
        self.out.push_str("</bdi> · ");
        escape(&self.known.films.words, &mut self.out);
        self.out.push_str("</small>");
    }

    /// A paragraph, list or table of which everything was left out says nothing.
    fn is_left_empty(&self, open: &Open) -> bool {
        let inner = self.out.get(open.inner..).unwrap_or_default();
        match open.tag.as_str() {
            "p" | "li" | "ul" | "ol" | "blockquote" => inner.trim().is_empty(),
            "table" => !inner.contains("<td"),
            _ => false,
        }
    }

    fn drop_from(&mut self, start: usize) {
        self.out.truncate(start);
        self.lose();
    }

    /// Remembers that something below these headings is left out.
    fn lose(&mut self) {
        for heading in &mut self.headings {
            heading.lost = true;
        }
    }

    /// Ends what stands below headings of this level and deeper, and drops those below which nothing was left.
    fn end_headings(&mut self, level: u8) {
        while let Some(last) = self.headings.pop_if(|last| last.level >= level) {
            let below = self.out.get(last.end..).unwrap_or_default();
            if last.lost && below.trim().is_empty() {
                self.out.truncate(last.start);
                self.dropped.insert(last.id);
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in(&["pre", "code"]) || (!text.contains("{{") && !self.may_link()) {
            self.out.push_str(text);
            return;
        }
        if let Some(name) = table_name(text)
            && self.open.last().is_some_and(|open| open.tag == "p")
        {
            self.table(name);
            return;
        }
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            match after.split_once("}}").filter(|(name, _)| is_name(name)) {
                Some((name, behind)) => {
                    self.words(before);
                    self.value(name);
                    rest = behind;
                }
                None => {
                    self.words(before);
                    self.out.push_str("{{");
                    rest = after;
                }
            }
        }
        self.words(rest);
    }

    fn may_link(&self) -> bool {
        self.links.is_empty()
            && self.open.iter().all(|open| level(&open.tag).is_none() && open.tag != "th")
    }

    fn words(&mut self, text: &str) {
        match self.may_link() {
            true => self.linker.link(text, &mut self.out),
            false => self.out.push_str(text),
        }
    }

    fn value(&mut self, name: &str) {
        match self.known.values.get(name) {
            Some(value) => escape(value, &mut self.out),
            None => self.drop_block(),
        }
    }

    fn drop_block(&mut self) {
        let block = |open: &&mut Open| {
            matches!(open.tag.as_str(), "p" | "li" | "tr") || level(&open.tag).is_some()
        };
        if let Some(open) = self.open.iter_mut().rev().find(block) {
            open.is_dropped = true;
        }
    }

    fn table(&mut self, name: &str) {
        let table = self.known.tables.get(name).cloned();
        let is_known = table.is_some();
        let Some(open) = self.open.last_mut() else { return };
        if is_known {
            open.table = table;
            return;
        }
        open.is_dropped = true;
        let start = open.start;
        if let Some((from, to)) = self.paragraph
            && let Some(between) = self.out.get(to..start)
            && between.trim().is_empty()
            && self.out.get(from..to).is_some_and(ends_in_colon)
            && let Some(open) = self.open.last_mut()
        {
            open.start = from;
        }
    }
}

/// The host of a link that is all there is, in small letters.
fn film_host(inner: &str) -> Option<String> {
    let address = inner.strip_prefix("<a href=\"https://")?;
    let is_all = inner.ends_with("</a>") && inner.matches("<a ").count() == 1;
    let host = address.split(['/', '?', '#', '"']).next().filter(|_| is_all)?;
    Some(host.to_ascii_lowercase())
}

fn table_name(text: &str) -> Option<&str> {
    super::markdown::named(text.trim()).filter(|name| name.starts_with("table."))
}

fn ends_in_colon(paragraph: &str) -> bool {
    let mut words = paragraph.trim_end();
    while let Some(tag) = words.rfind('<').filter(|_| words.ends_with('>')) {
        words = words.get(..tag).unwrap_or_default().trim_end();
    }
    words.ends_with([':', '：'])
}

fn level(tag: &str) -> Option<u8> {
    match tag.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::markdown::render;
    use super::*;
    use crate::glossary::Glossary;

    fn image(address: &str, pixels: Option<(i64, i64)>) -> Image {
        let (width, height) = pixels.unzip();
        Image { address: address.to_owned(), width, height }
    }

    fn filled(markdown: &str) -> Filled {
        let known = Known {
            values: [("brand.name".to_owned(), "Coin<X>".to_owned())].into(),
            tables: [("table.fees".to_owned(), "<table>…</table>".to_owned())].into(),
            links: [
                ("link.page.account".to_owned(), "/account".to_owned()),
                ("file.f1".to_owned(), "/en/help/files/f1/a.pdf".to_owned()),
            ]
            .into(),
            images: [("image.i1".to_owned(), image("/i1?a&b", Some((640, 480))))]
                .into_iter()
                .chain([("image.i2".to_owned(), image("/i2", None))])
                .collect(),
            films: Films {
                hosts: vec!["films.example".to_owned()],
                words: "film & new tab".to_owned(),
            },
        };
        let glossary = Glossary::default();
        fill(&render(markdown).html, &known, &mut glossary.linker("/en/help/glossary/"))
    }

    #[track_caller]
    fn check(markdown: &str, expected: &str) {
        let html = filled(markdown).html;
        let lines: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(lines.join("\n"), expected);
    }

    #[test]
    fn known_values_stand_in_the_text() {
        check("At {{brand.name}}.", "<p>At Coin&lt;X&gt;.</p>");
        check("[Here]({{link.page.account}})", "<p><a href=\"/account\">Here</a></p>");
        check("So:\n\n{{table.fees}}\n\nEnd", "<p>So:</p>\n<table>…</table>\n<p>End</p>");
        check("`{{brand.name}}` and {{ odd }}", "<p><code>{{brand.name}}</code> and {{ odd }}</p>");
    }

    #[test]
    fn what_is_not_known_takes_its_smallest_block_with_it() {
        check("One.\n\nTwo {{api.x}}.\n\nThree.", "<p>One.</p>\n<p>Three.</p>");
        check("- a\n- b {{api.x}}", "<ul>\n<li>a</li>\n</ul>");
        check("Before\n\n- b {{api.x}}", "<p>Before</p>");
        check(
            "- a\n\n  more {{api.x}}\n- b",
            "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>",
        );
        check(
            "|a|b|\n|-|-|\n|1|{{api.x}}|\n|2|3|",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>2</td>\n<td>3</td>\n</tr>\n</tbody>\n</table>",
        );
        check("|a|b|\n|-|-|\n|1|{{api.x}}|", "");
        check("[words]({{link.article.gone}}) stay", "<p>words stay</p>");
    }

    #[test]
    fn pictures_keep_their_place_and_what_is_not_there_leaves_none() {
        check(
            "![A \"b\"](image:i1)",
            "<p><img src=\"/i1?a&amp;b\" width=\"640\" height=\"480\" alt=\"A &quot;b&quot;\" loading=\"lazy\" decoding=\"async\"></p>",
        );
        check(
            "See ![](image:i2 \"decorative\") it",
            "<p>See <img src=\"/i2\" alt=\"\" loading=\"lazy\" decoding=\"async\"> it</p>",
        );
        check("One ![x](image:gone) two", "<p>One  two</p>");
        check("One\n\n![x](image:gone)\n\nTwo", "<p>One</p>\n<p>Two</p>");
        check(
            "[The form](file:f1), [gone](file:gone)",
            "<p><a href=\"/en/help/files/f1/a.pdf\">The form</a>, gone</p>",
        );
        assert_eq!(filled("## Shown {#s}\n\n![x](image:gone)").html.trim(), "");
    }

    #[test]
    fn a_link_to_a_film_that_stands_alone_is_a_card() {
        check(
            "[How it *works*](https://Films.example/watch?v=1)",
            "<p class=\"film\"><a target=\"_blank\" href=\"https://Films.example/watch?v=1\" rel=\"noopener noreferrer\">How it <em>works</em></a><br><small><bdi dir=\"ltr\">films.example</bdi> · film &amp; new tab</small></p>",
        );
        for other in [
            "See [it](https://films.example/1)",
            "[it](https://films.example/1) [it](https://films.example/2)",
            "[it](https://films.example.evil.example/1)",
            "[it](https://evil.example/films.example)",
            "[it](https://films.example@evil.example/)",
            "[it](http://films.example/1)",
        ] {
            assert!(!filled(other).html.contains("film\""), "{other}");
        }
    }

    #[test]
    fn a_table_that_is_not_known_goes_with_what_announces_it() {
        check("Keep.\n\nThese are **all:**\n\n{{table.kyc}}\n\nEnd", "<p>Keep.</p>\n<p>End</p>");
        check("不会有洞：\n\n{{table.kyc}}", "");
        check("Keep.\n\n{{table.kyc}}", "<p>Keep.</p>");
    }

    #[test]
    fn a_heading_goes_when_nothing_is_left_below_it() {
        let filled = filled(
            "## Kept\n\nx\n\n## Gone {#gone}\n\n{{api.x}}\n\n## Bare\n\n### Inner\n\n{{api.x}}",
        );
        assert!(filled.html.contains("Kept") && !filled.html.contains("Gone"));
        assert_eq!(filled.dropped, BTreeSet::from(["gone", "part-3", "part-4"].map(str::to_owned)));
    }

    #[test]
    fn all_names_are_found() {
        let html = render("[a]({{link.ticket.fees}}) {{brand.name}} {{table.fees}}").html;
        let names: Vec<String> = wanted(&html).into_iter().collect();
        assert_eq!(names, ["brand.name", "link.ticket.fees", "table.fees"]);
    }
}
