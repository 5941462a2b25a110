use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use proofdesk_desk::article::reader::Reader;
use proofdesk_desk::brand::{self, Brand as DeskBrand};
use proofdesk_desk::code::Code;
use proofdesk_desk::customer::{self, OwnFacts};
use proofdesk_desk::id::PublicId;
use proofdesk_desk::identity::Level;
use proofdesk_desk::names::Names;
use proofdesk_desk::sign_in_page::{self, SignInPage};
use proofdesk_desk::text::Clean;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{
    Cx, Error, OrNotFound as _, Timestamp, category, evidence, limits, notification,
};
use proofdesk_http::{App, Asker, Edge, Problem, Result, cookie};
use proofdesk_locale::{FluentArgs, Locale, Messages, Zone};
use serde::Deserialize;

use crate::incoming::Incoming;
use crate::view::{Field, MessageForm};
use crate::{Brand, Here, Notice, Page, Person, Verification, Visitor};

/// The cookie in which `site.js` tells the browser's zone.
const ZONE_COOKIE: &str = "zone";
/// The cookie of [`crate::language`].
const LANGUAGE_COOKIE: &str = "lang";
/// Percent signs in the cookie: zones have slashes.
const ESCAPED_SLASH: &str = "%2F";

/// Limits are binary, what people read is decimal: a whole mebibyte is promised as a megabyte, never more.
pub(crate) const MIB: u64 = 1024 * 1024;

/// A form that only says yes.
#[derive(Deserialize)]
pub(crate) struct YesIn {}

/// One look at one page: everything that each page needs, read once.
pub(crate) struct Visit {
    pub app: App,
    pub edge: Edge,
    pub asker: Asker,
    pub brand: DeskBrand,
    /// The slug of the brand whose own host was asked.
    pub address: Option<String>,
    /// The customer who looks; `None` for everybody else, staff included.
    pub own: Option<OwnFacts>,
    unread: i64,
    sign_in: Option<SignInPage>,
    /// What the brand calls its categories by itself.
    issues: Vec<(String, Names)>,
    zone: Zone,
    now: Timestamp,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let Ok(edge) = Edge::from_request_parts(parts, app).await;
        let asker = Asker::from_request_parts(parts, app).await?;
        Self::begin(app.clone(), edge, asker, &parts.headers).await
    }
}

impl Visit {
    /// Reads what a visit needs.
    pub async fn begin(
        app: App,
        mut edge: Edge,
        asker: Asker,
        headers: &HeaderMap,
    ) -> Result<Self> {
        let viewer = asker.viewer.clone();
        let address = app.config().brand_of(headers).map(str::to_owned);
        let asked = address.clone();
        let read = app.desk().read(async move |rx| match &viewer {
            Viewer::Customer(me) => {
                let own = customer::view::own(rx, me).await?;
                let brand = brand::view::find(rx, me.brand_id).await?.or_not_found()?;
                let unread = notification::view::unread(rx, me).await?;
                let issues = category::view::own_names(rx, brand.id).await?;
                Ok((brand, issues, Some(own), unread, None))
            }
            _ => {
                let brand = brand::view::at_address(rx, asked.as_deref()).await?;
                let sign_in = sign_in_page::view::find(rx, brand.id).await?;
                let issues = category::view::own_names(rx, brand.id).await?;
                Ok((brand, issues, None, 0, sign_in))
            }
        });
        let (brand, issues, own, unread, sign_in) = read.await?;
        let zone = zone(own.as_ref(), headers);
        // What the browser wishes for is a guess; the account's language was chosen by somebody.
        if let Some(own) = &own
            && cookie::find(headers, LANGUAGE_COOKIE).is_none()
            && let Ok(chosen) = own.locale.parse()
        {
            edge.locale = chosen;
        }
        let now = app.now();
        Ok(Self { app, edge, asker, brand, address, own, unread, sign_in, issues, zone, now })
    }

    /// Who opens a ticket has read what they were told of it.
    pub async fn reading(mut self, number: &PublicId) -> Result<Self> {
        if self.unread > 0 {
            let number = number.clone();
            let read = self.app.desk().write(self.cx(), async move |tx, cx| {
                notification::actions::mark_read(tx, cx, Some(&number)).await
            });
            let read = i64::try_from(read.await?).unwrap_or(i64::MAX);
            self.unread = self.unread.saturating_sub(read).max(0);
        }
        Ok(self)
    }

    /// Who reads the help centre, with what the exchange says of their account where that decides what they see.
    pub async fn reader(&self) -> Result<Reader> {
        Ok(Reader::asked(self.app.desk(), &self.cx(), self.brand.id).await?)
    }

    /// The context of an act.
    pub fn cx(&self) -> Cx {
        self.app.cx(&self.edge, self.asker.viewer.clone())
    }

    /// The frame of a page. `path` is where the language menu comes back to.
    pub fn page(
        &self,
        here: Here,
        path: impl Into<String>,
        notice: Option<Notice>,
    ) -> Result<Page> {
        let path = path.into();
        let issues = self.issues.iter().filter_map(|(slug, names)| {
            let name = category::own_name(slug, names, self.edge.locale)?;
            Some((slug.clone(), name.to_owned()))
        });
        Ok(Page {
            locale: self.edge.locale,
            zone: self.zone.clone(),
            now_us: self.now.micros(),
            brand: Brand::of(self.brand.name.clone(), self.brand.accent),
            issues: issues.collect(),
            visitor: match &self.own {
                Some(own) => Visitor::Customer(self.person(own)),
                None => Visitor::Anonymous,
            },
            csrf: self.asker.csrf_token(&self.app)?.unwrap_or_default(),
            here,
            wanted: path.clone(),
            sign_in: self.sign_in.clone(),
            path,
            unread: self.unread,
            notice,
            development: self.app.config().development,
        })
    }

    /// The zone in which times are written, by its IANA name.
    pub fn zone_name(&self) -> String {
        self.zone.name().to_owned()
    }

    /// A form for a message that nobody has typed yet.
    pub fn message_form(&self) -> MessageForm {
        let seed = self.app.seed();
        MessageForm {
            max_files: u32::try_from(limits::ATTACHMENTS_PER_MESSAGE).unwrap_or(u32::MAX),
            max_file_bytes: limits::ATTACHMENT_BYTES / MIB * 1_000_000,
            key: hex::encode(seed.first_chunk::<16>().copied().unwrap_or_default()),
            ..MessageForm::default()
        }
    }

    /// A form that comes back: with the same key, what was typed, and the files that arrived.
    pub fn message_form_of(&self, incoming: &Incoming, body: Field) -> MessageForm {
        MessageForm {
            body,
            kept_files: incoming.kept(),
            file_errors: incoming.file_errors(self.edge.locale),
            key: incoming.text("key").to_owned(),
            uid_differs: ["body", "answer"]
                .iter()
                .any(|name| self.names_another(incoming.text(name))),
            ..self.message_form()
        }
    }

    /// Whether a text that was typed names the account of somebody else.
    fn names_another(&self, typed: &str) -> bool {
        let own_uid = self.own.as_ref().and_then(|own| own.uid.as_deref());
        Clean::new(typed).is_ok_and(|text| evidence::names_another(text.as_str(), false, own_uid))
    }

    /// What is wrong with a field, in the words of its form where there are any: "Write a subject" helps more than "This is
    /// needed".
    pub fn field_error(&self, field: &str, error: Option<Error>) -> Option<String> {
        let error = error?;
        let key = match error.code() {
            Code::FieldRequired => format!("field-{field}-required"),
            Code::FieldTooLong => format!("field-{field}-too-long"),
            Code::FieldInvalid => format!("field-{field}-invalid"),
            _ => String::new(),
        };
        let key = if Messages::embedded().has(Locale::En, &key) {
            key
        } else {
            format!("error-{}", error.code().as_str())
        };
        Some(Messages::embedded().t(
            self.edge.locale,
            &key,
            Some(&arguments(&error, self.edge.locale)),
        ))
    }

    fn person(&self, own: &OwnFacts) -> Person {
        let name = [&own.name, &own.email, &own.uid].into_iter().flatten().next();
        let name = name.map_or_else(|| own.id.to_string(), Clone::clone);
        Person {
            id: own.id.to_string(),
            name,
            uid: own.uid.clone(),
            verification: self.verification(own),
        }
    }

    /// What the identity behind this session is worth now.
    fn verification(&self, own: &OwnFacts) -> Verification {
        let Viewer::Customer(me) = &self.asker.viewer else { return Verification::None };
        let Some(identity) = own.identities.iter().find(|one| one.id == me.identity_id) else {
            return Verification::None;
        };
        match (identity.level_at(self.now), identity.level_until) {
            (Level::SignedIn, until) => {
                let expires_at = self.asker.session.as_ref().map(|session| session.expires_at);
                let until = until.or(expires_at).unwrap_or(self.now);
                Verification::SignedIn { until_us: until.micros() }
            }
            (Level::Email, _) => Verification::Email,
            (Level::None, _) if identity.level != Level::None => Verification::Expired,
            (Level::None, _) => Verification::None,
        }
    }
}

/// The sentence of an error about one thing of a form.
pub(crate) fn sentence(locale: Locale, error: &Error) -> String {
    let key = format!("error-{}", error.code().as_str());
    Messages::embedded().t(locale, &key, Some(&arguments(error, locale)))
}

/// What the sentence speaks of. Numbers become numbers, so that they are written as the reader writes them; the size of a
/// file becomes a size.
fn arguments(error: &Error, locale: Locale) -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    let Error::Refused(refusal) = error else { return args };
    for (name, value) in &refusal.args {
        match value.parse::<u64>() {
            Ok(bytes) if error.code() == Code::AttachmentTooLarge => {
                args.set(*name, locale.bytes(bytes / MIB * 1_000_000));
            }
            Ok(number) => args.set(*name, number),
            Err(_text) => args.set(*name, value.clone()),
        }
    }
    args
}

/// The zone that the account says, else the one that the browser told, else UTC.
fn zone(own: Option<&OwnFacts>, headers: &HeaderMap) -> Zone {
    let account = own.map(|own| own.time_zone.as_str()).filter(|zone| *zone != "UTC");
    let browser =
        || cookie::find(headers, ZONE_COOKIE).map(|told| told.replace(ESCAPED_SLASH, "/"));
    account
        .and_then(Zone::parse)
        .or_else(|| browser().as_deref().and_then(Zone::parse))
        .unwrap_or(Zone::UTC)
}

/// A page as an answer.
pub(crate) fn html(status: StatusCode, page: &impl Template) -> Result<Response> {
    let text = page.render().map_err(|_broken| Problem::new(Code::Internal))?;
    Ok((status, Html(text)).into_response())
}

/// A page that stands where somebody asked for it.
pub(crate) fn ok(page: &impl Template) -> Result<Response> {
    html(StatusCode::OK, page)
}

/// The local path to go to, or `otherwise`: never another host, whoever wrote the link.
pub(crate) fn local<'a>(to: &'a str, otherwise: &'a str) -> &'a str {
    let is_path = to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\");
    let is_plain = to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_path && is_plain { to } else { otherwise }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_paths_are_followed() {
        for (to, followed) in [
            ("/tickets", true),
            ("/tickets/PD-0000-0000-0?notice=sent", true),
            ("", false),
            ("tickets", false),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("/a\\b", false),
            ("https://evil.example", false),
            ("/a\r\nset-cookie: x", false),
            ("/ä", false),
        ] {
            assert_eq!(local(to, "/") == to, followed, "{to}");
        }
    }
}
