//! Quotes in quotes and lists in lists, as deep as anybody reads. Whatever is deeper stands side by side: the sanitiser looks at all that
//! is open for each thing that opens, so that twenty thousand signs of a quote would keep a processor for seconds.

use comrak::Node;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::NodeValue;

/// Lists and quotes that stand in each other.
const DEEPEST: usize = 32;

/// Leaves out the lists and quotes that are too deep, and none of what stands in them.
pub(crate) fn flatten(root: Node<'_>) {
    let (mut depth, mut too_deep) = (0_usize, Vec::new());
    for edge in root.traverse() {
        let (node, begins) = match edge {
            NodeEdge::Start(node) => (node, true),
            NodeEdge::End(node) => (node, false),
        };
        let (holds, is_item) = match &node.data().value {
            NodeValue::BlockQuote | NodeValue::List(_) => (true, false),
            // An item goes where its list goes.
            NodeValue::Item(_) | NodeValue::TaskItem(_) => (false, true),
            _ => (false, false),
        };
        match (begins, holds) {
            (true, true) => depth += 1,
            (false, true) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if begins && (holds || is_item) && depth > DEEPEST {
            too_deep.push(node);
        }
    }
    // The outer ones first, so that everything is moved once by what held it.
    for node in too_deep {
        while let Some(child) = node.first_child() {
            node.insert_before(child);
        }
        node.detach();
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use comrak::{Arena, Options, format_html, parse_document};

    use super::*;

    fn html(text: &str) -> String {
        let (arena, mut html) = (Arena::new(), String::new());
        let options = Options::default();
        let root = parse_document(&arena, text, &options);
        flatten(root);
        format_html(root, &options, &mut html).expect("a string takes it");
        html
    }

    #[test]
    fn what_is_too_deep_stands_side_by_side_and_is_all_there() {
        let usual = "> > a\n> > - b\n> >   - c\n";
        let (arena, mut as_it_was) = (Arena::new(), String::new());
        let options = Options::default();
        let root = parse_document(&arena, usual, &options);
        format_html(root, &options, &mut as_it_was).expect("a string takes it");
        assert_eq!(html(usual), as_it_was);
        let quotes = html(&("> ".repeat(20_000) + "deep"));
        assert_eq!(quotes.matches("<blockquote>").count(), DEEPEST);
        assert_eq!(quotes.matches("</blockquote>").count(), DEEPEST);
        assert!(quotes.contains("<p>deep</p>"), "{quotes}");
        let lists = html(&("- ".repeat(2_000) + "deep"));
        assert_eq!(lists.matches("<ul>").count(), DEEPEST);
        assert_eq!(lists.matches("<li>").count(), DEEPEST);
        assert!(lists.contains("deep"), "{lists}");
        let mixed: String =
            (0..100).map(|n| "  ".repeat(n) + "- " + &n.to_string() + "\n").collect();
        let mixed = html(&mixed);
        assert!((0..100).all(|n| mixed.contains(&n.to_string())), "{mixed}");
    }
}
