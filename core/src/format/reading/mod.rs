//! What all readers share: bytes to text piece by piece, places, ids, and where rows go.

pub(super) mod carried;
pub(super) mod encoding;
mod halves;
pub(super) mod ids;
pub(super) mod ledger;
pub(super) mod nothing;
mod origin;
pub(super) mod out;
pub(super) mod reader;
pub(super) mod source;
pub(super) mod wording;

pub(super) use out::Out;
pub(super) use reader::{Reader, Stop};
