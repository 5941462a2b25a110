//! Clauses that give the value of what the clause before them names: "it asks for a passphrase, I entered x".

use super::Link;

/// A clause begins with so few bytes of these words at most.
const LONGEST: usize = 48;

/// How such a clause begins, in small letters; what is written on in Chinese, Japanese and Korean is so here.
#[rustfmt::skip]
const GIVEN: &[&str] = &[
    "mine", "mine is", "i entered", "i typed", "i put", "i put in", "i used", "i use", "i set", "i set it to", "i gave", "i gave it",
    "i chose", "i wrote", "i have", "i entered mine", "it is", "it's", "its", "it was", "which is", "which was", "here it is", "here", "this one",
    "this is it", "namely", "that is", "now it is", "now", "says it is", "he says it is", "she says it is", "i saved", "and i entered", "and i put", "and mine is", "and it is", "try", "use",
    "моя", "мой", "моё", "мое", "мои", "у меня", "у меня такая", "ввёл", "ввел", "ввела", "ввожу", "я ввёл", "я ввел", "я ввела", "я ввожу",
    "вбил", "вбила", "вот", "вот он", "вот она", "указал", "указала", "я указал", "я указала", "поставил", "поставила", "я поставил",
    "написал", "написала", "вписал", "вписала", "использую", "я использую", "пишу", "я пишу", "это", "она", "он", "теперь", "говорит теперь", "у меня сохранено", "у меня сохранена", "она такая", "сейчас", "а именно", "который", "которая",
    "la mía", "la mia", "el mío", "el mio", "mía", "la mía es", "el mío es", "puse", "yo puse", "pongo", "ingresé", "ingrese", "metí", "escribí",
    "introduje", "usé", "uso", "es", "es esta", "es este", "aquí está", "aquí va", "tengo", "le puse", "que es", "ahora es", "dice que ahora es", "guardé", "la cual es", "y puse", "y es",
    "benimki", "benim", "benimkisi", "yazdığım", "girdiğim", "kullandığım", "benim girdiğim", "ben de", "şu", "şu anda", "işte", "bu", "bende", "artık", "şimdi",
    "của mình", "của mình là", "của tôi", "của tôi là", "tôi nhập", "mình nhập", "em nhập", "tôi điền", "mình điền", "tôi dùng", "mình dùng",
    "tôi đặt", "mình đặt", "tôi gõ", "là", "nó là", "đây", "đây là", "nhập", "hiện là", "giờ là", "em lưu", "mình lưu", "tôi lưu", "em để", "mình để", "tôi ghi",
    "أدخلت", "ادخلت", "كتبت", "وضعت", "حطيت", "استخدمت", "هي", "هو", "وهي", "وهو", "خاصتي", "الخاصة بي", "الخاص بي", "لدي", "عندي", "وأدخلت", "وكتبت", "تفضل", "هذه", "هذا", "الآن", "صار", "ويقول صار", "المحفوظ عندي",
    "我填了", "我填", "我填的是", "我的", "我的是", "我输入", "我輸入", "我输了", "我輸了", "我输入了", "我輸入了", "我输的是", "我用", "我用的是", "我用了", "我设的是", "我設的是", "我设了", "我設了",
    "我写", "我写的是", "我寫", "我寫的是", "就是", "是", "这是", "這是", "现在是", "現在是", "他说现在是", "他說現在是", "我存的是", "改成了", "改成", "目前是", "填的是", "输入的是", "輸入的是", "为", "為", "我打", "我打的是",
    "私のは", "私の", "自分のは", "僕のは", "入力したのは", "設定したのは", "使ったのは", "今は", "現在は", "これは", "これ", "入れたのは", "うちのは",
    "제 것은", "제 것", "제것은", "제꺼는", "제 건", "제거는", "제가 입력한 건", "입력한 건", "입력한 것은", "내 건", "내 것은", "저는", "지금은", "이거", "설정한 건", "사용한 건", "여기",
];

/// Tells whether a comma and a clause that gives a value begin a text; measures both, and says how they link.
pub(super) fn given(text: &str) -> Option<(usize, Link)> {
    let comma = text.chars().next()?.len_utf8();
    let behind = text.get(comma..)?;
    let spaces = behind.len() - behind.trim_start_matches([' ', '\n']).len();
    let clause = behind.get(spaces..)?;
    let clause = clause.get(..clause.floor_char_boundary(LONGEST))?;
    // Lengths stay those of the text: letters whose small form has another length begin none of the words.
    let lower: String = clause.chars().map(lowered).collect();
    let fits = |word: &&&str| lower.strip_prefix(**word).is_some_and(|rest| ends(word, rest));
    let longest = GIVEN.iter().filter(fits).map(|word| word.len()).max()?;
    Some((comma + spaces + longest, Link::Said))
}

fn lowered(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) if lower.len_utf8() == c.len_utf8() => lower,
        _ => c,
    }
}

fn ends(word: &str, rest: &str) -> bool {
    let is_written_on = word.chars().next_back().is_some_and(super::is_ideograph);
    is_written_on || rest.starts_with([' ', ':', '：', '"', '«', '“', '\'', '=', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_give_a_value_or_none() {
        for (text, length) in [
            (", mine: x", 6),
            (", I entered x", 11),
            ("，我填了x", 12),
            ("、私のは：x", 12),
            (", la mía: x", 9),
        ] {
            assert_eq!(given(text), Some((length, Link::Said)), "{text}");
        }
        for text in [", please help", ", minecraft", "", ",", ", itself"] {
            assert_eq!(given(text), None, "{text}");
        }
    }
}
