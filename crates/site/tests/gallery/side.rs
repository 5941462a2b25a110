//! The page by which a department answers.

use proofdesk_site::view::{Side, SideMessage, SideOver, SideWay};

use super::*;

fn message(id: &str, author: &str, minutes: i64, html: Option<&str>) -> SideMessage {
    SideMessage {
        id: id.to_owned(),
        is_desk: author == "Mina Park",
        author: author.to_owned(),
        at_us: NOW_US - minutes * MINUTE_US,
        lang: Some("en".to_owned()),
        html: html.map(str::to_owned),
        files: Vec::new(),
    }
}

fn log(name: &str) -> Attachment {
    Attachment {
        id: "f1".to_owned(),
        href: "/side/pds_AAAA/files/f1".to_owned(),
        name: name.to_owned(),
        bytes: 48_211,
        kind: FileKind::Text,
        preview: false,
        plays: false,
        gone: false,
        masked: true,
        closed: false,
        note: None,
    }
}

fn side(locale: Locale, notice: Option<Notice>, error: Option<&str>) -> Side {
    let page = Page { notice, ..anonymous(locale) };
    let body = error.map(|key| wrong(&page, "It is behind.", key)).unwrap_or_default();
    let intro = page.t_with(
        "side-intro",
        &proofdesk_locale::args! {
            "name" => "Mina Park", "department" => "Node operations", "number" => "PD-7K3M-9QXR-H",
        },
    );
    // Files alone are an answer too.
    let files_alone = message("4", "Node operations", 2, Some(""));
    Side {
        token: "pds_AAAA".to_owned(),
        department: "Node operations".to_owned(),
        subject: Some("Is the Tron node behind?".to_owned()),
        intro,
        messages: vec![
            message(
                "1",
                "Mina Park",
                61,
                Some("<p>Is the Tron node behind?</p>\n<p>Block 41,220,918 is missing.</p>"),
            ),
            message("2", "Node operations", 12, Some("<p>It is. Back within the hour.</p>")),
            message("3", "Mina Park", 4, None),
            SideMessage { files: vec![log("node.log")], ..files_alone },
        ],
        until_us: NOW_US + 14 * 24 * 60 * MINUTE_US,
        answer: MessageForm {
            body,
            max_files: 10,
            max_file_bytes: 50_000_000,
            carries_files: true,
            ..form()
        },
        limit: 10_000,
        draft: "1".to_owned(),
        page,
    }
}

fn over(locale: Locale, way: SideWay, typed: &str) -> String {
    let (token, typed) = ("pds_AAAA".to_owned(), typed.to_owned());
    SideOver { page: anonymous(locale), token, way, typed }.render().unwrap()
}

pub fn sides(locale: Locale) -> Vec<(&'static str, String)> {
    let sent = Some(Notice::SideSent);
    vec![
        ("side", side(locale, None, None).render().unwrap()),
        ("side-sent", side(locale, sent, None).render().unwrap()),
        ("side-error", side(locale, None, Some("side-too-many")).render().unwrap()),
        ("side-expired", over(locale, SideWay::Expired, "")),
        ("side-renewed", over(locale, SideWay::Sent, "")),
        ("side-closed", over(locale, SideWay::Closed, "It is behind.")),
        ("side-void", over(locale, SideWay::Void, "")),
    ]
}

#[test]
fn what_a_department_typed_is_escaped_and_its_page_is_no_customers() {
    let hostile = "<script>alert(1)</script>\"'&";
    let mut view = side(Locale::En, None, None);
    view.subject = Some(hostile.to_owned());
    view.department = hostile.to_owned();
    view.answer.body = Field::of(format!("</textarea>{hostile}"));
    view.messages = vec![SideMessage {
        files: vec![log(hostile)],
        ..message("1", "Node operations", 1, Some(""))
    }];
    let html = view.render().unwrap();
    assert!(!html.contains("<script>alert"));
    assert_eq!(html.matches("</textarea>").count(), 1);
    for place in ["/tickets", "/account", "/sign-in", "/language"] {
        assert!(!html.contains(&format!("\"{place}")), "{place}");
    }
}
