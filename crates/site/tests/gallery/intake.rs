//! The pages on which a ticket is written, a question at a time.

use super::*;

fn question(locale: Locale, key: &str, input: Input, error: Option<&str>) -> QuestionStep {
    let page = page(locale, Here::Elsewhere, None);
    let help = if key == "tx" {
        vec![page.t("find-hash-okx"), page.t("find-hash-other")]
    } else {
        Vec::new()
    };
    QuestionStep {
        suspended: if key == "network" { suspended(locale) } else { Vec::new() },
        asked: Asked {
            label: page.t(&format!("form-{key}")),
            why: page.t(&format!("form-{key}-why")),
            optional: error.is_none(),
            can_lack: key == "tx",
            input,
            help,
        },
        place: Place {
            belongs: vec![category().label, page.t2("step-count", "number", 3, "total", 8)],
            action: format!("/tickets/new/deposit-not-credited/questions/{key}"),
            draft: format!("new:deposit-not-credited:{key}"),
            back: "/tickets/new/deposit-not-credited/text".to_owned(),
            known: Known { seen: "open".to_owned(), ..Known::default() },
            late: false,
        },
        field: Field { value: String::new(), error: error.map(|key| page.t(key)) },
        files: form(),
        page,
    }
}

/// A question of a ticket that was sent already; `meanwhile`: what somebody else answered.
fn late_question(locale: Locale, meanwhile: Option<Option<&str>>) -> QuestionStep {
    let asked = question(locale, "tx", Input::Line { code: true }, None);
    let page = &asked.page;
    let error = meanwhile.map(|_| page.t("answer-meanwhile"));
    let place = Place {
        belongs: vec![
            "Deposit has not arrived".to_owned(),
            page.t1("ticket-number", "number", "PD-7K3M-9QXR-H"),
        ],
        action: "/tickets/PD-7K3M-9QXR-H/questions/tx".to_owned(),
        draft: "answer:PD-7K3M-9QXR-H:tx".to_owned(),
        back: "/tickets/PD-7K3M-9QXR-H".to_owned(),
        known: Known {
            seen: "open".to_owned(),
            meanwhile: meanwhile.map(|answer| answer.map(str::to_owned)),
            code: true,
        },
        late: true,
    };
    QuestionStep { place, field: Field { value: "0xb7e1".to_owned(), error }, ..asked }
}

/// A question of a draft that was answered on another device since the page was opened.
fn crossed_question(locale: Locale) -> QuestionStep {
    let asked = question(locale, "amount", Input::Line { code: false }, Some("answer-meanwhile"));
    let known = Known {
        seen: "open".to_owned(),
        meanwhile: Some(Some("250 USDT".to_owned())),
        code: false,
    };
    let field = Field { value: "2,500 USDT".to_owned(), ..asked.field };
    QuestionStep { place: Place { known, ..asked.place }, field, ..asked }
}

pub(super) fn link_over(locale: Locale, way: LinkWay) -> String {
    let token = "pdt_AAAA".to_owned();
    LinkOver { page: anonymous(locale), way, token }.render().unwrap()
}

fn answer_late(locale: Locale, closed: bool) -> AnswerLate {
    let page = page(locale, Here::Elsewhere, None);
    AnswerLate {
        number: "PD-7K3M-9QXR-H".to_owned(),
        subject: "Deposit has not arrived".to_owned(),
        why: page.t(if closed { "answer-closed" } else { "answer-not-asked" }),
        label: closed.then(|| page.t("form-amount")),
        typed: if closed { "250 USDT".to_owned() } else { String::new() },
        elsewhere: closed.then(|| ("other".to_owned(), "250 USDT".to_owned())),
        page,
    }
}

fn reply_late(locale: Locale) -> ReplyLate {
    let number = "PD-7K3M-9QXR-H".to_owned();
    let typed = "It is still missing.".to_owned();
    ReplyLate {
        page: page(locale, Here::Elsewhere, None),
        subject: "Deposit has not arrived".to_owned(),
        category: "other".to_owned(),
        files: vec!["receipt.pdf".to_owned(), "screen.png".to_owned()],
        carried: Carried {
            text: format!("{number}\n{typed}"),
            files: "0197c1f2-7a54-7e02-9d5b-5f0c2a3c1b77".to_owned(),
            ..Carried::default()
        },
        typed,
        number,
    }
}

/// The pages of a new ticket and those of whoever waits.
pub(super) fn intake(locale: Locale) -> Vec<(&'static str, String)> {
    let here = || page(locale, Here::Elsewhere, None);
    let choose = |from: Option<&str>| Choose {
        page: here(),
        categories: choices(locale),
        drafts: vec![DraftRow {
            category: category(),
            begins: "I sent 250 USDT two hours ago…".to_owned(),
            updated_us: NOW_US - 5 * MINUTE_US,
        }],
        from: from.map(str::to_owned),
        withdrawn: from.map(str::to_owned),
        carried: Carried::default(),
    };
    let text = |body: Field| TextStep {
        reached: Some(reached(locale, true)),
        page: here(),
        category: category(),
        body,
        text: SeenText::default(),
        begun: true,
        steps: 8,
        articles: Vec::new(),
        fitting: found(locale),
    };
    let answered = |page: Page| Answered {
        text: "TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm".to_owned(),
        recognised: facts(&page)
            .into_iter()
            .map(|fact| Recognised {
                said: Some("evidence-checked"),
                fact,
                networks: Some(page.t1("question-networks", "count", 12)),
            })
            .collect(),
        uid_differs: true,
        leak: Some((page.secret("seed-phrase"), vec![LeakGroup::Wallet.advice()])),
        leaked: "seed-phrase".to_owned(),
        articles: found(locale),
        more: format!("/{}/help/search?q=memo", locale.code()),
        tickets: rows().0,
        fitting: choices(locale),
        others: choices(locale),
        page,
    };
    let escalation = |refused: Option<&str>, reason: Field| Escalation {
        number: "PD-7K3M-9QXR-H".to_owned(),
        subject: "Deposit has not arrived".to_owned(),
        refused: refused.map(|key| here().t(key)),
        to_lead: false,
        limit: 500,
        reason,
        key: "k".to_owned(),
        page: here(),
    };
    let options = choices(locale);
    vec![
        ("choose", choose(None).render().unwrap()),
        ("choose-withdrawn", choose(Some("earn-and-staking")).render().unwrap()),
        ("text-step", text(Field::default()).render().unwrap()),
        ("text-step-error", text(wrong(&here(), "", "field-body-required")).render().unwrap()),
        ("question-tx", question(locale, "tx", Input::Line { code: true }, None).render().unwrap()),
        (
            "question-tx-error",
            question(locale, "tx", Input::Line { code: true }, Some("field-answer-required"))
                .render()
                .unwrap(),
        ),
        (
            "question-network",
            question(locale, "network", Input::Menu(options.clone()), None).render().unwrap(),
        ),
        (
            "question-choice",
            question(locale, "platform", Input::Choices(options), Some("field-answer-required"))
                .render()
                .unwrap(),
        ),
        (
            "question-request",
            question(locale, "request", Input::Long { rows: 10, code: true }, None)
                .render()
                .unwrap(),
        ),
        ("question-files", question(locale, "recording", Input::Files, None).render().unwrap()),
        ("question-crossed", crossed_question(locale).render().unwrap()),
        ("question-late", late_question(locale, None).render().unwrap()),
        ("question-meanwhile", late_question(locale, Some(Some("0xb7e1f0"))).render().unwrap()),
        ("question-meanwhile-lacking", late_question(locale, Some(None)).render().unwrap()),
        ("answer-closed", answer_late(locale, true).render().unwrap()),
        ("answer-not-asked", answer_late(locale, false).render().unwrap()),
        ("reply-late", reply_late(locale).render().unwrap()),
        ("check", check(locale, false).render().unwrap()),
        ("check-errors", check(locale, true).render().unwrap()),
        ("answered", answered(here()).render().unwrap()),
        ("answered-anonymous", answered(anonymous(locale)).render().unwrap()),
        ("escalation", escalation(None, Field::default()).render().unwrap()),
        (
            "escalation-error",
            escalation(None, wrong(&here(), "", "field-escalation-required")).render().unwrap(),
        ),
        (
            "escalation-refused",
            escalation(Some("escalate-top"), Field::default()).render().unwrap(),
        ),
    ]
}
