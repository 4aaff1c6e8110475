//! What the measurements share: inputs of any size for each reader, names and texts, and the memory of the process.

pub mod inputs;
pub mod memory;
pub mod names;
pub mod remittances;
pub mod rows;
pub mod skeleton;
