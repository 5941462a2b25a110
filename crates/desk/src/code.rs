//! The one table of refusals: stable code, HTTP status, whether trying again later helps.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $status:literal, $retry:ident;)*) => {
        /// Why the desk said no. The text is stable and never renamed: clients switch on it, and `errors.ftl` has a
        /// sentence with a way out under `error-<code>`, or `staff.ftl` where no customer can meet it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name, kebab-case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The HTTP status that carries it.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status),* }
            }

            /// Says whether the same request can succeed later without being changed.
            pub const fn retry(self) -> Retry {
                match self { $(Self::$name => Retry::$retry),* }
            }
        }
    };
}

/// Whether the same request may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Sending it again gives the same answer.
    No,
    /// It may succeed later, unchanged.
    Later,
    /// It may succeed after something was fetched or changed first.
    AfterChange,
}

codes! {
    NotFound = "not-found", 404, No;
    NoPermission = "no-permission", 403, No;
    StaffOnly = "staff-only", 403, No;
    CustomersOnly = "customers-only", 403, No;
    SignedOut = "signed-out", 401, AfterChange;
    SessionExpired = "session-expired", 401, AfterChange;
    /// An API token was shown for something that a member does with their own account.
    SessionRequired = "session-required", 403, No;
    CsrfMissing = "csrf-missing", 403, AfterChange;
    InvalidInput = "invalid-input", 422, No;
    MalformedJson = "malformed-json", 400, No;
    /// A header that sets a condition is there and says none.
    HeaderInvalid = "header-invalid", 400, No;
    UnsupportedMediaType = "unsupported-media-type", 415, No;
    MethodNotAllowed = "method-not-allowed", 405, No;
    FieldRequired = "field-required", 422, No;
    FieldTooLong = "field-too-long", 422, No;
    FieldTooShort = "field-too-short", 422, No;
    FieldUnknown = "field-unknown", 422, No;
    FieldInvalid = "field-invalid", 422, No;
    /// A list or a single value stands where an object of named fields should.
    FieldNotObject = "field-not-object", 422, No;
    FieldTaken = "field-taken", 409, No;
    TextHasNul = "text-has-nul", 422, No;
    /// A field of a form or a header has bytes in it that are no UTF-8. In JSON they are `malformed-json`.
    TextNotUtf8 = "text-not-utf8", 422, No;
    /// It is a name of some kind, which would be of no use with a mask in it.
    HoldsSecret = "holds-secret", 422, No;
    BodyTooLarge = "body-too-large", 413, No;
    BodyTooSlow = "body-too-slow", 408, Later;
    CursorInvalid = "cursor-invalid", 400, AfterChange;
    TicketNumberWrong = "ticket-number-wrong", 404, No;
    TicketClosed = "ticket-closed", 409, No;
    /// It goes on in another ticket, which takes what is done.
    TicketMerged = "ticket-merged", 409, AfterChange;
    MergeItself = "merge-itself", 409, No;
    MergeOtherCustomer = "merge-other-customer", 409, No;
    LinkItself = "link-itself", 409, No;
    /// Its agent closed it: nothing is written into it before somebody opens it again.
    SideClosed = "side-closed", 409, AfterChange;
    /// A department hears of what it is asked by mail alone, and none is sent here.
    MailRequired = "mail-required", 409, AfterChange;
    VersionConflict = "version-conflict", 412, AfterChange;
    VersionRequired = "version-required", 428, AfterChange;
    IdempotencyMismatch = "idempotency-mismatch", 422, No;
    IdempotencyInProgress = "idempotency-in-progress", 409, Later;
    /// A key came where a repeat would be another act all the same.
    IdempotencyRefused = "idempotency-refused", 422, No;
    /// The act was done, and its answer had a secret in it that is not kept.
    AnswerShownOnce = "answer-shown-once", 409, No;
    RateLimited = "rate-limited", 429, Later;
    LockedOut = "locked-out", 429, Later;
    BudgetSpent = "budget-spent", 429, Later;
    /// Enough was said of articles from one network for a day.
    FeedbackSpent = "feedback-spent", 429, Later;
    /// Too many messages without a session named one address.
    AddressSpent = "address-spent", 429, Later;
    WrongCredentials = "wrong-credentials", 401, No;
    PasswordWeak = "password-weak", 422, No;
    SecondFactorRequired = "second-factor-required", 401, AfterChange;
    SecondFactorWrong = "second-factor-wrong", 401, No;
    SecondFactorEnrolment = "second-factor-enrolment", 403, AfterChange;
    SecondFactorState = "second-factor-state", 409, No;
    MemberDisabled = "member-disabled", 403, No;
    LastAdministrator = "last-administrator", 409, No;
    RoleInUse = "role-in-use", 409, No;
    /// Articles stand in it.
    SectionInUse = "section-in-use", 409, AfterChange;
    TeamInUse = "team-in-use", 409, No;
    /// Tickets have it.
    TagInUse = "tag-in-use", 409, AfterChange;
    /// Without it nobody could open a ticket of the brand.
    CategoryLast = "category-last", 409, AfterChange;
    /// Something on a brand's pages could not be read in its colours.
    AccentTooFaint = "accent-too-faint", 422, No;
    /// The desk itself sets tickets to it.
    StatusNeeded = "status-needed", 409, No;
    /// Tickets have it on which there is something to do.
    StatusInUse = "status-in-use", 409, AfterChange;
    /// Macros of more than one member set it.
    StatusInMacros = "status-in-macros", 409, AfterChange;
    /// No ticket is set to it any more.
    StatusRetired = "status-retired", 409, AfterChange;
    LimitReached = "limit-reached", 409, No;
    /// The ticket waits on its customer, or on nobody: there is nothing to ask after.
    NotOurTurn = "not-our-turn", 409, AfterChange;
    /// Nobody stands above who looks at the ticket already.
    EscalatedToTop = "escalated-to-top", 409, No;
    /// A word of a filter that is no term of it.
    FilterWord = "filter-word", 422, No;
    FilterKey = "filter-key", 422, No;
    FilterValue = "filter-value", 422, No;
    FilterComparison = "filter-comparison", 422, No;
    /// A quotation mark that does not close, or nothing where a value should stand.
    FilterUnfinished = "filter-unfinished", 422, No;
    FilterLong = "filter-long", 422, No;
    /// Nobody has anything to do on the ticket, so there is nothing to put aside.
    SnoozeInactive = "snooze-inactive", 409, AfterChange;
    /// Somebody ended a constraint, and a new one says it anew.
    ConstraintEnded = "constraint-ended", 409, No;
    /// A text has a variable that there is none of, or whose braces do not close.
    MacroVariable = "macro-variable", 422, No;
    /// There may be nothing to know for a variable, and the text does not say what stands there then.
    MacroFallback = "macro-fallback", 422, No;
    /// The customer is not verified far enough for what a macro says.
    VerificationRequired = "verification-required", 403, AfterChange;
    /// The customer has neither an account nor an address of their own.
    NothingToProve = "nothing-to-prove", 409, No;
    /// Words are asked for, and this node has no index of them, or none that is whole yet.
    SearchNotReady = "search-not-ready", 503, Later;
    EvidenceNotRecognised = "evidence-not-recognised", 422, No;
    /// The text does not stand where it could be moved from.
    ArticleState = "article-state", 409, AfterChange;
    /// Whoever wrote a version does not publish it while somebody else could.
    ReviewByAnother = "review-by-another", 409, AfterChange;
    /// A translation does not say terms of the glossary as that does.
    TermsUnkept = "terms-unkept", 422, AfterChange;
    /// Tiers and countries are facts of an account, and what is for everybody or for agents alone asks for none.
    ArticleNotSignedIn = "article-not-signed-in", 422, No;
    /// Articles take pictures that can be read, PDF files and plain text.
    ArticleFileType = "article-file-type", 422, No;
    /// A picture says nothing to whoever does not see it, and is not marked as one that has nothing to say.
    ImageWithoutWords = "image-without-words", 422, No;
    AsksForSecret = "asks-for-secret", 422, No;
    /// The event is there, and nothing is signed yet that proves it.
    NotCheckpointed = "not-checkpointed", 409, Later;
    RoleBuiltin = "role-builtin", 409, No;
    LinkUsed = "link-used", 410, No;
    LinkExpired = "link-expired", 410, No;
    TokenMalformed = "token-malformed", 400, No;
    TokenForged = "token-forged", 401, No;
    TokenExpired = "token-expired", 401, AfterChange;
    TokenLifetime = "token-lifetime", 401, AfterChange;
    TokenAudience = "token-audience", 401, No;
    TokenReplayed = "token-replayed", 401, AfterChange;
    /// A part of the signature of the exchange's events is missing.
    EventUnsigned = "event-unsigned", 401, AfterChange;
    EventForged = "event-forged", 401, No;
    EventStale = "event-stale", 401, AfterChange;
    /// Another event has the id or the number.
    EventMismatch = "event-mismatch", 409, No;
    /// Only an event that failed is handled again.
    EventNotFailed = "event-not-failed", 409, No;
    /// What came lay here unread for longer than the house keeps it.
    InputGone = "input-gone", 410, AfterChange;
    AttachmentTooLarge = "attachment-too-large", 413, No;
    AttachmentIncomplete = "attachment-incomplete", 400, Later;
    AttachmentEmpty = "attachment-empty", 422, No;
    AttachmentUnusable = "attachment-unusable", 422, No;
    TooMany = "too-many", 422, No;
    TooManyAttachments = "too-many-attachments", 422, No;
    /// The virus scanner found something in it.
    AttachmentInfected = "attachment-infected", 403, No;
    /// The desk serves no file before the virus scanner has looked at it.
    AttachmentUnscanned = "attachment-unscanned", 409, Later;
    /// The piece does not begin where the upload ends.
    UploadOffset = "upload-offset", 409, AfterChange;
    /// More came than was announced.
    UploadLength = "upload-length", 422, No;
    UploadDigest = "upload-digest", 422, AfterChange;
    UploadStalled = "upload-stalled", 408, Later;
    RangeInvalid = "range-invalid", 416, No;
    WebhookUrl = "webhook-url", 422, No;
    /// The exchange has not answered yet what it was asked to do for the customer.
    AccountActPending = "account-act-pending", 409, Later;
    DeliveryPending = "delivery-pending", 409, Later;
    StorageFull = "storage-full", 507, Later;
    ReadOnly = "read-only", 503, Later;
    OutcomeUnknown = "outcome-unknown", 503, Later;
    Unavailable = "unavailable", 503, Later;
    Internal = "internal", 500, Later;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_kebab_case() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        let is_kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(names.iter().all(|n| n.chars().all(is_kebab)));
    }
}
