use askama::Template;
use proofdesk_locale::Locale;

use super::{Choice, Fact, Field, FormProblem, FoundLink, Standing, Status, TicketRow};
use crate::{Here, Page};

/// The start page: the ways to write, open tickets of the signed-in, how to sign in for others.
#[derive(Template)]
#[template(path = "home.html")]
pub struct Home {
    pub page: Page,
    /// What was typed into the box, when it could not be read.
    pub question: Field,
    /// The newest open ones.
    pub tickets: Vec<TicketRow>,
    /// Networks that stand still, a sentence each.
    pub suspended: Vec<String>,
    /// Categories to begin a new ticket with.
    pub topics: Vec<Choice>,
    /// Addresses and names of the help centre's sections.
    pub help: Vec<(String, String)>,
}

impl Home {
    fn problems(&self) -> Vec<FormProblem> {
        let error = self.question.error.iter();
        error.map(|text| FormProblem { field: "question", text: text.clone() }).collect()
    }
}

/// Something that was recognised in what was typed into the box.
#[derive(Clone, Debug)]
pub struct Recognised {
    pub fact: Fact,
    /// The key of what its check means, where that is worth a sentence.
    pub said: Option<&'static str>,
    /// Where it can exist, as a sentence.
    pub networks: Option<String>,
}

/// What was made of a question, and where it leads.
#[derive(Template)]
#[template(path = "answered.html")]
pub struct Answered {
    pub page: Page,
    /// The question as it may rest.
    pub text: String,
    pub recognised: Vec<Recognised>,
    /// A UID in it is not that of the account that is signed in.
    pub uid_differs: bool,
    /// The names of secrets that were hidden, and keys of what to do now.
    pub leak: Option<(String, Vec<&'static str>)>,
    /// Kinds of those that are certainly keys, with commas between them.
    pub leaked: String,
    /// What may answer it: of words alone, not of evidence.
    pub articles: Vec<FoundLink>,
    /// Where the rest of them is.
    pub more: String,
    /// One's own tickets in which the same stands.
    pub tickets: Vec<TicketRow>,
    /// The categories that fit, best first.
    pub fitting: Vec<Choice>,
    pub others: Vec<Choice>,
}

impl Answered {
    /// Whether a theft may be what is told: then nothing comes before stopping it.
    fn is_theft(&self) -> bool {
        self.fitting.first().is_some_and(|choice| choice.value == "theft")
    }
}

/// How to sign in.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub struct SignIn {
    pub page: Page,
    /// Set where a page that needs a session led here: where one writes without one.
    pub write: Option<String>,
    /// What the reader wrote and nobody took, to be copied.
    pub typed: Vec<String>,
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
