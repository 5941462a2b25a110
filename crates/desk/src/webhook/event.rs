use serde::{Deserialize, Serialize};

use crate::id::WebhookId;
use crate::log::Payload;

/// `webhook.created`, version 1. Neither address nor secret: the address may carry a token.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WebhookCreated {
    pub webhook_id: WebhookId,
    pub kinds: String,
}

/// `webhook.updated`, version 1.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WebhookUpdated {
    pub webhook_id: WebhookId,
    pub kinds: String,
    pub state: super::WebhookState,
    pub url_changed: bool,
    pub secret_changed: bool,
}

/// `webhook.deleted`, version 1.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WebhookDeleted {
    pub webhook_id: WebhookId,
}

impl Payload for WebhookCreated {
    const KIND: &'static str = "webhook.created";
    const V: i64 = 1;
}

impl Payload for WebhookUpdated {
    const KIND: &'static str = "webhook.updated";
    const V: i64 = 1;
}

impl Payload for WebhookDeleted {
    const KIND: &'static str = "webhook.deleted";
    const V: i64 = 1;
}
