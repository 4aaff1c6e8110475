//! What can go wrong, with a stable code, a number for C, and the place in the input.
//!
//! A message says what was wrong and what would be right. It never holds a secret, a name, an account or a whole
//! input: an error may be logged.

use core::fmt;
use core::ops::Range;

/// Declares the codes once: variant, number, text form, meaning. Numbers are never reused: a retired one stays
/// as a comment in its block.
macro_rules! codes {
    ($($(#[$block:meta])* $variant:ident = $number:literal, $text:literal, $meaning:literal;)*) => {
        /// Every code an operation of this crate can answer with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum Code {
            $(#[doc = $meaning] $variant = $number,)*
        }

        impl Code {
            /// All codes, in the order of their numbers.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The stable text form for people and logs, as `format.csv.bad_amount`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }

            /// One sentence: what the code means.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }
            }

            /// The number that crosses the C border.
            pub const fn number(self) -> u32 {
                self as u32
            }
        }
    };
}

codes! {
    // 1000: money and other values
    MoneySyntax = 1001, "money.syntax", "Text that is not an amount.";
    MoneyOverflow = 1002, "money.overflow", "An amount beyond what 64 bits of minor units hold.";
    MoneyPrecision = 1003, "money.precision", "Digits beyond the currency's ISO 4217 decimals.";
    MoneyCurrencyUnknown = 1004, "money.currency_unknown", "A currency that is not in ISO 4217, now or in the past.";
    MoneyCurrencyMismatch = 1005, "money.currency_mismatch", "Two amounts of different currencies in one sum.";
    // 2000: rows handed in
    InputFloatMoney = 2001, "input.float_money", "Money given as a binary float: give a decimal string.";
    InputDuplicateId = 2002, "input.duplicate_id", "The same id with different content.";
    InputMissing = 2003, "input.missing", "A required field is missing.";
    InputBadField = 2004, "input.bad_field", "A field whose value is not of its form.";
    InputBadDate = 2005, "input.bad_date", "A date that does not exist or lies outside the years 1900 to 2199.";
    InputOptions = 2006, "input.options", "An option outside its range.";
    // 2007, "input.unknown_invoice": a host may settle and cover items that it does not list.
    // 3000: formats, all
    FormatUnknown = 3001, "format.unknown", "Content of no known format.";
    FormatUnsupported = 3002, "format.unsupported", "A known format that has no reader yet.";
    FormatEncoding = 3003, "format.encoding", "Bytes that are not text in the declared or detected encoding.";
    FormatTruncated = 3004, "format.truncated", "The input ends in the middle of a record.";
    FormatNoRows = 3005, "format.no_rows", "The input holds no row.";
    FormatTooLarge = 3006, "format.too_large", "A field, line or nesting beyond the reader's bounds.";
    FormatBalance = 3007, "format.balance", "Opening balance and entries do not add up to the closing balance.";
    FormatStatementGap = 3008, "format.statement_gap", "A statement begins with another balance than the one before it ends with.";
    FormatStatementOverlap = 3009, "format.statement_overlap", "Statements whose periods run into each other.";
    FormatWrite = 3010, "format.write", "Rows that do not make one file of the format.";
    FormatLeftOut = 3011, "format.left_out", "Fields of a row that the format does not hold.";
    // 3100: XML and camt
    XmlSyntax = 3101, "format.xml.syntax", "Text that is not well-formed XML.";
    XmlDoctype = 3102, "format.xml.doctype", "A document type declaration, which no bank sends: refused.";
    CamtBadAmount = 3110, "format.camt.bad_amount", "An entry's amount cannot be read.";
    CamtBadDate = 3111, "format.camt.bad_date", "An entry's date cannot be read.";
    CamtMissing = 3112, "format.camt.missing", "An entry lacks a required element.";
    // 3113, "format.camt.balance": one code for all formats, `format.balance`.
    CamtDetails = 3114, "format.camt.details", "The details of an entry do not add up to its amount: the entry's holds.";
    CamtAssumed = 3115, "format.camt.assumed", "Something that the statement leaves out was assumed.";
    CamtNotBooked = 3116, "format.camt.not_booked", "An entry that is for information only: no row.";
    // 3200: CSV
    CsvNoHeader = 3201, "format.csv.no_header", "No row names a date and an amount column.";
    CsvBadAmount = 3202, "format.csv.bad_amount", "A cell is not an amount.";
    CsvBadDate = 3203, "format.csv.bad_date", "A cell is not a date.";
    CsvColumns = 3204, "format.csv.columns", "A row with too few or too many cells.";
    CsvMapping = 3205, "format.csv.mapping", "The column map names a column that is not there.";
    CsvDateOrder = 3206, "format.csv.date_order", "Day and month cannot be told apart in any row.";
    CsvCurrency = 3207, "format.csv.currency", "No column and no option says the currency, or an amount names another one.";
    CsvSign = 3208, "format.csv.sign", "Nothing tells money in from money out, or a row goes neither way.";
    CsvBalance = 3209, "format.csv.balance", "The running balance does not follow from the amounts.";
    CsvDecimalMark = 3210, "format.csv.decimal_mark", "Decimals and thousands cannot be told apart in any cell.";
    CsvFee = 3211, "format.csv.fee", "A fee of which nothing tells whether the amount holds it.";
    CsvLeftOut = 3212, "format.csv.left_out", "Rows that are no booked transaction: declined ones, headings, totals.";
    CsvStatus = 3213, "format.csv.status", "A status that is not known: its rows are taken as booked.";
    // 3300: GoCardless Bank Account Data
    GocardlessBadRow = 3301, "format.gocardless.bad_row", "A transaction that lacks an amount or has one that cannot be read.";
    GocardlessBadDate = 3302, "format.gocardless.bad_date", "A booked transaction without a date that can be read.";
    GocardlessSwapped = 3303, "format.gocardless.swapped", "The other side is named in the fields of the host's own side.";
    GocardlessIncomplete = 3304, "format.gocardless.incomplete", "The rows are read, but planned payments or further pages are not among them.";
    // 3400: Stripe
    StripeBadObject = 3401, "format.stripe.bad_object", "An object that lacks amount, currency or time.";
    StripeUnsupported = 3402, "format.stripe.unsupported", "A Stripe object that moves no money here.";
    StripeIncomplete = 3403, "format.stripe.incomplete", "The rows are read, but fees, refunds or further pages are not in the input.";
    // 3420: Stripe's reports
    StripeReportBadRow = 3420, "format.stripe_report.bad_row", "A row without id or currency, or of a status that is not known.";
    StripeReportBadAmount = 3421, "format.stripe_report.bad_amount", "A cell is not an amount, or gross, fee and net do not add up.";
    StripeReportBadDate = 3422, "format.stripe_report.bad_date", "A row without a time, or with one that cannot be read.";
    StripeReportSummary = 3423, "format.stripe_report.summary", "A report of totals, which holds no row.";
    StripeReportIncomplete = 3424, "format.stripe_report.incomplete", "The rows are read, but refunds, days or ids are not in the report.";
    StripeReportLeftOut = 3425, "format.stripe_report.left_out", "Rows that moved no money.";
    // 3500: WHMCS
    WhmcsBadRow = 3501, "format.whmcs.bad_row", "An invoice or transaction row that cannot be read.";
    WhmcsFailed = 3502, "format.whmcs.failed", "The answer of an API call that failed.";
    WhmcsNoInvoice = 3503, "format.whmcs.no_invoice", "A transaction that belongs to no invoice: it settles nothing.";
    WhmcsNoBalance = 3504, "format.whmcs.no_balance", "Unpaid invoices of a list that states no balances: taken as open with their total.";
    // 3600: canonical JSON
    JsonSyntax = 3601, "format.json.syntax", "Text that is not JSON.";
    JsonBadRow = 3602, "format.json.bad_row", "A row that is not of the contract's shape.";
    // 3700: SWIFT MT940 and MT942
    Mt940BadEntry = 3701, "format.mt940.bad_entry", "A statement line (:61:) that does not say whether money came in or went out.";
    Mt940BadAmount = 3702, "format.mt940.bad_amount", "An entry's amount cannot be read.";
    Mt940BadDate = 3703, "format.mt940.bad_date", "An entry's date cannot be read, or does not exist and was taken as the last of its month.";
    Mt940Currency = 3704, "format.mt940.currency", "No balance, floor limit, account or option says the currency.";
    Mt940BadBalance = 3705, "format.mt940.bad_balance", "A balance that cannot be read.";
    Mt940Incomplete = 3706, "format.mt940.incomplete", "A statement without its opening or its closing balance: it may be cut.";
    Mt940Details = 3707, "format.mt940.details", "Details (:86:) that are of no entry.";
    Mt940Sums = 3708, "format.mt940.sums", "The entries of an interim report are not those that it counts and adds up.";
    Mt940Assumed = 3709, "format.mt940.assumed", "Something that the statement leaves out was assumed.";
    // 3720: OFX
    OfxBadAmount = 3720, "format.ofx.bad_amount", "An amount is missing or cannot be read.";
    OfxBadDate = 3721, "format.ofx.bad_date", "A movement's date is missing or cannot be read.";
    OfxCurrency = 3722, "format.ofx.currency", "Neither the statement nor an option says the currency.";
    OfxFailed = 3723, "format.ofx.failed", "The bank answers with an error or a warning of its own.";
    OfxAssumed = 3724, "format.ofx.assumed", "Something that the file leaves out or says in two ways was assumed.";
    OfxCorrection = 3725, "format.ofx.correction", "A record that replaces or deletes an earlier one.";
    OfxNoCash = 3726, "format.ofx.no_cash", "Movements of securities that move no cash: no rows.";
    // 3740: QIF
    QifBadAmount = 3740, "format.qif.bad_amount", "An amount is missing or cannot be read.";
    QifBadDate = 3741, "format.qif.bad_date", "A record's date is missing or cannot be read.";
    QifCurrency = 3742, "format.qif.currency", "No option says the currency, which the format leaves out.";
    QifDateOrder = 3743, "format.qif.date_order", "Day and month cannot be told apart in any record.";
    QifDecimalMark = 3744, "format.qif.decimal_mark", "Decimals and thousands cannot be told apart in any amount.";
    QifSplits = 3745, "format.qif.splits", "The splits of a record do not make its amount: the amount holds.";
    QifAction = 3746, "format.qif.action", "A trade of which nothing tells whether money comes in or goes out.";
    QifAssumed = 3747, "format.qif.assumed", "Something that the file leaves out was assumed.";
    QifLeftOut = 3748, "format.qif.left_out", "Records that move no money of the account: lists, securities.";
    // 3760: BAI2
    Bai2BadEntry = 3760, "format.bai2.bad_entry", "A transaction detail (16) whose type code or amount cannot be read.";
    Bai2BadBalance = 3761, "format.bai2.bad_balance", "A balance or a total of an account (03) that cannot be read.";
    Bai2BadDate = 3762, "format.bai2.bad_date", "The as-of date of a group (02) is missing or cannot be read.";
    Bai2BadRecord = 3763, "format.bai2.bad_record", "A line that is of no record.";
    Bai2Control = 3764, "format.bai2.control", "A trailer or a total that does not fit what was read, or is missing.";
    Bai2Assumed = 3765, "format.bai2.assumed", "Something that the file leaves out or says oddly was assumed.";
    Bai2LeftOut = 3766, "format.bai2.left_out", "Records that move no money: notes, and those of deletions and tests.";
    // 3770: CODA
    CodaBadEntry = 3770, "format.coda.bad_entry", "A movement (21) whose amount or transaction code cannot be read.";
    CodaBadBalance = 3771, "format.coda.bad_balance", "An old (1) or a new (8) balance that cannot be read.";
    CodaBadDate = 3772, "format.coda.bad_date", "Nothing says the day of a movement.";
    CodaBadRecord = 3773, "format.coda.bad_record", "A line that is of no statement.";
    CodaControl = 3774, "format.coda.control", "A trailer (9) that does not fit what was read, or a new balance or a trailer that is missing.";
    CodaAssumed = 3775, "format.coda.assumed", "Something that the statement leaves out or says oddly was assumed.";
    CodaDetails = 3776, "format.coda.details", "The details of a movement do not add up to it or cannot be read: the movement's amount holds.";
    CodaLeftOut = 3777, "format.coda.left_out", "Records that move no money: free messages of the bank.";
    // 3800: GoCardless Pro
    GocardlessProBadObject = 3801, "format.gocardless_pro.bad_object", "An object that lacks amount, currency or time, or has one that cannot be read.";
    GocardlessProUnsupported = 3802, "format.gocardless_pro.unsupported", "An object or event that moves no money of the balance.";
    GocardlessProIncomplete = 3803, "format.gocardless_pro.incomplete", "The rows are read, but days, payouts, items or further pages are not in the input.";
    // 3820: UK Open Banking
    OpenBankingBadRow = 3821, "format.open_banking_uk.bad_row", "A record that lacks amount, direction, status or date, or has one that cannot be read.";
    OpenBankingNotBooked = 3822, "format.open_banking_uk.not_booked", "Transactions that were rejected or are yet to come: no row.";
    OpenBankingAssumed = 3823, "format.open_banking_uk.assumed", "Something that the answer leaves open was assumed.";
    OpenBankingIncomplete = 3824, "format.open_banking_uk.incomplete", "The rows are read, but other lists or further pages are not.";
    // 3840: PayPal's API
    PaypalBadRow = 3841, "format.paypal.bad_row", "A record that lacks id, amount or date, or has one that cannot be read.";
    PaypalNotBooked = 3842, "format.paypal.not_booked", "Transactions that moved no money: no row.";
    PaypalReversed = 3843, "format.paypal.reversed", "Transactions that another transaction took back as a whole.";
    PaypalIncomplete = 3844, "format.paypal.incomplete", "The rows are read, but there are further pages.";
    // 3850: PayPal's activity download
    PaypalCsvBadRow = 3850, "format.paypal_csv.bad_row", "A row without a currency, or of a status that is not known.";
    PaypalCsvBadAmount = 3851, "format.paypal_csv.bad_amount", "A cell is not an amount, or gross and fee do not make the net amount.";
    PaypalCsvBadDate = 3852, "format.paypal_csv.bad_date", "A row without a date, or with one that cannot be read.";
    PaypalCsvLeftOut = 3853, "format.paypal_csv.left_out", "Rows that moved nothing: memos, and what was denied or cancelled.";
    PaypalCsvAssumed = 3854, "format.paypal_csv.assumed", "Day and month cannot be told apart in any row.";
    // 3860: Wise
    WiseBadRow = 3861, "format.wise.bad_row", "A movement that lacks amount, direction or date, or has one that cannot be read.";
    // 3880: Plaid
    PlaidBadRow = 3881, "format.plaid.bad_row", "A record that lacks id, amount, currency or date, or has one that cannot be read.";
    PlaidRemoved = 3882, "format.plaid.removed", "Transactions of earlier answers that are there no more.";
    PlaidModified = 3883, "format.plaid.modified", "Transactions that replace those of earlier answers.";
    PlaidSuperseded = 3884, "format.plaid.superseded", "Pending transactions that are there as booked: no row.";
    PlaidIncomplete = 3885, "format.plaid.incomplete", "The rows are read, but there are further ones.";
    // 3900: electronic invoices, UBL and Cross Industry Invoice
    EinvoiceMissing = 3900, "format.einvoice.missing", "An invoice lacks its number, its amounts or its currency.";
    EinvoiceBadAmount = 3901, "format.einvoice.bad_amount", "An amount of an invoice cannot be read.";
    EinvoiceBadDate = 3902, "format.einvoice.bad_date", "A date of an invoice cannot be read.";
    EinvoiceTotals = 3903, "format.einvoice.totals", "The totals of an invoice do not make its amount due: the amount due holds.";
    EinvoiceAssumed = 3904, "format.einvoice.assumed", "Something that an invoice leaves out or says in an unusual way was assumed.";
    EinvoiceLeftOut = 3905, "format.einvoice.left_out", "Discounts of an invoice that the model does not hold.";
    // 3920: lists of invoices in CSV
    CsvItems = 3920, "format.csv.items", "A list of invoices leaves out what is still open, or says a status that is not known.";
    // 5000: matching
    MatchingCancelled = 5001, "matching.cancelled", "The progress callback stopped the call.";
    MatchingTooMany = 5002, "matching.too_many", "More rows than 32-bit row numbers hold.";
    MatchingUnknownItem = 5003, "matching.unknown_item", "No item has this id.";
    MatchingOverspent = 5004, "matching.overspent", "More would be settled of an item than is open, or more taken back than it was.";
    MatchingBoundFailed = 5005, "matching.bound_failed", "The audits show more wrong automatic matches than the options accept: nothing is automatic.";
    MatchingUnknown = 5006, "matching.unknown", "No match or transaction of the call has this id.";
    // 5100: memory
    MemoryVersion = 5101, "memory.version", "A memory that another version of the engine wrote.";
    MemorySyntax = 5102, "memory.syntax", "Bytes that are not a memory.";
    // 6000: cryptography and keys
    CryptoUnsupported = 6001, "crypto.unsupported", "An algorithm that the library behind this build does not do.";
    CryptoFailed = 6002, "crypto.failed", "The library behind this build could not sign.";
    KeySyntax = 6011, "key.syntax", "Not a key of the form that it is said to be.";
    KeyKind = 6012, "key.kind", "A key of another kind than its algorithm takes.";
    KeyWeak = 6013, "key.weak", "A key that is too short or too simple to be trusted.";
    KeyRoca = 6014, "key.roca", "An RSA key of a generator whose keys can be factored.";
    KeySmallOrder = 6015, "key.small_order", "An Ed25519 key under which anybody can sign.";
    KeyUse = 6016, "key.use", "A key that is there for something else.";
    KeyAlgorithm = 6017, "key.algorithm", "A key for another algorithm.";
    KeyPrivate = 6018, "key.private", "A private key where a public one is due.";
    KeyDuplicateId = 6019, "key.duplicate_id", "Two keys of one set have the same id.";
    KeySetMixed = 6020, "key.set_mixed", "Secrets and public keys in one set.";
    KeyNone = 6021, "key.none", "A set without a key that can be used.";
    KeyRevoked = 6022, "key.revoked", "A key that nothing counts under any more.";
    KeyStatus = 6023, "key.status", "A key that is not in the state that a step of its life takes.";
    // 6100: tokens
    TokenTooLarge = 6101, "token.too_large", "A token or its header beyond its bound.";
    TokenSegments = 6102, "token.segments", "Not three segments with points between them.";
    TokenBase64 = 6103, "token.base64", "A segment that is not base64url without padding.";
    TokenJson = 6104, "token.json", "A header or a payload that is no JSON object of one meaning.";
    TokenHeader = 6105, "token.header", "A member of the header is missing or of another type.";
    TokenHeaderKey = 6106, "token.header_key", "A token that brings its own key.";
    TokenCritical = 6107, "token.critical", "The header asks for what is not understood here.";
    TokenAlgorithm = 6108, "token.algorithm", "An algorithm that is not allowed.";
    TokenUnknownKey = 6109, "token.unknown_key", "No key that the token may be signed under.";
    TokenSignature = 6110, "token.signature", "The signature is not that of the token.";
    TokenType = 6111, "token.type", "A token of another type.";
    TokenClaim = 6112, "token.claim", "A claim of another type than its own.";
    TokenMissing = 6113, "token.missing", "A claim that must be there is not.";
    TokenIssuer = 6114, "token.issuer", "A token of another issuer.";
    TokenAudience = 6115, "token.audience", "A token that is meant for somebody else.";
    TokenSubject = 6116, "token.subject", "A token of another subject.";
    TokenExpired = 6117, "token.expired", "A token whose time is over.";
    TokenNotYet = 6118, "token.not_yet", "A token whose time has not come.";
    TokenTooOld = 6119, "token.too_old", "A token that was issued too long ago.";
    TokenBinding = 6120, "token.binding", "A token that is bound to a key that was not shown.";
    // 6200: sessions and permissions
    PermissionSyntax = 6201, "permission.syntax", "Not a permission, or not a pattern of some.";
    PermissionRole = 6202, "permission.role", "A role without a name, or one that is there already.";
    // 6300: webhooks
    WebhookScheme = 6301, "webhook.scheme", "A description of a scheme that proves nothing, or that can be read in two ways.";
    WebhookSecret = 6302, "webhook.secret", "A secret that is missing, too short, too long, there twice, or not of the scheme's form.";
    WebhookMissing = 6303, "webhook.missing", "A header that the scheme needs is not there.";
    WebhookRepeated = 6304, "webhook.repeated", "What may stand once stands several times.";
    WebhookTooLarge = 6305, "webhook.too_large", "A header or a body beyond its bound.";
    WebhookHeader = 6306, "webhook.header", "A header that is not of the scheme's form.";
    WebhookEncoding = 6307, "webhook.encoding", "A signature that is not spelled as the scheme spells it.";
    WebhookCandidates = 6308, "webhook.candidates", "More signatures than are looked at.";
    WebhookNoSignature = 6309, "webhook.no_signature", "A header without a signature of the scheme.";
    WebhookTimestamp = 6310, "webhook.timestamp", "A timestamp that is no plain number of seconds.";
    WebhookTimestampUnit = 6311, "webhook.timestamp_unit", "A timestamp in milliseconds or finer, where seconds are due.";
    WebhookId = 6312, "webhook.id", "An id in a header that is not of its form.";
    WebhookSignature = 6313, "webhook.signature", "No signature is that of the body under a secret.";
    WebhookBodyChanged = 6314, "webhook.body_changed", "The signature is that of another spelling of the body: it was not handed on as it came.";
    WebhookTooOld = 6315, "webhook.too_old", "A message that was signed longer ago than is accepted.";
    WebhookAhead = 6316, "webhook.ahead", "A message that was signed further in the future than clocks may differ.";
    WebhookEventJson = 6317, "webhook.event_json", "A body that is no JSON of one meaning.";
    WebhookEventId = 6318, "webhook.event_id", "An event's id is missing, there twice, or not of its form.";
    // 6400: certificates
    CertificateSyntax = 6401, "certificate.syntax", "Bytes that are not a certificate in DER, or no chain of them.";
    CertificateTooLarge = 6402, "certificate.too_large", "A certificate, a list, a chain or a bundle beyond its bound.";
    CertificateVersion = 6403, "certificate.version", "A certificate of another version than the third.";
    CertificateSerial = 6404, "certificate.serial", "A serial number that is not positive or too long.";
    CertificateDistinguishedName = 6405, "certificate.distinguished_name", "An issuer or an authority without a name.";
    CertificateExtension = 6406, "certificate.extension", "An extension that is there twice, malformed, or critical where it may not be.";
    CertificateCritical = 6407, "certificate.critical", "A critical extension that nothing here acts on.";
    CertificateAuthority = 6408, "certificate.authority", "No authority in the place of one, or one in the place of a leaf.";
    CertificateKeyUsage = 6409, "certificate.key_usage", "A key that may not be used for what it is used for, or for more than it may.";
    CertificateExtendedKeyUsage = 6410, "certificate.extended_key_usage", "A certificate that is there for something else, or does not say for what.";
    CertificateKeyIdentifier = 6411, "certificate.key_identifier", "A key identifier that is missing, malformed or critical.";
    CertificateNameConstraints = 6412, "certificate.name_constraints", "Name constraints that no name can be held against, or in a leaf.";
    CertificateConstrained = 6413, "certificate.constrained", "A name that the path does not permit.";
    CertificateAlternativeName = 6414, "certificate.alternative_name", "Alternative names that are missing or none of their kind.";
    // 6415, "certificate.common_name": no name is taken from there, so that it is a warning of a chain that holds.
    CertificateKey = 6416, "certificate.key", "A key that is too weak or of a kind that is not taken.";
    CertificateLifetime = 6417, "certificate.lifetime", "A public certificate that lasts longer than it may.";
    CertificateExpired = 6418, "certificate.expired", "A certificate whose time is over.";
    CertificateNotYet = 6419, "certificate.not_yet", "A certificate whose time has not begun.";
    CertificateName = 6420, "certificate.name", "A certificate for other names.";
    CertificateUnknownIssuer = 6421, "certificate.unknown_issuer", "No path leads to an anchor.";
    CertificateSignature = 6422, "certificate.signature", "A signature that is not that of the issuer.";
    CertificateAlgorithm = 6423, "certificate.algorithm", "A certificate that is signed in a way that is not taken.";
    CertificatePathLength = 6424, "certificate.path_length", "More authorities in the path than it may have.";
    CertificateDistrusted = 6425, "certificate.distrusted", "A key that nobody trusts any more.";
    CertificateRevoked = 6426, "certificate.revoked", "A certificate that was revoked.";
    CertificateRevocationUnknown = 6427, "certificate.revocation_unknown", "No revocation list answers for a certificate.";
    CertificateSkipped = 6428, "certificate.skipped", "A chain that was not verified, since the mode is that of a sandbox.";
    CertificateNoAnchor = 6429, "certificate.no_anchor", "A set without an anchor.";
    CertificateClient = 6430, "certificate.client", "A client against anchors of the public web.";
    // 6440: revocation lists
    CertificateListSyntax = 6440, "certificate.list_syntax", "Bytes that are not a revocation list in DER.";
    CertificateListExtension = 6441, "certificate.list_extension", "An extension of a revocation list that is missing, malformed or critical.";
    CertificateListUnsupported = 6442, "certificate.list_unsupported", "A revocation list of a kind that is not taken.";
    CertificateListExpired = 6443, "certificate.list_expired", "A revocation list whose time is over.";
    CertificateListNotYet = 6444, "certificate.list_not_yet", "A revocation list whose time has not begun.";
    CertificateListSignature = 6445, "certificate.list_signature", "A revocation list whose signature is not that of the authority.";
    CertificateListIssuer = 6446, "certificate.list_issuer", "A revocation list of an authority whose key may not sign any.";
    // 6460: bundles
    CertificatePem = 6460, "certificate.pem", "Text that is not a bundle in PEM.";
    CertificatePrivateKey = 6461, "certificate.private_key", "A private key in a bundle of certificates.";
    // 6470: pins
    CertificatePin = 6470, "certificate.pin", "Text that is not a pin.";
    CertificatePinNoBackup = 6471, "certificate.pin_no_backup", "A set without a pin that could be switched to.";
    CertificatePinMismatch = 6472, "certificate.pin_mismatch", "No key of a chain is pinned.";
    CertificatePinExpired = 6473, "certificate.pin_expired", "A set of pins whose time is over.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Where in the input. Every part is optional; what is known is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Place {
    /// Bytes of the record, from the start of the input, end exclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<Range<u64>>,
    /// Line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Path of the field: `/transactions/booked/3/bookingDate`, `Ntry/Amt`, a column's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Id of the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
}

/// An error or a warning: code, sentence, place.
#[derive(Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[serde(transparent)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq, serde::Serialize)]
struct Inner {
    code: Code,
    message: String,
    #[serde(flatten)]
    place: Place,
}

impl Error {
    /// A new error; `message` says what was wrong and what would be right.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Error(Box::new(Inner { code, message: message.into(), place: Place::default() }))
    }

    /// The same error with the bytes of its record.
    #[must_use]
    pub fn at_bytes(mut self, bytes: Range<u64>) -> Self {
        self.0.place.bytes = Some(bytes);
        self
    }

    /// The same error with its line, counted from 1.
    #[must_use]
    pub fn at_line(mut self, line: u64) -> Self {
        self.0.place.line = Some(line);
        self
    }

    /// The same error with the path of its field.
    #[must_use]
    pub fn at_field(mut self, field: impl Into<String>) -> Self {
        self.0.place.field = Some(field.into());
        self
    }

    /// The same error with the id of its row.
    #[must_use]
    pub fn at_row(mut self, row: impl Into<String>) -> Self {
        self.0.place.row = Some(row.into());
        self
    }

    /// The same error with the name of the file or the input that it is of before its message.
    ///
    /// ```
    /// use payymo::{Code, Error};
    /// let error = Error::new(Code::CsvBadAmount, "not an amount").at_line(3).named("march.csv");
    /// assert_eq!(error.to_string(), "format.csv.bad_amount: march.csv: not an amount, line 3");
    /// ```
    #[must_use]
    pub fn named(mut self, input: &str) -> Self {
        self.0.message.insert_str(0, ": ");
        self.0.message.insert_str(0, input);
        self
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The sentence for a person.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Where it was.
    pub fn place(&self) -> &Place {
        &self.0.place
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { code, message, place } = &*self.0;
        write!(f, "{code}: {message}")?;
        if let Some(line) = place.line {
            write!(f, ", line {line}")?;
        }
        if let Some(bytes) = &place.bytes {
            write!(f, ", bytes {}..{}", bytes.start, bytes.end)?;
        }
        if let Some(field) = &place.field {
            write!(f, ", field {field}")?;
        }
        if let Some(row) = &place.row {
            write!(f, ", row {row}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_ordered() {
        let mut texts = std::collections::BTreeSet::new();
        for pair in Code::ALL.windows(2) {
            assert!(pair[0].number() < pair[1].number(), "{} after {}", pair[1], pair[0]);
        }
        for code in Code::ALL {
            assert!(texts.insert(code.as_str()), "{code} twice");
        }
    }
}
