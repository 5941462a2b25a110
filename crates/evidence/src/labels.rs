//! The words beside a value that say what it is, in ten languages, and the words that name a network.
//!
//! One automaton finds them all in one pass, beside the tokens. A label counts for the number that follows it closely;
//! a network counts for the whole text.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, FindIter, Match, MatchKind};

use crate::amount::{self, Counted, coins};
use crate::network::{Network, Networks};

/// What a word says about the value behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Uid,
    Order,
    Tx,
    Address,
    Memo,
    Height,
    ChainId,
    Time,
}

const LABELS: usize = 8;

#[rustfmt::skip]
const WORDS: &[(Label, &[&str])] = &[
    (Label::Uid, &["uid", "user id", "userid", "user_id", "account id", "accountid", "account number", "customer id",
        "用户id", "用戶id", "用户编号", "用戶編號", "账户id", "帳戶id", "账号id", "ユーザーid", "ユーザid", "회원번호", "사용자 id", "계정 id",
        "айди", "ид пользователя", "номер аккаунта", "id пользователя", "id de usuario", "id usuario", "kullanıcı kimliği", "kullanıcı kimliğim",
        "kullanıcı id", "id người dùng", "mã người dùng", "معرف المستخدم", "رقم الحساب", "رقم المستخدم",
        // With the mark of a doubled letter, as our own pages write it, without, and joined to "and".
        "معرّف المستخدم", "معرّف الحساب", "معرف الحساب", "معرّف حسابي", "معرف حسابي", "معرّفي", "معرفي", "رقم حسابي", "ومعرّف حسابي",
        "ومعرف حسابي", "ومعرّفي", "ومعرفي", "ورقم حسابي"]),
    (Label::Order, &["order id", "orderid", "order_id", "clordid", "order number", "order no", "order #", "order",
        "订单号", "訂單號", "订单id", "訂單id", "订单", "訂單", "委托单", "注文番号", "注文id", "주문번호", "주문 번호", "주문 id",
        "номер ордера", "ордер", "номер заказа", "id de orden", "orden", "número de orden", "emir no", "emir numarası", "sipariş no", "sipariş numarası",
        "mã lệnh", "mã đơn hàng", "số lệnh", "رقم الطلب", "معرف الطلب",
        "معرّف الطلب", "رقم طلبي", "ورقم الطلب", "ورقم طلبي"]),
    (Label::Tx, &["txid", "tx id", "tx hash", "txhash", "tx", "txn", "transaction id", "transaction hash", "transaction", "hash",
        "signature", "交易哈希", "哈希", "交易id", "交易号", "交易號", "雜湊", "交易雜湊", "トランザクション", "ハッシュ", "트랜잭션", "해시", "거래 id",
        "хэш", "хеш", "транзакция", "транзакции", "transacción", "işlem", "işlem kimliği", "mã giao dịch", "giao dịch",
        "رقم المعاملة", "معرف المعاملة", "المعاملة", "هاش"]),
    (Label::Address, &["address", "addr", "wallet", "地址", "钱包", "錢包", "アドレス", "ウォレット", "주소", "지갑", "адрес", "кошелек",
        "кошелёк", "dirección", "billetera", "cartera", "adres", "adresi", "cüzdan", "địa chỉ", "ví", "عنوان", "العنوان", "محفظة"]),
    (Label::Memo, &["memo", "tag", "destination tag", "dest tag", "comment", "备注", "備註", "标签", "標籤", "附言", "メモ", "タグ",
        "宛先タグ", "메모", "태그", "데스티네이션 태그", "мемо", "тег", "комментарий", "etiqueta", "etiket", "ghi chú", "مذكرة", "علامة"]),
    (Label::Height, &["block height", "blockheight", "block number", "block no", "block #", "block", "height", "ledger index", "slot",
        "区块高度", "區塊高度", "块高", "塊高", "区块", "區塊", "高度", "ブロック高", "ブロック番号", "ブロック", "블록 높이", "블록", "высота блока",
        "блок", "высота", "bloque", "altura", "blok", "blok yüksekliği", "khối", "chiều cao khối", "ارتفاع الكتلة", "كتلة", "الكتلة"]),
    (Label::ChainId, &["chain id", "chainid", "chain_id", "chain-id", "network id", "networkid", "链id", "鏈id", "链 id", "鏈 id", "チェーンid",
        "체인 id", "체인id", "id сети", "id цепочки", "id de cadena", "id de red", "zincir kimliği", "ağ kimliği", "id chuỗi", "mã chuỗi",
        "معرف السلسلة", "معرف الشبكة", "معرّف السلسلة", "معرّف الشبكة"]),
    (Label::Time, &["timestamp", "time stamp", "unix time", "epoch", "time", "date", "时间戳", "時間戳", "时间", "時間", "タイムスタンプ", "日時",
        "타임스탬프", "시간", "метка времени", "время", "marca de tiempo", "hora", "zaman damgası", "zaman", "saat", "dấu thời gian",
        "thời gian", "الطابع الزمني", "الوقت", "وقت"]),
];

/// Names of networks and of the standards of their tokens. A ticker is no network: it is in [`crate::amount::tickers`].
#[rustfmt::skip]
const NETWORKS: &[(&str, Network)] = &[
    ("trc20", Network::Tron), ("trc-20", Network::Tron), ("trc 20", Network::Tron), ("tron", Network::Tron), ("波场", Network::Tron),
    ("波場", Network::Tron), ("トロン", Network::Tron), ("트론", Network::Tron), ("трон", Network::Tron), ("ترون", Network::Tron),
    ("erc20", Network::Ethereum), ("erc-20", Network::Ethereum), ("erc 20", Network::Ethereum), ("ethereum", Network::Ethereum),
    ("以太坊", Network::Ethereum), ("イーサリアム", Network::Ethereum), ("이더리움", Network::Ethereum), ("эфириум", Network::Ethereum),
    ("эфир", Network::Ethereum), ("إيثريوم", Network::Ethereum), ("bep20", Network::Bsc), ("bep-20", Network::Bsc), ("bep 20", Network::Bsc),
    ("bsc", Network::Bsc), ("binance smart chain", Network::Bsc), ("bnb smart chain", Network::Bsc), ("bnb chain", Network::Bsc),
    ("币安智能链", Network::Bsc), ("幣安智能鏈", Network::Bsc), ("polygon", Network::Polygon), ("arbitrum", Network::Arbitrum),
    ("optimism", Network::Optimism), ("op mainnet", Network::Optimism), ("avalanche", Network::Avalanche), ("c-chain", Network::Avalanche),
    ("avaxc", Network::Avalanche), ("base network", Network::Base), ("base chain", Network::Base), ("on base", Network::Base),
    ("opbnb", Network::OpBnb), ("zksync", Network::ZkSync), ("linea", Network::Linea), ("scroll network", Network::Scroll),
    ("blast network", Network::Blast), ("mantle", Network::Mantle), ("celo", Network::Celo), ("gnosis", Network::Gnosis),
    ("fantom", Network::Fantom), ("cronos", Network::Cronos), ("moonbeam", Network::Moonbeam), ("ethereum classic", Network::EthereumClassic),
    ("x layer", Network::XLayer), ("x-layer", Network::XLayer), ("sepolia", Network::Sepolia), ("holesky", Network::Holesky),
    ("hoodi", Network::Hoodi), ("bitcoin", Network::Bitcoin), ("比特币", Network::Bitcoin), ("比特幣", Network::Bitcoin),
    ("ビットコイン", Network::Bitcoin), ("비트코인", Network::Bitcoin), ("биткоин", Network::Bitcoin), ("биткойн", Network::Bitcoin),
    ("بيتكوين", Network::Bitcoin), ("bitcoin cash", Network::BitcoinCash), ("比特币现金", Network::BitcoinCash), ("litecoin", Network::Litecoin),
    ("莱特币", Network::Litecoin), ("萊特幣", Network::Litecoin), ("dogecoin", Network::Dogecoin), ("狗狗币", Network::Dogecoin),
    ("狗狗幣", Network::Dogecoin), ("solana", Network::Solana), ("索拉纳", Network::Solana), ("ソラナ", Network::Solana), ("솔라나", Network::Solana),
    ("солана", Network::Solana), ("spl", Network::Solana), ("ripple", Network::Xrp), ("xrp ledger", Network::Xrp), ("xrpl", Network::Xrp),
    ("瑞波", Network::Xrp), ("リップル", Network::Xrp), ("리플", Network::Xrp), ("stellar", Network::Stellar), ("恒星币", Network::Stellar),
    ("toncoin", Network::Ton), ("the open network", Network::Ton), ("cosmos", Network::Cosmos), ("osmosis", Network::Osmosis),
    ("celestia", Network::Celestia), ("injective", Network::Injective), ("thorchain", Network::Thorchain), ("cardano", Network::Cardano),
    ("艾达币", Network::Cardano), ("polkadot", Network::Polkadot), ("波卡", Network::Polkadot), ("kusama", Network::Kusama),
    ("algorand", Network::Algorand), ("near protocol", Network::Near), ("sui network", Network::Sui), ("on sui", Network::Sui),
    ("aptos", Network::Aptos), ("monero", Network::Monero), ("门罗币", Network::Monero), ("zcash", Network::Zcash), ("tezos", Network::Tezos),
    ("hedera", Network::Hedera), ("filecoin", Network::Filecoin), ("kaspa", Network::Kaspa), ("dash", Network::Dash),
];

/// Twenty numerals, in bytes: so far before the name of a coin its number begins.
const LONGEST_NUMERALS: usize = 72;
/// How far behind a label a number counts as named by it, in bytes.
const REACH: usize = 24;
/// How far behind a word for a hash or an address it tells which of both is wanted.
const FAR_REACH: usize = 80;

#[derive(Debug, Clone, Copy)]
enum Meaning {
    Label(Label),
    Network(Network),
    /// A coin that is not named as its network is.
    Coin,
}

struct Words {
    automaton: AhoCorasick,
    meanings: Vec<Meaning>,
}

/// Built at the first scan.
static AUTOMATON: LazyLock<Option<Words>> = LazyLock::new(|| {
    let (mut patterns, mut meanings) = (Vec::new(), Vec::new());
    let labels = WORDS
        .iter()
        .flat_map(|(label, words)| words.iter().map(|it| (*it, Meaning::Label(*label))));
    let networks = NETWORKS.iter().map(|(word, network)| (*word, Meaning::Network(*network)));
    let coins = coins::HAN.iter().map(|(word, _)| (*word, Meaning::Coin));
    let coins = coins.filter(|(word, _)| NETWORKS.iter().all(|(network, _)| network != word));
    for (word, meaning) in labels.chain(networks).chain(coins) {
        // The automaton knows both cases of ASCII; other alphabets get their capital at the beginning.
        let mut variants = vec![word.to_owned(), capitalised(word)];
        variants.dedup();
        meanings.extend(variants.iter().map(|_| meaning));
        patterns.append(&mut variants);
    }
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
    // The patterns are constant and few: building cannot fail. If it did, values would go without labels.
    let automaton = builder.build(patterns).ok()?;
    Some(Words { automaton, meanings })
});

fn capitalised(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().filter(|c| !c.is_ascii());
    first.map_or(word.to_owned(), |c| c.to_uppercase().chain(rest).collect())
}

/// Follows the tokens through the text and remembers the last label of each sort.
pub(crate) struct Labels<'t> {
    text: &'t str,
    matches: Option<FindIter<'static, 't>>,
    pending: Option<Match>,
    /// Where the last one of each sort ended.
    last: [Option<usize>; LABELS],
    /// What the text has spoken of so far.
    pub networks: Networks,
    /// Amounts before the name of a coin, which nobody has taken yet.
    pub counted: Vec<Counted>,
}

impl<'t> Labels<'t> {
    pub fn new(text: &'t str) -> Self {
        let matches = AUTOMATON.as_ref().map(|words| words.automaton.find_iter(text));
        let (last, networks, counted) = ([None; LABELS], Networks::EMPTY, Vec::new());
        let mut labels = Self { text, matches, pending: None, last, networks, counted };
        labels.step();
        labels
    }

    fn step(&mut self) {
        self.pending = self.matches.as_mut().and_then(Iterator::next);
    }

    /// Takes in everything that ends here or before.
    pub fn advance(&mut self, at: usize) {
        while let Some(found) = self.pending.filter(|it| it.end() <= at) {
            if is_word(self.text, found.start(), found.end()) {
                self.learn(found);
            }
            self.step();
        }
    }

    fn learn(&mut self, found: Match) {
        let Some(words) = AUTOMATON.as_ref() else { return };
        match words.meanings.get(found.pattern().as_usize()) {
            Some(Meaning::Label(label)) => {
                if let Some(slot) = self.last.get_mut(position(*label)) {
                    *slot = Some(found.end());
                }
            }
            Some(Meaning::Network(network)) => {
                self.networks = self.networks.with(*network);
                self.count(found.start());
            }
            Some(Meaning::Coin) => self.count(found.start()),
            None => {}
        }
    }

    fn count(&mut self, at: usize) {
        let from = self.text.floor_char_boundary(at.saturating_sub(LONGEST_NUMERALS));
        self.counted.extend(amount::behind_name(self.text, from, at));
    }

    /// Gives the label that names the number at this place: the nearest one before it, if nothing between them begins
    /// something else.
    pub fn naming(&self, at: usize) -> Option<Label> {
        let (label, end) = self.nearest(|_| true)?;
        let gap = self.text.get(end..at)?;
        (gap.len() <= REACH && is_link_between(gap)).then_some(label)
    }

    /// Tells whether a hash or an address is wanted here.
    pub fn wanted(&self, at: usize) -> Option<Label> {
        let (label, end) = self.nearest(|it| matches!(it, Label::Tx | Label::Address))?;
        (at.checked_sub(end)? <= FAR_REACH).then_some(label)
    }

    /// Forgets a label that has found its value.
    pub fn spend(&mut self, label: Label) {
        if let Some(slot) = self.last.get_mut(position(label)) {
            *slot = None;
        }
    }

    /// Forgets all labels, at the end of something that has its own words inside.
    pub fn forget(&mut self) {
        self.last = [None; LABELS];
    }

    fn nearest(&self, fits: impl Fn(Label) -> bool) -> Option<(Label, usize)> {
        let labels = WORDS.iter().map(|(label, _)| *label).filter(|label| fits(*label));
        let ends = labels.filter_map(|label| Some((label, (*self.last.get(position(label))?)?)));
        ends.max_by_key(|(_, end)| *end)
    }
}

/// The networks that a text speaks of.
pub(crate) fn networks(text: &str) -> Networks {
    let mut labels = Labels::new(text);
    labels.advance(text.len());
    labels.networks
}

fn position(label: Label) -> usize {
    WORDS.iter().position(|(it, _)| *it == label).unwrap_or_default()
}

/// Words of alphabets end where no letter follows; Chinese and its neighbours write without spaces.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let letters = |c: char| c.is_alphabetic() && u32::from(c) < 0x0E00;
    let inside = text.get(start..end).unwrap_or_default();
    let before = text.get(..start).and_then(|it| it.chars().next_back());
    let after = text.get(end..).and_then(|it| it.chars().next());
    let edge = |own: Option<char>, other: Option<char>| {
        !(own.is_some_and(letters) && other.is_some_and(letters))
    };
    edge(inside.chars().next(), before) && edge(inside.chars().next_back(), after)
}

/// Between a label and its number stand punctuation that leads on, and a few small words.
fn is_link_between(gap: &str) -> bool {
    let breaks =
        |c: char| matches!(c, '!' | '?' | '。' | '！' | '？' | ';' | '；') || c.is_numeric();
    !gap.contains(breaks) && !gap.contains("\n\n") && !gap.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn naming(text: &str) -> Option<Label> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let mut labels = Labels::new(text);
        labels.advance(at);
        labels.naming(at)
    }

    #[test]
    fn names_what_follows() {
        let cases = [
            ("UID: 1", Some(Label::Uid)),
            ("my uid is 1", Some(Label::Uid)),
            ("用户ID：1", Some(Label::Uid)),
            ("Номер ордера № 1", Some(Label::Order)),
            ("block #1", Some(Label::Height)),
            ("区块高度1", Some(Label::Height)),
            ("chain-id=1", Some(Label::ChainId)),
            ("Destination Tag:\n1", Some(Label::Memo)),
            ("رقم الطلب 1", Some(Label::Order)),
            ("معرّف حسابي: 1", Some(Label::Uid)),
            ("لم تصل، معرفي 1", Some(Label::Uid)),
            ("ورقم حسابي 1", Some(Label::Uid)),
            ("معرّف الشبكة 1", Some(Label::ChainId)),
            ("fluid 1", None),
            ("border 1", None),
            ("my uid? no idea. 1", None),
            ("my uid is somewhere in the papers of 1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(naming(text), expected, "{text}");
        }
    }

    #[test]
    fn gathers_networks() {
        let text = "TRC20 not BEP-20, 以太坊, Tronic, dashboard";
        let mut labels = Labels::new(text);
        labels.advance(text.len());
        let expected = Networks::from_slice(&[Network::Tron, Network::Bsc, Network::Ethereum]);
        assert_eq!(labels.networks, expected);
    }
}
