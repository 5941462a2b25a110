//! Using the exchange's token, and signing one for a demo.

use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::{Rx, Tx};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::jws::{Unverified, sign_hs256};
use super::{Claims, DevelopmentCustomer, SignedInCustomer, sql};
use crate::code::Code;
use crate::customer::actions::NewCustomer;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::exchange_key::{self, Algorithm, DEVELOPMENT_KID};
use crate::id::{BrandId, CustomerId, ExchangeKeyId, Id as _};
use crate::identity::{self, Identity, Level};
use crate::log::{self, NewEvent, Stream};
use crate::session::event::CustomerSignedIn;
use crate::session::{self, Client};
use crate::viewer::{CustomerViewer, Viewer};
use crate::{brand, customer, limits, verification};

/// Turns the exchange's token into a customer's session. The token is spent in the same transaction.
///
/// An account that is new to the brand becomes a customer; a known one follows what the exchange says of name, e-mail
/// address and uid (language and time zone only at first: from then on they are the customer's own choice here).
///
/// # Errors
/// `token-malformed`, `token-forged` (also for unknown and revoked keys and for another algorithm than the key's),
/// `token-audience`, `token-lifetime`, `token-expired`, `token-replayed`.
pub async fn verify_and_spend(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    token: &str,
    client: &Client,
) -> Result<SignedInCustomer> {
    let unverified = Unverified::parse(token)?;
    let stored = exchange_key::view::by_kid(tx, unverified.kid()).await?;
    let stored = stored.ok_or_else(|| Error::refused(Code::TokenForged))?;
    let claims = Claims::read(unverified.verify(&stored.verify_key(keyring)?)?)?;
    let spent_until = claims.check(&stored.key.audience, cx.now)?;
    let digest = spent_digest(stored.key.id, &claims.jti);
    if !sql::spend(tx, &digest, spent_until).await? {
        return Err(Error::refused(Code::TokenReplayed));
    }
    sign_in(tx, cx, stored.key.brand_id, &claims, client).await
}

/// One key's token ids are its own: two exchanges may use the same.
fn spent_digest(key: ExchangeKeyId, jti: &str) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(b"proofdesk.spent-token.v1\0");
    hasher.update(key.uuid().as_bytes());
    hasher.update(jti.as_bytes());
    hasher.finalize().into()
}

async fn sign_in(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    claims: &Claims,
    client: &Client,
) -> Result<SignedInCustomer> {
    let says = says(brand_id, claims);
    let known = identity::view::find(tx, brand_id, identity::PORTAL, &claims.sub).await?;
    let mut events = Vec::new();
    let (identity, chain) = match known {
        Some(identity) => {
            let chain = log::lock(tx, &Stream::Customer(identity.customer_id)).await?;
            let changed =
                customer::actions::follow_exchange(tx, cx, identity.customer_id, &says).await;
            events.extend(changed.map_err(malformed)?);
            (identity, chain)
        }
        None => {
            let (customer, created) =
                customer::actions::insert(tx, cx, &says).await.map_err(malformed)?;
            let (identity, added) =
                add_identity(tx, cx, brand_id, customer.id, &claims.sub).await?;
            events.extend([created, added]);
            (identity, log::lock(tx, &Stream::Customer(customer.id)).await?)
        }
    };
    let customer_id = identity.customer_id;
    let opened =
        session::actions::open_for_customer(tx, cx, customer_id, identity.id, client).await?;
    let until = Some(opened.expires_at);
    events.push(identity::actions::set_level(tx, &identity, Level::SignedIn, until).await?);
    let session_id = opened.session_id;
    let signed_in = CustomerSignedIn { customer_id, identity_id: identity.id, session_id };
    events.push(NewEvent::of(&signed_in)?);
    cx.viewer = Viewer::Customer(CustomerViewer {
        customer_id,
        identity_id: identity.id,
        brand_id,
        session_id,
    });
    chain.append(tx, cx, &events).await?;
    Box::pin(verification::actions::proven(tx, cx, &identity, Level::SignedIn)).await?;
    Ok(SignedInCustomer { customer_id, identity_id: identity.id, brand_id, session: opened })
}

async fn add_identity(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    customer_id: CustomerId,
    sub: &str,
) -> Result<(Identity, NewEvent)> {
    let identity = Identity {
        id: cx.id(),
        brand_id,
        customer_id,
        kind: identity::PORTAL.to_owned(),
        subject: sub.to_owned(),
        level: Level::None,
        level_until: None,
        created_at: cx.now,
    };
    match identity::actions::insert(tx, &identity).await? {
        Some(event) => Ok((identity, event)),
        // Another token of the same account came first, between our look and our write: the next run finds it.
        None => Err(proofdesk_store::Error::Conflict.into()),
    }
}

fn says(brand_id: BrandId, claims: &Claims) -> NewCustomer {
    NewCustomer {
        brand_id,
        name: claims.name.clone(),
        email: claims.email.clone(),
        phone: None,
        uid: claims.uid.clone(),
        locale: claims.locale.as_deref().and_then(Locale::parse),
        // A zone that we do not know is no reason to keep a customer out.
        time_zone: claims.zoneinfo.clone().filter(|zone| jiff::tz::TimeZone::get(zone).is_ok()),
    }
}

/// A claim that cannot be stored is the token's fault, not the customer's.
fn malformed(error: Error) -> Error {
    match error {
        Error::Refused(refusal) if !refusal.fields.is_empty() => {
            Error::refused(Code::TokenMalformed)
        }
        other => other,
    }
}

#[derive(Serialize)]
struct DevelopmentClaims<'a> {
    #[serde(flatten)]
    customer: &'a DevelopmentCustomer,
    aud: &'a str,
    jti: String,
    iat: u64,
    exp: u64,
}

/// Signs a token as the exchange would, with the key `development` that only a demo adds.
///
/// # Errors
/// `not-found` where there is no such key.
pub async fn sign_development(
    rx: &Rx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    customer: &DevelopmentCustomer,
) -> Result<String> {
    let stored = development_key(rx, DEVELOPMENT_KID).await?;
    signed(cx, keyring, &stored, customer)
}

/// The same at the address of a brand, by its slug: for that brand, with a key of its own where it is another brand than the one
/// whose key a demo added. `None`, and a slug that no brand has, is every other address.
///
/// # Errors
/// `not-found` where no demo added a key, or the brand's was revoked.
pub async fn sign_development_at(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    slug: Option<&str>,
    customer: &DevelopmentCustomer,
) -> Result<String> {
    let stored = development_key(tx, DEVELOPMENT_KID).await?;
    let brand = brand::view::of_address(tx, slug).await?;
    let Some(brand) = brand.filter(|brand| brand.id != stored.key.brand_id) else {
        return signed(cx, keyring, &stored, customer);
    };
    let kid = exchange_key::actions::add_development_of(tx, cx, keyring, &brand).await?;
    let own = development_key(tx, &kid).await?;
    // Somebody may have given the name to a key of another brand.
    match own.key.brand_id == brand.id {
        true => signed(cx, keyring, &own, customer),
        false => Err(Error::refused(Code::NotFound)),
    }
}

async fn development_key(rx: &Rx<'_>, kid: &str) -> Result<exchange_key::Stored> {
    let stored = exchange_key::view::by_kid(rx, kid).await?;
    stored.filter(|stored| stored.key.algorithm == Algorithm::Hs256).or_not_found()
}

fn signed(
    cx: &mut Cx,
    keyring: &Keyring,
    stored: &exchange_key::Stored,
    customer: &DevelopmentCustomer,
) -> Result<String> {
    let claims = DevelopmentClaims {
        customer,
        aud: &stored.key.audience,
        jti: hex::encode(cx.bytes::<16>()),
        iat: cx.now.seconds(),
        exp: cx.now.seconds() + limits::EXCHANGE_TOKEN_LIFETIME.as_secs(),
    };
    sign_hs256(&stored.secret(keyring)?, &stored.key.kid, &claims)
}
