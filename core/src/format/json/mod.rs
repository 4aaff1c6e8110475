//! A walk over JSON text that finds rows without reading them.
//!
//! # Design
//! A list of rows is cut into the text of each row, and each row is then parsed alone: a bad row costs one error and
//! not the file, its bytes are known, and a file that ends in the middle still yields the rows before. The walk checks
//! brackets and strings only; what stands between them is for the parser of the row. It keeps no stack of its own within a
//! row, so nesting costs nothing, and a row nested too deeply is marked. [`Walk`] goes over documents that come in pieces,
//! [`Cursor`] over text that is all there. [`Documents`] goes over the answers of an API.
//! An object of a provider is written with [`object`], which reads members as they stand, or as a struct of serde's where
//! speed is not asked for; [`Row`](crate::model::wire::row::Row) is for rows whose unknown members matter.

mod answers;
mod broken;
mod cursor;
mod fill;
mod lines;
mod members;
mod money;
mod place;
mod scan;
mod string;
mod text;
mod walk;

pub(crate) use answers::{Answers, At, Documents, Way};
pub(crate) use broken::Broken;
pub(crate) use cursor::{Cursor, walk};
pub(crate) use fill::{items, keys, note, part, refer, say};
pub(crate) use lines::{Lines, line, rows_are_lines};
pub(crate) use members::{Known, Malformed, Object, Raw, members, members_at, object};
pub(crate) use money::money;
pub(crate) use place::{place, placed};
pub(crate) use scan::Value;
pub(super) use text::Text;
pub(crate) use walk::{Step, Walk};
