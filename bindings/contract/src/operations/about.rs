//! `library.*`: what the library is.

use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::Of;
use crate::schema::values;
use serde::Serialize;

#[derive(Serialize)]
struct About {
    version: &'static str,
    contract: u32,
    parameters: &'static str,
    operations: Vec<&'static str>,
}

pub static ABOUT: Operation = Operation {
    name: "library.about",
    doc: "The versions of the library, of its documents and of its parameters, and what it can do.",
    request: &[],
    answer: Answer::One(Of(&values::ABOUT)),
    errors: &[],
    run: Run::Function(|call| {
        call.answer(&About {
            version: env!("CARGO_PKG_VERSION"),
            contract: 1,
            parameters: payymo::matching::PARAMETERS,
            operations: super::OPERATIONS.iter().map(|operation| operation.name).collect(),
        })
    }),
};
