//! What records say one after the other: a file, its groups, their accounts, and the entries of those.

use super::account::Account;
use super::control::{self, Control};
use super::entry::{self, Outcome};
use super::field::{self, Part, Stream};
use super::record::Kind;
use crate::error::{Code, Error};
use crate::format::reading::Out;
use crate::format::reading::ids::Ids;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::{Account as Own, FieldPath};
use crate::model::ReferenceKind;
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use core::ops::Range;
use std::sync::Arc;

/// What is open: a file, a group in it, an account in that.
#[derive(Default)]
pub(super) struct Book {
    file: Option<File>,
    group: Option<Group>,
    account: Option<Account>,
    accounts: u64,
    /// It was said that accounts are in US dollars.
    dollars: bool,
    /// Path of accounts.
    list: Option<Arc<str>>,
    /// Records that could not be read.
    pub(super) errors: usize,
    ids: Ids,
    ledgers: Ledgers,
    interim: Ledgers,
}

/// What a file header says.
#[derive(Default)]
struct File {
    number: Option<String>,
    created: Option<NaiveDate>,
    control: Control,
}

/// What a group header says.
#[derive(Default)]
struct Group {
    on: Option<NaiveDate>,
    currency: Option<Currency>,
    bank: Option<String>,
    interim: bool,
    dead: Option<&'static str>,
    assumed: Option<&'static str>,
    control: Control,
}

/// A record that is whole: where it is, and its lines.
pub(super) struct Record<'p, 't> {
    pub(super) kind: Kind,
    pub(super) bytes: Range<usize>,
    pub(super) parts: &'p [Part<'t>],
    /// Lines of the input, those left out that have no code.
    pub(super) lines: usize,
    /// Neither a slash nor a line break ends it, and the input ends there.
    pub(super) open: bool,
}

impl Book {
    /// Takes a record.
    pub(super) fn record(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        match record.kind {
            Kind::File => self.begin_file(record, out),
            Kind::Group => self.begin_group(record, out),
            Kind::Account => self.begin_account(record, out),
            Kind::Entry => self.entry(record, out),
            Kind::AccountEnd => self.end_account(record, out),
            Kind::GroupEnd => self.end_group(record, out),
            Kind::FileEnd => self.end_file(record, out),
            Kind::More | Kind::OddMore | Kind::Wrapped => {
                let said = if record.kind == Kind::Wrapped {
                    "a line that is no record: 01, 02, 03, 16, 49, 88, 98 or 99 begins one"
                } else {
                    "a continuation (88) of no record"
                };
                out.record();
                self.refuse(Error::new(Code::Bai2BadRecord, said), &record.bytes, out);
            }
        }
    }

    fn begin_file(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        self.finish(record.bytes.start, out);
        let fields = fields::<8>(record.parts);
        let [_, _, day, _, number, _, _, version] = fields;
        let mut file = File { number: full(number), created: field::date(day), control: Control::default() };
        file.control.count(record.lines);
        self.file = Some(file);
        if !matches!(version, "2" | "") {
            let said = "the header names another version than 2: read as version 2";
            out.warn(Error::new(Code::Bai2Assumed, said).at_bytes(in_text(&record.bytes)));
        }
    }

    fn begin_group(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        self.close_group(record.bytes.start, None, out);
        let [_, bank, status, day, _, currency, modifier] = fields::<7>(record.parts);
        let mut group = Group { on: field::date(day), bank: full(bank), ..Group::default() };
        group.control.count(record.lines);
        group.interim = matches!(modifier, "1" | "3");
        match status {
            "2" => group.dead = Some("it is of a group that deletes an earlier one (status 2): no row"),
            "4" => group.dead = Some("it is of a group that is a test (status 4): no row"),
            "3" => {
                group.assumed = Some("its group corrects an earlier report (status 3), which may be read too")
            }
            _ => {}
        }
        if group.on.is_none() {
            group.on = self.file.as_ref().and_then(|file| file.created);
            let said = match group.on {
                Some(_) => "the group's as-of date is no date such as 260304: that of the file is taken",
                None => "the group's as-of date is no date such as 260304: its entries have none",
            };
            out.warn(Error::new(Code::Bai2BadDate, said).at_bytes(in_text(&record.bytes)).at_field("02"));
        }
        if !currency.is_empty() {
            match Currency::parse(currency) {
                Ok(known) => group.currency = Some(known),
                Err(error) => out.warn(error.at_bytes(in_text(&record.bytes)).at_field("02")),
            }
        }
        self.group = Some(group);
    }

    fn begin_account(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        self.close_account(record.bytes.start, None, out);
        let mut stream = Stream::new(record.parts);
        let (id, stated) = (stream.next(), stream.next());
        let mut account = self.new_account(&record.bytes, out);
        account.control.count(record.lines);
        account.id = full(id).or_else(|| out.options().account.clone());
        if !stated.is_empty() {
            match Currency::parse(stated) {
                Ok(known) => account.currency = Some(known),
                Err(error) => {
                    account.currency = None;
                    account.incomplete();
                    self.errors += 1;
                    out.error(error.at_bytes(in_text(&record.bytes)).at_field("03"));
                }
            }
        }
        if stated.is_empty() {
            self.default_currency(&mut account);
        }
        let group = self.group.as_ref();
        if account.dead.is_none()
            && let Some(id) = &account.id
        {
            let bank = group.and_then(|group| group.bank.clone());
            let own = Own { id: id.clone(), owner: None, name: None, bank, currency: account.currency };
            out.account(own, account.place.clone());
        }
        let ended = match record.open {
            true => Err(truncated()),
            false => account.summaries(stream, group.and_then(|group| group.on), out),
        };
        if let Err(error) = ended {
            account.incomplete();
            self.errors += 1;
            out.error(error.at_bytes(in_text(&record.bytes)).at_field("03"));
        }
        self.account = Some(account);
    }

    /// An account with what its file and its group say of it.
    fn new_account(&mut self, bytes: &Range<usize>, out: &mut Out<'_>) -> Account {
        self.ids.statement();
        self.accounts = self.accounts.saturating_add(1);
        let list = self.list.get_or_insert_with(|| "03[".into());
        let place = out.place(bytes.clone(), FieldPath::element(list, self.accounts));
        let mut ledger = Ledger::default();
        ledger.statement.number = self.file.as_ref().and_then(|file| file.number.clone());
        let group = self.group.as_ref();
        ledger.statement.until = group.and_then(|group| group.on);
        let mut account = Account::new(place, ledger);
        if let Some(group) = group {
            (account.interim, account.dead) = (group.interim, group.dead);
            group.assumed.into_iter().for_each(|said| account.assume(said));
        }
        account.currency = group.and_then(|group| group.currency).or(out.options().currency);
        account
    }

    /// The currency where nothing names one; one warning says it for all accounts.
    fn default_currency(&mut self, account: &mut Account) {
        if account.currency.is_none() {
            account.currency = Currency::parse("USD").ok();
            if !core::mem::replace(&mut self.dollars, true) {
                account.assume(
                    "neither account nor group nor option names a currency: US dollars, as the standard says",
                );
            }
        }
    }

    fn entry(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        out.record();
        if self.account.is_none() {
            let mut account = self.new_account(&(record.bytes.start..record.bytes.start), out);
            account.id.clone_from(&out.options().account);
            account.assume("transactions outside of an account (03)");
            self.default_currency(&mut account);
            self.account = Some(account);
        }
        let on = self.group.as_ref().and_then(|group| group.on);
        let Some(account) = self.account.as_mut() else { return };
        account.control.count(record.lines);
        let path = account.next_entry();
        let read = match (account.dead, account.currency, on) {
            (Some(said), ..) => Err(Error::new(Code::Bai2LeftOut, said)),
            _ if record.open && !entry::reaches_text(record.parts) => Err(truncated()),
            (_, None, _) => {
                let said = "the account's currency is none of ISO 4217: its entries cannot be read";
                Err(Error::new(Code::MoneyCurrencyUnknown, said))
            }
            (_, _, None) => {
                let said = "no group (02) with a date such as 260304 is before it";
                Err(Error::new(Code::Bai2BadDate, said))
            }
            (None, Some(currency), Some(on)) => entry::read(record.parts, currency, on),
        };
        match read {
            Ok(Outcome::Row { mut row, stated, assumed }) => {
                account.control.add(Some(stated));
                assumed.into_iter().for_each(|said| account.assume(said));
                account.book(row.amount);
                row.account.clone_from(&account.id);
                let bank = row.references.iter().rev().find(|known| known.kind == ReferenceKind::Bank);
                row.id = self.ids.name(&row, bank.map(|known| known.value.as_str()), 0);
                let place = out.place(record.bytes.clone(), path);
                out.transaction(row, place);
            }
            Ok(Outcome::Note) => account.notes += 1,
            Err(error) => {
                let stated = account.currency.and_then(|currency| entry::stated(record.parts, currency));
                account.control.add(stated.map(Amount::minor));
                account.incomplete();
                self.refuse(error.at_field("16"), &record.bytes, out);
            }
        }
    }

    /// Refuses a record.
    pub(super) fn refuse(&mut self, error: Error, bytes: &Range<usize>, out: &mut Out<'_>) {
        self.errors += 1;
        out.refuse(error.at_bytes(in_text(bytes)));
    }

    /// Notes that a record of the account is missing.
    pub(super) fn incomplete(&mut self) {
        if let Some(account) = &mut self.account {
            account.incomplete();
        }
    }

    /// Notes something odd about the account.
    pub(super) fn assume(&mut self, said: &'static str) {
        if let Some(account) = &mut self.account {
            account.assume(said);
        }
    }
}

/// Trailers.
impl Book {
    fn end_account(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        match &mut self.account {
            Some(account) => account.control.count(record.lines),
            None => return self.stray(record, "an account", out),
        }
        self.close_account(record.bytes.end, Some(record), out);
    }

    fn end_group(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        self.close_account(record.bytes.start, None, out);
        match &mut self.group {
            Some(group) => group.control.count(record.lines),
            None => return self.stray(record, "a group", out),
        }
        self.close_group(record.bytes.end, Some(record), out);
    }

    fn end_file(&mut self, record: &Record<'_, '_>, out: &mut Out<'_>) {
        self.close_group(record.bytes.start, None, out);
        let Some(mut file) = self.file.take() else { return self.stray(record, "a file", out) };
        file.control.count(record.lines);
        held(record, &file.control, Some("groups"), "99", out);
    }

    /// A trailer of nothing.
    fn stray(&mut self, record: &Record<'_, '_>, of: &str, out: &mut Out<'_>) {
        let said = format!("a trailer of {of} that has not begun");
        out.warn(Error::new(Code::Bai2Control, said).at_bytes(in_text(&record.bytes)));
    }

    /// Ends an account, if one is open; answers whether its trailer is missing.
    fn close_account(&mut self, end: usize, trailer: Option<&Record<'_, '_>>, out: &mut Out<'_>) -> bool {
        let Some(account) = self.account.take() else { return false };
        let ledgers = if account.interim { &mut self.interim } else { &mut self.ledgers };
        let control = account.finish(end, ledgers, out);
        let total = match trailer {
            Some(record) => held(record, &control, None, "49", out),
            None => missing("an account", "49", end, out),
        };
        if let Some(group) = &mut self.group {
            group.control.close(&control, total);
        }
        trailer.is_none()
    }

    /// Ends a group, if one is open; answers whether a trailer is missing.
    fn close_group(&mut self, end: usize, trailer: Option<&Record<'_, '_>>, out: &mut Out<'_>) -> bool {
        let told = self.close_account(end, None, out);
        let Some(group) = self.group.take() else { return told };
        let total = match trailer {
            Some(record) => held(record, &group.control, Some("accounts"), "98", out),
            None if told => None,
            None => missing("a group", "98", end, out),
        };
        if let Some(file) = &mut self.file {
            file.control.close(&group.control, total);
        }
        trailer.is_none()
    }

    /// Ends what is open before another file or at the end of the input.
    pub(super) fn finish(&mut self, end: usize, out: &mut Out<'_>) {
        let told = self.close_group(end, None, out);
        if self.file.take().is_some() && !told {
            missing("the file", "99", end, out);
        }
    }
}

/// The first fields of a record, empty where there are none.
fn fields<'t, const N: usize>(parts: &[Part<'t>]) -> [&'t str; N] {
    let mut stream = Stream::new(parts);
    core::array::from_fn(|_| stream.next())
}

/// Holds a trailer against what was read; answers the total that it states.
fn held(
    record: &Record<'_, '_>,
    read: &Control,
    of: Option<&str>,
    code: &str,
    out: &mut Out<'_>,
) -> Option<i128> {
    let checked = control::check(record.parts, read, of);
    if let Some(said) = checked.said {
        let warning = Error::new(Code::Bai2Control, said);
        out.warn(warning.at_bytes(in_text(&record.bytes)).at_field(code));
    }
    checked.total
}

/// Says that a trailer is missing; answers that it states no total.
fn missing(what: &str, code: &str, end: usize, out: &mut Out<'_>) -> Option<i128> {
    let said = format!("{what} without its trailer ({code}): the input may be cut");
    out.warn(Error::new(Code::Bai2Control, said).at_bytes(in_text(&(end..end))));
    None
}

fn truncated() -> Error {
    Error::new(Code::FormatTruncated, "the input ends within a record: fetch it again")
}

fn full(text: &str) -> Option<String> {
    Some(text).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn in_text(bytes: &Range<usize>) -> Range<u64> {
    bytes.start as u64..bytes.end as u64
}
