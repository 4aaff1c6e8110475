//! `permission.*`: what somebody may do.

use crate::call::Call;
use crate::fault::Fault;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Map, Of, Text, Truth};
use crate::schema::{Field, TEXTS, check, must, trust};
use payymo::token::permission::{Access, Gap, Pattern, Permission, Roles, Route, Subject, Verdict, gaps};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const ROLES: Field = must("roles", Map(&trust::ROLE_TYPE), "The host's roles by their names.");
const PERMISSION: Field = must("permission", Text, "What is asked for: `invoice:refund`.");
const ERRORS: &[&str] = &["permission.syntax", "permission.role"];

#[derive(Deserialize)]
struct RoleGiven {
    #[serde(default)]
    allows: Vec<String>,
    #[serde(default)]
    denies: Vec<String>,
}

fn texts(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

fn roles_of(call: &Call<'_>) -> Result<Roles, Fault> {
    let mut roles = Roles::default();
    for (name, role) in call.must::<BTreeMap<String, RoleGiven>>("roles")? {
        let added = roles.add(&name, &texts(&role.allows), &texts(&role.denies));
        added.map_err(|error| error.at_field(check::pointer("/roles", &name)))?;
    }
    Ok(roles)
}

fn permission(text: &str, field: &str) -> Result<Permission, Fault> {
    Ok(Permission::parse(text).map_err(|error| error.at_field(field))?)
}

#[derive(Deserialize)]
struct SubjectGiven {
    tenant: String,
    roles: Vec<String>,
}

#[derive(Serialize)]
struct Decided {
    allowed: bool,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
}

pub static DECIDE: Operation = Operation {
    name: "permission.decide",
    doc: "Whether somebody may do something to a resource of a tenant. The tenants are compared before anything; a deny wins; what \
          nothing allows is not allowed.",
    request: &[
        ROLES,
        must("subject", Of(&trust::PERMISSION_SUBJECT), "Who asks, with their tenant and roles."),
        must("tenant", Text, "Whose resource it is."),
        PERMISSION,
    ],
    answer: Answer::One(Of(&trust::PERMISSION_VERDICT)),
    errors: ERRORS,
    run: Run::Function(|call| {
        let roles = roles_of(call)?;
        let given: SubjectGiven = call.must("subject")?;
        let subject = Subject { tenant: given.tenant, roles: given.roles };
        let asked = permission(&call.must::<String>("permission")?, "/permission")?;
        let verdict = roles.decide(&subject, &call.must::<String>("tenant")?, &asked);
        let allowed = verdict.is_allowed();
        let (verdict, role) = match verdict {
            Verdict::Allowed { role } => ("allowed", Some(role)),
            Verdict::Denied { role } => ("denied", Some(role)),
            Verdict::OtherTenant => ("other_tenant", None),
            _ => ("not_allowed", None),
        };
        call.answer(&Decided { allowed, verdict, role })
    }),
};

pub static COVERS: Operation = Operation {
    name: "permission.covers",
    doc: "Whether one of several patterns, such as a token's `permissions`, stands for a permission.",
    request: &[must("patterns", TEXTS, "The patterns: `invoice:*`."), PERMISSION],
    answer: Answer::One(Truth),
    errors: ERRORS,
    run: Run::Function(|call| {
        let asked = permission(&call.must::<String>("permission")?, "/permission")?;
        let mut covered = false;
        for (at, text) in call.must::<Vec<String>>("patterns")?.iter().enumerate() {
            let pattern = Pattern::parse(text).map_err(|error| error.at_field(format!("/patterns/{at}")))?;
            covered |= pattern.covers(&asked);
        }
        call.answer(&covered)
    }),
};

#[derive(Deserialize)]
struct RouteGiven {
    name: String,
    needs: Option<String>,
    #[serde(default)]
    public: bool,
    #[serde(default)]
    roles: BTreeSet<String>,
}

impl RouteGiven {
    fn read(&self, path: &str) -> Result<Route, Fault> {
        let access = match (&self.needs, self.public) {
            (Some(needs), false) => Access::Needs(permission(needs, &format!("{path}/needs"))?),
            (None, true) => Access::Public,
            _ => return Err(Fault::field(path, "give needs, or say public: one of both")),
        };
        Ok(Route { name: self.name.clone(), access })
    }
}

#[derive(Serialize)]
struct GapFound {
    gap: &'static str,
    route: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meant: Option<bool>,
}

fn found(gap: Gap) -> Option<GapFound> {
    let of = |gap: &'static str, route: String| Some(GapFound { gap, route, role: None, meant: None });
    match gap {
        Gap::Unlisted(route) => of("unlisted", route),
        Gap::Unknown(route) => of("unknown", route),
        Gap::Twice(route) => of("twice", route),
        Gap::Unreachable(route) => of("unreachable", route),
        Gap::Differs { route, role, meant } => {
            Some(GapFound { gap: "differs", route, role: Some(role), meant: Some(meant) })
        }
        _ => None,
    }
}

pub static GAPS: Operation = Operation {
    name: "permission.gaps",
    doc: "Holds a table of routes against the routes that the host has and the roles that are meant to use them: every role is tried \
          on every route, and an empty answer is the proof. For a host's own tests.",
    request: &[
        ROLES,
        must(
            "table",
            List(&Of(&trust::ROUTE)),
            "What each route asks for, and the roles that are meant to use it.",
        ),
        must("routes", TEXTS, "The routes that the host has, as its router prints them."),
    ],
    answer: Answer::One(List(&Of(&trust::ROUTE_GAP))),
    errors: ERRORS,
    run: Run::Function(|call| {
        let roles = roles_of(call)?;
        let given: Vec<RouteGiven> = call.must("table")?;
        let read = |(at, route): (usize, &RouteGiven)| route.read(&format!("/table/{at}"));
        let table: Vec<Route> = given.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        let routes: Vec<String> = call.must("routes")?;
        let meant = |role: &str, name: &str| {
            given.iter().find(|route| route.name == name).is_some_and(|route| route.roles.contains(role))
        };
        let gaps = gaps(&table, routes.iter().map(String::as_str), &roles, meant);
        call.answer(&gaps.into_iter().filter_map(found).collect::<Vec<_>>())
    }),
};
