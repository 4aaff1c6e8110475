//! Names of tags as numbers, and what each is for.
//!
//! # Design
//! A name of up to sixteen letters is one number, in which the case of letters does not show: it is told from all others
//! without comparing text. Longer names are of nothing that is read.

/// A name without regard to case; [`UNKNOWN`] for one of more than sixteen bytes.
pub(super) type Name = u128;

/// No name that is read.
pub(super) const UNKNOWN: Name = 0;

/// The bit in which capitals and small letters differ.
const CASE: u128 = u128::from_le_bytes([b' '; 16]);

/// The name in the first `length` bytes.
pub(super) fn of(bytes: &[u8], length: usize) -> Name {
    if length > 16 {
        return UNKNOWN;
    }
    let block = match bytes.first_chunk() {
        Some(block) => u128::from_le_bytes(*block),
        // At the end of a text.
        None => bytes.iter().rev().fold(0, |block, byte| block << 8 | u128::from(*byte)),
    };
    let beyond = u128::MAX.checked_shl(length as u32 * 8).unwrap_or(0);
    block & !beyond & !CASE
}

const fn known(text: &str) -> Name {
    let mut bytes = text.as_bytes();
    let (mut name, mut shift) = (0, 0);
    while let [first, rest @ ..] = bytes {
        name |= (*first as u128) << shift;
        (bytes, shift) = (rest, shift + 8);
    }
    name & !CASE
}

/// Declares the names that are read.
macro_rules! names {
    ($($name:ident)*) => { $(pub(super) const $name: Name = known(stringify!($name));)* };
}

names! {
    OFX STMTRS CCSTMTRS INVSTMTRS STMTTRNRS CCSTMTTRNRS INVSTMTTRNRS BANKMSGSRSV1 SIGNONMSGSRSV1 INVSTMTMSGSRSV1 SECLISTMSGSRSV1
    BANKTRANLIST BANKTRANLISTP INVTRANLIST BALLIST INVPOSLIST INVBAL INVBANKTRAN
    BANKACCTFROM CCACCTFROM INVACCTFROM LEDGERBAL AVAILBAL BAL STATUS
    STMTTRN STMTTRNP
    BUYDEBT BUYMF BUYOPT BUYOTHER BUYSTOCK SELLDEBT SELLMF SELLOPT SELLOTHER SELLSTOCK INCOME INVEXPENSE MARGININTEREST RETOFCAP
    REINVEST CLOSUREOPT JRNLFUND JRNLSEC SPLIT TRANSFER
    CURDEF DTSTART DTEND DTASOF AVAILCASH
    ACCTID BANKID BROKERID ACCTTYPE
    BALAMT BALTYPE VALUE CURSYM CURRATE CURRENCY ORIGCURRENCY
    CODE SEVERITY
    TRNTYPE DTPOSTED DTTRAN DTUSER DTAVAIL VALUEDATE TRNAMT FITID CORRECTFITID CORRECTACTION SRVRTID CHECKNUM REFNUM SIC
    NAME PAYEE EXTDNAME MEMO MEMO2
    TOTAL DTTRADE DTSETTLE UNITS UNITPRICE UNIQUEID INCOMETYPE
}

/// What an element is for, of those that are records, or that records stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// The document.
    Ofx,
    /// A set of messages or an answer: no statement goes beyond it.
    Answer,
    Statement(Of),
    /// A list of movements; of announced ones for `true`.
    List(bool),
    /// Something else that no record goes beyond.
    Part,
    Record(Record),
    Account,
    Balance(Stated),
    Status,
    /// An element of a statement that holds a value.
    Value,
    Other,
}

/// What a statement is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Bank,
    Card,
    Investment,
}

/// What a record is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Record {
    Booked,
    Announced,
    Buy,
    Sell,
    Income,
    Expense,
    Interest,
    ReturnOfCapital,
    /// Securities that move without money.
    Securities,
}

/// Which balance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stated {
    Ledger,
    Available,
    Listed,
}

/// What an element is for.
pub(super) fn class(name: Name) -> Class {
    match name {
        OFX => Class::Ofx,
        STMTTRNRS | CCSTMTTRNRS | INVSTMTTRNRS | BANKMSGSRSV1 | SIGNONMSGSRSV1 | INVSTMTMSGSRSV1
        | SECLISTMSGSRSV1 => Class::Answer,
        STMTRS => Class::Statement(Of::Bank),
        CCSTMTRS => Class::Statement(Of::Card),
        INVSTMTRS => Class::Statement(Of::Investment),
        BANKTRANLIST | INVTRANLIST => Class::List(false),
        BANKTRANLISTP => Class::List(true),
        BALLIST | INVPOSLIST | INVBAL | INVBANKTRAN => Class::Part,
        BANKACCTFROM | CCACCTFROM | INVACCTFROM => Class::Account,
        LEDGERBAL => Class::Balance(Stated::Ledger),
        AVAILBAL => Class::Balance(Stated::Available),
        BAL => Class::Balance(Stated::Listed),
        STATUS => Class::Status,
        STMTTRN => Class::Record(Record::Booked),
        STMTTRNP => Class::Record(Record::Announced),
        BUYDEBT | BUYMF | BUYOPT | BUYOTHER | BUYSTOCK => Class::Record(Record::Buy),
        SELLDEBT | SELLMF | SELLOPT | SELLOTHER | SELLSTOCK => Class::Record(Record::Sell),
        INCOME => Class::Record(Record::Income),
        INVEXPENSE => Class::Record(Record::Expense),
        MARGININTEREST => Class::Record(Record::Interest),
        RETOFCAP => Class::Record(Record::ReturnOfCapital),
        REINVEST | CLOSUREOPT | JRNLFUND | JRNLSEC | SPLIT | TRANSFER => Class::Record(Record::Securities),
        CURDEF | DTSTART | DTEND | DTASOF | AVAILCASH => Class::Value,
        _ => Class::Other,
    }
}

/// Whether a record ends where such a tag stands, also without an end tag of its own.
pub(super) fn ends_record(name: Name, close: bool) -> bool {
    match class(name) {
        Class::Ofx | Class::Answer | Class::Statement(_) | Class::List(_) | Class::Part => true,
        Class::Record(_) | Class::Balance(_) | Class::Status => !close,
        Class::Account | Class::Value | Class::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_matter() {
        assert_eq!(of(b"stmttrn", 7), STMTTRN);
        assert_eq!(of(b"stmttrnp>20260304[-3:BRT]", 7), STMTTRN);
        assert_eq!(of(b"INVSTMTMSGSRSV1x", 15), INVSTMTMSGSRSV1);
        assert_eq!(of(b"ABCDEFGHIJKLMNOP", 16), known("ABCDEFGHIJKLMNOP"));
        assert_eq!(of(b"BankMsgsRsV1", 12), BANKMSGSRSV1);
        assert_ne!(of(b"STMTTRNP", 8), STMTTRN);
        assert_eq!(of(b"CREDITCARDMSGSRSV1", 18), UNKNOWN);
    }
}
