//! The pages of whoever writes without a session.

use proofdesk_desk::Timestamp;
use proofdesk_desk::sign_in_page::SignInPage;

use super::*;

/// A page from which the exchange signs in.
pub fn leading(locale: Locale) -> Page {
    let sign_in = SignInPage {
        brand_id: "019a0000-0000-7000-8000-000000000001".parse().unwrap(),
        url: "https://northgate.example/support".to_owned(),
        parameter: "to".to_owned(),
        updated_at: Timestamp::from_micros(NOW_US),
    };
    Page { sign_in: Some(sign_in), ..anonymous(locale) }
}

fn question(page: &Page, key: &str, input: Input, error: Option<&str>) -> WriteQuestion {
    WriteQuestion {
        key: key.to_owned(),
        asked: Asked {
            label: page.t(&format!("form-{key}")),
            why: page.t(&format!("form-{key}-why")),
            optional: error.is_none(),
            can_lack: key == "tx",
            input,
            help: if key == "tx" { vec![page.t("find-hash-okx")] } else { Vec::new() },
        },
        field: Field { value: String::new(), error: error.map(|key| page.t(key)) },
        lacking: key == "tx",
    }
}

fn write(locale: Locale, theft: bool, problem: bool) -> Write {
    let page = leading(locale);
    let error = problem.then_some("field-answer-required");
    let slug = if theft { "theft" } else { "deposit-not-credited" };
    let taken = ["withdrawal", "locked-out"].map(|value| Choice {
        value: value.to_owned(),
        label: page.t(&format!("form-taken-{value}")),
    });
    let questions = vec![
        question(&page, "taken", Input::Choices(taken.to_vec()), error),
        question(&page, "network", Input::Menu(choices(locale)), error),
        question(&page, "tx", Input::Line { code: true }, None),
        question(&page, "expected", Input::Long { rows: 4, code: false }, None),
    ];
    let field = |key: &str| match problem {
        true => wrong(&page, "eve@", key),
        false => Field::default(),
    };
    Write {
        category: Choice { value: slug.to_owned(), label: page.t(&format!("issue-{slug}")) },
        is_theft: theft,
        mails: !problem,
        suspended: Vec::new(),
        email: field("field-email-invalid"),
        body: field("field-body-required"),
        questions,
        needs_files: problem,
        files: MessageForm {
            max_files: 3,
            max_file_bytes: 10_000_000,
            carries_files: true,
            ..form()
        },
        leaked: String::new(),
        too_many: None,
        page,
    }
}

fn written(locale: Locale, is_theft: bool) -> Written {
    let page = leading(locale);
    Written {
        number: "PD-7K3M-9QXR-H".to_owned(),
        is_theft,
        mails: !is_theft || locale != Locale::Ru,
        promise: (!is_theft).then(|| page.time(&NOW_US)),
        leak: is_theft.then(|| (page.secret("seed-phrase"), Vec::new())),
        page,
    }
}

/// Each by name.
pub fn strangers(locale: Locale) -> Vec<(&'static str, String)> {
    let too_many = Write { too_many: Some("write-too-many"), ..write(locale, false, false) };
    let topics = |gone| WriteTopics { topics: choices(locale), gone, page: anonymous(locale) };
    let gone = Gone {
        category: "Earn".to_owned(),
        email: "eve@example.net".to_owned(),
        carried: Carried { text: "</textarea>250 USDT".to_owned(), ..Carried::default() },
        had_files: true,
    };
    vec![
        ("write-topics", topics(None).render().unwrap()),
        ("write-gone", topics(Some(gone)).render().unwrap()),
        ("write", write(locale, false, false).render().unwrap()),
        ("write-errors", write(locale, false, true).render().unwrap()),
        ("write-too-many", too_many.render().unwrap()),
        ("write-theft", write(locale, true, false).render().unwrap()),
        ("written", written(locale, false).render().unwrap()),
        ("written-theft", written(locale, true).render().unwrap()),
    ]
}
