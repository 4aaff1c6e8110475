//! A table of Arrow as columns of the contract.
//!
//! # Design
//! Types are looked at before any value: a column of floats where money belongs is refused at once, with its name. An object's
//! members may stand in a struct column or under dotted names (`customer.name`), under which all are handed on.

use super::values::Chunk;
use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_schema::{DataType, Schema};
use payymo_contract::columns::{Cell, Column, Columns};
use payymo_contract::schema::{Field, Record, Type};
use payymo_contract::{BorderCode, Fault};

/// Whole numbers of minor units, in place of a decimal column.
const MINOR: &[(&str, &str)] =
    &[("amount_minor", "amount"), ("total_minor", "total"), ("open_minor", "open")];

/// The pieces of one column.
struct Pieces {
    chunks: Vec<Chunk>,
    starts: Vec<usize>,
    rows: usize,
    numbers: Numbers,
}

/// What numbers of a column are.
#[derive(Clone, Copy, PartialEq)]
enum Numbers {
    Plain,
    /// Minor units of money.
    Minor,
    /// Counts, which a data frame may have made floats of.
    Counts,
}

impl Numbers {
    fn of(kind: &Type, minor: bool) -> Self {
        match kind {
            _ if minor => Numbers::Minor,
            Type::Count(_) => Numbers::Counts,
            _ => Numbers::Plain,
        }
    }
}

impl Pieces {
    fn new(chunks: Vec<Chunk>, numbers: Numbers) -> Self {
        let mut rows = 0;
        let mut starts = Vec::with_capacity(chunks.len());
        for chunk in &chunks {
            starts.push(rows);
            rows += chunk.len();
        }
        Pieces { chunks, starts, rows, numbers }
    }

    fn find(&self, row: usize) -> Option<(&Chunk, usize)> {
        // Of pieces without rows the last one that starts here holds the row.
        let at = self.starts.partition_point(|start| *start <= row).checked_sub(1)?;
        let (chunk, start) = (self.chunks.get(at)?, self.starts.get(at)?);
        (row - start < chunk.len()).then_some((chunk, row - start))
    }
}

impl Column for Pieces {
    fn len(&self) -> Option<usize> {
        Some(self.rows)
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        let Some((chunk, row)) = self.find(row) else { return Cell::Null };
        match chunk.cell(row) {
            Cell::Whole(minor) if self.numbers == Numbers::Minor => {
                i64::try_from(minor).map_or(Cell::NotText, Cell::Minor)
            }
            Cell::Float if self.numbers == Numbers::Counts => {
                chunk.count(row).map_or(Cell::Float, Cell::Whole)
            }
            cell => cell,
        }
    }
}

/// A table, ready to be read as rows of a record.
#[derive(Default)]
pub struct Table {
    rows: usize,
    columns: Vec<(String, Pieces)>,
}

impl Table {
    /// Takes a table of batches. `list` is its name in a request.
    pub fn new(
        list: &str,
        record: &'static Record,
        schema: &Schema,
        batches: &[RecordBatch],
    ) -> Result<Self, Fault> {
        let mut table = Table { rows: batches.iter().map(RecordBatch::num_rows).sum(), columns: Vec::new() };
        for (at, field) in schema.fields().iter().enumerate() {
            let name = field.name().as_str();
            let (top, member) = name.split_once('.').map_or((name, None), |(top, rest)| (top, Some(rest)));
            let minor = MINOR.iter().find(|known| known.0 == name);
            let Some(known) = find(record, minor.map_or(top, |known| known.1)) else { continue };
            let path = format!("/{list}/{name}");
            let arrays = || batches.iter().map(|batch| batch.column(at));
            match (&known.kind, member, field.data_type()) {
                (Type::Of(inner), None, DataType::Struct(members)) => {
                    for (at, member) in members.iter().enumerate() {
                        let Some(known) = find(inner, member.name()) else { continue };
                        let of = arrays().map(|outer| Chunk::member(outer, outer.as_struct().column(at)));
                        let pieces = Pieces::new(of.collect(), Numbers::of(&known.kind, false));
                        check(
                            member.data_type(),
                            &known.kind,
                            &format!("{path}/{}", member.name()),
                            &pieces,
                        )?;
                        table.columns.push((format!("{name}.{}", member.name()), pieces));
                    }
                }
                (kind, member, found) => {
                    let kind = match (kind, member) {
                        (kind, None) => kind,
                        (Type::Of(inner), Some(member)) => match find(inner, member) {
                            Some(known) => &known.kind,
                            None => continue,
                        },
                        _ => continue,
                    };
                    let numbers = Numbers::of(kind, minor.is_some());
                    let pieces = Pieces::new(arrays().map(Chunk::of).collect(), numbers);
                    check(found, kind, &path, &pieces)?;
                    table.columns.push((name.to_owned(), pieces));
                }
            }
        }
        Ok(table)
    }

    /// The columns, borrowed.
    pub fn columns(&self) -> Columns<'_> {
        self.columns
            .iter()
            .fold(Columns::new(self.rows), |columns, (name, column)| columns.with(name, column))
    }
}

fn find<'a>(record: &'a Record, name: &str) -> Option<&'a Field> {
    record.fields.iter().find(|field| field.name == name)
}

/// Whether a type can hold what a field is, whatever the values.
fn check(found: &DataType, kind: &Type, path: &str, pieces: &Pieces) -> Result<(), Fault> {
    let is_float = matches!(found, DataType::Float16 | DataType::Float32 | DataType::Float64);
    // A data frame makes floats of a column in which nothing stands.
    if is_float && pieces.chunks.iter().all(Chunk::is_empty_of_values) {
        return Ok(());
    }
    if matches!(kind, Type::Date)
        && pieces.chunks.iter().any(|chunk| (0..chunk.len()).any(|row| chunk.is_no_day(row)))
    {
        let said =
            "instants with a time zone, which say no day: give dates, as they are in the zone that is meant";
        return Err(Fault::from(payymo::Error::new(payymo::Code::InputBadDate, said)).at_field(path));
    }
    fits(found, kind, path)
}

fn fits(found: &DataType, kind: &Type, path: &str) -> Result<(), Fault> {
    match (found, kind) {
        (DataType::Float16 | DataType::Float32 | DataType::Float64, Type::Decimal) => {
            let said =
                "a column of binary floats: give the amounts as decimals, as text, or as whole numbers";
            Err(Fault::from(payymo::Error::new(payymo::Code::InputFloatMoney, said)).at_field(path))
        }
        (DataType::Dictionary(_, of), _) => fits(of, kind, path),
        (DataType::Map(entries, _), _) if !has_text_keys(entries.data_type()) => {
            let said = "a map whose keys are no texts";
            Err(Fault::new(BorderCode::Field, said).at_field(path))
        }
        (DataType::Struct(members), Type::Of(record) | Type::Row(record)) => {
            for member in members {
                let known = record.fields.iter().find(|field| field.name == member.name().as_str());
                if let Some(known) = known {
                    fits(member.data_type(), &known.kind, &format!("{path}/{}", member.name()))?;
                }
            }
            Ok(())
        }
        (
            DataType::List(of)
            | DataType::LargeList(of)
            | DataType::ListView(of)
            | DataType::LargeListView(of)
            | DataType::FixedSizeList(of, _),
            Type::List(kind),
        ) => fits(of.data_type(), kind, path),
        (
            DataType::Binary
            | DataType::LargeBinary
            | DataType::BinaryView
            | DataType::FixedSizeBinary(_)
            | DataType::Time32(_)
            | DataType::Time64(_)
            | DataType::Duration(_)
            | DataType::Interval(_)
            | DataType::Union(..)
            | DataType::RunEndEncoded(..),
            _,
        ) => {
            let said = format!("a column of type {found}, which holds nothing that belongs here");
            Err(Fault::new(BorderCode::Field, said).at_field(path))
        }
        _ => Ok(()),
    }
}

/// Whether the entries of a map have names.
fn has_text_keys(entries: &DataType) -> bool {
    let DataType::Struct(members) = entries else { return false };
    let is_text = |kind: &DataType| matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
    members.first().is_some_and(|key| match key.data_type() {
        DataType::Dictionary(_, of) => is_text(of),
        kind => is_text(kind),
    })
}
