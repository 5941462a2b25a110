use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::code::Code;
use proofdesk_desk::customer::{self, OwnFacts};
use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::notification;
use proofdesk_desk::organisation::{self, Organisation};
use proofdesk_desk::password::{self, NewPassword, Plain};
use proofdesk_desk::session::SecondFactor;
use proofdesk_desk::staff::actions::ProfileChange;
use proofdesk_desk::staff::{self, Member};
use proofdesk_desk::team::{self, Team};
use proofdesk_desk::totp::{self, Enrolment};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Error, OrNotFound as _};
use proofdesk_http::{
    Access, App, Asker, Body, Edge, IdempotencyKey, Idempotent, Json, Reply, Result, Routes,
};
use proofdesk_store::{Rx, Tx};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::roles::written;
use crate::session::{SecondFactorIn, client};
use crate::wire::{
    LocaleWord, Moment, NameText, NamedOut, PasswordText, PermissionWord, ReachWord, ZoneText,
    uuids,
};

#[derive(OpenApi)]
#[openapi(paths(
    find,
    change,
    change_password,
    offer_totp,
    confirm_totp,
    remove_totp,
    renew_codes
))]
pub struct Document;

pub fn routes() -> Routes {
    let own = Access::AnySession;
    Routes::new()
        .get("/api/v1/me", Access::Public, find)
        .route(&Method::PATCH, "/api/v1/me", own, Body::Json, change)
        .route(&Method::POST, "/api/v1/me/password", own, Body::Json, change_password)
        .route(&Method::POST, "/api/v1/me/totp", own, Body::None, offer_totp)
        .shown_once()
        .route(&Method::POST, "/api/v1/me/totp/confirmation", own, Body::Json, confirm_totp)
        .shown_once()
        .route(&Method::POST, "/api/v1/me/totp/removal", own, Body::Json, remove_totp)
        .route(&Method::POST, "/api/v1/me/recovery-codes", own, Body::Json, renew_codes)
        .shown_once()
}

/// Who asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Me)]
pub struct MeOut {
    pub kind: AskerKind,
    /// Unsafe requests with the session's cookie carry it as `x-csrf-token`. Empty where there is no session.
    pub csrf_token: String,
    pub organisation: OrganisationOut,
    pub session: Option<MySessionOut>,
    pub staff: Option<StaffMeOut>,
    pub customer: Option<CustomerMeOut>,
}

/// What kind of person asks.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum AskerKind {
    Anonymous,
    Customer,
    Staff,
}

/// The organisation that runs this desk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organisation)]
pub struct OrganisationOut {
    #[schema(examples("Acme"))]
    pub name: String,
    /// Mail is sent: a member who lost their password can ask for a link.
    pub sends_mail: bool,
}

/// The session behind the request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MySession)]
pub struct MySessionOut {
    pub id: Uuid,
    /// The latest moment at which it ends.
    pub expires_at: Moment,
    /// Until when a fresh proof of the second factor counts.
    pub step_up_until: Option<Moment>,
}

/// The member who asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StaffMe)]
pub struct StaffMeOut {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    #[schema(examples("en"))]
    pub locale: String,
    #[schema(examples("Europe/Berlin"))]
    pub time_zone: String,
    /// What they may do right now, and how far.
    pub permissions: BTreeMap<PermissionWord, ReachWord>,
    pub totp: TotpOut,
    pub teams: Vec<NamedOut>,
    /// Ids of their brands.
    pub brands: Vec<Uuid>,
    /// They are mailed when a note mentions them while they are away.
    pub mention_mails: bool,
    /// They are mailed when articles of theirs are due for review, and when a text is handed over that they could publish.
    pub review_mails: bool,
}

/// The state of a member's second factor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Totp)]
pub struct TotpOut {
    pub enrolled: bool,
    /// A role of theirs requires one: until it is enrolled, nothing else is possible.
    pub required: bool,
}

/// The customer who asks, in clear.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerMe)]
pub struct CustomerMeOut {
    pub id: Uuid,
    pub brand_id: Uuid,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub uid: Option<String>,
    #[schema(examples("en"))]
    pub locale: String,
    #[schema(examples("Europe/Berlin"))]
    pub time_zone: String,
}

/// What to change of oneself; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MeChange, examples(json!({"time_zone": "Asia/Singapore"})))]
pub struct MeChangeIn {
    /// Of members of staff only: a customer's name is what the exchange says.
    pub name: Option<NameText>,
    pub locale: Option<LocaleWord>,
    pub time_zone: Option<ZoneText>,
    /// Of members of staff only: whether they are mailed when a note mentions them while they are away.
    pub mention_mails: Option<bool>,
    /// Of members of staff only: whether they are mailed when articles of theirs are due for review, and when a text is handed over
    /// that they could publish.
    pub review_mails: Option<bool>,
}

/// A new password, after the present one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PasswordChange)]
pub struct PasswordChangeIn {
    #[schema(examples("velvet-anchor-71"))]
    pub current: String,
    pub new: PasswordText,
}

/// A secret on its way to an authenticator, shown once.
#[derive(Serialize, ToSchema)]
#[schema(as = Enrolment)]
pub struct EnrolmentOut {
    /// Base32, for typing.
    #[schema(examples("JBSWY3DPEHPK3PXP"))]
    pub secret: String,
    /// For a QR code.
    #[schema(examples(
        "otpauth://totp/Acme:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Acme"
    ))]
    pub otpauth_url: String,
}

/// A code of the authenticator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TotpCode)]
pub struct TotpCodeIn {
    #[schema(examples("123456"))]
    pub code: String,
}

/// Codes for the day when the phone is gone, shown once. Each works once.
#[derive(Serialize, ToSchema)]
#[schema(as = RecoveryCodes)]
pub struct RecoveryCodesOut {
    pub recovery_codes: Vec<String>,
}

/// What is known of whoever asks.
enum Person {
    Nobody,
    Customer(Box<OwnFacts>),
    Member { member: Box<Member>, teams: Vec<Team>, requires_totp: bool },
}

async fn person(rx: &Rx<'_>, viewer: &Viewer) -> proofdesk_desk::Result<Person> {
    Ok(match viewer {
        Viewer::Customer(me) => Person::Customer(Box::new(customer::view::own(rx, me).await?)),
        Viewer::Staff(me) => {
            let member = staff::view::find(rx, viewer, me.staff_id).await?.or_not_found()?;
            let mut teams = team::view::list(rx, viewer).await?;
            teams.retain(|team| member.teams.contains(&team.id));
            let requires_totp = staff::view::requires_totp(rx, me.staff_id).await?;
            Person::Member { member: Box::new(member), teams, requires_totp }
        }
        _ => Person::Nobody,
    })
}

async fn organisation(rx: &Rx<'_>) -> proofdesk_desk::Result<OrganisationOut> {
    let found: Option<Organisation> = organisation::view::find(rx).await?;
    let name = found.map(|organisation| organisation.name).unwrap_or_default();
    let sends_mail = notification::view::is_open(rx, notification::Channel::Mail).await?;
    Ok(OrganisationOut { name, sends_mail })
}

impl MeOut {
    fn new(
        app: &App,
        asker: &Asker,
        organisation: OrganisationOut,
        person: Person,
    ) -> Result<Self> {
        let session = asker.session.as_ref().map(|session| MySessionOut {
            id: session.id.uuid(),
            expires_at: session.expires_at.into(),
            step_up_until: session.step_up_until.map(Into::into),
        });
        let mut me = Self {
            kind: AskerKind::Anonymous,
            csrf_token: asker.csrf_token(app)?.unwrap_or_default(),
            organisation,
            session,
            staff: None,
            customer: None,
        };
        match person {
            Person::Nobody => {}
            Person::Customer(facts) => {
                (me.kind, me.customer) = (AskerKind::Customer, Some((*facts).into()));
            }
            Person::Member { member, teams, requires_totp } => {
                let staff = StaffMeOut::new(&asker.viewer, *member, teams, requires_totp);
                (me.kind, me.staff) = (AskerKind::Staff, Some(staff));
            }
        }
        Ok(me)
    }
}

impl StaffMeOut {
    fn new(viewer: &Viewer, member: Member, teams: Vec<Team>, requires_totp: bool) -> Self {
        Self {
            id: member.id.uuid(),
            name: member.name,
            email: member.email,
            locale: member.locale,
            time_zone: member.time_zone,
            permissions: viewer.staff().map(|staff| written(&staff.grants)).unwrap_or_default(),
            totp: TotpOut { enrolled: member.totp_enrolled, required: requires_totp },
            teams: teams.into_iter().map(|team| NamedOut::new(team.id, team.name)).collect(),
            brands: uuids(&member.brands),
            mention_mails: member.mention_mails,
            review_mails: member.review_mails,
        }
    }
}

impl From<OwnFacts> for CustomerMeOut {
    fn from(facts: OwnFacts) -> Self {
        Self {
            id: facts.id.uuid(),
            brand_id: facts.brand_id.uuid(),
            name: facts.name,
            email: facts.email,
            phone: facts.phone,
            uid: facts.uid,
            locale: facts.locale,
            time_zone: facts.time_zone,
        }
    }
}

/// Tells who asks, what they may do, and the CSRF token of their session.
#[utoipa::path(
    get, path = "/api/v1/me", tag = "me", operation_id = "find_me",
    responses((status = 200, description = "Who asks; also nobody.", body = MeOut))
)]
async fn find(State(app): State<App>, asker: Asker) -> Result<Reply<MeOut>> {
    let viewer = asker.viewer.clone();
    let read =
        app.desk().read(async move |rx| Ok((organisation(rx).await?, person(rx, &viewer).await?)));
    let (organisation, person) = read.await?;
    Ok(Reply::ok(MeOut::new(&app, &asker, organisation, person)?))
}

/// Changes one's own name, language or time zone, and of what one is mailed.
#[utoipa::path(
    patch, path = "/api/v1/me", tag = "me", operation_id = "change_me", request_body = MeChangeIn,
    responses((status = 204, description = "It was changed."))
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<MeChangeIn>,
) -> Result<Reply<()>> {
    let change = ProfileChange {
        name: input.name.map(|name| name.0),
        locale: input.locale.map(|locale| locale.0),
        time_zone: input.time_zone.map(|zone| zone.0),
        mention_mails: input.mention_mails,
        review_mails: input.review_mails,
    };
    app.desk().write(cx, async move |tx, cx| set_own(tx, cx, &change).await).await?;
    Ok(Reply::no_content())
}

async fn set_own(tx: &Tx<'_>, cx: &mut Cx, change: &ProfileChange) -> proofdesk_desk::Result<()> {
    if !matches!(cx.viewer, Viewer::Customer(_)) {
        return staff::actions::set_profile(tx, cx, change).await;
    }
    let of_staff = [
        ("name", change.name.is_some()),
        ("mention_mails", change.mention_mails.is_some()),
        ("review_mails", change.review_mails.is_some()),
    ];
    if let Some((field, _)) = of_staff.into_iter().find(|(_, is_given)| *is_given) {
        return Err(Error::field(field, Code::FieldUnknown));
    }
    customer::actions::set_preferences(tx, cx, change.locale, change.time_zone.as_deref()).await
}

/// Changes one's own password and ends one's other sessions.
#[utoipa::path(
    post, path = "/api/v1/me/password", tag = "me", operation_id = "change_password", request_body = PasswordChangeIn,
    responses((status = 204, description = "It was changed."))
)]
async fn change_password(
    State(app): State<App>,
    mut cx: Cx,
    edge: Edge,
    Idempotent { input, key }: Idempotent<PasswordChangeIn>,
) -> Result<impl IntoResponse> {
    let (viewer, now, address) = (cx.viewer.clone(), cx.now, client(&edge).address);
    let read = app
        .desk()
        .read(async move |rx| password::view::own_candidate(rx, &viewer, address, now).await);
    let (candidate, email) = read.await?;
    let new = NewPassword::new("new", &input.new.0, &EmailAddress::parse("email", &email)?)?;
    let (current, salt) = (Plain::new(&input.current), cx.bytes());
    let computed = password::computed(move || (candidate.check(&current), new.hash(salt)));
    let (checked, hash) = computed.await?;
    let hash = hash?;
    key.judged(&app, cx, StatusCode::NO_CONTENT, async move |tx, cx| {
        password::actions::change(tx, cx, &checked, &hash).await
    })
    .await
}

/// Offers a secret for an authenticator. Nothing changes until a code of it is confirmed.
#[utoipa::path(
    post, path = "/api/v1/me/totp", tag = "me", operation_id = "offer_totp",
    responses(
        (status = 200, description = "The secret, shown once.", body = EnrolmentOut),
        (status = 409, description = "A second factor is enrolled already."),
    )
)]
async fn offer_totp(
    State(app): State<App>,
    cx: Cx,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    let keyring = app.desk().keyring().clone();
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        let Enrolment { secret, otpauth_url } = totp::actions::begin(tx, cx, &keyring).await?;
        Ok(EnrolmentOut { secret, otpauth_url })
    })
    .await
}

/// Enrols the offered secret.
#[utoipa::path(
    post, path = "/api/v1/me/totp/confirmation", tag = "me", operation_id = "confirm_totp", request_body = TotpCodeIn,
    responses(
        (status = 200, description = "It is enrolled.", body = RecoveryCodesOut),
        (status = 409, description = "No secret was offered."),
    )
)]
async fn confirm_totp(
    State(app): State<App>,
    cx: Cx,
    Idempotent { input, key }: Idempotent<TotpCodeIn>,
) -> Result<impl IntoResponse> {
    let keyring = app.desk().keyring().clone();
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        let recovery_codes = totp::actions::confirm(tx, cx, &keyring, &input.code).await?;
        Ok(RecoveryCodesOut { recovery_codes })
    })
    .await
}

/// Removes one's second factor, which is proven a last time.
#[utoipa::path(
    post, path = "/api/v1/me/totp/removal", tag = "me", operation_id = "remove_totp", request_body = SecondFactorIn,
    responses(
        (status = 204, description = "It is gone."),
        (status = 409, description = "None is enrolled."),
    )
)]
async fn remove_totp(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    Idempotent { input, key }: Idempotent<SecondFactorIn>,
) -> Result<impl IntoResponse> {
    let (second, from, keyring) =
        (SecondFactor::from(input), client(&edge), app.desk().keyring().clone());
    key.judged(&app, cx, StatusCode::NO_CONTENT, async move |tx, cx| {
        totp::actions::remove(tx, cx, &keyring, &second, &from).await
    })
    .await
}

/// Makes new recovery codes; the old ones are void.
#[utoipa::path(
    post, path = "/api/v1/me/recovery-codes", tag = "me", operation_id = "renew_recovery_codes",
    request_body = SecondFactorIn,
    responses(
        (status = 200, description = "The new codes, shown once.", body = RecoveryCodesOut),
        (status = 409, description = "No second factor is enrolled."),
    )
)]
async fn renew_codes(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    Idempotent { input, key }: Idempotent<SecondFactorIn>,
) -> Result<impl IntoResponse> {
    let (second, from, keyring) =
        (SecondFactor::from(input), client(&edge), app.desk().keyring().clone());
    key.judged(&app, cx, StatusCode::OK, async move |tx, cx| {
        let codes = totp::actions::renew_codes(tx, cx, &keyring, &second, &from).await?;
        Ok(codes.map(|recovery_codes| RecoveryCodesOut { recovery_codes }))
    })
    .await
}
