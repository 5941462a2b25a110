//! Payloads of events as tables: a struct, its kind and its version on one line, its fields below.

/// Makes payload structs. They are frozen: the tests below hold a snapshot of each.
macro_rules! payloads {
    ($($(#[$doc:meta])* $name:ident = $kind:literal v $v:literal { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $(pub $field: $ty),* }

        impl $crate::log::Payload for $name {
            const KIND: &'static str = $kind;
            const V: i64 = $v;
        }
    )*};
}

pub(crate) use payloads;

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use crate::id::{
        ApiTokenId, BrandId, CustomerId, ExchangeKeyId, Id, IdentityId, LinkId, OrganisationId,
        RoleId, SessionId, SkillId, StaffId, TeamId,
    };
    use crate::log::frozen::assert_frozen;
    use crate::permission::{Permission, Reach};
    use crate::role::Grants;
    use crate::time::Timestamp;
    use crate::{
        api_token, brand, customer, exchange_key, identity, job, link, organisation, password,
        reveal, role, session, skill, staff, team, ticket_link, totp,
    };

    fn id<T: Id>(n: u128) -> T {
        T::from_uuid(Uuid::from_u128(n))
    }

    const STAFF: u128 = 0x57AF;
    const AT: Timestamp = Timestamp::from_micros(1_700_490_703_564_123);

    #[test]
    fn payloads_of_the_organisation_are_frozen() {
        use api_token::event::{ApiTokenCreated, ApiTokenRevoked};
        use brand::event::{BrandAccentSet, BrandChanged, BrandCreated};
        use exchange_key::event::{ExchangeKeyAdded, ExchangeKeyRevoked};
        use role::event::{RoleChanged, RoleCreated, RoleDeleted, written};
        use skill::event::{SkillCreated, SkillDeleted};
        use team::event::{
            TeamAssignmentSet, TeamCreated, TeamDeleted, TeamMembersSet, TeamRenamed,
        };

        let (brand_id, role_id, team_id): (BrandId, RoleId, TeamId) = (id(1), id(2), id(3));
        let (skill_id, staff_id): (SkillId, StaffId) = (id(4), id(STAFF));
        let (api_token_id, exchange_key_id): (ApiTokenId, ExchangeKeyId) = (id(5), id(6));
        let grants = written(&Grants::from([
            (Permission::TicketRead, Reach::Brand),
            (Permission::CustomerReveal, Reach::Own),
        ]));
        let organisation_id: OrganisationId = id(7);
        assert_frozen!(organisation::event::OrganisationFounded { organisation_id, brand_id });
        assert_frozen!(BrandCreated { brand_id, slug: "main".to_owned() });
        assert_frozen!(BrandChanged { brand_id });
        assert_frozen!(BrandAccentSet { brand_id, hue: Some(265), chroma: Some(160) });
        assert_frozen!(RoleCreated { role_id, grants: grants.clone(), requires_totp: true });
        assert_frozen!(RoleChanged { role_id, grants, requires_totp: false });
        assert_frozen!(RoleDeleted { role_id });
        assert_frozen!(TeamCreated { team_id });
        assert_frozen!(TeamRenamed { team_id });
        assert_frozen!(TeamMembersSet { team_id, members: vec![staff_id] });
        let assignment = crate::assignment::Assignment::RoundRobin;
        assert_frozen!(TeamAssignmentSet { team_id, assignment });
        assert_frozen!(TeamDeleted { team_id });
        assert_frozen!(SkillCreated { skill_id, kind: skill::SkillKind::Language });
        assert_frozen!(SkillDeleted { skill_id });
        let scopes = vec!["ticket.read".to_owned()];
        assert_frozen!(ApiTokenCreated { api_token_id, staff_id, scopes, expires_at: Some(AT) });
        assert_frozen!(ApiTokenRevoked { api_token_id, staff_id });
        let algorithm = exchange_key::Algorithm::EdDsa;
        assert_frozen!(ExchangeKeyAdded { exchange_key_id, brand_id, algorithm });
        assert_frozen!(ExchangeKeyRevoked { exchange_key_id });
        let job_kind = "webhook.deliver".to_owned();
        assert_frozen!(job::event::JobDropped { job_id: id(8), job_kind: job_kind.clone() });
        assert_frozen!(job::event::JobRevived { job_id: id(8), job_kind });
    }

    #[test]
    fn payloads_of_categories_and_statuses_are_frozen() {
        use crate::category::event::{CategoriesOrdered, CategoryCreated, CategoryRenamed};
        use crate::status::event::{
            StatusCreated, StatusRenamed, StatusRestored, StatusRetired, StatusesOrdered,
        };
        use crate::ticket::StatusCategory;

        let (category_id, brand_id, status_id) = (id(1), id(2), id(3));
        let (names, slug, key) = (|| "07".repeat(32), "staking".to_owned(), "with-bank".to_owned());
        let position = 19;
        let created = CategoryCreated { category_id, brand_id, slug, position, names: names() };
        assert_frozen!(created);
        assert_frozen!(CategoryRenamed { category_id, names: names() });
        assert_frozen!(CategoriesOrdered { brand_id, category_ids: vec![id(4), category_id] });
        let category = StatusCategory::WaitingOnInternal;
        assert_frozen!(StatusCreated { status_id, key, category, position: 5, names: names() });
        assert_frozen!(StatusRenamed { status_id, names: names() });
        assert_frozen!(StatusesOrdered { status_ids: vec![id(5), status_id] });
        assert_frozen!(StatusRetired { status_id });
        assert_frozen!(StatusRestored { status_id });
    }

    #[test]
    fn payloads_of_views_are_frozen() {
        use crate::saved_view::Audience;
        use crate::saved_view::event::{ViewChanged, ViewCreated, ViewDeleted, ViewsArranged};

        let (view_id, team_id) = (id(1), Some(id(2)));
        let audience = Audience::Team;
        assert_frozen!(ViewCreated { view_id, audience, team_id });
        let fields = vec!["filter".to_owned()];
        assert_frozen!(ViewChanged { view_id, audience, team_id, fields });
        assert_frozen!(ViewDeleted { view_id });
        assert_frozen!(ViewsArranged { view_ids: vec![view_id, id(3)] });
    }

    #[test]
    fn payloads_of_macros_are_frozen() {
        use crate::reply_macro::Audience;
        use crate::reply_macro::event::{
            MacroArchived, MacroChanged, MacroCreated, MacroDeleted, MacroRestored,
        };

        let (macro_id, team_id, audience) = (id(1), Some(id(2)), Audience::Team);
        assert_frozen!(MacroCreated { macro_id, brand_id: id(3), audience, team_id });
        let fields = vec!["texts".to_owned()];
        assert_frozen!(MacroChanged { macro_id, audience, team_id, fields });
        assert_frozen!(MacroArchived { macro_id });
        assert_frozen!(MacroRestored { macro_id });
        assert_frozen!(MacroDeleted { macro_id });
        let macro_ids = vec![macro_id];
        assert_frozen!(crate::ticket::MacrosApplied { message_id: id(4), macro_ids });
    }

    #[test]
    fn payloads_of_snoozes_are_frozen() {
        use crate::ticket::{Snooze, WakeCause, WakeOn, Woken};

        assert_frozen!(Snooze { wake_on: WakeOn::Time, until: Some(AT) });
        assert_frozen!(Woken { cause: WakeCause::Deposit, told: Some(id(STAFF)) });
    }

    #[test]
    fn payloads_of_merges_are_frozen() {
        use crate::ticket::{
            Author, Joined, LastWord, Merged, Parted, Snooze, StatusCategory, Tier, Unmerged,
            WakeOn,
        };

        let number = || crate::id::PublicId::from_bits(7);
        let last_word = Some(LastWord { at: AT, by: Author::Customer });
        let (status_id, ticket_id) = (id(2), id(1));
        assert_frozen!(Merged {
            into_id: ticket_id,
            into: number(),
            status_id,
            status_category: StatusCategory::Closed,
        });
        assert_frozen!(Unmerged {
            from_id: ticket_id,
            from: number(),
            status_id,
            status_category: StatusCategory::Solved,
            solved_at: Some(AT),
            snooze: Some(Snooze { wake_on: WakeOn::Time, until: Some(AT) }),
        });
        let (tier, nudges) = (Some(Tier::Second), Some(2));
        assert_frozen!(Joined { ticket_id, number: number(), last_word, tier, nudges });
        assert_frozen!(Parted { ticket_id, number: number(), last_word });
    }

    #[test]
    fn payloads_of_links_between_tickets_are_frozen() {
        use crate::ticket::{LinkKind, Linked, Unlinked};

        let ticket_id = id(1);
        assert_frozen!(Linked { ticket_id, kind: LinkKind::Parent });
        assert_frozen!(Unlinked { ticket_id });
    }

    #[test]
    fn payloads_of_what_is_brought_are_frozen() {
        use crate::identity::Level;
        use crate::ticket::{Author, Imported, MessageAdded, MessageFact, Visibility};
        use crate::transfer::event::{DeskExported, DeskImported};

        let (source, external_id) = (|| "zendesk".to_owned(), "35436".to_owned());
        assert_frozen!(Imported {
            source: source(),
            external_id,
            created_at: AT,
            solved_at: Some(AT)
        });
        // What was written elsewhere says when, beside what every message says.
        let message = MessageFact {
            id: id(1),
            visibility: Visibility::Public,
            author: Author::Staff,
            author_id: None,
            channel: "email".to_owned(),
            lang: "en".to_owned(),
            body_digest: "ab".repeat(32),
            attachments: Vec::new(),
            written_at: Some(AT),
            verification: None,
        };
        let written = serde_json::to_string(&MessageAdded { message: message.clone() });
        let written = written.unwrap_or_default();
        assert!(written.ends_with(r#","written_at":"2023-11-20T14:31:43.564123Z"}}"#), "{written}");
        let read: Option<MessageAdded> = serde_json::from_str(&written).ok();
        assert_eq!(read, Some(MessageAdded { message: message.clone() }));
        // And what a customer wrote says how far they had proven who they are; what is older says nothing of it.
        let (author, verification) = (Author::Customer, Some(Level::SignedIn));
        let message = MessageFact { author, written_at: None, verification, ..message };
        let written = serde_json::to_string(&MessageAdded { message: message.clone() });
        let written = written.unwrap_or_default();
        assert!(
            written.ends_with(r#","attachments":[],"verification":"signed-in"}}"#),
            "{written}"
        );
        let read: Option<MessageAdded> = serde_json::from_str(&written).ok();
        assert_eq!(read, Some(MessageAdded { message: message.clone() }));
        let older = written.replace(r#","verification":"signed-in""#, "");
        let read: Option<MessageAdded> = serde_json::from_str(&older).ok();
        let message = MessageFact { verification: None, ..message };
        assert_eq!(read, Some(MessageAdded { message }));
        let reason = "Moving to another machine".to_owned();
        assert_frozen!(DeskExported { reason, since: Some(AT), with_files: true });
        assert_frozen!(DeskImported {
            source: source(),
            format: "zendesk".to_owned(),
            customers: 2,
            tickets: 3,
            messages: 9,
            skipped: 1,
        });
    }

    #[test]
    fn payloads_of_splits_are_frozen() {
        use crate::ticket::{Author, GivenBack, LastWord, SplitFrom, SplitOff, TakenBack};

        let number = || crate::id::PublicId::from_bits(7);
        let last_word = Some(LastWord { at: AT, by: Author::Customer });
        let (ticket_id, message_ids) = (id(1), vec![id(2), id(3)]);
        let ids = || message_ids.clone();
        assert_frozen!(SplitOff { ticket_id, number: number(), message_ids: ids(), last_word });
        assert_frozen!(SplitFrom { ticket_id, number: number(), message_ids: ids(), last_word });
        assert_frozen!(TakenBack { ticket_id, number: number(), message_ids: ids(), last_word });
        assert_frozen!(GivenBack { ticket_id, number: number(), message_ids: ids() });
    }

    #[test]
    fn payloads_of_mentions_are_frozen() {
        use crate::ticket::{Mentioned, ParticipantsAdded, ParticipantsRemoved};

        let staff_ids: Vec<StaffId> = vec![id(STAFF)];
        assert_frozen!(ParticipantsAdded { staff_ids: staff_ids.clone() });
        assert_frozen!(ParticipantsRemoved { staff_ids: staff_ids.clone() });
        let (team_ids, of_teams) = (vec![id(2)], vec![id(3)]);
        assert_frozen!(Mentioned { message_id: id(1), staff_ids, team_ids, of_teams });
    }

    #[test]
    fn payloads_of_departments_are_frozen() {
        use crate::department::event::{
            DepartmentArchived, DepartmentChanged, DepartmentCreated, DepartmentRestored,
        };
        use crate::side_conversation::SideAuthor;
        use crate::ticket::{SideClosed, SideFilesShared, SideReopened, SideStarted, SideWritten};

        let (department_id, side_conversation_id, message_id) = (id(1), id(2), id(3));
        let (mailbox, lang) = (|| "07".repeat(32), || "ja".to_owned());
        assert_frozen!(DepartmentCreated { department_id, mailbox: mailbox(), lang: lang() });
        assert_frozen!(DepartmentChanged { department_id, mailbox: mailbox(), lang: lang() });
        assert_frozen!(DepartmentArchived { department_id });
        assert_frozen!(DepartmentRestored { department_id });
        let pauses = true;
        assert_frozen!(SideStarted { side_conversation_id, department_id, pauses, message_id });
        let (by, told) = (SideAuthor::Department, vec![id(STAFF)]);
        assert_frozen!(SideWritten { side_conversation_id, message_id, by, told });
        let attachment_ids = vec![id(4), id(5)];
        assert_frozen!(SideFilesShared { side_conversation_id, message_id, attachment_ids });
        assert_frozen!(SideClosed { side_conversation_id });
        assert_frozen!(SideReopened { side_conversation_id });
    }

    #[test]
    fn payloads_of_members_are_frozen() {
        use link::event::{LinkIssued, LinkUsed};
        use session::event::{LockedOut, SessionsEnded, SignInFailed, SignedIn, SteppedUp};
        use session::{EndReason, SignInProof};
        use staff::event::{
            Activated, BrandsSet, Disabled, Enabled, Invited, ProfileChanged, RolesSet, SkillsSet,
            TeamsSet,
        };
        use totp::event::{RecoveryCodeUsed, RecoveryCodesMade, TotpEnrolled, TotpRemoved};

        let (staff_id, session_id, link_id): (StaffId, SessionId, LinkId) =
            (id(STAFF), id(1), id(2));
        let (roles, teams, brands, skills) = (vec![id(3)], vec![id(4)], vec![id(5)], vec![id(6)]);
        assert_frozen!(RolesSet { staff_id, roles: roles.clone() });
        assert_frozen!(TeamsSet { staff_id, teams: teams.clone() });
        assert_frozen!(BrandsSet { staff_id, brands: brands.clone() });
        assert_frozen!(SkillsSet { staff_id, skills: skills.clone() });
        assert_frozen!(Invited { staff_id, roles, teams, brands, skills });
        assert_frozen!(Activated { staff_id });
        assert_frozen!(Disabled { staff_id });
        assert_frozen!(Enabled { staff_id });
        assert_frozen!(ProfileChanged { staff_id, fields: vec!["name".to_owned()] });
        let purpose = link::LinkPurpose::Invitation;
        assert_frozen!(LinkIssued { link_id, purpose, staff_id: Some(staff_id) });
        assert_frozen!(LinkUsed { link_id, purpose, staff_id });
        assert_frozen!(SignedIn { staff_id, session_id, proof: SignInProof::RecoveryCode });
        assert_frozen!(SignInFailed { staff_id, proof: SignInProof::Totp });
        assert_frozen!(LockedOut { staff_id, seconds: 60 });
        assert_frozen!(SteppedUp { staff_id, session_id });
        let session_ids = vec![session_id];
        let reason = EndReason::Administrator;
        assert_frozen!(SessionsEnded { staff_id, session_ids: session_ids.clone(), reason });
        assert_frozen!(password::event::PasswordChanged { staff_id, session_ids });
        assert_frozen!(TotpEnrolled { staff_id });
        assert_frozen!(TotpRemoved { staff_id });
        assert_frozen!(RecoveryCodesMade { staff_id });
        assert_frozen!(RecoveryCodeUsed { staff_id, left: 9 });
    }

    #[test]
    fn payloads_of_availability_are_frozen() {
        use crate::availability::event::{AvailabilitySet, CapacitySet};
        use crate::availability::{Availability, Channel};

        let (staff_id, is_automatic): (StaffId, _) = (id(STAFF), false);
        let availability = Availability::AwayAndReassign;
        assert_frozen!(AvailabilitySet { staff_id, availability, is_automatic });
        let (channel, capacity) = (Channel::Ticket, Some(12));
        assert_frozen!(CapacitySet { staff_id, channel, capacity });
    }

    #[test]
    fn payloads_of_verifications_are_frozen() {
        use crate::id::LogVerificationId;
        use crate::log_verification::event::{VerificationFinished, VerificationStarted};

        let verification_id: LogVerificationId = id(9);
        assert_frozen!(VerificationStarted { verification_id });
        assert_frozen!(VerificationFinished { verification_id, events: 10, findings: 1 });
    }

    #[test]
    fn payloads_of_shifts_are_frozen() {
        use crate::id::AbsenceId;
        use crate::shift::event::{AbsenceEntered, AbsenceRemoved, RotaSet, ShiftFact};

        let (staff_id, absence_id): (StaffId, AbsenceId) = (id(STAFF), id(0xAB5));
        let shifts = vec![ShiftFact { weekday: 1, from_minute: 540, to_minute: 1_020 }];
        assert_frozen!(RotaSet { staff_id, shifts });
        let (first_day, last_day) = ("2026-12-24".to_owned(), "2027-01-02".to_owned());
        assert_frozen!(AbsenceEntered { staff_id, absence_id, first_day, last_day });
        assert_frozen!(AbsenceRemoved { staff_id, absence_id });
    }

    #[test]
    fn payloads_of_evidence_are_frozen() {
        use crate::evidence::{
            Check, EvidenceAdded, EvidenceChanged, EvidenceFact, EvidenceFound, EvidenceRemoved,
            LinkFact, ProblemFact, Span,
        };

        let link = LinkFact {
            host: "etherscan.io".to_owned(),
            network: Some("ethereum".to_owned()),
            chain_id: Some(1),
            target: Some("0xab".to_owned()),
            target_kind: Some("tx".to_owned()),
        };
        let problem = ProblemFact {
            code: "cut_off".to_owned(),
            arguments: [("have".to_owned(), "4".to_owned()), ("want".to_owned(), "66".to_owned())]
                .into(),
            is_phishing: false,
        };
        let evidence = EvidenceFact {
            id: id(1),
            kind: "link".to_owned(),
            value: "https://etherscan.io/tx/0xab".to_owned(),
            key: "0xab".to_owned(),
            networks: vec!["ethereum".to_owned()],
            check: Check::Problem,
            problem: Some(problem),
            memo: Some("12345".to_owned()),
            link: Some(link),
            span: Some(Span { start: 3, end: 31 }),
        };
        assert_frozen!(EvidenceFound { message_id: id(2), evidence: vec![evidence.clone()] });
        assert_frozen!(EvidenceAdded { evidence: evidence.clone() });
        assert_frozen!(EvidenceChanged { evidence });
        assert_frozen!(EvidenceRemoved { evidence_id: id(1) });
    }

    #[test]
    fn payloads_of_the_help_centre_are_frozen() {
        use crate::article::event::{
            ArticleChanged, ArticleCreated, ArticleMasked, ArticleMoved, ArticleReviewed,
            ArticleTermsWaived, ArticleWordsSet, ArticleWritten,
        };
        use crate::article::{Audience, Kind, Status};
        use crate::article_file::event::{
            ArticleFileAdded, ArticleFileForgotten, ArticleFileInfected, ArticleFileMasked,
        };
        use crate::glossary::event::{GlossaryTermDeleted, GlossaryTermSet};
        use crate::help_section::event::{HelpSectionDeleted, HelpSectionSet};

        let (article_id, brand_id): (_, BrandId) = (id(1), id(2));
        let slug = || "missing-memo".to_owned();
        let (section_id, kind) = (Some(id(3)), Some(Kind::Troubleshooting));
        let audience = Some(Audience::SignedIn);
        let countries = || vec!["JP".to_owned(), "KR".to_owned()];
        assert_frozen!(ArticleCreated {
            article_id,
            brand_id,
            slug: slug(),
            section_id,
            kind,
            audience,
            min_tier: Some(2),
            countries: Some(countries()),
        });
        let (fields, slug_now) = (vec!["slug".to_owned(), "kind".to_owned()], Some(slug()));
        assert_frozen!(ArticleChanged {
            article_id,
            fields,
            slug: slug_now,
            section_id,
            kind,
            audience,
            min_tier: Some(0),
            countries: Some(countries()),
        });
        let lang = || "zh-Hans".to_owned();
        let digest = "07".repeat(32);
        let source_number = Some(3);
        assert_frozen!(ArticleWritten {
            article_id,
            lang: lang(),
            number: 2,
            source_number,
            digest,
            html_digest: Some("08".repeat(32)),
        });
        let (status, publish_at) = (Status::Scheduled, Some(AT));
        assert_frozen!(ArticleMoved { article_id, lang: lang(), number: 2, status, publish_at });
        assert_frozen!(ArticleReviewed { article_id });
        let (digest, html_digest) = ("08".repeat(32), "08".repeat(32));
        let lang_of = lang();
        assert_frozen!(ArticleMasked { article_id, lang: lang_of, number: 2, digest, html_digest });
        assert_frozen!(ArticleWordsSet { article_id, lang: "en".to_owned(), n: 2 });
        let (terms, reason) =
            (vec!["withdrawal".to_owned()], "The sentence needs no word.".to_owned());
        assert_frozen!(ArticleTermsWaived { article_id, lang: lang(), number: 2, terms, reason });
        let (section_id, term_id) = (id(3), id(4));
        assert_frozen!(HelpSectionSet { section_id, brand_id, slug: slug() });
        assert_frozen!(HelpSectionDeleted { section_id, brand_id, slug: slug() });
        let (file_id, sha256) = (id(9), || "07".repeat(32));
        let label_digest = "08".repeat(32);
        assert_frozen!(ArticleFileAdded {
            file_id,
            brand_id,
            sha256: sha256(),
            size: 3,
            label_digest
        });
        assert_frozen!(ArticleFileForgotten { file_id, brand_id });
        let signature = "Eicar".to_owned();
        assert_frozen!(ArticleFileInfected { file_id, brand_id, sha256: sha256(), signature });
        assert_frozen!(ArticleFileMasked {
            file_id,
            brand_id,
            sha256: sha256(),
            size: 3,
            label_digest: "09".repeat(32),
            kinds: vec!["seed-phrase".to_owned()],
        });
        assert_frozen!(GlossaryTermSet { term_id, brand_id, slug: slug() });
        assert_frozen!(GlossaryTermDeleted { term_id, brand_id, slug: slug() });
    }

    #[test]
    fn payloads_of_constraints_are_frozen() {
        use crate::constraint::Kind;
        use crate::constraint::event::{
            ConstraintAdded, ConstraintChanged, ConstraintEnded, ConstraintMasked,
        };

        let (customer_id, constraint_id): (CustomerId, _) = (id(1), id(2));
        let (from, until) = (AT, Some(AT));
        let kind = Kind::SubAccount;
        assert_frozen!(ConstraintAdded { customer_id, constraint_id, kind, from, until });
        let (fields, kind, until) = (vec!["until".to_owned()], Kind::OldApi, None);
        assert_frozen!(ConstraintChanged { customer_id, constraint_id, fields, kind, from, until });
        assert_frozen!(ConstraintEnded { customer_id, constraint_id });
        let kinds = vec!["seed-phrase".to_owned()];
        assert_frozen!(ConstraintMasked { customer_id, constraint_id, kinds });
    }

    #[test]
    fn payloads_of_verification_asks_are_frozen() {
        use crate::identity::Level;
        use crate::verification::event::{
            VerificationAsked, VerificationProven, VerificationWithdrawn,
        };

        let (ask_id, identity_id, level): (_, IdentityId, _) = (id(1), id(2), Level::SignedIn);
        let identity = Some(identity_id);
        assert_frozen!(VerificationAsked { ask_id, identity_id: identity, level, until: AT });
        assert_frozen!(VerificationProven { ask_id, identity_id, level });
        assert_frozen!(VerificationWithdrawn { ask_id });
    }

    #[test]
    fn payloads_of_files_are_frozen() {
        let (sha256, signature) = ("07".repeat(32), "Win.Test.EICAR_HDB-1".to_owned());
        let attachment_id = id(1);
        assert_frozen!(crate::ticket::FileInfected { attachment_id, sha256, signature });
    }

    #[test]
    fn payloads_of_erasures_are_frozen() {
        use crate::customer_erasure::event::{CustomerErased, CustomerErasureAsked};
        use crate::log::erasure::Subject;

        let (customer_id, reason): (CustomerId, _) = (id(1), "Asked for it in writing".to_owned());
        assert_frozen!(CustomerErasureAsked { customer_id, reason: reason.clone() });
        assert_frozen!(CustomerErased { customer_id, tickets: 3, messages: 20, files: 2 });
        let (subject, subject_id) = (Subject::Message, Uuid::from_u128(2));
        assert_frozen!(crate::ticket::ErasureAsked { subject, subject_id, reason });
    }

    #[test]
    fn payloads_of_acts_are_frozen() {
        use crate::account_act::event::{ActDone, ActRefused, ActRequested};
        use crate::bridge::{ActKind, BridgeError};

        let (customer_id, act_id, act): (CustomerId, _, _) = (id(1), id(2), ActKind::Freeze);
        assert_frozen!(ActRequested { customer_id, act_id, act, ticket_id: id(3) });
        let receipt = "FRZ-0001".to_owned();
        assert_frozen!(ActDone { customer_id, act_id, act, receipt, receipt_at: AT });
        assert_frozen!(ActRefused { customer_id, act_id, act, reason: BridgeError::Refused });
    }

    #[test]
    fn payloads_of_the_exchange_are_frozen() {
        use crate::exchange_event::event::{EventRetried, GapSkipped};
        use crate::exchange_event::{EventKind, ExchangeTold};

        let (exchange_event_id, brand_id): (_, BrandId) = (id(1), id(2));
        assert_frozen!(EventRetried { exchange_event_id, brand_id, seq: 7 });
        assert_frozen!(GapSkipped { brand_id, from: 8, to: 9 });
        let (input, input_hours) = (crate::sealed_input::InputKind::EventFailed, 24);
        assert_frozen!(crate::sealed_input::event::Destroyed { input, count: 3 });
        let retention = crate::sealed_input::event::RetentionSet { input_hours, file_hours: 48 };
        assert_frozen!(retention);
        assert_frozen!(crate::app_push::event::AppPushSet { brand_id });
        assert_frozen!(crate::app_push::event::AppPushRemoved { brand_id });
        assert_frozen!(crate::sign_in_page::event::SignInPageSet { brand_id });
        assert_frozen!(crate::sign_in_page::event::SignInPageRemoved { brand_id });
        let text = |text: &str| Some(text.to_owned());
        assert_frozen!(ExchangeTold {
            about: EventKind::DepositSeen,
            reference: "D1".to_owned(),
            state: "confirming".to_owned(),
            as_of: AT,
            amount: text("250.000000"),
            asset: text("USDT"),
            network: text("TRON"),
            tx_hash: text("ddeab18b"),
            have: Some(3),
            want: Some(19),
            until: Some(AT),
        });
    }

    #[test]
    fn payloads_of_late_masks_are_frozen() {
        use crate::rescan::Setting;
        use crate::rescan::event::{ReasonMasked, RescanFinished, RescanStarted, SettingMasked};
        use crate::ticket::{
            AttachmentFact, Author, FileMasked, MaskedFact, MaskedFile, MessageFact, MessageMasked,
            Opened, Priority, Restated, Risk, StatusCategory, SubjectMasked, Visibility,
        };

        let kinds = vec!["seed-phrase".to_owned()];
        let masked =
            MaskedFact { id: id(1), body_digest: "ab".repeat(32), superseded: "cd".repeat(32) };
        let visibility = Visibility::Internal;
        assert_frozen!(MessageMasked { masked, visibility, kinds: kinds.clone() });
        let file = |byte: &str, size| AttachmentFact {
            id: id(9),
            sha256: byte.repeat(32),
            size,
            label_digest: Some("09".repeat(32)),
            leaks_digest: None,
            metadata: None,
        };
        let masked_file = MaskedFile { now: file("07", 40), superseded: file("08", 90) };
        let (message_id, told) = (id(1), kinds.clone());
        assert_frozen!(FileMasked { masked_file, message_id, visibility, kinds: told });
        let told = kinds.clone();
        assert_frozen!(crate::tag::event::TagMasked { tag_id: id(10), kinds: told });
        assert_frozen!(crate::tag::event::TagCreated { tag_id: id(10) });
        assert_frozen!(crate::tag::event::TagRenamed { tag_id: id(10) });
        assert_frozen!(crate::tag::event::TagDeleted { tag_id: id(10) });
        let setting = Setting::ApiToken;
        assert_frozen!(SettingMasked { setting, id: Uuid::from_u128(11), kinds: kinds.clone() });
        assert_frozen!(ReasonMasked {
            event_id: id(12),
            told: "desk.exported".to_owned(),
            said: serde_json::json!({ "reason": "Lost ⟦seed-phrase⟧" }),
            kinds: kinds.clone(),
        });
        let message = MessageFact {
            id: id(1),
            visibility: Visibility::Public,
            author: Author::Customer,
            author_id: Some(Uuid::from_u128(2)),
            channel: "portal".to_owned(),
            lang: "en".to_owned(),
            body_digest: "ab".repeat(32),
            attachments: Vec::new(),
            written_at: None,
            verification: None,
        };
        let opening = Opened {
            public_id: crate::id::PublicId::from_bits(7),
            brand_id: id(3),
            customer_id: id(4),
            category_id: id(5),
            subject: "Lost ⟦seed-phrase⟧".to_owned(),
            status_id: id(6),
            status_category: StatusCategory::Open,
            priority: Priority::Normal,
            risk: Risk::None,
            channel: "portal".to_owned(),
            lang: "en".to_owned(),
            message,
        };
        assert_frozen!(SubjectMasked {
            subject: opening.subject.clone(),
            kinds,
            restates: Restated { seq: 1, at_us: AT.micros() },
            opening: Some(opening),
        });
        assert_frozen!(RescanStarted { rescan_id: id(8), rules: 2 });
        assert_frozen!(RescanFinished { rescan_id: id(8), rules: 2, looked: 10, masked: 1 });
    }

    #[test]
    fn payloads_of_forms_are_frozen() {
        use crate::form::{
            AnswerFact, Answered, CategoryOffered, Condition, FormChanged, FormMasked, Need,
            OwnWords, Question, QuestionKind,
        };
        use crate::ticket::{Escalated, Nudged, Tier};

        let words = OwnWords {
            label: "Which card?".to_owned(),
            why: "Cards are answered by another team.".to_owned(),
            choices: [("debit".to_owned(), "Debit card".to_owned())].into(),
        };
        let question = Question {
            key: "card".to_owned(),
            kind: QuestionKind::Choice,
            need: Need::Mandatory,
            can_lack: false,
            when: Some(Condition { question: "tx".to_owned(), is: vec!["none".to_owned()] }),
            choices: vec!["debit".to_owned()],
            own: [("en".to_owned(), words)].into(),
        };
        let (category_id, message_id) = (id(1), id(2));
        let (questions, kinds) = (vec![question.clone()], vec!["seed-phrase".to_owned()]);
        assert_frozen!(FormMasked { category_id, version: 3, questions, kinds });
        assert_frozen!(FormChanged { category_id, version: 3, questions: Some(vec![question]) });
        assert_frozen!(CategoryOffered { category_id, offered: false });
        let answer = |question: &str, kind, value: Option<&str>| AnswerFact {
            question: question.to_owned(),
            kind,
            value: value.map(str::to_owned),
        };
        let answers = vec![
            answer("asset", QuestionKind::Asset, Some("USDT")),
            answer("tx", QuestionKind::Tx, None),
        ];
        assert_frozen!(Answered { message_id, form_version: 0, answers });
        assert_frozen!(Nudged { count: 2 });
        assert_frozen!(Escalated { tier: Tier::Second, message_id });
    }

    #[test]
    fn payloads_of_customers_are_frozen() {
        use customer::Field;
        use customer::event::{CustomerChanged, CustomerCreated};
        use identity::event::{IdentityAdded, IdentityMasked, IdentityVerified};
        use reveal::event::{FieldRevealed, RevealRefused};
        use session::event::{CustomerSessionsEnded, CustomerSignedIn};

        let (customer_id, brand_id): (CustomerId, BrandId) = (id(1), id(2));
        let (identity_id, session_id): (IdentityId, SessionId) = (id(3), id(4));
        assert_frozen!(CustomerCreated { customer_id, brand_id });
        assert_frozen!(CustomerChanged { customer_id, fields: vec!["email".to_owned()] });
        assert_frozen!(IdentityAdded { customer_id, identity_id, kind: "portal".to_owned() });
        let (level, until) = (identity::Level::SignedIn, Some(AT));
        assert_frozen!(IdentityVerified { customer_id, identity_id, level, until });
        let kinds = vec!["seed-phrase".to_owned()];
        assert_frozen!(IdentityMasked { customer_id, identity_id, kinds });
        assert_frozen!(CustomerSignedIn { customer_id, identity_id, session_id });
        assert_frozen!(CustomerSessionsEnded { customer_id, session_ids: vec![session_id] });
        let (ticket_link_id, ticket_id) = (id(5), id(6));
        assert_frozen!(ticket_link::TicketLinkOpened { ticket_link_id, customer_id, ticket_id });
        assert_frozen!(ticket_link::TicketLinkRenewed { ticket_link_id, customer_id, ticket_id });
        assert_frozen!(ticket_link::TicketLinksEnded { customer_id });
        assert_frozen!(ticket_link::TicketLinksRevoked { customer_id, ticket_id });
        let reason = "Calls about a refund".to_owned();
        assert_frozen!(FieldRevealed { customer_id, field: Field::Phone, reason });
        assert_frozen!(RevealRefused { customer_id, field: Field::Uid });
        assert_frozen!(crate::look::event::AccountRead { customer_id });
        let public_id = crate::id::PublicId::from_bits(7);
        let reason = "Asked for by the regulator".to_owned();
        assert_frozen!(crate::transcript::event::TranscriptExported {
            customer_id,
            public_id,
            reason
        });
    }
}
