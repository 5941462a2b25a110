use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_desk::code::Code;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use utoipa::ToSchema;

use crate::problem::{Problem, Result};

/// Bytes of the tag in front of a cursor.
const TAG: usize = 16;

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Send it back as `cursor` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// A page of `limit` items cut from `limit + 1` that were asked for; `cursor` tells where the last one stands.
    ///
    /// # Errors
    /// Those of `cursor`.
    pub fn cut(
        mut items: Vec<T>,
        limit: u32,
        cursor: impl FnOnce(&T) -> Result<String>,
    ) -> Result<Self> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next_cursor = items.last().filter(|_| more).map(cursor).transpose()?;
        Ok(Self { items, next_cursor })
    }
}

/// Seals positions in lists, so that nobody can make one up, nor use one of another list.
#[derive(Clone)]
pub struct CursorKey([u8; 32]);

impl CursorKey {
    pub fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// Seals a position. `list` names the list with everything that its order and content depend on.
    ///
    /// # Errors
    /// `internal` when the position is no JSON, which none is.
    pub fn seal<T: Serialize>(&self, list: &str, position: &T) -> Result<String> {
        let json = serde_json::to_vec(position).map_err(|_never| Problem::new(Code::Internal))?;
        let mut bytes = self.tag(list, &json)?.to_vec();
        bytes.extend(json);
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Opens what [`CursorKey::seal`] sealed for the same list.
    ///
    /// # Errors
    /// `cursor-invalid`.
    pub fn open<T: DeserializeOwned>(&self, list: &str, cursor: &str) -> Result<T> {
        let invalid = || Problem::new(Code::CursorInvalid);
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_no_base64| invalid())?;
        let (tag, json) = bytes.split_at_checked(TAG).ok_or_else(invalid)?;
        if !bool::from(subtle::ConstantTimeEq::ct_eq(tag, &self.tag(list, json)?[..])) {
            return Err(invalid());
        }
        serde_json::from_slice(json).map_err(|_other_time| invalid())
    }

    fn tag(&self, list: &str, json: &[u8]) -> Result<[u8; TAG]> {
        let internal = || Problem::new(Code::Internal);
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).map_err(|_never| internal())?;
        mac.update(&u64::try_from(list.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(list.as_bytes());
        mac.update(json);
        mac.finalize().into_bytes().first_chunk::<TAG>().copied().ok_or_else(internal)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_ones_own_cursors_open(a: i64, b: i64, flip in 0usize..200) {
            let key = CursorKey::new([7; 32]);
            let cursor = key.seal("tickets?queue=mine", &(a, b)).unwrap();
            prop_assert_eq!(key.open::<(i64, i64)>("tickets?queue=mine", &cursor).unwrap(), (a, b));
            prop_assert!(key.open::<(i64, i64)>("tickets?queue=all", &cursor).is_err());
            prop_assert!(CursorKey::new([8; 32]).open::<(i64, i64)>("tickets?queue=mine", &cursor).is_err());
            let mut forged: Vec<char> = cursor.chars().collect();
            let at = flip % forged.len();
            forged[at] = if forged[at] == 'A' { 'B' } else { 'A' };
            let forged: String = forged.into_iter().collect();
            prop_assert!(key.open::<(i64, i64)>("tickets?queue=mine", &forged).is_err());
        }

        #[test]
        fn nonsense_is_refused(text in ".{0,60}") {
            prop_assert!(CursorKey::new([7; 32]).open::<(i64, i64)>("l", &text).is_err());
        }
    }

    #[test]
    fn a_page_tells_whether_there_is_more() {
        let page = Page::cut(vec![1, 2, 3], 2, |last| Ok(last.to_string())).unwrap();
        assert_eq!((page.items, page.next_cursor.as_deref()), (vec![1, 2], Some("2")));
        let page = Page::cut(vec![1, 2], 2, |last| Ok(last.to_string())).unwrap();
        assert_eq!(page.next_cursor, None);
    }
}
