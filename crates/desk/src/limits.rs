//! Every limit of the desk by name. What is not here is not limited, and nothing is.

use std::time::Duration;

pub const SUBJECT_CHARS: usize = 200;
/// A message's body. Longer texts belong in an attachment, and the refusal says so.
pub const BODY_CHARS: usize = 50_000;
/// Categories that are offered for what somebody wrote; the others stand below them.
pub const FITTING_CATEGORIES: usize = 3;
pub const NAME_CHARS: usize = 120;
pub const EMAIL_CHARS: usize = 254;
/// What a constraint says: a few lines beside a ticket.
pub const CONSTRAINT_CHARS: usize = 1_000;
/// Constraints of one customer that are not over.
pub const CONSTRAINTS_PER_CUSTOMER: i64 = 50;
/// Constraints of one customer in one answer: all that are not over, and the newest of the others.
pub const CONSTRAINTS_SHOWN: u32 = 100;
/// How far from now a constraint can begin or end.
pub const CONSTRAINT_SPAN: Duration = Duration::from_secs(10 * 366 * 24 * 3600);
/// For how long a customer is asked to prove who they are, before it is asked anew.
pub const VERIFICATION_ASK_LIFETIME: Duration = Duration::from_secs(7 * 24 * 3600);
/// Tickets of one customer in which they are asked at the same time: each is told when they sign in.
pub const VERIFICATION_ASKS_PER_CUSTOMER: i64 = 20;
pub const REASON_CHARS: usize = 500;
pub const TAG_CHARS: usize = 40;
pub const TAGS_PER_TICKET: usize = 30;
pub const FILE_NAME_CHARS: usize = 180;
pub const ATTACHMENT_BYTES: u64 = 100 * 1024 * 1024;
pub const ATTACHMENTS_PER_MESSAGE: usize = 20;
/// What a message says beyond so many things is prose, or an attack.
pub const EVIDENCE_PER_MESSAGE: usize = 40;
pub const EVIDENCE_PER_TICKET: usize = 1_000;
pub const EVIDENCE_CHARS: usize = 2_000;
/// The longest that what came in may lie sealed and unread, in hours: uploads under way, events of the exchange.
pub const SEALED_INPUT_HOURS: i64 = 72;
/// The same of files that no message took.
pub const SEALED_FILE_HOURS: i64 = 168;
/// How often is looked for what lies too long.
pub const SEALED_INPUT_EVERY: Duration = Duration::from_secs(5 * 60);
/// How often what destroyed input leaves in pages of an SQLite file is cleared, when anything was destroyed.
pub const DESTROYED_CLEARED_EVERY: Duration = Duration::from_secs(3600);
/// The same of messages and files that were erased.
pub const ERASED_CLEARED_EVERY: Duration = Duration::from_secs(10 * 60);
/// No file that no message took is older than this, nor bytes without a row.
pub const UNUSED_ATTACHMENT_AGE: Duration = Duration::from_secs(7 * 24 * 3600);
/// Larger pictures are kept with their metadata, and marked so: a picture is held in memory while it is read.
pub const PICTURE_BYTES: u64 = 32 * 1024 * 1024;
/// Pictures that are read at the same time.
pub const PICTURES_AT_ONCE: usize = 2;
/// Uploads of one person that are not finished.
pub const UPLOADS_PER_PERSON: i64 = 40;
/// Files of one person that no message took yet, and their bytes together.
pub const UNCLAIMED_FILES: i64 = 100;
pub const UNCLAIMED_BYTES: i64 = 2 << 30;
/// A piece of an upload counts once so much of it rests. A cut costs less than this.
pub const UPLOAD_PART_BYTES: u64 = 4 * 1024 * 1024;
/// Pieces of one upload: a sender cannot make a hundred million of them, and a poor connection does not come near.
pub const UPLOAD_PARTS: i64 = 1_000;
/// A sender who sends nothing for so long is told so and let go.
pub const UPLOAD_STALL: Duration = Duration::from_secs(60);
/// The same for a body that is no file, which is small.
pub const BODY_STALL: Duration = Duration::from_secs(15);
/// How long a request's head may take from its first byte on.
pub const HEADER_TIME: Duration = Duration::from_secs(15);
/// How long a connection may rest before its next request. Reverse proxies keep theirs for a minute, and lose a request on
/// one that is closed under their hands.
pub const CONNECTION_REST: Duration = Duration::from_secs(75);
/// How long whoever asked may take nothing of the answer. A download that rests for longer goes on by a range.
pub const ANSWER_STALL: Duration = Duration::from_secs(5 * 60);
/// How long a write that worked stands for "writing works", and how long a failed one stands for the opposite.
pub const READY_FOR: Duration = Duration::from_secs(10);
pub const UNREADY_FOR: Duration = Duration::from_secs(1);
/// How long the virus scanner may take for one file.
pub const SCAN_TIME: Duration = Duration::from_secs(120);
/// Spans that wait for the collector of traces; what comes beyond them is dropped, and no request waits.
pub const SPANS_WAITING: usize = 2_048;
/// Spans that go to it at once.
pub const SPANS_SENT: usize = 512;
/// How long they wait for others to go with.
pub const SPANS_EVERY: Duration = Duration::from_secs(5);
/// How long the collector may take for them, and how long a stop waits for the last ones.
pub const SPANS_TIME: Duration = Duration::from_secs(5);
pub const SCAN_ATTEMPTS: u32 = 20;
/// Files that one round asks the scanner for again.
pub const SCAN_PAGE: u32 = 200;
/// A file of which the scanner could not tell anything is shown to it again after this.
pub const SCAN_AGAIN: Duration = Duration::from_secs(7 * 24 * 3600);
pub const SCAN_NOTE_CHARS: usize = 200;
/// Answers of one line: numbers of orders, times, amounts, choices.
pub const ANSWER_LINE_CHARS: usize = 100;
pub const ANSWER_TICKER_CHARS: usize = 20;
pub const ANSWER_CHARS: usize = 2_000;
/// A raw request or response of the exchange's API.
pub const ANSWER_API_CHARS: usize = 20_000;
pub const QUESTIONS_PER_FORM: usize = 30;
pub const CHOICES_PER_QUESTION: usize = 30;
pub const QUESTION_KEY_CHARS: usize = 40;
pub const QUESTION_CHARS: usize = 200;
/// Drafts that nobody went on with are forgotten after this, as uploads are that no message took.
pub const DRAFT_AGE: Duration = UNUSED_ATTACHMENT_AGE;
/// Files of a draft, from all devices that go on with it: as many as can wait for a message.
pub const DRAFT_FILES: usize = 100;
/// Replies and notes that a member has begun and not sent, and how long each is kept after the last word of it.
pub const REPLY_DRAFTS_PER_MEMBER: i64 = 500;
pub const REPLY_DRAFT_AGE: Duration = Duration::from_secs(30 * 24 * 3600);
/// Acts that a draft says go along with it: more than can be sent, so that whoever writes is told of it then and not before.
pub const REPLY_DRAFT_ACTS: usize = 30;
/// The same as JSON, in characters.
pub const REPLY_DRAFT_ACTS_CHARS: usize = 20_000;
/// A customer may ask after a ticket when its last message is this old, and again when their last asking is.
pub const NUDGE_AFTER: Duration = Duration::from_secs(3600);
pub const NUDGE_EVERY: Duration = Duration::from_secs(4 * 3600);
/// The time that each tier has before a customer may go above it.
pub const ESCALATE_AGAIN: Duration = Duration::from_secs(24 * 3600);
pub const JSON_BODY_BYTES: usize = 1024 * 1024;
/// Parts of a form with files that are no files: more than any form of ours has, whatever it asks.
pub const FORM_PARTS: usize = 200;
/// Files of one form of which it is said why they were not taken. What comes behind them is heard out, and nothing of it is kept.
pub const FORM_FILES_REFUSED: usize = 100;
/// What stands in front of one part of it, its name and that of its file: it lies in memory until it is whole.
pub const FORM_HEAD_BYTES: usize = 16 * 1024;

pub const PAGE_DEFAULT: u32 = 50;
pub const PAGE_MAX: u32 = 200;
/// Counts beyond this say "1000+".
pub const COUNT_CAP: i64 = 1_000;
pub const COUNT_SHARDS: u32 = 8;
/// Tickets of a list that are counted for whoever asks for its end: of a longer one nobody is told how long it is.
pub const LIST_COUNT_CAP: i64 = 10_000;
/// What staff type to find tickets.
pub const FILTER_CHARS: usize = 500;
pub const FILTER_TERMS: usize = 30;
/// Tickets that the words of a filter may stand for: the newest (or oldest, or best) of those that have them.
pub const SEARCH_FOUND: usize = 2_000;
/// Of these, so many are looked at in one statement where the order is that of the index, which a page seldom goes beyond.
pub const SEARCH_CHECKED: usize = 200;
/// Customers of the addresses and UIDs of a filter by whom a search for words is narrowed.
pub const SEARCH_CUSTOMERS: usize = 1_000;
/// How long a node without an index waits for the one that it asks.
pub const SEARCH_NODE_DEADLINE: Duration = Duration::from_secs(2);
/// One that let somebody wait in vain is not asked again within this.
pub const SEARCH_NODE_SILENCE: Duration = Duration::from_secs(5);
/// How far the clocks of two nodes may be apart.
pub const SEARCH_NODE_SKEW: Duration = Duration::from_secs(60);
/// A question of another node, and its answer.
pub const SEARCH_NODE_QUESTION_BYTES: usize = 256 * 1024;
pub const SEARCH_NODE_ANSWER_BYTES: usize = 4 * 1024 * 1024;
/// Text of one ticket that is searched.
pub const SEARCH_TICKET_BYTES: usize = 1024 * 1024;
/// Tickets of one step of building the index.
pub const SEARCH_BUILD_PAGE: u32 = 500;
/// Messages of a ticket in which a snippet is looked for, the newest first.
pub const SEARCH_SNIPPET_MESSAGES: u32 = 50;
pub const SEARCH_SNIPPET_CHARS: usize = 160;
/// Between two commits of the index while the desk is busy.
pub const SEARCH_COMMIT_EVERY: Duration = Duration::from_millis(250);
/// Between two snapshots of an index, and between two looks whether it is time for one.
pub const SEARCH_SNAPSHOT_EVERY: Duration = Duration::from_secs(6 * 3600);
pub const SEARCH_SNAPSHOT_LOOK: Duration = Duration::from_secs(5 * 60);
/// How long one of another version's program is kept.
pub const SEARCH_SNAPSHOT_FORGOTTEN: Duration = Duration::from_secs(7 * 24 * 3600);
pub const SEARCH_SNAPSHOT_BYTES: u64 = 256 << 30;
/// Values of one word of a filter.
pub const FILTER_VALUES: usize = 50;
/// Saved views of one member, and those that are shared.
pub const VIEWS_PER_MEMBER: i64 = 50;
pub const VIEWS_SHARED: i64 = 200;
/// Counts of saved views beyond this say "99+".
pub const VIEW_COUNT_CAP: i64 = 99;
/// Saved views that one request counts.
pub const VIEWS_COUNTED: usize = 30;

/// Macros of one member, and those that are shared; archived ones count.
pub const MACROS_PER_MEMBER: i64 = 100;
pub const MACROS_SHARED: i64 = 1_000;
/// A macro's text in one language.
pub const MACRO_CHARS: usize = 10_000;
/// Macros that one message is sent with.
pub const MACROS_PER_MESSAGE: usize = 10;
/// What is done to the ticket with one message.
pub const ACTS_PER_MESSAGE: usize = 6;
/// Tickets that go on in one: each is read beside it.
pub const MERGED_PER_TICKET: usize = 50;
/// Tickets that one is linked with: all of them are shown beside it.
pub const LINKED_PER_TICKET: usize = 100;
/// Messages that are split off a ticket at once.
pub const SPLIT_MESSAGES: usize = 50;
/// Members who follow one ticket without being assigned to it.
pub const PARTICIPANTS_PER_TICKET: usize = 200;
/// Members whom one note mentions, those of the teams that it mentions included.
pub const MENTIONED_PER_NOTE: usize = 50;
pub const MENTIONED_TEAMS_PER_NOTE: usize = 10;
/// A member whose console asked for something so short a while ago is here, and is not mailed of a mention.
pub const HERE: Duration = Duration::from_secs(10 * 60);
/// A member is mailed of mentions in one ticket once in this time.
pub const MENTION_MAIL_EVERY: Duration = Duration::from_secs(15 * 60);
/// Departments, those that are not asked any more among them.
pub const DEPARTMENTS: usize = 200;
/// Side conversations of one ticket, and messages of one of them: all are read at once.
pub const SIDE_CONVERSATIONS: i64 = 20;
pub const SIDE_MESSAGES: i64 = 200;
pub const SIDE_CHARS: usize = 10_000;
/// A mailed link to a side conversation, from its last message on.
pub const SIDE_LINK_LIFETIME: Duration = Duration::from_secs(14 * 24 * 3600);
/// What a department may write into one conversation in [`SIDE_WINDOW`].
pub const SIDE_ANSWERS: i64 = 30;
pub const SIDE_WINDOW: Duration = Duration::from_secs(3600);
/// Files that a department sends with one answer, the bytes of each, and how many of them come into one conversation in
/// [`SIDE_WINDOW`].
pub const SIDE_FILES: usize = 10;
pub const SIDE_FILE_BYTES: u64 = 50 * 1024 * 1024;
pub const SIDE_FILES_IN: i64 = 60;
/// Mails to one department in [`MAIL_WINDOW`]: whole teams of agents ask it.
pub const MAILS_PER_DEPARTMENT: i64 = 120;

/// For how long a ticket can be put aside.
pub const SNOOZE_MAX: Duration = Duration::from_secs(366 * 24 * 3600);
/// Tries to bring one back: some hours of a database that is away.
pub const WAKE_ATTEMPTS: u32 = 40;

/// How often a console that is connected writes down that its member is there.
pub const SEEN_EVERY: Duration = Duration::from_secs(45);
/// Whoever is online and has no console connected for this long is offline.
pub const UNSEEN_OFFLINE: Duration = Duration::from_secs(5 * 60);
/// How often somebody looks for them, and for tickets that were left waiting.
pub const PRESENCE_EVERY: Duration = Duration::from_secs(60);
/// Tickets of one team that are given out at each such look. What comes to a team is given out by jobs of its own.
pub const GIVEN_PER_LOOK: u64 = 500;
/// Members who are set offline before the next are read.
pub const PRESENCE_PAGE: u32 = 200;
/// The most open tickets that a member can be limited to.
pub const CAPACITY: i64 = 1_000;
/// Tries to verify the log, each from the beginning.
pub const VERIFICATION_ATTEMPTS: u32 = 3;
/// Findings that a verification keeps; all are counted.
pub const VERIFICATION_FINDINGS: usize = 100;
/// How often one that goes on tells how far it is.
pub const VERIFICATION_TOLD_EVERY: Duration = Duration::from_secs(1);
/// Shifts of one member's week.
pub const SHIFTS_PER_MEMBER: usize = 56;
/// Absences of one member that are not over.
pub const ABSENCES_PER_MEMBER: i64 = 100;
/// How far from today an absence may begin or end, in days.
pub const ABSENCE_DAYS: i64 = 732;
/// Moments that are looked at to find out when a member is on shift again; one that has not come by then is not told.
pub const ROTA_STEPS: usize = 512;
/// Tries to give a team's tickets out, and to take a member's back.
pub const ASSIGN_ATTEMPTS: u32 = 20;
/// Tickets that are looked up at once to be taken from somebody.
pub const HAND_BACK_PAGE: u32 = 100;

/// Replays longer than this answer `resync`.
pub const LIVE_REPLAY_EVENTS: i64 = 5_000;
/// Frames that one connection may lag behind before it is closed.
pub const LIVE_QUEUE_FRAMES: usize = 1_024;
/// Changed tickets that a connection which takes one frame a second may have waiting before it is closed.
pub const LIVE_COALESCED_TICKETS: usize = 10_000;
/// Live connections of one person on one node. One more is refused.
pub const LIVE_CONNECTIONS_PER_PERSON: usize = 32;
pub const FEED_PAGE: i64 = 500;

pub const STAFF_SESSION_IDLE: Duration = Duration::from_secs(12 * 3600);
pub const STAFF_SESSION_MAX: Duration = Duration::from_secs(7 * 24 * 3600);
pub const CUSTOMER_SESSION_IDLE: Duration = Duration::from_secs(24 * 3600);
pub const CUSTOMER_SESSION_MAX: Duration = Duration::from_secs(30 * 24 * 3600);
/// A session's `seen_at` is written at most this often.
pub const SESSION_TOUCH: Duration = Duration::from_secs(60);
pub const STEP_UP: Duration = Duration::from_secs(15 * 60);
pub const LINK_LIFETIME: Duration = Duration::from_secs(72 * 3600);
pub const FIRST_LINK_LIFETIME: Duration = Duration::from_secs(24 * 3600);
/// The exchange's signed token may live at most this long.
pub const EXCHANGE_TOKEN_LIFETIME: Duration = Duration::from_secs(10 * 60);
/// Clocks of the exchange and the desk, and of its nodes, may differ by this much.
pub const CLOCK_LEEWAY: Duration = Duration::from_secs(30);
pub const PASSWORD_CHARS_MIN: usize = 12;
pub const PASSWORD_CHARS_MAX: usize = 256;
pub const RECOVERY_CODES: usize = 10;

/// Wrong passwords or codes in a row, of one account from one network, before a lock-out.
pub const SIGN_IN_FAILURES: i64 = 5;
/// The same of one account from anywhere, and of one network whatever the account. Neither binds an account where it has signed
/// in before.
pub const SIGN_IN_FAILURES_OF_ACCOUNT: i64 = 25;
pub const SIGN_IN_FAILURES_OF_NETWORK: i64 = 50;
/// How long a network from which an account has signed in is remembered.
pub const SIGN_IN_PLACE: Duration = Duration::from_secs(30 * 24 * 3600);
/// How long the first lock-out lasts (doubling to the cap).
pub const LOCK_OUT: Duration = Duration::from_secs(60);
pub const LOCK_OUT_MAX: Duration = Duration::from_secs(3600);
/// Failures are forgotten when this long none came.
pub const LOCK_OUT_MEMORY: Duration = Duration::from_secs(24 * 3600);
/// Personal fields that one member may reveal in any hour.
pub const REVEALS_PER_HOUR: i64 = 20;
pub const REVEAL_WINDOW: Duration = Duration::from_secs(3600);

/// Wishes for a new password that are followed, of one account and from one place, in [`RESET_WINDOW`].
pub const RESETS: i64 = 3;
pub const RESETS_FROM: i64 = 20;
pub const RESET_WINDOW: Duration = Duration::from_secs(3600);

/// Passwords that are hashed at the same time; each takes 19 MiB and a core.
pub const PASSWORD_HASHES_AT_ONCE: usize = 4;
/// Open sessions of one person. One more ends the oldest.
pub const SESSIONS_PER_PERSON: i64 = 50;
pub const USER_AGENT_CHARS: usize = 200;
/// Ended sessions, used links and the like are deleted after this.
pub const ENDED_AGE: Duration = Duration::from_secs(30 * 24 * 3600);
pub const SLUG_CHARS: usize = 40;
pub const ROLES: usize = 100;
pub const TEAMS: usize = 500;
pub const SKILLS: usize = 500;
pub const BRANDS: usize = 100;
/// Categories of one brand, and statuses of the desk; those that are not offered any more count.
pub const CATEGORIES: usize = 100;
pub const STATUSES: usize = 100;
/// Roles, teams, brands or skills of one member, and members of one team.
pub const LINKS_PER_MEMBER: usize = 100;
pub const API_TOKENS_PER_MEMBER: usize = 50;
pub const API_TOKEN_LIFETIME_MAX: Duration = Duration::from_secs(366 * 24 * 3600);
pub const EXCHANGE_KEYS: usize = 100;
/// The exchange's signed token as text.
pub const EXCHANGE_TOKEN_BYTES: usize = 8 * 1024;
/// Subject, key id and token id inside the exchange's token.
pub const EXCHANGE_NAME_CHARS: usize = 200;
pub const UID_CHARS: usize = 64;
pub const PHONE_CHARS: usize = 32;

/// Tickets that one request acts on, each in a transaction of its own.
pub const BULK_TICKETS: usize = 500;
/// How many of them are on their way at once: enough for one commit to carry several, few enough to leave others their turn.
pub const BULK_LANES: usize = 16;
pub const IDEMPOTENCY_AGE: Duration = Duration::from_secs(24 * 3600);
pub const IDEMPOTENCY_KEY_CHARS: usize = 200;

pub const WEBHOOK_ATTEMPTS: u32 = 12;
pub const WEBHOOK_PAYLOAD_BYTES: usize = 256 * 1024;
pub const WEBHOOKS: usize = 50;

/// Rows of each kind that one transaction of a customer's erasure takes.
pub const ERASURE_PAGE: u32 = 50;

/// Choices of notifications in one request: more than there are topics and roads to choose among.
pub const PREFERENCES: usize = 10;
/// Texts that one read of a rescan takes.
pub const RESCAN_PAGE: u32 = 100;
/// Files that one page of a rescan has: what a kill has read once more.
pub const RESCAN_FILES: u32 = 10;
/// Mails to one address about its tickets in [`MAIL_WINDOW`]. The page has them all.
pub const MAILS_PER_RECIPIENT: i64 = 20;
pub const MAIL_WINDOW: Duration = Duration::from_secs(3600);
/// Notices of what may be theft to one recipient in [`MAIL_WINDOW`], on each road beside those of everything else.
pub const SECURITY_NOTICES: i64 = 20;
/// Calls to the exchange's app for one account in [`MAIL_WINDOW`].
pub const APP_PUSHES_PER_RECIPIENT: i64 = 60;
/// An address that nobody has proven gets one receipt in this time, and nothing else.
pub const MAIL_UNPROVEN_WINDOW: Duration = Duration::from_secs(24 * 3600);
/// Receipts of one brand to addresses that nobody has proven, in [`MAIL_WINDOW`].
pub const MAILS_TO_UNPROVEN: i64 = 100;
/// An address that was refused is left alone for this long.
pub const MAIL_BOUNCE_MEMORY: Duration = Duration::from_secs(24 * 3600);
pub const MAIL_ATTEMPTS: u32 = 20;
/// Browsers in which one customer hears of their tickets. One more ends the oldest.
pub const PUSH_SUBSCRIPTIONS: u32 = 10;
/// Pushes to one customer in [`MAIL_WINDOW`], to however many browsers.
pub const PUSHES_PER_RECIPIENT: i64 = 20;
pub const PUSH_ATTEMPTS: u32 = 12;
/// A browser that was refused so often in a row is forgotten.
pub const PUSH_FAILURES: i64 = 5;
/// How long a push service keeps a push for a browser that is switched off.
pub const PUSH_LIFETIME: Duration = Duration::from_secs(3 * 24 * 3600);
pub const PUSH_SERVICE_CHARS: usize = 100;
/// Deliveries that agents see beside a ticket.
pub const DELIVERIES_SHOWN: u32 = 200;
/// The log of webhooks' deliveries goes back so far.
pub const WEBHOOK_DELIVERY_AGE: Duration = Duration::from_secs(30 * 24 * 3600);
/// Notifications are deleted after this; the tickets tell it all.
pub const NOTIFICATION_AGE: Duration = Duration::from_secs(180 * 24 * 3600);
/// The longest time that a receipt may promise, in minutes.
pub const PROMISE_MAX_MIN: i64 = 30 * 24 * 60;
/// A mailed link to a ticket.
pub const TICKET_LINK_LIFETIME: Duration = Duration::from_secs(14 * 24 * 3600);
/// A session that came by one.
pub const LINK_SESSION_MAX: Duration = Duration::from_secs(2 * 3600);
/// For how long an opened link proves that its reader gets the mail of an address.
pub const EMAIL_PROOF_LIFETIME: Duration = Duration::from_secs(90 * 24 * 3600);

/// How often the history is signed.
pub const CHECKPOINT_EVERY: Duration = Duration::from_secs(60);
/// Events that one step of the checkpointer follows: sixteen tiles.
pub const CHECKPOINT_EVENTS: u64 = 4_096;
/// Rows that one read of a verification, an export or the ledger takes.
pub const AUDIT_PAGE: u32 = 500;
/// Events that one page of the audit list looks at, however few of them pass its filter.
pub const AUDIT_WINDOW: i64 = 20_000;

/// Events that one file of a transcript looks at. Longer tickets come in several files.
pub const TRANSCRIPT_EVENTS: u32 = 200;
/// A transcript that the page verifies. Larger ones are for the command.
pub const TRANSCRIPT_BYTES: usize = 8 * 1024 * 1024;
/// Files that come to be verified, or wait for it, at the same time: each lies in memory.
pub const TRANSCRIPTS_HELD: usize = 16;
/// How long one may take to come: whoever dribbles holds a place that others would have.
pub const TRANSCRIPT_TIME: Duration = Duration::from_secs(5 * 60);
/// Transcripts that one member may take away in an hour.
pub const TRANSCRIPTS_PER_HOUR: i64 = 20;
/// How far back first answers are measured, and how many tickets of a category at most.
pub const REACH_WINDOW: Duration = Duration::from_secs(28 * 24 * 3600);
pub const REACH_TICKETS: u32 = 500;
/// Rows of a customer's list of who looked at their data.
pub const LOOKS: u32 = 100;
/// The exchange's clock and the desk's may differ by this much when it signs an event.
pub const EXCHANGE_EVENT_SKEW: Duration = Duration::from_secs(300);
pub const EXCHANGE_EVENTS_AT_ONCE: usize = 100;
/// Events of one brand that wait. More are refused until some were handled.
pub const EXCHANGE_EVENTS_WAITING: i64 = 10_000;
/// Tries of one event before the stream goes on without it.
pub const EXCHANGE_EVENT_ATTEMPTS: i64 = 5;
/// Leases of the job that works them: it outlasts a database that is away for some hours.
pub const EXCHANGE_EVENT_JOB_ATTEMPTS: u32 = 40;
/// Active tickets of a customer that one event looks at.
pub const EXCHANGE_EVENT_TICKETS: u32 = 20;
/// An event older than this that comes again counts as known.
pub const EXCHANGE_EVENT_AGE: Duration = Duration::from_secs(30 * 24 * 3600);
/// Rows of handled events are deleted after this: a day later, because clocks differ.
pub const EXCHANGE_EVENT_ROWS_AGE: Duration = Duration::from_secs(31 * 24 * 3600);
pub const NETWORK_SUSPENSIONS: u32 = 100;
/// How long an answer of the exchange is waited for. A page waits no longer than this.
pub const BRIDGE_DEADLINE: Duration = Duration::from_millis(2_500);
/// How long the exchange may take to do something.
pub const BRIDGE_ACT_DEADLINE: Duration = Duration::from_secs(10);
/// Items of one list of the exchange: the newest.
pub const BRIDGE_ITEMS: usize = 50;
/// Answers of one kind that are kept for a moment.
pub const BRIDGE_KEPT: usize = 10_000;
/// While the exchange does not answer, the last thing that it said is told for this long.
pub const BRIDGE_LAST: Duration = Duration::from_secs(3600);
/// An exchange that let somebody wait until [`BRIDGE_DEADLINE`] is not asked the same again within this, so that page after page does not wait.
pub const BRIDGE_SILENCE: Duration = Duration::from_secs(10);
/// A member who reads a customer's account again within this is looking still.
pub const LOOK_EVERY: Duration = Duration::from_secs(15 * 60);
/// Samples of an index in one answer: an hour of one a second.
pub const BRIDGE_SAMPLES: usize = 3_600;
pub const BRIDGE_BODY_BYTES: usize = 1024 * 1024;
/// Tries of an act: with at most [`ACT_PAUSE_MAX`] between two, about two days.
pub const ACT_ATTEMPTS: u32 = 600;
/// Tries to learn of the exchange where a value belongs. It is worth an hour, not a day: people read it anyway.
pub const NARROW_ATTEMPTS: u32 = 8;
/// Pauses between tries of an act double from the first to the last of these.
pub const ACT_PAUSE: Duration = Duration::from_secs(5);
pub const ACT_PAUSE_MAX: Duration = Duration::from_secs(300);
/// A freeze that was asked for so short a while ago is the one that is meant now.
pub const FREEZE_REPEAT: Duration = Duration::from_secs(600);

/// Messages without a session from one network in [`STRANGER_WINDOW`], and as many again of stolen accounts: whoever writes much
/// else must not be able to silence those.
pub const STRANGERS_FROM: i64 = 20;
pub const STRANGER_WINDOW: Duration = Duration::from_secs(3600);
/// Messages without a session that name one mail address in [`STRANGER_ADDRESS_WINDOW`]. Those of stolen accounts are not counted
/// by address: the thief could use them up.
pub const STRANGERS_OF: i64 = 10;
pub const STRANGER_ADDRESS_WINDOW: Duration = Duration::from_secs(24 * 3600);
/// Files of one message without a session, the bytes of each, and how many of them one network sends in [`STRANGER_WINDOW`].
pub const STRANGER_FILES: usize = 3;
pub const STRANGER_FILE_BYTES: u64 = 10 * 1024 * 1024;
pub const STRANGER_FILES_FROM: i64 = 40;
/// Texts that one network has looked at before they are sent without a session, in [`STRANGER_WINDOW`]: some fifty pauses for each of
/// the messages that it may send. Beyond them a text goes as it is, and is looked at when it comes.
pub const STRANGER_CHECKS_FROM: i64 = 1_000;

/// Things that are brought from another desk in one transaction, and messages in them: enough to share its sync, few enough to hold the
/// writer for a moment only.
pub const IMPORT_BATCH: usize = 50;
pub const IMPORT_BATCH_MESSAGES: usize = 500;
/// Messages of one ticket that is brought.
pub const IMPORT_MESSAGES: usize = 10_000;
/// A line that is brought: a whole ticket of another desk may stand in it.
pub const IMPORT_LINE_BYTES: u64 = 64 * 1024 * 1024;
/// What another desk calls something.
pub const IMPORT_ID_CHARS: usize = 200;
/// Tickets, and messages of one, that are read at once for an export.
pub const EXPORT_PAGE: u32 = 100;

/// An article of two megabytes is a book, and nobody reads one at three in the morning.
pub const ARTICLE_CHARS: usize = 100_000;
pub const ARTICLE_TITLE_CHARS: usize = 120;
pub const ARTICLE_SUMMARY_CHARS: usize = 300;
pub const ARTICLE_SLUG_CHARS: usize = 80;
pub const ARTICLE_TAGS: usize = 40;
pub const ARTICLE_TAG_CHARS: usize = 60;
/// Related articles, and categories, of one article.
pub const ARTICLE_LINKS: usize = 30;
/// Slugs that an article had before, which still lead to it.
pub const ARTICLE_FORMER_SLUGS: i64 = 50;
/// How much of a ticket an article can begin with: its first messages, and so many letters of them.
pub const ARTICLE_DRAFT_MESSAGES: i64 = 100;
pub const ARTICLE_DRAFT_CHARS: usize = 20_000;
pub const ARTICLE_REVIEW_DAYS: i64 = 3_650;
/// The highest tier from which on an article can be for customers: their search asks for each below their own.
pub const ARTICLE_TIER: i64 = 20;
pub const ARTICLE_COUNTRIES: usize = 60;
/// Articles that a list of reviews names, and how far ahead it looks.
pub const ARTICLE_REVIEWS: i64 = 200;
pub const REVIEW_AHEAD: Duration = Duration::from_secs(30 * 24 * 3600);
/// Members who could publish an article that are named to whoever may not.
pub const ARTICLE_PUBLISHERS: i64 = 200;
/// Texts that one look for links that lead nowhere reads, in rounds of so many.
pub const LEADS_READ: usize = 2_000;
pub const LEADS_AT_ONCE: i64 = 100;
/// Links that one page of them names; those of its last text are all there.
pub const LEADS_SHOWN: usize = 100;
pub const ARTICLES: i64 = 20_000;
/// A picture beyond this is one that nobody waits for.
pub const ARTICLE_FILE_BYTES: u64 = 10 * 1024 * 1024;
/// Pictures and files of one brand's articles.
pub const ARTICLE_FILES: i64 = 20_000;
/// Those that one text names.
pub const ARTICLE_TEXT_FILES: usize = 100;
/// What no version of a text names is forgotten after this.
pub const UNUSED_ARTICLE_FILE_AGE: Duration = Duration::from_secs(30 * 24 * 3600);
/// Of a picture so much is read to learn how large it is shown.
pub const PICTURE_HEAD_BYTES: u64 = 512 * 1024;
/// Open tickets on the customers' start page; the list has them all.
pub const START_PAGE_TICKETS: u32 = 5;
/// Articles on one page of a section of the help centre.
pub const HELP_LISTED: i64 = 50;
/// Those that the help centre's first page shows of each section.
pub const HELP_SHOWN: i64 = 6;
pub const HELP_SECTIONS: usize = 60;
/// Lines that an article shows of a table which has a page of its own.
pub const ARTICLE_TABLE_ROWS: usize = 20;
/// Lines on one page of such a table.
pub const TABLE_PAGE_ROWS: usize = 50;
/// Articles in one part of the sitemap, each with its other languages. The format ends at 50,000 addresses and 50 MB, and the
/// first part has sections and glossary too.
pub const SITEMAP_URLS: i64 = 10_000;
pub const GLOSSARY_TERMS: usize = 1_000;
pub const GLOSSARY_FORMS: usize = 40;
pub const GLOSSARY_CHARS: usize = 1_000;
/// Terms that one article links: more would be a page of links.
pub const GLOSSARY_LINKS: usize = 25;
pub const FEEDBACK_CHARS: usize = 1_000;
/// What one network address may say of articles in a day.
pub const FEEDBACK_PER_DAY: i64 = 40;
/// Answers from which on an article's feedback tells something, and the part that must be good.
pub const FEEDBACK_TELLING: i64 = 5;
pub const FEEDBACK_LOW_PERCENT: i64 = 60;

/// Words of a search without result, and words by which an article is found besides its own.
pub const MISSED_SEARCH_CHARS: usize = 80;
/// Searches without result that are counted from one network address in a day.
pub const MISSED_SEARCHES_PER_DAY: i64 = 30;
/// Different ones that are kept of one brand.
pub const MISSED_SEARCHES: i64 = 5_000;
pub const MISSED_SEARCHES_SHOWN: usize = 100;
/// What nobody looked for, and no ticket followed, for so long is forgotten.
pub const MISSED_SEARCH_AGE: Duration = Duration::from_secs(90 * 24 * 3600);
pub const ARTICLE_WORDS: usize = 60;
/// Articles that are counted as read before one ticket.
pub const ARTICLES_READ: usize = 5;
/// Rows of each list of what is missing.
pub const HELP_GAPS: i64 = 50;
/// Articles that a search shows, and that are offered beside a text.
pub const HELP_FOUND: usize = 20;
pub const HELP_SUGGESTED: usize = 5;
/// How far ahead an article can be scheduled.
pub const SCHEDULE_AHEAD: Duration = Duration::from_secs(400 * 24 * 3600);
pub const PUBLISH_ATTEMPTS: u32 = 10;
