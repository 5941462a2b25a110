//! Tables that people paste: a row of headings, and the values in the columns below.

use std::ops::Range;

use crate::labels::Label;
use crate::mask;
use crate::text::Text;

const LONGEST_LINE: usize = 400;
const MOST_ROWS: usize = 8;
const MOST_COLUMNS: usize = 16;
/// What a heading may say besides the label.
const LONGEST_HEADING: usize = 32;

impl Text<'_> {
    /// Gives the cells below a label that heads a column, without those that are masked; `None` when it heads none.
    pub fn cells_under(&self, label: &Label) -> Option<Vec<Range<usize>>> {
        let heading = self.line_around(label)?;
        let line = self.get(heading.start, heading.end);
        let separator = ['|', '\t', ';', ','].into_iter().find(|mark| line.contains(*mark))?;
        let columns = columns(line, separator, heading.start)?;
        let place = columns.iter().position(|it| it.start <= label.start && label.end <= it.end)?;
        // A row in the middle of a table heads none.
        let from = self.boundary(heading.start.saturating_sub(LONGEST_LINE));
        let above = self.get(from, heading.start.saturating_sub(1)).rsplit('\n').next();
        let is_first = above.is_none_or(|above| !above.contains(separator));
        // A comma also divides clauses: there the label has to be the whole of its cell.
        let is_whole = columns.get(place) == Some(&(label.start..label.end));
        let is_certain = is_whole && is_first && separator != ',';
        if !(is_whole || matches!(separator, '|' | '\t'))
            || !self.are_headings(&columns, label, is_certain)
        {
            return None;
        }
        let mut cells = Vec::new();
        let mut start = heading.end + 1;
        let mut rows = 0;
        for row in self.after(start).split('\n').take(MOST_ROWS) {
            let row_columns = self::columns(row, separator, start);
            let Some(row_columns) = row_columns.filter(|row| row.len() == columns.len()) else {
                break;
            };
            cells.extend(row_columns.get(place).cloned().filter(|cell| self.is_filled(cell)));
            rows += 1;
            start += row.len() + 1;
        }
        (rows > 0).then_some(cells)
    }

    fn line_around(&self, label: &Label) -> Option<Range<usize>> {
        let from = self.boundary(label.start.saturating_sub(LONGEST_LINE));
        let front = self.get(from, label.start);
        let start = match front.rfind('\n') {
            Some(at) => from + at + 1,
            None if from == 0 => 0,
            None => return None,
        };
        let to = self.boundary(label.end + LONGEST_LINE);
        let end = label.end + self.get(label.end, to).find('\n')?;
        Some(start..end)
    }

    /// Tells whether the cells of a line are words, of which another is a name, too; a table that is certain needs none.
    fn are_headings(&self, columns: &[Range<usize>], label: &Label, is_certain: bool) -> bool {
        let is_heading = |cell: &Range<usize>| {
            let text = self.get(cell.start, cell.end);
            let digits = text.chars().filter(|c| c.is_numeric()).count();
            text.len() <= LONGEST_HEADING && digits <= 1 && !text.contains([':', '：', '='])
        };
        let is_named = |cell: &Range<usize>| {
            let next = self.labels_after(cell.start).first();
            next.is_some_and(|next| next.end <= cell.end && next.start != label.start)
        };
        columns.iter().all(is_heading) && (is_certain || columns.iter().any(is_named))
    }

    fn is_filled(&self, cell: &Range<usize>) -> bool {
        let text = self.get(cell.start, cell.end);
        text.contains(char::is_alphanumeric) && !text.contains(mask::OPEN)
    }
}

/// Cuts a line into its cells; `None` when there are not two.
fn columns(line: &str, separator: char, start: usize) -> Option<Vec<Range<usize>>> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let mut at = start;
    let mut columns = Vec::new();
    for cell in line.split(separator).take(MOST_COLUMNS) {
        let front = cell.len() - cell.trim_start().len();
        columns.push(at + front..at + front + cell.trim().len());
        at += cell.len() + separator.len_utf8();
    }
    (columns.len() >= 2).then_some(columns)
}
