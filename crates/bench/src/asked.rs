//! What is asked for on the command line, and what can be.

use std::time::Duration;

use crate::sockets::BARE_ARGUMENT;

/// A figure of docs/performance.md, or several that are measured in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Guard,
    StoreSqlite,
    StorePostgres,
    TicketsSqlite,
    TicketsPostgres,
    Reading,
    ReadingPostgres,
    Pages,
    Search,
    Sockets,
    SocketsPostgres,
}

impl Figure {
    /// In the order in which all of them are measured.
    pub const ALL: &'static [Self] = &[
        Self::Guard,
        Self::StoreSqlite,
        Self::StorePostgres,
        Self::TicketsSqlite,
        Self::TicketsPostgres,
        Self::Reading,
        Self::ReadingPostgres,
        Self::Pages,
        Self::Search,
        Self::Sockets,
        Self::SocketsPostgres,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Guard => "guard",
            Self::StoreSqlite => "store-sqlite",
            Self::StorePostgres => "store-postgres",
            Self::TicketsSqlite => "tickets-sqlite",
            Self::TicketsPostgres => "tickets-postgres",
            Self::Reading => "reading",
            Self::ReadingPostgres => "reading-postgres",
            Self::Pages => "pages",
            Self::Search => "search",
            Self::Sockets => "sockets",
            Self::SocketsPostgres => "sockets-postgres",
        }
    }

    const fn about(self) -> &'static str {
        match self {
            Self::Guard => "how long the guard reads a text",
            Self::StoreSqlite => "how many writes SQLite takes through the store",
            Self::StorePostgres => "the same on PostgreSQL",
            Self::TicketsSqlite => "how many tickets are opened over HTTP, on SQLite",
            Self::TicketsPostgres => "the same on PostgreSQL",
            Self::Reading => "a full desk on SQLite: filling, reading, searching, starting, memory",
            Self::ReadingPostgres => "the same on PostgreSQL",
            Self::Pages => "the customer's pages: what they transfer and how long they take",
            Self::Search => "the search index beside FTS5: filling and asking",
            Self::Sockets => "live connections: how soon they hear, and their memory",
            Self::SocketsPostgres => "the same on PostgreSQL",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|figure| figure.name() == name)
    }
}

/// What is measured, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub figures: Vec<Figure>,
    pub json: bool,
    pub time: Duration,
    pub tickets: u32,
    /// Between filling a desk and reading it, wait for a line on standard input: until the machine is quiet.
    pub wait: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    Figures(Wanted),
    Usage,
    /// This process is the server that sockets are compared with.
    BareSockets,
}

const SECONDS: u32 = 5;
const TICKETS: u32 = 100_000;

/// What can be asked for.
pub fn usage() -> String {
    let figure = |figure: &Figure| format!("  {:<16}  {}\n", figure.name(), figure.about());
    let figures: String = Figure::ALL.iter().map(figure).collect();
    format!(
        "\
Measures figures of docs/performance.md, each beside its raw limit of the same run.

Usage: proofdesk-bench [FIGURE…] [FLAG…]

Figures; without a name, all of them in this order:
{figures}
Flags:
  --json            each figure as a line of JSON
  --seconds N       how long each load lasts ({SECONDS})
  --tickets N       tickets on the desk that is read, or in the search index ({TICKETS}); pages takes 10,000 at most,
                    and the index is filled for a minute at most, or for --seconds if that is longer
  --wait            reading, reading-postgres: between filling and reading, wait for a line on standard input
  -h, --help        this text
"
    )
}

/// Reads the arguments behind the program's name.
///
/// # Errors
/// What is wrong with them, in a line.
pub fn read(mut args: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut wanted = Wanted {
        figures: Vec::new(),
        json: false,
        time: Duration::from_secs(SECONDS.into()),
        tickets: TICKETS,
        wait: false,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-h" | "--help" => return Ok(Asked::Usage),
            BARE_ARGUMENT => return Ok(Asked::BareSockets),
            "--json" => wanted.json = true,
            "--wait" => wanted.wait = true,
            "--seconds" => wanted.time = Duration::from_secs(number(&arg, args.next())?.into()),
            "--tickets" => wanted.tickets = number(&arg, args.next())?,
            flag if flag.starts_with('-') => {
                return Err(format!("no flag is called {flag}; --help lists them"));
            }
            name => wanted.figures.push(Figure::named(name).ok_or_else(|| unknown(name))?),
        }
    }
    if wanted.figures.is_empty() {
        wanted.figures = Figure::ALL.to_vec();
    }
    Ok(Asked::Figures(wanted))
}

fn unknown(name: &str) -> String {
    let names: Vec<&str> = Figure::ALL.iter().map(|figure| figure.name()).collect();
    format!("no figure is called {name}; there are {}", names.join(", "))
}

fn number(flag: &str, value: Option<String>) -> Result<u32, String> {
    let number = value.and_then(|text| text.parse::<u32>().ok()).filter(|number| *number > 0);
    number.ok_or_else(|| format!("{flag} needs a whole number from 1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Asked, String> {
        read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn without_a_name_all_figures_are_measured() {
        let wanted = Wanted {
            figures: Figure::ALL.to_vec(),
            json: false,
            time: Duration::from_secs(5),
            tickets: 100_000,
            wait: false,
        };
        assert_eq!(typed(""), Ok(Asked::Figures(wanted.clone())));
        let some = Wanted {
            figures: vec![Figure::Reading, Figure::Guard],
            json: true,
            time: Duration::from_secs(2),
            tickets: 70,
            wait: true,
        };
        let line = "reading --seconds 2 --json guard --tickets 70 --wait";
        assert_eq!(typed(line), Ok(Asked::Figures(some)));
        for figure in Figure::ALL {
            let one = Wanted { figures: vec![*figure], ..wanted.clone() };
            assert_eq!(typed(figure.name()), Ok(Asked::Figures(one)));
        }
        assert_eq!(typed(BARE_ARGUMENT), Ok(Asked::BareSockets));
    }

    #[test]
    fn help_is_a_text_with_every_figure_and_flag() {
        for line in ["--help", "-h", "guard --json --help"] {
            assert_eq!(typed(line), Ok(Asked::Usage), "{line}");
        }
        let usage = usage();
        let names = Figure::ALL.iter().map(|figure| figure.name());
        for word in names.chain(["--json", "--seconds", "--tickets", "--wait", "--help"]) {
            let told = |line: &str| line.split_whitespace().any(|one| one == word);
            assert!(usage.lines().any(told), "{word} in {usage}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_in_one_line() {
        for (line, said) in [
            ("gaurd", "no figure is called gaurd; there are guard, store-sqlite,"),
            ("guard --jsn", "no flag is called --jsn;"),
            ("--seconds", "--seconds needs a whole number"),
            ("--seconds two", "--seconds needs a whole number"),
            ("--tickets -3", "--tickets needs a whole number"),
            ("--tickets 0", "--tickets needs a whole number"),
        ] {
            let wrong = typed(line).err().unwrap_or_default();
            assert!(wrong.starts_with(said) && !wrong.contains('\n'), "{line}: {wrong}");
        }
    }
}
