//! Rows in columns: typed arrays in, typed arrays out.
//!
//! # Design
//! What comes in is copied once, so that JavaScript may go on with its arrays while a thread of the pool works. Lists of texts
//! come joined by NUL, which JavaScript writes many times faster than each text alone.

use crate::call::{Tell, told};
use crate::control::{Control, Watch};
use crate::hand::said;
use napi::Env;
use napi::bindgen_prelude::{
    AsyncTask, BigInt64Array, Buffer, Either7, Float64Array, Result, Task, Uint8Array, Uint16Array,
    Uint32Array,
};
use napi_derive::napi;
use payymo::matching::{Progress, Stage};
use payymo_contract::columns::{
    Cell, Column, Columns, Currencies, Days, Minors, OneText, Tables, Texts, reconcile,
};
use payymo_contract::{Fault, Host, guard};
use std::borrow::Cow;
use std::sync::Arc;

/// A column as it comes: its name, what it is, its bytes and, of packed texts, their offsets.
#[napi(object)]
pub struct Given {
    /// Field of the contract.
    pub name: String,
    /// 0 texts joined by NUL, 1 the same holding JSON, 2 packed texts, 3 days, 4 minor units, 5 one text for all.
    pub kind: u32,
    /// Bytes.
    pub data: Uint8Array,
    /// Bytes of offsets.
    pub offsets: Uint8Array,
}

/// Columns of one table with the number of its rows.
#[napi(object)]
pub struct Table {
    /// How many.
    pub rows: u32,
    /// In any order.
    pub columns: Vec<Given>,
}

/// A list of the answer.
pub type List = Either7<Buffer, Uint8Array, Uint16Array, Uint32Array, Float64Array, BigInt64Array, String>;

enum Held {
    Joined { starts: Vec<usize>, bytes: Vec<u8>, json: bool },
    Packed { offsets: Vec<u32>, bytes: Vec<u8> },
    Days(Vec<i32>),
    Minors(Vec<i64>),
    One(String),
}

/// Texts with a NUL between.
struct Joined<'a> {
    starts: &'a [usize],
    bytes: &'a [u8],
    json: bool,
}

impl Column for Joined<'_> {
    fn len(&self) -> Option<usize> {
        self.starts.len().checked_sub(1)
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        let (Some(start), Some(next)) = (self.starts.get(row), self.starts.get(row + 1)) else {
            return Cell::Null;
        };
        match self.bytes.get(*start..next.saturating_sub(1)).map(core::str::from_utf8) {
            None | Some(Ok("")) => Cell::Null,
            Some(Ok(text)) if self.json => Cell::Json(Cow::Borrowed(text)),
            Some(Ok(text)) => Cell::Text(Cow::Borrowed(text)),
            Some(Err(_)) => Cell::NotText,
        }
    }
}

fn held(given: &Given, rows: u32) -> Held {
    let data: &[u8] = &given.data;
    match given.kind {
        0 | 1 => {
            let ends = data.iter().enumerate().filter(|(_, byte)| **byte == 0).map(|(at, _)| at + 1);
            let mut starts: Vec<usize> = Vec::with_capacity(rows as usize + 1);
            starts.push(0);
            starts.extend(ends);
            // Nothing is a text too, where there is a row for it.
            if rows > 0 {
                starts.push(data.len() + 1);
            }
            Held::Joined { starts, bytes: data.to_vec(), json: given.kind == 1 }
        }
        2 => Held::Packed { offsets: numbers(&given.offsets, u32::from_ne_bytes), bytes: data.to_vec() },
        3 => Held::Days(numbers(data, i32::from_ne_bytes)),
        4 => Held::Minors(numbers(data, i64::from_ne_bytes)),
        _ => Held::One(String::from_utf8_lossy(data).into_owned()),
    }
}

fn numbers<const N: usize, T>(bytes: &[u8], of: fn([u8; N]) -> T) -> Vec<T> {
    bytes.as_chunks::<N>().0.iter().map(|chunk| of(*chunk)).collect()
}

/// A column with its name, as the library reads it.
type Lent<'a> = (&'a str, Box<dyn Column + 'a>);

/// A table that the call owns.
struct Rows {
    rows: usize,
    columns: Vec<(String, Held)>,
}

impl Rows {
    fn of(table: &Table) -> Self {
        let columns =
            table.columns.iter().map(|given| (given.name.clone(), held(given, table.rows))).collect();
        Rows { rows: table.rows as usize, columns }
    }

    /// The columns as the library reads them.
    fn lent(&self) -> std::result::Result<Vec<Lent<'_>>, Fault> {
        self.columns.iter().map(|held| Ok((held.0.as_str(), self.lend(held)?))).collect()
    }

    fn lend<'a>(&self, (name, held): &'a (String, Held)) -> std::result::Result<Box<dyn Column + 'a>, Fault> {
        Ok(match held {
            Held::Joined { starts, bytes, json } => Box::new(Joined { starts, bytes, json: *json }),
            Held::Packed { offsets, bytes } => {
                let texts = Texts::new(offsets, bytes, self.rows);
                Box::new(texts.map_err(|fault| fault.at_field(format!("/{name}")))?)
            }
            Held::Days(days) => Box::new(Days(days)),
            Held::Minors(minors) => Box::new(Minors(minors)),
            Held::One(text) => Box::new(OneText(text)),
        })
    }
}

/// A columnar call that owns what it works on.
pub struct Work {
    tables: [Rows; 3],
    request: Vec<u8>,
    blobs: Vec<Vec<u8>>,
    watch: Arc<Watch>,
}

/// What it comes to: the lists, and the document of all else.
pub struct Done {
    tables: Tables,
    document: Vec<u8>,
}

impl Work {
    fn new(tables: &[Table], request: String, blobs: &[Uint8Array], watch: Arc<Watch>) -> Result<Self> {
        let [transactions, invoices, settlements] = tables else {
            return Err(napi::Error::from_reason("three tables"));
        };
        Ok(Work {
            tables: [Rows::of(transactions), Rows::of(invoices), Rows::of(settlements)],
            request: request.into_bytes(),
            blobs: blobs.iter().map(|blob| blob.to_vec()).collect(),
            watch,
        })
    }

    fn run(&self, progress: &mut Progress<'_>) -> std::result::Result<Done, Fault> {
        guard(|| {
            let mut lent = Vec::with_capacity(3);
            for (rows, name) in self.tables.iter().zip(["transactions", "invoices", "settlements"]) {
                let columns = rows.lent().map_err(|fault| under(fault, name))?;
                lent.push((rows.rows, columns));
            }
            let columns = |at: usize| {
                let (rows, list) = lent.get(at).map_or((0, &[][..]), |(rows, list)| (*rows, list));
                list.iter().fold(Columns::new(rows), |all, (name, column)| all.with(name, column.as_ref()))
            };
            let blobs: Vec<&[u8]> = self.blobs.iter().map(Vec::as_slice).collect();
            let host = Host { blobs: &blobs, progress };
            let done = reconcile(&columns(0), &columns(1), &columns(2), &self.request, host)?;
            let tables = done.tables();
            Ok(Done { tables, document: done.rest()? })
        })
    }
}

/// A fault with the table before the column.
fn under(fault: Fault, table: &str) -> Fault {
    let field = fault.place().field.clone().unwrap_or_default();
    fault.at_field(format!("/{table}{field}"))
}

fn letters(currencies: Currencies) -> List {
    Either7::D(currencies.into_iter().map(u32::from_ne_bytes).collect::<Vec<u32>>().into())
}

fn small(list: Vec<u8>) -> List {
    Either7::B(list.into())
}

fn rows(list: Vec<u32>) -> List {
    Either7::D(list.into())
}

fn floats(list: Vec<f64>) -> List {
    Either7::E(list.into())
}

fn minors(list: Vec<i64>) -> List {
    Either7::F(list.into())
}

/// The lists in the order in which `lib/columns.cjs` names them; an error alone as text.
fn hand(done: std::result::Result<Done, Fault>) -> Vec<List> {
    let Done { tables, document } = match done {
        Ok(done) => done,
        Err(fault) => return vec![Either7::G(said(&fault))],
    };
    let Tables { matches, allocations, differences, evidence, unmatched, open_invoices } = tables;
    vec![
        Either7::A(document.into()),
        small(matches.kind),
        small(matches.auto),
        small(matches.review),
        floats(matches.probability),
        floats(matches.score),
        small(matches.audit),
        rows(allocations.match_row),
        rows(allocations.transaction_row),
        rows(allocations.credit_row),
        rows(allocations.invoice_row),
        minors(allocations.amount_minor),
        letters(allocations.currency),
        minors(allocations.paid_minor),
        letters(allocations.paid_currency),
        rows(differences.match_row),
        small(differences.kind),
        rows(differences.transaction_row),
        rows(differences.invoice_row),
        minors(differences.amount_minor),
        letters(differences.currency),
        rows(evidence.match_row),
        Either7::C(evidence.code.into()),
        floats(evidence.weight),
        rows(unmatched.transaction_row),
        small(unmatched.reason),
        rows(open_invoices.invoice_row),
        minors(open_invoices.open_minor),
        letters(open_invoices.currency),
    ]
}

impl Task for Work {
    type Output = std::result::Result<Done, Fault>;
    type JsValue = Vec<List>;

    fn compute(&mut self) -> Result<Self::Output> {
        if self.watch.stopped() {
            return Ok(Err(crate::call::stopped()));
        }
        let mut progress = |stage: Stage, done: usize, all: usize| self.watch.tell(stage, done, all);
        Ok(self.run(&mut progress))
    }

    fn resolve(&mut self, _: Env, done: Self::Output) -> Result<Vec<List>> {
        Ok(hand(done))
    }
}

/// Pairs rows in columns at once.
#[napi]
pub fn reconcile_columns_sync(
    tables: Vec<Table>,
    request: String,
    blobs: Vec<Uint8Array>,
    tell: Option<Tell<'_>>,
) -> Result<Vec<List>> {
    let work = Work::new(&tables, request, &blobs, Arc::default())?;
    let mut progress = |at: Stage, done: usize, all: usize| told(tell.as_ref(), at, done, all);
    Ok(hand(work.run(&mut progress)))
}

/// Pairs rows in columns on a thread of the pool.
#[napi]
pub fn reconcile_columns(
    tables: Vec<Table>,
    request: String,
    blobs: Vec<Uint8Array>,
    control: Option<&Control>,
) -> Result<AsyncTask<Work>> {
    let watch = control.map(|control| Arc::clone(&control.0)).unwrap_or_default();
    Ok(AsyncTask::new(Work::new(&tables, request, &blobs, watch)?))
}
