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

/// What stands around a value, folded: `letters[value]` are those of the value itself.
#[derive(Debug)]
pub(super) struct Around {
    pub letters: Vec<char>,
    pub value: Range<usize>,
}

/// Gives where the masks and the candidates of a text stand, in order. Those that overlap are one.
pub(super) fn hidden(masks: &[Range<usize>], candidates: &[Candidate]) -> Vec<Range<usize>> {
    let candidates = candidates.iter().map(|it| it.start..it.end);
    let mut all: Vec<_> = candidates.chain(masks.iter().cloned()).collect();
    all.sort_unstable_by_key(|one| (one.start, one.end));
    all.dedup_by(|next, last| {
        let is_one = next.start < last.end;
        if is_one {
            last.end = last.end.max(next.end);
        }
        is_one
    });
    all
}

/// Reads a value of a text with at most `reach` letters on either side of it, however long the text is.
pub(super) fn around(
    source: &str,
    hidden: &[Range<usize>],
    value: &Candidate,
    reach: usize,
) -> Around {
    let from = reached(source, hidden, value.start, reach);
    let mut around = Around { letters: Vec::with_capacity(2 * reach + 2), value: 0..0 };
    let first = hidden.partition_point(|one| one.end <= from);
    let mut hidden = hidden.get(first..).unwrap_or_default().iter().peekable();
    let mut at = from;
    while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
        let is_value = hidden.peek().is_some_and(|one| one.contains(&at));
        let (folded, next) = match hidden.next_if(|_| is_value) {
            Some(one) => (Some(VALUE), one.end),
            None => (letter(c), at + c.len_utf8()),
        };
        let folded = folded.filter(|c| !is_repeated(around.letters.last(), *c));
        if let Some(c) = folded {
            if at < value.start {
                around.value = around.letters.len() + 1..around.letters.len() + 1;
            } else if at < value.end {
                around.value.end = around.letters.len() + 1;
            } else if around.letters.len() >= around.value.end + reach {
                break;
            }
            around.letters.push(c);
        }
        at = next;
    }
    around
}

/// Gives the byte from which so many letters stand before another byte, or the first one.
fn reached(source: &str, hidden: &[Range<usize>], until: usize, reach: usize) -> usize {
    let before = hidden.partition_point(|one| one.end <= until);
    let mut before = hidden.get(..before).unwrap_or_default().iter().rev().peekable();
    let (mut at, mut count, mut last) = (until, 0, None);
    while count < reach {
        let Some(c) = source.get(..at).and_then(|text| text.chars().next_back()) else { break };
        let (folded, start) = match before.next_if(|one| one.end == at) {
            Some(one) => (Some(VALUE), one.start),
            None => (letter(c), at - c.len_utf8()),
        };
        if let Some(c) = folded {
            count += usize::from(!is_repeated(last.as_ref(), c));
            last = Some(c);
        }
        at = start;
    }
    at
}

/// Of spaces, digits and lines that follow one another one is read.
fn is_repeated(last: Option<&char>, c: char) -> bool {
    last == Some(&c) && matches!(c, ' ' | '0' | '\n' | '-' | '.' | '_' | '*')
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

    /// Reads what is around the first candidate.
    fn read(source: &str, reach: usize) -> String {
        let text = Text::new(source);
        let candidates = candidate::find(&text);
        let hidden = hidden(&text.masks, &candidates);
        let around = candidates.first().map(|first| around(source, &hidden, first, reach));
        let read = |around: Around| {
            assert_eq!(around.letters.get(around.value), Some(&[VALUE][..]));
            around.letters.iter().collect()
        };
        around.map(read).unwrap_or_default()
    }

    #[test]
    fn what_is_masked_reads_as_what_could_be() {
        assert_eq!(read("Мой ПАРОЛЬ  Tundra.12, ё", 50), "мой пароль #, е");
        assert_eq!(read("пароль ⟦password⟧, ё Tundra.12", 50), "пароль #, е #");
        assert_eq!(read("請輸入驗證碼：４８２９１３", 50), "请输入验证码:#");
    }

    #[test]
    fn a_long_text_is_read_around_the_value_only() {
        let text =
            format!("{}   password  Tundra.12,  12 {}", "x y ".repeat(900), "z ".repeat(900));
        assert_eq!(read(&text, 5), "word #, 0 z");
        assert_eq!(read(&text, 12), " y password #, 0 z z z z ");
    }

    #[test]
    fn every_value_of_many_is_read_by_itself() {
        let source = "пароль ⟦password⟧, ё Tundra.12, ".repeat(40);
        let text = Text::new(&source);
        let candidates = candidate::find(&text);
        let hidden = hidden(&text.masks, &candidates);
        assert_eq!((candidates.len(), hidden.len()), (40, 80));
        for candidate in &candidates {
            let is_near = |one: &&Range<usize>| one.end.abs_diff(candidate.start) < 200;
            let near: Vec<_> = hidden.iter().filter(is_near).cloned().collect();
            let [all, near] = [&hidden, &near].map(|hidden| around(&source, hidden, candidate, 12));
            assert_eq!(all.letters.get(all.value.clone()), Some(&[VALUE][..]));
            assert_eq!((all.letters, all.value), (near.letters, near.value));
        }
    }

    #[test]
    fn both_rows_of_chinese_are_alike_in_length() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
    }
}
