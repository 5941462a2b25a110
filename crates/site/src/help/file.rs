use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use proofdesk_channels::file_name;
use proofdesk_desk::OrNotFound as _;
use proofdesk_desk::article::reader::Reader;
use proofdesk_desk::article_file::{ArticleFile, view};
use proofdesk_desk::id::ArticleFileId;
use proofdesk_desk::viewer::Viewer;
use proofdesk_http::file::{self, Place};
use proofdesk_http::{Path, Result};

use super::visit_in;
use crate::visit::Visit;

/// Whoever may keep what everybody may see asks again soon: a text can be taken back.
const FOR_EVERYBODY: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// `GET /{lang}/help/files/{id}/{name}`: a picture or file that a published text names which the reader may read. The name is for
/// the eye alone.
pub(crate) async fn show(
    visit: Visit,
    Path((lang, id, _name)): Path<(String, ArticleFileId, String)>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let of_everybody = find(&visit, Reader::of(&Viewer::Anonymous), id).await?;
    let is_public = of_everybody.is_some();
    let found = match of_everybody {
        Some(found) => found,
        None => find(&visit, visit.reader().await?, id).await?.or_not_found()?,
    };
    let saved = file_name::disposition(false, &found.file_name);
    let desk = visit.app.desk();
    let mut answer =
        file::serve(desk, &asked, &found.as_attachment(), Place::Anywhere, &saved).await?;
    if is_public {
        answer.headers_mut().insert(header::CACHE_CONTROL, FOR_EVERYBODY);
    }
    Ok(answer)
}

async fn find(visit: &Visit, reader: Reader, id: ArticleFileId) -> Result<Option<ArticleFile>> {
    let brand_id = visit.brand.id;
    let read = visit.app.desk().read(async move |rx| view::read(rx, &reader, brand_id, id).await);
    Ok(read.await?)
}
