//! Payloads of events as tables: a struct, its kind and its version on one line, its fields below.

/// Makes payload structs. They are frozen: the snapshot at the foot of this file holds one line of each.
macro_rules! payloads {
    ($($(#[$doc:meta])* $name:ident = $kind:literal v $v:literal { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $(pub $field: $ty),* }

        impl $crate::log::Payload for $name {
            const KIND: &'static str = $kind;
            const V: i64 = $v;
        }
    )*};
}

pub(crate) use payloads;
