//! Variables in a macro's text: `{{ticket.number}}`, or with what to say where there is nothing to know,
//! `{{customer.name|there}}`.
//!
//! Most are filled when the macro is applied, before the eyes of whoever sends it. The customer's name is not: staff see
//! names masked, so it stays a variable until the message is sent, and is written by the desk itself. A name is thus
//! told to nobody who did not send its owner a message.

use crate::customer::mask;
use crate::ticket::Visibility;
use crate::words::words;

words! {
    /// What a macro's text may speak of.
    pub enum Variable {
        CustomerName = "customer.name",
        TicketNumber = "ticket.number",
        /// The first name, as customers are told it.
        AgentName = "agent.name",
        BrandName = "brand.name",
        /// What the customer answered in the form.
        AnswerAsset = "answer.asset",
        AnswerNetwork = "answer.network",
        AnswerAmount = "answer.amount",
        AnswerOrder = "answer.order",
    }
}

impl Variable {
    /// Says whether there may be nothing to know, so that the text must say what stands there then.
    pub const fn may_lack(self) -> bool {
        match self {
            Self::TicketNumber | Self::AgentName | Self::BrandName => false,
            Self::CustomerName
            | Self::AnswerAsset
            | Self::AnswerNetwork
            | Self::AnswerAmount
            | Self::AnswerOrder => true,
        }
    }

    /// The form's question that it repeats the answer to.
    pub fn question(self) -> Option<&'static str> {
        self.as_str().strip_prefix("answer.")
    }
}

/// A variable where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Placed<'a> {
    /// The whole of it with its braces, in UTF-8 bytes.
    start: usize,
    end: usize,
    name: &'a str,
    fallback: Option<&'a str>,
    is_closed: bool,
}

/// What is wrong with a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No variable has this name, or its braces do not close.
    Unknown,
    /// There may be nothing to know, and the text does not say what stands there then.
    LacksFallback,
}

/// A fault with its place, both counted from 1 as editors count them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplaced {
    pub fault: Fault,
    /// As it was written, cut to a readable length.
    pub name: String,
    pub line: usize,
    pub column: usize,
}

/// What a wrong name is cut to.
const NAME_SHOWN: usize = 40;

/// The first thing that is wrong with a text's variables.
pub fn fault(text: &str) -> Option<Misplaced> {
    placed(text).into_iter().find_map(|one| {
        let fault = match one.name.parse::<Variable>() {
            Ok(variable) if one.is_closed => {
                (variable.may_lack() && one.fallback.is_none()).then_some(Fault::LacksFallback)?
            }
            _ => Fault::Unknown,
        };
        let before = text.get(..one.start).unwrap_or_default();
        let line_begins = before.rfind('\n').map_or(0, |at| at + 1);
        Some(Misplaced {
            fault,
            name: one.name.chars().take(NAME_SHOWN).collect(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_begins..).unwrap_or_default().chars().count() + 1,
        })
    })
}

/// Fills what `value` knows. A variable that it says nothing of (`None`) stays as it is; one that it knows to be unknown
/// (`Some(None)`) becomes its fallback.
pub fn fill(text: &str, value: impl Fn(Variable) -> Option<Option<String>>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut at = 0;
    for one in placed(text) {
        let variable = one.name.parse::<Variable>().ok().filter(|_| one.is_closed);
        let Some((variable, known)) = variable.and_then(|v| Some((v, value(v)?))) else { continue };
        filled.push_str(text.get(at..one.start).unwrap_or_default());
        // What the desk knows by itself may be written as it is.
        match known.filter(|known| !variable.may_lack() || is_plain(known)) {
            Some(known) => filled.push_str(&known),
            None => filled.push_str(one.fallback.unwrap_or_default()),
        }
        at = one.end;
        close_gap(&mut filled, text.get(at..).unwrap_or_default());
    }
    filled.push_str(text.get(at..).unwrap_or_default());
    filled
}

/// Nothing between two spaces leaves one of them, and none before the end of a sentence or a line.
fn close_gap(filled: &mut String, rest: &str) {
    let ends = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?');
    if filled.ends_with(' ') && rest.chars().next().is_none_or(ends) {
        filled.pop();
    }
}

/// Says whether a message waits for its customer's name.
pub fn wants_name(text: &str) -> bool {
    let name = Variable::CustomerName.as_str();
    placed(text).iter().any(|one| one.is_closed && one.name == name)
}

/// Writes the customer's name as the message is sent: in clear to themself, masked in a note among staff.
pub fn fill_name(text: &str, name: Option<&str>, visibility: Visibility) -> String {
    let shown = name.map(|name| match visibility {
        Visibility::Public => name.to_owned(),
        Visibility::Internal => mask::name(name),
    });
    fill(text, |variable| (variable == Variable::CustomerName).then(|| shown.clone()))
}

/// What somebody else wrote stands in a text of staff, which is Markdown: it must mean nothing there, and be no address.
fn is_plain(value: &str) -> bool {
    let is_quiet = |c: char| {
        c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-' | '\'' | '’' | '·' | '•')
    };
    let value = value.trim();
    !value.is_empty() && value.chars().all(is_quiet) && !value.to_lowercase().contains("www.")
}

/// Everything between double braces, in order. What does not close ends with its line.
fn placed(text: &str) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find("{{")).map(|at| from + at) {
        let inside = text.get(start + 2..).unwrap_or_default();
        let line = inside.lines().next().unwrap_or_default();
        let (inner, is_closed) = match line.find("}}") {
            Some(at) => (line.get(..at).unwrap_or_default(), true),
            None => (line, false),
        };
        let end = start + 2 + inner.len() + if is_closed { 2 } else { 0 };
        let (name, fallback) = match inner.split_once('|') {
            Some((name, fallback)) => (name, Some(fallback.trim())),
            None => (inner, None),
        };
        found.push(Placed { start, end, name: name.trim(), fallback, is_closed });
        from = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_variable_is_told_with_its_place() {
        let fault = |text: &str| fault(text).map(|m| (m.fault, m.name, m.line, m.column));
        assert_eq!(fault("Hello {{ customer.name | there }}, {{ticket.number}}"), None);
        assert_eq!(fault("No braces { at all }"), None);
        let unknown =
            |name: &str, line, column| Some((Fault::Unknown, name.to_owned(), line, column));
        assert_eq!(fault("Hi\né {{customer.nam|x}}"), unknown("customer.nam", 2, 3));
        assert_eq!(fault("{{ticket.number"), unknown("ticket.number", 1, 1));
        assert_eq!(fault("{{ticket.number\n}}"), unknown("ticket.number", 1, 1));
        assert_eq!(fault("{{}}"), unknown("", 1, 1));
        let lacks = |name: &str| Some((Fault::LacksFallback, name.to_owned(), 1, 1));
        assert_eq!(fault("{{customer.name}}"), lacks("customer.name"));
        assert_eq!(fault("{{answer.asset}}"), lacks("answer.asset"));
        assert_eq!(fault("{{answer.asset|}}"), None, "nothing can be meant");
    }

    #[test]
    fn what_is_known_is_filled_and_the_rest_left() {
        let text =
            "{{brand.name}}: {{ customer.name | friend }} sent {{answer.amount|it}} {{ nonsense }}";
        let filled = fill(text, |variable| match variable {
            Variable::BrandName => Some(Some("Acme & Sons".to_owned())),
            Variable::AnswerAmount => Some(None),
            _ => None,
        });
        assert_eq!(filled, "Acme & Sons: {{ customer.name | friend }} sent it {{ nonsense }}");
        assert!(wants_name(&filled));
        assert_eq!(
            fill_name(&filled, Some("Ada Lovelace"), Visibility::Public),
            "Acme & Sons: Ada Lovelace sent it {{ nonsense }}"
        );
        assert_eq!(
            fill_name(&filled, None, Visibility::Public),
            "Acme & Sons: friend sent it {{ nonsense }}"
        );
        let note = fill_name(&filled, Some("Ada Lovelace"), Visibility::Internal);
        assert!(note.contains("A•••") && !note.contains("Ada"), "{note}");
    }

    #[test]
    fn nothing_leaves_no_gap() {
        let nothing = |text: &str| fill(text, |_| Some(None));
        assert_eq!(nothing("of {{answer.amount|}} {{answer.asset|}} is late"), "of is late");
        assert_eq!(nothing("your deposit {{answer.asset|}}."), "your deposit.");
        assert_eq!(nothing("充值 {{answer.asset|}}\n已"), "充值\n已");
    }

    #[test]
    fn a_name_cannot_write_markdown_or_an_address() {
        for name in ["[x](https://evil.example)", "www.evil.example", "a@b.example", "*", "  "] {
            assert_eq!(fill_name("{{customer.name|you}}", Some(name), Visibility::Public), "you");
        }
        for name in ["Nguyễn Thị Ánh", "王小明", "O’Neil-Smith Jr.", "محمد"] {
            assert_eq!(fill_name("{{customer.name|you}}", Some(name), Visibility::Public), name);
        }
    }

    #[test]
    fn every_answer_is_one_to_a_builtin_question() {
        for question in Variable::ALL.iter().filter_map(|variable| variable.question()) {
            assert!(crate::form::builtin::question(question).is_some(), "{question}");
        }
    }
}
