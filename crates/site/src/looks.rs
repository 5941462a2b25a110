use axum::response::Response;
use proofdesk_desk::customer::Field;
use proofdesk_desk::look::{self, Look, Seen};
use proofdesk_http::Result;

use crate::view::{LookRow, Looks};
use crate::visit::{Visit, ok};
use crate::{Here, Page};

/// `GET /looks`
pub(crate) async fn show(visit: Visit) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, "/looks", None)?;
    let (me, desk) = (visit.asker.viewer.customer()?.clone(), visit.app.desk().clone());
    let read =
        visit.app.desk().read(async move |rx| look::view::own(rx, desk.keyring(), &me).await);
    let looks = read.await?.into_iter().map(|look| row(&page, look)).collect();
    ok(&Looks { looks, page })
}

fn row(page: &Page, look: Look) -> LookRow {
    LookRow {
        at_us: look.at.micros(),
        asks_reason: look.seen != Seen::Account,
        seen: match look.seen {
            Seen::Field(Field::Name) => page.t("looks-name"),
            Seen::Field(Field::Email) => page.t("looks-email"),
            Seen::Field(Field::Phone) => page.t("looks-phone"),
            Seen::Field(Field::Uid) => page.t("looks-uid"),
            Seen::Transcript(number) => page.t1("looks-transcript", "number", number.to_string()),
            Seen::Account => page.t("looks-account"),
            Seen::Unknown => page.t("looks-unknown"),
        },
        pseudonym: look.pseudonym,
        roles: page.list(&look.roles),
        reason: look.reason,
    }
}
