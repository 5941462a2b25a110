//! The pages: what each shows, and its template.

mod account;
mod fact;
mod form;
mod leak;
mod look;
mod problem;
mod reach;
mod ticket;
mod verify;

pub use account::{DemoCustomer, Development, Home, SignIn, SignInOther};
pub use fact::{Fact, Standing, groups};
pub use form::{Choice, Field, FormProblem, KeptFile, MessageForm, NewTicket, TicketForm};
pub use leak::{Leak, LeakGroup};
pub use look::{LookRow, Looks, SessionRow, Sessions};
pub use problem::{Problem, ProblemKind};
pub use reach::{AnswerTime, Reach, Reached};
pub use ticket::{
    Attachment, Author, Body, Entry, EventLine, FileKind, Live, Message, Status, Ticket,
    TicketHead, TicketList, TicketRow,
};
pub use verify::{Outcome, Verified, Verify};
