use std::net::SocketAddr;
use std::path::Path;

use proofdesk_desk::id::BrandId;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, MIGRATIONS, organisation};
use proofdesk_locale::Locale;
use proofdesk_search::{Followed, IndexStore};
use proofdesk_server::config::{Config, Role};
use proofdesk_server::serve::{self, Running, World};
use proofdesk_server::start;
use proofdesk_store::testing::TestDb;
use proofdesk_store::{DbUrl, Rx, Tx, params, testing};
use tempfile::TempDir;

use crate::client::Client;
use crate::exchange::Exchange;
use crate::people::{self, Member};
use crate::world::{TestClock, seeded_entropy};

pub use proofdesk_store::Engine;

const LAST_OF_TICKETS: &str = "select coalesce(max(f.pos), 0) from feed f join event e on e.id = f.event_id \
    where e.stream like 'ticket:%'";
const LAST_OF_ARTICLES: &str = "select coalesce(max(f.pos), 0) from feed f join event e on e.id = f.event_id \
    where e.stream like 'article:%' or e.kind like 'glossary.term_%'";

type Change = Box<dyn FnOnce(&mut Config) + Send>;

/// How a desk of a test is started.
pub struct Setup {
    engine: Engine,
    change: Change,
    worker_runs: bool,
}

/// A running desk with an organisation, a first administrator, and a key of the exchange.
///
/// Dropping it stops it, and fails the test when jobs are due that nobody ran: what a test sets off it must look at.
pub struct TestApp {
    pub clock: TestClock,
    pub engine: Engine,
    /// The brand that every desk begins with.
    pub brand_id: BrandId,
    pub admin: Member,
    /// The exchange of that brand.
    pub exchange: Exchange,
    config: Config,
    world: World,
    running: Option<Running>,
    // The folder goes last: the database lies in it.
    _postgres: Option<TestDb>,
    folder: TempDir,
}

impl Setup {
    pub fn on(engine: Engine) -> Self {
        Self { engine, change: Box::new(|_| {}), worker_runs: false }
    }

    /// Changes the configuration before the start.
    #[must_use]
    pub fn config(self, change: impl FnOnce(&mut Config) + Send + 'static) -> Self {
        Self { change: Box::new(change), ..self }
    }

    /// The desk keeps a search index, as in production; see [`TestApp::is_indexed`].
    #[must_use]
    pub fn searching(self) -> Self {
        let before = self.change;
        let change = |config: &mut Config| {
            before(config);
            config.node.roles.push(Role::Search);
        };
        Self { change: Box::new(change), ..self }
    }

    /// The worker runs by itself, as in production.
    #[must_use]
    pub fn running_worker(self) -> Self {
        Self { worker_runs: true, ..self }
    }

    pub async fn start(self) -> TestApp {
        let folder = tempfile::Builder::new().prefix("pd-app-").tempdir().expect("a folder");
        let postgres = match self.engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(testing::postgres(MIGRATIONS).await),
        };
        let mut config = configuration(folder.path(), postgres.as_ref());
        (self.change)(&mut config);
        if let Ok(DbUrl::Sqlite { path }) = config.database_url() {
            path.parent().map(std::fs::create_dir_all).transpose().expect("a folder for the data");
            testing::sqlite_at(&path, MIGRATIONS).await;
        }
        let clock = TestClock::default();
        let world = World {
            clock: clock.clock(),
            entropy: seeded_entropy(),
            worker_runs: self.worker_runs,
        };
        let desk = start::open(&config).await.expect("the desk opens");
        let cx = |viewer| {
            Cx::new(clock.now(), viewer, Locale::En, "testkit".to_owned(), (world.entropy)())
        };
        let founded = desk
            .write(cx(Viewer::Operator), async |tx, cx| {
                organisation::actions::found(tx, cx, "Acme").await
            })
            .await
            .expect("an organisation");
        let link = founded.first_link.expect("a link for the first administrator").token;
        let opened = people::accept(
            &desk,
            cx(Viewer::Anonymous),
            link.reveal(),
            "ada@example.com",
            "Ada Lovelace",
        )
        .await;
        let operator = cx(Viewer::Operator);
        let exchange = Exchange::hs256(&desk, operator, founded.brand_id, "exchange").await;
        let running =
            serve::start(&config, desk.clone(), world.clone()).await.expect("the server starts");
        let admin = Member::new("ada@example.com", running.address, &desk, &opened);
        TestApp {
            clock,
            engine: self.engine,
            brand_id: founded.brand_id,
            admin,
            exchange,
            config,
            world,
            running: Some(running),
            _postgres: postgres,
            folder,
        }
    }
}

fn configuration(folder: &Path, postgres: Option<&TestDb>) -> Config {
    let mut config = Config::default();
    config.http.listen = SocketAddr::from(([127, 0, 0, 1], 0));
    config.http.requests_per_second = 0;
    // Receivers of webhooks speak plain http, and the page that signs in demo customers exists.
    config.http.development = true;
    config.files.data = folder.join("data");
    config.audit.anchor = Some(folder.join("anchor"));
    config.push.contact = Some("mailto:ops@example.com".to_owned());
    // Receivers of tests listen on loopback.
    config.webhooks.allow = vec!["127.0.0.0/8".to_owned()];
    config.webhooks.allow_http = true;
    config.database.connections = Some(8);
    // Few tests look for words, and an index writes to the disk.
    config.node.roles.retain(|role| *role != Role::Search);
    if let Some(DbUrl::Postgres { url }) = postgres.map(|db| &db.options().url) {
        config.database.url = Some(url.clone());
    }
    config
}

impl TestApp {
    pub async fn on(engine: Engine) -> Self {
        Setup::on(engine).start().await
    }

    /// On the engine that starts fastest, for what has nothing to do with the engine.
    pub async fn sqlite() -> Self {
        Self::on(Engine::Sqlite).await
    }

    /// One on each engine, for `for app in TestApp::both().await { … }`.
    pub async fn both() -> Vec<Self> {
        vec![Self::on(Engine::Sqlite).await, Self::on(Engine::Postgres).await]
    }

    fn running(&self) -> &Running {
        self.running.as_ref().expect("a desk that runs")
    }

    pub fn address(&self) -> SocketAddr {
        self.running().address
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> String {
        format!("http://{}", self.address())
    }

    pub fn desk(&self) -> &Desk {
        self.running().app.desk()
    }

    /// The web part, for how many listen and the like.
    pub fn web(&self) -> &proofdesk_http::App {
        &self.running().app
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// A folder of this test; the data folder is in it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A browser that nobody signed in with.
    pub fn anonymous(&self) -> Client {
        Client::new(self.address())
    }

    /// A context for verbs that a test calls without the web.
    pub fn cx(&self, viewer: Viewer) -> Cx {
        Cx::new(self.clock.now(), viewer, Locale::En, "testkit".to_owned(), (self.world.entropy)())
    }

    /// A context of the desk itself.
    pub fn operator(&self) -> Cx {
        self.cx(Viewer::Operator)
    }

    /// Runs a verb that must succeed, without the web.
    pub async fn act<R, F>(&self, cx: Cx, verb: F) -> R
    where
        F: AsyncFn(&Tx<'_>, &mut Cx) -> proofdesk_desk::Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        self.desk()
            .write(cx, verb)
            .await
            .unwrap_or_else(|error| panic!("a verb was refused: {error:?}"))
    }

    /// Reads without the web.
    pub async fn look<R, F>(&self, view: F) -> R
    where
        F: AsyncFn(&Rx<'_>) -> proofdesk_desk::Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        self.desk().read(view).await.unwrap_or_else(|error| panic!("a view was refused: {error:?}"))
    }

    /// Says whether every event has its place in the feed. On PostgreSQL that comes a moment after the commit.
    pub async fn is_numbered(&self) -> bool {
        let left = self.look(async |rx| {
            let sql = "select (select count(*) from event) - (select count(*) from feed)";
            Ok(rx.query_one::<(i64,)>(sql, &[]).await?.0)
        });
        left.await == 0
    }

    /// Says whether the search indexes are whole and know everything that happened.
    pub async fn is_indexed(&self) -> bool {
        if !self.is_numbered().await {
            return false;
        }
        let tickets = self.desk().search().expect("an index of tickets");
        let articles = self.desk().article_search().expect("an index of articles");
        self.knows_all(&tickets, LAST_OF_TICKETS).await
            && self.knows_all(&articles, LAST_OF_ARTICLES).await
    }

    async fn knows_all<I: Followed>(&self, store: &IndexStore<I>, last: &'static str) -> bool {
        let Some(progress) = store.serving().and_then(|index| index.progress()) else {
            return false;
        };
        let head = self.look(async move |rx| Ok(rx.query_one::<(i64,)>(last, &[]).await?.0)).await;
        store.building().is_none() && progress.position >= head
    }

    /// Runs every job that is due, and returns how many.
    pub async fn step(&self) -> usize {
        self.running().worker().step().await.expect("the worker steps")
    }

    /// Adds the recurring jobs (checkpoint, prune, collect), and runs them with everything that is due.
    pub async fn recur(&self) -> usize {
        self.running().worker().ask_recurring().await.expect("recurring jobs");
        self.step().await
    }

    /// Stops the desk in good order, and starts it again on the same data. Its port is another one then, so clients
    /// must be moved: see [`Client::moved`].
    pub async fn restart(&mut self) {
        self.stop().await;
        self.start_again().await;
    }

    /// The same with another configuration.
    pub async fn restart_with(&mut self, change: impl FnOnce(&mut Config)) {
        self.stop().await;
        change(&mut self.config);
        self.start_again().await;
    }

    /// Starts another node on the same database, with the same keys and the same clock, in a folder of its own. Whoever asked for it
    /// stops it.
    pub async fn beside(&self, change: impl FnOnce(&mut Config)) -> Running {
        let mut config = self.config.clone();
        config.files.keys = Some(self.config.keys_path());
        config.files.data = self.folder.path().join("beside");
        config.audit.anchor = None;
        change(&mut config);
        let desk = start::open(&config).await.expect("the desk opens a second time");
        serve::start(&config, desk, self.world.clone()).await.expect("another node starts")
    }

    /// Stops the desk in good order; [`TestApp::start_again`] brings it back.
    pub async fn stop(&mut self) {
        self.running.take().expect("a desk that runs").stop().await;
    }

    /// Starts the desk again on the same data.
    pub async fn start_again(&mut self) {
        let desk = start::open(&self.config).await.expect("the desk opens again");
        let running = serve::start(&self.config, desk, self.world.clone())
            .await
            .expect("the server starts again");
        self.admin.client = self.admin.client.moved(running.address);
        self.running = Some(running);
    }
}

const DUE: &str =
    "select kind, last_error from job where state = 'ready' and run_at <= $1 order by id limit 20";

async fn due(desk: &Desk, now: i64) -> Vec<(String, Option<String>)> {
    desk.read(async move |rx| Ok(rx.query(DUE, params![now]).await?)).await.unwrap_or_default()
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let Some(running) = self.running.take() else { return };
        if std::thread::panicking() {
            return;
        }
        let (now, runs) = (self.clock.now().micros(), self.world.worker_runs);
        let stops = async {
            // A worker that runs by itself has always just added something, and does not ask the test.
            let left = if runs { Vec::new() } else { due(running.app.desk(), now).await };
            running.stop().await;
            left
        };
        let left =
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(stops));
        assert!(left.is_empty(), "jobs that nobody ran are due: {left:?}");
    }
}
