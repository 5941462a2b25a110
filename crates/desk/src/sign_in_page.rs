//! The page of the exchange on which a brand's customers sign in for support, and the parameter that leads them back to where they
//! wanted to go.

pub mod actions;
pub mod event;
mod sql;
pub mod view;

use url::Url;

use crate::id::BrandId;
use crate::time::Timestamp;

pub use sql::ALL;

/// The parameter that an exchange gets the way back in where nobody chose another name. It is that of our own `/exchange`.
pub const PARAMETER: &str = "to";

/// Where a brand's customers sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInPage {
    pub brand_id: BrandId,
    pub url: String,
    /// Names the way back in the query.
    pub parameter: String,
    pub updated_at: Timestamp,
}

impl SignInPage {
    /// The address that leads to `wanted`, a path of ours, by way of the exchange; `None` where the stored one is none any more.
    pub fn link(&self, wanted: &str) -> Option<String> {
        let mut url = Url::parse(&self.url).ok()?;
        url.query_pairs_mut().append_pair(&self.parameter, wanted);
        Some(url.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id as _;

    #[test]
    fn the_way_back_is_one_parameter_whatever_stands_in_it() {
        let page = |url: &str| SignInPage {
            brand_id: BrandId::from_uuid(uuid::Uuid::from_u128(1)),
            url: url.to_owned(),
            parameter: "next".to_owned(),
            updated_at: Timestamp::from_micros(0),
        };
        let plain = page("https://exchange.example/support");
        assert_eq!(
            plain.link("/tickets/PD-1?notice=sent&x=#y").as_deref(),
            Some(
                "https://exchange.example/support?next=%2Ftickets%2FPD-1%3Fnotice%3Dsent%26x%3D%23y"
            )
        );
        let full = page("https://exchange.example/sso?app=desk#top");
        assert_eq!(
            full.link("/").as_deref(),
            Some("https://exchange.example/sso?app=desk&next=%2F#top")
        );
    }
}
