//! Readers: bytes of banks, gateways and billing systems to the canonical model.
//!
//! A reader never does I/O and never panics; a bad record costs one error with its place, not the file.
//!
//! # Design
//! [`read`], [`visit`] and [`Stream`] go one way: tell the format by content ([`detect`](detect())), turn bytes into text
//! (`reading/source`), and hand the text to the format's `Reader`, which takes whole records from its front and hands
//! rows to a [`Visitor`]. So an input gives the same rows whole and in pieces. A [`Report`] is the visitor that keeps all.
//! One file or folder a format; what they share is in `reading`.

mod bai2;
mod bank_code;
mod camt;
mod canonical;
mod cells;
mod coda;
pub mod csv;
mod date;
mod detect;
mod einvoice;
mod exchange;
mod formats;
mod gocardless;
mod gocardless_pro;
mod json;
mod look;
mod ofx;
mod open_banking_uk;
mod options;
mod paypal;
mod paypal_csv;
mod pieces;
mod place;
mod plaid;
mod qif;
mod reading;
mod report;
mod statement;
mod stream;
mod stripe;
mod stripe_report;
mod summary;
mod swift;
mod table;
#[cfg(test)]
mod testing;
mod visitor;
mod whmcs;
mod wise;
mod write;
mod xml;

pub use detect::{Detection, detect};
pub use formats::Format;
pub use options::ReadOptions;
#[doc(hidden)]
pub use pieces::read_in_pieces;
pub use place::{FieldPath, RowPlace};
pub use report::{Account, Balance, BalanceKind, Places, Report};
pub use statement::{Chain, Proof, Statement};
pub use stream::{Stream, read, visit};
pub use summary::Summary;
pub use visitor::Visitor;
pub use write::{TableRow, Written, write_camt053, write_csv, write_json_lines, write_mt940};
