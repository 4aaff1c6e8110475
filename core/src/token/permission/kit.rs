//! A table by which a host proves that each of its routes asks for a permission, and that each role may do what it is meant to.

use super::grammar::Permission;
use super::roles::{Roles, Subject};
use std::collections::BTreeSet;

/// What a route asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, said in words.
    Public,
    /// Who holds this permission.
    Needs(Permission),
}

/// A route, `GET /invoices/{id}`, and what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// As the host's router prints it.
    pub name: String,
    /// What it asks for.
    pub access: Access,
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Gap {
    /// A route of the host that the table does not list.
    Unlisted(String),
    /// A route of the table that the host does not have.
    Unknown(String),
    /// A route that stands twice.
    Twice(String),
    /// A route that no role may use.
    Unreachable(String),
    /// A role may do on a route what it is not meant to, or may not what it is.
    Differs {
        /// The route.
        route: String,
        /// The role.
        role: String,
        /// Whether it is meant to.
        meant: bool,
    },
}

/// Holds a table against the host's own routes and against who is meant to use them: `meant(role, route)`. Every role is tried on every route;
/// an empty answer is the proof.
///
/// ```
/// use payymo::token::permission::{Access, Gap, Permission, Roles, Route, gaps};
/// let mut roles = Roles::default();
/// roles.add("clerk", &["invoice:read"], &[])?;
/// let table = [Route { name: "GET /invoices".to_owned(), access: Access::Needs(Permission::parse("invoice:read")?) }];
/// let host = ["GET /invoices", "POST /refunds"];
/// let found = gaps(&table, host, &roles, |role, _| role == "clerk");
/// assert_eq!(found, [Gap::Unlisted("POST /refunds".to_owned())]);
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn gaps<'h>(
    table: &[Route],
    host: impl IntoIterator<Item = &'h str>,
    roles: &Roles,
    meant: impl Fn(&str, &str) -> bool,
) -> Vec<Gap> {
    let host: BTreeSet<&str> = host.into_iter().collect();
    let listed: BTreeSet<&str> = table.iter().map(|route| route.name.as_str()).collect();
    let mut gaps: Vec<Gap> = host.difference(&listed).map(|name| Gap::Unlisted((*name).to_owned())).collect();
    gaps.extend(listed.difference(&host).map(|name| Gap::Unknown((*name).to_owned())));
    let mut seen = BTreeSet::new();
    for route in table {
        if !seen.insert(route.name.as_str()) {
            gaps.push(Gap::Twice(route.name.clone()));
            continue;
        }
        let Access::Needs(permission) = &route.access else { continue };
        let mut reached = false;
        for role in roles.names() {
            let subject = Subject { tenant: "tenant".to_owned(), roles: vec![role.to_owned()] };
            let may = roles.decide(&subject, "tenant", permission).is_allowed();
            reached |= may;
            let wanted = meant(role, &route.name);
            if may != wanted {
                gaps.push(Gap::Differs { route: route.name.clone(), role: role.to_owned(), meant: wanted });
            }
        }
        if !reached {
            gaps.push(Gap::Unreachable(route.name.clone()));
        }
    }
    gaps
}
