//! What a column holds.

use serde::Deserialize;

/// What a column of an export holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Field {
    /// Booking date.
    BookedOn,
    /// Value date.
    ValueOn,
    /// Date of the purchase or order: the booking date where no other is given.
    Date,
    /// Amount; money in is positive unless the file shows otherwise.
    Amount,
    /// Amount of money out.
    Debit,
    /// Amount of money in.
    Credit,
    /// Whether it is money in or out: `D`/`C`, `Af`/`Bij`, `S`/`H`, `+`/`-`.
    Direction,
    /// Currency of the account.
    Currency,
    /// Balance after the row.
    Balance,
    /// Amount before the fee, beside a net amount.
    Gross,
    /// Amount after the fee.
    Net,
    /// Fee.
    Fee,
    /// Name of the other side.
    Name,
    /// Name of who pays.
    Payer,
    /// Name of who is paid.
    Payee,
    /// On whose behalf.
    UltimateName,
    /// An account of either side: told by what stands in it.
    Account,
    /// The host's own account.
    OwnAccount,
    /// Account of the other side: IBAN or national.
    CounterpartyAccount,
    /// BIC or bank code of the other side.
    Bic,
    /// E-mail of the other side.
    Email,
    /// Free text; several columns are joined.
    Text,
    /// End-to-end id.
    EndToEnd,
    /// Mandate of a direct debit.
    Mandate,
    /// Creditor reference: RF, OGM, KID, OCR.
    CreditorReference,
    /// Czech and Slovak variable symbol.
    VariableSymbol,
    /// Cheque number.
    Cheque,
    /// The bank's own reference.
    BankReference,
    /// The bank's own code of the kind of transaction.
    BankCode,
    /// Id of the transaction.
    Id,
    /// Kind of transaction in words.
    Kind,
    /// Booked, pending, declined.
    Status,
    /// Amount before conversion.
    OriginalAmount,
    /// Currency before conversion.
    OriginalCurrency,
    /// Exchange rate.
    Rate,
    /// Card number: not kept; it shows that this is a card's statement.
    Card,
    /// Known, and of no use here.
    Ignored,
    /// Number of an invoice: makes the file a list of open items.
    InvoiceNumber,
    /// Date of issue of an invoice.
    IssuedOn,
    /// Due date of an invoice.
    DueOn,
    /// Total of an invoice.
    Total,
    /// What is still owed of an invoice.
    Open,
    /// The host's id of the customer.
    CustomerId,
    /// What was paid of an invoice.
    Paid,
}

impl Field {
    /// How many fields there are.
    pub(super) const COUNT: usize = Field::Paid as usize + 1;
}
