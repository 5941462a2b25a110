//! Tables. Those that are as long as the exchange makes them have a page of their own, and an article shows their first lines.

use proofdesk_locale::{FluentArgs, Messages};

use super::{Sources, dated, is_late, not_now, table, word};
use crate::limits;
use crate::render::escape;

/// So many words are looked for in a table; nobody means more.
const WORDS: usize = 8;

/// The tables with a page of their own, by their name behind `table.`.
pub const LONG: [&str; 8] = [
    "contracts",
    "dual_investment_pairs",
    "earn",
    "fiat",
    "margin_interest",
    "memo",
    "networks",
    "withdrawal_fees",
];

/// A cell: words of the reader's language, or what is the same in every one.
pub(super) enum Cell {
    Words(String),
    Code(String),
}

impl Cell {
    fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Code(text) => text,
        }
    }
}

/// A table before it is drawn.
pub(super) struct Grid {
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Grid {
    /// All of it.
    pub(super) fn html(&self) -> String {
        self.drawn(self.rows.iter())
    }

    fn drawn<'a>(&self, rows: impl Iterator<Item = &'a Vec<Cell>>) -> String {
        let mut html = "<table><thead><tr>".to_owned();
        for head in &self.heads {
            html.push_str("<th scope=\"col\">");
            escape(head, &mut html);
            html.push_str("</th>");
        }
        html.push_str("</tr></thead><tbody>");
        for row in rows {
            html.push_str("<tr>");
            for cell in row {
                let (open, close) = match cell {
                    Cell::Words(_) => ("<td>", "</td>"),
                    Cell::Code(_) => ("<td><bdi dir=\"ltr\"><code>", "</code></bdi></td>"),
                };
                html.push_str(open);
                escape(cell.text(), &mut html);
                html.push_str(close);
            }
            html.push_str("</tr>");
        }
        html.push_str("</tbody></table>");
        html
    }
}

/// What an article shows of a table: all of it, or its first lines, how many there are, and the way to them.
pub(super) fn excerpt(grid: &Grid, name: &str, sources: &Sources<'_>) -> String {
    let most = limits::ARTICLE_TABLE_ROWS;
    let own = name.strip_prefix("table.").filter(|own| LONG.contains(own));
    let Some(own) = own.filter(|_| grid.rows.len() > most) else { return grid.html() };
    let mut html = grid.drawn(grid.rows.iter().take(most));
    html.push_str("<p>");
    escape(&counted("help-table-part", (most, grid.rows.len()), sources), &mut html);
    html.push_str(" <a href=\"");
    escape(&format!("/{}/help/tables/{own}", sources.reader.code()), &mut html);
    html.push_str("\">");
    escape(&word(sources, "help-table-all"), &mut html);
    html + "</a></p>"
}

/// A sentence with two numbers.
fn counted(key: &str, (shown, all): (usize, usize), sources: &Sources<'_>) -> String {
    let number = |count: usize| sources.locale.integer(i64::try_from(count).unwrap_or(i64::MAX));
    let mut args = FluentArgs::new();
    args.set("shown", number(shown));
    args.set("all", number(all));
    Messages::embedded().t(sources.locale, key, Some(&args))
}

/// A page of a long table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Of escaped text; empty where no line is shown.
    pub html: String,
    /// How many lines fit, of how many; empty where the exchange does not answer.
    pub told: String,
    /// Others follow.
    pub more: bool,
}

/// A page, from 1, of those lines of a long table in which every word stands; `None` for what is none, and where nothing is told.
pub fn sheet(own: &str, words: &str, number: usize, sources: &Sources<'_>) -> Option<Sheet> {
    let own = LONG.iter().find(|known| **known == own)?;
    let name = format!("table.{own}");
    let Some(grid) = table(&name, sources) else {
        return is_late(&name, sources)
            .then(|| Sheet { html: not_now(sources), ..Sheet::default() });
    };
    let words: Vec<String> = words.split_whitespace().take(WORDS).map(str::to_lowercase).collect();
    let fits = |row: &&Vec<Cell>| {
        let cells: Vec<String> = row.iter().map(|cell| cell.text().to_lowercase()).collect();
        words.iter().all(|word| cells.iter().any(|cell| cell.contains(word.as_str())))
    };
    let found: Vec<&Vec<Cell>> = grid.rows.iter().filter(fits).collect();
    let most = limits::TABLE_PAGE_ROWS;
    let before = number.saturating_sub(1).saturating_mul(most);
    let html = match found.len() > before {
        true => {
            let shown = found.iter().copied().skip(before).take(most);
            dated(grid.drawn(shown), &name, sources)
        }
        false => String::new(),
    };
    Some(Sheet {
        html,
        told: counted("help-table-found", (found.len(), grid.rows.len()), sources),
        more: found.len() > before.saturating_add(most),
    })
}
