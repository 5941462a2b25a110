//! Markdown of an article becomes the HTML that rests beside it: sanitised, with anchors at its headings. References stay
//! in it as names, because what they stand for changes without the article.

use std::fmt::Write as _;
use std::sync::LazyLock;

use ammonia::Builder;
use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

use super::Heading;
use crate::render::{flatten, sanitiser};

/// Where a link of a reference leads until the reference is filled in. Nothing is served there.
pub(super) const REFERENCE_PATH: &str = "/~ref/";

/// The title of a picture that has nothing to say: who does not see it is not told of it.
const DECORATIVE: &str = "decorative";

/// What becomes of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub html: String,
    /// Of the second and third level, in order.
    pub headings: Vec<Heading>,
    /// A picture has no words for who does not see it, and is not marked as [`DECORATIVE`].
    pub wordless: bool,
}

/// Renders Markdown. Raw HTML in it is dropped.
pub fn render(text: &str) -> Rendered {
    let arena = Arena::new();
    let options = options();
    let root = parse_document(&arena, text, &options);
    flatten(root);
    let (mut anchors, mut strange, mut wordless) = (Vec::new(), Vec::new(), false);
    for node in root.descendants() {
        if let Some(level) = heading_level(node) {
            anchors.push(anchor(node, level, &anchors));
        }
        let is_image = matches!(node.data().value, NodeValue::Image(_));
        let has_words = is_image && !plain(node).is_empty();
        match &mut node.data_mut().value {
            NodeValue::Link(link) => {
                let file = of_file(&link.url, "file:").map(|id| format!("file.{id}"));
                if let Some(name) = file.or_else(|| named(&link.url).map(str::to_owned)) {
                    link.url = format!("{REFERENCE_PATH}{name}");
                }
            }
            NodeValue::Image(image) => match of_file(&image.url, "image:") {
                Some(id) => {
                    wordless |= !has_words && image.title != DECORATIVE;
                    image.url = format!("{REFERENCE_PATH}image.{id}");
                    image.title = String::new();
                }
                None => strange.push(node),
            },
            _ => {}
        }
    }
    // What is not ours would tell another house who reads what.
    for node in strange {
        node.detach();
    }
    let mut html = String::new();
    // Writing into a string cannot fail; what would be missing is seen in the preview.
    let _written = format_html(root, &options, &mut html);
    let clean = SANITISER.clean(&html).to_string();
    let html = with_anchors(clean.trim_end(), &anchors);
    let headings = anchors.into_iter().filter(|one| (2..=3).contains(&one.level)).collect();
    Rendered { html, headings, wordless }
}

/// The id behind a scheme of ours. One that is none of a file is a name all the same, so that an editor is told of it.
fn of_file<'a>(url: &'a str, scheme: &str) -> Option<&'a str> {
    let id = url.strip_prefix(scheme)?;
    (is_name(id) && !id.contains('.')).then_some(id)
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.render.escape = true;
    options
}

fn heading_level(node: Node<'_>) -> Option<u8> {
    match &node.data().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

/// The name in `{{name}}`, which is all of the text.
pub(super) fn named(text: &str) -> Option<&str> {
    let name = text.strip_prefix("{{")?.strip_suffix("}}")?;
    is_name(name).then_some(name)
}

/// Says whether it is the name of a reference: parts of letters, digits, hyphens and underscores with dots between them.
pub(super) fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    name.len() <= 120 && name.split('.').all(|part| !part.is_empty() && part.chars().all(plain))
}

/// Takes `{#id}` from the end of a heading; one without gets its place for a name.
fn anchor(node: Node<'_>, level: u8, before: &[Heading]) -> Heading {
    let mut own = None;
    if let Some(last) = node.last_child()
        && let NodeValue::Text(text) = &mut last.data_mut().value
        && let Some((words, id)) = split_id(text)
    {
        let (words, id) = (words.to_owned(), id.to_owned());
        *text = words.into();
        own = Some(id);
    }
    let is_free = |id: &String| before.iter().all(|one| one.id != *id);
    let id = own.filter(is_free).unwrap_or_else(|| format!("part-{}", before.len() + 1));
    Heading { level, id, text: plain(node) }
}

fn split_id(text: &str) -> Option<(&str, &str)> {
    let (words, id) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let is_id = !id.is_empty()
        && id.len() <= 60
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_id.then_some((words.trim_end(), id))
}

/// The words of a node without their marks.
fn plain(node: Node<'_>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words.trim().to_owned()
}

/// Writes the anchors into the opening tags, which the sanitiser left bare and in order.
fn with_anchors(html: &str, anchors: &[Heading]) -> String {
    let mut out = String::with_capacity(html.len() + anchors.len() * 24);
    let mut rest = html;
    for Heading { level, id, .. } in anchors {
        let tag = format!("<h{level}>");
        let Some((before, after)) = rest.split_once(&tag) else { break };
        let _written = write!(out, "{before}<h{level} id=\"{id}\">");
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Of pictures only ours come so far; the filter holds whatever the renderer may let pass to the same.
static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = sanitiser("noopener noreferrer");
    builder.add_tags(["img"]);
    builder.attribute_filter(|element, attribute, value| match (element, attribute) {
        ("img", "src") if !value.starts_with(REFERENCE_PATH) => None,
        _ => Some(value.into()),
    });
    builder
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(render(text).html, expected);
    }

    #[test]
    fn headings_have_anchors() {
        let rendered =
            render("## Where is *it*? {#start}\n\ntext\n\n### Then\n\n## Again {#start}");
        assert_eq!(
            rendered.html,
            "<h2 id=\"start\">Where is <em>it</em>?</h2>\n<p>text</p>\n<h3 id=\"part-2\">Then</h3>\n<h2 id=\"part-3\">Again</h2>"
        );
        let told: Vec<_> = rendered.headings.iter().map(|h| (h.level, h.id.as_str())).collect();
        assert_eq!(told, [(2, "start"), (3, "part-2"), (2, "part-3")]);
    }

    #[test]
    fn references_stay_as_names() {
        check(
            "[Ask]({{link.ticket.fees}}) after {{network.TRON.confirmations}}",
            "<p><a href=\"/~ref/link.ticket.fees\" rel=\"noopener noreferrer\">Ask</a> after {{network.TRON.confirmations}}</p>",
        );
    }

    #[test]
    fn pictures_and_files_stay_as_names() {
        let shown = render("![A *red* \"button\"](image:0190a)");
        assert!(shown.html.contains("src=\"/~ref/image.0190a\""), "{}", shown.html);
        assert!(shown.html.contains("alt=\"A red &quot;button&quot;\""), "{}", shown.html);
        assert!(!shown.wordless);
        check(
            "[The form](file:0190a)",
            "<p><a href=\"/~ref/file.0190a\" rel=\"noopener noreferrer\">The form</a></p>",
        );
        assert!(render("![](image:0190a)").wordless);
        let silent = render("![](image:0190a \"decorative\")");
        assert!(!silent.wordless && !silent.html.contains("title"), "{}", silent.html);
    }

    #[test]
    fn nothing_in_it_runs() {
        check("a <script>alert(1)</script> b", "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>");
        check("[x](javascript:alert(1))", "<p><a href=\"\" rel=\"noopener noreferrer\">x</a></p>");
        check("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;");
        check("![x](https://evil.example/x.png)", "<p></p>");
        check("![x](file:///etc/passwd) ![y](/a.png) ![z](image:)", "<p>  </p>");
        let hostile = render("## <h2 id=evil>{#a\"b}\n\n<h2>bare</h2>\n\n## real {#ok}");
        assert!(hostile.html.contains("<h2 id=\"ok\">real</h2>"), "{}", hostile.html);
    }
}
