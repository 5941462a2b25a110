//! What the targets have in common.

use std::time::Duration;

use cpu_time::ThreadTime;
use proofdesk_evidence::{Item, Kind, Options, check, scan};

/// What a call may cost whatever it reads: one search for a changed character, the building of a table.
const ONCE: Duration = Duration::from_millis(100);
/// What a byte may cost beside that. Measured ones cost about a hundredth of it in this build; a rule that is quadratic costs
/// more than it in [`LONG`] bytes.
const PER_BYTE: Duration = Duration::from_micros(10);
/// To this length a text is repeated, so that what grows faster than its length is seen in a short one.
const LONG: usize = 32 * 1024;

/// Runs `work` on the text and, now and then, on many repetitions of it.
///
/// Panics when it takes more time of this thread than a linear rule would. Time of the thread and not of the clock, as a
/// machine that fuzzes has other things to do.
pub fn linear<T>(text: &str, work: impl Fn(&str) -> T) -> T {
    let result = within_budget(text, &work);
    // Which texts is decided by the text, so that a crash can be repeated. Repeating is slow: one in sixty-four.
    let chosen =
        text.bytes().fold(0u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte)) % 64 == 0;
    if chosen && !text.is_empty() && text.len() < LONG {
        within_budget(&text.repeat(LONG / text.len()), &work);
    }
    result
}

fn within_budget<T>(text: &str, work: impl Fn(&str) -> T) -> T {
    let bytes = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let start = ThreadTime::now();
    let result = work(text);
    let taken = start.elapsed();
    assert!(taken <= ONCE + PER_BYTE * bytes, "{taken:?} for {bytes} bytes");
    result
}

/// Holds a field of one kind to its promises, and gives what was read.
///
/// What is valid is printed so that it reads back as the same thing, and any text in the field is read in linear time.
pub fn field(kind: Kind, text: &str) -> Option<Item> {
    let options = Options::default();
    let item = linear(text, |text| check(kind, text, &options))?;
    assert_item(text.trim(), &item);
    if item.valid {
        let again = check(item.kind, &item.value, &options).expect("a value is one of its kind");
        assert_eq!(again.value, item.value);
        // Sixty-four digits are an account where the text speaks of NEAR, and a hash by themselves.
        assert!(again.valid || again.kind != item.kind, "{:?}", again.problem);
    }
    Some(item)
}

/// What every item promises of itself.
pub fn assert_item(text: &str, item: &Item) {
    assert!(item.start < item.end);
    assert!(text.get(item.start..item.end).is_some(), "not on character boundaries");
    assert!(!item.value.is_empty());
    assert_eq!(item.valid, item.problem.as_ref().is_none_or(|it| it.leaves_valid()));
    assert_eq!(item.link.is_some(), item.kind == Kind::Link);
    assert_eq!(item.amount.is_some(), item.kind == Kind::Amount);
    let key = Item { value: item.key().into_owned(), ..item.clone() };
    assert_eq!(key.key(), item.key(), "a key is its own key");
    if let Some(problem) = &item.problem {
        assert!(!problem.describe().is_empty());
        problem.arguments();
    }
}

/// The same as `scan`, with its promises held.
pub fn items(text: &str) -> Vec<Item> {
    let options = Options::default();
    let items = linear(text, |text| scan(text, &options));
    let mut end = 0;
    for item in &items {
        assert!(item.start >= end, "they overlap");
        assert_item(text, item);
        end = item.end;
    }
    items
}
