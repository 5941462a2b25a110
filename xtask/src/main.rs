//! The project's own commands; `cargo xtask help` lists them.
//!
//! CI runs nothing that a person cannot: `.ci/run` is `cargo xtask lint` and `cargo xtask test`.

mod bench;
mod cli;
mod command;
mod debian;
mod demo;
mod licences;
mod lint;
mod openapi;
mod release;
mod stamp;
mod steps;
mod test;
mod tidy;
mod toolchain;
mod torture;
mod ui;
mod unit_file;
mod workspace;

use crate::cli::Task;
use crate::workspace::Workspace;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    toolchain::require_rust()?;
    let workspace = Workspace::load()?;
    match task {
        Task::Lint => lint::run(&workspace),
        Task::Tidy => tidy::run(&workspace),
        Task::Test(selection) => test::run(&workspace, &selection),
        Task::Demo { args } => demo::run(&workspace, &args),
        Task::Build => release::run(&workspace),
        Task::Bench { args } => bench::run(&workspace, &args),
        Task::Torture { rounds } => torture::run(&workspace, rounds),
        Task::Openapi { check } => openapi::run(&workspace, check),
    }
}
