//! Rows as JSON Lines.

use crate::error::{Code, Error};
use serde::Serialize;

/// Rows as JSON Lines, one a line, fields in the contract's order: what [`read`](crate::format::read()) reads back.
///
/// ```
/// use payymo::format;
/// let report = format::read(br#"[{"id": "1042", "total": "120", "currency": "GBP"}]"#, &Default::default())?;
/// let lines = format::write_json_lines(&report.invoices)?;
/// assert!(lines.starts_with(r#"{"id":"1042","kind":"invoice","total":"120.00""#));
/// assert!(format::read(lines.as_bytes(), &Default::default())?.invoices == report.invoices);
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `format.json.bad_row` for a value that JSON cannot hold; rows of the contract always can be written.
pub fn write_json_lines<'a, T: Serialize + 'a>(
    rows: impl IntoIterator<Item = &'a T>,
) -> Result<String, Error> {
    let mut lines = String::new();
    for row in rows {
        let line = serde_json::to_string(row)
            .map_err(|_| Error::new(Code::JsonBadRow, "a value that JSON cannot hold"))?;
        lines.push_str(&line);
        lines.push('\n');
    }
    Ok(lines)
}
