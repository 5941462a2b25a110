//! The real server, from outside. The tree mirrors the URLs; beside it stand who may come in where (`access`), how the
//! process is run (`operation`), what a ticket's life is like (`stories`), how mail arrives
//! (`mail`), how browsers are pushed to (`push`), how mail comes back (`bounce`), how files rest in a bucket
//! (`bucket`), who sends too slowly (`slow`) or is not read (`unread`), what a collector of traces is told (`telemetry`), what
//! leaves a desk and comes into one (`transfer`), and what survives a kill (`crash`).

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod access;
mod api;
mod bounce;
mod bucket;
mod crash;
mod disk;
mod mail;
mod operation;
mod push;
mod site;
mod slow;
mod statements;
mod stories;
mod telemetry;
mod transfer;
mod unread;
