//! Forms with files: the parts are read as they come, files straight into the blob store.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use axum::RequestExt as _;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use futures_util::stream;
use proofdesk_channels::{file_name, intake};
use proofdesk_desk::attachment::actions::{NewAttachment, record};
use proofdesk_desk::attachment::{Attachment, view};
use proofdesk_desk::blob::{BlobError, StoredBlob};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{AttachmentId, SideLinkId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Attempt, Error, limits, side_conversation, stranger};
use proofdesk_http::typed::{self, Kept};
use proofdesk_http::{CSRF_FIELD, Form, Problem, Result, Typed, parts, require_field};
use proofdesk_locale::{Locale, Messages, args};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::view::{Field as TypedField, KeptFile};
use crate::visit::{Visit, sentence};

/// Chunks between the socket and the blob store.
const CHUNKS_UNDERWAY: usize = 4;
/// All that is taken of a form's texts together; of each alone no more than [`limits::JSON_BODY_BYTES`].
const TEXTS_BYTES: usize = 4 * limits::JSON_BODY_BYTES;
/// The parts that files and the ids of earlier ones come in.
const FILES: &str = "files";
const KEPT: &str = "file";

/// Who sends a form without a session. Their files are fewer and smaller, and counted; the bytes rest, and the rows come with what they
/// are for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Guest {
    Stranger,
    /// Whoever has a link that opens a conversation.
    Department(SideLinkId),
    /// Whoever has one that opens none: their text is heard out, and none of their files is kept.
    Late,
}

/// What a form brought.
#[derive(Default)]
pub(crate) struct Incoming {
    texts: BTreeMap<String, String>,
    /// The same for the page of a refusal.
    kept: Arc<Kept>,
    /// Texts whose end is missing, because they were longer than anybody types.
    cut: BTreeSet<String>,
    /// The first field with bytes in it that are no UTF-8, in its text or in the name of its file.
    damaged: Option<String>,
    taken_bytes: usize,
    /// Files that are stored, those kept from an earlier try first.
    pub files: Vec<Attachment>,
    /// Files that are not, by the name that the sender gave.
    pub refused: Vec<(String, Error)>,
    /// Who sends it without a session.
    guest: Option<Guest>,
    /// Their files.
    pub unrecorded: Vec<NewAttachment>,
}

impl Incoming {
    /// Reads a form. The CSRF field must stand in front of everything else, and does in ours.
    ///
    /// # Errors
    /// `csrf-missing`, `body-too-large`, `text-not-utf8`, `attachment-incomplete` when the connection broke.
    pub async fn read(visit: &Visit, request: Request) -> Result<Self> {
        Self::default().filled(visit, request).await
    }

    /// Reads a form of somebody without a session.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_of(visit: &Visit, guest: Guest, request: Request) -> Result<Self> {
        Self { guest: Some(guest), ..Self::default() }.filled(visit, request).await
    }

    async fn filled(self, visit: &Visit, mut request: Request) -> Result<Self> {
        if is_plain(request.headers()) {
            return self.plain(visit, request).await;
        }
        // Larger than is taken: a file that is too large is heard out, so that the text beside it is not lost.
        let files = u64::try_from(self.most_files()).unwrap_or(u64::MAX);
        let most = limits::ATTACHMENT_BYTES.saturating_mul(files);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        DefaultBodyLimit::max(most).apply(&mut request);
        let kept = request.extensions().get::<Arc<Kept>>().cloned().unwrap_or_default();
        let mut multipart = parts::multipart(request).await?;
        let mut incoming = Self { kept, ..self };
        let (mut trusted, mut parts) = (false, 0);
        let patience = visit.app.config().upload_stall;
        while let Some(field) = in_time(patience, multipart.next_field()).await? {
            let name = field.name().unwrap_or_default().to_owned();
            // Each is remembered, however little is in it; bytes alone would let millions of them come.
            parts += usize::from(name != FILES);
            if parts > limits::FORM_PARTS {
                incoming.forget_files(visit).await;
                return Err(Problem::new(Code::BodyTooLarge));
            }
            if name == CSRF_FIELD {
                let shown = text(patience, field, limits::JSON_BODY_BYTES).await?.text;
                if let Err(problem) = require_field(&visit.app, Some(&visit.asker), Some(&shown)) {
                    // What does not come in time is not given back.
                    let mut rest = Typed::new();
                    let _late = timeout(patience, typed::rest(&mut multipart, &mut rest)).await;
                    for (name, text) in rest {
                        incoming.kept.push(&name, &text);
                    }
                    return Err(problem);
                }
                trusted = true;
                continue;
            }
            if !trusted {
                // Good enough for a program with a bearer token, whom no other site can push.
                require_field(&visit.app, Some(&visit.asker), None)?;
                trusted = true;
            }
            incoming.take(visit, &name, field).await?;
        }
        if !trusted {
            // A form of no parts at all.
            require_field(&visit.app, Some(&visit.asker), None)?;
        }
        // Told when all of it was heard, so that all of it comes back.
        if let Some(name) = incoming.damaged.take() {
            incoming.forget_files(visit).await;
            return Err(Error::field(name, Code::TextNotUtf8).into());
        }
        Ok(incoming)
    }

    /// Texts without files, as a page sends them that was opened before its form took any. What was typed there is not lost.
    async fn plain(self, visit: &Visit, request: Request) -> Result<Self> {
        let read = request.extract_with_state::<Form<BTreeMap<String, String>>, _, _>(&visit.app);
        let Form(texts) = timeout(visit.app.config().upload_stall, read)
            .await
            .map_err(|_elapsed| Problem::new(Code::UploadStalled))??;
        Ok(Self { texts, ..self })
    }

    async fn take(&mut self, visit: &Visit, name: &str, field: Field<'_>) -> Result<()> {
        let patience = visit.app.config().upload_stall;
        // A file whose name is no UTF-8 looks as if it had none, and would not be missed.
        let told = field.headers().get(header::CONTENT_DISPOSITION);
        if told.is_some_and(|told| std::str::from_utf8(told.as_bytes()).is_err()) {
            self.note_damage(name);
        }
        match name {
            FILES => self.take_file(visit, field).await,
            KEPT => {
                let id = text(patience, field, limits::JSON_BODY_BYTES).await?.text;
                let id = id.parse().ok();
                self.keep(visit, id).await
            }
            _ => self.take_text(patience, name, field).await,
        }
    }

    /// A text that is too long is heard out and kept as far as there is room, so that its form can come back with it.
    async fn take_text(&mut self, patience: Duration, name: &str, field: Field<'_>) -> Result<()> {
        self.taken_bytes += name.len();
        let room = TEXTS_BYTES.checked_sub(self.taken_bytes);
        let room = room.ok_or(Problem::new(Code::BodyTooLarge))?.min(limits::JSON_BODY_BYTES);
        let Text { text, is_whole, is_utf8 } = text(patience, field, room).await?;
        self.taken_bytes += text.len();
        if !is_whole {
            self.cut.insert(name.to_owned());
        }
        if !is_utf8 {
            self.note_damage(name);
        }
        self.kept.push(name, &text);
        self.texts.insert(name.to_owned(), text);
        Ok(())
    }

    fn note_damage(&mut self, name: &str) {
        self.damaged.get_or_insert_with(|| name.to_owned());
    }

    /// A file from an earlier try, if it is still one's own and free.
    async fn keep(&mut self, visit: &Visit, id: Option<AttachmentId>) -> Result<()> {
        let Some(id) = id.filter(|_| self.guest.is_none()) else { return Ok(()) };
        let viewer = visit.asker.viewer.clone();
        let found = visit.app.desk().read(async move |rx| {
            view::find(rx, &viewer, &viewer.scope(Permission::TicketRead), id).await
        });
        self.files.extend(found.await?.filter(|file| file.message_id.is_none()));
        Ok(())
    }

    async fn take_file(&mut self, visit: &Visit, field: Field<'_>) -> Result<()> {
        let typed_name = field.file_name().unwrap_or_default().to_owned();
        // A browser sends an empty part when nothing was chosen.
        if typed_name.is_empty() {
            return Ok(());
        }
        // Each that is refused is stored, looked at or counted before, and told.
        if self.refused.len() >= limits::FORM_FILES_REFUSED {
            return drain(visit.app.config().upload_stall, field).await;
        }
        let name = file_name::safe_file_name(&typed_name);
        if let Err(error) = self.room(visit).await? {
            self.refused.push((name, error));
            return drain(visit.app.config().upload_stall, field).await;
        }
        let declared = field.content_type().map(str::to_owned);
        let id: AttachmentId = visit.cx().id();
        match store(visit, id, field, self.most_bytes()).await? {
            Ok(stored) if stored.size == 0 => {
                self.refused.push((name, Error::refused(Code::AttachmentEmpty)));
                // What cannot be deleted now is collected with everything else that has no row.
                let _left = visit.app.desk().blob().delete(id).await;
            }
            Ok(stored) => {
                let desk = visit.app.desk();
                let (declared, fresh) = (declared.as_deref(), visit.cx().id());
                let taken = intake::take(desk.blob(), id, stored, declared, &name, fresh).await?;
                let clean = Clean::line("file_name", &name, file_name::LONGEST_CHARS)?;
                let new = taken.row(visit.brand.id, clean, desk.scanning());
                if self.guest.is_some() {
                    self.unrecorded.push(new);
                    return Ok(());
                }
                let written = visit
                    .app
                    .desk()
                    .write(visit.cx(), async move |tx, cx| record(tx, cx, &new).await);
                match written.await {
                    Ok(file) => self.files.push(file),
                    // Too many of theirs wait for a message: the form comes back with all that was typed.
                    Err(full) if full.code() == Code::LimitReached => {
                        self.refused.push((name, full));
                    }
                    Err(error) => return Err(error.into()),
                }
            }
            Err(refused) => self.refused.push((name, refused)),
        }
        Ok(())
    }

    const fn most_files(&self) -> usize {
        match self.guest {
            Some(Guest::Stranger) => limits::STRANGER_FILES,
            Some(Guest::Department(_) | Guest::Late) => limits::SIDE_FILES,
            None => limits::ATTACHMENTS_PER_MESSAGE,
        }
    }

    const fn most_bytes(&self) -> u64 {
        match self.guest {
            Some(Guest::Stranger) => limits::STRANGER_FILE_BYTES,
            Some(Guest::Department(_) | Guest::Late) => limits::SIDE_FILE_BYTES,
            None => limits::ATTACHMENT_BYTES,
        }
    }

    /// Whether one more file is taken.
    async fn room(&self, visit: &Visit) -> Result<Attempt<()>> {
        if self.files.len() + self.unrecorded.len() >= self.most_files() {
            let limit = self.most_files().to_string();
            return Ok(Err(Error::refused_with(Code::TooManyAttachments, vec![("limit", limit)])));
        }
        let link = match self.guest {
            None => return Ok(Ok(())),
            Some(Guest::Late) => return Ok(Err(Error::refused(Code::LinkExpired))),
            Some(Guest::Stranger) => None,
            Some(Guest::Department(link)) => Some(link),
        };
        let address = visit.edge.address;
        let counted = visit.app.desk().write(visit.cx(), async move |tx, cx| match link {
            Some(link) => side_conversation::actions::count_file(tx, cx, link).await,
            None => stranger::actions::count_file(tx, cx, address).await,
        });
        match counted.await {
            // It was closed a moment ago: the form is heard out, and its page says so.
            Err(error) if matches!(error.code(), Code::LinkExpired | Code::SideClosed) => {
                Ok(Err(error))
            }
            counted => Ok(counted?),
        }
    }

    /// Lets go of files that no message takes.
    pub async fn forget_files(&mut self, visit: &Visit) {
        for file in self.unrecorded.drain(..) {
            // What cannot be deleted now is collected with everything else that has no row.
            let _left = visit.app.desk().blob().delete(file.id).await;
        }
    }

    /// The names of the files of somebody without a session.
    pub fn unrecorded_names(&self) -> Vec<&str> {
        self.unrecorded.iter().map(|file| file.file_name.as_str()).collect()
    }

    /// A text field as it was typed; empty when it did not come.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// The texts of the fields whose names begin so, as they were typed.
    pub fn texts_of(&self, start: &str) -> impl Iterator<Item = &str> {
        let named = self.texts.iter().filter(move |(name, _)| name.starts_with(start));
        named.map(|(_, text)| text.as_str())
    }

    /// A text as the field of its form, with what is wrong with it; where its end is missing, that is said too.
    pub fn field(&self, name: &str, locale: Locale, error: Option<String>) -> TypedField {
        let cut = || Messages::embedded().t(locale, "field-cut", None);
        let error = match (error, self.cut.contains(name)) {
            (Some(error), true) => Some([error, cut()].join(locale.sentence_gap())),
            (None, true) => Some(cut()),
            (error, false) => error,
        };
        TypedField { value: self.text(name).to_owned(), error }
    }

    pub fn file_ids(&self) -> Vec<AttachmentId> {
        self.files.iter().map(|file| file.id).collect()
    }

    /// The stored files, for the form that comes back with an error.
    pub fn kept(&self) -> Vec<KeptFile> {
        let kept = |file: &Attachment| KeptFile {
            id: file.id.to_string(),
            name: file.file_name.clone(),
            bytes: u64::try_from(file.size).unwrap_or(0),
        };
        self.files.iter().map(kept).collect()
    }

    /// One sentence for each file that was refused.
    pub fn file_errors(&self, locale: Locale) -> Vec<String> {
        let told = |(name, error): &(String, Error)| {
            // Whoever writes can delete none of those that wait.
            let problem = match error.code() {
                Code::LimitReached => Messages::embedded().t(locale, "field-file-waiting", None),
                _ => sentence(locale, error),
            };
            let args = args! { "name" => name.as_str(), "problem" => problem };
            Messages::embedded().t(locale, "field-file", Some(&args))
        };
        self.refused.iter().map(told).collect()
    }
}

/// A form that comes in one piece.
fn is_plain(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

fn broken() -> Problem {
    Problem::new(Code::AttachmentIncomplete)
}

/// What comes next of a form.
///
/// # Errors
/// `upload-stalled` when nothing comes for as long as `patience`, `attachment-incomplete` when the connection broke.
pub(crate) async fn in_time<T>(
    patience: Duration,
    next: impl Future<Output = std::result::Result<T, MultipartError>>,
) -> Result<T> {
    match timeout(patience, next).await {
        Ok(came) => came.map_err(|_cut| broken()),
        Err(_elapsed) => Err(Problem::new(Code::UploadStalled)),
    }
}

/// What a text part brought.
struct Text {
    /// What is no UTF-8 shows where it is broken; nothing else of it is lost.
    text: String,
    /// Nothing is missing at its end.
    is_whole: bool,
    is_utf8: bool,
}

/// The first `most` bytes of a text part.
async fn text(patience: Duration, mut field: Field<'_>, most: usize) -> Result<Text> {
    let (mut bytes, mut is_whole) = (Vec::new(), true);
    while let Some(chunk) = in_time(patience, field.chunk()).await? {
        let (fits, rest) = chunk.split_at(chunk.len().min(most - bytes.len()));
        bytes.extend_from_slice(fits);
        is_whole &= rest.is_empty();
    }
    let broken = std::str::from_utf8(&bytes).err();
    // Half a character at the cut is none that was typed.
    let half = broken.filter(|broken| !is_whole && broken.error_len().is_none());
    bytes.truncate(half.map_or(bytes.len(), |half| half.valid_up_to()));
    let is_utf8 = broken.is_none() || half.is_some();
    Ok(Text { text: String::from_utf8_lossy(&bytes).into_owned(), is_whole, is_utf8 })
}

/// Moves a file part into the blob store. The inner error is about this file alone; the rest of the form goes on.
async fn store(
    visit: &Visit,
    id: AttachmentId,
    mut field: Field<'_>,
    most: u64,
) -> Result<std::result::Result<StoredBlob, Error>> {
    let (sender, receiver) =
        mpsc::channel::<std::result::Result<Bytes, BlobError>>(CHUNKS_UNDERWAY);
    let body = stream::unfold(receiver, async |mut receiver| {
        receiver.recv().await.map(|chunk| (chunk, receiver))
    });
    let put = visit.app.desk().blob().put(id, Box::pin(body), most);
    let patience = visit.app.config().upload_stall;
    let pump = async move {
        let mut wanted = true;
        loop {
            let piece = match timeout(patience, field.chunk()).await {
                Ok(piece) => piece,
                Err(_elapsed) => {
                    let _gone = sender.send(Err(BlobError::Stalled)).await;
                    return Err(Problem::new(Code::UploadStalled));
                }
            };
            match piece {
                // A file that was refused in the middle is read to its end, so that the form is heard out.
                Ok(Some(chunk)) if wanted => wanted = sender.send(Ok(chunk)).await.is_ok(),
                Ok(Some(_unwanted)) => {}
                Ok(None) => return Ok(()),
                Err(_cut) => {
                    // The store forgets what it has of a file that broke off, whether it still listens or not.
                    let _gone = sender.send(Err(BlobError::Incomplete)).await;
                    return Err(broken());
                }
            }
        }
    };
    let (stored, read) = tokio::join!(put, pump);
    read?;
    match stored {
        Ok(stored) => Ok(Ok(stored)),
        Err(BlobError::TooLarge { limit }) => Ok(Err(Error::refused_with(
            Code::AttachmentTooLarge,
            vec![("limit", limit.to_string())],
        ))),
        Err(failed) => Err(Error::from(failed).into()),
    }
}

async fn drain(patience: Duration, mut field: Field<'_>) -> Result<()> {
    while in_time(patience, field.chunk()).await?.is_some() {}
    Ok(())
}
