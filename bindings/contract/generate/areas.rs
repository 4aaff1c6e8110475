//! The table by areas, as languages lay it out.

use payymo_contract::operations::AREAS;
use payymo_contract::{Answer, OPERATIONS, Operation, Run};

/// An area with its operations.
pub struct Area {
    /// `reference` of `reference.validate`.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// In the order of the table.
    pub operations: Vec<&'static Operation>,
}

impl Area {
    /// All of them, in the order of the documentation.
    pub fn all() -> impl Iterator<Item = Area> {
        AREAS.iter().map(|(name, about)| Area::new(name, about, OPERATIONS))
    }

    /// The area of a name, with those of its operations that are given.
    pub fn new(name: &'static str, about: &'static str, operations: &[&'static Operation]) -> Self {
        let of = operations.iter().copied().filter(|operation| operation.area() == name);
        Area { name, about, operations: of.collect() }
    }

    /// Whether its operations are done on a handle: it is a class then, and no module of functions.
    pub fn is_class(&self) -> bool {
        self.operations.iter().any(|operation| !matches!(operation.run, Run::Function(_)))
    }

    /// Whether no call changes its handles.
    pub fn is_steady(&self) -> bool {
        self.operations.iter().any(|operation| operation.run.on_steady())
    }

    /// Whether making one of its handles answers what could not be used.
    pub fn tells(&self) -> bool {
        self.operations.iter().any(|one| matches!((one.run, one.answer), (Run::Open(_), Answer::One(_))))
    }

    /// `Matcher` of `matcher`.
    pub fn class_name(&self) -> String {
        upper(self.name)
    }
}

/// The same with a capital.
pub fn upper(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
