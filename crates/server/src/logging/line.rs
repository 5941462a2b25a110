//! A line of the log without secrets.
//!
//! What goes wrong is told with what it went wrong on: an error quotes a body, the body is JSON, a text in it holds the phrase. Every
//! quoting escapes what it quotes, and a rule that reads letters does not see a word behind `\\u0441`. So a line is read as it
//! stands, and once more for each layer of escapes; texts that were printed as numbers of bytes are read too.

use serde_json::Value;

/// Quotations within quotations; deeper ones are read as they stand.
const DEEPEST: usize = 4;
/// A shorter row of numbers holds no secret of words.
const SHORTEST_ROW: usize = 12;

/// Masks a line as `tracing` wrote it, with its end. Of JSON each text is read by itself, so that a mask takes nothing of what holds
/// it.
pub(super) fn masked(line: &str, is_json: bool) -> String {
    if is_json && let Ok(mut fields) = serde_json::from_str::<Value>(line) {
        if !mask_values(&mut fields) {
            return line.to_owned();
        }
        let end = if line.ends_with('\n') { "\n" } else { "" };
        return format!("{fields}{end}");
    }
    deeply(by_rules(line))
}

fn by_rules(text: &str) -> String {
    proofdesk_guard::scan_by_rules(text).masked
}

/// Returns whether anything was masked.
fn mask_values(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let masked = deeply(by_rules(text));
            let differs = masked != *text;
            *text = masked;
            differs
        }
        Value::Array(values) => {
            values.iter_mut().fold(false, |any, value| mask_values(value) | any)
        }
        Value::Object(fields) => {
            fields.values_mut().fold(false, |any, value| mask_values(value) | any)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Masks what is left behind escapes. A line with something to mask there is written without those escapes, on one line.
fn deeply(text: String) -> String {
    let mut layer = text.clone();
    let mut found = None;
    for _ in 0..DEEPEST {
        let next = spelled(&unescaped(&layer));
        if next == layer {
            break;
        }
        let masked = by_rules(&next);
        if masked != next {
            found = Some(masked.clone());
        }
        layer = masked;
    }
    let Some(found) = found else { return text };
    let (line, end) = found.strip_suffix('\n').map_or((found.as_str(), ""), |line| (line, "\n"));
    format!("{}{end}", line.replace('\n', " "))
}

/// Undoes one layer of the escapes of JSON and of Rust's `Debug`.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(rest.get(..at).unwrap_or_default());
        let behind = rest.get(at + 1..).unwrap_or_default();
        let (c, length) = escape(behind).unwrap_or(('\\', 0));
        plain.push(c);
        rest = behind.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// What an escape stands for, and how long it is behind its backslash.
fn escape(behind: &str) -> Option<(char, usize)> {
    Some(match behind.chars().next()? {
        'n' => ('\n', 1),
        'r' | 't' | '0' => (' ', 1),
        c @ ('"' | '\'' | '\\' | '/') => (c, 1),
        'x' => (number(behind.get(1..3)?)?, 3),
        'u' => match behind.get(1..)?.strip_prefix('{') {
            Some(braced) => {
                let digits = braced.split('}').next()?;
                (number(digits)?, digits.len() + 3)
            }
            None => (number(behind.get(1..5)?)?, 5),
        },
        _ => return None,
    })
}

fn number(digits: &str) -> Option<char> {
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

/// Writes rows of numbers that are the bytes of a text (`[108, 101, …]`) as that text.
fn spelled(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        plain.push_str(rest.get(..at).unwrap_or_default());
        let row = rest.get(at..).unwrap_or_default();
        match row.find(']').and_then(|end| Some((end, bytes(row.get(1..end)?)?))) {
            Some((end, text)) => {
                plain.push_str(&text);
                rest = row.get(end + 1..).unwrap_or_default();
            }
            None => {
                plain.push('[');
                rest = row.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn bytes(row: &str) -> Option<String> {
    let numbers = row.split(',').map(|number| number.trim().parse::<u8>());
    let bytes: Vec<u8> = numbers.collect::<Result<_, _>>().ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let is_text = text.chars().all(|c| !c.is_control() || c.is_whitespace());
    (text.len() >= SHORTEST_ROW && is_text).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str =
        "legal winner thank year wave sausage worth useful legal winner thank yellow";

    #[test]
    fn quotations_in_quotations_are_read() {
        let body = serde_json::json!({ "note": format!("words:\n{}", PHRASE.replace(' ', "\n")) });
        let russian = "шинель хаос туман ядро трамвай тигр узел фонарь цирк шкаф якорь юмор";
        let escaped: String = russian.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
        for said in [
            body.to_string(),
            format!("{:?}", body.to_string()),
            format!("{:?}", format!("{:?}", body.to_string())),
            format!("cannot read {:?}", PHRASE.as_bytes()),
            format!("{{\"body\":\"{escaped}\"}}"),
            russian.escape_unicode().to_string(),
        ] {
            let line = format!("WARN request: a job failed error={said}\n");
            let text = masked(&line, false);
            assert!(text.contains("⟦seed-phrase⟧") && text.contains("a job failed"), "{text}");
            assert!(!text.contains("sausage") && !text.contains("\\u0441"), "{text}");
            assert_eq!(text.matches('\n').count(), 1, "{text}");
            let line = format!("{}\n", serde_json::json!({ "message": "failed", "error": said }));
            let json = masked(&line, true);
            assert!(json.contains("⟦seed-phrase⟧") && !json.contains("sausage"), "{json}");
            assert!(serde_json::from_str::<Value>(&json).is_ok(), "{json}");
        }
    }

    #[test]
    fn an_ordinary_line_stays_as_it_is() {
        for (line, is_json) in [
            (
                "INFO request{request_id=1f}: answered method=GET route=/api/v1/tickets status=200\n",
                false,
            ),
            ("WARN it says \"C:\\temp\\new\" [1, 2, 3] \\u00e9\n", false),
            ("{\"level\":\"INFO\",\"message\":\"it says \\\"x\\\"\",\"sizes\":[1,2]}\n", true),
        ] {
            assert_eq!(masked(line, is_json), line);
        }
    }

    #[test]
    fn odd_ends_are_no_panic() {
        for odd in
            ["\\", "\\u", "\\u{", "\\u{zz}", "\\x4", "\\u12é4", "[", "[1,", "é\\é", "\\u{110000}"]
        {
            assert_eq!(masked(odd, false), odd);
            masked(odd, true);
        }
    }
}
