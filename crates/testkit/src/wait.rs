use std::time::Duration;

use tokio::time::Instant;

/// How long a test waits for what must come. Only what never comes is to fail, however slow the machine is.
pub const PATIENCE: Duration = Duration::from_secs(180);
const PAUSE: Duration = Duration::from_millis(5);

/// Waits until a condition holds.
///
/// # Panics
/// When it does not in [`PATIENCE`], naming `what`.
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    until_some(what, async || holds().await.then_some(())).await;
}

/// Waits until there is something.
///
/// # Panics
/// When there is nothing in [`PATIENCE`], naming `what`.
pub async fn until_some<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "{what}: not within {PATIENCE:?}");
        // Delay because there is nothing to wait on: what is waited for happens in another task or process.
        tokio::time::sleep(PAUSE).await;
    }
}
