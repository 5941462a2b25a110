//! What staff say of secrets without asking for one: every sentence of `replies.txt` with every word.

use proofdesk_guard::outgoing::asks;

const REPLIES: &str = include_str!("replies.txt");

fn replies() -> Vec<String> {
    let mut words: Vec<&str> = Vec::new();
    let mut replies = Vec::new();
    for line in REPLIES.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("== ") {
            Some(heading) => words = heading.split(" | ").collect(),
            None => replies.extend(words.iter().map(|word| line.replace("{}", word))),
        }
    }
    replies
}

#[test]
fn talk_about_secrets_asks_for_nothing() {
    let replies = replies();
    assert!(replies.len() >= 600, "{}", replies.len());
    let refused: Vec<_> = replies.iter().filter(|reply| !asks(reply).is_empty()).collect();
    assert!(refused.is_empty(), "{refused:#?}");
}
