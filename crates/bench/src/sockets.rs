//! Everybody at once: thousands of customers and hundreds of agents on sockets, a thousand messages a second, beside a bare
//! server that does nothing but hand the same bytes to the same sockets.

mod bare;
mod crowd;
mod people;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::desk::open_desk;
use crate::drive;
use crate::program::Program;
use crate::report::Line;
use crate::wire::Wires;
use crowd::{Crowd, Seat};

pub use bare::{ARGUMENT as BARE_ARGUMENT, serve as serve_bare};

const CUSTOMERS: usize = 9_800;
const AGENTS: usize = 200;
/// Messages a second, each to the socket of one customer and into the lists of all agents.
const PER_SECOND: u32 = 1_000;
/// Connections on which the messages are posted.
const WIRES: usize = 64;
/// An idle socket may cost so much.
const SOCKET_BUDGET_KIB: f64 = 25.0;

/// A server with everybody on it, and how to make it send something to a customer.
struct House {
    program: Program,
    customers: Vec<Seat>,
    agents: Vec<Seat>,
    posts: Vec<Post>,
}

/// A request that ends in a frame on one customer's socket.
#[derive(Clone)]
pub struct Post {
    pub path: String,
    pub token: String,
    pub body: String,
}

struct Measured {
    latencies: Vec<Duration>,
    kib_per_socket: f64,
}

/// Latency from the moment a message was due to its frame on the customer's socket, and memory per idle socket.
///
/// # Errors
/// When the desk refuses, or a frame does not come.
pub async fn sockets(postgres: Option<String>, time: Duration) -> Result<Vec<Line>> {
    let limit = measure(bare_house()?, time).await.context("the bare server")?;
    let folder = tempfile::tempdir()?;
    let (config, desk) = open_desk(folder.path(), postgres.clone()).await?;
    let people = people::settle(&desk, CUSTOMERS, AGENTS).await?;
    desk.db().close().await;
    drop(desk);
    let program = Program::serve(&config.files.data, postgres.as_deref())?;
    let house = House {
        program,
        customers: people.customers.into_iter().map(Seat::of_customer).collect(),
        agents: people.agents.into_iter().map(Seat::of_agent).collect(),
        posts: people.posts,
    };
    let ours = measure(house, time).await.context("the desk")?;
    let suffix = if postgres.is_some() { "-postgres" } else { "" };
    let memory = format!("idle-socket-memory{suffix}");
    let memory = Line::amount(memory, ours.kib_per_socket, SOCKET_BUDGET_KIB, "KiB");
    let bare = limit.kib_per_socket;
    let bare = Line::amount("idle-socket-memory-bare", bare, SOCKET_BUDGET_KIB, "KiB");
    let name = format!("live{suffix}-{CUSTOMERS}+{AGENTS}-at-{PER_SECOND}");
    Ok(vec![Line::latency(name, &ours.latencies, &limit.latencies), memory, bare])
}

fn bare_house() -> Result<House> {
    let mut command = std::process::Command::new(std::env::current_exe()?);
    let program = Program::start(command.arg(bare::ARGUMENT))?;
    let (customers, agents) = bare::seats(CUSTOMERS, AGENTS);
    Ok(House { program, customers, agents, posts: bare::posts(CUSTOMERS) })
}

async fn measure(house: House, time: Duration) -> Result<Measured> {
    let before = house.program.anonymous_kib()?;
    let crowd = Crowd::gather(house.program.address, &house.customers, &house.agents).await?;
    let sockets = f64::from(u32::try_from(CUSTOMERS + AGENTS)?);
    let kib_per_socket = (house.program.anonymous_kib()? - before) / sockets;
    let latencies = talk(&house, Arc::new(crowd), time).await?;
    Ok(Measured { latencies, kib_per_socket })
}

async fn talk(house: &House, crowd: Arc<Crowd>, time: Duration) -> Result<Vec<Duration>> {
    let wires = Arc::new(Wires::connect(house.program.address, WIRES).await?);
    let posts = Arc::new(house.posts.clone());
    let heard = crowd.clone();
    let latencies = drive::open_until(PER_SECOND, time, move |n| {
        let (wires, posts, crowd) = (wires.clone(), posts.clone(), crowd.clone());
        async move {
            let customer = usize::try_from(n)? % posts.len();
            let post = posts.get(customer).context("a customer")?;
            let (what, body) = (("POST", post.path.as_str()), post.body.as_bytes());
            wires.ask(what, &post.token, body, 201).await?;
            crowd.arrival(customer).await
        }
    })
    .await?;
    ensure!(heard.agents_heard() > 0, "no agent heard of anything");
    Ok(latencies)
}
