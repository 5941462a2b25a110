use std::process::ExitCode;

use clap::Parser as _;
use proofdesk_server::cli::{Cli, run};
use proofdesk_server::logging;

#[tokio::main]
async fn main() -> ExitCode {
    logging::guard_panics();
    match Box::pin(run(Cli::parse())).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", logging::masked(&format!("{error:#}")));
            ExitCode::FAILURE
        }
    }
}
