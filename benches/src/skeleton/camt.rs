//! camt.053 by quick-xml's pull reader.

use super::{Row, code, iso, minor};
use quick_xml::Reader;
use quick_xml::events::Event;

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Tag {
    #[default]
    Other,
    Entry,
    Amount,
    Direction,
    BookingDate,
    ValueDate,
    Date,
    Reference,
    Name,
    Iban,
    Text,
}

fn tag(name: &str) -> Tag {
    match name {
        "Ntry" => Tag::Entry,
        "Amt" => Tag::Amount,
        "CdtDbtInd" => Tag::Direction,
        "BookgDt" => Tag::BookingDate,
        "ValDt" => Tag::ValueDate,
        "Dt" => Tag::Date,
        "AcctSvcrRef" => Tag::Reference,
        "Nm" => Tag::Name,
        "IBAN" => Tag::Iban,
        "Ustrd" => Tag::Text,
        _ => Tag::Other,
    }
}

/// Reads the entries.
pub fn read(bytes: &[u8]) -> Vec<Row> {
    let Ok(text) = core::str::from_utf8(bytes) else { return Vec::new() };
    let mut reader = Reader::from_str(text);
    let (mut rows, mut row, mut path) = (Vec::new(), Row::default(), Vec::<Tag>::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let tag = tag(start.local_name().as_ref());
                if tag == Tag::Amount
                    && let Ok(Some(currency)) = start.try_get_attribute("Ccy")
                {
                    row.currency = code(currency.value.as_bytes());
                }
                path.push(tag);
            }
            Ok(Event::End(_)) => {
                if path.pop() == Some(Tag::Entry) {
                    rows.push(core::mem::take(&mut row));
                }
            }
            Ok(Event::Text(text)) => {
                let [.., parent, tag] = path.as_slice() else { continue };
                match (parent, tag) {
                    (Tag::Entry, Tag::Amount) => row.amount = minor(text.as_bytes()),
                    (Tag::Entry, Tag::Direction) if &*text == "DBIT" => row.amount = -row.amount,
                    (Tag::BookingDate, Tag::Date) => row.booked_on = iso(text.as_bytes()),
                    (Tag::ValueDate, Tag::Date) => row.value_on = iso(text.as_bytes()),
                    (_, Tag::Reference) => row.reference = text.to_string(),
                    (_, Tag::Name) => row.name = text.to_string(),
                    (_, Tag::Iban) => row.account = text.to_string(),
                    (_, Tag::Text) => row.text = text.to_string(),
                    _ => {}
                }
            }
            Ok(Event::Eof) | Err(_) => return rows,
            Ok(_) => {}
        }
    }
}
