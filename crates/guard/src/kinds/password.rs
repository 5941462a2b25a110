//! Passwords: what stands behind a word for one.
//!
//! A password has no form, so the label decides, and how the two are linked. Behind a colon nearly everything counts;
//! behind "is" it has to look like a password, as "my password is not working" is what people write most.

use crate::kinds::{Kind, Span};
use crate::labels::{Label, Says};
use crate::mask;
use crate::shape::{Shape, is_placeholder, is_public, is_unit};
use crate::text::Text;
use crate::value::{Link, Value};

mod command;

const SHORTEST: usize = 4;
const REACH_OF_API: usize = 16;
/// Of an HTML element, before and behind a word in it.
const LONGEST_ELEMENT: usize = 160;
/// The name of the next field, with a sign behind it.
const LONGEST_FIELD: usize = 128;
/// Longer ones are keys.
const LONGEST_CLAVE: usize = 20;
const PIN_DIGITS: usize = 6;
const BIRTHDAY_DIGITS: usize = 8;
const SHORTEST_STRONG: usize = 6;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for label in text.labels() {
        if let Some(range) = command::password(text, label) {
            spans.push(Span::new(Kind::Password, range, false));
        }
        let is_password: fn(&Text<'_>, &Value) -> bool = match label.says {
            // "API: clave de acceso …" is the public half of a credential.
            Says::Password if text.has_before(label.start, REACH_OF_API, &[Says::Api]) => continue,
            Says::Password if is_verb(text, label) => is_shown,
            Says::Password => is_password,
            Says::Ambiguous if is_clave(text, label) => is_said,
            _ => continue,
        };
        let value = text.values_after(label).find(|value| is_password(text, value));
        let value = value.or_else(|| {
            let is_name = label.says == Says::Password && !is_verb(text, label);
            is_name.then(|| named_behind(text, label)).flatten()
        });
        let value = value.filter(|_| label.says != Says::Password || !is_form_field(text, label));
        spans.extend(value.map(|value| Span::new(Kind::Password, value.range, false)));
    }
}

/// In Spanish the word for a key is that for a password, too.
fn is_clave(text: &Text<'_>, label: &Label) -> bool {
    text.get(label.start, label.end).eq_ignore_ascii_case("clave")
}

/// "Pass" and "pin" are what one does, more often than a password.
fn is_verb(text: &Text<'_>, label: &Label) -> bool {
    ["pass", "pin"].iter().any(|verb| text.get(label.start, label.end).eq_ignore_ascii_case(verb))
}

fn is_shown(text: &Text<'_>, value: &Value) -> bool {
    let typed = text.get(value.range.start, value.range.end);
    let is_said = value.link == Link::Said && is_unmistakable(typed);
    (matches!(value.link, Link::Assigned | Link::Bare) || is_said) && is_password(text, value)
}

/// Tells whether the word stands in an HTML input that has no value.
fn is_form_field(text: &Text<'_>, label: &Label) -> bool {
    let from = text.boundary(label.start.saturating_sub(LONGEST_ELEMENT));
    let front = text.get(from, label.start);
    let Some(inside) = front.rfind('<').and_then(|at| front.get(at..)) else { return false };
    let behind = text.get(label.end, text.boundary(label.end + LONGEST_ELEMENT));
    let behind = behind.split('>').next().unwrap_or_default();
    inside.starts_with("<input")
        && !inside.contains('>')
        && !inside.contains("value=")
        && !behind.contains("value=")
}

/// Tells whether it is a sentence in a list, as programs say what is wrong with a field: `"password":["is too short"]`.
fn is_complaint(text: &Text<'_>, value: &Value) -> bool {
    let typed = text.get(value.range.start, value.range.end);
    value.quoted && typed.contains(' ') && text.before(value.range.start).ends_with("[\"")
}

fn is_said(text: &Text<'_>, value: &Value) -> bool {
    let typed = text.get(value.range.start, value.range.end);
    matches!(value.link, Link::Assigned | Link::Said)
        && typed.len() <= LONGEST_CLAVE
        && is_unmistakable(typed)
        && is_password(text, value)
}

fn is_password(text: &Text<'_>, value: &Value) -> bool {
    let typed = text.get(value.range.start, value.range.end);
    // Most words are none by their look alone, and are looked at no further.
    looks_it(text, value, typed)
        && !is_placeholder(typed)
        && !is_public_here(typed, value)
        && !is_complaint(text, value)
}

fn looks_it(text: &Text<'_>, value: &Value, typed: &str) -> bool {
    let is_long_enough = typed.chars().count() >= SHORTEST;
    match value.link {
        Link::Assigned if value.quoted => is_long_enough,
        Link::Assigned => {
            is_long_enough && (is_strong(typed) || is_number(typed) || is_alone(text, value))
        }
        Link::Said if value.quoted => is_strong(typed) || is_number(typed) || is_alone(text, value),
        Link::Said => is_strong(typed) || (is_number(typed) && is_long_enough),
        Link::Bare => is_unmistakable(typed) || is_pin(text, value),
        Link::Near => is_unmistakable(typed),
    }
}

/// Tells whether six digits stand directly behind the name, as exchanges want them for withdrawals, or eight, as people
/// make of dates; no round sum and no amount.
fn is_pin(text: &Text<'_>, value: &Value) -> bool {
    let typed = text.get(value.range.start, value.range.end);
    let rest = text.after(value.range.end).trim_start_matches([' ', '\u{A0}']);
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).take(14).collect();
    (typed.len() == PIN_DIGITS || typed.len() == BIRTHDAY_DIGITS && !typed.starts_with("20"))
        && is_number(typed)
        && !typed.ends_with("000")
        && !rest.starts_with(['.', ',', '$', '€', '%', '元', '円', '원'])
        && !is_unit(&word.to_lowercase())
}

/// Gives what stands before a name as its value, if nothing else can look so: "I set x as the password".
pub(crate) fn named_behind(text: &Text<'_>, label: &Label) -> Option<Value> {
    let typed = |value: &Value| text.get(value.range.start, value.range.end);
    let fits = |value: &Value| {
        typed(value).len() <= LONGEST_CLAVE
            && is_unmistakable(typed(value))
            && !is_public(typed(value))
            && !is_placeholder(typed(value))
    };
    text.value_before(label).filter(fits)
}

/// Tells whether a value is an address or an amount. "506706satoshi" directly behind a label is a password all the same.
pub(crate) fn is_public_here(typed: &str, value: &Value) -> bool {
    let counts_coins = value.link == Link::Near || !is_pet_name(typed);
    is_public(typed) && counts_coins
}

/// Tells whether a number ends in the name of a coin that people make passwords of.
fn is_pet_name(typed: &str) -> bool {
    let name = typed.trim_start_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    name.len() < typed.len() && ["satoshi", "doge", "pepe", "shib"].contains(&name.as_str())
}

/// Tells whether no word of a language looks so: letters with digits, symbols or capitals inside.
pub(crate) fn is_strong(typed: &str) -> bool {
    let shape = Shape::of(typed);
    let inner = typed.trim_end_matches(['!', '?']).trim_matches(['-', '_', '.', ',']);
    let has_symbol = inner
        .chars()
        .any(|c| c.is_ascii_punctuation() && !matches!(c, '-' | '\'' | '.' | '/' | ','));
    let has_inner_capital =
        typed.chars().skip(1).any(|c| c.is_ascii_uppercase()) && shape.lower > 1;
    typed.chars().count() >= SHORTEST_STRONG
        && shape.letters() > 0
        && (shape.digits > 0 || has_symbol || has_inner_capital)
}

/// Tells whether it looks like a password even in the middle of a sentence: no id in capitals, no name of a device.
pub(crate) fn is_unmistakable(typed: &str) -> bool {
    if !is_strong(typed) {
        return false;
    }
    let shape = Shape::of(typed);
    let has_symbol = typed.chars().any(|c| c.is_ascii_punctuation() && !"-_.,/:='".contains(c));
    let is_device = || {
        let lower = typed.to_lowercase();
        DEVICES.iter().any(|name| lower.starts_with(name))
    };
    (has_symbol || shape.digits > 0 && shape.lower > 0)
        && !typed.contains(['/', ':', '=', '(', '[', '{'])
        && !is_device()
}

const DEVICES: [&str; 29] = [
    "iphone", "android", "windows", "ios", "galaxy", "chrome", "macos", "web3", "ubuntu", "socks",
    "smtp", "http", "utf-", "oauth", "ipv", "sha1", "sha2", "sha-", "argon2", "google", "pixel",
    "redmi", "samsung", "firefox", "safari", "version", "ledger", "usdt", "mp4",
];

fn is_number(typed: &str) -> bool {
    typed.chars().all(char::is_numeric)
}

/// Tells whether nothing follows on the line but the next field: "password: sunshine, mail: …".
pub(crate) fn is_alone(text: &Text<'_>, value: &Value) -> bool {
    let rest = text.after(value.range.end);
    let rest = rest.trim_start_matches([' ', '\t', '"', '\'', '”', '»', '`', '.']);
    let next = rest.chars().next();
    if next.is_none_or(|c| "\r\n,;|/)}]&，；。、）】".contains(c)) {
        return true;
    }
    // A line may be as long as the text, and no name of a field is.
    let near = rest.get(..rest.floor_char_boundary(LONGEST_FIELD)).unwrap_or_default();
    // To the end of the word, or to the sign that decides.
    let end = near.find(|c: char| c.is_whitespace() || c == '=');
    let Some(end) = end.or_else(|| (near.len() == rest.len()).then_some(near.len())) else {
        return false;
    };
    let (word, behind) = near.split_at(end);
    match behind.strip_prefix('=') {
        Some(behind) => {
            !word.is_empty() || !behind.is_empty() && !behind.starts_with(char::is_whitespace)
        }
        // What has a mask in it is no name. In a row of names each would else be the next one's, pass after pass.
        None => word.len() > 1 && word.ends_with([':', '：']) && !word.contains(mask::OPEN),
    }
}

#[cfg(test)]
mod tests {
    use super::LONGEST_FIELD;
    use crate::scan;

    /// `§` stands for the password.
    fn check(text: &str, passwords: &[&str]) {
        for password in passwords {
            let scan = scan(&text.replace('§', password));
            assert_eq!(scan.masked, text.replace('§', "⟦password⟧"), "{text} {password}");
            assert!(scan.findings.iter().all(|finding| !finding.certain));
        }
    }

    #[test]
    fn finds_passwords_behind_their_label_in_every_language() {
        for text in [
            "my password is § please check",
            "Password: §",
            "pwd=§",
            "{\"password\":\"§\"}",
            "login: bob password: § email: x",
            "我的密码是§，登不上",
            "密碼：§",
            "登录密码：§",
            "パスワードは § です",
            "비밀번호: §",
            "мой пароль: §",
            "Пароль § не подходит",
            "mi contraseña es §",
            "şifrem: §",
            "mật khẩu của tôi là §",
            "كلمة المرور: §",
        ] {
            check(text, &["Hunter2!x", "correctHorse9"]);
        }
        check("Password: §", &["sunshine", "12345678", "correct-horse-battery", "пароль123"]);
    }

    #[test]
    fn finds_passwords_of_commands_and_addresses() {
        for text in [
            "curl -u bob:§ https://example.com/account",
            "curl --user 'bob@example.com:§' https://example.com",
            "postgres://bob:§@db.example.com/app",
            "socks5://bob:§@203.0.113.7:1080",
        ] {
            check(text, &["Hunter2!x", "moonlight", "8zm44wak8z"]);
        }
        for text in [
            "curl https://example.com:8080/x",
            "https://example.com/a:b@c",
            "ssh://git@example.com",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }

    #[test]
    fn finds_passwords_in_other_clauses_and_before_their_name() {
        for text in [
            "the bot wants a password, mine: §",
            "it asks for the password, I entered §",
            "要我填密码，我填了§",
            "パスワード欄、私のは：§",
            "просит пароль, ввёл §",
            "pide contraseña, la mía: §",
            "şifre istiyor, benimki: §",
            "hỏi mật khẩu, của mình: §",
            "يطلب كلمة المرور، أدخلت §",
            "I set § as the password",
            "§ is my password",
            "§是我的密码",
            "я ввёл § в качестве пароля",
            "puse § como contraseña",
            "tôi đặt § làm mật khẩu",
            "password for withdrawal: §",
            "пароль для вывода: §",
            "كلمة مرور السحب: §",
            "mail - bob@example.com\npass - §",
            "my pasword is §",
            "пасс §",
        ] {
            check(text, &["Lambo1993*", "rd98feaqct"]);
        }
    }

    #[test]
    fn finds_passwords_that_begin_with_a_sign_or_are_numbers() {
        for text in [
            "my password is §",
            "Password: §",
            "my pass is §",
            "mi pass es §",
            "the kid says the password, now it is §",
        ] {
            check(text, &["..Rocket88", "?lantern512", "!Rocket88x", "RIVER#1984"]);
        }
        check("login bob password § please", &["58211993", "482193"]);
    }

    #[test]
    fn finds_the_argument_of_a_call() {
        check("req.headers.add(\"password\", \"§\");", &["Lambo1993*", "moonlight"]);
    }

    #[test]
    fn leaves_programs_without_a_password() {
        for text in [
            "pw = getpass.getpass(\"Password: \")",
            "export PASSWORD=${PASSWORD:?please set}",
            "PASSWORD=$(vault read bot)",
            "{\"password\":\"[FILTERED]\",\"otp\":\"[FILTERED]\"}",
            "| name | kind |\n| --- | --- |\n| password | text |\n| code | text |",
            "{\"password\":[\"is too short\"]}",
            "<input type=\"password\" name=\"password\" placeholder=\"Password\" minlength=\"12\">",
        ] {
            assert_eq!(scan(text).masked, text);
        }
        check("<input type=\"password\" value=\"§\">", &["Lambo1993*"]);
    }

    #[test]
    fn finds_passwords_in_tables() {
        check("| login | password |\n| --- | --- |\n| bob | § |", &["Lambo1993*", "moonlight"]);
        check("site;login;password\nshop;bob;§", &["Lambo1993*", "moonlight"]);
        check("| uid | password |\n|---|---|\n| 1 | § |\n", &["Lambo1993*", "moonlight"]);
        assert_eq!(scan("| password | uid |\n| forgotten | 1 |\n").findings, []);
    }

    #[test]
    fn a_field_behind_a_password_has_a_name_and_not_a_line() {
        for (field, is_found) in
            [("user=bob", true), ("user: bob", true), ("= x", false), ("=x", true)]
        {
            let text = format!("password: sunshine {field}");
            assert_eq!(!scan(&text).is_clean(), is_found, "{text}");
        }
        // A row without a space in which each name is behind the value before it.
        let row = scan(&"over密码：".repeat(3_000));
        assert!((1..=LONGEST_FIELD / 13 + 1).contains(&row.findings.len()), "{:?}", row.findings);
        let text = format!("password: sunshine {}=x", "a".repeat(300));
        assert_eq!(scan(&text).masked, text);
        // A line that goes on to the end of the text, behind each of many passwords.
        scan(&"pwd:abcd\"e".repeat(20_000));
    }

    #[test]
    fn leaves_talk_about_passwords() {
        for text in [
            "my password is not working",
            "I forgot my password, please reset it",
            "password: please help me",
            "Never share your password with anyone.",
            "password is wrong",
            "{\"password\": \"********\"}",
            "password reset link: https://example.com/reset",
            "我忘记密码了，怎么办",
            "密码错误，无法登录",
            "パスワードを忘れました",
            "비밀번호를 잊어버렸어요",
            "не помню пароль от аккаунта",
            "olvidé mi contraseña",
            "şifremi unuttum",
            "tôi quên mật khẩu",
            "نسيت كلمة المرور",
            "password and 2FA are enabled",
            "passed 100 tests",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
