//! The formats' readers: how each is known, decoded and read.

use super::bai2::Bai2;
use super::camt::Camt;
use super::canonical::Canonical;
use super::coda::Coda;
use super::csv::Csv;
use super::detect::Format;
use super::detect::look::{Confidence, Look};
use super::gocardless::Gocardless;
use super::ofx::Ofx;
use super::qif::Qif;
use super::reading::Reader;
use super::reading::encoding;
use super::reading::reader::Gathered;
use super::swift::Swift;
use super::{bai2, camt, canonical, coda, csv, gocardless, ofx, qif, stripe, swift, whmcs};

/// The reader of a format.
pub(super) fn reader(format: Format) -> Box<dyn Reader> {
    match format {
        Format::Canonical => Box::<Canonical>::default(),
        Format::Gocardless => Box::<Gocardless>::default(),
        Format::Stripe => Box::new(Gathered(stripe::read)),
        Format::Camt052 | Format::Camt053 | Format::Camt054 => Box::<Camt>::default(),
        Format::Ofx => Box::<Ofx>::default(),
        Format::Qif => Box::<Qif>::default(),
        Format::Mt940 | Format::Mt942 => Box::<Swift>::default(),
        Format::Bai2 => Box::<Bai2>::default(),
        Format::Coda => Box::<Coda>::default(),
        Format::Csv => Box::<Csv>::default(),
        Format::Whmcs => Box::new(Gathered(whmcs::read)),
    }
}

/// How sure a format is of the start of an input.
pub(super) fn looks(format: Format, look: &Look<'_>) -> Confidence {
    match format {
        Format::Canonical => canonical::looks(look),
        Format::Gocardless => gocardless::looks(look),
        Format::Stripe => stripe::looks(look),
        Format::Camt052 => camt::looks(look, "BkToCstmrAcctRpt", "camt.052."),
        Format::Camt053 => camt::looks(look, "BkToCstmrStmt", "camt.053."),
        Format::Camt054 => camt::looks(look, "BkToCstmrDbtCdtNtfctn", "camt.054."),
        Format::Ofx => ofx::looks(look),
        Format::Qif => qif::looks(look),
        Format::Mt940 => swift::looks(look, false),
        Format::Mt942 => swift::looks(look, true),
        Format::Bai2 => bai2::looks(look),
        Format::Coda => coda::looks(look),
        Format::Csv => csv::looks(look),
        Format::Whmcs => whmcs::looks(look),
    }
}

/// How lines of a format are read that are not UTF-8.
pub(super) fn choose(format: Format) -> encoding::Choose {
    match format {
        Format::Csv => csv::encoding,
        // The same code pages of banks' systems.
        Format::Mt940 | Format::Mt942 | Format::Coda => swift::encoding,
        _ => encoding::choose,
    }
}
