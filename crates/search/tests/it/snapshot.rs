//! A snapshot makes another node what the first one was, or nothing.

use std::io::{Read, Write};

use proofdesk_search::{
    Best, Followed as _, Progress, SnapshotTerms, TicketIndex, TicketQuestion, TicketStore, Wanted,
};
use uuid::Uuid;

use super::ticket::ticket;

const TERMS: SnapshotTerms = SnapshotTerms { head: 50, request: 7 };

fn found(index: &TicketIndex) -> Vec<u128> {
    let coin = [Wanted { text: "coin".to_owned(), is_negated: false, is_phrase: false }];
    let question = TicketQuestion { best: Best::Oldest, ..TicketQuestion::of(&coin, 1_000) };
    let found = index.search(&question).expect("an answer");
    found.into_iter().map(|ticket| ticket.id.as_u128()).collect()
}

/// Of several commits, with tickets that are gone.
fn filled(index: &TicketIndex, request: i64) {
    for n in 1..=6_u128 {
        let at = i64::try_from(n).expect("small") + 30;
        let noted = Progress { position: at, building_after: None, request };
        let put: Vec<_> = (n * 10..n * 10 + 10).map(|n| ticket(n, "a coin")).collect();
        index.change(&put, &[Uuid::from_u128(n * 10 - 1)], &noted).expect("a change");
    }
}

fn snapshot(request: i64) -> (tempfile::TempDir, TicketIndex, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let index = TicketIndex::open(Some(folder.path())).expect("an index");
    filled(&index, request);
    let mut bytes = Vec::new();
    let noted = index.write_snapshot(&mut bytes).expect("a snapshot");
    assert_eq!(noted, index.progress());
    (folder, index, bytes)
}

#[test]
fn another_node_takes_it_and_goes_on() {
    let (_folder, index, bytes) = snapshot(7);
    let other = tempfile::tempdir().expect("a folder");
    let store = TicketStore::open(Some(other.path())).expect("a store");
    assert!(store.serving().is_none());
    assert!(store.take_snapshot(&mut bytes.as_slice(), TERMS).expect("it is taken"));
    let taken = store.serving().expect("one that answers");
    assert!(store.building().is_none());
    assert_eq!(found(&taken), found(&index));
    assert_eq!(taken.progress(), index.progress());
    assert_eq!(store.request(), 7);
    let noted = Progress { position: 40, building_after: None, request: 7 };
    taken.change(&[ticket(500, "a coin")], &[Uuid::from_u128(10)], &noted).expect("it follows");
    let expected = found(&taken);
    assert_eq!(expected.last(), Some(&500));
    drop((store, taken));
    let store = TicketStore::open(Some(other.path())).expect("the store again");
    assert_eq!(found(&store.serving().expect("one that answers")), expected);
    // One that answers is not replaced.
    assert!(!store.take_snapshot(&mut bytes.as_slice(), TERMS).expect("no fault"));
    let names: Vec<_> = std::fs::read_dir(other.path()).expect("a folder").collect();
    assert_eq!(names.len(), 1);
}

#[test]
fn one_that_would_not_do_is_left() {
    let (_folder, _index, bytes) = snapshot(7);
    let other = tempfile::tempdir().expect("a folder");
    let store = TicketStore::open(Some(other.path())).expect("a store");
    let terms = [SnapshotTerms { head: 35, ..TERMS }, SnapshotTerms { request: 8, ..TERMS }];
    for terms in terms {
        assert!(!store.take_snapshot(&mut bytes.as_slice(), terms).expect("no fault"));
    }
    let shape = TicketIndex::shape();
    let at = bytes.windows(shape.len()).position(|at| at == shape.as_bytes()).expect("its shape");
    let mut other_shape = bytes.clone();
    other_shape[at] ^= 1;
    assert!(!store.take_snapshot(&mut other_shape.as_slice(), TERMS).expect("no fault"));
    assert!(store.serving().is_none() && store.building().is_some());
    // One that is still built has none.
    let building = store.building().expect("one that is built");
    assert_eq!(building.write_snapshot(&mut Vec::new()).expect("no fault"), None);
    assert!(store.take_snapshot(&mut bytes.as_slice(), TERMS).expect("it is taken"));
}

#[test]
fn a_cut_or_damaged_one_leaves_everything_as_it_was() {
    let (_folder, index, bytes) = snapshot(7);
    let other = tempfile::tempdir().expect("a folder");
    let store = TicketStore::open(Some(other.path())).expect("a store");
    for part in 0..40 {
        let cut = bytes.get(..bytes.len() * part / 40).expect("a part");
        store.take_snapshot(&mut { cut }, TERMS).expect_err("it is cut");
        assert!(store.serving().is_none() && store.building().is_some());
    }
    let mut longer = bytes.clone();
    longer.push(0);
    store.take_snapshot(&mut longer.as_slice(), TERMS).expect_err("it is longer");
    for part in 0..60 {
        let mut damaged = bytes.clone();
        let at = damaged.len() * part / 60;
        damaged[at] ^= 0x55;
        let taken = store.take_snapshot(&mut damaged.as_slice(), TERMS);
        assert!(!matches!(taken, Ok(true)), "a byte at {at} of {}", bytes.len());
        assert!(store.serving().is_none() && store.building().is_some());
    }
    // Killed while it was unpacked.
    std::fs::create_dir_all(other.path().join("tickets-incoming")).expect("a folder");
    drop(store);
    let store = TicketStore::open(Some(other.path())).expect("the store again");
    assert!(!other.path().join("tickets-incoming").exists());
    assert!(store.building().is_some());
    assert!(store.take_snapshot(&mut bytes.as_slice(), TERMS).expect("it is taken"));
    assert_eq!(found(&store.serving().expect("one that answers")), found(&index));
}

/// Paths out of the folder are no files of an index.
#[test]
fn no_file_is_written_elsewhere() {
    let other = tempfile::tempdir().expect("a folder");
    let store = TicketStore::open(Some(&other.path().join("search"))).expect("a store");
    for name in ["../out", "/tmp/out", "a/b", ".managed.json", "", "..", "a\\\\b"] {
        let head = format!(
            r#"{{"noun":"tickets-","shape":"{}","progress":{{"position":1,"building_after":null,"request":7}},"files":[["{name}",1]]}}"#,
            TicketIndex::shape()
        );
        let mut bytes = b"pdindex1".to_vec();
        bytes.extend(u32::try_from(head.len()).expect("short").to_le_bytes());
        bytes.extend(head.bytes());
        bytes.push(b'x');
        store.take_snapshot(&mut bytes.as_slice(), TERMS).expect_err("no name of a file");
    }
    assert_eq!(std::fs::read_dir(other.path()).expect("a folder").count(), 1);
}

/// Changes the index whenever something of its snapshot is written.
struct Busy<'a> {
    index: &'a TicketIndex,
    bytes: Vec<u8>,
    changes: i64,
}

impl Write for Busy<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.changes < 30 {
            self.changes += 1;
            let noted = Progress { position: 40 + self.changes, building_after: None, request: 7 };
            let n = u128::try_from(self.changes).expect("positive");
            let gone = [Uuid::from_u128(n + 10)];
            self.index.change(&[ticket(1_000 + n, "a coin")], &gone, &noted).expect("a change");
        }
        self.bytes.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_is_written_meanwhile_is_not_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = TicketIndex::open(Some(folder.path())).expect("an index");
    filled(&index, 7);
    let expected = found(&index);
    let mut busy = Busy { index: &index, bytes: Vec::new(), changes: 0 };
    let noted = index.write_snapshot(&mut busy).expect("a snapshot").expect("a whole one");
    assert_eq!(noted.position, 36);
    assert!(busy.changes > 5);
    let other = tempfile::tempdir().expect("a folder");
    let store = TicketStore::open(Some(other.path())).expect("a store");
    let mut bytes: &[u8] = &busy.bytes;
    assert!(store.take_snapshot(bytes.by_ref(), TERMS).expect("it is taken"));
    assert_eq!(found(&store.serving().expect("one that answers")), expected);
}
