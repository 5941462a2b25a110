//! Sentences with a gap and the words that are put into it: `requests.txt` asks for every one of them, `replies.txt`, in
//! which staff only speak of secrets, for none.

use proofdesk_guard::outgoing::asks;

const REQUESTS: &str = include_str!("requests.txt");
const REPLIES: &str = include_str!("replies.txt");

fn filled(table: &str) -> Vec<String> {
    let mut words: Vec<&str> = Vec::new();
    let mut texts = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("== ") {
            Some(heading) => words = heading.split(" | ").collect(),
            None => texts.extend(words.iter().map(|word| line.replace("{}", word))),
        }
    }
    texts
}

#[test]
fn every_request_is_refused() {
    let requests = filled(REQUESTS);
    assert!(requests.len() >= 600, "{}", requests.len());
    let missed: Vec<_> = requests.iter().filter(|request| asks(request).is_empty()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn talk_about_secrets_asks_for_nothing() {
    let replies = filled(REPLIES);
    assert!(replies.len() >= 600, "{}", replies.len());
    let refused: Vec<_> = replies.iter().filter(|reply| !asks(reply).is_empty()).collect();
    assert!(refused.is_empty(), "{refused:#?}");
}
