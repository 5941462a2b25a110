//! Who could publish an article: the rule of `is_reached`, asked about everybody at once.

use proofdesk_store::{Rx, params};

use crate::error::Result;
use crate::id::{ArticleId, StaffId};
use crate::limits;

/// Whoever publishes an article has to see it too. Who has a role that requires a second factor may do nothing before one is
/// enrolled.
macro_rules! publishers {
    ($columns:literal, $tail:literal) => {
        concat!(
            "select ",
            $columns,
            " from article a cross join staff s where a.id = $1 and s.state = 'active' \
             and (s.totp_secret is not null or not exists (select 1 from staff_role sr join role r on r.id = sr.role_id \
             where sr.staff_id = s.id and r.requires_totp)) \
             and exists (select 1 from staff_role sr join role_grant g on g.role_id = sr.role_id \
             where sr.staff_id = s.id and g.permission = 'article.read' and (g.reach = 'all' or a.owner_id = s.id \
             or (g.reach = 'brand' and a.brand_id in (select sb.brand_id from staff_brand sb where sb.staff_id = s.id)))) \
             and exists (select 1 from staff_role sr join role_grant g on g.role_id = sr.role_id \
             where sr.staff_id = s.id and g.permission = 'article.publish' and (g.reach = 'all' or a.owner_id = s.id \
             or (g.reach = 'brand' and a.brand_id in (select sb.brand_id from staff_brand sb where sb.staff_id = s.id))))",
            $tail
        )
    };
}

pub(super) const PUBLISHERS: &str = publishers!("s.id, s.name", " order by s.name, s.id limit $2");
pub(super) const ANOTHER: &str = publishers!("s.id", " and s.id <> $2 limit 1");

/// The members who could publish an article that the caller found visible, by name.
pub async fn publishers(rx: &Rx<'_>, id: ArticleId) -> Result<Vec<(StaffId, String)>> {
    Ok(rx.query(PUBLISHERS, params![id, limits::ARTICLE_PUBLISHERS]).await?)
}

/// Whether somebody else could publish the article.
pub(in crate::article) async fn another(rx: &Rx<'_>, id: ArticleId, than: StaffId) -> Result<bool> {
    let row: Option<(StaffId,)> = rx.query_opt(ANOTHER, params![id, than]).await?;
    Ok(row.is_some())
}
