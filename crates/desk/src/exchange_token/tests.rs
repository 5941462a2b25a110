#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::pkcs8::EncodePublicKey as _;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};

use super::actions::{sign_development, sign_development_at, verify_and_spend};
use super::jws::{Unverified, sign_hs256};
use super::*;
use crate::brand::{self, actions::NewBrand};
use crate::code::Code;
use crate::customer;
use crate::error::{Error, Result};
use crate::exchange_key::actions::{NewExchangeKey, add, revoke};
use crate::exchange_key::{AddedKey, DEVELOPMENT_KID, NewMaterial};
use crate::identity::{self, Level};
use crate::log::Stream;
use crate::testing::{World, client, keyring};
use crate::viewer::Viewer;

const SECRET: &str = "a secret of the exchange, 32 bytes or more";
const AUDIENCE: &str = "https://desk.example.com";

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|e| e.code())
}

fn signing_key() -> SigningKey {
    SigningKey::from_bytes(&[9; 32])
}

fn public_pem() -> String {
    signing_key().verifying_key().to_public_key_pem(LineEnding::LF).unwrap()
}

async fn add_key(world: &World, kid: &str, material: NewMaterial) -> Result<AddedKey> {
    let (ring, brand_id) = (keyring(), world.brand_id);
    let new =
        NewExchangeKey { brand_id, kid: kid.to_owned(), audience: AUDIENCE.to_owned(), material };
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx, cx| add(tx, cx, &ring, &new).await).await
}

/// A desk with one key of each algorithm: `shared` and `public`.
async fn worlds() -> Vec<World> {
    let mut worlds = World::both().await;
    for world in &mut worlds {
        add_key(world, "shared", NewMaterial::Hs256(Some(SECRET.to_owned()))).await.unwrap();
        add_key(world, "public", NewMaterial::EdDsa(public_pem())).await.unwrap();
    }
    worlds
}

async fn show(world: &World, token: String) -> Result<SignedInCustomer> {
    let ring = keyring();
    let shown = world.write(world.anonymous_cx(), async move |tx, cx| {
        verify_and_spend(tx, cx, &ring, &token, &client()).await
    });
    shown.await
}

/// Claims that are right in every way.
fn claims(world: &World, jti: &str) -> Value {
    let now = world.now.seconds();
    json!({ "sub": "acct-1", "jti": jti, "aud": AUDIENCE, "iat": now, "exp": now + 300,
        "name": "Ada Lovelace", "email": "Ada@Example.com", "uid": "A1B2C3D4E5F60718",
        "locale": "zh-TW", "zoneinfo": "Asia/Taipei" })
}

fn changed(mut claims: Value, name: &str, value: Value) -> Value {
    let object = claims.as_object_mut().unwrap();
    if value.is_null() {
        object.remove(name)
    } else {
        object.insert(name.to_owned(), value)
    };
    claims
}

fn hs256(kid: &str, claims: &Value) -> String {
    sign_hs256(SECRET.as_bytes(), kid, claims).unwrap()
}

fn assemble(header: &Value, payload: &[u8], sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let input =
        [header.to_string().as_bytes(), payload].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(sign(input.as_bytes())))
}

fn eddsa(kid: &str, claims: &Value) -> String {
    let header = json!({ "alg": "EdDSA", "kid": kid });
    assemble(&header, claims.to_string().as_bytes(), |input| {
        signing_key().sign(input).to_bytes().to_vec()
    })
}

#[tokio::test]
async fn a_token_makes_a_customer_with_a_session() {
    for world in worlds().await {
        let came = show(&world, hs256("shared", &claims(&world, "1"))).await.unwrap();
        let cx = world.cx(&came.session).await;
        let Viewer::Customer(me) = cx.viewer else { panic!("no customer") };
        assert_eq!((me.customer_id, me.brand_id), (came.customer_id, world.brand_id));
        let own = world.read(async move |rx| customer::view::own(rx, &me).await).await.unwrap();
        assert_eq!(own.name.as_deref(), Some("Ada Lovelace"));
        assert_eq!(own.email.as_deref(), Some("ada@example.com"));
        assert_eq!(own.uid.as_deref(), Some("A1B2C3D4E5F60718"));
        assert_eq!((own.locale.as_str(), own.time_zone.as_str()), ("zh-Hant", "Asia/Taipei"));
        let [identity] = own.identities.as_slice() else { panic!("one identity") };
        assert_eq!(
            (identity.kind.as_str(), identity.subject.as_str()),
            (identity::PORTAL, "acct-1")
        );
        assert_eq!(identity.level_at(world.now), Level::SignedIn);
        assert_eq!(identity.level_at(came.session.expires_at), Level::None);
        let kinds = world.kinds(&Stream::Customer(came.customer_id)).await;
        assert_eq!(
            kinds,
            ["customer.created", "identity.added", "identity.verified", "customer.signed_in"]
        );
    }
}

#[tokio::test]
async fn the_same_account_is_the_same_customer_whichever_key_signs() {
    for mut world in worlds().await {
        let first = show(&world, hs256("shared", &claims(&world, "1"))).await.unwrap();
        world.now = world.now + Duration::from_secs(60);
        let moved = changed(claims(&world, "2"), "name", json!("Ada King"));
        let moved = changed(moved, "email", Value::Null);
        let second = show(&world, eddsa("public", &moved)).await.unwrap();
        assert_eq!(second.customer_id, first.customer_id);
        assert_ne!(second.session.session_id, first.session.session_id);
        let id = first.customer_id;
        let customer =
            world.read(async move |rx| customer::view::load(rx, id).await).await.unwrap().unwrap();
        assert_eq!(customer.name.as_deref(), Some("Ada King"));
        assert_eq!(customer.email.as_deref(), Some("ada@example.com"), "what is not said stays");
        assert!(world.kinds(&Stream::Customer(id)).await.contains(&"customer.changed".to_owned()));
    }
}

#[tokio::test]
async fn a_token_opens_once() {
    for world in worlds().await {
        let token = hs256("shared", &claims(&world, "1"));
        show(&world, token.clone()).await.unwrap();
        assert_eq!(code(show(&world, token).await), Some(Code::TokenReplayed));
        // The id is spent, whatever else the token says.
        let other = changed(claims(&world, "1"), "sub", json!("acct-2"));
        assert_eq!(code(show(&world, hs256("shared", &other)).await), Some(Code::TokenReplayed));
        // Another key's ids are its own.
        show(&world, eddsa("public", &claims(&world, "1"))).await.unwrap();
    }
}

#[tokio::test]
async fn a_token_shown_twice_at_once_opens_once() {
    for world in worlds().await {
        let token = hs256("shared", &claims(&world, "1"));
        let (a, b) = tokio::join!(show(&world, token.clone()), show(&world, token));
        let codes = [code(a), code(b)];
        assert!(
            codes == [None, Some(Code::TokenReplayed)]
                || codes == [Some(Code::TokenReplayed), None],
            "{codes:?}"
        );
    }
}

#[tokio::test]
async fn two_tokens_of_a_new_account_at_once_make_one_customer() {
    for world in worlds().await {
        let (a, b) = tokio::join!(
            show(&world, hs256("shared", &claims(&world, "1"))),
            show(&world, hs256("shared", &claims(&world, "2"))),
        );
        assert_eq!(a.unwrap().customer_id, b.unwrap().customer_id);
    }
}

#[tokio::test]
async fn forged_tokens_open_nothing() {
    for world in worlds().await {
        let right = claims(&world, "1");
        let text = right.to_string();
        let body = text.as_bytes();
        let good = hs256("shared", &right);
        let (input, signature) = good.rsplit_once('.').unwrap();
        let other = changed(right.clone(), "sub", json!("acct-2")).to_string();
        let header = good.split('.').next().unwrap();
        let public = public_pem();
        let with_public = |alg: &str, kid: &str| {
            assemble(&json!({ "alg": alg, "kid": kid }), body, |input| {
                let token = sign_raw(public.as_bytes(), input);
                URL_SAFE_NO_PAD.decode(token).unwrap()
            })
        };
        let small_order = assemble(&json!({ "alg": "EdDSA", "kid": "public" }), body, |_| {
            [[1u8].as_slice(), &[0; 63]].concat()
        });
        for (what, token) in [
            (
                "alg none",
                assemble(&json!({ "alg": "none", "kid": "shared" }), body, |_| Vec::new()),
            ),
            (
                "alg None",
                assemble(&json!({ "alg": "None", "kid": "public" }), body, |_| Vec::new()),
            ),
            ("no signature", format!("{input}.")),
            ("HS256 with the public key", with_public("HS256", "public")),
            ("that, called EdDSA", with_public("EdDSA", "public")),
            ("HS512", assemble(&json!({ "alg": "HS512", "kid": "shared" }), body, |_| vec![0; 64])),
            (
                "alg in lower case",
                assemble(&json!({ "alg": "hs256", "kid": "shared" }), body, |i| {
                    URL_SAFE_NO_PAD.decode(sign_raw(SECRET.as_bytes(), i)).unwrap()
                }),
            ),
            ("unknown kid", hs256("nobody", &right)),
            ("kid with zero byte", hs256("sha\0red", &right)),
            ("another key's kid", hs256("public", &right)),
            ("EdDSA under the shared kid", eddsa("shared", &right)),
            (
                "wrong secret",
                sign_hs256(b"another secret of 32 bytes or more", "shared", &right).unwrap(),
            ),
            ("changed claims", format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(&other))),
            ("small-order signature", small_order),
        ] {
            assert_eq!(code(show(&world, token).await), Some(Code::TokenForged), "{what}");
        }
        // The precondition: the token that they were made from is good.
        show(&world, good).await.unwrap();
    }
}

/// The signature of HS256 over `input`, as text.
fn sign_raw(secret: &[u8], input: &[u8]) -> String {
    use hmac::{Hmac, KeyInit as _, Mac as _};
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret).unwrap();
    mac.update(input);
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

#[tokio::test]
async fn malformed_tokens_are_called_so() {
    for world in worlds().await {
        let right = claims(&world, "1");
        let (iat, exp) = (world.now.seconds(), world.now.seconds() + 300);
        for (name, value) in [
            ("exp", json!(exp.to_string())),
            ("exp", json!(-1)),
            ("exp", json!(u64::MAX)),
            ("exp", json!(1e300)),
            ("exp", json!([exp])),
            ("iat", json!(iat.to_string())),
            ("jti", Value::Null),
            ("jti", json!("")),
            ("jti", json!(7)),
            ("sub", Value::Null),
            ("sub", json!("  ")),
            ("sub", json!("a\0b")),
            ("sub", json!("x".repeat(201))),
            ("aud", Value::Null),
            ("aud", json!({ "a": 1 })),
            ("email", json!("no address")),
            ("name", json!("a\0b")),
            ("name", json!("n".repeat(121))),
            ("name", json!(["Ada"])),
        ] {
            let token = hs256("shared", &changed(right.clone(), name, value.clone()));
            assert_eq!(
                code(show(&world, token).await),
                Some(Code::TokenMalformed),
                "{name}: {value}"
            );
        }
        let good = hs256("shared", &right);
        let twice = format!("{},\"sub\":\"acct-2\"}}", right.to_string().trim_end_matches('}'));
        let header = json!({ "alg": "HS256", "kid": "shared" });
        let sign =
            |input: &[u8]| URL_SAFE_NO_PAD.decode(sign_raw(SECRET.as_bytes(), input)).unwrap();
        let critical = json!({ "alg": "HS256", "kid": "shared", "crit": ["b64"], "b64": false });
        for (what, token) in [
            ("empty", String::new()),
            ("no dots", "token".to_owned()),
            ("two parts", "a.b".to_owned()),
            ("four parts", format!("{good}.a")),
            ("dots alone", "..".to_owned()),
            ("padding", good.replacen('.', "=.", 1)),
            ("not base64", format!("{good}ä")),
            ("too long", good.clone() + &"A".repeat(limits())),
            ("no kid", assemble(&json!({ "alg": "HS256" }), right.to_string().as_bytes(), sign)),
            ("no alg", assemble(&json!({ "kid": "shared" }), right.to_string().as_bytes(), sign)),
            ("critical extension", assemble(&critical, right.to_string().as_bytes(), sign)),
            ("a claim twice", assemble(&header, twice.as_bytes(), sign)),
            ("claims that are a list", assemble(&header, b"[]", sign)),
            ("claims that are no UTF-8", assemble(&header, b"\xff\xfe", sign)),
        ] {
            assert_eq!(code(show(&world, token).await), Some(Code::TokenMalformed), "{what}");
        }
        show(&world, good).await.unwrap();
    }
}

fn limits() -> usize {
    crate::limits::EXCHANGE_TOKEN_BYTES
}

#[tokio::test]
async fn times_and_audiences_are_checked() {
    for mut world in worlds().await {
        let now = i64::try_from(world.now.seconds()).unwrap();
        let timed = |iat: i64, exp: i64| {
            let claims = changed(claims(&world, &format!("{iat}-{exp}")), "iat", json!(iat));
            hs256("shared", &changed(claims, "exp", json!(exp)))
        };
        for (iat, exp, expected) in [
            (now, now + 600, None),
            (now, now + 601, Some(Code::TokenLifetime)),
            (now, now + 10 * 365 * 24 * 3600, Some(Code::TokenLifetime)),
            (now - 601, now, Some(Code::TokenLifetime)),
            (now, now, Some(Code::TokenLifetime)),
            (now, now - 1, Some(Code::TokenLifetime)),
            (now + 30, now + 300, None),
            (now + 31, now + 300, Some(Code::TokenLifetime)),
            (now - 300, now - 29, None),
            (now - 300, now - 30, Some(Code::TokenExpired)),
            (now - 100_000, now - 99_500, Some(Code::TokenExpired)),
        ] {
            assert_eq!(
                code(show(&world, timed(iat, exp)).await),
                expected,
                "{} {}",
                iat - now,
                exp - now
            );
        }
        for name in ["exp", "iat"] {
            let token = hs256("shared", &changed(claims(&world, name), name, Value::Null));
            assert_eq!(code(show(&world, token).await), Some(Code::TokenLifetime), "no {name}");
        }
        let fraction = changed(claims(&world, "fraction"), "exp", json!(now_f(now) + 300.5));
        show(&world, hs256("shared", &fraction)).await.unwrap();
        let later = changed(claims(&world, "nbf"), "nbf", json!(now + 60));
        assert_eq!(code(show(&world, hs256("shared", &later)).await), Some(Code::TokenLifetime));
        for (aud, expected) in [
            (json!("https://other.example.com"), Some(Code::TokenAudience)),
            (json!([]), Some(Code::TokenAudience)),
            (json!(["https://other.example.com"]), Some(Code::TokenAudience)),
            (json!(["https://other.example.com", AUDIENCE]), None),
            (json!(format!("{AUDIENCE}/")), Some(Code::TokenAudience)),
        ] {
            let token =
                hs256("shared", &changed(claims(&world, &aud.to_string()), "aud", aud.clone()));
            assert_eq!(code(show(&world, token).await), expected, "{aud}");
        }
        // A token that was not shown in time is too late.
        let token = hs256("shared", &claims(&world, "late"));
        world.wait(Duration::from_secs(330));
        assert_eq!(code(show(&world, token).await), Some(Code::TokenExpired));
    }
}

fn now_f(now: i64) -> f64 {
    f64::from(u32::try_from(now).unwrap())
}

#[tokio::test]
async fn a_revoked_key_signs_nothing() {
    for world in World::both().await {
        let added = add_key(&world, "shared", NewMaterial::Hs256(None)).await.unwrap();
        let secret = added.secret.unwrap();
        let sign =
            |jti: &str| sign_hs256(secret.as_bytes(), "shared", &claims(&world, jti)).unwrap();
        let came = show(&world, sign("1")).await.unwrap();
        let cx = world.admin_cx().await;
        world.write(cx, async move |tx, cx| revoke(tx, cx, added.id).await).await.unwrap();
        assert_eq!(code(show(&world, sign("2")).await), Some(Code::TokenForged));
        assert!(matches!(world.cx(&came.session).await.viewer, Viewer::Customer(_)));
        let viewer = world.admin_cx().await.viewer;
        let keys = world
            .read(async move |rx| crate::exchange_key::view::list(rx, &viewer).await)
            .await
            .unwrap();
        assert_eq!(keys.iter().map(|key| key.revoked_at).collect::<Vec<_>>(), [Some(world.now)]);
    }
}

#[tokio::test]
async fn keys_are_checked_when_they_are_added() {
    for world in World::both().await {
        let weak = {
            // The neutral element: every signature by it can be forged.
            let mut der =
                signing_key().verifying_key().to_public_key_der().unwrap().as_bytes().to_vec();
            let at = der.len() - 32;
            der.splice(at.., [&[1u8][..], &[0; 31]].concat());
            let base64 = base64::engine::general_purpose::STANDARD.encode(der);
            format!("-----BEGIN PUBLIC KEY-----\n{base64}\n-----END PUBLIC KEY-----\n")
        };
        for (kid, material, expected) in [
            ("a", NewMaterial::Hs256(Some("too short".to_owned())), Code::FieldTooShort),
            ("a", NewMaterial::Hs256(Some("x".repeat(513))), Code::FieldTooLong),
            ("a", NewMaterial::EdDsa("no key".to_owned()), Code::FieldInvalid),
            ("a", NewMaterial::EdDsa(weak), Code::FieldInvalid),
            ("a b", NewMaterial::EdDsa(public_pem()), Code::FieldInvalid),
        ] {
            assert_eq!(code(add_key(&world, kid, material).await), Some(expected), "{kid}");
        }
        add_key(&world, "a", NewMaterial::EdDsa(format!("\n{}\n", public_pem()))).await.unwrap();
        let taken = add_key(&world, "a", NewMaterial::EdDsa(public_pem())).await;
        assert_eq!(code(taken), Some(Code::FieldTaken));
        let (ring, brand_id) = (keyring(), world.brand_id);
        let material = NewMaterial::Hs256(None);
        let new = NewExchangeKey { brand_id, kid: "b".into(), audience: AUDIENCE.into(), material };
        let anybody =
            world.write(world.anonymous_cx(), async move |tx, cx| add(tx, cx, &ring, &new).await);
        assert_eq!(code(anybody.await), Some(Code::SignedOut));
    }
}

#[tokio::test]
async fn the_development_page_signs_where_a_demo_put_its_key() {
    for world in World::both().await {
        let demo = DevelopmentCustomer {
            sub: "demo-7".to_owned(),
            name: Some("山田 太郎".to_owned()),
            locale: Some("ja".to_owned()),
            ..DevelopmentCustomer::default()
        };
        let sign = async |world: &World| {
            let (ring, demo, cx) = (keyring(), demo.clone(), world.anonymous_cx());
            world.write(cx, async move |tx, cx| sign_development(tx, cx, &ring, &demo).await).await
        };
        assert_eq!(code(sign(&world).await), Some(Code::NotFound));
        add_key(&world, DEVELOPMENT_KID, NewMaterial::Hs256(None)).await.unwrap();
        let first = show(&world, sign(&world).await.unwrap()).await.unwrap();
        let second = show(&world, sign(&world).await.unwrap()).await.unwrap();
        assert_eq!(first.customer_id, second.customer_id);
    }
}

#[tokio::test]
async fn at_a_brands_own_address_the_development_page_signs_for_that_brand() {
    for world in World::both().await {
        let cx = world.admin_cx().await;
        let made = world.write(cx, async |tx, cx| {
            let north = NewBrand::of("north", "North", &[proofdesk_locale::Locale::En]);
            brand::actions::create(tx, cx, &north).await
        });
        let north = made.await.unwrap();
        let sign = async |world: &World, at: Option<&'static str>| {
            let (ring, cx) = (keyring(), world.anonymous_cx());
            let demo = DevelopmentCustomer { sub: "demo-7".to_owned(), ..Default::default() };
            world
                .write(cx, async move |tx, cx| sign_development_at(tx, cx, &ring, at, &demo).await)
                .await
        };
        assert_eq!(code(sign(&world, Some("north")).await), Some(Code::NotFound), "no demo's key");
        add_key(&world, DEVELOPMENT_KID, NewMaterial::Hs256(None)).await.unwrap();
        for (at, brand_id) in [
            (None, world.brand_id),
            (Some("north"), north),
            (Some("north"), north),
            (Some("south"), world.brand_id),
        ] {
            let token = sign(&world, at).await.unwrap();
            assert_eq!(show(&world, token).await.unwrap().brand_id, brand_id, "{at:?}");
        }
        let offered = async |at: Option<&'static str>| {
            let found = world.read(async move |rx| view::development_customers_at(rx, at, 9).await);
            found.await.unwrap().len()
        };
        // The one account is a customer of each.
        assert_eq!((offered(None).await, offered(Some("north")).await), (1, 1));
    }
}

/// RFC 7515, appendix A.1, and RFC 8037, appendix A.4: signatures made by others.
#[test]
fn vectors_of_the_rfcs_verify() {
    let secret = URL_SAFE_NO_PAD
        .decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
        .unwrap();
    let input = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    assert_eq!(sign_raw(&secret, input.as_bytes()), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    let public = URL_SAFE_NO_PAD.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").unwrap();
    let public = ed25519_dalek::VerifyingKey::from_bytes(&public.try_into().unwrap()).unwrap();
    let input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let signature =
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    let signature = ed25519_dalek::Signature::from_slice(&signature).unwrap();
    public.verify_strict(input.as_bytes(), &signature).unwrap();
}

proptest::proptest! {
    #[test]
    fn parsing_survives_anything(token in "\\PC{0,300}") {
        let _ = Unverified::parse(&token);
    }

    #[test]
    fn claims_survive_anything(payload in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
        proptest::prop_assert!(matches!(Claims::read(&payload), Err(Error::Refused(_))));
    }
}
