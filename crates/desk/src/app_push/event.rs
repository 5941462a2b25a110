//! Frozen payloads. No address: it may carry a token.

use crate::id::BrandId;
use crate::payload::payloads;

payloads! {
    AppPushSet = "app_push.set" v 1 { brand_id: BrandId }

    AppPushRemoved = "app_push.removed" v 1 { brand_id: BrandId }
}
