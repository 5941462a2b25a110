//! What somebody is to read again, by when.

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, params};

use super::super::Audience;
use super::super::sql::locale;
use super::reach;
use crate::error::Result;
use crate::id::{ArticleId, BrandId, Id as _, StaffId};
use crate::limits;
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

// Of what nobody reads any more nothing has to hold. The last conditions, where they are not 0: of one brand, of one owner.
pub(super) const DUE: &str = concat!(
    "select a.id, a.brand_id, a.slug, a.audience, t.lang, t.title, a.owner_id, p.name, a.reviewed_at, a.review_days, a.version, \
     (select r.created_at from article_reminder r where r.article_id = a.id and r.staff_id = a.owner_id \
        and r.due_at = a.reviewed_at + a.review_days * 86400000000) \
     from article a join article_text t on t.article_id = a.id and t.lang = a.lang left join staff p on p.id = a.owner_id where ",
    reached!(),
    " and a.reviewed_at + a.review_days * 86400000000 <= $3 \
     and exists (select 1 from article_text x where x.article_id = a.id and x.status <> 'archived') \
     and (cast($4 as bigint) = 0 or a.brand_id = $5) and (cast($6 as bigint) = 0 or a.owner_id = $7) \
     order by a.reviewed_at + a.review_days * 86400000000, a.slug limit $8"
);

/// An article that somebody is to read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub id: ArticleId,
    pub brand_id: BrandId,
    pub slug: String,
    pub audience: Audience,
    /// Its first language, which the title is in.
    pub lang: Locale,
    pub title: String,
    /// Who keeps it true, by id and name.
    pub owner: Option<(StaffId, String)>,
    pub reviewed_at: Timestamp,
    pub due_at: Timestamp,
    pub version: i64,
    /// When its owner was reminded that it is due.
    pub reminded_at: Option<Timestamp>,
}

impl FromRow for Due {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (id, brand_id) = (row.next()?, row.next()?);
        let (slug, audience) = (row.next()?, row.next()?);
        let (lang, title) = (locale(&row.next::<String>()?), row.next()?);
        let owner: Option<StaffId> = row.next()?;
        let name: Option<String> = row.next()?;
        let (reviewed_at, days): (Timestamp, i64) = (row.next()?, row.next()?);
        Ok(Self {
            id,
            brand_id,
            slug,
            audience,
            lang,
            title,
            owner: owner.map(|id| (id, name.unwrap_or_default())),
            reviewed_at,
            due_at: super::super::review_due(reviewed_at, days),
            version: row.next()?,
            reminded_at: row.next()?,
        })
    }
}

/// The articles that the viewer sees and that are due by a moment, the most overdue first; those of one owner where one is
/// named.
pub async fn due(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: Option<BrandId>,
    by: Timestamp,
    owner_id: Option<StaffId>,
) -> Result<Vec<Due>> {
    let Some((reach, staff_id)) = reach(viewer, Permission::ArticleRead) else {
        return Ok(Vec::new());
    };
    let of_brand = i64::from(brand_id.is_some());
    let brand_id = brand_id.unwrap_or(BrandId::from_uuid(uuid::Uuid::nil()));
    let of_owner = i64::from(owner_id.is_some());
    let owner_id = owner_id.unwrap_or(StaffId::from_uuid(uuid::Uuid::nil()));
    let most = limits::ARTICLE_REVIEWS;
    let values = params![reach, staff_id, by, of_brand, brand_id, of_owner, owner_id, most];
    Ok(rx.query(DUE, values).await?)
}
