//! What the process says about itself, on standard error, one line an event. Every line passes the guard first: what a
//! customer typed may be inside of an error, and a log is read by more people than a ticket. A panic is told the same way.

mod line;

use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, IsTerminal as _, Write};
use std::panic::{self, PanicHookInfo};

use anyhow::{Context as _, Result};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::layer::{Layer, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Registry, fmt};

use crate::config::{Log, LogFormat};
use crate::telemetry::Telemetry;

/// Sets the process's log up, once, and what is traced beside it.
///
/// # Errors
/// When the filter is no filter.
pub fn start(log: &Log, telemetry: Option<&Telemetry>) -> Result<()> {
    let Some(telemetry) = telemetry else { return start_into(log, io::stderr) };
    let filter = filter(log)?;
    let is_json = matches!(log.format, LogFormat::Json);
    let writer = move || Guarded { to: io::stderr(), is_json };
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match log.format {
        LogFormat::Json => {
            let lines = fmt::layer().json().flatten_event(true).with_writer(writer);
            lines.with_filter(filter).boxed()
        }
        LogFormat::Text => {
            let lines = fmt::layer().with_ansi(io::stderr().is_terminal()).with_writer(writer);
            lines.with_filter(filter).boxed()
        }
    };
    // As below.
    let _kept = tracing_subscriber::registry().with(lines).with(telemetry.layer()).try_init();
    Ok(())
}

/// What the search engine warns of whenever a segment that it merges loses its last document meanwhile. Nothing is lost and nobody
/// can do anything, so that only a filter that names the engine lets it through.
const NOISE: &str = "tantivy::indexer::segment_manager=error";

fn filter(log: &Log) -> Result<EnvFilter> {
    let filter = EnvFilter::builder().parse(&log.filter);
    let filter = filter.with_context(|| format!("log.filter {:?}", log.filter))?;
    let warns = filter.max_level_hint().is_none_or(|level| level >= LevelFilter::WARN);
    let is_wanted = !warns || log.filter.contains("tantivy");
    Ok(if is_wanted { filter } else { filter.add_directive(NOISE.parse()?) })
}

/// The log alone, into something else than standard error.
///
/// # Errors
/// As [`start`].
pub fn start_into<W: Write + 'static>(
    log: &Log,
    to: impl Fn() -> W + Send + Sync + 'static,
) -> Result<()> {
    let filter = filter(log)?;
    let is_json = matches!(log.format, LogFormat::Json);
    let writer = move || Guarded { to: to(), is_json };
    let subscriber = fmt().with_env_filter(filter).with_writer(writer);
    // A second start in one process (tests) keeps the first subscriber.
    let _kept = match log.format {
        LogFormat::Json => subscriber.json().flatten_event(true).try_init(),
        LogFormat::Text => subscriber.with_ansi(io::stderr().is_terminal()).try_init(),
    };
    Ok(())
}

/// Has panics told in the log, masked like all of it, or on standard error where there is no log yet.
pub fn guard_panics() {
    panic::set_hook(Box::new(tell_panic));
}

/// Masks secrets in a text that a command prints on standard error.
pub fn masked(text: &str) -> String {
    line::masked(text, false)
}

fn tell_panic(info: &PanicHookInfo<'_>) {
    let reason = reason(info.payload());
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let backtrace = Backtrace::capture();
    let trace = match backtrace.status() {
        BacktraceStatus::Captured => backtrace.to_string(),
        _ => String::new(),
    };
    if tracing::enabled!(tracing::Level::ERROR) {
        tracing::error!(reason, place, trace, "panicked");
    } else {
        eprintln!("{}", masked(&format!("panicked at {place}: {reason} {trace}")));
    }
}

fn reason(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no reason given")
}

/// Masks secrets in whatever is written through it. Each write is a line of its own, as `tracing` makes them.
struct Guarded<W> {
    to: W,
    is_json: bool,
}

impl<W: Write> Write for Guarded<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        self.to.write_all(line::masked(&text, self.is_json).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
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

    /// What is logged meanwhile.
    fn logged(is_json: bool, say: impl FnOnce()) -> String {
        let kept = Kept::default();
        let sink = kept.clone();
        let writer = move || Guarded { to: sink.clone(), is_json };
        let subscriber = fmt().with_writer(writer);
        if is_json {
            let subscriber = subscriber.json().flatten_event(true).finish();
            tracing::subscriber::with_default(subscriber, say);
        } else {
            tracing::subscriber::with_default(subscriber.finish(), say);
        }
        let said = kept.0.lock().unwrap().clone();
        String::from_utf8(said).unwrap()
    }

    #[derive(Debug)]
    #[expect(dead_code, reason = "it is printed")]
    struct Letter {
        body: String,
    }

    #[test]
    fn no_secret_is_logged_in_either_format() {
        let chain = || {
            let deepest = anyhow::anyhow!("cannot read {PHRASE:?}");
            deepest.context("the job failed").context("a page of a walk")
        };
        let letter = Letter { body: PHRASE.replace(' ', "\n") };
        let says: [&dyn Fn(); 5] = [
            &|| tracing::warn!(error = %format!("cannot read {PHRASE:?}"), "a job failed"),
            &|| tracing::warn!(error = ?chain(), "a job failed"),
            &|| tracing::warn!(error = %format!("{:#}", chain()), "a job failed"),
            &|| tracing::warn!(?letter, json = %serde_json::json!({ "a": PHRASE }), "a job failed"),
            &|| {
                let _entered = tracing::info_span!("request", id = PHRASE).entered();
                tracing::warn!("a job failed");
            },
        ];
        for is_json in [true, false] {
            for say in says {
                let said = logged(is_json, say);
                assert!(said.contains("a job failed") && said.contains("⟦seed-phrase⟧"), "{said}");
                assert!(!said.contains("sausage"), "{said}");
            }
        }
    }

    #[test]
    fn a_merge_of_the_search_engine_is_told_to_who_asks_for_it() {
        let of = |text: &str| {
            filter(&Log { filter: text.to_owned(), format: LogFormat::Text }).unwrap().to_string()
        };
        assert!(of("info").contains(NOISE));
        assert!(of("warn,proofdesk=debug").contains(NOISE));
        for asked in ["off", "error", "info,tantivy=warn"] {
            assert!(!of(asked).contains(NOISE), "{asked}");
        }
    }

    #[test]
    fn a_panic_is_told_in_the_log_without_the_secret() {
        let before = panic::take_hook();
        guard_panics();
        let said = logged(true, || {
            let panicked = panic::catch_unwind(|| panic!("no such words: {PHRASE}"));
            assert!(panicked.is_err());
        });
        panic::set_hook(before);
        assert!(said.contains("\"panicked\"") && said.contains("logging.rs"), "{said}");
        assert!(said.contains("⟦seed-phrase⟧") && !said.contains("sausage"), "{said}");
    }
}
