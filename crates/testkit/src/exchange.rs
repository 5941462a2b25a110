use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::pkcs8::EncodePublicKey as _;
use ed25519_dalek::{Signer as _, SigningKey};
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_desk::exchange_key::NewMaterial;
use proofdesk_desk::exchange_key::actions::{NewExchangeKey, add};
use proofdesk_desk::id::BrandId;
use proofdesk_desk::{Cx, Desk, Timestamp};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::client::{Answer, Client};
use crate::totp::base64url;

/// An exchange that signs tokens for its customers, written by hand from RFC 7515, so that the desk's own code is not its
/// own judge.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub kid: String,
    pub audience: String,
    pub signer: Signer,
    tokens: Arc<AtomicU64>,
}

/// With what an exchange signs.
#[derive(Clone, Debug)]
pub enum Signer {
    Hs256(String),
    EdDsa(Box<SigningKey>),
}

impl Exchange {
    /// Adds a key with a shared secret.
    pub async fn hs256(desk: &Desk, cx: Cx, brand_id: BrandId, kid: &str) -> Self {
        let secret = format!("{kid}: a secret that both sides know well");
        let material = NewMaterial::Hs256(Some(secret.clone()));
        Self::added(desk, cx, brand_id, kid, material, Signer::Hs256(secret)).await
    }

    /// Adds a public key.
    pub async fn eddsa(desk: &Desk, cx: Cx, brand_id: BrandId, kid: &str) -> Self {
        let key = SigningKey::from_bytes(&[42; 32]);
        let pem = key.verifying_key().to_public_key_pem(Default::default()).expect("a PEM");
        Self::added(desk, cx, brand_id, kid, NewMaterial::EdDsa(pem), Signer::EdDsa(Box::new(key)))
            .await
    }

    async fn added(
        desk: &Desk,
        cx: Cx,
        brand_id: BrandId,
        kid: &str,
        material: NewMaterial,
        signer: Signer,
    ) -> Self {
        let audience = format!("https://{kid}.example.com");
        let new =
            NewExchangeKey { brand_id, kid: kid.to_owned(), audience: audience.clone(), material };
        let keyring = desk.keyring().clone();
        desk.write(cx, async move |tx, cx| add(tx, cx, &keyring, &new).await).await.expect("a key");
        Self { kid: kid.to_owned(), audience, signer, tokens: Arc::default() }
    }

    /// A token as it should be, for one use.
    pub fn token(&self, sub: &str, now: Timestamp) -> String {
        self.sign(&self.claims(sub, now))
    }

    /// The claims of such a token, to be spoiled.
    pub fn claims(&self, sub: &str, now: Timestamp) -> Value {
        let jti = format!("{}-{}", self.kid, self.tokens.fetch_add(1, Ordering::Relaxed));
        json!({
            "sub": sub,
            "jti": jti,
            "aud": self.audience,
            "iat": now.seconds(),
            "exp": now.seconds() + 300,
            "name": format!("{sub} of {}", self.kid),
            "email": format!("{sub}@{}.example.com", self.kid),
            "uid": format!("uid-{sub}"),
            "locale": "en",
            "zoneinfo": "Asia/Singapore",
        })
    }

    pub fn sign(&self, claims: &Value) -> String {
        let alg = match self.signer {
            Signer::Hs256(_) => "HS256",
            Signer::EdDsa(_) => "EdDSA",
        };
        self.sign_with(&json!({ "alg": alg, "kid": self.kid, "typ": "JWT" }), claims)
    }

    /// Tells the desk something, signed as docs/exchange-events.md wants it.
    pub async fn tell(&self, client: &Client, now: Timestamp, body: &Value) -> Answer {
        let body = body.to_string();
        let timestamp = now.seconds().to_string();
        let signature = self.event_signature(&timestamp, &body);
        client
            .post("/api/v1/exchange/events")
            .header("proofdesk-key", &self.kid)
            .header("proofdesk-timestamp", &timestamp)
            .header("proofdesk-signature", &signature)
            .bytes("application/json", body)
            .send()
            .await
    }

    /// The signature of events, Base64.
    pub fn event_signature(&self, timestamp: &str, body: &str) -> String {
        let input = format!("proofdesk.events.v1.{timestamp}.{body}");
        STANDARD.encode(self.raw_signature(input.as_bytes()))
    }

    fn raw_signature(&self, input: &[u8]) -> Vec<u8> {
        match &self.signer {
            Signer::Hs256(secret) => {
                let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
                mac.update(input);
                mac.finalize().into_bytes().to_vec()
            }
            Signer::EdDsa(key) => key.sign(input).to_bytes().to_vec(),
        }
    }

    /// Signs under any header, such as one that lies.
    pub fn sign_with(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| base64url(value.to_string().as_bytes());
        let input = format!("{}.{}", part(header), part(claims));
        format!("{input}.{}", base64url(&self.raw_signature(input.as_bytes())))
    }
}
