//! What can be typed after `cargo xtask`.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::ffi::OsString;

#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Lint,
    Tidy,
    Test(Selection),
    Demo { args: Vec<OsString> },
    Build,
    Bench { args: Vec<OsString> },
    Torture { rounds: u32 },
    Openapi { check: bool },
}

/// Which tests to run; empty means all.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Passed to the Rust test runner, and only Rust tests are run.
    pub filter: Option<String>,
    /// Names of steps, as the summary of a run prints them.
    pub steps: Vec<String>,
}

/// Reads the command line; prints help or what is wrong with it, and ends the process then.
pub fn parse() -> Task {
    task(&command().get_matches())
}

fn command() -> Command {
    Command::new("cargo xtask")
        .about("Builds, checks, tests and shows Proofdesk")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("lint")
                .about("Check format, house rules, clippy, licences, console, API client"),
        )
        .subcommand(
            Command::new("tidy").about("Check the house rules alone, and print what is largest"),
        )
        .subcommand(
            Command::new("test")
                .about("Install what the tests need, and run all of them")
                .arg(Arg::new("filter").help("Run only the Rust tests whose names contain this"))
                .arg(
                    Arg::new("step")
                        .long("step")
                        .value_name("NAME")
                        .action(ArgAction::Append)
                        .conflicts_with("filter")
                        .help("Run only this step and those it needs; may be repeated"),
                ),
        )
        .subcommand(
            Command::new("demo")
                .about("Build, fill with invented customers and tickets, and serve")
                .arg(rest("Options of `proofdesk demo`, after --")),
        )
        .subcommand(Command::new("build").about("Build the release binary with the console inside"))
        .subcommand(
            Command::new("bench")
                .about("Measure each figure beside its raw limit")
                .arg(rest("Figures and flags of the load generator; -- --help lists them")),
        )
        .subcommand(
            Command::new("torture")
                .about("Kill the server many times and write the result into docs/performance.md")
                .arg(
                    Arg::new("rounds")
                        .long("rounds")
                        .value_parser(value_parser!(u32).range(1..))
                        .default_value("200")
                        .help("Kills per engine"),
                ),
        )
        .subcommand(
            Command::new("openapi")
                .about("Write the API description and the console's client from it")
                .arg(
                    Arg::new("check")
                        .long("check")
                        .action(ArgAction::SetTrue)
                        .help("Change nothing; fail if they are out of date"),
                ),
        )
}

fn rest(help: &'static str) -> Arg {
    Arg::new("args")
        .num_args(0..)
        .allow_hyphen_values(true)
        .trailing_var_arg(true)
        .value_parser(value_parser!(OsString))
        .help(help)
}

fn task(matches: &ArgMatches) -> Task {
    match matches.subcommand() {
        Some(("tidy", _)) => Task::Tidy,
        Some(("test", given)) => Task::Test(Selection {
            filter: given.get_one::<String>("filter").cloned(),
            steps: given.get_many::<String>("step").into_iter().flatten().cloned().collect(),
        }),
        Some(("demo", given)) => Task::Demo { args: rest_of(given) },
        Some(("build", _)) => Task::Build,
        Some(("bench", given)) => Task::Bench { args: rest_of(given) },
        Some(("torture", given)) => {
            Task::Torture { rounds: given.get_one("rounds").copied().unwrap_or(200) }
        }
        Some(("openapi", given)) => Task::Openapi { check: given.get_flag("check") },
        _ => Task::Lint,
    }
}

fn rest_of(matches: &ArgMatches) -> Vec<OsString> {
    matches.get_many::<OsString>("args").into_iter().flatten().cloned().collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn typed(line: &str) -> Result<Task, clap::Error> {
        command().try_get_matches_from(line.split(' ')).map(|matches| task(&matches))
    }

    #[test]
    fn the_definition_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn every_command_is_understood() {
        assert_eq!(typed("xtask lint").unwrap(), Task::Lint);
        assert_eq!(typed("xtask tidy").unwrap(), Task::Tidy);
        assert_eq!(typed("xtask build").unwrap(), Task::Build);
        assert_eq!(typed("xtask torture").unwrap(), Task::Torture { rounds: 200 });
        assert_eq!(typed("xtask openapi --check").unwrap(), Task::Openapi { check: true });
        assert_eq!(
            typed("xtask test ticket::reopen").unwrap(),
            Task::Test(Selection { filter: Some("ticket::reopen".into()), steps: vec![] })
        );
        assert_eq!(
            typed("xtask test --step ui --step e2e").unwrap(),
            Task::Test(Selection { filter: None, steps: vec!["ui".into(), "e2e".into()] })
        );
    }

    #[test]
    fn options_of_other_programs_are_handed_on() {
        assert_eq!(
            typed("xtask demo -- --tickets 100000").unwrap(),
            Task::Demo { args: vec!["--tickets".into(), "100000".into()] }
        );
        assert_eq!(
            typed("xtask bench create --json").unwrap(),
            Task::Bench { args: vec!["create".into(), "--json".into()] }
        );
    }

    #[test]
    fn nonsense_is_refused() {
        for line in ["xtask", "xtask fly", "xtask torture --rounds 0", "xtask test a --step ui"] {
            assert!(typed(line).is_err(), "{line}");
        }
    }
}
