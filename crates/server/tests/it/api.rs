//! `/api/v1`.

mod api_token;
mod customer_session;
mod link;
mod session;
mod totp;
