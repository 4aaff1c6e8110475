// Generated from the table of operations by generate-bindings; do not edit.

//! What the table of operations says.

pub mod functions;
mod methods;
pub mod records;
mod stream;
