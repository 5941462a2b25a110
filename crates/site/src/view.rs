//! The pages: what each shows, and its template.

mod account;
mod exchange;
mod fact;
mod form;
mod intake;
mod leak;
mod notification;
mod problem;
mod ticket;

pub use account::{Answered, DemoCustomer, Development, Home, Recognised, SignIn, SignInOther};
pub use exchange::{AccountFacts, AccountTaken, Freeze, Line, OwnAccount, Part, Tone, Transfer};
pub use fact::{Fact, Standing, groups};
pub use form::{Choice, Field, FormProblem, KeptFile, MessageForm, TicketForm};
pub use intake::{
    Check, Choose, DraftRow, GivenFact, Input, LinkedProblem, QuestionStep, TextStep,
};
pub use leak::{Leak, LeakGroup};
pub use notification::{NotificationList, NotificationRow, NotificationSettings, OpenLink};
pub use problem::{Problem, ProblemKind};
pub use ticket::{
    Attachment, Author, Body, Entry, Escalation, EventLine, FileKind, Given, Live, Message, Status,
    Step, StepKind, Ticket, TicketHead, TicketList, TicketRow, Waiting,
};
