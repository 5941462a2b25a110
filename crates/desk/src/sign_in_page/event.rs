//! Frozen payloads. No address: it may carry a token.

use crate::id::BrandId;
use crate::payload::payloads;

payloads! {
    SignInPageSet = "sign_in_page.set" v 1 { brand_id: BrandId }

    SignInPageRemoved = "sign_in_page.removed" v 1 { brand_id: BrandId }
}
