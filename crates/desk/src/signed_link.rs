//! Tokens of mailed links. One is a few letters that say what it opens, and the Base64 of the link's id and a MAC of that, under a key that
//! is not in the database: none rests anywhere, a mail that is sent twice carries the same link, and whoever reads the database cannot
//! make one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_sealing::{Keyring, Purpose};
use sha2::Sha256;
use uuid::Uuid;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::Id;

const ID_BYTES: usize = 16;

/// Links of one kind. A link of another kind is none of theirs, whatever stands before it: each kind has a key of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SignedLinks {
    pub prefix: &'static str,
    pub purpose: Purpose,
}

impl SignedLinks {
    /// The token of a link, safe in URLs.
    ///
    /// # Errors
    /// None in practice: an HMAC takes keys of any length.
    pub fn token(self, keyring: &Keyring, id: impl Id) -> Result<String> {
        let id = id.uuid();
        let mac = self.mac(keyring, id)?.finalize().into_bytes();
        let bytes = [id.as_bytes().as_slice(), mac.as_slice()].concat();
        Ok(format!("{}{}", self.prefix, URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// The link of a token, checked in constant time.
    ///
    /// # Errors
    /// `not-found` for what is no token of this kind.
    pub fn read<T: Id>(self, keyring: &Keyring, token: &str) -> Result<T> {
        let unknown = || Error::refused(Code::NotFound);
        let text = token.strip_prefix(self.prefix).ok_or_else(unknown)?;
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_no_token| unknown())?;
        let (id, shown) = bytes.split_at_checked(ID_BYTES).ok_or_else(unknown)?;
        let id = Uuid::from_slice(id).map_err(|_no_id| unknown())?;
        self.mac(keyring, id)?.verify_slice(shown).map_err(|_forged| unknown())?;
        Ok(T::from_uuid(id))
    }

    fn mac(self, keyring: &Keyring, id: Uuid) -> Result<Hmac<Sha256>> {
        let key = keyring.subkey(self.purpose);
        let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice())
            .map_err(|_any_length_fits| Error::Broken { what: "an HMAC key that does not fit" })?;
        mac.update(id.as_bytes());
        Ok(mac)
    }
}
