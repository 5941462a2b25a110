//! Messages beside the corpus, in `probes.txt`: ways to ask, and what staff write every day.

use proofdesk_guard::outgoing::asks;

const PROBES: &str = include_str!("probes.txt");

/// Probes that are judged wrongly. The list may only become shorter.
const KNOWN_MISSES: &[&str] = &[
    "Let me log in for you. Username and password?",
    "You will get a text in a moment; tell me what it says.",
    "Which secret belongs to this key? Paste it.",
    "刚才的验证码失效了，再给我一个新的。",
    "Şif-re-ni-zi bize gönderin.",
];

/// One line: the language, the name of what is asked for or "nothing", and the text.
struct Probe {
    lang: &'static str,
    wanted: &'static str,
    text: &'static str,
}

impl Probe {
    fn holds(&self) -> bool {
        let found = asks(self.text);
        match self.wanted {
            "nothing" => found.is_empty(),
            wanted => found.iter().any(|ask| ask.wanted.as_str() == wanted),
        }
    }
}

fn probes() -> Vec<Probe> {
    let mut lang = "";
    let mut probes = Vec::new();
    for line in PROBES.lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("== "), line.split_once(" | ")) {
            (Some(heading), _) => lang = heading,
            (None, Some((wanted, text))) => probes.push(Probe { lang, wanted, text }),
            (None, None) => panic!("neither a heading nor a probe: {line}"),
        }
    }
    probes
}

#[test]
fn every_probe_is_judged_as_it_says() {
    let probes = probes();
    let is_known = |probe: &Probe| KNOWN_MISSES.contains(&probe.text);
    let wrong: Vec<_> = probes
        .iter()
        .filter(|probe| probe.holds() == is_known(probe))
        .map(|probe| {
            let found: Vec<_> = asks(probe.text).iter().map(|ask| ask.wanted.as_str()).collect();
            format!("{} {} {found:?} {}", probe.lang, probe.wanted, probe.text)
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_language_has_probes_of_both_sorts() {
    let probes = probes();
    for lang in ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"] {
        let count = |nothing: bool| {
            let of = |probe: &&Probe| probe.lang == lang && (probe.wanted == "nothing") == nothing;
            probes.iter().filter(of).count()
        };
        assert!(count(true) >= 8 && count(false) >= 6, "{lang}");
    }
}
