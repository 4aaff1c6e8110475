//! What all rows of a file say together: decimal mark, date order, sign, fees, currency.

use super::super::cells::table::{Row, Table};
use super::columns::{Columns, Sign};
use super::direction::{Direction, Flags};
use super::field::Field;
use super::layout::Layout;
use super::number;
use super::sign::{self, Chain};
use super::words::{self, Known};
use crate::error::{Code, Error};
use crate::format::date::{self, DateOrder};
use crate::money::{Currency, DecimalMark, Localized, learn_mark};
use chrono::FixedOffset;
use rust_decimal::Decimal;

/// Columns of amounts.
const AMOUNTS: &[Field] = &[
    Field::Amount,
    Field::Debit,
    Field::Credit,
    Field::Net,
    Field::Gross,
    Field::Fee,
    Field::Balance,
    Field::OriginalAmount,
    Field::Total,
    Field::Open,
    Field::Paid,
];
/// Columns of dates.
const DATES: &[Field] = &[Field::BookedOn, Field::ValueOn, Field::Date, Field::IssuedOn, Field::DueOn];

/// How the rows of a file are to be read.
pub(super) struct Learnt {
    pub(super) offset: FixedOffset,
    pub(super) mark: Option<DecimalMark>,
    pub(super) order: DateOrder,
    /// Year and month that the preamble speaks of, for dates without a year.
    pub(super) statement: Option<(i32, u32)>,
    /// Currency of rows that do not name their own.
    pub(super) currency: Option<Currency>,
    /// The column whose flags give the direction.
    pub(super) flag: Option<usize>,
    /// What flags say.
    pub(super) flags: Flags,
    /// Amounts are those of money out.
    pub(super) reversed: bool,
    /// Debits are printed with their minus.
    pub(super) debit_signed: bool,
    /// The fee was taken off beside the amount.
    pub(super) fee_beside: bool,
    /// How balances follow amounts.
    pub(super) chain: Option<Chain>,
    pub(super) warnings: Vec<Error>,
}

/// A file being read.
pub(super) struct Source<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) layout: &'a Layout,
}

impl<'a> Source<'a> {
    /// The first cell of a field that is not blank.
    pub(super) fn get(&self, row: &Row, field: Field) -> &'a str {
        let table = self.table;
        let mut cells = self.layout.settled_columns(field).iter().map(|column| table.cell(row, *column));
        cells.find(|cell| !is_blank(cell)).unwrap_or("")
    }

    /// The cells of a field that are not blank.
    pub(super) fn all<'b>(&self, row: &'b Row, field: Field) -> impl Iterator<Item = &'a str> + use<'a, 'b> {
        let (table, layout) = (self.table, self.layout);
        let columns = layout.settled_columns(field).iter();
        columns.map(move |column| table.cell(row, *column)).filter(|cell| !is_blank(cell))
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Row> + use<'a> {
        self.table.rows.iter().skip(self.layout.first)
    }

    /// Rows before the data, the header among them.
    fn preamble(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let table = self.table;
        table.rows.iter().take(self.layout.first).flat_map(move |row| table.cells(row))
    }
}

/// Cells that say nothing: `/`, `--`, `-----`.
pub(super) fn is_blank(cell: &str) -> bool {
    cell.bytes().all(|byte| matches!(byte, b'-' | b'/' | b'*' | b' '))
}

/// The columns in which the amount stands, in the order of trust.
pub(super) fn amount_field(layout: &Layout) -> Option<Field> {
    if layout.has(Field::Net) && layout.has(Field::Fee) {
        return Some(Field::Net);
    }
    [Field::Amount, Field::Net, Field::Gross].into_iter().find(|field| layout.has(*field))
}

impl Learnt {
    /// Learns from all rows.
    ///
    /// # Errors
    /// `format.csv.sign` for a file without a header in which nothing shows what is money in.
    pub(super) fn new(
        source: &Source<'_>,
        columns: &Columns,
        offset: FixedOffset,
        currency: Option<Currency>,
    ) -> Result<Self, Error> {
        let mut learnt = Learnt {
            offset,
            mark: None,
            order: DateOrder::DayMonthYear,
            statement: source.preamble().find_map(date::statement_month),
            currency: None,
            flag: source.layout.column(Field::Direction),
            flags: Flags::new(),
            reversed: false,
            debit_signed: false,
            fee_beside: false,
            chain: None,
            warnings: Vec::new(),
        };
        learnt.learn_mark(source, columns);
        learnt.currency = file_currency(source).or(currency);
        learnt.learn_order(source, columns);
        // What is owed has no direction to learn.
        if !source.layout.is_of_items() {
            learnt.learn_sign(source, columns)?;
        }
        Ok(learnt)
    }

    fn warn(&mut self, code: Code, said: &str) {
        self.warnings.push(Error::new(code, said));
    }

    fn learn_mark(&mut self, source: &Source<'_>, columns: &Columns) {
        if columns.decimal_mark.is_some() {
            self.mark = columns.decimal_mark;
            return;
        }
        let cells = |fields: &'static [Field]| {
            source
                .rows()
                .flat_map(move |row| fields.iter().flat_map(move |field| source.all(row, *field)))
                .filter_map(number::bare)
        };
        let evidence = learn_mark(cells(AMOUNTS));
        let rates = learn_mark(cells(&[Field::Rate]));
        let most = match evidence.point.cmp(&evidence.comma) {
            core::cmp::Ordering::Greater => Some(DecimalMark::Point),
            core::cmp::Ordering::Less => Some(DecimalMark::Comma),
            core::cmp::Ordering::Equal => None,
        };
        self.mark = most.or(rates.mark());
        if self.mark.is_none() && evidence.ambiguous > 0 {
            self.warn(Code::CsvDecimalMark, "amounts such as 1.234 can be read in two ways and no other cell tells: read as thousands; state decimal_mark in the column map");
        }
    }

    fn learn_order(&mut self, source: &Source<'_>, columns: &Columns) {
        let mut votes = date::Votes::default();
        for row in source.rows() {
            for cell in DATES.iter().flat_map(|field| source.all(row, *field)) {
                if let Some(cell) = date::cut(cell, self.offset) {
                    votes.add(&cell);
                }
            }
        }
        if let Some(order) = columns.date_order.or(votes.order()) {
            self.order = order;
        } else if votes.open > 0 {
            let (order, which) = DateOrder::assumed(self.currency);
            self.order = order;
            self.warn(
                Code::CsvDateOrder,
                &format!("no row tells day from month: {which}; state date_order in the column map"),
            );
        }
    }

    fn learn_sign(&mut self, source: &Source<'_>, columns: &Columns) -> Result<(), Error> {
        let layout = source.layout;
        if !layout.named
            && layout.columns(Field::Ignored).count() > 1
            && amount_field(layout).is_none()
            && !layout.has(Field::Debit)
        {
            return Err(sign_unknown());
        }
        let debits: Vec<Localized> =
            source.rows().filter_map(|row| number::read(source.get(row, Field::Debit), self.mark)).collect();
        let minus = debits.iter().filter(|cell| is_negative(cell)).count();
        self.debit_signed = minus * 2 > debits.len();

        let amounts: Vec<(Option<Direction>, Localized)> = match amount_field(layout) {
            Some(field) => source
                .rows()
                .filter_map(|row| {
                    let flag = self.flag.and_then(|column| self.flags.of(source.table.cell(row, column)));
                    Some((flag, number::read(source.get(row, field), self.mark)?))
                })
                .collect(),
            None => Vec::new(),
        };
        let signed = amounts.iter().any(|(_, amount)| amount.is_signed());
        if self.flag.is_some() && signed {
            // Amounts that carry their sign already: what goes out is negative. Else the sign is that of a correction.
            let out = |amount: &&(Option<Direction>, Localized)| {
                amount.0 == Some(Direction::Out) && !is_zero(&amount.1)
            };
            let told = amounts.iter().filter(out).count();
            let negative = amounts.iter().filter(out).filter(|(_, amount)| is_negative(amount)).count();
            if told > 0 && negative * 5 >= told * 4 {
                self.flag = None;
            }
        }
        if self.flag.is_none() && !signed {
            self.flag = layout.column(Field::Kind).filter(|column| {
                source
                    .rows()
                    .filter(|row| row.len() > *column)
                    .all(|row| self.flags.of(source.table.cell(row, *column)).is_some())
            });
        }
        if let Some(sign) = columns.sign {
            self.reversed = sign == Sign::OutPositive;
        }
        self.learn_chain(source);
        if columns.sign.is_some() || self.flag.is_some() || amounts.is_empty() || self.chain.is_some() {
            return Ok(());
        }
        self.learn_from_words(source, &amounts, signed)
    }

    /// Balances prove the sign, and whether fees were taken off beside the amount.
    fn learn_chain(&mut self, source: &Source<'_>) {
        if !source.layout.has(Field::Balance) {
            return;
        }
        let fees = source.layout.has(Field::Fee);
        // A flag or two columns state the direction: a balance may not turn it.
        let stated = self.flag.is_some() || amount_field(source.layout).is_none();
        let ways = [false, true].into_iter().filter(|beside| !beside || fees).filter_map(|beside| {
            let chain = sign::chain(&self.pairs(source, beside), self.newest_first(source))?;
            (!(chain.reversed && stated)).then_some((chain, beside))
        });
        // The way that explains more; of equals that in which the amount holds its fee.
        if let Some((chain, beside)) = ways.max_by_key(|(chain, beside)| (chain.agree, !beside)) {
            self.reversed ^= chain.reversed;
            self.fee_beside = beside;
            self.chain = Some(Chain { reversed: false, ..chain });
            return;
        }
        if source.rows().count() > 2 {
            self.warn(Code::CsvBalance, "the balances do not follow from the amounts: they are left out");
        }
    }

    /// Whether the first row is of a later day than the last.
    fn newest_first(&self, source: &Source<'_>) -> bool {
        let mut days = source.rows().filter_map(|row| {
            let cell = DATES.iter().map(|field| source.get(row, *field)).find(|cell| !cell.is_empty())?;
            date::cut(cell, self.offset)?.date(self.order, None)
        });
        let first = days.next();
        first > days.last().or(first)
    }

    /// Amount moved and balance, by row; rows of another currency break the chain and are left out.
    pub(super) fn pairs(&self, source: &Source<'_>, fee_beside: bool) -> Vec<(Decimal, Decimal)> {
        let first = source.rows().map(|row| source.get(row, Field::Currency)).find(|cell| !cell.is_empty());
        source
            .rows()
            .filter(|row| source.get(row, Field::Currency) == first.unwrap_or(""))
            .filter_map(|row| {
                let balance = number::read(source.get(row, Field::Balance), self.mark)?.to_decimal().ok()?;
                let mut moved = self.moved(source, row)?;
                if fee_beside && let Some(fee) = number::read(source.get(row, Field::Fee), self.mark) {
                    moved = moved.checked_sub(fee.to_decimal().ok()?.abs())?;
                }
                Some((moved, balance))
            })
            .collect()
    }

    /// What moved the account, before fees beside it.
    pub(super) fn moved(&self, source: &Source<'_>, row: &Row) -> Option<Decimal> {
        let read = |field: Field| {
            number::read(source.get(row, field), self.mark).and_then(|read| read.to_decimal().ok())
        };
        if let Some(field) = amount_field(source.layout)
            && let Some(amount) = read(field)
        {
            let flag = self.flag.and_then(|column| self.flags.of(source.table.cell(row, column)));
            let amount = if flag == Some(Direction::Out) { -amount } else { amount };
            return Some(if self.reversed { -amount } else { amount });
        }
        let debit = read(Field::Debit).map(|debit| if self.debit_signed { debit } else { -debit });
        let credit = read(Field::Credit);
        match (debit, credit) {
            (None, None) => None,
            (debit, credit) => debit.unwrap_or_default().checked_add(credit.unwrap_or_default()),
        }
    }

    /// Without flag and balance: the words of card statements, or the amounts' own signs.
    fn learn_from_words(
        &mut self,
        source: &Source<'_>,
        amounts: &[(Option<Direction>, Localized)],
        signed: bool,
    ) -> Result<(), Error> {
        let negative = amounts.iter().filter(|(_, amount)| is_negative(amount)).count();
        let card = source.layout.has(Field::Card)
            || source.preamble().any(|cell| {
                cell.contains("信用卡")
                    || words::key(cell).contains("credit card")
                    || words::key(cell).contains("kreditkarte")
            });
        let repaid = |cell: &str| cell.contains("还款") || words::key(cell).contains("payment thank you");
        let repayments: Vec<bool> = source
            .rows()
            .filter(|row| source.all(row, Field::Text).any(repaid))
            .filter_map(|row| {
                Some(is_negative(&number::read(source.get(row, amount_field(source.layout)?), self.mark)?))
            })
            .collect();
        // A plus in print says that the signs are those of the account.
        let plus =
            amounts.iter().any(|(_, amount)| amount.is_signed() && !is_negative(amount) && !is_zero(amount));
        let repaid_negative = !plus
            && !source.layout.has(Field::Balance)
            && !repayments.is_empty()
            && repayments.iter().all(|negative| *negative);
        // An account that pays its own card has such words too: only what most rows do tells them apart.
        let few = negative * 2 <= amounts.len();
        let of_card = card && !plus && (few || (repaid_negative && negative < amounts.len()));
        if of_card || (repaid_negative && few) {
            self.reversed = true;
            self.warn(Code::CsvSign, "read as a card statement: positive amounts are money out; state sign in the column map if they are not");
        } else if !signed {
            if !source.layout.named {
                return Err(sign_unknown());
            }
            self.warn(Code::CsvSign, "no amount carries a sign and no column tells the direction: all are read as money in; state sign in the column map if they are not");
        }
        Ok(())
    }
}

fn sign_unknown() -> Error {
    Error::new(
        Code::CsvSign,
        "no header, no sign and no balance tells money in from money out: give a column map with sign, or debit and credit",
    )
}

fn is_zero(amount: &Localized) -> bool {
    amount.to_decimal().is_ok_and(|amount| amount.is_zero())
}

fn is_negative(amount: &Localized) -> bool {
    amount.to_decimal().is_ok_and(|amount| amount.is_sign_negative() && !amount.is_zero())
}

/// The currency that the header or the preamble names, for the whole file.
fn file_currency(source: &Source<'_>) -> Option<Currency> {
    let money = [
        Field::Amount,
        Field::Debit,
        Field::Credit,
        Field::Net,
        Field::Gross,
        Field::Total,
        Field::Open,
        Field::Balance,
    ];
    let headers = money
        .iter()
        .flat_map(|field| source.layout.columns(*field))
        .filter_map(|column| source.layout.headers.get(column));
    if let Some(currency) = headers.filter_map(|header| words::currency_in_header(header)).next() {
        return Some(currency);
    }
    let mut named: Vec<Currency> = source
        .preamble()
        .filter_map(|cell| match words::currency(cell) {
            Known::One(currency) => Some(currency),
            _ => None,
        })
        .collect();
    named.dedup();
    if let [currency] = named.as_slice() {
        return Some(*currency);
    }
    // `¥` and 元 are the yuan where the header is Chinese.
    let chinese = source.layout.headers.iter().any(|header| header.contains('额') || header.contains('易'));
    let yuan = || {
        source.preamble().any(|cell| cell.contains('元'))
            || source
                .rows()
                .any(|row| money.iter().any(|field| source.get(row, *field).contains(['¥', '￥'])))
    };
    (chinese && yuan()).then(|| Currency::parse("CNY").ok()).flatten()
}
