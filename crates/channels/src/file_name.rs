//! Names of uploaded files, made harmless.

use unicode_normalization::UnicodeNormalization as _;

/// The longest name in characters; and in bytes, as file systems count.
pub const LONGEST_CHARS: usize = 180;
const LONGEST_BYTES: usize = 240;
const LONGEST_EXTENSION: usize = 16;
const FALLBACK: &str = "file";

/// Makes a name that can be shown, stored and saved anywhere.
///
/// The last part of a path is taken; control characters, invisible ones and those that change the direction of
/// writing (`gpj.exe` shown as `exe.jpg`) are dropped; what shells and file systems read as special becomes `_`; names of
/// devices (`CON`, `LPT1`) get a `_` in front; leading dots and trailing dots and spaces go; a long name is shortened
/// before its extension. The result is in normalisation form C, never empty, at most [`LONGEST_CHARS`] characters and
/// 240 bytes, and stays as it is when it is passed in again.
pub fn safe_file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).find(|part| !trimmed(part).is_empty()).unwrap_or_default();
    let kept: String = last.nfc().filter(|c| !is_hidden(*c)).map(replaced).nfc().collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let spaced = words.join(" ");
    let short = shortened(trimmed(&spaced));
    match trimmed(&short) {
        "" => FALLBACK.to_owned(),
        name if is_device(name) => format!("_{name}"),
        name => name.to_owned(),
    }
}

/// Gives the header `Content-Disposition` for a name, which it makes safe first (RFC 6266, with both forms of the name).
pub fn disposition(inline: bool, name: &str) -> String {
    let name = safe_file_name(name);
    let kind = if inline { "inline" } else { "attachment" };
    let plain: String =
        name.chars().map(|c| if c.is_ascii() && c != '%' { c } else { '_' }).collect();
    let encoded: String = name.bytes().map(percent_encoded).collect();
    format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

fn percent_encoded(byte: u8) -> String {
    // The characters of `attr-char` in RFC 8187, section 3.2.1.
    if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

fn trimmed(name: &str) -> &str {
    let edge = |c: char| c == '.' || c.is_whitespace() || is_hidden(c);
    name.trim_start_matches(edge).trim_end_matches(edge)
}

/// Control and format characters, of which nobody sees what they do, and what is not a character at all.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}')
}

fn replaced(c: char) -> char {
    if matches!(
        c,
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\'' | '`' | ';' | '$' | '&' | '/' | '\\'
    ) {
        '_'
    } else {
        c
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().filter_map(|device| stem.strip_prefix(device));
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$")
        || numbered.into_iter().any(|number| {
            matches!(
                number,
                "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
}

/// Shortens the part before the extension.
fn shortened(name: &str) -> String {
    if fits(name) {
        return name.to_owned();
    }
    let (stem, extension) = name
        .rsplit_once('.')
        .filter(|(stem, extension)| !stem.is_empty() && extension.len() <= LONGEST_EXTENSION)
        .map_or((name, String::new()), |(stem, extension)| (stem, format!(".{extension}")));
    let mut short = String::new();
    for c in stem.chars() {
        let longer = format!("{short}{c}{extension}");
        if !fits(&longer) {
            break;
        }
        short.push(c);
    }
    trimmed(&short).to_owned() + &extension
}

/// One character and byte are kept free for the `_` before the name of a device.
fn fits(name: &str) -> bool {
    name.len() < LONGEST_BYTES && name.chars().count() < LONGEST_CHARS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn makes_names_harmless() {
        for (name, safe) in [
            ("report.pdf", "report.pdf"),
            ("Скриншот 2024.png", "Скриншот 2024.png"),
            ("スクショ.png", "スクショ.png"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\me\\photo.jpg", "photo.jpg"),
            ("/tmp/", "tmp"),
            ("..", "file"),
            ("", "file"),
            (" . ", "file"),
            (".htaccess", "htaccess"),
            ("a\r\nb\0.txt", "a b.txt"),
            ("photo\u{202E}gpj.exe", "photogpj.exe"),
            ("a\u{200B}b.txt", "ab.txt"),
            ("cafe\u{301}.txt", "café.txt"),
            ("a<b>\"c\"|d?.txt", "a_b__c__d_.txt"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1 .log", "_com1 .log"),
            ("console.log", "console.log"),
            ("name.txt...  ", "name.txt"),
            ("two   spaces.txt", "two spaces.txt"),
            ("x; rm -rf $HOME `id`.sh", "x_ rm -rf _HOME _id_.sh"),
        ] {
            assert_eq!(safe_file_name(name), safe, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let safe = safe_file_name(&format!("{}.tar.gz", "ä".repeat(500)));
        assert!(safe.ends_with(".gz") && safe.len() <= 240, "{safe}");
        let safe = safe_file_name(&format!("a.{}", "b".repeat(500)));
        assert_eq!(safe.chars().count(), LONGEST_CHARS - 1);
    }

    #[test]
    fn the_header_holds_both_forms() {
        assert_eq!(
            disposition(true, "a.png"),
            "inline; filename=\"a.png\"; filename*=UTF-8''a.png"
        );
        assert_eq!(
            disposition(false, "отчёт 1.pdf"),
            "attachment; filename=\"_____ 1.pdf\"; filename*=UTF-8''%D0%BE%D1%82%D1%87%D1%91%D1%82%201.pdf"
        );
        assert!(!disposition(false, "a\"\r\nset-cookie: x").contains(['\r', '\n']));
    }

    proptest! {
        #[test]
        fn every_name_becomes_safe_and_stays_so(name in "\\PC{0,300}|[a-z./\\\\ ]{0,40}|(?s).{0,60}") {
            let safe = safe_file_name(&name);
            prop_assert!(!safe.is_empty() && safe.len() <= 240 && safe.chars().count() <= LONGEST_CHARS);
            prop_assert!(!safe.contains(['/', '\\', '\0', '\r', '\n', '"']));
            prop_assert!(!safe.starts_with('.') && !safe.ends_with(['.', ' ']));
            prop_assert_eq!(safe_file_name(&safe), safe);
        }
    }
}
