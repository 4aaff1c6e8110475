//! The two sets of rules.

/// Whose rules certificates are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// RFC 5280 and what public authorities promise: the CA/Browser Forum's requirements.
    Public,
    /// RFC 5280 alone.
    Private,
}
