//! The columns of Stripe's reports and exports.
//!
//! Source: docs.stripe.com/reports/report-types (balance, payout reconciliation, connect); the headers of the dashboard's
//! exports of the balance, of payments and of payouts.

use super::super::cells::sheet::Columns;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The id of the row: of a balance transaction, a charge or a payout.
    Id,
    BalanceTransaction,
    Source,
    Type,
    Category,
    Gross,
    Fee,
    Net,
    Currency,
    Created,
    CreatedUtc,
    AvailableOn,
    AvailableOnUtc,
    Description,
    FacingAmount,
    FacingCurrency,
    ConvertedAmount,
    ConvertedCurrency,
    AmountRefunded,
    Captured,
    Status,
    /// The automatic payout that pays the row out.
    Payout,
    /// The payout that the row is.
    PayoutId,
    PayoutStatus,
    Arrival,
    Trace,
    Failure,
    FailureCode,
    Charge,
    Intent,
    Invoice,
    InvoiceNumber,
    CustomerId,
    CustomerName,
    CustomerEmail,
    CustomerDescription,
    Method,
    DisputeReason,
    Account,
    Counterpart,
    Count,
    NetAmount,
}

impl From<Column> for usize {
    fn from(column: Column) -> usize {
        column as usize
    }
}

/// The column that a header names, by its key.
pub(super) fn known(key: &str) -> Option<Column> {
    use Column as C;
    Some(match key {
        "id" => C::Id,
        "balance transaction id" | "balance transaction" => C::BalanceTransaction,
        "source id" | "source" => C::Source,
        "type" => C::Type,
        "reporting category" => C::Category,
        "gross" | "amount" => C::Gross,
        "fee" => C::Fee,
        "net" => C::Net,
        "currency" => C::Currency,
        "created" | "effective at" => C::Created,
        "created utc" | "created date utc" | "effective at utc" => C::CreatedUtc,
        "available on" => C::AvailableOn,
        "available on utc" => C::AvailableOnUtc,
        "description" => C::Description,
        "customer facing amount" => C::FacingAmount,
        "customer facing currency" => C::FacingCurrency,
        "converted amount" => C::ConvertedAmount,
        "converted currency" => C::ConvertedCurrency,
        "amount refunded" => C::AmountRefunded,
        "captured" => C::Captured,
        "status" => C::Status,
        "automatic payout id" | "transfer" => C::Payout,
        "payout id" => C::PayoutId,
        "payout status" => C::PayoutStatus,
        "payout expected arrival date" | "arrival date utc" | "arrival date" => C::Arrival,
        "trace id" => C::Trace,
        "failure balance transaction" => C::Failure,
        "failure code" => C::FailureCode,
        "charge id" => C::Charge,
        "payment intent id" | "paymentintent id" => C::Intent,
        "invoice id" => C::Invoice,
        "invoice number" => C::InvoiceNumber,
        "customer id" => C::CustomerId,
        "customer name" | "card name" => C::CustomerName,
        "customer email" => C::CustomerEmail,
        "customer description" => C::CustomerDescription,
        "payment method type" | "payment source type" => C::Method,
        "dispute reason" => C::DisputeReason,
        "connected account" => C::Account,
        "connected account id" => C::Counterpart,
        "count" => C::Count,
        "net amount" => C::NetAmount,
        _ => return None,
    })
}

/// A report, by its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A row for each balance transaction: the itemized reports, the balance history.
    Movements,
    /// A row for each payment.
    Payments,
    /// A row for each payout.
    Payouts,
    /// Totals alone.
    Summary,
}

/// Which report the columns are of, and how sure that is.
pub(super) fn kind(columns: &Columns<Column>) -> Option<(Kind, usize)> {
    use Column as C;
    let all = |wanted: &[C]| wanted.iter().all(|column| columns.has(*column));
    let any = |wanted: &[C]| wanted.iter().any(|column| columns.has(*column));
    if !columns.has(C::Currency) {
        return None;
    }
    let money = any(&[C::Gross, C::Net]);
    let dated = any(&[C::Created, C::CreatedUtc]);
    if all(&[C::BalanceTransaction]) && !columns.has(C::Id) && money {
        return Some((Kind::Movements, 3));
    }
    if all(&[C::Id, C::Type, C::Source, C::Net, C::CreatedUtc]) {
        return Some((Kind::Movements, 3));
    }
    if all(&[C::Id, C::Gross, C::Arrival, C::Status]) && dated {
        return Some((Kind::Payouts, 3));
    }
    if all(&[C::Id, C::Gross, C::CreatedUtc, C::Status]) && any(&[C::AmountRefunded, C::Captured, C::Intent])
    {
        return Some((Kind::Payments, 3));
    }
    if all(&[C::Category, C::Gross, C::Fee, C::Net]) || all(&[C::NetAmount, C::Description]) {
        return Some((Kind::Summary, 2));
    }
    None
}
