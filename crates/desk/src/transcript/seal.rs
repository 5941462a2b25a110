//! The seal: every field under its pointer, a digest of each, and a signature over the list.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::Serialize;
use serde_json::Value;

use super::{Seal, Transcript};
use crate::error::{Error, Result};
use crate::log::hash::{self, Hash};
use crate::log::note;
use crate::log::wire::Base64;

const FIELD: &str = "proofdesk.transcript.field.v1";
const SEAL: &str = "proofdesk.transcript.v1";

/// What the signature of an HTML transcript is over.
pub const PAGE: &str = "proofdesk.transcript.page.v1";
/// A block of an HTML transcript.
pub const BLOCK: &str = "proofdesk.transcript.block.v1";

/// Pointers with the digests of what stands there.
pub type Fields = Vec<(String, Base64)>;

/// Seals a transcript whose `seal` is empty yet.
pub fn seal(mut transcript: Transcript, key: &SigningKey) -> Result<Transcript> {
    let fields = fields(&transcript)?;
    let public_key = key.verifying_key();
    transcript.seal = Seal {
        key_id: note::key_id(&transcript.log.origin, public_key.as_bytes()),
        public_key: hex::encode(public_key.as_bytes()),
        signature: sign(key, &digest(SEAL, &transcript.log.origin, &fields)),
        fields,
    };
    Ok(transcript)
}

/// The fields of a transcript. The seal itself is none of them, and neither are the paths of the proofs, which hold or
/// do not hold by themselves.
pub fn fields(transcript: &Transcript) -> Result<Fields> {
    let unreadable = |_unreachable| Error::Broken { what: "a transcript that is no JSON" };
    let Value::Object(mut all) = serde_json::to_value(transcript).map_err(unreadable)? else {
        return Ok(Vec::new());
    };
    all.remove("seal");
    let mut fields = Vec::new();
    walk(&Value::Object(all), String::new(), &mut fields);
    Ok(fields)
}

fn walk(value: &Value, at: String, fields: &mut Fields) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let mut members: Vec<_> = members.iter().filter(|(name, _)| *name != "path").collect();
            members.sort_by_key(|(name, _)| *name);
            for (name, member) in members {
                walk(member, format!("{at}/{name}"), fields);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (n, item) in items.iter().enumerate() {
                let step = if at == "/entries" { seq(item) } else { None };
                walk(item, format!("{at}/{}", step.unwrap_or_else(|| n.to_string())), fields);
            }
        }
        leaf => {
            let digest = hash::framed(FIELD, &[at.as_bytes(), &written(leaf)]);
            fields.push((at, Base64::from(digest)));
        }
    }
}

/// What stands for the place of an entry: its number in the log, which does not change when another entry is taken out.
fn seq(entry: &Value) -> Option<String> {
    Some(entry.get("event")?.get("seq")?.to_string())
}

/// A leaf as bytes: a letter for its type, then the value.
fn written(leaf: &Value) -> Vec<u8> {
    match leaf {
        Value::String(text) => [b"s", text.as_bytes()].concat(),
        Value::Number(number) => format!("n{number}").into_bytes(),
        Value::Bool(true) => b"t".to_vec(),
        Value::Bool(false) => b"f".to_vec(),
        Value::Null => b"z".to_vec(),
        Value::Array(_) => b"a".to_vec(),
        Value::Object(_) => b"o".to_vec(),
    }
}

/// What is signed.
pub fn digest(domain: &str, origin: &str, fields: &[(String, Base64)]) -> Hash {
    let mut parts: Vec<&[u8]> = vec![origin.as_bytes()];
    for (pointer, digest) in fields {
        parts.extend([pointer.as_bytes(), digest.0.as_slice()]);
    }
    hash::framed(domain, &parts)
}

pub fn sign(key: &SigningKey, digest: &Hash) -> Base64 {
    Base64(key.sign(digest).to_bytes().to_vec())
}

/// Says whether `signature` is that of `public_key` over what the list of fields gives.
pub fn is_signed(
    domain: &str,
    origin: &str,
    fields: &[(String, Base64)],
    signature: &Base64,
    public_key: &[u8],
) -> bool {
    let key = public_key.try_into().ok().and_then(|bytes| VerifyingKey::from_bytes(bytes).ok());
    let signature = Signature::from_slice(&signature.0);
    match (key, signature) {
        (Some(key), Ok(signature)) => {
            key.verify_strict(&digest(domain, origin, fields), &signature).is_ok()
        }
        _ => false,
    }
}

/// Says whether the seal's signature is that of `public_key`.
pub fn is_sealed_by(transcript: &Transcript, public_key: &[u8]) -> bool {
    let Seal { fields, signature, .. } = &transcript.seal;
    is_signed(SEAL, &transcript.log.origin, fields, signature, public_key)
}

/// The seal of an HTML transcript, at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageSeal {
    /// 1.
    pub v: u32,
    /// The log's origin, as in the transcript inside.
    pub origin: String,
    /// Ed25519, lower-case hex.
    pub public_key: String,
    /// Name and digest of each block, in order.
    pub blocks: Fields,
    pub signature: Base64,
}
