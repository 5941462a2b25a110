use std::time::Duration;

use proofdesk_locale::Locale;
use rand_chacha::ChaCha12Rng;
use rand_core::{Rng as _, SeedableRng as _};

use crate::id::{Id, PublicId};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// What a verb needs of the world: the moment, the asker, fresh ids, and nothing else.
///
/// Made once at the edge. A write closure may run twice; each run gets a clone in the first state, so that the
/// second run makes the same ids and the result is the same.
#[derive(Clone, Debug)]
pub struct Cx {
    pub now: Timestamp,
    pub viewer: Viewer,
    /// Carried into logs and problem answers, so that a customer's "request id" finds the line.
    pub request_id: String,
    pub locale: Locale,
    /// Somebody can be asked what the exchange knows.
    pub(crate) has_bridge: bool,
    rng: ChaCha12Rng,
}

impl Cx {
    /// `seed` must be fresh random bytes of the operating system (in tests: any).
    pub fn new(
        now: Timestamp,
        viewer: Viewer,
        locale: Locale,
        request_id: String,
        seed: [u8; 32],
    ) -> Self {
        let rng = ChaCha12Rng::from_seed(seed);
        Self { now, viewer, request_id, locale, has_bridge: false, rng }
    }

    /// A new UUIDv7 of this moment (RFC 9562, section 5.7).
    pub fn id<T: Id>(&mut self) -> T {
        let random: [u8; 10] = self.bytes();
        T::from_uuid(
            uuid::Builder::from_unix_timestamp_millis(self.now.millis(), &random).into_uuid(),
        )
    }

    /// Another one of the same moment and asker, whose ids are its own: for an act that is several transactions.
    #[must_use]
    pub fn fork(&mut self) -> Self {
        let rng = ChaCha12Rng::from_seed(self.bytes());
        Self { rng, ..self.clone() }
    }

    /// A candidate public id; the caller checks that it is free.
    pub fn public_id(&mut self) -> PublicId {
        PublicId::from_bits(self.rng.next_u64())
    }

    /// Random bytes, unguessable: the generator is a stream cipher seeded by the operating system.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }

    /// A number in `0..n`; `n` is small, so the bias of the remainder does not matter.
    pub fn pick(&mut self, n: u32) -> u32 {
        self.rng.next_u32().checked_rem(n).unwrap_or(0)
    }

    /// The moment `duration` from now.
    pub fn after(&self, duration: Duration) -> Timestamp {
        self.now + duration
    }
}
