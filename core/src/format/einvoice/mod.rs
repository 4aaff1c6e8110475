//! Electronic invoices of EN 16931, in both of its syntaxes: UBL 2.1 and UN/CEFACT Cross Industry Invoice.
//!
//! # Design
//! Each invoice becomes a tree, and the tree a `Document`: the business terms (BT) that tell what is owed, by whom, and under
//! which numbers it will be paid. What these terms mean is settled once for both syntaxes (`invoice`, `totals`,
//! `discount`). Elements are found by local name, whatever prefix; namespaces tell the format and nothing else. Invoices may
//! follow each other, and stand in an envelope (SBDH). One that cannot be read costs one error. Files within an invoice are
//! passed over, so that only their own length bounds them.
//!
//! The document does not say whether the host is its seller or its buyer: it is read as the seller's, since open invoices are
//! what payments are matched to. The seller's name is in the metadata.
//!
//! Source: EN 16931-1:2017, "Semantic data model of the core elements of an electronic invoice", and what the parts name.

mod cii;
mod day;
mod discount;
mod document;
mod invoice;
mod kind;
mod totals;
mod ubl;

#[cfg(test)]
mod tests;

use super::FieldPath;
use super::look::{CERTAIN, Confidence, Look};
use super::reading::{Out, Reader, Stop};
use super::xml::{Node, OpenNames, Record, Scanner, Token, Tree};
use crate::error::{Code, Error};
use core::ops::Range;
use document::{Document, clean};
use std::sync::Arc;

/// Invoices that cannot be read, after which reading stops: the rest would say the same.
const ERRORS: usize = 10_000;

/// Bytes of one invoice with the files in it. Networks for invoices take up to some 20 MB.
const LONGEST: usize = 64 << 20;

/// Files within an invoice.
const FILES: &[&str] =
    &["EmbeddedDocumentBinaryObject", "AttachmentBinaryObject", "BinaryObject", "IncludedBinaryObject"];

/// Namespaces of UBL's documents.
const UBL: [&str; 2] = [
    "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
];

/// How sure the start of an input is of UBL: by an invoice's element and a namespace on it or around it.
pub(super) fn looks_ubl(look: &Look<'_>) -> Confidence {
    let elements = || look.elements().iter();
    let named = elements().any(|found| matches!(found.name, "Invoice" | "CreditNote"));
    let spaced = elements().any(|found| UBL.iter().any(|space| found.attributes.contains(space)));
    if (named && spaced) || hidden(look, &UBL) { CERTAIN } else { 0 }
}

/// How sure the start of an input is of a Cross Industry Invoice: its element's name is its own.
pub(super) fn looks_cii(look: &Look<'_>) -> Confidence {
    let named = look.elements().iter().any(|found| found.name == "CrossIndustryInvoice");
    if named || hidden(look, &["CrossIndustryInvoice"]) { CERTAIN } else { 0 }
}

/// A document type hides what follows: the reader refuses it by its own code.
fn hidden(look: &Look<'_>, marks: &[&str]) -> bool {
    look.is_markup() && look.elements().is_empty() && marks.iter().any(|mark| look.text.contains(mark))
}

/// The root elements of invoices, with how each is read.
type Read = for<'t, 'a> fn(Node<'t, 'a>) -> Result<Document<'t>, Error>;
const ROOTS: [(&str, Read); 3] =
    [("Invoice", ubl::read), ("CreditNote", ubl::read), ("CrossIndustryInvoice", cii::read)];

/// Reads invoices of either syntax, alone, in a row, or in an envelope.
#[derive(Default)]
pub(crate) struct Einvoice {
    open: OpenNames,
    /// Invoices so far, by root element.
    counts: [u64; 3],
    errors: usize,
    /// Where an invoice ends is not known: nothing more is read.
    lost: bool,
}

impl Reader for Einvoice {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        if self.lost {
            return Ok(out.text().len());
        }
        let done = self.walk(out)?;
        if out.is_last() && self.counts == [0; 3] {
            let said =
                "XML without an invoice: neither UBL's Invoice or CreditNote nor a CrossIndustryInvoice";
            return Err(Stop::Refused(Error::new(Code::FormatUnknown, said)));
        }
        Ok(done)
    }
}

impl Einvoice {
    fn walk(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let text = out.text();
        let mut scanner = Scanner::within(text, core::mem::take(&mut self.open));
        let mut tree = Tree::without(FILES);
        loop {
            let (start, depth) = (scanner.behind_comments(), scanner.depth());
            match scanner.next() {
                Ok(opened @ Token::Open { name, .. }) => {
                    let Some(kind) = ROOTS.iter().position(|root| root.0 == name) else { continue };
                    // An invoice is looked at within its bound, however much text there is.
                    let window = window(text, start);
                    let last = out.is_last() && window.len() == text.len();
                    let (at, within) = (scanner.position(), scanner.depth());
                    let mut inner = Scanner::within(window, scanner.into_open());
                    inner.resume(at, within);
                    let record = tree.record(&mut inner, start, opened, last).map_err(Stop::Refused)?;
                    let (end, within) = (inner.position(), inner.depth());
                    scanner = Scanner::within(text, inner.into_open());
                    scanner.resume(end, within);
                    match record {
                        Record::Whole => self.take(kind, tree.root(), start..end, out),
                        Record::More if window.len() < text.len() => {
                            return Err(Stop::Ended(too_large(start, window)));
                        }
                        Record::More => {
                            self.open = scanner.into_open();
                            return Ok(start);
                        }
                        Record::Broken(error) => {
                            out.record();
                            let path = self.path(kind).to_string();
                            self.refuse(error.at_field(path), out);
                        }
                        Record::Lost(error) => {
                            out.record();
                            let path = self.path(kind).to_string();
                            self.refuse(error.at_field(path), out);
                            self.lost = true;
                            return Ok(text.len());
                        }
                    }
                    if self.errors >= ERRORS {
                        let said = format!("{ERRORS} invoices could not be read: reading stopped");
                        return Err(Stop::Ended(Error::new(Code::FormatTooLarge, said)));
                    }
                }
                Ok(Token::End) => return Ok(scanner.position()),
                Ok(_) => {}
                Err(error) if error.code() == Code::FormatTruncated && !out.is_last() => {
                    scanner.resume(start, depth);
                    self.open = scanner.into_open();
                    return Ok(start);
                }
                Err(error) if error.code() == Code::XmlDoctype => return Err(Stop::Refused(error)),
                Err(error) => return Err(Stop::Ended(error)),
            }
        }
    }

    /// Reads an invoice that is well-formed.
    fn take(&mut self, kind: usize, root: Node<'_, '_>, bytes: Range<usize>, out: &mut Out<'_>) {
        out.record();
        let path = self.path(kind);
        let mut warnings = Vec::new();
        let mut row = None;
        let read = ROOTS.get(kind).map_or(ubl::read as Read, |root| root.1);
        let invoice = read(root).and_then(|document| {
            row = document.number.map(clean);
            invoice::invoice(&document, out.options(), &mut warnings)
        });
        let placed = |error: Error| {
            let field = match &error.place().field {
                Some(field) if !field.is_empty() => format!("{path}/{field}"),
                _ => path.to_string(),
            };
            let error = error.at_bytes(bytes.start as u64..bytes.end as u64).at_field(field);
            match &row {
                Some(row) => error.at_row(row),
                None => error,
            }
        };
        warnings.into_iter().for_each(|warning| out.warn(placed(warning)));
        match invoice {
            Ok(invoice) => {
                let place = out.place(bytes.clone(), path.clone());
                out.invoice(invoice, place);
            }
            Err(error) => self.refuse(placed(error), out),
        }
    }

    /// Path of the invoice that comes.
    fn path(&mut self, kind: usize) -> FieldPath {
        let count = self.counts.get_mut(kind).map_or(0, |count| {
            *count = count.saturating_add(1);
            *count
        });
        let name = ROOTS.get(kind).map_or("", |root| root.0);
        let list: Arc<str> = format!("{name}[").into();
        FieldPath::element(&list, count)
    }

    fn refuse(&mut self, error: Error, out: &mut Out<'_>) {
        self.errors += 1;
        out.refuse(error);
    }
}

/// The text up to where an invoice that begins at `start` must have ended.
fn window(text: &str, start: usize) -> &str {
    let mut end = text.len().min(start.saturating_add(LONGEST));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

fn too_large(start: usize, window: &str) -> Error {
    Error::new(Code::FormatTooLarge, format!("an invoice beyond {LONGEST} bytes"))
        .at_bytes(start as u64..window.len() as u64)
}
