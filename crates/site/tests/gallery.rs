//! Renders every page with sample data in several languages, holds what is true of all of them, and
//! leaves the files in `target/tmp/site-gallery` to be looked at (serve that folder over HTTP).
//!
//! Long because every kind of page has its sample here.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use askama::Template as _;
use proofdesk_locale::{Locale, Messages, Zone, keys_of_source};
use proofdesk_site::view::{
    AccountFacts, AccountTaken, AccountTakenOpen, AnswerLate, AnswerTime, Answered, Asked,
    Attachment, Author, Beside, Body, Carried, Check, Choice, Choose, DemoCustomer, Development,
    DeviceRow, DraftRow, Entry, Escalation, EventLine, Facet, Fact, Field, FileKind, FoundLink,
    FoundPiece, Freeze, Given, GivenFact, Gone, HelpSearch, Home, Input, KeptFile, Known, Leak,
    LeakGroup, Line, LinkOver, LinkWay, Live, LookRow, Looks, Message, MessageForm, Missing,
    NotificationList, NotificationRow, NotificationSettings, OpenLink, Outcome, OwnAccount, Part,
    Place, Problem, ProblemKind, Proof, ProofWay, PushSettings, QuestionStep, Reach, Reached,
    Recognised, ReplyLate, Searched, SeenText, SessionRow, Sessions, SignIn, SignInOther, Standing,
    Status, Step, StepKind, TextStep, Ticket, TicketForm, TicketHead, TicketList, TicketRow, Tone,
    TopicBox, TopicRow, Transfer, Verified, Verify, Waiting, Way, Write, WriteQuestion,
    WriteTopics, Written, groups,
};
use proofdesk_site::{Brand, Here, Notice, Page, Person, Verification, Visitor, asset};

/// 2026-05-12T14:02:11Z
#[path = "gallery/intake.rs"]
mod intake;
#[path = "gallery/search.rs"]
mod search;
#[path = "gallery/side.rs"]
mod side;

#[path = "gallery/stranger.rs"]
mod stranger;

use intake::{intake, link_over};
use search::{found, help_search, searched};
use side::sides;
use stranger::{leading, strangers};

/// Where the style sheet of a brand with its own colours would be.
const STYLE: &str = "/assets/brand-265-160.0123456789abcdef.css";
const NOW_US: i64 = 1_778_594_531_000_000;
const MINUTE_US: i64 = 60_000_000;

const LOCALES: [Locale; 4] = [Locale::En, Locale::ZhHans, Locale::Ar, Locale::Ru];

fn page(locale: Locale, here: Here, notice: Option<Notice>) -> Page {
    let zone = match locale {
        Locale::ZhHans => "Asia/Shanghai",
        Locale::Ar => "Asia/Riyadh",
        _ => "Europe/Madrid",
    };
    Page {
        locale,
        zone: Zone::parse(zone).unwrap(),
        now_us: NOW_US,
        brand: Brand { name: "Northgate".to_owned(), style: Some(STYLE.to_owned()) },
        issues: std::collections::BTreeMap::new(),
        visitor: Visitor::Customer(Person {
            id: "01890a5d-ac96-774b-bcce-b302099a8057".to_owned(),
            name: if locale == Locale::ZhHans {
                "林晓月".to_owned()
            } else {
                "Lena Kovač".to_owned()
            },
            uid: Some("48213377".to_owned()),
            verification: Verification::SignedIn { until_us: NOW_US + 118 * MINUTE_US },
        }),
        csrf: "csrf-of-this-session".to_owned(),
        here,
        path: "/tickets?after=x".to_owned(),
        unread: 3,
        notice,
        development: true,
        sign_in: None,
        wanted: "/tickets?after=x".to_owned(),
    }
}

fn anonymous(locale: Locale) -> Page {
    Page { visitor: Visitor::Anonymous, ..page(locale, Here::Elsewhere, None) }
}

fn row(number: &str, subject: &str, lang: &str, status: Status, minutes: i64) -> TicketRow {
    TicketRow {
        number: number.to_owned(),
        subject: subject.to_owned(),
        lang: Some(lang.to_owned()),
        status,
        updated_us: NOW_US - minutes * MINUTE_US,
    }
}

fn rows() -> (Vec<TicketRow>, Vec<TicketRow>) {
    let open = vec![
        row(
            "PD-7K3M-9QXR-H",
            "USDT deposit on Tron has not arrived after 2 hours",
            "en",
            Status::Open,
            4,
        ),
        row("PD-2B8N-XW4T-5", "提现一直显示“审核中”", "zh-Hans", Status::WaitingOnCustomer, 95),
        row(
            "PD-ZC61-0RJP-8",
            "لم يصل إيداع USDT إلى حسابي منذ أمس",
            "ar",
            Status::WaitingOnInternal,
            60 * 26,
        ),
    ];
    let done = vec![
        row(
            "PD-M4VE-8SDA-2",
            "Dual Investment settled at 3,499 although ETH was at 3,505 at midnight UTC, please explain",
            "en",
            Status::Solved,
            60 * 24 * 3,
        ),
        row("PD-19FH-QT7Y-C", "API: signature not valid", "en", Status::Closed, 60 * 24 * 41),
    ];
    (open, done)
}

fn choices(locale: Locale) -> Vec<Choice> {
    let labels = match locale {
        Locale::ZhHans => ["充值未到账", "提现审核中", "网络选错", "API 错误", "账户被盗", "其他"],
        Locale::Ar => {
            ["إيداع لم يُقيَّد", "سحب معلّق", "شبكة خاطئة", "خطأ API", "سرقة حساب", "غير ذلك"]
        }
        _ => [
            "Deposit not credited",
            "Withdrawal pending",
            "Wrong network",
            "API error",
            "Theft",
            "Something else",
        ],
    };
    let values = ["deposit", "withdrawal", "network", "api", "theft", "other"];
    values
        .into_iter()
        .zip(labels)
        .map(|(value, label)| Choice { value: value.to_owned(), label: label.to_owned() })
        .collect()
}

fn form() -> MessageForm {
    MessageForm {
        max_files: 20,
        max_file_bytes: 100_000_000,
        key: "0197-key".to_owned(),
        ..MessageForm::default()
    }
}

fn head(status: Status) -> TicketHead {
    TicketHead {
        number: "PD-7K3M-9QXR-H".to_owned(),
        subject: "USDT deposit on Tron has not arrived after 2 hours".to_owned(),
        lang: Some("en".to_owned()),
        category: Some("Deposit not credited".to_owned()),
        opened_us: NOW_US - 130 * MINUTE_US,
        status,
        can_reply: status != Status::Closed,
        can_solve: !status.is_done(),
        can_reopen: status == Status::Solved,
        promise: None,
        goes_on: None,
    }
}

fn message(id: &str, author: Author, minutes: i64, lang: &str, html: &str) -> Message {
    Message {
        id: id.to_owned(),
        author,
        at_us: NOW_US - minutes * MINUTE_US,
        lang: Some(lang.to_owned()),
        body: Body::Html { html: html.to_owned() },
        leak: None,
        facts: Vec::new(),
        files: Vec::new(),
        origin: None,
    }
}

fn hidden(page: &Page, kinds: &[&str], is_theft: bool) -> Leak {
    let names: Vec<String> = kinds.iter().map(|kind| page.secret(kind)).collect();
    let found: Vec<LeakGroup> = kinds.iter().filter_map(|kind| LeakGroup::of(kind)).collect();
    Leak {
        what: page.list(&names),
        advice: found.iter().map(|group| group.advice()).collect(),
        is_key: found.iter().any(|group| group.is_key()),
        is_theft,
    }
}

/// One fact of each standing.
fn facts(page: &Page) -> Vec<Fact> {
    let fact = |kind: &str, value: Vec<String>, standing| Fact {
        network: None,
        explorer: None,
        kind: page.t(kind),
        value,
        standing,
        problem: None,
    };
    let hash = "0c1b2f6e7b4a8d93ce55a0f4e2d1b7968f3a4c5d6e7f8091a2b3c4d5e6f70812";
    let address = page.t("evidence-kind-address");
    vec![
        fact("evidence-kind-amount", vec!["1,250.50 USDT".to_owned()], Standing::Shape),
        fact("evidence-kind-tx", groups(hash), Standing::Shape),
        Fact {
            network: Some(page.t("network-tron")),
            explorer: Some(
                "https://tronscan.org/#/address/TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm".to_owned(),
            ),
            ..fact(
                "evidence-kind-address",
                groups("TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm"),
                Standing::Checked,
            )
        },
        Fact {
            problem: Some(page.t1("evidence-problem-wrong-checksum", "what", address)),
            ..fact(
                "evidence-kind-address",
                groups("TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRn"),
                Standing::Problem,
            )
        },
        Fact {
            problem: Some(page.t1("evidence-problem-look-alike-host", "real", "etherscan.io")),
            ..fact(
                "evidence-kind-link",
                vec!["https://etherscan.io.verify-wallet.example/tx/0c1b2f6e".to_owned()],
                Standing::Phishing,
            )
        },
    ]
}

fn thread(page: &Page) -> Vec<Entry> {
    let mina = || Author::Staff { name: "Mina".to_owned() };
    let mut first = message(
        "1",
        Author::You,
        130,
        "en",
        "<p>I sent 1,250.50 USDT from my wallet at 11:52 UTC and it is not in my account. The transaction:</p><p><code>0c1b2f6e7b4a8d93ce55a0f4e2d1b7968f3a4c5d6e7f8091a2b3c4d5e6f70812</code></p>",
    );
    first.facts = facts(page);
    first.files = vec![
        Attachment {
            id: "a1".to_owned(),
            href: "/attachments/a1".to_owned(),
            name: "wallet-withdrawal-2026-05-12.png".to_owned(),
            bytes: 348_211,
            kind: FileKind::Image,
            preview: true,
            gone: false,
            masked: false,
            plays: false,
            closed: false,
            note: None,
        },
        Attachment {
            id: "a2".to_owned(),
            href: "/attachments/a2".to_owned(),
            name: "screen recording.mp4".to_owned(),
            bytes: 34_800_000,
            kind: FileKind::Video,
            preview: false,
            gone: false,
            masked: false,
            plays: false,
            closed: false,
            note: None,
        },
        Attachment {
            id: "a3".to_owned(),
            href: "/attachments/a3".to_owned(),
            name: "api.log".to_owned(),
            bytes: 12_345,
            kind: FileKind::Text,
            preview: false,
            gone: true,
            masked: true,
            plays: false,
            closed: false,
            note: None,
        },
    ];
    let mut leak =
        message("3", Author::You, 61, "en", "<p>Here is my phrase so you can look: ••••••••</p>");
    leak.leak = Some(hidden(page, &["seed-phrase", "password"], true));
    let mut secret = message("4", Author::You, 58, "en", "<p>and my code was ••••••</p>");
    secret.leak = Some(hidden(page, &["one-time-code"], false));
    let mut gone = message("6", Author::You, 20, "en", "");
    gone.body = Body::Erased;
    vec![
        Entry::Message(first),
        Entry::Message(message(
            "2",
            Author::Desk,
            129,
            "en",
            "<p>We have your message and will look at the transaction.</p>",
        )),
        Entry::Message(leak),
        Entry::Message(secret),
        Entry::Message(message(
            "5",
            mina(),
            33,
            "zh-Hans",
            "<p>您好，这笔转账已在波场链上确认 19 次。我们的节点落后 6 个区块，正在追赶；无需任何操作。</p><ul><li>网络：TRC-20</li><li>确认数：19 / 20</li></ul>",
        )),
        Entry::Message(gone),
        Entry::Message(message(
            "7",
            mina(),
            12,
            "ar",
            "<p>مرحبًا، تم تأكيد التحويل على شبكة ترون وسيُقيَّد الرصيد بعد التأكيد رقم 20.</p>",
        )),
        Entry::Event(EventLine {
            id: "8".to_owned(),
            text: page.t1("ticket-event-status", "status", page.t("status-waiting-on-internal")),
            number: None,
            at_us: NOW_US - 11 * MINUTE_US,
        }),
        Entry::Event(EventLine {
            id: "9".to_owned(),
            text: page.t1("step-split-off", "number", "PD-1C9K-7QXM-4"),
            number: Some("PD-1C9K-7QXM-4".to_owned()),
            at_us: NOW_US - 10 * MINUTE_US,
        }),
    ]
}

fn ticket(locale: Locale, status: Status, notice: Option<Notice>, form: MessageForm) -> Ticket {
    let page = page(locale, Here::Elsewhere, notice);
    let thread = thread(&page);
    let step = |kind, key: &str, minutes: Option<i64>| Step {
        kind,
        text: page.t1(key, "name", "Mina"),
        number: None,
        at_us: minutes.map(|minutes| NOW_US - minutes * MINUTE_US),
    };
    let steps = vec![
        step(StepKind::Done, "step-opened", Some(190)),
        step(StepKind::Done, "step-answered", Some(90)),
        step(StepKind::Done, "step-nudged", Some(12)),
        Step {
            kind: StepKind::Done,
            text: page.t1("step-split-off", "number", "PD-1C9K-7QXM-4"),
            number: Some("PD-1C9K-7QXM-4".to_owned()),
            at_us: Some(NOW_US - 10 * MINUTE_US),
        },
        step(StepKind::Now, status.sentence(), None),
        step(StepKind::Next, status.after(), None),
    ];
    let given = |key: &str, value: Option<&str>, code: bool| Given {
        label: page.t(&format!("form-{key}")),
        value: value.map(str::to_owned),
        code,
        href: (!status.is_done()).then(|| format!("/tickets/PD-7K3M-9QXR-H/questions/{key}")),
        uid_differs: false,
    };
    let missing = |key: &str| Missing {
        label: page.t(&format!("form-{key}")),
        why: page.t(&format!("form-{key}-why")),
        href: format!("/tickets/PD-7K3M-9QXR-H/questions/{key}"),
    };
    let asks = status == Status::WaitingOnCustomer;
    let needed = ["amount", "platform"].into_iter().filter(|_| asks).map(missing).collect();
    let helpful = ["time"].into_iter().filter(|_| !status.is_done()).map(missing).collect();
    let given = vec![
        given("asset", Some("USDT"), false),
        given("address", Some("TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm"), true),
        given("tx", None, true),
    ];
    let waiting = Waiting {
        can_nudge: status == Status::Open,
        nudge_from: (status == Status::WaitingOnInternal)
            .then(|| page.t1("nudge-from", "time", page.time(&NOW_US))),
        can_escalate: !status.is_done(),
    };
    Ticket {
        steps: if status.is_done() { Vec::new() } else { steps },
        beside: (!status.is_done()).then(|| Beside {
            title: "account-deposits",
            as_of_us: NOW_US - 5 * MINUTE_US,
            is_last: false,
            transfers: vec![transfer(
                "250.00\u{a0}USDT",
                page.t("deposit-waiting"),
                Tone::Going,
                90,
            )],
        }),
        given,
        needed,
        helpful,
        waiting,
        proof: match status {
            Status::WaitingOnCustomer => Some(ProofWay::SignIn),
            Status::Open => Some(ProofWay::Mail),
            Status::WaitingOnInternal => Some(ProofWay::OldMail),
            Status::Solved | Status::Closed => None,
        }
        .map(|way| Proof { way, until: page.t1("proof-until", "time", page.time(&NOW_US)) }),
        page,
        ticket: head(status),
        joined: Vec::new(),
        thread,
        earlier: (status == Status::Open).then_some(200),
        latest: true,
        reply: form,
        parts: if status == Status::Closed { 2 } else { 1 },
        live: Some(Live { after: 41 }),
    }
}

fn wrong(page: &Page, value: &str, key: &str) -> Field {
    Field { value: value.to_owned(), error: Some(page.t1(key, "limit", 200)) }
}

fn category() -> Choice {
    Choice { value: "deposit-not-credited".to_owned(), label: "Deposit not credited".to_owned() }
}

/// Networks that stand still.
fn suspended(locale: Locale) -> Vec<String> {
    let page = page(locale, Here::Elsewhere, None);
    ["suspended-deposits", "suspended-both"]
        .map(|key| page.t2(key, "what", "USDT", "network", "POLYGON"))
        .to_vec()
}

fn check(locale: Locale, with_errors: bool) -> Check {
    let page = page(locale, Here::Elsewhere, None);
    let mut ticket =
        TicketForm { message: form(), category: Field::of("deposit"), ..TicketForm::default() };
    if with_errors {
        ticket.category = wrong(&page, "", "field-category-required");
        ticket.subject = wrong(&page, "", "field-subject-required");
        ticket.message.body = Field::of("It was there yesterday.");
        let problem =
            page.t1("error-attachment-too-large", "limit", page.locale.bytes(100_000_000));
        ticket.message.file_errors =
            vec![page.t2("field-file", "name", "recording.mov", "problem", problem)];
        ticket.message.kept_files =
            vec![KeptFile { id: "a1".to_owned(), name: "status.png".to_owned(), bytes: 348_211 }];
    }
    let fact = |key: &str, value: Option<&str>, wrong: bool| GivenFact {
        key: key.to_owned(),
        label: page.t(&format!("form-{key}")),
        value: value.map(str::to_owned),
        lacking: key == "tx",
        picked: key == "asset",
        code: key == "address",
        href: format!("/tickets/new/deposit-not-credited/questions/{key}"),
        wrong,
    };
    Check {
        suspended: suspended(locale),
        facts: vec![
            fact("asset", Some("USDT"), false),
            fact("network", Some("Tron (TRC-20)"), false),
            fact("tx", None, false),
            fact("amount", None, with_errors),
            fact("address", Some("TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm"), false),
            fact("time", None, false),
        ],
        notes: vec![page.t("evidence-uid-not-yours")],
        fitting: found(locale),
        category: (!with_errors).then(category),
        categories: choices(locale),
        back: "/tickets/new/deposit-not-credited/questions/time".to_owned(),
        reached: Some(reached(locale, !with_errors)),
        text: SeenText {
            seen: "open".to_owned(),
            meanwhile: with_errors.then(|| "It was there\nyesterday.".to_owned()),
            ..SeenText::default()
        },
        looked: "open".to_owned(),
        meanwhile: with_errors,
        ticket,
        page,
    }
}

fn problem(locale: Locale, kind: ProblemKind, code: &str, person: bool) -> Problem {
    let page = if person { page(locale, Here::Elsewhere, None) } else { anonymous(locale) };
    Problem {
        heading: kind.heading(),
        sentence: match kind {
            ProblemKind::Session => page.t("problem-session-typed"),
            _ => page.t(&format!("error-{code}")),
        },
        sign_in: matches!(kind, ProblemKind::Session | ProblemKind::SignIn),
        request_id: "0197c1f2-7a54-7e02-9d5b-5f0c2a3c1b77".to_owned(),
        typed: match kind {
            ProblemKind::Session => {
                vec!["250 USDT".to_owned(), page.t("write-without-text").repeat(3)]
            }
            _ => Vec::new(),
        },
        page,
    }
}

fn reached(locale: Locale, enough: bool) -> Reached {
    let words =
        |minutes: i64| page(locale, Here::Elsewhere, None).t1("span-hours", "count", minutes);
    Reached {
        topic: choices(locale).remove(0),
        answer: AnswerTime {
            median: enough.then(|| words(2)),
            p90: enough.then(|| words(9)),
            enough,
            tickets: Some(if enough { 143 } else { 7 }),
            like: enough.then_some("reach-like-both"),
        },
        own: if enough { rows().0.into_iter().take(1).collect() } else { Vec::new() },
    }
}

fn reach(locale: Locale, reached: Option<Reached>) -> Reach {
    let page = page(locale, Here::Elsewhere, None);
    let (articles, suspended) = (Vec::new(), suspended(locale));
    Reach { ways: Vec::new(), topics: choices(locale), articles, suspended, reached, page }
}

/// For whoever is not signed in: every channel at once.
fn reach_for_strangers(locale: Locale, time: bool) -> Reach {
    let page = anonymous(locale);
    let way = |key: &str, act: Option<&str>, urgent: bool| Way {
        title: page.t(key),
        text: page.t1(&format!("{key}-text"), "brand", "Northgate"),
        act: act.map(|act| ("/".to_owned(), page.t(act))),
        urgent,
    };
    let ways = vec![
        way("reach-freeze", Some("reach-freeze-act"), true),
        way("reach-locked-out", None, false),
        way("reach-link", None, false),
        way("reach-look", Some("reach-look-act"), false),
    ];
    let mut reached = reached(locale, time);
    reached.own.clear();
    reached.answer.tickets = None;
    if !time {
        reached.answer.enough = false;
    }
    let (articles, suspended) = (Vec::new(), Vec::new());
    Reach { ways, topics: choices(locale), articles, suspended, reached: Some(reached), page }
}

fn looks(locale: Locale, any: bool) -> Looks {
    let page = page(locale, Here::Elsewhere, None);
    let look = |seen: String, reason: Option<&str>, minutes: i64| LookRow {
        asks_reason: true,
        at_us: NOW_US - minutes * MINUTE_US,
        seen,
        pseudonym: "7K3M9Q".to_owned(),
        roles: "Agent".to_owned(),
        reason: reason.map(str::to_owned),
    };
    let looks = vec![
        look(page.t("looks-email"), Some("Calling back about the withdrawal"), 40),
        look(page.t1("looks-transcript", "number", "PD-7K3M-9QXR-H"), Some("Regulator"), 900),
        look(page.t("looks-unknown"), None, 60 * 24 * 8),
    ];
    Looks { page, looks: if any { looks } else { Vec::new() } }
}

fn sessions(locale: Locale) -> Sessions {
    let session = |id: &str, current, agent: &str, minutes: i64| SessionRow {
        id: id.to_owned(),
        current,
        agent: agent.to_owned(),
        address: "203.0.113.7".to_owned(),
        since_us: NOW_US - minutes * MINUTE_US,
        seen_us: NOW_US - minutes * MINUTE_US / 3,
    };
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";
    let sessions = vec![
        session("1", true, firefox, 30),
        session("2", false, "", 3000),
        session("3", false, firefox, 9000),
    ];
    Sessions { page: page(locale, Here::Elsewhere, Some(Notice::SessionEnded)), sessions }
}

fn verify(locale: Locale, outcome: Option<Outcome>, error: bool) -> Verify {
    let page = page(locale, Here::Elsewhere, None);
    let verified = outcome.map(|outcome| Verified {
        outcome,
        facts: match outcome {
            Outcome::Genuine => vec![
                (page.t("verify-number"), "PD-7K3M-9QXR-H".to_owned()),
                (page.t("verify-history"), page.t2("verify-covered", "count", 6, "all", 7)),
            ],
            _ => Vec::new(),
        },
        findings: match outcome {
            Outcome::Changed => {
                vec![page.t1("verify-was-changed", "what", page.t1("verify-text", "number", 3))]
            }
            _ => Vec::new(),
        },
        more: if outcome == Outcome::Changed { 4 } else { 0 },
    });
    let error = error.then(|| page.t("verify-none"));
    let keys = vec!["0c1b2f6e7b4a8d93ce55a0f4e2d1b7968f3a4c5d6e7f8091a2b3c4d5e6f70812".to_owned()];
    Verify { page, verified, error, keys }
}

fn transfer(amount: &str, state: String, tone: Tone, minutes: i64) -> Transfer {
    Transfer {
        id: format!("t-{minutes}"),
        amount: amount.to_owned(),
        network: "TRON".to_owned(),
        state,
        tone,
        at_us: NOW_US - minutes * MINUTE_US,
        until_us: (tone == Tone::Stuck).then_some(NOW_US + 600 * MINUTE_US),
        tx_hash: (tone != Tone::Stuck).then(|| groups(&"4f".repeat(32))),
        address: groups("TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm"),
        memo: (tone == Tone::Good).then(|| "10077".to_owned()),
    }
}

fn own_account(locale: Locale, freeze: Freeze, is_known: bool) -> OwnAccount {
    let page = page(locale, Here::Account, None);
    let known = |facts| match is_known {
        true => Part::Known { as_of_us: NOW_US, is_last: false, facts },
        false => Part::Unknown("unknown-passing"),
    };
    let deposits = vec![
        transfer("250.00\u{a0}USDT", page.t("deposit-waiting"), Tone::Going, 1),
        transfer("0.15\u{a0}BTC", page.t("deposit-finished"), Tone::Good, 3_000),
        transfer("0.40\u{a0}USDT", page.t("deposit-too-small"), Tone::Stuck, 9_000),
    ];
    let withdrawals = vec![
        transfer("1,250.50\u{a0}USDT", page.t("hold-security-change"), Tone::Stuck, 90),
        transfer("0.75\u{a0}ETH", page.t("withdrawal-cancelled"), Tone::Over, 8_000),
    ];
    let line = |key: &str, value: &str| Line { label: page.t(key), value: value.to_owned() };
    let facts = AccountFacts {
        lines: vec![
            line("account-uid", "A7F3K9Q2M4X8B1C6"),
            line("account-worth", "≈\u{a0}9,250.10\u{a0}USD"),
            line("account-2fa", &page.t("factor-totp")),
        ],
        holdings: vec!["0.15\u{a0}BTC".to_owned(), "820.10\u{a0}USDT".to_owned()],
    };
    let account = match is_known {
        true => Part::Known { as_of_us: NOW_US, is_last: false, facts },
        false => Part::Unknown("unknown-not-connected"),
    };
    OwnAccount { freeze, account, deposits: known(deposits), withdrawals: known(withdrawals), page }
}

fn taken(locale: Locale, freeze: Freeze, by_hand: bool) -> AccountTaken {
    let (page, key) = (page(locale, Here::Elsewhere, None), "0197-key".to_owned());
    AccountTaken { page, freeze, by_hand, key }
}

fn sign_in(locale: Locale, page: Page) -> SignIn {
    let notice = Some(Notice::SignedOut);
    let write = (locale != Locale::Ru).then(|| "/write/kyc".to_owned());
    let typed = Vec::new();
    SignIn { page: Page { here: Here::SignIn, notice, ..page }, write, typed }
}

/// Every page in a language, by name.
fn pages(locale: Locale) -> Vec<(&'static str, String)> {
    let (open, done) = rows();
    let list = |open, done, older| TicketList {
        page: page(locale, Here::Tickets, None),
        open,
        done,
        first: true,
        older,
    };
    let home = |page, tickets| Home {
        page,
        question: Field::default(),
        tickets,
        suspended: suspended(locale),
        topics: choices(locale),
        help: vec![(format!("/{}/help/sections/fees", locale.code()), "Fees".to_owned())],
    };
    let mut reply = form();
    reply.body = wrong(&page(locale, Here::Elsewhere, None), "", "field-reply-required");
    let customers = vec![
        DemoCustomer {
            id: "1".to_owned(),
            name: "Lena Kovač".to_owned(),
            uid: "A7F3K9Q2M4X8B1C6".to_owned(),
            locale: Some(Locale::En),
        },
        DemoCustomer {
            id: "2".to_owned(),
            name: "林晓月".to_owned(),
            uid: "ZK3J7Q2M4X8B1C6A".to_owned(),
            locale: Some(Locale::ZhHans),
        },
        DemoCustomer {
            id: "3".to_owned(),
            name: "ليلى الحربي".to_owned(),
            uid: "Q2M4X8B1C6A7F3K9".to_owned(),
            locale: Some(Locale::Ar),
        },
    ];
    let ticket_of = || "PD-7K3M-9QXR-H".to_owned();
    let pending = Freeze::Pending { at_us: NOW_US, ticket: ticket_of() };
    let frozen = Freeze::Frozen { at_us: NOW_US };
    let refused = Freeze::Refused { at_us: NOW_US, ticket: ticket_of() };
    let done_freeze =
        Freeze::Done { at_us: NOW_US, receipt: "FRZ-4F1C2A90D6B3".to_owned(), ticket: ticket_of() };
    let sent = Some(Notice::TicketSent("PD-7K3M-9QXR-H".to_owned()));
    vec![
        ("home", home(page(locale, Here::Elsewhere, None), open.clone()).render().unwrap()),
        ("search-found", help_search(locale, searched(locale, found(locale)))),
        ("search-nothing", help_search(locale, searched(locale, Vec::new()))),
        ("search-not-ready", help_search(locale, Searched::NotReady)),
        ("home-empty", home(page(locale, Here::Elsewhere, None), Vec::new()).render().unwrap()),
        ("home-anonymous", home(anonymous(locale), Vec::new()).render().unwrap()),
        ("sign-in", sign_in(locale, anonymous(locale)).render().unwrap()),
        ("sign-in-link", sign_in(locale, leading(locale)).render().unwrap()),
        (
            "sign-in-other",
            SignInOther {
                page: page(locale, Here::Elsewhere, None),
                current: "Lena Kovač".to_owned(),
                token: "e30.e30.x".to_owned(),
                to: "/tickets".to_owned(),
            }
            .render()
            .unwrap(),
        ),
        ("development", Development { page: anonymous(locale), customers }.render().unwrap()),
        (
            "development-empty",
            Development { page: anonymous(locale), customers: Vec::new() }.render().unwrap(),
        ),
        ("tickets", list(open, done, Some("cursor".to_owned())).render().unwrap()),
        ("tickets-empty", list(Vec::new(), Vec::new(), None).render().unwrap()),
        ("ticket-open", ticket(locale, Status::Open, sent, form()).render().unwrap()),
        (
            "ticket-waiting",
            ticket(locale, Status::WaitingOnCustomer, None, form()).render().unwrap(),
        ),
        (
            "ticket-internal",
            ticket(locale, Status::WaitingOnInternal, None, form()).render().unwrap(),
        ),
        (
            "ticket-solved",
            ticket(locale, Status::Solved, Some(Notice::Solved), form()).render().unwrap(),
        ),
        ("ticket-closed", ticket(locale, Status::Closed, None, form()).render().unwrap()),
        ("ticket-error", ticket(locale, Status::Open, None, reply).render().unwrap()),
        ("reach", reach(locale, None).render().unwrap()),
        ("reach-stranger", reach_for_strangers(locale, true).render().unwrap()),
        ("reach-stranger-unknown", reach_for_strangers(locale, false).render().unwrap()),
        ("reach-topic", reach(locale, Some(reached(locale, true))).render().unwrap()),
        ("reach-few", reach(locale, Some(reached(locale, false))).render().unwrap()),
        ("looks", looks(locale, true).render().unwrap()),
        ("looks-none", looks(locale, false).render().unwrap()),
        ("sessions", sessions(locale).render().unwrap()),
        ("verify", verify(locale, None, false).render().unwrap()),
        ("verify-error", verify(locale, None, true).render().unwrap()),
        ("verify-genuine", verify(locale, Some(Outcome::Genuine), false).render().unwrap()),
        ("verify-changed", verify(locale, Some(Outcome::Changed), false).render().unwrap()),
        ("verify-not-ours", verify(locale, Some(Outcome::NotOurs), false).render().unwrap()),
        ("verify-unreadable", verify(locale, Some(Outcome::Unreadable), false).render().unwrap()),
        ("account", own_account(locale, Freeze::None, true).render().unwrap()),
        ("account-unknown", own_account(locale, pending, false).render().unwrap()),
        ("account-frozen", own_account(locale, frozen, true).render().unwrap()),
        ("account-taken", taken(locale, Freeze::None, false).render().unwrap()),
        ("account-taken-by-hand", taken(locale, Freeze::None, true).render().unwrap()),
        ("account-taken-open", AccountTakenOpen { page: leading(locale) }.render().unwrap()),
        ("account-taken-done", taken(locale, done_freeze, false).render().unwrap()),
        ("account-taken-refused", taken(locale, refused, false).render().unwrap()),
        ("notifications", notifications(locale, true).render().unwrap()),
        ("notifications-empty", notifications(locale, false).render().unwrap()),
        ("notification-settings", notification_settings(locale, Some(true)).render().unwrap()),
        (
            "notification-settings-without-mail",
            notification_settings(locale, None).render().unwrap(),
        ),
        ("link-over", link_over(locale, LinkWay::Mail)),
        ("link-over-account", link_over(locale, LinkWay::SignIn)),
        ("link-over-nothing", link_over(locale, LinkWay::Nothing)),
        ("link-sent", link_over(locale, LinkWay::Sent)),
        (
            "open-link",
            OpenLink {
                page: anonymous(locale),
                number: "PD-7K3M-9QXR-H".to_owned(),
                asked: true,
                token: "pdt_AAAA".to_owned(),
            }
            .render()
            .unwrap(),
        ),
        (
            "problem-not-found",
            problem(locale, ProblemKind::NotFound, "not-found", true).render().unwrap(),
        ),
        (
            "problem-session",
            problem(locale, ProblemKind::Session, "session-expired", false).render().unwrap(),
        ),
        (
            "problem-token",
            problem(locale, ProblemKind::SignIn, "token-replayed", false).render().unwrap(),
        ),
        (
            "problem-internal",
            problem(locale, ProblemKind::Internal, "internal", true).render().unwrap(),
        ),
    ]
}

fn notifications(locale: Locale, has_some: bool) -> NotificationList {
    let page = page(locale, Here::Notifications, Some(Notice::AllRead));
    let row = |kind: &str, subject: &str, lang: &str, minutes: i64, is_new| NotificationRow {
        href: "/tickets/PD-7K3M-9QXR-H".to_owned(),
        number: Some("PD-7K3M-9QXR-H".to_owned()),
        what: page.t(kind),
        subject: subject.to_owned(),
        lang: Some(lang.to_owned()),
        at_us: NOW_US - minutes * MINUTE_US,
        is_new,
    };
    let rows = vec![
        row("notice-kind-reply", "USDT deposit on Tron has not arrived", "en", 4, true),
        row("notice-kind-waiting", "لم يصل إيداع USDT إلى حسابي منذ أمس", "ar", 95, true),
        row("notice-kind-solved", "提现一直显示“审核中”", "zh-Hans", 60 * 26, false),
        row("notice-kind-receipt", "提现一直显示“审核中”", "zh-Hans", 60 * 27, false),
    ];
    NotificationList {
        rows: if has_some { rows } else { Vec::new() },
        older: has_some.then(|| "cursor".to_owned()),
        live: Some(Live { after: 7 }),
        page: if has_some { page } else { Page { unread: 0, ..page } },
    }
}

fn notification_settings(locale: Locale, mail: Option<bool>) -> NotificationSettings {
    let words = page(locale, Here::Elsewhere, None);
    let topic = |name: &str| TopicRow {
        name: words.t(&format!("notify-topic-{name}")),
        hint: words.t(&format!("notify-topic-{name}-hint")),
        is_chosen: name != "security",
        boxes: ["mail", "push", "app"]
            .map(|road| TopicBox {
                name: format!("{name}.{road}"),
                label: format!("{name} {road}"),
                is_on: mail == Some(true),
            })
            .to_vec(),
    };
    NotificationSettings {
        page: page(locale, Here::Elsewhere, Some(Notice::SettingsSaved)),
        roads: mail.map_or_else(Vec::new, |_| {
            ["notify-mail", "notify-push", "notify-app"].map(|key| words.t(key)).to_vec()
        }),
        topics: ["tickets", "account", "security"].map(topic).to_vec(),
        offered: String::new(),
        is_older: locale == Locale::Ar,
        language: locale,
        has_mail: mail.is_some(),
        has_app: mail.is_some(),
        address: Some("lena@example.com".to_owned()),
        is_failing: locale == Locale::Ar,
        push: mail.map(|_| PushSettings {
            key: "BCVxsr7N".to_owned(),
            devices: vec![DeviceRow {
                id: "0192".to_owned(),
                name: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0".to_owned(),
                service: "updates.push.services.mozilla.com".to_owned(),
                digest: "07".repeat(32),
                since_us: NOW_US,
                sent_us: Some(NOW_US),
            }],
        }),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-gallery")
}

#[test]
fn every_page_in_several_languages() {
    for name in ["site.css", "site.js", "live.js", "check.js", "icon.svg"] {
        let page = page(Locale::En, Here::Elsewhere, None);
        let file = asset::at(page.asset(name)).unwrap();
        let path = folder().join(file.path.trim_start_matches('/'));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.bytes).unwrap();
    }
    for locale in LOCALES {
        let folder = folder().join(locale.code());
        std::fs::create_dir_all(&folder).unwrap();
        for (name, html) in
            [pages(locale), intake(locale), strangers(locale), sides(locale)].concat()
        {
            std::fs::write(folder.join(format!("{name}.html")), &html).unwrap();
            let at = format!("{locale}/{name}");
            says_its_language(&at, locale, &html);
            is_in_the_colours_of_its_brand(&at, &html);
            has_nothing_inline(&at, &html);
            has_words_for_everything(&at, &html);
            has_each_id_once(&at, &html);
            names_its_forms(&at, &html);
            puts_square_colons(&at, locale, &html);
        }
    }
}

/// Numbers are Latin, so marks around all of them would make their list run from left to right.
#[test]
fn a_list_of_numbers_runs_as_its_language_does() {
    let mut view = ticket(Locale::Ar, Status::Open, None, form());
    view.joined = ["PD-1C9K-7QXM-4", "PD-7K3M-9QXR-H"].map(str::to_owned).to_vec();
    let html = view.render().unwrap();
    let number = |number: &str| format!("<bdi><a href=\"/tickets/{number}\">{number}</a></bdi>");
    let list = ["PD-1C9K-7QXM-4", "PD-7K3M-9QXR-H"].map(number).join("، ");
    assert!(html.contains(&format!("يظهر هنا أيضًا: {list}</p>")), "{html}");
}

/// What a page itself joins is written as its language writes: no Latin colon and no space after Chinese or Japanese.
fn puts_square_colons(at: &str, locale: Locale, html: &str) {
    if locale.colon() == ": " {
        return;
    }
    let square = |c: &char| matches!(c, '\u{3001}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    let characters: Vec<char> = html.chars().collect();
    for three in characters.windows(3) {
        let [left, middle, right] = three else { continue };
        let colon = square(left) && *middle == ':';
        let gap = matches!(left, '。' | '：') && *middle == ' ' && square(right);
        assert!(!colon && !gap, "{at}: {left}{middle}{right}");
    }
}

/// `files.js` joins with what stands in the page.
#[test]
fn the_script_for_files_is_told_how_the_language_joins() {
    for (locale, colon, gap) in [
        (Locale::En, ": ", " "),
        (Locale::Ko, ": ", " "),
        (Locale::ZhHans, "：", ""),
        (Locale::Ja, "：", ""),
    ] {
        let html = ticket(locale, Status::Open, None, form()).render().unwrap();
        let told = format!("data-colon=\"{colon}\" data-gap=\"{gap}\"");
        assert!(html.contains(&told), "{locale}: {told}");
    }
    let script = include_str!("../assets/files.js");
    assert!(!script.contains("}: ${"), "a colon of one language");
}

/// Behind the tokens, which it says anew.
fn is_in_the_colours_of_its_brand(at: &str, html: &str) {
    let head = html.split("</head>").next().unwrap();
    let styles: Vec<&str> = attributes(head, "<link rel=\"stylesheet\" href=\"").collect();
    let [tokens, own] = styles.as_slice() else { panic!("{at}: {styles:?}") };
    assert!(tokens.starts_with("/assets/site.") && *own == STYLE, "{at}: {styles:?}");
}

fn says_its_language(at: &str, locale: Locale, html: &str) {
    let opening = format!("<html lang=\"{}\" dir=\"{}\">", locale.code(), locale.dir().code());
    assert!(html.contains(&opening), "{at}");
}

/// The policy forbids inline script and style, so a page that has some is broken in the field.
fn has_nothing_inline(at: &str, html: &str) {
    for forbidden in [" style=", "<style", " onclick=", " onsubmit=", "javascript:", "<script>"] {
        assert!(!html.contains(forbidden), "{at} has {forbidden}");
    }
}

/// A key without a message shows as itself, an argument that was not given as its name in braces.
fn has_words_for_everything(at: &str, html: &str) {
    assert!(!html.contains("{$"), "{at}: an argument is missing");
    for key in keys_of_source(include_str!("../../../locales/en/site.ftl")) {
        let shown = format!(">{key}<");
        assert!(!html.contains(&shown), "{at} shows the key {key}");
    }
}

fn has_each_id_once(at: &str, html: &str) {
    let mut seen = BTreeSet::new();
    for id in attributes(html, " id=\"") {
        assert!(seen.insert(id), "{at}: id {id} twice");
    }
    for reference in ["aria-describedby=\"", "aria-labelledby=\"", " for=\"", "href=\"#"] {
        for ids in attributes(html, reference) {
            for id in ids.split_whitespace() {
                assert!(seen.contains(id), "{at}: {reference}{id} leads nowhere");
            }
        }
    }
}

/// Every form is a POST with the token against forgery, but one that only looks: its address can be kept and passed on.
fn names_its_forms(at: &str, html: &str) {
    for form in html.split("<form ").skip(1) {
        let form = form.split("</form>").next().unwrap();
        if form.contains("role=\"search\"") {
            assert!(form.contains("method=\"get\"") && !form.contains("csrf"), "{at}: {form}");
            continue;
        }
        assert!(form.contains("method=\"post\""), "{at}: {form}");
        assert!(form.contains("name=\"csrf\" value=\"csrf-of-this-session\""), "{at}: {form}");
    }
}

fn attributes<'a>(html: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap())
}

/// All templates and sources of the site, as one text.
fn everything_that_speaks() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    let mut folders = vec![root.join("templates"), root.join("src")];
    // Ages are told by the locale crate for everybody.
    folders.push(root.join("../locale/src"));
    // Tables of the help centre are drawn where articles are filled in.
    folders.push(root.join("../desk/src/article"));
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

#[test]
fn every_key_that_a_template_asks_for_exists() {
    let text = everything_that_speaks();
    let messages = Messages::embedded();
    for opening in ["page.t(\"", "page.t1(\"", "page.t2(\"", "title(\"", "self.t(\"", "self.t1(\""]
    {
        for key in attributes(&text, opening) {
            assert!(messages.has(Locale::En, key), "{key} has no words");
        }
    }
}

/// Words that nobody says would be translated ten times for nothing.
#[test]
fn every_key_of_the_site_is_used() {
    let text = everything_that_speaks();
    for key in keys_of_source(include_str!("../../../locales/en/site.ftl")) {
        // The errors of fields are put together: `field-` with the name of the field and what is wrong.
        let composed = key.starts_with("field-") && key.matches('-').count() > 1
            || key.starts_with("notify-topic-")
            || key.starts_with("help-reason-")
            // What an official channel is: the opening stands in the source, the rest is a kind.
            || key.starts_with("help-channel-") && text.contains("\"help-channel\"")
            // The page of a long table is called by the table's name.
            || key.starts_with("help-table-") && text.contains("\"help-table-{}\"");
        assert!(composed || text.contains(&format!("\"{key}\"")), "{key} is used nowhere");
    }
}

/// What a customer must do stands in the page, and what was found keeps its every character when it is copied.
#[test]
fn leaks_and_facts_are_told() {
    let html = ticket(Locale::En, Status::Open, None, form()).render().unwrap();
    for sentence in [
        "move all your funds to a new wallet now",
        "Change this password now",
        "ask for a new one",
        "We treat this as a possible theft",
        "has a typing error somewhere",
        "This link pretends to be",
    ] {
        assert!(html.contains(sentence), "{sentence}");
    }
    assert_eq!(html.matches("We treat this as a possible theft").count(), 1);
    let value = html.split("fact-value\">").nth(6).unwrap().split("</bdi>").next().unwrap();
    let copied = value.replace("<span>", "").replace("</span>", "").replace("<wbr>", "");
    assert_eq!(copied, "TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm");
    // A link in a customer's message is evidence or bait, and never to be followed.
    assert!(!html.contains("href=\"https://etherscan.io"));
}

#[test]
fn what_people_typed_is_escaped() {
    let hostile = "<script>alert(1)</script>\"'&";
    let mut view = check(Locale::En, false);
    view.ticket.subject = Field::of(hostile);
    view.ticket.message.body = Field::of(format!("</textarea>{hostile}"));
    if let Visitor::Customer(person) = &mut view.page.visitor {
        person.name = hostile.to_owned();
    }
    let html = view.render().unwrap();
    assert!(!html.contains("<script>alert"));
    assert_eq!(html.matches("</textarea>").count(), 1);

    let mut view = ticket(Locale::En, Status::Open, None, form());
    view.ticket.subject = hostile.to_owned();
    if let Some(Entry::Message(message)) = view.thread.first_mut() {
        message.author = Author::Staff { name: hostile.to_owned() };
        message.files.first_mut().expect("the sample has files").name = hostile.to_owned();
        message.facts.first_mut().expect("the sample has facts").value = vec![hostile.to_owned()];
    }
    assert!(!view.render().unwrap().contains("<script>alert"));
}
