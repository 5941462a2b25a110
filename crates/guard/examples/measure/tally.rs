//! Counts what the guard finds, misses and masks without cause.

use std::collections::BTreeMap;

use proofdesk_guard::{Finding, Scan, scan};

use crate::Case;

/// What became of the cases of one kind or one language.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    pub cases: usize,
    /// No piece of any secret is left in the masked text.
    pub found: usize,
    /// A finding of the case's own kind overlaps a secret.
    pub right_kind: usize,
    /// Findings that overlap a secret, and all findings.
    pub true_findings: usize,
    pub findings: usize,
    pub innocent: usize,
    /// Innocent messages in which anything was masked.
    pub alarms: usize,
}

/// A case that did not go as it should.
pub struct Fault {
    pub what: &'static str,
    pub id: String,
    pub layout: String,
    pub text: String,
    pub masked: String,
    /// Where the first secret stands, or the first finding where there is none.
    pub place: usize,
}

#[derive(Default)]
pub struct Tally {
    pub kinds: BTreeMap<String, Count>,
    pub languages: BTreeMap<String, Count>,
    /// Cases by kind and, within it, by language.
    pub both: BTreeMap<String, BTreeMap<String, Count>>,
    pub total: Count,
    pub faults: Vec<Fault>,
}

impl Tally {
    pub fn of(cases: &[Case]) -> Self {
        let mut tally = Tally::default();
        for case in cases {
            tally.add(case, &scan(&case.text));
        }
        tally
    }

    fn add(&mut self, case: &Case, scan: &Scan) {
        let spans = spans(case);
        let result = result(case, scan, &spans);
        self.total.add(&result);
        self.languages.entry(case.lang.clone()).or_default().add(&result);
        if let Some(kind) = &case.kind {
            let own = Count { findings: 0, true_findings: 0, ..result };
            self.kinds.entry(kind.clone()).or_default().add(&own);
            let languages = self.both.entry(kind.clone()).or_default();
            languages.entry(case.lang.clone()).or_default().add(&own);
        }
        for finding in &scan.findings {
            let count = self.kinds.entry(finding.kind.as_str().to_owned()).or_default();
            count.findings += 1;
            count.true_findings += usize::from(overlaps(finding, &spans));
        }
        self.note(case, scan, &result);
    }

    fn note(&mut self, case: &Case, scan: &Scan, result: &Count) {
        let place = spans(case).first().map(|(start, _)| *start);
        let place = place.or(scan.findings.first().map(|it| it.start)).unwrap_or_default();
        let wrong = [
            ("missed", result.found < result.cases),
            ("other kind", result.right_kind < result.found),
            ("without cause", result.true_findings < result.findings),
        ];
        for (what, _) in wrong.into_iter().filter(|(_, happened)| *happened) {
            self.faults.push(Fault {
                what,
                id: case.id.clone(),
                layout: case.layout.clone(),
                text: case.text.clone(),
                masked: scan.masked.clone(),
                place,
            });
        }
    }
}

impl Count {
    fn add(&mut self, other: &Count) {
        self.cases += other.cases;
        self.found += other.found;
        self.right_kind += other.right_kind;
        self.true_findings += other.true_findings;
        self.findings += other.findings;
        self.innocent += other.innocent;
        self.alarms += other.alarms;
    }
}

fn result(case: &Case, scan: &Scan, spans: &[(usize, usize)]) -> Count {
    let secret = case.kind.is_some();
    let survives = case.secrets.iter().any(|secret| scan.masked.contains(secret.as_str()));
    let own = |finding: &&Finding| case.kind.as_deref() == Some(finding.kind.as_str());
    let right = scan.findings.iter().filter(own).any(|finding| overlaps(finding, spans));
    Count {
        cases: usize::from(secret),
        found: usize::from(secret && !survives),
        right_kind: usize::from(secret && !survives && right),
        true_findings: scan.findings.iter().filter(|it| overlaps(it, spans)).count(),
        findings: scan.findings.len(),
        innocent: usize::from(!secret),
        alarms: usize::from(!secret && !scan.is_clean()),
    }
}

/// Where the secrets stand, every time they do.
fn spans(case: &Case) -> Vec<(usize, usize)> {
    let places = |secret: &str| {
        let starts =
            case.text.match_indices(secret).map(|(start, found)| (start, start + found.len()));
        starts.collect::<Vec<_>>()
    };
    case.secrets.iter().flat_map(|secret| places(secret)).collect()
}

fn overlaps(finding: &Finding, spans: &[(usize, usize)]) -> bool {
    spans.iter().any(|(start, end)| finding.start < *end && *start < finding.end)
}
