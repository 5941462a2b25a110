//! Adding and revoking keys of the exchange.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::event::{ExchangeKeyAdded, ExchangeKeyRevoked};
use super::{
    AddedKey, Algorithm, DEVELOPMENT_KID, ExchangeKey, NewMaterial, Stored, check_public_key,
    check_secret, place, sql, view,
};
use crate::brand::Brand;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{BrandId, ExchangeKeyId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;
use crate::viewer::Viewer;
use crate::{brand, limits, session};

/// A key to be added.
#[derive(Clone, Debug)]
pub struct NewExchangeKey {
    /// Whose customers it proves.
    pub brand_id: BrandId,
    /// Unique in the desk; letters, digits, `.`, `_` and `-`.
    pub kid: String,
    /// What a token's `aud` must contain: best the desk's own address.
    pub audience: String,
    pub material: NewMaterial,
}

/// Adds a key. A secret that is made for it is shown once.
///
/// # Errors
/// `no-permission` without `brand.manage`; `second-factor-required`; `field-taken` for the key id; `field-too-short` for
/// a secret under 32 bytes; `field-invalid` for what is no Ed25519 public key; `limit-reached`.
pub async fn add(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    new: &NewExchangeKey,
) -> Result<AddedKey> {
    cx.viewer.require(Permission::BrandManage)?;
    session::actions::require_step_up(tx, cx).await?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    if brand::view::find(tx, new.brand_id).await?.is_none() {
        return Err(Error::field("brand_id", Code::FieldInvalid));
    }
    let all: Vec<ExchangeKey> = tx.query(view::LIST, &[]).await?;
    if all.len() >= limits::EXCHANGE_KEYS {
        return Err(Error::limit_reached(limits::EXCHANGE_KEYS));
    }
    let id: ExchangeKeyId = cx.id();
    let (algorithm, material, secret) = prepare(cx, keyring, id, &new.material)?;
    let key = ExchangeKey {
        id,
        brand_id: new.brand_id,
        kid: read_kid(&new.kid)?,
        algorithm,
        audience: Clean::line("audience", &new.audience, limits::EXCHANGE_NAME_CHARS)?
            .as_str()
            .to_owned(),
        created_at: cx.now,
        revoked_at: None,
    };
    if !sql::insert(tx, &Stored { key, material }).await? {
        return Err(Error::field("kid", Code::FieldTaken));
    }
    let event = ExchangeKeyAdded { exchange_key_id: id, brand_id: new.brand_id, algorithm };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(AddedKey { id, secret })
}

/// Adds the key `development`, with which the development page signs tokens as an exchange would, unless the desk has or
/// had one. Only a desk that is configured for development calls this.
///
/// # Errors
/// As [`add`].
pub async fn add_development(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    brand_id: BrandId,
) -> Result<()> {
    add_signing(tx, cx, keyring, brand_id, DEVELOPMENT_KID).await
}

/// The same for a brand that the development page is asked for at its own address: its key has the brand's slug in its name. The desk
/// itself adds it, because nobody is signed in there. Returns its name.
///
/// # Errors
/// As [`add`].
pub(crate) async fn add_development_of(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    brand: &Brand,
) -> Result<String> {
    let kid = format!("{DEVELOPMENT_KID}-{}", brand.slug);
    let viewer = std::mem::replace(&mut cx.viewer, Viewer::System("development"));
    let added = add_signing(tx, cx, keyring, brand.id, &kid).await;
    cx.viewer = viewer;
    added.map(|()| kid)
}

async fn add_signing(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    brand_id: BrandId,
    kid: &str,
) -> Result<()> {
    let all: Vec<ExchangeKey> = tx.query(view::LIST, &[]).await?;
    if all.iter().any(|key| key.kid == kid) {
        return Ok(());
    }
    let new = NewExchangeKey {
        brand_id,
        kid: kid.to_owned(),
        audience: "proofdesk-development".to_owned(),
        material: NewMaterial::Hs256(None),
    };
    add(tx, cx, keyring, &new).await?;
    Ok(())
}

type Prepared = (Algorithm, Vec<u8>, Option<String>);

fn prepare(
    cx: &mut Cx,
    keyring: &Keyring,
    id: ExchangeKeyId,
    new: &NewMaterial,
) -> Result<Prepared> {
    let seal = |secret: &str| keyring.seal(&place(id), secret.as_bytes());
    match new {
        NewMaterial::Hs256(Some(secret)) => {
            check_secret(secret)?;
            Ok((Algorithm::Hs256, seal(secret), None))
        }
        NewMaterial::Hs256(None) => {
            let secret = URL_SAFE_NO_PAD.encode(cx.bytes::<32>());
            Ok((Algorithm::Hs256, seal(&secret), Some(secret)))
        }
        NewMaterial::EdDsa(pem) => {
            check_public_key(pem)?;
            Ok((Algorithm::EdDsa, pem.trim().as_bytes().to_vec(), None))
        }
    }
}

fn read_kid(typed: &str) -> Result<String> {
    let kid = Clean::line("kid", typed, limits::EXCHANGE_NAME_CHARS)?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if kid.as_str().chars().all(allowed) {
        return Ok(kid.as_str().to_owned());
    }
    Err(Error::field("kid", Code::FieldInvalid))
}

/// Revokes a key: tokens signed with it open nothing from now on. Sessions that they opened go on.
///
/// # Errors
/// `no-permission`; `second-factor-required`; `not-found` for keys that are unknown or revoked.
pub async fn revoke(tx: &Tx<'_>, cx: &mut Cx, id: ExchangeKeyId) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    session::actions::require_step_up(tx, cx).await?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    if !sql::revoke(tx, id, cx.now).await? {
        return Err(Error::refused(Code::NotFound));
    }
    chain.append(tx, cx, &[NewEvent::of(&ExchangeKeyRevoked { exchange_key_id: id })?]).await?;
    Ok(())
}
