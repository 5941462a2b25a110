//! One pass over a text: every token is asked what it is, and the words around it are remembered.

use std::cell::Cell;

use crate::address::{Ask, Found};
use crate::amount::{self, Counted, tickers};
use crate::item::{Check, Item, Kind};
use crate::labels::{Label, Labels};
use crate::lexer::{Buffer, DIGIT, HIDDEN, LOWER, Lexer, Token, UPPER, WIDE};
use crate::link::{self, Read};
use crate::narrow;
use crate::network::{Network, Networks};
use crate::numbered;
use crate::options::Options;
use crate::problem::Problem;
use crate::time;
use crate::value;

/// Searches for a changed character in one text: each takes half a millisecond, and a thousand broken addresses must not
/// take a thousand times as long.
const SEARCHES: u8 = 1;

/// Finds everything in a text that is evidence, in the order of the text; nothing overlaps.
///
/// Takes time linear in the length of the text whatever it says, and allocates nothing for a text without evidence. The
/// candidate networks of each item are narrowed by what the same text says ([`narrow`](crate::narrow()) takes in more).
pub fn scan(text: &str, options: &Options) -> Vec<Item> {
    scan_as(text, options, None)
}

/// Scans a text that stands in a field of its own, whose name is the nearest word to everything in it.
pub(crate) fn scan_as(text: &str, options: &Options, field: Option<Label>) -> Vec<Item> {
    let mut scanner = Scanner::new(text, options, field);
    scanner.run();
    scanner.finish()
}

pub(crate) struct Scanner<'t> {
    pub text: &'t str,
    pub options: &'t Options,
    pub labels: Labels<'t>,
    lexer: Lexer<'t>,
    items: Vec<Item>,
    /// Values behind words for a memo, until their address is known.
    memos: Vec<(usize, String)>,
    /// The networks of the tickers that were mentioned.
    assets: Networks,
    searches: Cell<u8>,
    /// What this text is, if it stands in a field of its own.
    field: Option<Label>,
    /// No link begins before here: it was tried.
    tried_end: usize,
    /// Until here reaches the name of a host, whose parts are no tickers and no numbers.
    host_end: usize,
    /// Until here reaches a page that is no evidence; only hashes and addresses in it are.
    page_end: usize,
    /// Where the last item ends.
    taken: usize,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str, options: &'t Options, field: Option<Label>) -> Self {
        Self {
            text,
            options,
            labels: Labels::new(text),
            lexer: Lexer::new(text, 0),
            items: Vec::new(),
            memos: Vec::new(),
            assets: Networks::EMPTY,
            searches: Cell::new(SEARCHES),
            field,
            tried_end: 0,
            host_end: 0,
            page_end: 0,
            taken: 0,
        }
    }

    fn run(&mut self) {
        while let Some(token) = self.lexer.next() {
            self.labels.advance(token.start);
            self.take_counted();
            self.step(token);
        }
        self.labels.advance(self.text.len());
        self.take_counted();
    }

    /// Takes in the amounts that stand before the names of coins, where no token begins.
    fn take_counted(&mut self) {
        for counted in std::mem::take(&mut self.labels.counted) {
            if counted.start >= self.taken {
                self.push_amount(counted);
            }
        }
    }

    fn step(&mut self, token: Token) {
        if token.start >= self.tried_end && self.may_begin_link(token) && self.link(token) {
            return;
        }
        let prose = token.start >= self.page_end && token.start >= self.host_end;
        if prose && self.is_named_by_letters(token) && self.identifier(token) {
            return;
        }
        let short = token.len < 20;
        if prose && (short || self.is_digits(token)) && self.number(token) {
            return;
        }
        if prose && short && (self.time(token) || self.ticker(token)) {
            return;
        }
        if !value::may_begin(self.text, token) {
            return;
        }
        if let Some((start, end, value, found)) = value::read(self, token) {
            self.push_value(start, end, value, found);
        } else if prose && (token.has(DIGIT) || self.is_hyphenated(token)) {
            self.identifier(token);
        }
    }

    /// The digits of an order number may stand behind a hyphen only: `OD-2026`.
    fn is_hyphenated(&self, token: Token) -> bool {
        let behind = self.text.as_bytes().get(token.end..).unwrap_or_default();
        matches!(behind, [b'-' | b'_', next, ..] if next.is_ascii_alphanumeric())
    }

    /// An amount in base units has up to 78 digits; everything else that is long has letters.
    fn is_digits(&self, token: Token) -> bool {
        let text = self.text.get(token.start..token.end).unwrap_or_default();
        token.is_plain() && text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Letters, a hyphen, and a word for a number before them: "order BTC-1187" is no ticker.
    fn is_named_by_letters(&self, token: Token) -> bool {
        let letters = !token.has(DIGIT) && self.is_hyphenated(token);
        letters && matches!(self.naming(token.start), Some(Label::Uid | Label::Order))
    }

    /// The nearest label, or the field that the text stands in.
    pub fn naming(&self, at: usize) -> Option<Label> {
        self.field.or_else(|| self.labels.naming(at))
    }

    pub fn ask(&self, at: usize) -> Ask<'_> {
        let label = match self.field.or_else(|| self.labels.wanted(at)) {
            Some(Label::Tx) => Some(Kind::Tx),
            Some(Label::Address) => Some(Kind::Address),
            _ => None,
        };
        let hints = self.labels.networks.union(self.assets);
        Ask { label, hints, searches: &self.searches }
    }

    /// The token as it would be written in ordinary characters.
    pub fn plain<'b>(&self, token: Token, buffer: &'b mut Buffer) -> &'b str
    where
        't: 'b,
    {
        let source: &'t str = self.text.get(token.start..token.end).unwrap_or_default();
        if token.is_plain() {
            return source;
        }
        buffer.truncate(0);
        if buffer.push_folded(source) { buffer.as_str() } else { "" }
    }

    /// Everything before this belongs to an item already.
    pub fn taken(&self) -> usize {
        self.taken
    }

    fn may_begin_link(&self, token: Token) -> bool {
        let behind = self.text.get(token.end..).unwrap_or_default();
        // What stands in the path of another page is that page's, whatever it is called: evil.example/etherscan.io/tx/…
        if token.start < self.page_end && !behind.starts_with("://") {
            return false;
        }
        let mail = self.text.get(..token.start).is_some_and(|before| before.ends_with('@'));
        let begins = match behind.as_bytes() {
            [b':', b'/', b'/', ..] => true,
            [b'.' | b'-', next, ..] => next.is_ascii_alphanumeric() || !next.is_ascii(),
            [next, ..] => *next >= 0xCE && *next <= 0xD4 && token.len < 20,
            [] => false,
        };
        begins && !mail && token.is_plain()
    }

    fn link(&mut self, token: Token) -> bool {
        match link::at(self.text, token.start, token.end) {
            Read::Explorer(item) => {
                self.labels.advance(item.end);
                self.labels.forget();
                self.push(*item);
                true
            }
            Read::Other { host_end, end } => {
                (self.tried_end, self.host_end, self.page_end) = (host_end, host_end, end);
                false
            }
            Read::Nothing { host_end } => {
                self.near_name(token, host_end);
                // Numbers with points and words with hyphens are no hosts, and may be something else.
                let is_host =
                    self.text.get(token.start..host_end).is_some_and(numbered::is_dotted_name);
                self.tried_end = host_end;
                self.host_end = if is_host { host_end } else { self.host_end };
                self.taken > token.start
            }
        }
    }

    fn near_name(&mut self, token: Token, end: usize) {
        let name = self.text.get(token.start..end).unwrap_or_default();
        if numbered::is_near_name(name) {
            let found = Found::address(Network::Near, Check::Shape);
            self.push_value(token.start, end, name.to_owned(), found);
        }
    }

    fn number(&mut self, token: Token) -> bool {
        let begins = self.text.get(token.start..).and_then(|it| it.chars().next());
        let begins = begins.is_some_and(|c| !c.is_ascii_alphabetic() && token.has(DIGIT));
        if !begins || token.start < self.taken {
            return false;
        }
        if let Some(counted) = amount::from_digits(self.text, token, self.options) {
            self.push_amount(counted);
            return true;
        }
        let Some((end, value, kind)) = numbered::hedera(self, token) else { return false };
        let mut found = Found::address(Network::Hedera, Check::Shape);
        found.kind = kind;
        self.push_value(token.start, end, value, found);
        true
    }

    fn time(&mut self, token: Token) -> bool {
        if !is_begun_time(self.text, token) {
            return false;
        }
        let Some(dated) = time::at(self.text, token.start) else { return false };
        let valid = dated.problem.is_none();
        let item = Item {
            problem: dated.problem,
            valid,
            ..plain(Kind::Time, dated.value, dated.start, dated.end)
        };
        self.push(item);
        true
    }

    fn ticker(&mut self, token: Token) -> bool {
        if token.is_plain()
            && !self.options.may_be_ticker(self.text.as_bytes().get(token.start..token.end))
        {
            return false;
        }
        let mut buffer = Buffer::new();
        let name = if token.is_plain() {
            self.text.get(token.start..token.end).unwrap_or_default()
        } else {
            buffer.push_folded(self.text.get(token.start..token.end).unwrap_or_default());
            buffer.as_str()
        };
        if name.eq_ignore_ascii_case("u") {
            let counted = amount::behind_numerals(self.text, token, self.taken, "USDT");
            return counted.is_some_and(|counted| self.push_amount(counted));
        }
        let Some(ticker) = tickers::find(name, self.options) else { return false };
        if let Some(counted) = amount::behind_numerals(self.text, token, self.taken, ticker.name) {
            return self.push_amount(counted);
        }
        if !tickers::stands_alone(name, ticker.case) {
            return false;
        }
        if let Some(counted) = amount::behind_ticker(self.text, token, &ticker, self.options) {
            return self.push_amount(counted);
        }
        self.assets = self.assets.union(ticker.networks);
        let value = ticker.name.to_ascii_uppercase();
        self.push(Item {
            networks: ticker.networks,
            ..plain(Kind::Ticker, value, token.start, token.end)
        });
        true
    }

    /// A number or a mixture of letters and digits that a word names, or that has a form that was set up.
    fn identifier(&mut self, token: Token) -> bool {
        if amount::is_rest_of_one(self.text, token, self.options) {
            return false;
        }
        let label = self.naming(token.start);
        let Some(named) = numbered::read(self, token, label) else { return false };
        if let Some(label) = label {
            self.labels.spend(label);
        }
        self.lexer.skip_to(named.end);
        match named.kind {
            Some(kind) => {
                let valid = named.problem.as_ref().is_none_or(Problem::leaves_valid);
                let base = plain(kind, named.value, token.start, named.end);
                self.push(Item { networks: named.networks, valid, problem: named.problem, ..base });
            }
            None => self.memos.push((token.start, named.value)),
        }
        true
    }

    fn push_amount(&mut self, counted: Counted) -> bool {
        let Counted { start, end, amount } = counted;
        let networks = tickers::networks(&amount.ticker);
        self.assets = self.assets.union(networks);
        let value = format!("{} {}", amount.decimal, amount.ticker);
        self.push(Item {
            networks,
            amount: Some(amount),
            ..plain(Kind::Amount, value, start, end)
        });
        true
    }

    fn push_value(&mut self, start: usize, end: usize, value: String, found: Found) {
        let found = value::relabelled(found, &self.ask(start));
        let valid = found.is_valid();
        let Found { kind, networks, check, problem, memo, mended } = found;
        let value = mended.unwrap_or(value);
        self.push(Item { networks, valid, check, problem, memo, ..plain(kind, value, start, end) });
    }

    /// Takes an item in. Some rules look at what stands before a token; what another item has is not theirs.
    fn push(&mut self, item: Item) {
        self.lexer.skip_to(item.end);
        if item.start < self.taken {
            return;
        }
        self.taken = self.taken.max(item.end);
        self.items.push(item);
    }

    fn finish(mut self) -> Vec<Item> {
        if self.items.is_empty() {
            return self.items;
        }
        narrow::attach_memos(&mut self.items, std::mem::take(&mut self.memos));
        narrow::within(&mut self.items, self.labels.networks, self.assets);
        self.items
    }
}

fn plain(kind: Kind, value: String, start: usize, end: usize) -> Item {
    Item {
        kind,
        value,
        start,
        end,
        networks: Networks::EMPTY,
        valid: true,
        check: Check::Shape,
        problem: None,
        memo: None,
        link: None,
        amount: None,
    }
}

/// A few digits before what stands in dates and times, or the name of a month.
fn is_begun_time(text: &str, token: Token) -> bool {
    let next = text.get(token.end..).and_then(|it| it.chars().next());
    let digits_only = token.class & (LOWER | UPPER | HIDDEN) == 0;
    if digits_only {
        let behind = |c: char| {
            matches!(
                c,
                '-' | '/' | '.' | ':' | ' ' | '年' | '月' | '년' | '월' | '：' | '－' | '／'
            )
        };
        return token.len <= 4 && next.is_some_and(behind);
    }
    let begins =
        text.get(token.start..).and_then(|it| it.bytes().next()).map(|it| it.to_ascii_lowercase());
    let month =
        !token.has(DIGIT | WIDE) && (3..=9).contains(&token.len) && matches!(next, Some(' ' | '.'));
    let ordinal = token.has(DIGIT)
        && token.len <= 4
        && matches!(begins, Some(b'0'..=b'9'))
        && next == Some(' ');
    let clock = token.len == 3 && begins == Some(b't') && next == Some(':');
    (month && matches!(begins, Some(b'j' | b'f' | b'm' | b'a' | b's' | b'o' | b'n' | b'd')))
        || ordinal
        || clock
}
