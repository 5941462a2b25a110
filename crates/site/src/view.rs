//! The pages: what each shows, and its template.

mod account;
mod exchange;
mod fact;
mod form;
mod help;
mod intake;
mod leak;
mod look;
mod notification;
mod problem;
mod reach;
mod search;
mod side;
mod stranger;
mod ticket;
mod verify;

pub use account::{Answered, DemoCustomer, Development, Home, Recognised, SignIn, SignInOther};
pub use exchange::{
    AccountFacts, AccountTaken, AccountTakenOpen, Beside, Freeze, Line, OwnAccount, Part, Tone,
    Transfer,
};
pub use fact::{Fact, Standing, groups};
pub use form::{Choice, Field, FormProblem, KeptFile, MessageForm, TicketForm};
pub use help::{
    Alternate, ArticleLink, HelpArticle, HelpGlossary, HelpHead, HelpHome, HelpSection, HelpTable,
    HelpTerm, SectionList, TermLine, TreeStep,
};
pub use intake::{
    AnswerLate, Asked, Carried, Check, Choose, DraftRow, GivenFact, Input, Known, LinkedProblem,
    Place, QuestionStep, SeenText, TextStep,
};
pub use leak::{Leak, LeakGroup};
pub use look::{LookRow, Looks, SessionRow, Sessions};
pub use notification::{
    DeviceRow, LinkOver, LinkWay, NotificationList, NotificationRow, NotificationSettings,
    OpenLink, PushSettings, TopicBox, TopicRow,
};
pub use problem::{Limited, Problem, ProblemKind};
pub use reach::{AnswerTime, Reach, Reached, Way};
pub use search::{Facet, FoundLink, FoundPiece, HelpSearch, Searched};
pub use side::{Side, SideMessage, SideOver, SideWay};
pub use stranger::{Gone, Write, WriteQuestion, WriteTopics, Written};
pub use ticket::{
    Attachment, Author, Body, Entry, Escalation, EventLine, FileKind, Given, Live, Message,
    Missing, Proof, ProofWay, ReplyLate, Status, Step, StepKind, Ticket, TicketHead, TicketList,
    TicketRow, Waiting,
};
pub use verify::{Outcome, Verified, Verify};
