//! What goes out of the desk and comes into it: files at rest, outgoing webhooks, mail.
//!
//! * [`blob`]: sealed files in a folder (later in object storage).
//! * [`bridge`]: the exchange's own account system, over HTTP.
//! * [`clamd`]: the virus scanner.
//! * [`client`]: what every outgoing request has in common.
//! * [`intake`] and [`picture`]: what becomes of a file before anybody sees it.
//! * [`keyring`]: the file of master keys.
//! * [`mail`]: what goes out over SMTP.
//! * [`otlp`]: spans on their way to a collector.
//! * [`push`]: what wakes a browser.
//! * [`search_node`]: the node that has the search indexes, for one that has none.
//! * [`sniff`] and [`file_name`]: what an uploaded file is, and a name for it that harms nobody.
//! * [`webhook`]: signed deliveries to the outside, never to the inside.

pub mod blob;
pub mod bridge;
pub mod clamd;
pub mod client;
mod desk_blob;
pub mod file_name;
pub mod intake;
pub mod keyring;
pub mod mail;
pub mod otlp;
pub mod picture;
pub mod push;
pub mod search_node;
pub mod sniff;
pub mod webhook;
