//! The formats' readers: how each is known, decoded and read.

use super::bai2::Bai2;
use super::camt::Camt;
use super::canonical::Canonical;
use super::cells::sheet::Sheet;
use super::coda::Coda;
use super::csv::Csv;
use super::einvoice::Einvoice;
use super::formats::Format;
use super::gocardless::Gocardless;
use super::gocardless_pro::GocardlessPro;
use super::look::{Confidence, Look};
use super::ofx::Ofx;
use super::open_banking_uk::OpenBankingUk;
use super::paypal::Paypal;
use super::paypal_csv::PaypalCsv;
use super::plaid::Plaid;
use super::qif::Qif;
use super::reading::Reader;
use super::reading::encoding;
use super::reading::reader::Gathered;
use super::stripe_report::StripeReport;
use super::swift::Swift;
use super::wise::Wise;
use super::{
    bai2, camt, canonical, coda, csv, einvoice, gocardless, gocardless_pro, ofx, open_banking_uk, paypal,
    paypal_csv, plaid, qif, stripe, stripe_report, swift, whmcs, wise,
};

/// The reader of a format.
pub(super) fn reader(format: Format) -> Box<dyn Reader> {
    match format {
        Format::Canonical => Box::<Canonical>::default(),
        Format::Gocardless => Box::<Gocardless>::default(),
        Format::GocardlessPro => Box::<GocardlessPro>::default(),
        Format::Stripe => Box::new(Gathered(stripe::read)),
        Format::StripeReport => Box::<Sheet<StripeReport>>::default(),
        Format::PaypalCsv => Box::<Sheet<PaypalCsv>>::default(),
        Format::Camt052 | Format::Camt053 | Format::Camt054 => Box::<Camt>::default(),
        Format::Ofx => Box::<Ofx>::default(),
        Format::Qif => Box::<Qif>::default(),
        Format::Mt940 | Format::Mt942 => Box::<Swift>::default(),
        Format::Bai2 => Box::<Bai2>::default(),
        Format::Coda => Box::<Coda>::default(),
        Format::Ubl | Format::Cii => Box::<Einvoice>::default(),
        Format::Csv => Box::<Csv>::default(),
        Format::Whmcs => Box::new(Gathered(whmcs::read)),
        Format::OpenBankingUk => Box::<OpenBankingUk>::default(),
        Format::Paypal => Box::<Paypal>::default(),
        Format::Wise => Box::<Wise>::default(),
        Format::Plaid => Box::<Plaid>::default(),
    }
}

/// How sure a format is of the start of an input.
pub(super) fn looks(format: Format, look: &Look<'_>) -> Confidence {
    match format {
        Format::Canonical => canonical::looks(look),
        Format::Gocardless => gocardless::looks(look),
        Format::GocardlessPro => gocardless_pro::looks(look),
        Format::Stripe => stripe::looks(look),
        Format::StripeReport => stripe_report::looks(look),
        Format::PaypalCsv => paypal_csv::looks(look),
        Format::Camt052 => camt::looks(look, "BkToCstmrAcctRpt", "camt.052."),
        Format::Camt053 => camt::looks(look, "BkToCstmrStmt", "camt.053."),
        Format::Camt054 => camt::looks(look, "BkToCstmrDbtCdtNtfctn", "camt.054."),
        Format::Ofx => ofx::looks(look),
        Format::Qif => qif::looks(look),
        Format::Mt940 => swift::looks(look, false),
        Format::Mt942 => swift::looks(look, true),
        Format::Bai2 => bai2::looks(look),
        Format::Coda => coda::looks(look),
        Format::Ubl => einvoice::looks_ubl(look),
        Format::Cii => einvoice::looks_cii(look),
        Format::Csv => csv::looks(look),
        Format::Whmcs => whmcs::looks(look),
        Format::OpenBankingUk => open_banking_uk::looks(look),
        Format::Paypal => paypal::looks(look),
        Format::Wise => wise::looks(look),
        Format::Plaid => plaid::looks(look),
    }
}

/// How lines of a format are read that are not UTF-8.
pub(super) fn choose(format: Format) -> encoding::Choose {
    match format {
        Format::Csv => csv::encoding,
        // XML is UTF-8 unless it says otherwise: what is not is a slip of Western software.
        Format::Camt052 | Format::Camt053 | Format::Camt054 | Format::Ubl | Format::Cii => encoding::western,
        Format::Mt940 | Format::Mt942 | Format::Coda => swift::encoding,
        _ => encoding::choose,
    }
}

/// Whether a format is read as JSON where its text begins as that.
pub(super) fn is_json(format: Format) -> bool {
    match format {
        Format::Canonical
        | Format::Gocardless
        | Format::GocardlessPro
        | Format::Stripe
        | Format::Whmcs
        | Format::OpenBankingUk
        | Format::Paypal
        | Format::Wise
        | Format::Plaid => true,
        Format::StripeReport
        | Format::PaypalCsv
        | Format::Camt052
        | Format::Camt053
        | Format::Camt054
        | Format::Ofx
        | Format::Qif
        | Format::Mt940
        | Format::Mt942
        | Format::Bai2
        | Format::Coda
        | Format::Ubl
        | Format::Cii
        | Format::Csv => false,
    }
}
