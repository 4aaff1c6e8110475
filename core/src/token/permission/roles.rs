//! Roles, and what they come to.

use super::grammar::{Pattern, Permission};
use crate::error::{Code, Error};
use std::collections::BTreeMap;

/// What a role may do and what it may never.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Patterns of what it may do.
    pub allows: Vec<Pattern>,
    /// Patterns of what it may not, whatever another role allows.
    pub denies: Vec<Pattern>,
}

/// The roles of a host by their names.
///
/// ```
/// use payymo::token::permission::{Permission, Roles, Subject, Verdict};
/// let mut roles = Roles::default();
/// roles.add("clerk", &["invoice:*", "customer:read"], &["invoice:delete"])?;
/// let clerk = Subject { tenant: "t1".to_owned(), roles: vec!["clerk".to_owned()] };
/// let may = |what: &str, tenant: &str| Ok(roles.decide(&clerk, tenant, &Permission::parse(what)?));
/// assert_eq!(may("invoice:refund", "t1")?, Verdict::Allowed { role: "clerk".to_owned() });
/// assert_eq!(may("invoice:delete", "t1")?, Verdict::Denied { role: "clerk".to_owned() });
/// assert_eq!(may("payout:create", "t1")?, Verdict::NotAllowed);
/// assert_eq!(may("invoice:refund", "t2")?, Verdict::OtherTenant);
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles(BTreeMap<String, Role>);

/// Who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Whose data they work on.
    pub tenant: String,
    /// Names of their roles; one that is not known allows nothing.
    pub roles: Vec<String>,
}

/// What is decided, and by what.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// A role allows it and none denies it.
    Allowed {
        /// The first that allows it.
        role: String,
    },
    /// A role denies it, which wins over all that allow it.
    Denied {
        /// The first that denies it.
        role: String,
    },
    /// No role allows it.
    NotAllowed,
    /// The resource is another tenant's, or either names no tenant.
    OtherTenant,
}

impl Verdict {
    /// Whether it may be done.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Verdict::Allowed { .. })
    }
}

impl Roles {
    /// Adds a role.
    ///
    /// # Errors
    /// `permission.syntax`; `permission.role` for a name that is there already, or empty.
    pub fn add(&mut self, name: &str, allows: &[&str], denies: &[&str]) -> Result<(), Error> {
        let patterns =
            |all: &[&str]| all.iter().map(|text| Pattern::parse(text)).collect::<Result<Vec<_>, _>>();
        let role = Role { allows: patterns(allows)?, denies: patterns(denies)? };
        if name.is_empty() || self.0.contains_key(name) {
            return Err(Error::new(
                Code::PermissionRole,
                "a role without a name, or one that is there already",
            ));
        }
        self.0.insert(name.to_owned(), role);
        Ok(())
    }

    /// The names of all roles.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether somebody may do something to a resource of a tenant. The tenants are compared before anything; a deny wins; what nothing allows is
    /// not allowed.
    pub fn decide(&self, subject: &Subject, tenant: &str, permission: &Permission) -> Verdict {
        if tenant.is_empty() || subject.tenant != tenant {
            return Verdict::OtherTenant;
        }
        let held = || subject.roles.iter().filter_map(|name| Some((name, self.0.get(name)?)));
        let covers = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.covers(permission));
        if let Some((name, _)) = held().find(|(_, role)| covers(&role.denies)) {
            return Verdict::Denied { role: name.clone() };
        }
        match held().find(|(_, role)| covers(&role.allows)) {
            Some((name, _)) => Verdict::Allowed { role: name.clone() },
            None => Verdict::NotAllowed,
        }
    }
}
