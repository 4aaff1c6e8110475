//! Halves of characters in JSON: escapes of one unit of a surrogate pair without the other, as where a bank cut a text
//! between them (RFC 8259, section 8.2).
//!
//! # Design
//! No parser takes them, and with the text its record would be lost. The escape of U+FFFD is as long: it is written over
//! them in the text before any reader sees it, so that all places stay those of the input. Escapes are looked at one after
//! the other, so that what is escaped itself (`\\ud83d`) is none.

use crate::error::{Code, Error};
use memchr::memchr;
use std::borrow::Cow;
use std::collections::VecDeque;

/// Bytes of an escape: `\ud83d`.
const ESCAPE: usize = 6;
/// What stands in the place of a half.
const MARK: &str = "\\ufffd";

/// Halves that were found in the text of an input.
#[derive(Default)]
pub(crate) struct Halves {
    /// Whether the text is JSON; not known before its first character.
    is_json: Option<bool>,
    /// Bytes of the whole text before which all was looked at.
    seen: u64,
    /// Halves in what was read.
    read: u64,
    /// Where the others stand in the whole text.
    places: VecDeque<u64>,
}

/// What an escape is.
enum Unit {
    First,
    Second,
    Other,
    /// Its end is to come.
    Cut,
}

impl Halves {
    /// `may`: whether the format is one of JSON.
    pub(super) fn new(may: bool) -> Self {
        Halves { is_json: (!may).then_some(false), ..Halves::default() }
    }

    /// The next half in a text that begins `before` bytes into the whole text. `last`: nothing follows behind it.
    pub(super) fn next(&mut self, text: &str, before: u64, last: bool) -> Option<usize> {
        let from = usize::try_from(self.seen.saturating_sub(before)).unwrap_or(usize::MAX);
        if self.is_json.is_none() {
            let first = text.get(from..).unwrap_or_default().trim_start().bytes().next();
            self.is_json = first.map(|first| matches!(first, b'{' | b'['));
        }
        match self.is_json {
            Some(true) => {}
            Some(false) => return None,
            // White space alone.
            None => {
                self.seen = before + text.len() as u64;
                return None;
            }
        }
        let (half, seen) = next(text.as_bytes(), from, last);
        self.seen = before + seen as u64;
        self.places.extend(half.map(|half| before + half as u64));
        half
    }

    /// Writes over the halves of a text; the rest as for [`next`](Self::next).
    pub(super) fn mend(&mut self, text: &mut String, before: u64, last: bool) {
        while let Some(half) = self.next(text, before, last) {
            text.replace_range(half..half + ESCAPE, MARK);
        }
    }

    /// A whole text without halves; a copy only if it has one.
    pub(super) fn mended<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        let Some(half) = self.next(text, 0, true) else { return Cow::Borrowed(text) };
        let mut text = text.to_owned();
        text.replace_range(half..half + ESCAPE, MARK);
        self.mend(&mut text, 0, true);
        Cow::Owned(text)
    }

    /// Marks so many bytes of the whole text as read.
    pub(super) fn pass(&mut self, bytes: u64) {
        while self.places.front().is_some_and(|place| *place < bytes) {
            self.places.pop_front();
            self.read += 1;
        }
    }

    /// Forgets what stands behind the place of the whole text at which reading ended, if it ended before.
    pub(crate) fn end(&mut self, at: Option<u64>) {
        if let Some(at) = at {
            self.places.retain(|place| *place < at);
        }
    }

    /// What is said of them.
    pub(crate) fn warning(&self) -> Option<Error> {
        let count = self.read + self.places.len() as u64;
        let said =
            format!("{count} × half of a character (a lone surrogate) in a text: U+FFFD stands in its place");
        (count > 0).then(|| Error::new(Code::FormatEncoding, said))
    }
}

/// The next half from a place that is not within an escape, and up to where all was looked at.
fn next(bytes: &[u8], from: usize, last: bool) -> (Option<usize>, usize) {
    let mut at = from;
    while let Some(found) = memchr(b'\\', bytes.get(at..).unwrap_or_default()) {
        let start = at + found;
        at = match unit(bytes, start) {
            Unit::Cut if !last => return (None, start),
            // Over the character that is escaped.
            Unit::Cut | Unit::Other => start + 2,
            Unit::Second => return (Some(start), start + ESCAPE),
            Unit::First => match unit(bytes, start + ESCAPE) {
                Unit::Second => start + 2 * ESCAPE,
                Unit::Cut if !last => return (None, start),
                _ => return (Some(start), start + ESCAPE),
            },
        };
    }
    (None, bytes.len().max(from))
}

/// The escape that begins at a place.
fn unit(bytes: &[u8], start: usize) -> Unit {
    let escape = bytes.get(start..).unwrap_or_default();
    let escape = escape.get(..ESCAPE).unwrap_or(escape);
    let fits = |(nth, byte): (usize, &u8)| match nth {
        0 => *byte == b'\\',
        1 => *byte == b'u',
        2 => matches!(byte, b'd' | b'D'),
        _ => byte.is_ascii_hexdigit(),
    };
    if !escape.iter().enumerate().all(fits) {
        return Unit::Other;
    }
    match escape.get(3) {
        _ if escape.len() < ESCAPE => Unit::Cut,
        Some(b'8' | b'9' | b'a' | b'b' | b'A' | b'B') => Unit::First,
        Some(b'c'..=b'f' | b'C'..=b'F') => Unit::Second,
        _ => Unit::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::testing::read_as;
    use crate::format::{Format, ReadOptions, Report, Stream, read};
    use proptest::prelude::*;

    /// A row of each format, with a name.
    const ROWS: [(Format, &str); 9] = [
        (
            Format::Gocardless,
            r#"{"transactionId": "a1", "bookingDate": "2026-03-04", "transactionAmount": {"amount": "1", "currency": "EUR"}, "debtorName": "NAME", "remittanceInformationUnstructuredArray": ["NAME", "x"]}"#,
        ),
        (
            Format::GocardlessPro,
            r#"{"payments": [{"id": "PM1", "created_at": "2026-03-01T09:30:00.000Z", "charge_date": "2026-03-04", "amount": 500, "currency": "GBP", "status": "confirmed", "scheme": "bacs", "description": "NAME", "links": {"mandate": "MD1"}, "metadata": {"who": "NAME"}}]}"#,
        ),
        (
            Format::Stripe,
            r#"{"id": "re_1", "object": "refund", "amount": 2000, "currency": "eur", "created": 1772668800, "status": "succeeded", "charge": "ch_1", "reason": "NAME", "metadata": {"who": "NAME"}}"#,
        ),
        (
            Format::Whmcs,
            r#"{"id": "1042", "userid": 7, "companyname": "NAME", "date": "2026-03-01", "total": "12.00", "status": "Unpaid", "currencycode": "GBP"}"#,
        ),
        (
            Format::OpenBankingUk,
            r#"{"AccountId": "1", "TransactionId": "2", "Amount": {"Amount": "10.00", "Currency": "GBP"}, "CreditDebitIndicator": "Credit", "Status": "Booked", "BookingDateTime": "2026-03-04T10:43:07+00:00", "TransactionInformation": "NAME", "DebtorAccount": {"Name": "NAME"}}"#,
        ),
        (
            Format::Paypal,
            r#"{"transaction_info": {"transaction_id": "1", "transaction_event_code": "T0006", "transaction_initiation_date": "2026-03-04T22:30:00+0000", "transaction_amount": {"currency_code": "USD", "value": "1.00"}, "transaction_status": "S", "transaction_subject": "NAME"}, "payer_info": {"payer_name": {"surname": "NAME"}}}"#,
        ),
        (
            Format::Wise,
            r#"{"type": "CREDIT", "date": "2026-03-04T23:30:05.832Z", "amount": {"value": 1.00, "currency": "EUR"}, "totalFees": {"value": 0.00, "currency": "EUR"}, "details": {"type": "DEPOSIT", "senderName": "NAME", "paymentReference": "NAME"}, "runningBalance": {"value": 500.1, "currency": "EUR"}, "referenceNumber": "TRANSFER-1"}"#,
        ),
        (
            Format::Plaid,
            r#"{"account_id": "A1", "transaction_id": "T1", "amount": 1, "iso_currency_code": "USD", "date": "2026-03-04", "name": "NAME", "payment_meta": {"payer": "NAME"}}"#,
        ),
        (
            Format::Canonical,
            r#"{"id": "t1", "booked_on": "2026-03-04", "amount": "1.00", "currency": "EUR", "remittance": "NAME", "counterparty": {"name": "NAME"}}"#,
        ),
    ];

    fn told(report: &Report) -> String {
        serde_json::to_string(&(&report.transactions, &report.invoices)).unwrap()
    }

    #[test]
    fn every_reader_keeps_the_row() {
        for (format, row) in ROWS {
            for text in [format!("[{row}]"), format!("[\n{}]", row.replace(", ", ",\n"))] {
                let reads = |name: &str| {
                    let text = text.replace("NAME", name);
                    read_as(format, text.as_bytes(), &ReadOptions::default()).unwrap()
                };
                let mut cut = reads(r"Ann \ud83d");
                let said: Vec<_> = cut.warnings.iter().map(ToString::to_string).collect();
                assert!(cut.errors.is_empty() && cut.has_rows(), "{text} {:?}", cut.errors);
                assert!(told(&cut).contains("Ann \u{fffd}"), "{text}");
                let count = text.matches("NAME").count();
                let half = cut.warnings.pop().unwrap();
                assert!(half.code() == Code::FormatEncoding, "{said:?}");
                assert!(half.message().starts_with(&format!("{count} × half")), "{said:?}");
                // The same places too.
                assert_eq!(cut, reads(r"Ann \ufffd"));
                let emoji = reads(r"Ann \ud83d\ude00");
                assert!(told(&emoji).contains("Ann 😀") && emoji.warnings == cut.warnings, "{text}");
            }
        }
    }

    #[test]
    fn a_stream_says_the_same() {
        let (_, row) = ROWS[0];
        let row = row.replace("NAME", r"Ann \ud83d");
        let rows = vec![row.as_str(); 3000].join(",\n");
        let broken = format!("[{rows}}} {rows}]");
        let wide: Vec<u8> = format!("[{rows}]").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut latin = format!("[{rows}]").into_bytes();
        let name = latin.windows(3).position(|bytes| bytes == b"Ann").unwrap();
        latin[name] = 0xfc;
        for (text, count) in [(broken.as_bytes(), 6000), (&wide, 6000), (&latin, 6000)] {
            let options = ReadOptions { format: Some(Format::Gocardless), ..ReadOptions::default() };
            let whole = read(text, &options).unwrap();
            let said =
                whole.warnings.iter().filter(|said| said.message().starts_with(&format!("{count} × half")));
            assert_eq!((whole.transactions.len(), said.count()), (3000, 1), "{:?}", whole.warnings);
            let (mut report, mut stream) = (Report::default(), Stream::new(options).unwrap());
            text.chunks(70_001).for_each(|piece| stream.push(piece, &mut report).unwrap());
            stream.finish(&mut report).unwrap();
            assert!(report == whole, "{:?} {:?}", report.warnings, whole.warnings);
        }
    }

    fn mended(text: &str) -> (String, usize) {
        let (mut text, mut halves) = (text.to_owned(), Halves::new(true));
        halves.mend(&mut text, 0, true);
        (text, halves.places.len())
    }

    #[test]
    fn halves_alone_are_mended() {
        for (text, expected, count) in [
            (r#"["Ann \ud83d"]"#, r#"["Ann \ufffd"]"#, 1),
            (r#"["\uDE00 \uD83Dx"]"#, r#"["\ufffd \ufffdx"]"#, 2),
            (r#"["\ud83d\ud83d\ude00\n\ude00"]"#, r#"["\ufffd\ud83d\ude00\n\ufffd"]"#, 2),
            (r#"["\\ud83d \\\ud83d \ud7ff\ue000\u00e9"]"#, r#"["\\ud83d \\\ufffd \ud7ff\ue000\u00e9"]"#, 1),
            (r#"["\ud83"]"#, r#"["\ud83"]"#, 0),
            (r"id,\ud83d", r"id,\ud83d", 0),
        ] {
            assert_eq!(mended(text), (expected.to_owned(), count), "{text}");
        }
        assert!(Halves::new(false).next(r#"["\ud83d"]"#, 0, true).is_none());
    }

    proptest! {
        #[test]
        fn what_is_mended_is_json_in_pieces_too(
            text in r#"(\\ud83d|\\ude00|\\uD9ab|\\\\|\\u0041|\\"|u|d83d|é){0,12}"#,
            cuts in proptest::collection::vec(1_usize..9, 1..4),
        ) {
            let text = format!(r#" ["{text}"]"#);
            let (whole, count) = mended(&text);
            prop_assert!(serde_json::from_str::<Vec<String>>(&whole).is_ok(), "{}", whole);
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&text).is_ok(), count == 0);
            let (mut pieces, mut halves, mut characters) = (String::new(), Halves::new(true), text.chars());
            for cut in cuts.iter().cycle() {
                pieces.extend(characters.by_ref().take(*cut));
                let last = pieces.len() == text.len();
                halves.mend(&mut pieces, 0, last);
                if last {
                    break;
                }
            }
            prop_assert_eq!((pieces, halves.places.len()), (whole, count));
        }
    }
}
