//! What the process says about itself, on standard error, one line an event. Every line passes the guard first: what a
//! customer typed may be inside of an error, and a log is read by more people than a ticket.

use std::io::{self, IsTerminal as _, Write};

use anyhow::{Context as _, Result};
use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// Sets the process's log up, once.
///
/// # Errors
/// When the filter is no filter.
pub fn start(log: &Log) -> Result<()> {
    let filter = EnvFilter::builder()
        .parse(&log.filter)
        .with_context(|| format!("log.filter {:?}", log.filter))?;
    let writer = || Guarded(io::stderr());
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(writer);
    // A second start in one process (tests) keeps the first subscriber.
    let _kept = match log.format {
        LogFormat::Json => subscriber.json().flatten_event(true).try_init(),
        LogFormat::Text => subscriber.with_ansi(io::stderr().is_terminal()).try_init(),
    };
    Ok(())
}

/// Masks secrets in whatever is written through it. Each write is a line of its own, as `tracing` makes them.
struct Guarded<W>(W);

impl<W: Write> Write for Guarded<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        self.0.write_all(proofdesk_guard::scan_by_rules(&text).masked.as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use std::sync::{Arc, Mutex};

    use super::*;

    const PHRASE: &str =
        "legal winner thank year wave sausage worth useful legal winner thank yellow";

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn no_secret_is_logged_in_either_format() {
        for json in [true, false] {
            let kept = Kept::default();
            let sink = kept.clone();
            let subscriber = tracing_subscriber::fmt().with_writer(move || Guarded(sink.clone()));
            let say = || tracing::warn!(error = %format!("cannot read {PHRASE:?}"), "a job failed");
            if json {
                tracing::subscriber::with_default(
                    subscriber.json().flatten_event(true).finish(),
                    say,
                );
            } else {
                tracing::subscriber::with_default(subscriber.finish(), say);
            }
            let said = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
            assert!(said.contains("a job failed") && said.contains("⟦seed-phrase⟧"), "{said}");
            assert!(!said.contains("sausage"), "{said}");
        }
    }
}
