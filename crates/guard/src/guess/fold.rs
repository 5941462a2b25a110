//! A text as the model reads it: small letters without what differs between people, with every value as one sign.
//!
//! What is masked already and what could be are the same sign here. So masking one value changes nothing around another, and
//! what the model says of a text it says of the masked one, too.

use std::ops::Range;
use std::sync::LazyLock;

use super::candidate::Candidate;
use crate::script::{self, Script};
use crate::text::is_invisible;

/// Stands for a value.
pub(super) const VALUE: char = '#';

/// A letter, and its first byte in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub c: char,
    pub at: usize,
}

/// Reads a text.
pub(super) fn folded(
    source: &str,
    masks: &[Range<usize>],
    candidates: &[Candidate],
) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(source.len());
    let mut hidden = hidden(masks, candidates).into_iter().peekable();
    for (at, c) in source.char_indices() {
        while hidden.next_if(|(_, end)| *end <= at).is_some() {}
        let c = match hidden.peek() {
            Some((start, _)) if *start == at => VALUE,
            Some((start, _)) if *start < at => continue,
            _ => match letter(c) {
                Some(c) => c,
                None => continue,
            },
        };
        let repeats = letters.last().is_some_and(|last| last.c == c);
        if !repeats || !matches!(c, ' ' | '0' | '\n' | '-' | '.' | '_' | '*') {
            letters.push(Letter { c, at });
        }
    }
    letters
}

/// Gives the masks and the candidates, in order.
fn hidden(masks: &[Range<usize>], candidates: &[Candidate]) -> Vec<(usize, usize)> {
    let masks = masks.iter().map(|mask| (mask.start, mask.end));
    let mut hidden: Vec<_> = candidates.iter().map(|it| (it.start, it.end)).chain(masks).collect();
    hidden.sort_unstable();
    hidden
}

/// Gives what a character counts as; `None` for what says nothing.
fn letter(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(match c {
            '0'..='9' => '0',
            '\n' | '\r' => '\n',
            '\t' => ' ',
            '\'' | '`' => '"',
            VALUE => '№',
            other => other.to_ascii_lowercase(),
        });
    }
    if script::is_mark(c) || is_invisible(c) || matches!(c, '\u{64B}'..='\u{652}' | '\u{640}') {
        return None;
    }
    if script::digit(c).is_some() {
        return Some('0');
    }
    Some(match c {
        '\u{FF01}'..='\u{FF5E}' => half(c),
        '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '「' | '」' | '『' | '』' => '"',
        '、' | '،' => ',',
        '。' => '.',
        '؟' => '?',
        '—' | '–' => '-',
        _ if c.is_whitespace() => ' ',
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        'ё' | 'Ё' => 'е',
        'ı' | 'İ' => 'i',
        _ if script::of(c) == Some(Script::Han) => simplified(c).unwrap_or(c),
        _ => c.to_lowercase().next().unwrap_or(c),
    })
}

fn half(c: char) -> char {
    let half = char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
    if half == VALUE { '№' } else { half.to_ascii_lowercase() }
}

/// Characters that Traditional Chinese writes otherwise, as far as they speak of accounts, codes and what happened to them.
const TRADITIONAL: &str = "碼驗證錯號鑰帳賬錄簡訊動態輸這個說對過時開機電話戶條後來沒還給為麼請問網設錢現轉寫與換舊裡嗎選擇應該讓幫備導啟閉斷無從隨雙發會兩見點當進試紙記貼讀鎖級臺實體鏈結註冊寶";
const SIMPLIFIED: &str = "码验证错号钥账账录简讯动态输这个说对过时开机电话户条后来没还给为么请问网设钱现转写与换旧里吗选择应该让帮备导启闭断无从随双发会两见点当进试纸记贴读锁级台实体链结注册宝";

static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<_> = TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect();
    pairs.sort_unstable();
    pairs
});

fn simplified(c: char) -> Option<char> {
    let at = PAIRS.binary_search_by_key(&c, |(traditional, _)| *traditional).ok()?;
    PAIRS.get(at).map(|(_, simplified)| *simplified)
}

/// Tells whether a letter is a word or a syllable by itself.
pub(super) fn is_syllable(c: char) -> bool {
    matches!(script::of(c), Some(Script::Han | Script::Kana | Script::Hangul))
}

#[cfg(test)]
mod tests {
    use super::super::candidate;
    use super::*;
    use crate::text::Text;

    fn read(source: &str) -> String {
        let text = Text::new(source);
        folded(source, &text.masks, &candidate::find(&text)).iter().map(|letter| letter.c).collect()
    }

    #[test]
    fn what_is_masked_reads_as_what_could_be() {
        assert_eq!(read("Мой ПАРОЛЬ  Tundra.12, ё"), "мой пароль #, е");
        assert_eq!(read("мой пароль ⟦password⟧, е"), "мой пароль #, е");
        assert_eq!(read("請輸入驗證碼：４８２９１３"), read("请输入验证码:482913"));
    }

    #[test]
    fn both_rows_of_chinese_are_alike_in_length() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
    }
}
