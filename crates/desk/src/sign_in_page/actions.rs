//! Setting and removing a brand's page.

use proofdesk_store::Tx;
use url::{Host, Url};

use super::event::{SignInPageRemoved, SignInPageSet};
use super::{SignInPage, sql};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::BrandId;
use crate::log::{self, NewEvent, Stream};
use crate::outward::{Policy, Reach};
use crate::permission::Permission;
use crate::text::name;
use crate::{brand, limits};

/// Sets where a brand's customers sign in, and the parameter in which the exchange is told where they want to go.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `field-invalid` at `url` for what is no https address without a user name
/// (to this machine http will do where webhooks may use it), at `parameter` for what is no plain name;
/// `holds-secret` at either.
pub async fn set(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    url: &str,
    parameter: &str,
    policy: &Policy,
) -> Result<SignInPage> {
    cx.viewer.require(Permission::BrandManage)?;
    let url = read(url, policy).ok_or_else(|| Error::field("url", Code::FieldInvalid))?;
    if !is_name(parameter) {
        return Err(Error::field("parameter", Code::FieldInvalid));
    }
    name::refuse_secret("url", url.as_str())?;
    name::refuse_secret("parameter", parameter)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    brand::view::find(tx, brand_id).await?.or_not_found()?;
    let parameter = parameter.to_owned();
    let page = SignInPage { brand_id, url: url.into(), parameter, updated_at: cx.now };
    sql::set(tx, &page).await?;
    chain.append(tx, cx, &[NewEvent::of(&SignInPageSet { brand_id })?]).await?;
    Ok(page)
}

/// Nobody calls it from here, so where its name leads is not looked at again: plain http is for this machine alone.
fn read(url: &str, policy: &Policy) -> Option<Url> {
    let (url, reach) = policy.check(url).ok()?;
    let is_here = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    (reach == Reach::Public || is_here).then_some(url)
}

fn is_name(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    !text.is_empty() && text.len() <= limits::SLUG_CHARS && text.chars().all(plain)
}

/// Leads a brand's customers to no page any more.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found` where there is none.
pub async fn remove(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    if !sql::delete(tx, brand_id).await? {
        return Err(Error::refused(Code::NotFound));
    }
    chain.append(tx, cx, &[NewEvent::of(&SignInPageRemoved { brand_id })?]).await?;
    Ok(())
}
