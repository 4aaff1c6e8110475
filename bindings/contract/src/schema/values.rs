//! Small values that operations take and give.

use super::Type::{Count, Currency, Date, Decimal, List, Of, Text, Truth, Word};
use super::rows::{INVOICE, SETTLEMENT, TRANSACTION};
use super::words::{BALANCE_KIND, CHAIN, COPY_REASON, FORMAT, MARK, PAYOUT_REST, PROOF, SCHEME};
use super::{COUNT_64, Field, Record, TEXTS, Type, may, must};

/// An error or a warning.
pub static ERROR: Record = Record {
    name: "Problem",
    doc: "An error or a warning about a record: code, sentence, place. It holds no data of a person.",
    fields: &[
        must("code", Text, "A stable code: `format.csv.bad_amount`."),
        must("message", Text, "What was wrong, and what would be right."),
        may("bytes", Of(&BYTE_RANGE), "Bytes of the record."),
        may("line", COUNT_64, "Line, counted from 1."),
        may("field", Text, "Path of the field."),
        may("row", Text, "Id of the row."),
    ],
};

/// Bytes of an input.
pub static BYTE_RANGE: Record = Record {
    name: "ByteRange",
    doc: "Bytes of an input or a text.",
    fields: &[
        must("start", COUNT_64, "The first, counted from 0."),
        must("end", COUNT_64, "Behind the last."),
    ],
};

/// An amount.
pub static MONEY: Record = Record {
    name: "Money",
    doc: "An amount of a currency.",
    fields: &[
        must("currency", Currency, "Currency code of ISO 4217."),
        must("amount", Decimal, "The amount in major units."),
    ],
};

/// A currency.
pub static CURRENCY_INFO: Record = Record {
    name: "CurrencyInfo",
    doc: "A currency of ISO 4217.",
    fields: &[
        must("code", Currency, "Currency code of ISO 4217."),
        must("decimals", COUNT_64, "Decimals of its minor unit."),
        must("historic", Truth, "Whether it is not in use any more."),
        may("fixed_euro_rate", Decimal, "Units for one euro, where that is fixed for good."),
    ],
};

/// An amount read from localised text.
pub static LOCALIZED: Record = Record {
    name: "LocalizedAmount",
    doc: "An amount read from text as banks print it.",
    fields: &[
        must("value", Decimal, "In major units, signed."),
        may("currency", Currency, "The currency that the text names."),
        may(
            "amount",
            Decimal,
            "The value in the currency of the text, or of the request, with its decimals.",
        ),
        may("decimal_mark", Word(&super::words::DECIMAL_MARK), "The mark, where the text itself shows it."),
        must("ambiguous", Truth, "Whether another reading is as good, a thousand times larger or smaller."),
        must("signed", Truth, "Whether the text states a direction."),
    ],
};

/// Fields of the rows of an input, with those of its answer before and behind them.
macro_rules! rows_and {
    ([$($before:expr),*], [$($behind:expr),*]) => {
        &[
            $($before,)*
            must("transactions", List(&Of(&TRANSACTION)), "In the order of the input."),
            must("invoices", List(&Of(&INVOICE)), "In the order of the input."),
            must("settlements", List(&Of(&SETTLEMENT)), "In the order of the input."),
            must("balances", List(&Of(&BALANCE)), "As the bank states them."),
            must("accounts", List(&Of(&ACCOUNT)), "The host's own accounts that the input names, each once."),
            must("statements", List(&Of(&STATEMENT)), "Each with the proof by its balances."),
            must("errors", List(&Of(&ERROR)), "One a record that could not be read."),
            must("warnings", List(&Of(&ERROR)), "What was assumed or doubted; the rows are there."),
            may("places", Of(&PLACES), "Where each row came from, unless the request says that none is wanted."),
            $($behind,)*
        ]
    };
}

/// What a reader answers.
pub static REPORT: Record = Record {
    name: "Report",
    doc: "The rows of one input, and what could not be read of it.",
    fields: rows_and!([FORMAT_READ], [RECORDS, REFUSED, SAYS_EMPTY]),
};

/// What a stream answers.
pub static STREAM_BATCH: Record = Record {
    name: "StreamBatch",
    doc: "The rows that the last bytes of an input completed.",
    fields: rows_and!([], [may("summary", Of(&STREAM_SUMMARY), "What the input was, behind its end.")]),
};

/// What an input was.
pub static STREAM_SUMMARY: Record = Record {
    name: "StreamSummary",
    doc: "What an input was, when all of it is read.",
    fields: &[FORMAT_READ, RECORDS, REFUSED, SAYS_EMPTY],
};

const FORMAT_READ: Field = must("format", Word(&FORMAT), "The format it was read as.");
const RECORDS: Field = must("records", COUNT_64, "Records seen: rows read and rows refused.");
const REFUSED: Field = must("refused", COUNT_64, "Records that were refused.");
const SAYS_EMPTY: Field = must("says_empty", Truth, "Whether the input says itself that it holds no row.");

/// Where rows came from.
pub static PLACES: Record = Record {
    name: "Places",
    doc: "Where the rows of a report came from: for each list of rows the places in the same order.",
    fields: &[
        must("transactions", List(&Of(&RECORD_PLACE)), "Of the transactions."),
        must("invoices", List(&Of(&RECORD_PLACE)), "Of the invoices."),
        must("settlements", List(&Of(&RECORD_PLACE)), "Of the settlements."),
        must("balances", List(&Of(&RECORD_PLACE)), "Of the balances."),
        must("accounts", List(&Of(&RECORD_PLACE)), "Of the accounts: where each is named first."),
        must("statements", List(&Of(&RECORD_PLACE)), "Of the statements."),
    ],
};

/// Where a row came from.
pub static RECORD_PLACE: Record = Record {
    name: "RecordPlace",
    doc: "Where a row came from, counted on the input as it was given, whatever its encoding.",
    fields: &[
        must("bytes", Of(&BYTE_RANGE), "Bytes of its record. Rows of one batch have the bytes of the batch."),
        must("line", COUNT_64, "Line on which the record begins, counted from 1."),
        may("field", Text, "Path of the record: `/transactions/booked/3`, `Stmt[1]/Ntry[17]`."),
    ],
};

/// An account.
pub static ACCOUNT: Record = Record {
    name: "Account",
    doc: "An account of the host that an input names.",
    fields: &[
        must("id", Text, "As the transactions name it: IBAN, or the bank's or the provider's own number."),
        may("owner", Text, "Who holds it."),
        may("name", Text, "What it is called: the product, or a name that the holder gave it."),
        may("bank", Text, "BIC of the bank, or its national number."),
        may("currency", Currency, "The currency that it is held in."),
    ],
};

/// A statement.
pub static STATEMENT: Record = Record {
    name: "Statement",
    doc: "A statement of an account: what it covers, and whether its balances prove its entries.",
    fields: &[
        may("account", Text, "The account, as the transactions name it."),
        may("id", Text, "Id that the bank gave it."),
        may("number", Text, "Its number, as printed."),
        may("from", Date, "First day of its period."),
        may("until", Date, "Last day of its period, or the day of its closing balance."),
        may("opening", Of(&MONEY), "Booked balance before its entries."),
        may("closing", Of(&MONEY), "Booked balance after them."),
        may("booked", Of(&MONEY), "Sum of the booked entries."),
        must("entries", COUNT_64, "Number of booked entries."),
        must("proof", Word(&PROOF), "Whether opening balance and entries make the closing balance."),
        must("chain", Word(&CHAIN), "How it follows the statement before it."),
    ],
};

/// What a statement that is to be written covers.
pub static STATEMENT_HEAD: Record = Record {
    name: "StatementHead",
    doc: "What a statement that is to be written covers; what is left out is told from its rows.",
    fields: &[
        may("account", Text, "The account: IBAN or the bank's own number."),
        may("id", Text, "Id of the statement."),
        may("number", Text, "Number of the statement."),
        may("from", Date, "First day of its period."),
        may("until", Date, "Last day of its period."),
        may("opening", Of(&MONEY), "Booked balance before its entries."),
        may("closing", Of(&MONEY), "Booked balance after them."),
    ],
};

/// A format that was told.
pub static DETECTION: Record = Record {
    name: "Detection",
    doc: "The format of some bytes, and how sure that is.",
    fields: &[
        must("format", Word(&FORMAT), "The format that it is."),
        must("confidence", Count(100), "In percent: 99 for a mark that only this format has."),
        may("runner_up", Of(&CLAIM), "The next likely format, where another one claims the input too."),
    ],
};

/// A claim of a format.
pub static CLAIM: Record = Record {
    name: "FormatClaim",
    doc: "A format that claims an input, and how sure it is.",
    fields: &[
        must("format", Word(&FORMAT), "The format that it may be."),
        must("confidence", Count(100), "How sure it is, in percent."),
    ],
};

/// A file that was written.
pub static WRITTEN: Record = Record {
    name: "Written",
    doc: "A file, and what the format does not hold of the rows.",
    fields: &[
        must("text", Text, "The content of the file."),
        must(
            "left_out",
            List(&Of(&ERROR)),
            "One a row of which the format does not hold all, naming the fields.",
        ),
    ],
};

/// A balance.
pub static BALANCE: Record = Record {
    name: "Balance",
    doc: "A balance that the bank states.",
    fields: &[
        may("account", Text, "The account: IBAN or the bank's own number."),
        may("statement", Text, "Id of the statement it stands in."),
        must("kind", Word(&BALANCE_KIND), "What it is."),
        must("amount", Decimal, "The balance, signed; negative: overdrawn."),
        must("currency", Currency, "Of the account."),
        may("on", Date, "Of which day."),
    ],
};

/// Transactions without their copies.
pub static LINKED: Record = Record {
    name: "Linked",
    doc: "The transactions of all inputs without their copies. Every row given is in one of the first three.",
    fields: &[
        must("transactions", List(&Of(&TRANSACTION)), "Those that stay, in the order given."),
        must("copies", List(&Of(&COPY)), "Those left out as copies."),
        must(
            "errors",
            List(&Of(&ERROR)),
            "Those left out because another has their id and says something else.",
        ),
        may("batches", List(&Of(&PARTED)), "Batches whose sum was left out, with their payments."),
        may("payouts", List(&Of(&PAYOUT_MEMBERS)), "The payouts that rows name, and what went into each."),
    ],
};

/// A batch whose payments stay.
pub static PARTED: Record = Record {
    name: "Parted",
    doc: "An entry that was left out for the payments that it is the sum of.",
    fields: &[
        must("sum", Of(&ROW_PLACE), "The entry that was left out."),
        must("parts", List(&Of(&ROW_PLACE)), "The rows that stay for it; they make its amount."),
    ],
};

/// A payout and its members.
pub static PAYOUT_MEMBERS: Record = Record {
    name: "PayoutMembers",
    doc: "A payout of a gateway and the rows that name it.",
    fields: &[
        must("id", Text, "The gateway's id of it."),
        may("payout", Text, "Id of the row with which the gateway paid out, where it is given."),
        must("members", TEXTS, "Ids of the rows that went into it."),
        must("currency", Currency, "Currency code of ISO 4217."),
        must("sum", Decimal, "What the members moved after fees."),
        may("paid", Decimal, "What left the gateway's account, where its row is given."),
        may("difference", Decimal, "What was paid out beyond the sum, where that is not zero."),
        may("difference_kind", Word(&PAYOUT_REST), "What the difference is."),
    ],
};

/// A row that was left out.
pub static COPY: Record = Record {
    name: "Copy",
    doc: "A row that was left out, because another says the same.",
    fields: &[
        must("dropped", Of(&ROW_PLACE), "The row left out."),
        must("kept", Of(&ROW_PLACE), "The row that stays for it."),
        must("why", Word(&COPY_REASON), "Why it counts as a copy."),
    ],
};

/// A row of an input.
pub static ROW_PLACE: Record = Record {
    name: "RowPlace",
    doc: "A row of one of several inputs.",
    fields: &[
        must("input", COUNT_64, "Which input, counted from 0."),
        must("row", COUNT_64, "Which row of it, counted from 0."),
        must("id", Text, "Id of the row."),
    ],
};

/// Items, each once.
pub static INVOICES_ONCE: Record = Record {
    name: "InvoicesOnce",
    doc: "The items of all inputs, each once.",
    fields: &[
        must("invoices", List(&Of(&INVOICE)), "In the order given."),
        must("copies", COUNT_64, "How many were left out as copies."),
        must(
            "errors",
            List(&Of(&ERROR)),
            "Those left out because another has their id and says something else.",
        ),
    ],
};

/// Settlements, each once.
pub static SETTLEMENTS_ONCE: Record = Record {
    name: "SettlementsOnce",
    doc: "The settlements of all inputs, each once.",
    fields: &[
        must("settlements", List(&Of(&SETTLEMENT)), "In the order given."),
        must("copies", COUNT_64, "How many were left out as copies."),
    ],
};

/// A valid reference.
pub static VALID_REFERENCE: Record = Record {
    name: "ValidReference",
    doc: "A payment reference whose check digits are right.",
    fields: &[
        must("scheme", Word(&SCHEME), "Scheme whose check digits it has."),
        must("text", Text, "As the scheme's rules print it."),
        must("key", Text, "To compare by, within a scheme."),
        must("base", Text, "What it is made from: without check digits and padding."),
        must("bits", COUNT_64, "What its check digits prove: -log2 of the chance that a random text passes."),
    ],
};

/// A reference in a text.
pub static FOUND_REFERENCE: Record = Record {
    name: "FoundReference",
    doc: "A payment reference that stands in a text.",
    fields: &[
        must("scheme", Word(&SCHEME), "Scheme whose check digits it has."),
        must("bytes", Of(&BYTE_RANGE), "Where, in bytes of the text's UTF-8."),
        must("key", Text, "To compare by, within a scheme."),
        must("bits", COUNT_64, "What its check digits prove."),
        must("mark", Word(&MARK), "How it shows what it is."),
    ],
};

/// An IBAN.
pub static IBAN: Record = Record {
    name: "Iban",
    doc: "An IBAN in normal form, with what is to be said of it. Never refused.",
    fields: &[
        must("iban", Text, "Capitals, no spaces."),
        must("verdict", Word(&super::words::IBAN_VERDICT), "What is to be said of it."),
        must("valid", Truth, "Whether the verdict is `valid`."),
        may("country", Text, "Country code of ISO 3166, two letters."),
        may("bban", Text, "The national part."),
        must("partial", Truth, "Whether its country uses IBANs without being registered."),
        must("printed", Text, "In groups of four."),
    ],
};

/// An IBAN in a text.
pub static FOUND_IBAN: Record = Record {
    name: "FoundIban",
    doc: "A valid IBAN that stands in a text.",
    fields: &[
        must("bytes", Of(&BYTE_RANGE), "Where, in bytes of the text's UTF-8."),
        must("iban", Text, "In normal form."),
    ],
};

/// A BIC.
pub static BIC: Record = Record {
    name: "Bic",
    doc: "A BIC in normal form, with what is to be said of it. Never refused.",
    fields: &[
        must("bic", Text, "Capitals, without the `XXX` of a head office."),
        must("verdict", Word(&super::words::BIC_VERDICT), "What is to be said of it."),
        must("valid", Truth, "Whether the verdict is `valid`."),
        may("country", Text, "Country code of ISO 3166, two letters."),
        may("branch", Text, "Code of the branch, three characters."),
    ],
};

/// A name.
pub static NAME: Record = Record {
    name: "Name",
    doc: "A name of a person or a company in normal form.",
    fields: &[
        must("tokens", TEXTS, "Folded words in the order of speech, without titles and legal form."),
        may("legal_form", Text, "As its country prints it: `GmbH`, `Sp. z o.o.`."),
        must("kind", Word(&super::words::NAME_KIND), "Person or company, as far as the name tells."),
        must("holders", List(&TEXTS), "The words of each holder of a joint account."),
    ],
};

/// How two names compare.
pub static NAME_COMPARISON: Record = Record {
    name: "NameComparison",
    doc: "What relates two names.",
    fields: &[
        must("relation", Word(&super::words::NAME_MATCH), "From `equal`, the strongest, to `different`."),
        may("shared", COUNT_64, "With `partial` how many words are shared."),
    ],
};

/// What the library is.
pub static ABOUT: Record = Record {
    name: "About",
    doc: "What the library is.",
    fields: &[
        must("version", Text, "Of the library."),
        must("contract", COUNT_64, "Version of the documents: 1."),
        must("parameters", Text, "Name of the engine's parameter set."),
        must("operations", TEXTS, "Names of all operations."),
    ],
};

/// An error or a warning.
pub static ERROR_TYPE: Type = Of(&ERROR);
