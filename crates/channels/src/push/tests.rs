//! The published vectors, and a push service on this machine that really decrypts.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use p256::ecdsa::VerifyingKey;
use p256::ecdsa::signature::Verifier as _;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::*;
use crate::webhook::Policy;

const NOW: i64 = 1_795_251_600;
const BODY: &str = r#"{"title":"Acme","body":"There is an answer"}"#;

fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

/// A browser of ours: its secret key and its secret.
struct Browser {
    secret: p256::SecretKey,
    auth: [u8; 16],
}

impl Browser {
    fn new(seed: u8) -> Self {
        Self { secret: p256::SecretKey::from_slice(&[seed; 32]).unwrap(), auth: [seed; 16] }
    }

    fn public(&self) -> Vec<u8> {
        use p256::elliptic_curve::sec1::ToEncodedPoint as _;
        self.secret.public_key().to_encoded_point(false).as_bytes().to_vec()
    }

    fn open(&self, sealed: &[u8]) -> Result<String, web_push_native::Error> {
        let opened =
            web_push_native::decrypt(sealed.to_vec(), &self.secret, &Auth::from(self.auth))?;
        Ok(String::from_utf8(opened).unwrap())
    }
}

fn key() -> VapidKey {
    VapidKey::new(&[9; 32]).unwrap()
}

fn pusher() -> Pusher {
    let policy = Policy { http_to_loopback: true, ..Policy::default() };
    Pusher::new(Sender::new(policy).unwrap(), "mailto:ops@example.com".to_owned())
}

async fn push(url: &str, to: &Browser) -> Pushed {
    let public = to.public();
    let target = Target { url, public_key: &public, auth: &to.auth };
    let push = Push { body: BODY, lifetime: Duration::from_secs(3_600), urgency: Urgency::High };
    pusher().send(&key(), target, push, NOW).await
}

async fn service(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

fn header<'a>(request: &'a Request, name: &str) -> &'a str {
    request.headers.get(name).unwrap().to_str().unwrap()
}

/// RFC 8291, appendix A.
#[test]
fn the_published_message_opens() {
    let secret = p256::SecretKey::from_slice(&bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"));
    let auth: [u8; 16] = bytes("BTBZMqHH6r4Tts7J_aSIgg").try_into().unwrap();
    let browser = Browser { secret: secret.unwrap(), auth };
    let public =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    assert_eq!(browser.public(), bytes(public));
    let message = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg\
        Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    assert_eq!(browser.open(&bytes(message)).unwrap(), "When I grow up, I want to be a watermelon");
}

#[tokio::test]
async fn a_push_arrives_sealed_and_signed() {
    let server = service(ResponseTemplate::new(201)).await;
    let browser = Browser::new(3);
    let pushed = push(&format!("{}/push/abc", server.uri()), &browser).await;
    assert_eq!(pushed, Pushed::Sent);
    let requests = server.received_requests().await.unwrap();
    let [request] = requests.as_slice() else { panic!("{requests:?}") };
    assert_eq!(request.url.path(), "/push/abc");
    assert_eq!(header(request, "content-encoding"), "aes128gcm");
    assert_eq!((header(request, "ttl"), header(request, "urgency")), ("3600", "high"));
    let opened = browser.open(&request.body).unwrap();
    assert_eq!((opened.trim_end(), opened.len()), (BODY, PADDED_TO));
    // Nobody else opens it: not another browser, not one that knows the secret alone, and not when it was changed.
    assert!(Browser::new(4).open(&request.body).is_err());
    let half = Browser { auth: browser.auth, ..Browser::new(4) };
    assert!(half.open(&request.body).is_err());
    let mut changed = request.body.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(browser.open(&changed).is_err());
    says_who_we_are(header(request, "authorization"), &server.uri());
}

/// RFC 8292: the origin of the service, an end within a day, where to turn to, and a signature by the key that is named.
fn says_who_we_are(authorization: &str, origin: &str) {
    let (token, named) =
        authorization.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    assert_eq!(bytes(named), key().public());
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let verifying = VerifyingKey::from_sec1_bytes(&bytes(named)).unwrap();
    let signature = Signature::from_slice(&bytes(signature)).unwrap();
    verifying.verify(signed.as_bytes(), &signature).unwrap();
    let (head, claims) = signed.split_once('.').unwrap();
    let read = |part: &str| serde_json::from_slice::<serde_json::Value>(&bytes(part)).unwrap();
    assert_eq!(read(head), serde_json::json!({ "typ": "JWT", "alg": "ES256" }));
    let expected = serde_json::json!({
        "aud": origin, "exp": NOW + 12 * 3_600, "sub": "mailto:ops@example.com",
    });
    assert_eq!(read(claims), expected);
}

#[tokio::test]
async fn answers_are_told_apart() {
    let browser = Browser::new(3);
    let pause = Some(Duration::from_secs(90));
    for (status, expected) in [
        (201, Pushed::Sent),
        (202, Pushed::Sent),
        (404, Pushed::Gone("404".to_owned())),
        (410, Pushed::Gone("410".to_owned())),
        (429, Pushed::Later("429".to_owned(), pause)),
        (503, Pushed::Later("503".to_owned(), pause)),
        (400, Pushed::Failed("400".to_owned())),
        (403, Pushed::Failed("403".to_owned())),
        (413, Pushed::Failed("413".to_owned())),
        (307, Pushed::Failed("redirect".to_owned())),
    ] {
        let answer = ResponseTemplate::new(status).insert_header("retry-after", "90");
        let server = service(answer.insert_header("location", "http://127.0.0.1:1/")).await;
        assert_eq!(push(&server.uri(), &browser).await, expected, "{status}");
    }
}

#[tokio::test]
async fn what_is_inside_and_what_is_no_key_is_not_called() {
    let server = service(ResponseTemplate::new(201)).await;
    let browser = Browser::new(3);
    for (url, word) in [
        ("https://127.0.0.1/push", "address"),
        ("https://169.254.169.254/push", "address"),
        ("http://10.0.0.1/push", "address"),
        ("ftp://push.example.com/", "url"),
        ("nonsense", "url"),
    ] {
        assert_eq!(push(url, &browser).await, Pushed::Failed(word.to_owned()), "{url}");
    }
    let url = server.uri();
    for (public_key, auth) in [(vec![4; 65], vec![1; 16]), (browser.public(), vec![1; 15])] {
        let target = Target { url: &url, public_key: &public_key, auth: &auth };
        let push = Push { body: BODY, lifetime: Duration::ZERO, urgency: Urgency::Normal };
        assert_eq!(
            pusher().send(&key(), target, push, NOW).await,
            Pushed::Failed("keys".to_owned())
        );
    }
    assert_eq!(server.received_requests().await.unwrap().len(), 0);
    // The precondition: the same service is reached with keys that are some.
    assert_eq!(push(&url, &browser).await, Pushed::Sent);
}

#[tokio::test]
async fn a_service_that_hangs_is_asked_later() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    // From here on time stands still and jumps to the next timer once everything waits.
    tokio::time::pause();
    let pushed = push(&url, &Browser::new(3)).await;
    assert_eq!(pushed, Pushed::Later("timeout".to_owned(), None));
    drop(listener);
    assert_eq!(push(&url, &Browser::new(3)).await, Pushed::Later("connect".to_owned(), None));
}
