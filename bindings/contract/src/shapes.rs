//! All shapes that the operations name, each once.

use crate::operation::{Answer, Operation};
use crate::schema::{Record, Type, Words};

/// Shapes in an order in which each comes after those that it is made of.
#[derive(Default)]
pub struct Shapes {
    /// Objects.
    pub records: Vec<&'static Record>,
    /// Lists of words.
    pub words: Vec<&'static Words>,
}

impl Shapes {
    /// The shapes that these operations name.
    pub fn of(operations: &[&'static Operation]) -> Self {
        let mut shapes = Shapes::default();
        for operation in operations {
            operation.request.iter().for_each(|field| shapes.add(&field.kind));
            match &operation.answer {
                Answer::One(kind) | Answer::Maybe(kind) => shapes.add(kind),
                Answer::Nothing => {}
            }
        }
        shapes
    }

    fn add(&mut self, kind: &Type) {
        match kind {
            Type::Of(record) | Type::Row(record) => self.add_record(record),
            Type::List(of) | Type::Map(of) => self.add(of),
            Type::Either(types) => types.iter().for_each(|kind| self.add(kind)),
            Type::Word(words) if self.words.iter().all(|known| known.name != words.name) => {
                self.words.push(words);
            }
            _ => {}
        }
    }

    fn add_record(&mut self, record: &'static Record) {
        if self.records.iter().any(|known| known.name == record.name) {
            return;
        }
        record.fields.iter().for_each(|field| self.add(&field.kind));
        self.records.push(record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::OPERATIONS;

    /// Every record that a type names, told apart by where it stands and not by its name.
    fn records(kind: &Type, found: &mut Vec<&'static Record>) {
        match kind {
            Type::Of(record) | Type::Row(record)
                if !found.iter().any(|known| core::ptr::eq(*known, *record)) =>
            {
                found.push(record);
                record.fields.iter().for_each(|field| records(&field.kind, found));
            }
            Type::List(of) | Type::Map(of) => records(of, found),
            Type::Either(types) => types.iter().for_each(|kind| records(kind, found)),
            _ => {}
        }
    }

    #[test]
    fn a_name_is_one_record() {
        let mut found = Vec::new();
        for operation in OPERATIONS {
            operation.request.iter().for_each(|field| records(&field.kind, &mut found));
            if let Answer::One(kind) | Answer::Maybe(kind) = &operation.answer {
                records(kind, &mut found);
            }
        }
        let mut names: Vec<&str> = found.iter().map(|record| record.name).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!((all, names.len()), (Shapes::of(OPERATIONS).records.len(), all));
    }
}
