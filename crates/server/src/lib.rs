//! Builds the desk from a configuration and runs it; the binary `proofdesk` with its commands.

pub mod cli;
pub mod config;
mod console;
pub mod demo;
mod health;
pub mod help;
mod indexing;
mod listen;
pub mod logging;
mod metrics;
mod nodes;
pub mod serve;
pub mod start;
pub mod telemetry;

/// Gives memory back after a rush, which the system's does not, and makes a tenth more tickets a second.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;
