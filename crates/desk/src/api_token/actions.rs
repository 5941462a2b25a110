//! Making and revoking API tokens.

use std::collections::BTreeSet;

use proofdesk_store::Tx;

use super::event::{ApiTokenCreated, ApiTokenRevoked};
use super::{ApiToken, CreatedToken, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{ApiTokenId, StaffId};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::session;
use crate::staff::{self, StaffState};
use crate::text::Clean;
use crate::time::Timestamp;
use crate::token::{Token, TokenKind};
use crate::viewer::Viewer;

/// What a token is to be.
#[derive(Clone, Debug)]
pub struct NewApiToken {
    /// Whose power it carries: the viewer's own; the operator names a member.
    pub staff_id: StaffId,
    pub name: String,
    /// At least one; each a permission that the member holds now.
    pub scopes: BTreeSet<Permission>,
    /// At most a year ahead; `None` is for the operator alone.
    pub expires_at: Option<Timestamp>,
}

/// Makes a token for the viewer's own account. The secret is shown once.
///
/// # Errors
/// `no-permission` without `token.manage`, for somebody else's account, or for a scope that the member does not hold;
/// `session-required`; `second-factor-required`; `field-required`, `field-invalid`; `limit-reached`.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, new: &NewApiToken) -> Result<CreatedToken> {
    cx.viewer.require(Permission::TokenManage)?;
    if let Viewer::Staff(_) = &cx.viewer {
        let (staff_id, _) = session::own(&cx.viewer)?;
        if staff_id != new.staff_id {
            return Err(Error::no_permission(Permission::TokenManage));
        }
        session::actions::require_step_up(tx, cx).await?;
    }
    let name = Clean::line("name", &new.name, limits::NAME_CHARS)?;
    check_end(cx, new.expires_at)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    check_scopes(tx, new).await?;
    let live = view::of_staff(tx, new.staff_id).await?;
    if live.iter().filter(|t| t.revoked_at.is_none()).count() >= limits::API_TOKENS_PER_MEMBER {
        return Err(Error::limit_reached(limits::API_TOKENS_PER_MEMBER));
    }
    let token = Token::fresh(cx, TokenKind::Api);
    let row = ApiToken {
        id: cx.id(),
        staff_id: new.staff_id,
        name: name.as_str().to_owned(),
        scopes: new.scopes.clone(),
        created_at: cx.now,
        expires_at: new.expires_at,
        used_at: None,
        revoked_at: None,
    };
    sql::insert(tx, &row, &token.hash()).await?;
    let event = ApiTokenCreated {
        api_token_id: row.id,
        staff_id: row.staff_id,
        scopes: row.scopes.iter().map(|p| p.to_string()).collect(),
        expires_at: row.expires_at,
    };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(CreatedToken { id: row.id, token })
}

fn check_end(cx: &Cx, expires_at: Option<Timestamp>) -> Result<()> {
    let Some(at) = expires_at else {
        return match cx.viewer {
            Viewer::Staff(_) => Err(Error::field("expires_at", Code::FieldRequired)),
            _ => Ok(()),
        };
    };
    if at <= cx.now || at > cx.after(limits::API_TOKEN_LIFETIME_MAX) {
        return Err(Error::field("expires_at", Code::FieldInvalid));
    }
    Ok(())
}

async fn check_scopes(tx: &Tx<'_>, new: &NewApiToken) -> Result<()> {
    let member = staff::view::load(tx, new.staff_id).await?.or_not_found()?;
    if member.state != StaffState::Active {
        return Err(Error::refused(Code::MemberDisabled));
    }
    if new.scopes.is_empty() {
        return Err(Error::field("scopes", Code::FieldRequired));
    }
    let (grants, _) = staff::view::grants(tx, new.staff_id).await?;
    match new.scopes.iter().find(|scope| !grants.contains_key(scope)) {
        Some(scope) => Err(Error::no_permission(*scope)),
        None => Ok(()),
    }
}

/// Revokes a token for good: one's own, or anybody's with `token.manage`.
///
/// # Errors
/// `not-found` for tokens that are unknown, revoked, or not the viewer's to see.
pub async fn revoke(tx: &Tx<'_>, cx: &mut Cx, id: ApiTokenId) -> Result<()> {
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let token = view::find(tx, id).await?.or_not_found()?;
    if cx.viewer.require(Permission::TokenManage).is_err()
        && cx.viewer.staff()?.staff_id != token.staff_id
    {
        return Err(Error::refused(Code::NotFound));
    }
    if !sql::revoke(tx, id, cx.now).await? {
        return Err(Error::refused(Code::NotFound));
    }
    let event = ApiTokenRevoked { api_token_id: id, staff_id: token.staff_id };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(())
}

/// Notes that a token was used just now. Call it when [`super::ApiTokenInfo::touch_due`] says so.
pub async fn touch(tx: &Tx<'_>, cx: &Cx, id: ApiTokenId) -> Result<()> {
    sql::set_used(tx, id, cx.now).await
}
