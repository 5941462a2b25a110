use std::sync::Arc;

use proofdesk_sealing::Keyring;
use proofdesk_search::{ArticleStore, TicketStore};
use proofdesk_store::{Db, Migration, Rx, Tx};
use tracing::Instrument as _;

use crate::attachment::Scanning;
use crate::blob::Blob;
use crate::bridge::{Bridge, Cached};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::lookup::{Lookup, SearchNode};
use crate::sandbox::Sandbox;
use crate::trace;

/// The desk's migrations, forward only. One file each; a changed text of an applied one is refused.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "foundation",
        sql: include_str!("../migrations/0001_foundation.sql"),
    },
    Migration {
        version: 2,
        name: "evidence",
        sql: include_str!("../migrations/0002_evidence.sql"),
    },
    Migration { version: 3, name: "rescan", sql: include_str!("../migrations/0003_rescan.sql") },
    Migration {
        version: 4,
        name: "notifications",
        sql: include_str!("../migrations/0004_notifications.sql"),
    },
    Migration { version: 5, name: "forms", sql: include_str!("../migrations/0005_forms.sql") },
    Migration { version: 6, name: "bridge", sql: include_str!("../migrations/0006_bridge.sql") },
    Migration { version: 7, name: "looks", sql: include_str!("../migrations/0007_looks.sql") },
    Migration { version: 8, name: "files", sql: include_str!("../migrations/0008_files.sql") },
    Migration { version: 9, name: "events", sql: include_str!("../migrations/0009_events.sql") },
    Migration { version: 10, name: "outward", sql: include_str!("../migrations/0010_outward.sql") },
    Migration {
        version: 11,
        name: "sliding-budgets",
        sql: include_str!("../migrations/0011_sliding_budgets.sql"),
    },
    Migration {
        version: 12,
        name: "notification-topics",
        sql: include_str!("../migrations/0012_notification_topics.sql"),
    },
    Migration { version: 13, name: "views", sql: include_str!("../migrations/0013_views.sql") },
    Migration {
        version: 14,
        name: "housekeeping",
        sql: include_str!("../migrations/0014_housekeeping.sql"),
    },
    Migration {
        version: 15,
        name: "readiness",
        sql: include_str!("../migrations/0015_readiness.sql"),
    },
    Migration { version: 16, name: "macros", sql: include_str!("../migrations/0016_macros.sql") },
    Migration { version: 17, name: "snooze", sql: include_str!("../migrations/0017_snooze.sql") },
    Migration { version: 18, name: "help", sql: include_str!("../migrations/0018_help.sql") },
    Migration {
        version: 19,
        name: "article-feedback",
        sql: include_str!("../migrations/0019_article_feedback.sql"),
    },
    Migration {
        version: 20,
        name: "missed-search",
        sql: include_str!("../migrations/0020_missed_search.sql"),
    },
    Migration { version: 21, name: "merge", sql: include_str!("../migrations/0021_merge.sql") },
    Migration {
        version: 22,
        name: "sign-in-page",
        sql: include_str!("../migrations/0022_sign_in_page.sql"),
    },
    Migration { version: 23, name: "erasure", sql: include_str!("../migrations/0023_erasure.sql") },
    Migration {
        version: 24,
        name: "file-masks",
        sql: include_str!("../migrations/0024_file_masks.sql"),
    },
    Migration {
        version: 25,
        name: "link-and-split",
        sql: include_str!("../migrations/0025_link_and_split.sql"),
    },
    Migration {
        version: 26,
        name: "assignment",
        sql: include_str!("../migrations/0026_assignment.sql"),
    },
    Migration {
        version: 27,
        name: "side-conversations",
        sql: include_str!("../migrations/0027_side_conversations.sql"),
    },
    Migration {
        version: 28,
        name: "mentions",
        sql: include_str!("../migrations/0028_mentions.sql"),
    },
    Migration {
        version: 29,
        name: "transfer",
        sql: include_str!("../migrations/0029_transfer.sql"),
    },
    Migration {
        version: 30,
        name: "article-readers",
        sql: include_str!("../migrations/0030_article_readers.sql"),
    },
    Migration {
        version: 31,
        name: "shifts-and-verifications",
        sql: include_str!("../migrations/0031_shifts_and_verifications.sql"),
    },
    Migration {
        version: 32,
        name: "article-files",
        sql: include_str!("../migrations/0032_article_files.sql"),
    },
    Migration {
        version: 33,
        name: "constraints",
        sql: include_str!("../migrations/0033_constraints.sql"),
    },
    Migration {
        version: 34,
        name: "dead-jobs",
        sql: include_str!("../migrations/0034_dead_jobs.sql"),
    },
    Migration {
        version: 35,
        name: "review-reminders",
        sql: include_str!("../migrations/0035_review_reminders.sql"),
    },
    Migration { version: 36, name: "reasons", sql: include_str!("../migrations/0036_reasons.sql") },
    Migration {
        version: 37,
        name: "side-files",
        sql: include_str!("../migrations/0037_side_files.sql"),
    },
    Migration {
        version: 38,
        name: "own-names",
        sql: include_str!("../migrations/0038_own_names.sql"),
    },
    Migration {
        version: 39,
        name: "search-snapshots",
        sql: include_str!("../migrations/0039_search_snapshots.sql"),
    },
    Migration {
        version: 40,
        name: "reply-drafts",
        sql: include_str!("../migrations/0040_reply_drafts.sql"),
    },
    Migration {
        version: 41,
        name: "tag-names",
        sql: include_str!("../migrations/0041_tag_names.sql"),
    },
    Migration {
        version: 42,
        name: "sealed-input",
        sql: include_str!("../migrations/0042_sealed_input.sql"),
    },
    Migration {
        version: 43,
        name: "verification-asks",
        sql: include_str!("../migrations/0043_verification_asks.sql"),
    },
    Migration {
        version: 44,
        name: "article-handovers",
        sql: include_str!("../migrations/0044_article_handovers.sql"),
    },
    Migration {
        version: 45,
        name: "brand-colours",
        sql: include_str!("../migrations/0045_brand_colours.sql"),
    },
    Migration {
        version: 46,
        name: "message-verification",
        sql: include_str!("../migrations/0046_message_verification.sql"),
    },
    Migration {
        version: 47,
        name: "help-lists",
        sql: include_str!("../migrations/0047_help_lists.sql"),
    },
];

/// The desk with everything that it stands on. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    inner: Arc<Inner>,
    bridge: Option<Arc<Cached>>,
    is_sandbox: bool,
    scanning: Scanning,
    lookup: Lookup,
}

struct Inner {
    db: Db,
    blob: Arc<dyn Blob>,
    keyring: Keyring,
}

impl Desk {
    /// A desk that no exchange stands behind yet.
    pub fn new(db: Db, blob: Arc<dyn Blob>, keyring: Keyring) -> Self {
        let inner = Arc::new(Inner { db, blob, keyring });
        Self {
            inner,
            bridge: None,
            is_sandbox: false,
            scanning: Scanning::Off,
            lookup: Lookup::default(),
        }
    }

    /// The same desk with a virus scanner that looks at its files.
    #[must_use]
    pub fn with_scanning(self, scanning: Scanning) -> Self {
        Self { scanning, ..self }
    }

    /// The same desk with the words of its tickets and articles in indexes, which somebody has to keep: see
    /// [`crate::indexed::Follower`].
    #[must_use]
    pub fn with_search(self, tickets: Arc<TicketStore>, articles: Arc<ArticleStore>) -> Self {
        let lookup = Lookup { tickets: Some(tickets), articles: Some(articles), ..self.lookup };
        Self { lookup, ..self }
    }

    /// The same desk with a node that is asked for words while this process has no whole index.
    #[must_use]
    pub fn with_search_node(self, node: Arc<dyn SearchNode>) -> Self {
        let lookup = Lookup { node: Some(node), ..self.lookup };
        Self { lookup, ..self }
    }

    /// Where words are looked up.
    pub fn lookup(&self) -> Lookup {
        self.lookup.clone()
    }

    /// The index of tickets, where this process has one.
    pub fn search(&self) -> Option<Arc<TicketStore>> {
        self.lookup.tickets.clone()
    }

    /// The index of articles, where this process has one.
    pub fn article_search(&self) -> Option<Arc<ArticleStore>> {
        self.lookup.articles.clone()
    }

    /// The same desk with an exchange behind it, whose answers are kept for a moment.
    #[must_use]
    pub fn with_bridge(self, bridge: Arc<dyn Bridge>) -> Self {
        Self { bridge: Some(Arc::new(Cached::new(bridge))), ..self }
    }

    /// The same desk with the invented exchange behind it, which lives in its own database.
    #[must_use]
    pub fn with_sandbox(self) -> Self {
        let sandbox = Sandbox::new(self.db().clone());
        Self { is_sandbox: true, ..self.with_bridge(Arc::new(sandbox)) }
    }

    /// Whether the exchange is the invented one, which somebody has to let speak.
    pub fn is_sandbox(&self) -> bool {
        self.is_sandbox
    }

    /// The exchange, if the configuration names one.
    pub fn bridge(&self) -> Option<&dyn Bridge> {
        self.bridge.as_deref().map(|bridge| -> &dyn Bridge { bridge })
    }

    /// Asks the exchange anew for what changed: of an account, or for what holds for everybody where it is of none.
    pub fn forget(&self, account: Option<&str>) {
        match (&self.bridge, account) {
            (Some(bridge), Some(account)) => bridge.forget(account),
            (Some(bridge), None) => bridge.forget_venue(),
            (None, _) => {}
        }
    }

    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    pub fn blob(&self) -> &dyn Blob {
        self.inner.blob.as_ref()
    }

    pub fn keyring(&self) -> &Keyring {
        &self.inner.keyring
    }

    /// Whether files are scanned, and what becomes of those that are not yet.
    pub fn scanning(&self) -> Scanning {
        self.scanning
    }

    /// Runs verbs in one transaction. The closure may run twice; each run starts from the same `cx`.
    pub async fn write<R, F>(&self, mut cx: Cx, verb: F) -> Result<R>
    where
        F: AsyncFn(&Tx<'_>, &mut Cx) -> Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        cx.has_bridge = self.bridge.is_some();
        self.inner
            .db
            .write(async move |tx: &Tx<'_>| {
                let mut cx = cx.clone();
                verb(tx, &mut cx).await
            })
            .instrument(tracing::trace_span!(target: trace::TARGET, "write"))
            .await
    }

    /// Reads from one snapshot.
    pub async fn read<R, F>(&self, view: F) -> Result<R>
    where
        F: AsyncFn(&Rx<'_>) -> Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        let span = tracing::trace_span!(target: trace::TARGET, "read");
        self.inner.db.read::<R, Error, F>(view).instrument(span).await
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("engine", &self.inner.db.engine()).finish_non_exhaustive()
    }
}
