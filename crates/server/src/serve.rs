//! The running desk: listener, live hub, sequencer, worker; started and stopped as one.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::routing::{get, post};
use proofdesk_channels::mail::{Mailer, Security, Settings};
use proofdesk_channels::push::{Pusher, VapidKey};
use proofdesk_channels::search_node::{self, HttpSearchNode};
use proofdesk_channels::webhook::{Policy, Sender};
use proofdesk_desk::article::reference::house::{self, House};
use proofdesk_desk::article::search::Articles;
use proofdesk_desk::indexed::Follower;
use proofdesk_desk::notification::{self, Channel};
use proofdesk_desk::push_subscription::actions;
use proofdesk_desk::ticket::search::Tickets;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Clock, Cx, Desk, Entropy, limits, system_clock, system_entropy};
use proofdesk_http::{App, Flood, Routes, host_name, layer, live};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_search::{Followed, IndexStore};
use proofdesk_store::{Engine, Sequencer, Tx};
use proofdesk_worker::{
    AccountActs, ArticlePublish, AttachmentScan, EvidenceNarrow, ExchangeEvents, Kind, MailAbout,
    MailBounces, MemberHandBack, MemberMail, MemberPresence, NotificationDeliver, Outside,
    PushDeliver, ReviewRemind, SideMail, TeamAssign, TicketHandBack, TicketWake, WebhookDeliver,
    Worker, Workers,
};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::config::{Config, Help, Http, MailTls, Role};
use crate::listen::{self, Patience};
use crate::{console, health, indexing, metrics, nodes, telemetry};

/// An address has room for 64 characters in front of the @, and a token takes 49 of them with its plus.
const BOUNCE_LOCAL_CHARS: usize = 15;

/// An address that nobody can compare by eye helps nobody.
const OFFICIAL_CHARS: usize = 100;

/// How long a stopping desk waits for what is under way.
const DRAIN: Duration = Duration::from_secs(30);

/// A desk that answers.
pub struct Running {
    /// Where it listens; with port 0 configured, the port that it got.
    pub address: SocketAddr,
    pub app: App,
    worker: Worker,
    workers: Option<Workers>,
    sequencer: Option<Sequencer>,
    listening: JoinHandle<()>,
    /// What follows the feed: live connections, the search index.
    following: Vec<JoinHandle<()>>,
}

/// What a desk is started with beside its configuration. Tests bring their own.
#[derive(Clone)]
pub struct World {
    pub clock: Clock,
    pub entropy: Entropy,
    /// The job loop runs by itself. Tests that step it say no.
    pub worker_runs: bool,
}

impl Default for World {
    fn default() -> Self {
        Self { clock: system_clock(), entropy: system_entropy(), worker_runs: true }
    }
}

/// The whole route table: API, pages, health. What is not in it does not exist.
pub fn routes() -> Routes {
    proofdesk_api::routes().merge(proofdesk_site::routes())
}

/// Starts to listen.
///
/// # Errors
/// When the address is taken or not ours, or what sends webhooks and mail cannot be made.
pub async fn start(config: &Config, desk: Desk, world: World) -> Result<Running> {
    metrics::start();
    let listener = TcpListener::bind(config.http.listen).await.with_context(|| {
        format!("cannot listen on {}: is another desk running there?", config.http.listen)
    })?;
    let address = listener.local_addr()?;
    let web = web(config, address)?;
    let (desk, keepers) = with_search(config, desk)?;
    let desk = with_search_node(config, desk, &world.clock)?;
    let origin = web.origins.first().cloned().unwrap_or_default();
    let own = |slug: &String| (slug.clone(), web.origin_of(Some(slug)).to_owned());
    let brand_origins: BTreeMap<_, _> = web.brand_hosts.values().map(own).collect();
    let app = App::new(desk.clone(), web, world.clock.clone(), world.entropy.clone());
    let sender = Sender::new(policy(config)?).context("the webhook sender")?;
    let mailer = mailer(config)?;
    let contact = config.push.contact()?.map(str::to_owned);
    tell_roads(&desk, &world, mailer.as_ref(), contact.is_some()).await;
    let pusher = contact.map(|contact| Pusher::new(sender.clone(), contact));
    let bounces = bounce_address(config)?;
    let to_members = |about| MemberMail { about, mailer: mailer.clone(), origin: origin.clone() };
    let mut kinds: Vec<Arc<dyn Kind>> = vec![
        Arc::new(WebhookDeliver { sender: sender.clone() }),
        Arc::new(to_members(MailAbout::Link)),
        Arc::new(to_members(MailAbout::Mention)),
        Arc::new(to_members(MailAbout::Review)),
        Arc::new(to_members(MailAbout::Handover)),
        Arc::new(SideMail {
            mailer: mailer.clone(),
            origin: origin.clone(),
            brand_origins: brand_origins.clone(),
            bounces: bounces.clone(),
        }),
        Arc::new(NotificationDeliver {
            mailer,
            sender,
            origin,
            brand_origins,
            bounces: bounces.clone(),
        }),
        Arc::new(PushDeliver { pusher }),
        Arc::new(AccountActs),
        Arc::new(ArticlePublish),
        Arc::new(ReviewRemind),
        Arc::new(EvidenceNarrow),
        Arc::new(ExchangeEvents),
        Arc::new(TicketWake),
        Arc::new(MemberPresence),
        Arc::new(MemberHandBack),
        Arc::new(TeamAssign),
        Arc::new(TicketHandBack),
    ];
    if let Some((mailbox, address)) = config.mail.bounces.mailbox()?.zip(bounces) {
        kinds.push(Arc::new(MailBounces { mailbox, address }));
    }
    if let Some(clamd) = config.scan.scanner()? {
        kinds.push(Arc::new(AttachmentScan { clamd }));
    }
    let outside =
        Outside { anchor: config.audit.anchor.clone(), ledger: config.audit.ledger.clone() };
    let worker = Worker::new(desk.clone(), world.clock, world.entropy, kinds, outside);
    let does = |role| config.node.does(role);
    let sequencer = does(Role::Sequencer).then(|| desk.db().start_sequencer());
    let mut following = Vec::new();
    if does(Role::Web) {
        following.push(tokio::spawn(live::follow(app.clone())));
    }
    if let Some((tickets, articles)) = keepers {
        let stop = || app.shutdown().clone();
        following.push(tokio::spawn(indexing::follow(desk.clone(), tickets, stop())));
        following.push(tokio::spawn(indexing::follow(desk, articles, stop())));
        if let Some((tickets, articles)) = app.desk().search().zip(app.desk().article_search()) {
            following.push(tokio::spawn(indexing::keep::<Tickets>(app.clone(), tickets)));
            following.push(tokio::spawn(indexing::keep::<Articles>(app.clone(), articles)));
        }
    }
    let workers = (world.worker_runs && does(Role::Worker)).then(|| worker.start());
    let patience = Patience {
        head: Duration::from_secs(config.http.header_seconds.max(1)),
        rest: limits::CONNECTION_REST,
        answer: limits::ANSWER_STALL,
    };
    let router = telemetry::around(&config.telemetry, router(config, &app))?;
    let stop = app.shutdown().clone();
    let listening = tokio::spawn(listen::serve(listener, router, patience, stop));
    Ok(Running { address, app, worker, workers, sequencer, listening, following })
}

fn router(config: &Config, app: &App) -> Router {
    let token = config.http.metrics_token.clone();
    let own = app.config().client_address_header.clone();
    let scrape = move |request: Request| metrics::scrape(token.clone(), own.clone(), request);
    let probe = health::Probe::default();
    let mut outside = Router::new()
        .route("/health/live", get(health::live))
        .route("/health/ready", get(move |State(app)| health::ready(app, probe)))
        .route("/metrics", get(scrape));
    if config.node.does(Role::Search) {
        let most = DefaultBodyLimit::max(limits::SEARCH_NODE_QUESTION_BYTES);
        let answers = post(nodes::answer).layer(most);
        outside = outside.route(&format!("{}/{{what}}", search_node::PATH), answers);
    }
    let outside = outside.with_state(app.clone());
    if !config.node.does(Role::Web) {
        // Whoever watches the process is answered; nobody else has business here.
        return layer(outside, app.clone(), None);
    }
    let console = Router::new()
        .route("/console", get(console::redirect))
        .route("/console/", get(console::serve))
        .route("/console/{*path}", get(console::serve))
        .with_state(app.clone());
    let inside = routes().into_router(app).merge(console);
    layer(outside.merge(inside), app.clone(), Some(proofdesk_site::problem_page()))
}

/// What keeps the indexes of a process.
type Keepers = (Follower<Tickets>, Follower<Articles>);

/// The desk with its indexes, and what keeps them, where this process has the role.
fn with_search(config: &Config, desk: Desk) -> Result<(Desk, Option<Keepers>)> {
    if !config.node.does(Role::Search) {
        return Ok((desk, None));
    }
    let folder = config.files.data.join("search");
    let (tickets, articles) = (opened(&folder)?, opened(&folder)?);
    let keepers = (Follower::new(tickets.clone()), Follower::new(articles.clone()));
    Ok((desk.with_search(tickets, articles), Some(keepers)))
}

/// The desk with the node that it asks for words, where one is configured.
fn with_search_node(config: &Config, desk: Desk, clock: &Clock) -> Result<Desk> {
    let Some(address) = &config.node.search_at else { return Ok(desk) };
    // A closure on the embedded database waits for nothing but the database.
    if desk.db().engine() == Engine::Sqlite {
        bail!("node.search_at: with the embedded database one process does everything");
    }
    let node = HttpSearchNode::new(address, desk.keyring().clone(), clock.clone())?;
    Ok(desk.with_search_node(Arc::new(node)))
}

fn opened<I: Followed>(folder: &Path) -> Result<Arc<IndexStore<I>>> {
    let store = IndexStore::open(Some(folder));
    Ok(Arc::new(store.with_context(|| format!("the search index {}", folder.display()))?))
}

/// What the web part is told: on this machine plain http will do, everywhere else origins are configured.
fn web(config: &Config, address: SocketAddr) -> Result<proofdesk_http::Config> {
    let origins = if config.http.origins.is_empty() {
        vec![format!("http://{address}"), format!("http://localhost:{}", address.port())]
    } else {
        config.http.origins.clone()
    };
    let header = config.http.client_address_header.as_deref();
    let brand_hosts = brand_hosts(&config.http, &origins)?;
    Ok(proofdesk_http::Config {
        origins,
        brand_hosts,
        video_hosts: video_hosts(&config.help)?,
        house: Arc::new(house(config)?),
        development: config.http.development,
        outward: Arc::new(policy(config)?),
        client_address_header: header
            .map(|name| {
                name.parse().with_context(|| format!("http.client_address_header {name:?}"))
            })
            .transpose()?,
        flood: NonZeroU32::new(config.http.requests_per_second).map(|per_second| Flood {
            per_second,
            burst: per_second.saturating_mul(NonZeroU32::MIN.saturating_add(4)),
        }),
        request_timeout: Duration::from_secs(30),
        upload_stall: Duration::from_secs(config.http.upload_stall_seconds.max(1)),
        body_stall: Duration::from_secs(config.http.body_stall_seconds.max(1)),
    })
}

/// The hosts of brands as they are compared. Forms are taken from our own origins alone, so each has to be one's host.
fn brand_hosts(http: &Http, origins: &[String]) -> Result<BTreeMap<String, String>> {
    let host_of = |origin: &String| host_name(origin.split_once("://")?.1);
    let known: Vec<String> = origins.iter().filter_map(host_of).collect();
    let mut hosts = BTreeMap::new();
    for (host, slug) in &http.brand_hosts {
        let name = host_name(host).filter(|name| known.contains(name));
        let name = name.with_context(|| {
            format!("http.brand_hosts: {host:?} is the host of none of http.origins")
        })?;
        hosts.insert(name, slug.clone());
    }
    Ok(hosts)
}

/// The hosts of films as they are compared.
fn video_hosts(help: &Help) -> Result<Vec<String>> {
    let read = |host: &String| {
        // With a port, a scheme or a path it would be none that an address is ever compared with.
        let name = host_name(host).filter(|name| name.eq_ignore_ascii_case(host));
        name.with_context(|| format!("help.video_hosts: {host:?} is no host"))
    };
    help.video_hosts.iter().map(read).collect()
}

/// What articles say of the house itself: what the operator named, and whom its mails are from.
fn house(config: &Config) -> Result<House> {
    let (help, mail) = (&config.help, &config.mail);
    for house::Channel { address, .. } in &help.official_channels {
        let is_plain = (1..=OFFICIAL_CHARS).contains(&address.chars().count())
            && !address.chars().any(char::is_control);
        ensure!(is_plain, "help.official_channels: {address:?} is no address that can be shown");
    }
    let own = mail.from_of.iter().map(|(slug, from)| (slug.as_str(), from));
    let senders = own.chain(mail.from.iter().map(|from| ("", from)));
    let sends = mail.host.is_some();
    let senders = senders.filter(|_| sends).map(|(slug, from)| {
        // `Acme <help@example.com>` or the address alone.
        let address = from.rsplit_once('<').map_or(from.as_str(), |(_, rest)| rest);
        (slug.to_owned(), address.trim_end_matches('>').trim().to_owned())
    });
    Ok(House {
        senders: senders.collect(),
        channels: help.official_channels.clone(),
        deadlines: help.complaint_deadlines.clone(),
        bodies: help.complaint_bodies.clone(),
    })
}

fn policy(config: &Config) -> Result<Policy> {
    let allowed = config
        .webhooks
        .allow
        .iter()
        .map(|text| {
            text.parse().map_err(|_odd| anyhow::anyhow!("webhooks.allow: {text:?} is no network"))
        })
        .collect::<Result<_>>()?;
    Ok(Policy { allowed, http_to_loopback: config.webhooks.allow_http })
}

/// What sends mail, where a server for it is configured.
pub(crate) fn mailer(config: &Config) -> Result<Option<Mailer>> {
    let mail = &config.mail;
    let Some(host) = &mail.host else { return Ok(None) };
    let (security, port) = match mail.tls {
        MailTls::Start => (Security::Start, 587),
        MailTls::Wrapped => (Security::Wrapped, 465),
        MailTls::None => (Security::Plain, 25),
    };
    let authorities = match &mail.ca_file {
        Some(path) => {
            let read = std::fs::read(path);
            Some(read.with_context(|| format!("mail.ca_file: cannot read {}", path.display()))?)
        }
        None => None,
    };
    let settings = Settings {
        host: host.clone(),
        port: mail.port.unwrap_or(port),
        security,
        login: mail.user.clone().zip(mail.password.clone()),
        authorities,
        from: mail.from.clone().context("mail.from is needed beside mail.host")?,
        from_of: mail.from_of.clone(),
    };
    Mailer::new(&settings).context("the configuration of mail").map(Some)
}

/// The address to which mail comes back, without a token.
fn bounce_address(config: &Config) -> Result<Option<String>> {
    let Some(address) = config.mail.bounces.address.clone() else { return Ok(None) };
    let parts = address.rsplit_once('@').filter(|(local, domain)| {
        !local.is_empty() && !domain.is_empty() && local.len() <= BOUNCE_LOCAL_CHARS
    });
    parts.with_context(|| {
        format!("mail.bounces.address: {address:?} is no address with at most {BOUNCE_LOCAL_CHARS} characters before the @")
    })?;
    Ok(Some(address))
}

/// Lets the verbs know which roads there are. A database that cannot be written keeps what it knew: the desk still reads.
/// Where push is switched on for the first time, it gets its key.
async fn tell_roads(desk: &Desk, world: &World, mailer: Option<&Mailer>, pushes: bool) {
    let domain = mailer.map(|mailer| mailer.domain().to_owned());
    let keyring = desk.keyring().clone();
    let (now, seed) = ((world.clock)(), (world.entropy)());
    let cx = Cx::new(now, Viewer::System("serve"), Locale::En, "serve".to_owned(), seed);
    let told = desk.write(cx, async move |tx, cx| {
        notification::actions::set_road(tx, cx, Channel::Mail, domain.as_deref()).await?;
        if pushes {
            found_push_key(tx, cx, &keyring).await?;
        }
        notification::actions::set_road(tx, cx, Channel::Push, pushes.then_some("push")).await
    });
    if let Err(error) = told.await {
        tracing::warn!(%error, "whether mail is sent could not be noted");
    }
}

async fn found_push_key(tx: &Tx<'_>, cx: &mut Cx, keyring: &Keyring) -> proofdesk_desk::Result<()> {
    let secret: [u8; 32] = cx.bytes();
    let key = VapidKey::new(&secret)
        .map_err(|_one_in_four_billion| proofdesk_desk::Error::Broken { what: "an unlucky key" })?;
    actions::found_key(tx, cx, keyring, (&key.public(), &secret)).await
}

impl Running {
    /// The worker, for tests that step it.
    pub fn worker(&self) -> &Worker {
        &self.worker
    }

    /// Waits for a signal of the operator, then stops.
    pub async fn until(self, signal: impl Future<Output = ()>) {
        signal.await;
        tracing::info!("stopping: finishing what is under way");
        self.stop().await;
    }

    /// Stops: no new connections, live ones are told to come back, requests and jobs under way are finished.
    pub async fn stop(self) {
        self.app.shutdown().cancel();
        let drained = tokio::time::timeout(DRAIN, async {
            if let Err(error) = self.listening.await {
                tracing::error!(%error, "the listener panicked");
            }
            if let Some(workers) = self.workers {
                workers.drain().await;
            }
            // It ends by the same token; what it returns is nothing.
            for following in self.following {
                drop(following.await);
            }
            if let Some(sequencer) = self.sequencer {
                sequencer.stop().await;
            }
            self.app.desk().db().close().await;
        });
        if drained.await.is_err() {
            tracing::warn!("something did not finish in time; what was acknowledged is on disk");
        }
    }
}

/// Resolves when the operator asks to stop: Ctrl-C or SIGTERM.
pub async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
