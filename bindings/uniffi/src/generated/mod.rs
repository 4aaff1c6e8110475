// Generated from the table of operations by generate-bindings; do not edit.

//! What the table of operations says.

mod anchors;
pub mod functions;
mod matcher;
pub mod records;
mod revocations;
mod sessions;
mod signer;
mod stream;
mod verifier;

pub use stream::Stream;
pub use matcher::Matcher;
pub use verifier::Verifier;
pub use signer::Signer;
pub use sessions::Sessions;
pub use revocations::Revocations;
pub use anchors::Anchors;
