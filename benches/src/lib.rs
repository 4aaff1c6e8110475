//! What the measurements share: inputs of any size for each reader, and the memory of the process.

pub mod inputs;
pub mod memory;
