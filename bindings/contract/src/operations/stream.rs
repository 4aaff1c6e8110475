//! `stream.*`: an input that comes in pieces.

use super::documents::Rows;
use super::format::{NAME, OPTIONS, PLACES, READ_ERRORS};
use crate::call::Call;
use crate::fault::{BorderCode, Fault};
use crate::handle::{Handle, Reading};
use crate::operation::{Answer, Document, Operation, Run};
use crate::schema::Type::{Bytes, Of};
use crate::schema::{must, values};
use payymo::format::{Format, ReadOptions, Report, Summary};
use serde::Serialize;

pub static NEW: Operation = Operation {
    name: "stream.new",
    doc: "Begins to read an input that comes in pieces: for what is larger than memory, or arrives over a network. Its rows \
          are those that `format.read` answers for the whole, however it is cut.",
    request: &[OPTIONS, NAME, PLACES],
    answer: Answer::Nothing,
    errors: &["input.options"],
    run: Run::Open(|call| {
        let options: ReadOptions = call.maybe("options")?.unwrap_or_default();
        let reading = Reading::new(options, call.maybe("name")?, call.maybe("places")?.unwrap_or(true))?;
        Ok((Handle::Stream(Box::new(reading)), call.answer(&())?))
    }),
};

pub static PUSH: Operation = Operation {
    name: "stream.push",
    doc: "Reads the next bytes, and answers the rows that they completed.",
    request: &[must("content", Bytes, "The next bytes of the input, as many as there are.")],
    answer: Answer::One(Of(&values::STREAM_BATCH)),
    errors: READ_ERRORS,
    run: Run::Stream(|reading, call| {
        let content = call.blob("content")?.unwrap_or_default();
        let stream = reading.stream.as_mut().ok_or_else(ended)?;
        stream.push(&content, &mut reading.rows)?;
        answer(reading, None, call)
    }),
};

pub static FINISH: Operation = Operation {
    name: "stream.finish",
    doc: "Reads what is left, after the last bytes, and answers the last rows and what the input was.",
    request: &[],
    answer: Answer::One(Of(&values::STREAM_BATCH)),
    errors: READ_ERRORS,
    run: Run::Stream(|reading, call| {
        let stream = reading.stream.take().ok_or_else(ended)?;
        let summary = stream.finish(&mut reading.rows)?;
        answer(reading, Some(summary), call)
    }),
};

fn ended() -> Fault {
    Fault::new(BorderCode::Handle, "this stream has ended: begin another")
}

#[derive(Serialize)]
struct Batch<'a> {
    #[serde(flatten)]
    rows: Rows<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<SummaryRow>,
}

#[derive(Serialize)]
struct SummaryRow {
    format: Format,
    records: u64,
    refused: u64,
    says_empty: bool,
}

fn answer(reading: &mut Reading, summary: Option<Summary>, call: &mut Call<'_>) -> Result<Document, Fault> {
    let mut rows: Report = core::mem::take(&mut reading.rows);
    let summary = summary.map(|summary| SummaryRow {
        format: summary.format,
        records: summary.records,
        refused: summary.refused,
        says_empty: summary.says_empty,
    });
    call.answer(&Batch { rows: Rows::of(&mut rows, reading.name.as_deref(), reading.places), summary })
}
