//! The schemes, and a valid reference of one.

/// A scheme of payment references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Scheme {
    /// ISO 11649 creditor reference.
    Rf,
    /// Belgian structured communication (OGM, VCS).
    Ogm,
    /// Swiss QR reference.
    Qrr,
    /// Swiss ISR reference (ESR, BVR, PVR), until 2022.
    Esr,
    /// Finnish reference number.
    Viitenumero,
    /// Estonian reference number.
    Viitenumber,
    /// Norwegian customer identification, modulus 10.
    KidMod10,
    /// Norwegian customer identification, modulus 11.
    KidMod11,
    /// Swedish OCR reference number.
    Ocr,
    /// Slovenian reference.
    Si,
    /// Danish payment slip (FIK, GIK) with a payment id.
    Fik,
    /// Dutch payment reference.
    Betalingskenmerk,
    /// Czech and Slovak variable symbol.
    VariableSymbol,
}

impl Scheme {
    /// All schemes.
    pub const ALL: &'static [Scheme] = &[
        Scheme::Rf,
        Scheme::Ogm,
        Scheme::Qrr,
        Scheme::Esr,
        Scheme::Viitenumero,
        Scheme::Viitenumber,
        Scheme::KidMod10,
        Scheme::KidMod11,
        Scheme::Ocr,
        Scheme::Si,
        Scheme::Fik,
        Scheme::Betalingskenmerk,
        Scheme::VariableSymbol,
    ];

    /// A stable name: `rf`, `ogm`, `kid_mod10` …
    pub const fn as_str(self) -> &'static str {
        match self {
            Scheme::Rf => "rf",
            Scheme::Ogm => "ogm",
            Scheme::Qrr => "qrr",
            Scheme::Esr => "esr",
            Scheme::Viitenumero => "viitenumero",
            Scheme::Viitenumber => "viitenumber",
            Scheme::KidMod10 => "kid_mod10",
            Scheme::KidMod11 => "kid_mod11",
            Scheme::Ocr => "ocr",
            Scheme::Si => "si",
            Scheme::Fik => "fik",
            Scheme::Betalingskenmerk => "betalingskenmerk",
            Scheme::VariableSymbol => "variable_symbol",
        }
    }

    /// What the scheme's check proves at least: whole bits of -log2 of the chance that a random text of its form
    /// passes. 97 possible remainders are 6 bits, 10 or 11 are 3.
    pub const fn bits(self) -> u32 {
        match self {
            Scheme::Rf | Scheme::Ogm => 6,
            Scheme::Qrr
            | Scheme::Esr
            | Scheme::Viitenumero
            | Scheme::Viitenumber
            | Scheme::KidMod10
            | Scheme::KidMod11
            | Scheme::Ocr
            | Scheme::Fik => 3,
            // Model 00 and seven digits have no check digit.
            Scheme::Si | Scheme::Betalingskenmerk | Scheme::VariableSymbol => 0,
        }
    }
}

/// A valid reference.
#[derive(Clone, PartialEq, Eq)]
pub struct Canonical {
    /// Its scheme.
    pub scheme: Scheme,
    /// As the scheme's rules print it: `RF18 5390 0754 7034`, `+++090/9337/55493+++`.
    pub text: String,
    /// To compare by, within a scheme: no separators, and no leading zeros where these are padding (all but OGM,
    /// SI and betalingskenmerk). A KID of modulus 11 may end in a hyphen.
    pub key: String,
    /// What [`generate`](super::generate) makes it from: without check digits and padding.
    pub base: String,
    /// What its check digits prove: see [`Scheme::bits`]; more where it has several (SI, a Swedish or Dutch length
    /// digit that is right).
    pub bits: u32,
}

/// A reference may lead to a person: only its scheme is shown.
impl core::fmt::Debug for Canonical {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Canonical").field("scheme", &self.scheme).finish_non_exhaustive()
    }
}
