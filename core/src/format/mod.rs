//! Readers: bytes of banks, gateways and billing systems to the canonical model.
//!
//! A reader never does I/O and never panics; a bad record costs one error with its place, not the file.
//!
//! # Design
//! One file a format, each with `read(bytes, options) -> Result<Report, Error>`: `Err` only where the whole input is
//! unusable. [`read`] tells the format by content ([`detect`](detect())) and hands the bytes on. A reader turns bytes
//! into text with `encoding`, writes rows with the methods of [`Report`], and says what it assumed in `warnings`.

mod camt053;
mod canonical;
pub mod csv;
mod detect;
mod encoding;
mod gocardless;
mod json;
mod options;
mod report;
mod stripe;
mod whmcs;
mod xml;

pub use canonical::write_json_lines;
pub use detect::{Detection, Format, detect};
pub use options::ReadOptions;
pub use report::{Balance, BalanceKind, Report};

use crate::error::{Code, Error};

/// Reads an input of any supported format.
///
/// An input without any row is an error, unless it says itself that it is empty (a statement of a day without
/// entries, a list with nothing in it) or has balances: that is a report without rows and with a warning
/// `format.no_rows`.
///
/// # Errors
/// Where the whole input is unusable: `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`,
/// `input.options`, and those of the format. What is wrong with one record is in [`Report::errors`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    if options.utc_offset_minutes.unsigned_abs() > 24 * 60 {
        return Err(Error::new(
            Code::InputOptions,
            "utc_offset_minutes is beyond a day: give minutes east of UTC",
        ));
    }
    let format = match options.format {
        Some(format) => format,
        None => detect(bytes)?.format,
    };
    let mut report = match format {
        Format::Canonical => canonical::read(bytes, options),
        Format::Gocardless => gocardless::read(bytes, options),
        Format::Stripe => stripe::read(bytes, options),
        Format::Camt053 => camt053::read(bytes, options),
        Format::Csv => csv::read(bytes, options),
        Format::Whmcs => whmcs::read(bytes, options),
    }?;
    if !report.has_rows() && report.errors.is_empty() {
        // Balances alone, or a list that is there and empty: an answer, but never a silent one.
        if report.balances.is_empty() && !report.says_empty {
            return Err(Error::new(Code::FormatNoRows, format!("no row in this {}", format.name())));
        }
        report.warn(Error::new(Code::FormatNoRows, format!("this {} holds no rows", format.name())));
    }
    Ok(report)
}
