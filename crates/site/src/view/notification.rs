use askama::Template;
use proofdesk_locale::Locale;

use super::Live;
use crate::{Here, Page};

/// What a customer was told of, newest first.
#[derive(Template)]
#[template(path = "notifications.html")]
pub struct NotificationList {
    pub page: Page,
    pub rows: Vec<NotificationRow>,
    /// The cursor of the next page.
    pub older: Option<String>,
    /// `None` on later pages, which do not move.
    pub live: Option<Live>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct NotificationRow {
    /// Where it leads.
    pub href: String,
    /// Of the ticket; `None` for what the exchange told of none.
    pub number: Option<String>,
    /// What happened, in the reader's words.
    pub what: String,
    pub subject: String,
    /// Of the subject.
    pub lang: Option<String>,
    pub at_us: i64,
    pub is_new: bool,
}

/// What a customer is sent beside the page.
#[derive(Template)]
#[template(path = "notification_settings.html")]
pub struct NotificationSettings {
    pub page: Page,
    /// The names of the roads that there are for this customer.
    pub roads: Vec<String>,
    /// The names of the boxes that the page has, for whoever reads what it sends.
    pub offered: String,
    /// What was sent came from a page of another version, and nothing was changed by it.
    pub is_older: bool,
    /// The language that stands in the list.
    pub language: Locale,
    /// One row for each thing that they are told of.
    pub topics: Vec<TopicRow>,
    pub has_mail: bool,
    pub address: Option<String>,
    pub has_app: bool,
    /// Mail to that address came back, and none is sent for a while.
    pub is_failing: bool,
    /// `None` where the desk sends no pushes, or not to this customer.
    pub push: Option<PushSettings>,
}

/// One thing that a customer is told of, and on which roads.
#[derive(Clone, Debug)]
pub struct TopicRow {
    pub name: String,
    pub hint: String,
    /// Whether there is a choice; without one it always goes.
    pub is_chosen: bool,
    /// One for each road.
    pub boxes: Vec<TopicBox>,
}

/// Whether it goes on one road.
#[derive(Clone, Debug)]
pub struct TopicBox {
    /// Of the field.
    pub name: String,
    /// What a screen reader says of it.
    pub label: String,
    pub is_on: bool,
}

/// The browsers in which a customer hears of their tickets.
#[derive(Clone, Debug)]
pub struct PushSettings {
    /// The installation's public key, which a browser wants when it subscribes.
    pub key: String,
    pub devices: Vec<DeviceRow>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct DeviceRow {
    pub id: String,
    /// As the browser named itself; may be empty.
    pub name: String,
    pub service: String,
    /// By which a browser knows its own row.
    pub digest: String,
    pub since_us: i64,
    pub sent_us: Option<i64>,
}

/// The page behind a mailed link.
#[derive(Template)]
#[template(path = "open_link.html")]
pub struct OpenLink {
    pub page: Page,
    pub number: String,
    /// Opening it is what the customer is asked for, to prove who they are.
    pub asked: bool,
    pub token: String,
}

/// How whoever has a link that is over gets on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkWay {
    /// A new one can be mailed.
    Mail,
    /// It was, just now.
    Sent,
    /// They have an account at the exchange by now.
    SignIn,
    Nothing,
}

/// The page behind a mailed link that is over.
#[derive(Template)]
#[template(path = "link_over.html")]
pub struct LinkOver {
    pub page: Page,
    pub way: LinkWay,
    pub token: String,
}
