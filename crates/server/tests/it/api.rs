//! `/api/v1`.

mod account;
mod api_token;
mod attachment;
mod bad_input;
mod customer_session;
mod form;
mod link;
mod live;
mod scan;
mod session;
mod text_check;
mod ticket;
mod totp;
mod transcript;
mod upload;
mod webhook;
