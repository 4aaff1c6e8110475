//! Certificates: chains to given anchors, names, revocation lists, pins, bundles, and a plan for renewing them.
//!
//! # Design
//! Building a path and checking its signatures is the work of a maintained library, webpki. It answers whether a path can be built; what it leaves
//! open by design is answered here: whether an anchor is a certificate authority that has not expired, whether extensions have the shape that
//! RFC 5280 gives them, whether the status of a certificate is known. The way of a chain: `fields` reads what is needed, `leaf` and `authority`
//! hold each certificate against its profile, `anchors` and `lists` are prepared once, `verify` decides, `outcome` is what is left.

mod anchors;
mod authority;
mod bundle;
mod constraints;
mod der;
mod extensions;
mod fields;
mod issued;
mod key;
mod leaf;
mod lifetime;
mod lists;
mod name;
mod outcome;
mod path;
mod pin;
mod policy;
mod profile;
mod refusal;
mod rotation;
mod shape;
mod time;
mod verify;

#[cfg(test)]
mod tests;

pub use anchors::Anchors;
pub use bundle::{Bundle, Order, Repeated};
pub use lists::RevocationLists;
pub use name::Name;
pub use outcome::{Link, Outcome, Position, Verified, Warning};
pub use pin::{Pin, PinSet, WhenExpired};
pub use policy::{Mode, Policy, Purpose, Revocation};
pub use profile::Profile;
pub use rotation::{Action, Held, Leads, Pinned, Plan, Stage, State, Step, plan};
pub use verify::verify;
