//! The pages: what each shows, and its template.

mod account;
mod fact;
mod form;
mod leak;
mod notification;
mod problem;
mod ticket;

pub use account::{DemoCustomer, Development, Home, SignIn, SignInOther};
pub use fact::{Fact, Standing, groups};
pub use form::{Choice, Field, FormProblem, KeptFile, MessageForm, NewTicket, TicketForm};
pub use leak::{Leak, LeakGroup};
pub use notification::{NotificationList, NotificationRow, NotificationSettings, OpenLink};
pub use problem::{Problem, ProblemKind};
pub use ticket::{
    Attachment, Author, Body, Entry, EventLine, FileKind, Live, Message, Status, Ticket,
    TicketHead, TicketList, TicketRow,
};
