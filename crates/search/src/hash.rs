//! Numbers for bytes that are the same in every program and on every machine: what lies on disk is named and summed by them.
//! FNV-1a; they tell mistakes, and nobody who means harm.

/// Of bytes that come one after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sum(pub u64);

impl Default for Sum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Sum {
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// Of all of them at once.
pub(crate) fn fnv(bytes: &[u8]) -> u64 {
    let mut sum = Sum::default();
    sum.add(bytes);
    sum.0
}
