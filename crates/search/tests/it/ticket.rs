use proofdesk_locale::Locale;
use proofdesk_search::{
    Best, FactFilter, Progress, TicketDocument, TicketIndex, TicketQuestion, TicketStore, Wanted,
};
use uuid::Uuid;

pub fn ticket(n: u128, text: &str) -> TicketDocument {
    TicketDocument {
        id: Uuid::from_u128(n),
        locale: Locale::En,
        text: text.to_owned(),
        scope: vec![format!("brand:{}", n % 2)],
        facts: vec![format!("priority:{n}")],
        marks: Vec::new(),
        at: i64::try_from(n).expect("small"),
        created: i64::try_from(n).expect("small"),
        updated: i64::try_from(n).expect("small"),
    }
}

fn wanted(text: &str) -> Wanted {
    Wanted { text: text.to_owned(), is_negated: false, is_phrase: false }
}

fn ids(index: &TicketIndex, question: &TicketQuestion<'_>) -> Vec<u128> {
    let found = index.search(question).expect("an answer");
    found.into_iter().map(|ticket| ticket.id.as_u128()).collect()
}

fn everything(wanted: &[Wanted]) -> TicketQuestion<'_> {
    TicketQuestion::of(wanted, 10)
}

fn three() -> TicketIndex {
    let index = TicketIndex::open(None).expect("an index");
    let put = [
        ticket(1, "coin, coin and coin"),
        ticket(2, "a coin among other words that are said here"),
        ticket(3, "coins of another kind"),
    ];
    index.change(&put, &[], &Progress::default()).expect("a change");
    index
}

#[test]
fn the_newest_the_oldest_or_the_best_are_taken() {
    let index = three();
    let coin = [wanted("coin")];
    let of = |best, limit, until| {
        ids(&index, &TicketQuestion { best, limit, until, ..everything(&coin) })
    };
    assert_eq!(of(Best::Newest, 10, None), [3, 2, 1]);
    assert_eq!(of(Best::Newest, 2, Some(2)), [2, 1]);
    assert_eq!(of(Best::Oldest, 2, None), [1, 2]);
    assert_eq!(of(Best::Relevance, 1, None), [1]);
}

#[test]
fn scope_and_facts_narrow_before_the_best_are_taken() {
    let index = three();
    let coin = [wanted("coin")];
    let odd = ["brand:1".to_owned()];
    let scoped = TicketQuestion { scope: Some(&odd), limit: 1, ..everything(&coin) };
    assert_eq!(ids(&index, &scoped), [3]);
    let nothing = TicketQuestion { scope: Some(&[]), ..everything(&coin) };
    assert_eq!(ids(&index, &nothing), [0; 0]);
    let fact = |is_negated| [FactFilter { any_of: vec!["priority:2".to_owned()], is_negated }];
    let (with, without) = (fact(false), fact(true));
    assert_eq!(ids(&index, &TicketQuestion { facts: &with, ..everything(&coin) }), [2]);
    assert_eq!(ids(&index, &TicketQuestion { facts: &without, ..everything(&coin) }), [3, 1]);
}

#[test]
fn a_ticket_is_replaced_and_taken_out() {
    let index = three();
    let (coin, said) = ([wanted("coin")], [wanted("said")]);
    let progress = Progress { position: 9, ..Progress::default() };
    index.change(&[ticket(2, "nothing")], &[Uuid::from_u128(3)], &progress).expect("a change");
    assert_eq!(ids(&index, &everything(&coin)), [1]);
    assert_eq!(ids(&index, &everything(&said)), [0; 0]);
    assert_eq!(index.progress(), Some(progress));
}

#[test]
fn a_store_builds_beside_the_one_that_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = TicketStore::open(Some(folder.path())).expect("a store");
    assert!(store.serving().is_none());
    let done = |request| Progress { position: 1, building_after: None, request };
    let built = store.building().expect("one that is built");
    built.change(&[ticket(1, "coin")], &[], &done(0)).expect("a change");
    store.finish().expect("it takes over");
    store.begin(5).expect("another");
    assert!(store.serving().is_some() && store.building().is_some());
    drop((store, built));
    // Killed here: the whole one answers, the other goes on being built.
    let store = TicketStore::open(Some(folder.path())).expect("the store again");
    let coin = [wanted("coin")];
    assert_eq!(ids(&store.serving().expect("one that answers"), &everything(&coin)), [1]);
    assert_eq!(store.request(), 5);
    let built = store.building().expect("one that is built");
    built.change(&[ticket(2, "coin")], &[], &done(5)).expect("a change");
    store.finish().expect("it takes over");
    assert_eq!(ids(&store.serving().expect("one that answers"), &everything(&coin)), [2]);
    drop((store, built));
    let names: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(names.len(), 1);
    let store = TicketStore::open(Some(folder.path())).expect("the store again");
    assert!(store.building().is_none());
    assert_eq!(ids(&store.serving().expect("one that answers"), &everything(&coin)), [2]);
}

/// While the index cannot be written a change fails, and is made whole afterwards: nothing is noted as done that is not.
#[test]
fn what_could_not_be_written_is_written_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let (there, away) = (folder.path().join("index"), folder.path().join("away"));
    let index = TicketIndex::open(Some(&there)).expect("an index");
    let at = |position| Progress { position, ..Progress::default() };
    index.change(&[ticket(1, "coin")], &[], &at(1)).expect("a change");
    std::fs::rename(&there, &away).expect("it is gone");
    for _ in 0..2 {
        index.change(&[ticket(2, "coin")], &[], &at(2)).expect_err("nowhere to write");
        assert_eq!(index.progress(), Some(at(1)));
    }
    std::fs::rename(&away, &there).expect("it is back");
    index.change(&[ticket(2, "coin")], &[], &at(2)).expect("a change");
    assert_eq!(ids(&index, &everything(&[wanted("coin")])), [2, 1]);
    drop(index);
    let index = TicketIndex::open(Some(&there)).expect("the index again");
    assert_eq!(ids(&index, &everything(&[wanted("coin")])), [2, 1]);
}
