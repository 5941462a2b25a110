use askama::Template;
use proofdesk_locale::Locale;

use super::{Choice, Status, TicketRow};
use crate::{Here, Page};

/// The start page: open tickets and the ways to write for the signed-in, how to sign in for others.
#[derive(Template)]
#[template(path = "home.html")]
pub struct Home {
    pub page: Page,
    /// The newest open ones.
    pub tickets: Vec<TicketRow>,
    /// Categories to begin a new ticket with.
    pub topics: Vec<Choice>,
    /// The category of a stolen account, where the desk has one.
    pub theft: Option<String>,
}

/// How to sign in.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub struct SignIn {
    pub page: Page,
    /// Whether a page that needs a session led here.
    pub needed: bool,
}

/// Asks before a link changes the account: else a stranger's link could make the customer write
/// into the stranger's account.
#[derive(Template)]
#[template(path = "sign_in_other.html")]
pub struct SignInOther {
    pub page: Page,
    /// The name of who is signed in.
    pub current: String,
    /// The token of the other account, not yet used.
    pub token: String,
    /// The local path to go to after it.
    pub to: String,
}

/// The development page: demo customers to sign in as.
#[derive(Template)]
#[template(path = "development.html")]
pub struct Development {
    pub page: Page,
    pub customers: Vec<DemoCustomer>,
}

/// One button of the development page.
#[derive(Clone, Debug)]
pub struct DemoCustomer {
    /// What the form sends back.
    pub id: String,
    pub name: String,
    pub uid: String,
    pub locale: Option<Locale>,
}
