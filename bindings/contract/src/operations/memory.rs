//! `memory.*`: what people's verdicts teach, as bytes that the host keeps.

use super::shared::{memory_of, raw};
use crate::call::Call;
use crate::fault::Fault;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Bytes, List, Of, Text};
use crate::schema::{Field, check, learning, may, must};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use payymo::matching::{Feedback, Memory};
use serde::Serialize;
use serde_json::value::RawValue;

const MEMORY: Field = may("memory", Bytes, "What was learnt before; without it nothing.");
const MUST_MEMORY: Field = must("memory", Bytes, "What was learnt before.");
const FEEDBACK: Field =
    must("feedback", List(&learning::FEEDBACK_ROW), "Verdicts; give each once: twice counts twice.");

/// Errors of operations that read a memory.
const ERRORS: &[&str] = &["memory.version", "memory.syntax"];
/// The same of those that read verdicts too.
const ERRORS_OF_VERDICTS: &[&str] = &[
    "memory.version",
    "memory.syntax",
    "input.missing",
    "input.bad_field",
    "input.bad_date",
    "input.float_money",
    "money.syntax",
    "money.overflow",
    "money.precision",
    "money.currency_unknown",
    "money.currency_mismatch",
    "format.json.syntax",
];

fn written(call: &Call<'_>, memory: &Memory) -> Result<Vec<u8>, Fault> {
    call.answer(&STANDARD.encode(memory.encode()))
}

fn read(call: &Call<'_>) -> Result<Memory, Fault> {
    Ok(memory_of(call, "memory")?.unwrap_or_default())
}

fn verdicts(call: &Call<'_>) -> Result<Vec<Feedback>, Fault> {
    let list = call.must::<Vec<Box<RawValue>>>("feedback")?;
    let read = |(at, raw): (usize, Box<RawValue>)| {
        let path = check::pointer("/feedback", &at.to_string());
        Feedback::from_json(raw.get()).map_err(|error| {
            let field = format!("{path}{}", error.place().field.as_deref().unwrap_or_default());
            error.at_field(field).into()
        })
    };
    list.into_iter().enumerate().map(read).collect()
}

pub static LEARN: Operation = Operation {
    name: "memory.learn",
    doc: "Learns from verdicts: who pays for whom, how customers name what they pay and when, what banks take, how often each \
          kind of evidence was right. What was rejected is not proposed again. Answers the memory to keep.",
    request: &[MEMORY, FEEDBACK],
    answer: Answer::One(Bytes),
    errors: ERRORS_OF_VERDICTS,
    run: Run::Function(|call| {
        let mut memory = read(call)?;
        verdicts(call)?.iter().for_each(|feedback| memory.learn(feedback));
        written(call, &memory)
    }),
};

pub static UNLEARN: Operation = Operation {
    name: "memory.unlearn",
    doc: "Forgets what verdicts taught: the memory is as if they had never been learnt.",
    request: &[MUST_MEMORY, FEEDBACK],
    answer: Answer::One(Bytes),
    errors: ERRORS_OF_VERDICTS,
    run: Run::Function(|call| {
        let mut memory = read(call)?;
        verdicts(call)?.iter().for_each(|feedback| memory.unlearn(feedback));
        written(call, &memory)
    }),
};

pub static MERGE: Operation = Operation {
    name: "memory.merge",
    doc: "Adds up what several memories have learnt from different verdicts.",
    request: &[must("memories", List(&Bytes), "The memories that become one.")],
    answer: Answer::One(Bytes),
    errors: ERRORS,
    run: Run::Function(|call| {
        let mut memory = Memory::new();
        for bytes in call.blobs("memories")? {
            memory.merge(&Memory::decode(&raw(&bytes))?);
        }
        written(call, &memory)
    }),
};

pub static FORGET_CUSTOMER: Operation = Operation {
    name: "memory.forget_customer",
    doc: "Forgets all that was learnt of a customer, who has a right to it.",
    request: &[MUST_MEMORY, must("customer", Text, "The host's id of the customer.")],
    answer: Answer::One(Bytes),
    errors: ERRORS,
    run: Run::Function(|call| {
        let mut memory = read(call)?;
        memory.forget_customer(&call.must::<String>("customer")?);
        written(call, &memory)
    }),
};

pub static MERGE_CUSTOMERS: Operation = Operation {
    name: "memory.merge_customers",
    doc: "What was learnt of one customer is another's from now on: the host found that they are one.",
    request: &[
        MUST_MEMORY,
        must("from", Text, "Id of the customer who is no more."),
        must("into", Text, "Id of the customer who stays."),
    ],
    answer: Answer::One(Bytes),
    errors: ERRORS,
    run: Run::Function(|call| {
        let mut memory = read(call)?;
        memory.merge_customers(&call.must::<String>("from")?, &call.must::<String>("into")?);
        written(call, &memory)
    }),
};

#[derive(Serialize)]
struct Info {
    entries: usize,
    digest: String,
}

pub static INFO: Operation = Operation {
    name: "memory.info",
    doc: "What is to be said of a memory without reading it.",
    request: &[MUST_MEMORY],
    answer: Answer::One(Of(&learning::MEMORY_INFO)),
    errors: ERRORS,
    run: Run::Function(|call| {
        let memory = read(call)?;
        call.answer(&Info { entries: memory.len(), digest: memory.digest() })
    }),
};
