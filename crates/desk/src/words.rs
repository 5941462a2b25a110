//! Closed sets of words that rows, payloads and the wire share.

/// Makes an enum whose variants have one stable text each, for rows, payloads and the wire.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// Every word, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
                match text { $($text => Ok(Self::$variant),)* _ => Err($crate::words::UnknownWord) }
            }
        }

        impl proofdesk_store::ToValue for $name {
            fn to_value(&self) -> proofdesk_store::Value<'_> {
                proofdesk_store::Value::Text(self.as_str())
            }
        }

        impl proofdesk_store::FromValue for $name {
            fn from_value(value: proofdesk_store::ValueRef<'_>) -> proofdesk_store::Result<Self> {
                let text = String::from_value(value)?;
                text.parse().map_err(|_unknown| {
                    let what = concat!("a word that is no ", stringify!($name));
                    proofdesk_store::Error::Decode(what.to_owned())
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> std::result::Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> std::result::Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use words;

/// A text that is none of the words.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("unknown word")]
pub struct UnknownWord;
