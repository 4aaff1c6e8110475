//! Readers: bytes of banks, gateways and billing systems to the canonical model.
//!
//! A reader never does I/O and never panics; a bad record costs one error with its place, not the file.
//!
//! # Design
//! [`read`], [`visit`] and [`Stream`] go one way: tell the format by content ([`detect`](detect())), turn bytes into text
//! (`reading/source`), and hand the text to the format's `Reader`, which takes whole records from its front and hands
//! rows to a [`Visitor`]. So an input gives the same rows whole and in pieces. A [`Report`] is the visitor that keeps all.
//! One file or folder a format; what they share is in `reading`.

mod bank_code;
mod camt;
mod canonical;
pub mod csv;
mod detect;
mod exchange;
mod gocardless;
mod gocardless_pro;
mod json;
mod open_banking_uk;
mod options;
mod paypal;
mod place;
mod plaid;
mod reading;
mod report;
mod statement;
mod stream;
mod stripe;
mod table;
#[cfg(test)]
mod testing;
mod visitor;
mod whmcs;
mod wise;
mod xml;

pub use canonical::write_json_lines;
pub use detect::{Detection, Format, detect};
pub use options::ReadOptions;
pub use place::{FieldPath, RowPlace};
pub use report::{Account, Balance, BalanceKind, Places, Report};
pub use statement::{Chain, Proof, Statement};
pub use stream::{Stream, Summary, read, visit};
pub use visitor::Visitor;
