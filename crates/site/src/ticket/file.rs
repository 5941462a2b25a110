use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use proofdesk_channels::file_name;
use proofdesk_desk::id::AttachmentId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, attachment};
use proofdesk_http::file::{self, Place};
use proofdesk_http::{App, Path, Result};

/// `GET /attachments/{id}`: a file of a ticket that one may see, or one's own upload.
pub(crate) async fn serve(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<AttachmentId>,
    headers: HeaderMap,
) -> Result<Response> {
    let viewer = cx.viewer;
    let found = app
        .desk()
        .read(async move |rx| {
            let scope = viewer.scope(Permission::TicketRead);
            attachment::view::find(rx, &viewer, &scope, id).await?.or_not_found()
        })
        .await?;
    let disposition = file_name::disposition(false, &found.file_name);
    file::serve(app.desk(), &headers, &found, Place::Anywhere, &disposition).await
}
