//! A sheet of a known form: its delimiter and its header are told from its first records, then it is read by records.

use super::key::key;
use super::table::{Cutter, Row, Table, WINDOW};
use crate::error::{Code, Error};
use crate::format::reading::{Out, Reader, Stop};
use core::marker::PhantomData;

/// Text whose records tell together how all are to be read.
const SAMPLE: usize = 1 << 20;
/// Text that is cut into records at once.
const BATCH: usize = 128 * 1024;
/// Records in which the header is looked for.
const HEADER_WITHIN: usize = 10;
/// Delimiters that are told apart, the likelier first.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];
/// Columns of the smallest form.
const FEWEST_COLUMNS: usize = 4;
/// Columns that are looked at.
const MOST_COLUMNS: usize = 300;

/// A form of sheet.
pub(crate) trait Form: Send + Sized {
    /// The words by which its columns are known.
    type Vocabulary: Default;

    /// How much a record looks like the form's header, by the keys of its cells; 0 where it is none.
    fn score(vocabulary: &Self::Vocabulary, header: &[String]) -> usize;

    /// Learns how all records are to be read, from the header and the records from one on.
    ///
    /// # Errors
    /// Where the sheet as a whole cannot be read.
    fn new(
        vocabulary: &Self::Vocabulary,
        header: &[&str],
        sample: &Table<'_>,
        first: usize,
        out: &mut Out<'_>,
    ) -> Result<Self, Error>;

    /// Reads a record.
    ///
    /// # Errors
    /// What is wrong with it: one error, and the next one is read.
    fn row(&mut self, cells: &Cells<'_>, out: &mut Out<'_>) -> Result<(), Error>;

    /// Notes that a record was refused.
    fn refused(&mut self) {}

    /// After the last record.
    ///
    /// # Errors
    /// Where nothing was in it.
    fn end(&mut self, out: &mut Out<'_>) -> Result<(), Stop>;
}

/// A record with its table.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'t> {
    pub(crate) table: &'t Table<'t>,
    pub(crate) row: &'t Row,
}

impl<'t> Cells<'t> {
    /// A cell by its column's number.
    pub(crate) fn at(&self, column: usize) -> &'t str {
        self.table.cell(self.row, column)
    }
}

/// Where the columns of a form stand.
pub(crate) struct Columns<C> {
    at: Vec<Option<usize>>,
    of: PhantomData<fn(C)>,
}

impl<C: Copy + Into<usize>> Columns<C> {
    /// By the keys of a header; of two columns of one meaning the first.
    pub(crate) fn new(header: &[String], known: impl Fn(&str) -> Option<C>) -> Self {
        let mut at: Vec<Option<usize>> = Vec::new();
        for (nth, key) in header.iter().enumerate() {
            let Some(column) = known(key) else { continue };
            let column: usize = column.into();
            if at.len() <= column {
                at.resize(column + 1, None);
            }
            if let Some(slot) = at.get_mut(column).filter(|slot| slot.is_none()) {
                *slot = Some(nth);
            }
        }
        Columns { at, of: PhantomData }
    }

    pub(crate) fn column(&self, column: C) -> Option<usize> {
        self.at.get(column.into()).copied().flatten()
    }

    pub(crate) fn has(&self, column: C) -> bool {
        self.column(column).is_some()
    }

    /// A cell; empty where there is no such column.
    pub(crate) fn get<'t>(&self, cells: &Cells<'t>, column: C) -> &'t str {
        self.column(column).map_or("", |at| cells.at(at))
    }

    /// A cell that says something.
    pub(crate) fn some<'t>(&self, cells: &Cells<'t>, column: C) -> Option<&'t str> {
        Some(self.get(cells, column)).filter(|cell| !cell.is_empty())
    }
}

/// The keys of a header's cells.
pub(crate) fn keys(header: &[&str]) -> Vec<String> {
    header.iter().take(MOST_COLUMNS).map(|cell| key(cell)).collect()
}

/// How much the first lines of a text look like a form's header.
pub(crate) fn best_score<F: Form>(lines: &[&str]) -> usize {
    let mut vocabulary = None;
    let mut best = 0;
    for line in lines.iter().take(HEADER_WITHIN) {
        for delimiter in DELIMITERS {
            // No form has fewer columns.
            if memchr::memchr_iter(delimiter, line.as_bytes()).count() < FEWEST_COLUMNS - 1 {
                continue;
            }
            let cells = line.split(char::from(delimiter));
            let cells: Vec<&str> = cells.map(|cell| cell.trim_matches(['"', '\u{feff}', ' '])).collect();
            best = best.max(F::score(vocabulary.get_or_insert_with(F::Vocabulary::default), &keys(&cells)));
        }
    }
    best
}

/// Reads a sheet.
pub(crate) struct Sheet<F> {
    told: Option<(Cutter, F)>,
}

impl<F> Default for Sheet<F> {
    fn default() -> Self {
        Sheet { told: None }
    }
}

impl<F: Form> Reader for Sheet<F> {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let (text, last) = (out.text(), out.is_last());
        let (mut at, mut table) = (0, Table::of(text));
        if self.told.is_none() {
            if text.len() < SAMPLE + WINDOW && !last {
                return Ok(0);
            }
            let vocabulary = F::Vocabulary::default();
            let (delimiter, header) = header::<F>(text, &vocabulary).ok_or_else(|| {
                Stop::Refused(Error::new(
                    Code::FormatUnknown,
                    "none of its first lines is a header of this format",
                ))
            })?;
            let mut cutter = Cutter::new(delimiter);
            at = cutter.cut(0, SAMPLE, last, &mut table);
            let names: Vec<&str> =
                table.rows.get(header).map(|row| table.cells(row).collect()).unwrap_or_default();
            let form = F::new(&vocabulary, &names, &table, header + 1, out).map_err(Stop::Refused)?;
            let (_, form) = self.told.insert((cutter, form));
            give(form, &table, header + 1, out);
            table.clear();
        }
        let Some((cutter, form)) = &mut self.told else { return Ok(at) };
        loop {
            let next = cutter.cut(at, at.saturating_add(BATCH), last, &mut table);
            if next == at {
                break;
            }
            give(form, &table, 0, out);
            table.clear();
            at = next;
        }
        if last {
            form.end(out)?;
        }
        Ok(at)
    }
}

/// Hands the records of a table from one on to their form.
fn give<F: Form>(form: &mut F, table: &Table<'_>, first: usize, out: &mut Out<'_>) {
    for error in &table.errors {
        out.record();
        form.refused();
        out.refuse(error.clone());
    }
    for row in table.rows.iter().skip(first) {
        if table.cells(row).all(str::is_empty) {
            continue;
        }
        out.record();
        if let Err(error) = form.row(&Cells { table, row }, out) {
            form.refused();
            out.refuse(row.located(error));
        }
    }
}

/// The delimiter under which a header is found, and the record that it is.
fn header<F: Form>(text: &str, vocabulary: &F::Vocabulary) -> Option<(u8, usize)> {
    let mut look = text.len().min(WINDOW);
    while !text.is_char_boundary(look) {
        look -= 1;
    }
    let look = text.get(..look).unwrap_or_default();
    let mut best: Option<(usize, u8, usize)> = None;
    for delimiter in DELIMITERS {
        let table = Table::cut(look, delimiter);
        for (nth, row) in table.rows.iter().take(HEADER_WITHIN).enumerate() {
            let cells: Vec<&str> = table.cells(row).collect();
            let score = F::score(vocabulary, &keys(&cells));
            if score > best.map_or(0, |best| best.0) {
                best = Some((score, delimiter, nth));
            }
        }
    }
    best.map(|(_, delimiter, nth)| (delimiter, nth))
}
