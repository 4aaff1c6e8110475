//! What was learnt before, and what people have said since.
//!
//! Nothing is learnt from what the engine itself proposes: only from verdicts.

use crate::args::{Args, In};
use crate::load::{Inputs, bytes_of, name_of};
use crate::safe;
use payymo::matching::{Feedback, Memory};

/// The memory to work with; `None` where none is asked for.
pub fn memory(args: &Args, inputs: &Inputs) -> Result<Option<Memory>, String> {
    if args.memory.is_none() && args.feedback.is_empty() && args.memory_out.is_none() {
        return Ok(None);
    }
    let mut memory = match &args.memory {
        Some(file) => Memory::decode(&bytes_of(file)?)
            .map_err(|error| format!("{}: {}", name_of(file), safe::terminal(&error.to_string())))?,
        None => Memory::new(),
    };
    for file in &args.feedback {
        verdicts(file, inputs)?.iter().for_each(|feedback| memory.learn(feedback));
    }
    Ok(Some(memory))
}

/// The verdicts of a file, one a line.
fn verdicts(file: &In, inputs: &Inputs) -> Result<Vec<Feedback>, String> {
    let bytes = bytes_of(file)?;
    let wrong = |line: usize, said: &str| format!("{}, line {line}: {}", name_of(file), safe::terminal(said));
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let mut out = Vec::new();
    for (line, bytes) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let text = str::from_utf8(bytes).map_err(|_| wrong(line, "text that is not UTF-8"))?.trim();
        if text.is_empty() {
            continue;
        }
        let feedback = Feedback::from_json(text).map_err(|error| wrong(line, &error.to_string()))?;
        let feedback = feedback.with_rows(&inputs.transactions, &inputs.invoices);
        let (rows, items) = (feedback.transactions_missing(), feedback.invoices_missing());
        if let Some(id) = rows.first().or(items.first()) {
            let said = format!("no row of {id}: give it with the verdict, or the file that holds it");
            return Err(wrong(line, &said));
        }
        out.push(feedback);
    }
    if out.is_empty() {
        return Err(format!("{}: yields no verdict", name_of(file)));
    }
    Ok(out)
}
