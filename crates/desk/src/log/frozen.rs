//! Payload structs are frozen: this is how their tests say so.

/// Checks that a payload is written as its snapshot says, and that the snapshot reads back as the same payload.
///
/// The snapshot is named after kind and version, so a changed struct fails the test of its version. The way out is a new
/// `V` with an upcaster for the old one, never a new snapshot of the old version: events of it rest in databases.
///
/// Use it in the noun's tests, with values for every field (`None` freezes nothing but `null`): `assert_frozen!(Payload { … })`.
macro_rules! assert_frozen {
    ($payload:expr) => {{
        let payload = $payload;
        let (name, json) = $crate::log::frozen::written(&payload);
        insta::assert_snapshot!(name, json);
        $crate::log::frozen::assert_reads_back(&payload, &json);
    }};
}
pub(crate) use assert_frozen;

use super::Payload;

/// The snapshot's name and the JSON, one field a line, in the order of the struct.
#[expect(clippy::expect_used, reason = "tests fail by panicking")]
pub(crate) fn written<P: Payload>(payload: &P) -> (String, String) {
    let json = serde_json::to_string_pretty(payload).expect("a payload is JSON");
    (format!("{}@{}", P::KIND, P::V), json)
}

#[expect(clippy::expect_used, reason = "tests fail by panicking")]
pub(crate) fn assert_reads_back<P>(payload: &P, json: &str)
where
    P: Payload + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let read: P = serde_json::from_str(json).expect("a payload reads back");
    assert_eq!(&read, payload);
}

#[cfg(test)]
mod tests {
    use crate::log::checkpoint::KeyAdded;
    use crate::log::erasure::{Erased, Subject};
    use crate::time::Timestamp;

    #[test]
    fn payloads_of_the_log_are_frozen() {
        crate::log::frozen::assert_frozen!(KeyAdded {
            key_id: "00c0ffee".to_owned(),
            public_key: "07".repeat(32)
        });
        crate::log::frozen::assert_frozen!(Erased {
            erasure_id: uuid::Uuid::from_u128(1),
            subject: Subject::Message,
            subject_id: uuid::Uuid::from_u128(2),
            at: Timestamp::from_micros(1_700_490_703_564_123),
        });
    }
}
