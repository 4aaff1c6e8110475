//! Rows by id, each id once.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the rows given

use crate::error::{Code, Error};

/// The rows to use, by id. The same id with the same content counts once; with other content no row of it is used.
pub(crate) fn unique<T: PartialEq>(
    rows: &[T],
    what: &str,
    id: impl Fn(&T) -> &str,
    errors: &mut Vec<Error>,
) -> Vec<u32> {
    // Most ids differ in their first bytes: these are compared without a look at the rows.
    let head = |row: &T| {
        let mut head = [0; 16];
        id(row).bytes().zip(&mut head).for_each(|(byte, place)| *place = byte);
        u128::from_be_bytes(head)
    };
    let mut order: Vec<(u128, u32)> = rows.iter().zip(0..).map(|(row, at)| (head(row), at)).collect();
    order.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| id(&rows[a.1 as usize]).cmp(id(&rows[b.1 as usize]))).then(a.1.cmp(&b.1))
    });
    let order: Vec<u32> = order.into_iter().map(|(_, row)| row).collect();
    let mut out = Vec::with_capacity(order.len());
    for group in order.chunk_by(|a, b| id(&rows[*a as usize]) == id(&rows[*b as usize])) {
        let first = &rows[group[0] as usize];
        if group[1..].iter().all(|row| rows[*row as usize] == *first) {
            out.push(group[0]);
        } else {
            let message =
                format!("{} rows of one {what} id with different content: none of them is used", group.len());
            errors.push(Error::new(Code::InputDuplicateId, message).at_field("id").at_row(id(first)));
        }
    }
    out
}
