//! Rows handed in as columns, and results as columns: for hosts whose data lies in arrays (Arrow, data frames, typed arrays).
//!
//! # Design
//! The columns have the names of the contract's fields; what is inside an object may stand under its dotted path
//! (`counterparty.name`, `original.currency`). A column gives a [`Cell`] for each row: `cell` says what a cell may hold, `borrowed` has columns over
//! plain arrays, `object` puts dotted columns together, `read` makes rows of them. Nothing is copied before it is a field of a row, and no JSON lies between but where
//! a cell holds a list or an object. `tables` turns a result into columns.
//!
//! ```
//! use payymo_contract::columns::{Columns, Days, Minors, OneText, Texts, reconcile};
//! use payymo_contract::Host;
//! let ids = Texts::new(&[0, 2], b"t1", 1)?;
//! let text = Texts::new(&[0, 24], b"Invoice INV-2026-01042  ", 1)?;
//! let transactions = Columns::new(1)
//!     .with("id", &ids)
//!     .with("booked_on", &Days(&[20_516]))
//!     .with("amount_minor", &Minors(&[11_200]))
//!     .with("currency", &OneText("EUR"))
//!     .with("remittance", &text);
//! let number = Texts::new(&[0, 14], b"INV-2026-01042", 1)?;
//! let item = Texts::new(&[0, 4], b"1042", 1)?;
//! let invoices = Columns::new(1)
//!     .with("id", &item)
//!     .with("number", &number)
//!     .with("total_minor", &Minors(&[11_200]))
//!     .with("currency", &OneText("EUR"));
//! let host = Host { blobs: &[], progress: &mut |_, _, _| true };
//! let done = reconcile(&transactions, &invoices, &Columns::new(0), b"{}", host)?;
//! let tables = done.tables();
//! assert_eq!(tables.allocations.transaction_row, [0]);
//! assert_eq!(tables.allocations.amount_minor, [11_200]);
//! # Ok::<(), payymo_contract::Fault>(())
//! ```

mod borrowed;
mod cell;
mod fields;
mod object;
mod read;
mod reconciled;
mod tables;

pub use borrowed::{Days, Minors, OneText, Texts};
pub use cell::{Cell, Column, Columns};
pub use object::Object;
pub use read::{Read, invoices, settlements, transactions};
pub use reconciled::{Reconciled, reconcile};
pub use tables::{
    Allocations, Currencies, Differences, Evidence, Matches, NO_ROW, OpenInvoices, Tables, Unmatched,
};
