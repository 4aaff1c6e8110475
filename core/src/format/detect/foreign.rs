//! Formats that are known and have no reader, and things that are no statement: named, with what to do instead.

use super::super::look::Look;
use crate::error::{Code, Error};

const INSTEAD: &str = "export camt.053 or CSV instead";

fn unsupported(what: &str, instead: &str) -> Error {
    Error::new(Code::FormatUnsupported, format!("{what} cannot be read: {instead}"))
}

/// By the first bytes.
pub(super) fn binary(bytes: &[u8]) -> Option<Error> {
    let marks: [(&[u8], &str, &str); 9] = [
        (b"%PDF-", "a PDF", INSTEAD),
        (b"PK\x03\x04", "a ZIP archive or an XLSX or ODS sheet", "unpack it, or save the sheet as CSV"),
        (b"PK\x05\x06", "an empty ZIP archive", INSTEAD),
        (b"\x1f\x8b", "gzip-compressed content", "decompress it first"),
        (b"BZh", "bzip2-compressed content", "decompress it first"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
        (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", "save the sheet as CSV"),
        (b"\x89PNG", "a PNG picture", INSTEAD),
        (b"\xff\xd8\xff", "a JPEG picture", INSTEAD),
    ];
    marks
        .iter()
        .find(|(mark, ..)| bytes.starts_with(mark))
        .map(|(_, what, instead)| unsupported(what, instead))
}

/// By the start of its text.
pub(super) fn known(look: &Look<'_>) -> Option<Error> {
    if look.is_json() {
        return None;
    }
    if look.is_markup() {
        let mut elements = look.elements().iter().enumerate();
        let known = elements.find_map(|(at, found)| element(found.name, at == 0));
        return known.or_else(|| markup(look.text));
    }
    lines(look.text)
}

/// By an element of XML; `first` for the root.
fn element(name: &str, first: bool) -> Option<Error> {
    let what = match name {
        "CstmrCdtTrfInitn" => "pain.001 (an order to pay, not a statement)",
        "CstmrPmtStsRpt" => "pain.002 (a status report, not a statement)",
        "CstmrDrctDbtInitn" => "pain.008 (an order to collect, not a statement)",
        "CrossIndustryDocument" => {
            return Some(unsupported("a ZUGFeRD 1 invoice", "export it as ZUGFeRD 2, Factur-X or XRechnung"));
        }
        "whmcsapi" => {
            return Some(unsupported("WHMCS's XML answer", "call the API with responsetype=json"));
        }
        "html" | "HTML" if first => {
            return Some(Error::new(
                Code::FormatUnknown,
                "an HTML page, perhaps a login or an error page instead of the export: fetch the file again",
            ));
        }
        _ => return None,
    };
    Some(unsupported(what, INSTEAD))
}

/// By the text of markup that is no XML: SGML, HTML.
fn markup(text: &str) -> Option<Error> {
    let start: String = text.chars().take(200).collect::<String>().to_ascii_lowercase();
    let html = start.starts_with("<!doctype html") || start.contains("<html");
    html.then(|| element("html", true)).flatten()
}

/// By the marks of lines.
fn lines(text: &str) -> Option<Error> {
    text.starts_with("{1:").then(|| unsupported("a SWIFT MT message", INSTEAD))
}
