//! A process that is killed at any moment leaves an index that holds exactly what its note says.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use proofdesk_search::{Best, Progress, TicketIndex, TicketQuestion, Wanted};

use super::ticket::ticket;

const FOLDER: &str = "PROOFDESK_TEST_SEARCH_FOLDER";

/// The process that is killed: it goes on from its note, a ticket a commit.
#[test]
#[expect(clippy::disallowed_methods, reason = "how the test tells its other half where to write")]
fn writes_until_it_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let index = TicketIndex::open(Some(Path::new(&folder))).expect("an index");
    let mut position = index.progress().map_or(0, |noted| noted.position);
    loop {
        position += 1;
        let put = [ticket(u128::try_from(position).expect("positive"), "coin")];
        index.change(&put, &[], &Progress { position, ..Progress::default() }).expect("a change");
        println!("committed {position}");
    }
}

#[test]
fn a_crash_loses_nothing_and_invents_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut acknowledged = 0_i64;
    for round in 0..6 {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "crash::writes_until_it_is_killed", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let mut told = 0;
        for line in out.lines() {
            let line = line.expect("a line");
            let Some(at) = line.rsplit_once("committed ") else { continue };
            acknowledged = at.1.trim().parse().expect("a position");
            told += 1;
            // While it is between one commit and the next, wherever that is.
            if told > round * 3 {
                break;
            }
        }
        child.kill().expect("it is killed");
        child.wait().expect("it is gone");
        let index = TicketIndex::open(Some(folder.path())).expect("the index again");
        let noted = index.progress().expect("a note").position;
        assert!(noted >= acknowledged, "{noted} of {acknowledged}");
        assert_eq!(i64::try_from(index.len()), Ok(noted));
        let coin = [Wanted { text: "coin".to_owned(), is_negated: false, is_phrase: false }];
        let question = TicketQuestion { best: Best::Oldest, ..TicketQuestion::of(&coin, 10_000) };
        let found = index.search(&question).expect("an answer");
        let expected = 1..=u128::try_from(noted).expect("positive");
        assert!(found.iter().map(|ticket| ticket.id.as_u128()).eq(expected), "round {round}");
    }
}
