use std::time::Duration;

use anyhow::{Context as _, Result};
use clap::Args;
use proofdesk_desk::customer_erasure::{Asked, actions, view};
use proofdesk_desk::id::{AttachmentId, CustomerId, MessageId};
use proofdesk_desk::{Desk, ticket};

use super::{Settings, refusal};
use crate::start::{self, operator_cx};

/// Between two looks at how far an erasure has come.
const PAUSE: Duration = Duration::from_secs(1);

#[derive(Args, Debug)]
pub struct EraseArgs {
    #[command(flatten)]
    what: What,
    /// Why. It stays in the log for good, so it names nobody.
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// With `--customer`: tell how far it has come, until it is done.
    #[arg(long, requires = "customer")]
    wait: bool,
}

#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct What {
    /// Who they are, and all that they wrote and that was written to and about them.
    #[arg(long, value_name = "ID")]
    customer: Option<CustomerId>,
    /// The text of a message, what was recognised in it, its files.
    #[arg(long, value_name = "ID")]
    message: Option<MessageId>,
    /// The key of a file.
    #[arg(long, value_name = "ID")]
    attachment: Option<AttachmentId>,
}

pub async fn run(settings: &Settings, args: &EraseArgs) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    let (cx, reason) = (operator_cx("erase"), args.reason.clone());
    match args.what {
        What { message: Some(id), .. } => {
            desk.write(cx, async move |tx, cx| ticket::erase::message(tx, cx, id, &reason).await)
                .await
                .map_err(refusal::told)?;
        }
        What { attachment: Some(id), .. } => {
            desk.write(cx, async move |tx, cx| ticket::erase::file(tx, cx, id, &reason).await)
                .await
                .map_err(refusal::told)?;
        }
        What { customer: Some(id), .. } => {
            let ask = desk.write(cx, async move |tx, cx| actions::ask(tx, cx, id, &reason).await);
            let Asked { erasure, begins } = ask.await.map_err(refusal::told)?;
            if !begins {
                let since = erasure.asked_at;
                eprintln!(
                    "They are being erased since {since}. Nothing else is begun, and this reason is not kept."
                );
            }
            return follow(&desk, id, args.wait).await;
        }
        What { customer: None, message: None, attachment: None } => {}
    }
    println!("erased");
    Ok(())
}

/// The running desk does the rest.
async fn follow(desk: &Desk, id: CustomerId, wait: bool) -> Result<()> {
    if !wait {
        println!("{id}");
        eprintln!("The desk erases in the background; when none is running, at its next start.");
        return Ok(());
    }
    loop {
        let read = desk
            .read(async move |rx| Ok((view::find(rx, id).await?, view::tickets(rx, id).await?)));
        let (now, total) = read.await?;
        let now = now.context("the erasure is gone")?;
        eprintln!(
            "{} of {total} tickets, {} messages, {} files",
            now.tickets, now.messages, now.files
        );
        if now.finished_at.is_some() {
            println!("{id}");
            return Ok(());
        }
        tokio::time::sleep(PAUSE).await;
    }
}
