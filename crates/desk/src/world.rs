//! Where time and randomness come from: asked only at the edges, which make a [`crate::Cx`] of the answers.

use std::sync::Arc;

use crate::time::Timestamp;

/// Where the time comes from. The server reads the machine's clock; a test holds one that it moves.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;
/// Where fresh randomness comes from: 32 bytes of the operating system per call; in tests a counter.
pub type Entropy = Arc<dyn Fn() -> [u8; 32] + Send + Sync>;

/// The clock of the machine.
pub fn system_clock() -> Clock {
    #[expect(clippy::disallowed_methods, reason = "this is the edge that reads the clock")]
    Arc::new(|| Timestamp::from_micros(jiff::Timestamp::now().as_microsecond()))
}

/// The operating system's generator.
pub fn system_entropy() -> Entropy {
    Arc::new(|| {
        let mut seed = [0; 32];
        #[expect(clippy::disallowed_methods, reason = "this is the edge that asks the system")]
        #[expect(
            clippy::expect_used,
            reason = "without randomness there are no sessions and no ids"
        )]
        getrandom::fill(&mut seed).expect("invariant: the operating system has randomness");
        seed
    })
}
