//! Cells of delimited text, and sheets of them: what the readers of CSV forms share.

pub(super) mod key;
pub(super) mod memo;
pub(super) mod sheet;
pub(super) mod table;
