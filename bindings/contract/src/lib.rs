//! The operations of payymo as documents: one table, from which every binding is made.
//!
//! ```
//! let answer = payymo_contract::call("reference.validate", br#"{"scheme": "rf", "text": "rf18 5390 0754 7034"}"#);
//! let answer = String::from_utf8(answer).unwrap_or_default();
//! assert!(answer.starts_with(r#"{"version":1,"result":{"scheme":"rf","text":"RF18 5390 0754 7034""#));
//! ```
//!
//! `schema` says what crosses the border, `operations` what can be asked; [`call`] and [`run`] are the doors. A binding
//! converts between its language and these documents and adds nothing to their meaning.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod call;
pub mod columns;
mod doors;
mod fault;
mod guard;
mod handle;
mod indent;
mod operation;
pub mod operations;
pub mod quick;
pub mod schema;
mod shapes;
mod shared_handle;
mod stage;

pub use call::{COMMON, Call, Row, VERSION};
pub use doors::{Host, call, envelope, open, operation, run, run_on, run_on_steady};
pub use fault::{BorderCode, Fault, Known, codes};
pub use guard::guard;
pub use handle::{Authorities, Handle, Issuer, Reading, Steady, Verifier};
pub use indent::indented;
pub use operation::{Answer, Document, Opened, Operation, Run};
pub use operations::{OPERATIONS, RowKind, read_rows};
pub use shapes::Shapes;
pub use shared_handle::SharedHandle;
pub use stage::stage;
