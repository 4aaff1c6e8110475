//! Who may do what: roles, patterns of permissions, and a verdict that says by which role.
//!
//! # Design
//! Nothing is allowed that no role allows; a deny wins over every allow; the tenant is compared before anything, so that no role of one reaches
//! into another. A wildcard is a whole part or none, so that what a pattern covers can be told by looking at it.

mod grammar;
mod kit;
mod roles;

pub use grammar::{Pattern, Permission};
pub use kit::{Access, Gap, Route, gaps};
pub use roles::{Role, Roles, Subject, Verdict};
