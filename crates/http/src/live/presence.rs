//! A member whose console is connected is there.

use proofdesk_desk::availability::{self, actions, view};
use proofdesk_desk::id::StaffId;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Result};
use proofdesk_locale::Locale;

use crate::app::App;
use crate::principal::Asker;

/// Writes down that a member is there, unless that is known. A program that shows an API token is nobody who works. Where it cannot be
/// written, the connection is none the worse for it.
pub(super) async fn note(app: &App, asker: &Asker) {
    let (Viewer::Staff(me), Some(_)) = (&asker.viewer, &asker.session) else { return };
    if let Err(error) = see(app, me.staff_id).await {
        tracing::warn!(%error, "it could not be noted that a member is there");
    }
}

async fn see(app: &App, id: StaffId) -> Result<()> {
    let now = app.now();
    if !app.desk().read(async move |rx| view::is_news(rx, id, now).await).await? {
        return Ok(());
    }
    let viewer = Viewer::System(availability::JOB_KIND);
    let cx = Cx::new(now, viewer, Locale::En, "live".to_owned(), app.seed());
    app.desk().write(cx, async move |tx, cx| actions::seen(tx, cx, id).await).await
}
