//! Customers and agents who never stop writing, and who remember what they were told.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proofdesk_desk::api_token::actions::{NewApiToken, create};
use proofdesk_desk::customer::actions::NewCustomer;
use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::id::{CustomerId, Id as _};
use proofdesk_desk::link::actions::{Acceptance, accept};
use proofdesk_desk::password::NewPassword;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, customer, organisation, session};
use proofdesk_server::config::Config;
use proofdesk_server::start;
use proofdesk_testkit::Client;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

const TASKS: usize = 8;
/// After a ticket so many messages to it.
const MESSAGES: usize = 2;

/// What has been written, and by what is known of it.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Acknowledged tickets by key, which is their subject too; with their number.
    pub tickets: BTreeMap<String, String>,
    /// Acknowledged messages by key, which is their text too.
    pub messages: BTreeSet<String>,
    /// Sent, and never answered: there once or not at all, until sent again.
    pub unknown: BTreeMap<String, Sent>,
}

/// A write on its way, to be sent again as it was.
#[derive(Clone, Debug)]
pub struct Sent {
    path: String,
    body: Value,
}

#[derive(Clone)]
pub struct Load {
    token: String,
    customer_id: CustomerId,
    known: Arc<Mutex<Known>>,
}

/// The writers of one round.
pub struct Working {
    stop: CancellationToken,
    tasks: JoinSet<()>,
}

impl Working {
    /// Waits until each has seen its connection break.
    pub async fn stop(self) {
        self.finish().await;
    }

    /// Lets each finish what it is at.
    pub async fn finish(mut self) {
        self.stop.cancel();
        while let Some(ended) = self.tasks.join_next().await {
            ended.expect("a writer");
        }
    }
}

fn config(data: &Path, url: &str) -> Config {
    let mut config = Config::default();
    config.files.data = data.to_owned();
    config.database.url = Some(url.to_owned());
    config
}

impl Load {
    /// Founds the desk: an administrator with an API token, and a customer.
    pub async fn prepare(data: &Path, url: &str) -> Self {
        let desk = start::open(&config(data, url)).await.expect("the desk opens");
        let cx = || start::operator_cx("crash");
        let (token, customer_id) = desk
            .write(cx(), async |tx, cx: &mut Cx| {
                let founded = organisation::actions::found(tx, cx, "Acme").await?;
                let link = founded.first_link.expect("a link").token;
                let email = EmailAddress::parse("email", "ada@example.com")?;
                cx.viewer = Viewer::Anonymous;
                let acceptance = Acceptance {
                    token_hash: proofdesk_desk::token::hash(link.reveal()),
                    password: NewPassword::new("password", "velvet-anchor-71", &email)?
                        .hash([7; 16])?,
                    email: Some("ada@example.com".to_owned()),
                    name: Some("Ada".to_owned()),
                    locale: cx.locale,
                    time_zone: "UTC".to_owned(),
                    client: session::Client::default(),
                };
                let staff_id = accept(tx, cx, &acceptance).await?.staff_id;
                cx.viewer = Viewer::Operator;
                let scopes =
                    [Permission::TicketCreate, Permission::TicketReply, Permission::TicketRead]
                        .into();
                let new =
                    NewApiToken { staff_id, name: "load".to_owned(), scopes, expires_at: None };
                let token = create(tx, cx, &new).await?.token.reveal().to_owned();
                let grace = NewCustomer {
                    name: Some("Grace".to_owned()),
                    ..NewCustomer::of(founded.brand_id)
                };
                Ok((token, customer::actions::create(tx, cx, &grace).await?))
            })
            .await
            .expect("a desk with people");
        desk.db().close().await;
        Self { token, customer_id, known: Arc::default() }
    }

    pub fn with_known<R>(&self, look: impl FnOnce(&mut Known) -> R) -> R {
        look(&mut self.known.lock().expect("what is known"))
    }

    /// What is known now, apart from what will be.
    pub fn clone_known(&self) -> Self {
        let known = self.with_known(|known| known.clone());
        Self { known: Arc::new(Mutex::new(known)), ..self.clone() }
    }

    pub fn acknowledged(&self) -> usize {
        self.with_known(|known| known.tickets.len() + known.messages.len())
    }

    pub fn unanswered(&self) -> usize {
        self.with_known(|known| known.unknown.len())
    }

    /// Starts the writers of a round.
    pub fn start(&self, address: SocketAddr, round: usize) -> Working {
        let stop = CancellationToken::new();
        let mut tasks = JoinSet::new();
        let again: Vec<_> = self.with_known(|known| known.unknown.clone().into_iter().collect());
        for task in 0..TASKS {
            let (load, stop) = (self.clone(), stop.clone());
            // What had no answer is sent again first, by two at once: it stays one act.
            let again = if task < 2 { again.clone() } else { Vec::new() };
            tasks.spawn(async move {
                let client = Client::bearer(address, &load.token);
                for (key, sent) in again {
                    load.send(&client, &key, sent).await;
                }
                let mut n = 0;
                while !stop.is_cancelled() {
                    load.one(&client, &format!("r{round}-t{task}-{n}")).await;
                    n += 1;
                }
            });
        }
        Working { stop, tasks }
    }

    /// A ticket and its messages.
    async fn one(&self, client: &Client, key: &str) {
        let body = json!({ "customer_id": self.customer_id.uuid(), "category": "other", "subject": key, "body": format!("body of {key}") });
        let Some(answer) =
            self.send(client, key, Sent { path: "/api/v1/tickets".to_owned(), body }).await
        else {
            // Delay because a server that is down is not to be asked a thousand times a second.
            tokio::time::sleep(Duration::from_millis(5)).await;
            return;
        };
        let number = answer["id"].as_str().expect("a number");
        for n in 0..MESSAGES {
            let (key, path) = (format!("{key}-m{n}"), format!("/api/v1/tickets/{number}/messages"));
            let body = json!({ "body": key });
            self.send(client, &key, Sent { path, body }).await;
        }
    }

    /// Sends, and remembers what came of it. `None` when nothing is known to have happened.
    async fn send(&self, client: &Client, key: &str, sent: Sent) -> Option<Value> {
        let is_ticket = sent.path == "/api/v1/tickets";
        self.with_known(|known| known.unknown.insert(key.to_owned(), sent.clone()));
        let answer = client.post(&sent.path).key(key).json(&sent.body).try_send().await.ok()?;
        match answer.status {
            201 => {
                let told = answer.json();
                self.with_known(|known| {
                    known.unknown.remove(key);
                    if is_ticket {
                        let number = told["id"].as_str().expect("a number").to_owned();
                        let before = known.tickets.insert(key.to_owned(), number.clone());
                        assert!(
                            before.is_none_or(|before| before == number),
                            "{key} became two tickets"
                        );
                    } else {
                        known.messages.insert(key.to_owned());
                    }
                });
                Some(told)
            }
            // The store was gone; whether it had taken the write nobody knows.
            500..=599 => None,
            other => panic!("{key}: {other} {}", answer.text()),
        }
    }

    /// Sends everything again that had no answer.
    pub async fn settle(&self, address: SocketAddr) {
        let client = Client::bearer(address, &self.token);
        for (key, sent) in self.with_known(|known| known.unknown.clone()) {
            self.send(&client, &key, sent)
                .await
                .unwrap_or_else(|| panic!("{key} is refused by a desk that is well"));
        }
    }
}
