//! Who reads articles, with what the exchange says of their account, and the tokens by which the index knows the same.
//!
//! An article for customers who are signed in may be for some of them: from a tier on, or in some countries. Both are facts of
//! the exchange, asked for only where a brand has such an article. What is not known is not taken for granted: nobody sees
//! one because the exchange does not answer.

use proofdesk_store::{Rx, params};

use super::view::require_brand;
use super::{Article, Audience};
use crate::bridge::Ask;
use crate::bridge::view::own_account;
use crate::code::Code;
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::id::{ArticleId, BrandId};
use crate::limits;
use crate::permission::Permission;
use crate::viewer::Viewer;

/// Every statement of this file.
pub const ALL: &[&str] = &[NARROWED];

const NARROWED: &str = "select id from article where brand_id = $1 and audience = 'signed_in' \
    and (min_tier > 0 or countries <> '') limit 1";

/// Whoever reads.
#[derive(Clone, Debug)]
pub struct Reader {
    viewer: Viewer,
    /// 0 for none, and where it is not known.
    tier: i64,
    country: Option<String>,
}

/// What statements compare: for whom articles may be, three words; the tier; and the country, as `like` reads it.
pub(crate) struct Sees {
    pub audiences: [Audience; 3],
    pub tier: i64,
    pub country: String,
}

impl Reader {
    /// A reader of whose account nothing is known.
    pub fn of(viewer: &Viewer) -> Self {
        Self { viewer: viewer.clone(), tier: 0, country: None }
    }

    /// A reader of a brand's help centre, of whose account the exchange is asked where that decides what they see.
    ///
    /// # Errors
    /// Only those of the store: what the exchange does not say is not known.
    pub async fn asked(desk: &Desk, cx: &Cx, brand_id: BrandId) -> Result<Self> {
        let reader = Self::of(&cx.viewer);
        let (Viewer::Customer(me), Some(bridge)) = (&cx.viewer, desk.bridge()) else {
            return Ok(reader);
        };
        if me.brand_id != brand_id {
            return Ok(reader);
        }
        let me = me.clone();
        let read = desk.read(async move |rx| match has_narrowed(rx, brand_id).await? {
            true => own_account(rx, &me).await,
            false => Ok(None),
        });
        let Some(account) = read.await? else { return Ok(reader) };
        Ok(match bridge.account(&Ask::by(cx, account)).await {
            Ok(told) => reader.known(i64::from(told.facts.vip_tier), told.facts.country),
            Err(_not_known) => reader,
        })
    }

    /// The reader that [`Reader::asked`] makes, where the desk knows by itself who that is. `None`: there is a bridge, and the
    /// brand has an article that is for some customers, so that the exchange has to be asked.
    pub(crate) async fn at_hand(
        rx: &Rx<'_>,
        viewer: &Viewer,
        brand_id: BrandId,
        has_bridge: bool,
    ) -> Result<Option<Self>> {
        let is_own = matches!(viewer, Viewer::Customer(me) if me.brand_id == brand_id);
        let is_asked = has_bridge && is_own && has_narrowed(rx, brand_id).await?;
        Ok((!is_asked).then(|| Self::of(viewer)))
    }

    /// The same reader with what is known of their account.
    #[must_use]
    pub fn known(self, tier: i64, country: Option<String>) -> Self {
        // A country that is none would be read as a pattern.
        let country = country.filter(|country| is_country(country));
        Self { tier, country, ..self }
    }

    pub(crate) fn sees(&self, brand_id: BrandId) -> Sees {
        let audiences = self.audiences(brand_id);
        if audiences.contains(&Audience::Internal) {
            return Sees { audiences, tier: i64::MAX, country: "%".to_owned() };
        }
        let country =
            self.country.as_ref().map_or(String::new(), |country| format!("% {country} %"));
        Sees { audiences, tier: self.tier, country }
    }

    /// For whom published articles are that this reader may see.
    fn audiences(&self, brand_id: BrandId) -> [Audience; 3] {
        let public = Audience::Public;
        match &self.viewer {
            Viewer::Anonymous => [public; 3],
            Viewer::Customer(me) if me.brand_id != brand_id => [public; 3],
            Viewer::Customer(_) => [public, Audience::SignedIn, public],
            viewer if require_brand(viewer, Permission::ArticleRead, brand_id).is_ok() => {
                [public, Audience::SignedIn, Audience::Internal]
            }
            _ => [public; 3],
        }
    }

    /// The tokens of documents that this reader finds.
    pub(super) fn tokens(&self, brand_id: BrandId) -> Vec<String> {
        let audiences = self.audiences(brand_id);
        let mut tokens: Vec<String> =
            audiences.iter().map(|audience| token(*audience, brand_id)).collect();
        if audiences.contains(&Audience::Internal) {
            tokens.push(narrowed_token(brand_id, None, None));
        } else if audiences.contains(&Audience::SignedIn) {
            for tier in 0..=self.tier.min(limits::ARTICLE_TIER) {
                tokens.push(narrowed_token(brand_id, Some(tier), None));
                if let Some(country) = self.country.as_deref() {
                    tokens.push(narrowed_token(brand_id, Some(tier), Some(country)));
                }
            }
        }
        tokens
    }
}

/// The tokens of an article's documents.
pub(super) fn tokens_of(
    audience: Audience,
    (min_tier, countries): (i64, &[String]),
    brand_id: BrandId,
) -> Vec<String> {
    if audience != Audience::SignedIn || (min_tier == 0 && countries.is_empty()) {
        return vec![token(audience, brand_id)];
    }
    // Staff find it whoever else it is for.
    let mut tokens = vec![narrowed_token(brand_id, None, None)];
    if countries.is_empty() {
        tokens.push(narrowed_token(brand_id, Some(min_tier), None));
    }
    let in_it = |country: &String| narrowed_token(brand_id, Some(min_tier), Some(country.as_str()));
    tokens.extend(countries.iter().map(in_it));
    tokens
}

fn token(audience: Audience, brand_id: BrandId) -> String {
    format!("{}:{brand_id}", audience.as_str())
}

fn narrowed_token(brand_id: BrandId, tier: Option<i64>, country: Option<&str>) -> String {
    let tier = tier.map_or("any".to_owned(), |tier| tier.to_string());
    format!("narrowed:{brand_id}:{tier}:{}", country.unwrap_or("any"))
}

async fn has_narrowed(rx: &Rx<'_>, brand_id: BrandId) -> Result<bool> {
    let row: Option<(ArticleId,)> = rx.query_opt(NARROWED, params![brand_id]).await?;
    Ok(row.is_some())
}

/// Reads the tier from which on an article is for customers.
///
/// # Errors
/// `field-invalid`.
pub(super) fn read_tier(typed: i64) -> Result<i64> {
    match (0..=limits::ARTICLE_TIER).contains(&typed) {
        true => Ok(typed),
        false => Err(Error::field("min_tier", Code::FieldInvalid)),
    }
}

/// Reads the countries that an article is for, each once, in order.
///
/// # Errors
/// `field-invalid` for what is no two letters; `limit-reached`.
pub(super) fn read_countries(typed: &[String]) -> Result<Vec<String>> {
    let most = limits::ARTICLE_COUNTRIES;
    if typed.len() > most {
        return Err(Error::limit_reached_at("countries", most));
    }
    let mut countries = Vec::new();
    for one in typed {
        let country = one.trim().to_ascii_uppercase();
        if !is_country(&country) {
            return Err(Error::field("countries", Code::FieldInvalid));
        }
        countries.push(country);
    }
    countries.sort();
    countries.dedup();
    Ok(countries)
}

/// Two capital letters, as ISO 3166-1 names countries.
fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Everybody and agents have no account: only what is for customers who are signed in can be for some of them.
///
/// # Errors
/// `article-not-signed-in` at the field that narrows something else.
pub(super) fn require_narrowable(article: &Article) -> Result<()> {
    let field = match (article.audience, article.min_tier, article.countries.is_empty()) {
        (Audience::SignedIn, ..) | (_, 0, true) => return Ok(()),
        (_, 0, false) => "countries",
        _ => "min_tier",
    };
    Err(Error::field(field, Code::ArticleNotSignedIn))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id as _;

    fn brand() -> BrandId {
        BrandId::from_uuid(uuid::Uuid::nil())
    }

    #[test]
    fn a_document_is_found_by_whom_the_statements_would_show_it() {
        let some = [(0, vec![]), (2, vec![]), (0, vec!["JP"]), (3, vec!["JP", "KR"])];
        let readers = [(0, None), (1, Some("JP")), (2, None), (3, Some("KR")), (255, Some("US"))];
        for (min_tier, countries) in some {
            let countries: Vec<String> = countries.into_iter().map(str::to_owned).collect();
            let tokens = tokens_of(Audience::SignedIn, (min_tier, &countries), brand());
            for (tier, country) in readers {
                let me = crate::viewer::CustomerViewer {
                    customer_id: crate::id::CustomerId::from_uuid(uuid::Uuid::nil()),
                    identity_id: crate::id::IdentityId::from_uuid(uuid::Uuid::nil()),
                    brand_id: brand(),
                    session_id: crate::id::SessionId::from_uuid(uuid::Uuid::nil()),
                };
                let reader = Reader::of(&Viewer::Customer(me));
                let reader = reader.known(tier, country.map(str::to_owned));
                let finds = reader.tokens(brand()).iter().any(|token| tokens.contains(token));
                let is_in = |country: &str| countries.iter().any(|one| one == country);
                let sees = tier >= min_tier && (countries.is_empty() || country.is_some_and(is_in));
                assert_eq!(finds, sees, "{min_tier} {countries:?} for {tier} {country:?}");
            }
            let nobody = Reader::of(&Viewer::Anonymous).tokens(brand());
            assert!(!nobody.iter().any(|token| tokens.contains(token)));
            let staff = Reader::of(&Viewer::Operator).tokens(brand());
            assert!(staff.iter().any(|token| tokens.contains(token)));
        }
    }

    #[test]
    fn a_country_is_two_letters_and_never_a_pattern() {
        let read = |typed: &[&str]| {
            read_countries(&typed.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(read(&["kr", "JP", "jp"]).ok(), Some(vec!["JP".to_owned(), "KR".to_owned()]));
        for wrong in ["%", "__", "JPN", "J", "", "日本", "J1"] {
            assert!(read(&[wrong]).is_err(), "{wrong}");
        }
        let reader = Reader::of(&Viewer::Anonymous).known(1, Some("%%".to_owned()));
        assert_eq!(reader.sees(brand()).country, "");
    }
}
