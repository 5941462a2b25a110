//! Coins by their names, as people write them who do not think in tickers: "0,5 бтк", "半个比特币", "2 bitcoins".

use crate::amount::number::{self, Number};
use crate::cursor::Cursor;

/// Written without spaces, so that they are looked for by themselves.
#[rustfmt::skip]
pub(crate) const HAN: &[(&str, &str)] = &[
    ("比特币", "BTC"), ("比特幣", "BTC"), ("以太坊", "ETH"), ("以太币", "ETH"), ("以太幣", "ETH"), ("泰达币", "USDT"), ("泰達幣", "USDT"),
    ("狗狗币", "DOGE"), ("狗狗幣", "DOGE"), ("莱特币", "LTC"), ("萊特幣", "LTC"), ("瑞波币", "XRP"), ("瑞波幣", "XRP"), ("恒星币", "XLM"),
    ("恆星幣", "XLM"), ("艾达币", "ADA"), ("波场币", "TRX"), ("波場幣", "TRX"), ("门罗币", "XMR"), ("門羅幣", "XMR"),
];

/// Longer ones first, where one begins another.
#[rustfmt::skip]
const OTHERS: &[(&str, &str)] = &[
    ("bitcoins", "BTC"), ("bitcoin", "BTC"), ("ethereum", "ETH"), ("ether", "ETH"), ("tether", "USDT"), ("litecoins", "LTC"), ("litecoin", "LTC"),
    ("dogecoins", "DOGE"), ("dogecoin", "DOGE"), ("toncoins", "TON"), ("toncoin", "TON"), ("ビットコイン", "BTC"), ("イーサリアム", "ETH"), ("イーサ", "ETH"),
    ("テザー", "USDT"), ("リップル", "XRP"), ("ライトコイン", "LTC"), ("ドージコイン", "DOGE"), ("비트코인", "BTC"), ("이더리움", "ETH"), ("이더", "ETH"),
    ("테더", "USDT"), ("리플", "XRP"), ("도지코인", "DOGE"), ("биткоин", "BTC"), ("биткойн", "BTC"), ("бтк", "BTC"), ("битк", "BTC"), ("бтц", "BTC"),
    ("эфириум", "ETH"), ("эфир", "ETH"), ("юсдт", "USDT"), ("усдт", "USDT"), ("тезер", "USDT"), ("лайткоин", "LTC"), ("тонкоин", "TON"),
    ("بيتكوين", "BTC"), ("بتكوين", "BTC"), ("إيثريوم", "ETH"), ("ايثريوم", "ETH"), ("تيثر", "USDT"),
];

/// The endings of the Russian cases.
const ENDINGS: [&str; 9] = ["а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"];

/// What makes of a coin's name the name of something else: "2 个比特币地址" are two addresses.
const THINGS: &[&str] = &[
    "地址",
    "钱包",
    "錢包",
    "网络",
    "網絡",
    "網路",
    "链",
    "鏈",
    "账户",
    "帳戶",
    "账号",
    "帳號",
    "交易",
    "订单",
    "訂單",
    "节点",
    "節點",
    "浏览器",
    "合约",
    "合約",
    "区块",
    "區塊",
    "现金",
    "現金",
    "アドレス",
    "ウォレット",
    "주소",
    "지갑",
    " address",
    " wallet",
    " network",
    " transaction",
    " tx",
    " адрес",
    " кошел",
    " транзакц",
    " cash",
    " classic",
];

/// Eats the name of a coin and gives its ticker.
pub(crate) fn eat(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let rest = cursor.rest();
    let first = small(rest.chars().next()?);
    let fits = |(word, _): &&(&str, &str)| word.chars().take(1).eq([first]);
    let (length, ticker) = HAN.iter().chain(OTHERS).filter(fits).find_map(|(word, ticker)| {
        let length = begins_with(rest, word)?;
        Some((length, *ticker))
    })?;
    let behind = rest.get(length..).unwrap_or_default();
    let length = length + ending(rest, behind)?;
    if THINGS
        .iter()
        .any(|thing| begins_with(rest.get(length..).unwrap_or_default(), thing).is_some())
    {
        return None;
    }
    cursor.at += length;
    Some(ticker)
}

/// Gives the small letter of a letter; the letter itself where that is more than one.
fn small(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => c,
    }
}

/// Measures how much of a text is the word, which is in small letters, in any case.
fn begins_with(text: &str, word: &str) -> Option<usize> {
    let mut chars = text.chars();
    let mut length = 0;
    for wanted in word.chars() {
        let c = chars.next()?;
        if small(c) != wanted {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

/// Measures what may follow a name: nothing in the Latin alphabet, an ending in the Cyrillic one, anything where words are
/// written on. `None` when it is another word.
fn ending(name: &str, behind: &str) -> Option<usize> {
    let is_cyrillic = |c: &char| matches!(c, '\u{400}'..='\u{4FF}');
    let first = name.chars().next()?;
    if first.is_ascii() {
        return behind.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric()).then_some(0);
    }
    if !is_cyrillic(&first) {
        return Some(0);
    }
    let end = behind.find(|c| !is_cyrillic(&c)).unwrap_or(behind.len());
    let letters = behind.get(..end)?;
    let is_case =
        letters.is_empty() || ENDINGS.iter().any(|it| begins_with(letters, it) == Some(end));
    is_case.then_some(end)
}

/// Reads how many there are of a coin whose Chinese name stands at this place: "半个比特币", "一千个比特币", "一个半以太坊". Gives where
/// it begins and ends, the number and the ticker.
pub(crate) fn behind_numerals(
    text: &str,
    from: usize,
    at: usize,
) -> Option<(usize, usize, Number, &'static str)> {
    let before = text.get(from..at)?;
    let bare = without_counter(before);
    let half = bare.strip_suffix('半');
    let (start, number) = match half {
        None => number::chinese(bare)?,
        Some(whole) => match number::chinese(without_counter(whole)) {
            Some((start, number)) if whole.ends_with(['个', '個', '枚']) => {
                (start, number.and_a_half())
            }
            _ => (whole.len(), Number::half()),
        },
    };
    // What stands before is a part of the number, or numbers a thing and counts none.
    let glued = before.get(..start).and_then(|it| it.chars().next_back());
    if glued.is_some_and(|c| {
        c.is_ascii_alphanumeric() || matches!(c, '第' | '.' | ',' | '一' | '每' | '另')
    }) {
        return None;
    }
    let mut cursor = Cursor::new(text, at);
    let ticker = eat(&mut cursor)?;
    Some((from + start, cursor.at, number, ticker))
}

fn without_counter(text: &str) -> &str {
    text.trim_end_matches([' ', '个', '個', '枚'])
}

#[cfg(test)]
mod tests {
    use crate::{Kind, Options, scan};

    fn amounts(text: &str) -> Vec<(String, &str)> {
        let items = scan(text, &Options::default());
        let found = items.into_iter().filter(|item| item.kind == Kind::Amount);
        found.map(|item| (item.value, text.get(item.start..item.end).unwrap_or_default())).collect()
    }

    #[test]
    fn coins_are_counted_by_their_names() {
        for (text, value, span) in [
            ("半个比特币", "0.5 BTC", "半个比特币"),
            ("我转了半个比特币没到账", "0.5 BTC", "半个比特币"),
            ("转了一个半以太坊，请查", "1.5 ETH", "一个半以太坊"),
            ("买了一千个狗狗币", "1000 DOGE", "一千个狗狗币"),
            ("提了0.5个比特币", "0.5 BTC", "0.5个比特币"),
            ("1.5万个泰达币", "15000 USDT", "1.5万个泰达币"),
            ("0,5 бтк", "0.5 BTC", "0,5 бтк"),
            ("вывел 0,5 БТК вчера", "0.5 BTC", "0,5 БТК"),
            ("пропало 2 биткоина", "2 BTC", "2 биткоина"),
            ("500 юсдт не пришли", "500 USDT", "500 юсдт"),
            ("I sent 2 Bitcoins.", "2 BTC", "2 Bitcoins"),
            ("0.5ビットコインを送りました", "0.5 BTC", "0.5ビットコイン"),
            ("비트코인을 0.5 비트코인만큼 보냈어요", "0.5 BTC", "0.5 비트코인"),
            ("0.5 بيتكوين", "0.5 BTC", "0.5 بيتكوين"),
        ] {
            assert_eq!(amounts(text), [(value.to_owned(), span)], "{text}");
        }
    }

    #[test]
    fn what_has_the_name_of_a_coin_is_none() {
        for text in [
            "我有一个比特币地址",
            "两个比特币钱包",
            "2 个比特币地址",
            "第一个比特币",
            "比特币",
            "半天没有比特币到账",
            "2 bitcoin addresses",
            "5 эфирных масел",
            "3 битковаляндии",
            "1 bitcoin cash",
        ] {
            assert_eq!(amounts(text), [], "{text}");
        }
    }
}
