//! Guard and evidence on a typical message of 2 kB.

use anyhow::Result;

use crate::drive::now;
use crate::report::Line;
use crate::rows::BODY_TEXT;

/// The budget of the median, in microseconds.
const BUDGET_US: f64 = 100.0;

/// # Errors
/// None.
pub fn scan() -> Result<Line> {
    let mut text = String::new();
    while text.len() < 2_000 {
        text.push_str(BODY_TEXT);
        text.push_str(" tx 0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4\n");
    }
    let options = proofdesk_evidence::Options::default();
    let mut samples = Vec::with_capacity(20_000);
    for _ in 0..20_000 {
        let begun = now();
        let scan = proofdesk_guard::scan(std::hint::black_box(&text));
        std::hint::black_box(proofdesk_evidence::scan(&scan.masked, &options));
        samples.push(begun.elapsed());
    }
    let (p50, p99) = crate::report::percentiles(&samples);
    let mut line = Line::amount("evidence-guard-2kb", p50, BUDGET_US, "us p50");
    (line.p50, line.p99, line.n) = (p50, p99, 20_000);
    Ok(line)
}
