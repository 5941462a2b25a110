//! The command line: `proofdesk <command>`. Each command is a file; what scripts rely on is in docs/cli-contracts.md.

mod audit;
mod backup;
mod bridge;
mod doctor;
mod erase;
mod evidence;
mod export;
mod guard;
mod help;
mod import;
mod lines;
mod people;
mod refusal;
mod search;
mod serve;
mod token;
mod transcript;
mod user;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::config::Config;

/// The self-hosted support desk of cryptocurrency exchanges: answers with their proof.
#[derive(Debug, Parser)]
#[command(name = "proofdesk", version, propagate_version = true, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub settings: Settings,
    #[command(subcommand)]
    pub command: Command,
}

/// Where the process finds its configuration and its data.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Configuration file (TOML). `PROOFDESK__TABLE__KEY` variables lie over it.
    #[arg(long, global = true, value_name = "FILE", env = "PROOFDESK_CONFIG")]
    pub config: Option<PathBuf>,
    /// Data folder: embedded database, files, keys. Lies over `files.data`.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the desk.
    Serve(serve::ServeArgs),
    /// Run the desk on demo data, for a look around.
    Demo(crate::demo::DemoArgs),
    /// Copy the running desk: database first, then files.
    Backup(backup::BackupArgs),
    /// Put a backup into an empty place.
    Restore(backup::RestoreArgs),
    /// Look for trouble and say how to mend it.
    Doctor(doctor::DoctorArgs),
    /// Erase a customer, a message or a file for good.
    Erase(erase::EraseArgs),
    /// Verify the log, write it out, and print the key that signs it.
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Print the API's OpenAPI 3.1 document.
    Openapi,
    /// Print a fresh one-time link for the first administrator, while there is none.
    FirstLink(people::FirstLinkArgs),
    /// Members of staff: who there is, and how they come in.
    #[command(subcommand)]
    User(user::UserCommand),
    /// API tokens.
    #[command(subcommand)]
    Token(token::TokenCommand),
    /// Write the desk out as JSON lines (docs/import-export.md). The log says that it was done, and why.
    Export(export::ExportArgs),
    /// Bring what another desk had: JSON lines of ours, Zendesk's or Chatwoot's. Nothing comes twice, and nobody is told.
    Import(import::ImportArgs),
    /// Evidence: find and check hashes, addresses, links, amounts and times in text.
    #[command(subcommand)]
    Evidence(evidence::EvidenceCommand),
    /// The exchange bridge: test an implementation.
    #[command(subcommand)]
    Bridge(bridge::BridgeCommand),
    /// The guard: find secrets in text, and in what is stored.
    #[command(subcommand)]
    Guard(guard::GuardCommand),
    /// The help centre: articles, sections and terms from a folder and into one. (Help with a command: its `--help`.)
    #[command(subcommand)]
    Help(help::HelpCommand),
    /// Search: measure how good it is, build its index anew.
    #[command(subcommand)]
    Search(search::SearchCommand),
    /// Transcripts: verify one offline.
    #[command(subcommand)]
    Transcript(transcript::TranscriptCommand),
}

/// Runs one command. The caller prints the error, if any, and exits with 1.
///
/// # Errors
/// In words for the person at the terminal, with a way out where there is one.
pub async fn run(cli: Cli) -> Result<()> {
    let settings = cli.settings;
    match cli.command {
        Command::Serve(args) => serve::run(&settings, &args).await,
        Command::Demo(args) => crate::demo::run(&settings, &args).await,
        Command::Backup(args) => backup::backup(&settings, &args).await,
        Command::Restore(args) => backup::restore(&settings, &args).await,
        Command::Doctor(args) => doctor::run(&settings, &args).await,
        Command::Erase(args) => erase::run(&settings, &args).await,
        Command::Audit(command) => audit::run(&settings, &command).await,
        Command::Openapi => print_openapi(),
        Command::FirstLink(args) => people::first_link(&settings, &args).await,
        Command::User(command) => user::run(&settings, &command).await,
        Command::Token(command) => token::run(&settings, &command).await,
        Command::Export(args) => export::run(&settings, &args).await,
        Command::Import(args) => import::run(&settings, &args).await,
        Command::Evidence(command) => evidence::run(&settings, &command),
        Command::Bridge(command) => bridge::run(&settings, &command).await,
        Command::Guard(command) => guard::run(&settings, &command).await,
        Command::Help(command) => help::run(&settings, &command).await,
        Command::Search(command) => search::run(&settings, &command).await,
        Command::Transcript(command) => transcript::run(&command),
    }
}

impl Settings {
    /// The configuration with what the command line says on top.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn load(&self) -> Result<Config> {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the edge that reads the environment"
        )]
        let mut config = Config::load(self.config.as_deref(), std::env::vars())?;
        if let Some(data) = &self.data {
            config.files.data.clone_from(data);
        }
        Ok(config)
    }
}

fn print_openapi() -> Result<()> {
    println!("{}", serde_json::to_string_pretty(&proofdesk_api::openapi())?);
    Ok(())
}
