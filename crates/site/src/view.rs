//! The pages: what each shows, and its template.

mod account;
mod form;
mod problem;
mod ticket;

pub use account::{DemoCustomer, Development, Home, SignIn, SignInOther};
pub use form::{Choice, Field, FormProblem, KeptFile, MessageForm, NewTicket, TicketForm};
pub use problem::{Problem, ProblemKind};
pub use ticket::{
    Attachment, Author, Body, Entry, EventLine, FileKind, Live, Masked, Message, Status, Ticket,
    TicketHead, TicketList, TicketRow,
};
