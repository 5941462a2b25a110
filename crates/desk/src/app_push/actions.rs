//! Setting and removing a brand's address.

use proofdesk_store::Tx;

use super::event::{AppPushRemoved, AppPushSet};
use super::{AppPush, sql};
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::BrandId;
use crate::log::{self, NewEvent, Stream};
use crate::outward::Policy;
use crate::permission::Permission;
use crate::webhook::check_url;
use crate::{brand, code::Code};

/// Sets where a brand's notifications for the app go. They are signed with the new secret from now on; without one the secret that
/// is there stays.
///
/// # Errors
/// `no-permission` without `webhook.manage`; `not-found`; `webhook-url`; `field-required` for a missing secret where there is none.
pub async fn set(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    url: &str,
    sealed_secret: Option<&[u8]>,
    policy: &Policy,
) -> Result<AppPush> {
    cx.viewer.require(Permission::WebhookManage)?;
    check_url(url, policy)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    brand::view::find(tx, brand_id).await?.or_not_found()?;
    let known = super::view::find(tx, brand_id).await?;
    let kept = known.map(|known| known.sealed_secret);
    let sealed = sealed_secret.map(<[u8]>::to_vec).or(kept);
    let sealed_secret = sealed.ok_or_else(|| Error::field("secret", Code::FieldRequired))?;
    let push = AppPush { brand_id, url: url.to_owned(), sealed_secret, updated_at: cx.now };
    sql::set(tx, &push).await?;
    chain.append(tx, cx, &[NewEvent::of(&AppPushSet { brand_id })?]).await?;
    Ok(push)
}

/// Sends a brand's notifications to no app any more.
///
/// # Errors
/// `no-permission` without `webhook.manage`; `not-found` where there is none.
pub async fn remove(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId) -> Result<()> {
    cx.viewer.require(Permission::WebhookManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    if !sql::delete(tx, brand_id).await? {
        return Err(Error::refused(Code::NotFound));
    }
    chain.append(tx, cx, &[NewEvent::of(&AppPushRemoved { brand_id })?]).await?;
    Ok(())
}
