// Generated from the table of operations by `cargo run -p payymo-contract --bin generate-bindings`. Do not edit.

/// <reference types="node" />

/** A decimal number as text: `'1204.50'`. */
export type Decimal = string;
/** A code of ISO 4217: `'EUR'`. */
export type Currency = string;
/** A date of ISO 8601: `'2026-03-31'`. */
export type IsoDate = string;

/**
 * Money and other decimal numbers as they are taken: decimal text; a `bigint` or a safe integer, which are whole major
 * units (`12n` is 12.00); or an object whose `toJSON` gives one of these (decimal.js, big.js, Prisma). A number with a
 * fraction is refused with `input.float_money`: it has lost digits already.
 */
export type DecimalInput = string | number | bigint | { toJSON(): string };
/** A date as it is taken: ISO 8601. A `Date` is refused: it is an instant, whose day depends on a time zone. */
export type DateInput = string;
/** Bytes as they are taken; a string stands for its UTF-8. */
export type BytesInput = string | Uint8Array | ArrayBuffer;

/** Where something is wrong. */
export interface Place {
  /** Bytes of the record, from the start of the input. */
  readonly bytes?: { readonly start: number; readonly end: number };
  /** Line, counted from 1. */
  readonly line?: number;
  /** The field: of a request a JSON pointer, `/transactions/0/amount`. */
  readonly field?: string;
  /** Id of the row. */
  readonly row?: string;
}

/** Why a call has no answer. It holds no secret and no data of a person. */
export declare class PayymoError extends Error {
  constructor(code: ErrorCode, message: string, place?: Place, options?: { cause?: unknown });
  readonly name: 'PayymoError';
  /** The stable code: `'format.csv.bad_amount'`. */
  readonly code: ErrorCode;
  /** Its number, for hosts that keep numbers. */
  readonly number: number;
  /** Where it was; empty where there is no place. */
  readonly place: Place;
  /** `{code, number, message}` with the place beside them. */
  toJSON(): { code: ErrorCode; number: number; message: string } & Place;
}

/** How far a call has come. */
export interface Progress {
  readonly stage: 'prepare' | 'score' | 'assign';
  /** Rows done in this stage. */
  readonly done: number;
  /** Rows in all. */
  readonly all: number;
}

/** What every function takes. */
export interface CommonOptions {
  /** Unknown fields are an error instead of being ignored. */
  strict?: boolean | undefined;
}

/** What every function takes that gives a promise. */
export interface AsyncOptions extends CommonOptions {
  /**
   * Stops the call: one that waits does not begin, one that runs ends at its next point of progress, and the promise is
   * rejected with `signal.reason`. A call that ends before it sees the signal gives its answer.
   */
  signal?: AbortSignal | undefined;
}

/** Of functions that may take long. */
export interface ProgressOptions {
  /**
   * Told how far the call has come. `false` stops the call with `matching.cancelled`; what it throws stops the call too and
   * is thrown by the call. The asynchronous form tells about every 20 ms, and at the end.
   */
  onProgress?: ((progress: Progress) => boolean | void) | undefined;
}

/** Of calls of documents. */
export interface DocumentOptions extends ProgressOptions {
  /** Bytes that the document names as `{"blob": 0}`. */
  blobs?: readonly Uint8Array[] | undefined;
}

/**
 * Does an operation as documents: JSON in, the library's own bytes out. For hosts that hold JSON already; the functions
 * below are made of it.
 */
export declare function callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
/** {@link callSync} on a thread of the pool. */
export declare function call(
  operation: OperationName,
  request?: string | Uint8Array,
  options?: DocumentOptions & { signal?: AbortSignal | undefined },
): Promise<Buffer>;

/**
 * The library's own bytes of an answer (an object or a list that a function of this package gave), as it gave them:
 * equal in every language, `1.0` included, which JavaScript writes `1`. `pretty` indents by two spaces.
 */
export declare function toDocument(answer: object, options?: { pretty?: boolean | undefined }): Buffer;

/** Says of an IBAN what `party.iban` says, without more. For hot paths. */
export declare function ibanCheck(text: string): IbanVerdict;
/** Whether a whole text is a reference of a scheme, in any printed form: whether `reference.validate` answers one. For hot paths. */
export declare function referenceCheck(scheme: Scheme, text: string): boolean;
/** Decimals of a currency's minor unit; `undefined` for what is no code of ISO 4217. For hot paths. */
export declare function currencyDecimals(code: string): number | undefined;

/** Every code with its number. */
export declare const codes: { readonly [code: string]: number };

/** Names of all operations. */
export type OperationName =
  | 'format.detect'
  | 'format.detection'
  | 'format.read'
  | 'format.write_json_lines'
  | 'format.write_transactions'
  | 'format.write_invoices'
  | 'format.write_settlements'
  | 'format.write_camt053'
  | 'format.write_mt940'
  | 'stream.new'
  | 'stream.push'
  | 'stream.finish'
  | 'linking.duplicates'
  | 'linking.assign_ids'
  | 'linking.invoices'
  | 'linking.settlements'
  | 'matching.reconcile'
  | 'matching.explain'
  | 'matching.settlements'
  | 'matcher.new'
  | 'matcher.put'
  | 'matcher.remove'
  | 'matcher.close'
  | 'matcher.settle'
  | 'matcher.apply'
  | 'matcher.undo'
  | 'matcher.remember'
  | 'matcher.reconcile'
  | 'matcher.propose'
  | 'matcher.explain'
  | 'memory.learn'
  | 'memory.unlearn'
  | 'memory.merge'
  | 'memory.forget_customer'
  | 'memory.merge_customers'
  | 'memory.info'
  | 'reference.validate'
  | 'reference.generate'
  | 'reference.ocr_with_length'
  | 'reference.find'
  | 'reference.inside'
  | 'party.iban'
  | 'party.find_ibans'
  | 'party.bic'
  | 'party.account_keys'
  | 'party.same_account'
  | 'party.name'
  | 'party.compare_names'
  | 'money.parse'
  | 'money.parse_localized'
  | 'money.learn_mark'
  | 'money.sum'
  | 'money.currency'
  | 'money.currencies'
  | 'text.fold'
  | 'text.tokens'
  | 'text.edits'
  | 'text.html'
  | 'text.csv_cell'
  | 'text.terminal'
  | 'verifier.new'
  | 'verifier.verify'
  | 'verifier.open'
  | 'verifier.keys'
  | 'verifier.jwks'
  | 'signer.new'
  | 'signer.sign'
  | 'signer.jwk'
  | 'token.standing'
  | 'token.thumbprint'
  | 'sessions.new'
  | 'sessions.begin'
  | 'sessions.present'
  | 'sessions.refresh'
  | 'sessions.confirm'
  | 'sessions.end'
  | 'sessions.verify'
  | 'revocations.new'
  | 'revocations.add'
  | 'revocations.forget'
  | 'revocations.count'
  | 'revocations.standing'
  | 'permission.decide'
  | 'permission.covers'
  | 'permission.gaps'
  | 'keyring.begin'
  | 'keyring.stage'
  | 'keyring.switch'
  | 'keyring.revoke'
  | 'keyring.drop_ended'
  | 'keyring.check'
  | 'keyring.view'
  | 'keyring.due'
  | 'jwks.decide'
  | 'jwks.ended'
  | 'webhook.verify'
  | 'webhook.claim'
  | 'anchors.new'
  | 'anchors.verify'
  | 'certificate.bundle'
  | 'certificate.pin'
  | 'certificate.plan'
  | 'library.about';

/** Stable codes of errors. Codes are added in later versions, never renamed. */
export type ErrorCode =
  | 'money.syntax'
  | 'money.overflow'
  | 'money.precision'
  | 'money.currency_unknown'
  | 'money.currency_mismatch'
  | 'input.float_money'
  | 'input.duplicate_id'
  | 'input.missing'
  | 'input.bad_field'
  | 'input.bad_date'
  | 'input.options'
  | 'format.unknown'
  | 'format.unsupported'
  | 'format.encoding'
  | 'format.truncated'
  | 'format.no_rows'
  | 'format.too_large'
  | 'format.balance'
  | 'format.statement_gap'
  | 'format.statement_overlap'
  | 'format.write'
  | 'format.left_out'
  | 'format.xml.syntax'
  | 'format.xml.doctype'
  | 'format.camt.bad_amount'
  | 'format.camt.bad_date'
  | 'format.camt.missing'
  | 'format.camt.details'
  | 'format.camt.assumed'
  | 'format.camt.not_booked'
  | 'format.csv.no_header'
  | 'format.csv.bad_amount'
  | 'format.csv.bad_date'
  | 'format.csv.columns'
  | 'format.csv.mapping'
  | 'format.csv.date_order'
  | 'format.csv.currency'
  | 'format.csv.sign'
  | 'format.csv.balance'
  | 'format.csv.decimal_mark'
  | 'format.csv.fee'
  | 'format.csv.left_out'
  | 'format.csv.status'
  | 'format.gocardless.bad_row'
  | 'format.gocardless.bad_date'
  | 'format.gocardless.swapped'
  | 'format.gocardless.incomplete'
  | 'format.stripe.bad_object'
  | 'format.stripe.unsupported'
  | 'format.stripe.incomplete'
  | 'format.stripe_report.bad_row'
  | 'format.stripe_report.bad_amount'
  | 'format.stripe_report.bad_date'
  | 'format.stripe_report.summary'
  | 'format.stripe_report.incomplete'
  | 'format.stripe_report.left_out'
  | 'format.whmcs.bad_row'
  | 'format.whmcs.failed'
  | 'format.whmcs.no_invoice'
  | 'format.whmcs.no_balance'
  | 'format.json.syntax'
  | 'format.json.bad_row'
  | 'format.mt940.bad_entry'
  | 'format.mt940.bad_amount'
  | 'format.mt940.bad_date'
  | 'format.mt940.currency'
  | 'format.mt940.bad_balance'
  | 'format.mt940.incomplete'
  | 'format.mt940.details'
  | 'format.mt940.sums'
  | 'format.mt940.assumed'
  | 'format.ofx.bad_amount'
  | 'format.ofx.bad_date'
  | 'format.ofx.currency'
  | 'format.ofx.failed'
  | 'format.ofx.assumed'
  | 'format.ofx.correction'
  | 'format.ofx.no_cash'
  | 'format.qif.bad_amount'
  | 'format.qif.bad_date'
  | 'format.qif.currency'
  | 'format.qif.date_order'
  | 'format.qif.decimal_mark'
  | 'format.qif.splits'
  | 'format.qif.action'
  | 'format.qif.assumed'
  | 'format.qif.left_out'
  | 'format.bai2.bad_entry'
  | 'format.bai2.bad_balance'
  | 'format.bai2.bad_date'
  | 'format.bai2.bad_record'
  | 'format.bai2.control'
  | 'format.bai2.assumed'
  | 'format.bai2.left_out'
  | 'format.coda.bad_entry'
  | 'format.coda.bad_balance'
  | 'format.coda.bad_date'
  | 'format.coda.bad_record'
  | 'format.coda.control'
  | 'format.coda.assumed'
  | 'format.coda.details'
  | 'format.coda.left_out'
  | 'format.gocardless_pro.bad_object'
  | 'format.gocardless_pro.unsupported'
  | 'format.gocardless_pro.incomplete'
  | 'format.open_banking_uk.bad_row'
  | 'format.open_banking_uk.not_booked'
  | 'format.open_banking_uk.assumed'
  | 'format.open_banking_uk.incomplete'
  | 'format.paypal.bad_row'
  | 'format.paypal.not_booked'
  | 'format.paypal.reversed'
  | 'format.paypal.incomplete'
  | 'format.paypal_csv.bad_row'
  | 'format.paypal_csv.bad_amount'
  | 'format.paypal_csv.bad_date'
  | 'format.paypal_csv.left_out'
  | 'format.paypal_csv.assumed'
  | 'format.wise.bad_row'
  | 'format.plaid.bad_row'
  | 'format.plaid.removed'
  | 'format.plaid.modified'
  | 'format.plaid.superseded'
  | 'format.plaid.incomplete'
  | 'format.einvoice.missing'
  | 'format.einvoice.bad_amount'
  | 'format.einvoice.bad_date'
  | 'format.einvoice.totals'
  | 'format.einvoice.assumed'
  | 'format.einvoice.left_out'
  | 'format.csv.items'
  | 'matching.cancelled'
  | 'matching.too_many'
  | 'matching.unknown_item'
  | 'matching.overspent'
  | 'matching.bound_failed'
  | 'matching.unknown'
  | 'memory.version'
  | 'memory.syntax'
  | 'crypto.unsupported'
  | 'crypto.failed'
  | 'key.syntax'
  | 'key.kind'
  | 'key.weak'
  | 'key.roca'
  | 'key.small_order'
  | 'key.use'
  | 'key.algorithm'
  | 'key.private'
  | 'key.duplicate_id'
  | 'key.set_mixed'
  | 'key.none'
  | 'key.revoked'
  | 'key.status'
  | 'token.too_large'
  | 'token.segments'
  | 'token.base64'
  | 'token.json'
  | 'token.header'
  | 'token.header_key'
  | 'token.critical'
  | 'token.algorithm'
  | 'token.unknown_key'
  | 'token.signature'
  | 'token.type'
  | 'token.claim'
  | 'token.missing'
  | 'token.issuer'
  | 'token.audience'
  | 'token.subject'
  | 'token.expired'
  | 'token.not_yet'
  | 'token.too_old'
  | 'token.binding'
  | 'permission.syntax'
  | 'permission.role'
  | 'webhook.scheme'
  | 'webhook.secret'
  | 'webhook.missing'
  | 'webhook.repeated'
  | 'webhook.too_large'
  | 'webhook.header'
  | 'webhook.encoding'
  | 'webhook.candidates'
  | 'webhook.no_signature'
  | 'webhook.timestamp'
  | 'webhook.timestamp_unit'
  | 'webhook.id'
  | 'webhook.signature'
  | 'webhook.body_changed'
  | 'webhook.too_old'
  | 'webhook.ahead'
  | 'webhook.event_json'
  | 'webhook.event_id'
  | 'certificate.syntax'
  | 'certificate.too_large'
  | 'certificate.version'
  | 'certificate.serial'
  | 'certificate.distinguished_name'
  | 'certificate.extension'
  | 'certificate.critical'
  | 'certificate.authority'
  | 'certificate.key_usage'
  | 'certificate.extended_key_usage'
  | 'certificate.key_identifier'
  | 'certificate.name_constraints'
  | 'certificate.constrained'
  | 'certificate.alternative_name'
  | 'certificate.key'
  | 'certificate.lifetime'
  | 'certificate.expired'
  | 'certificate.not_yet'
  | 'certificate.name'
  | 'certificate.unknown_issuer'
  | 'certificate.signature'
  | 'certificate.algorithm'
  | 'certificate.path_length'
  | 'certificate.distrusted'
  | 'certificate.revoked'
  | 'certificate.revocation_unknown'
  | 'certificate.skipped'
  | 'certificate.no_anchor'
  | 'certificate.client'
  | 'certificate.list_syntax'
  | 'certificate.list_extension'
  | 'certificate.list_unsupported'
  | 'certificate.list_expired'
  | 'certificate.list_not_yet'
  | 'certificate.list_signature'
  | 'certificate.list_issuer'
  | 'certificate.pem'
  | 'certificate.private_key'
  | 'certificate.pin'
  | 'certificate.pin_no_backup'
  | 'certificate.pin_mismatch'
  | 'certificate.pin_expired'
  | 'contract.version'
  | 'contract.operation'
  | 'contract.syntax'
  | 'contract.field'
  | 'contract.handle'
  | 'contract.internal'
  | 'contract.argument'
  | 'contract.encoding'
  | 'contract.callback'
  | 'contract.transport'
  | (string & {});

/**
 * Formats of statements and lists.
 *
 * - `camt052`: ISO 20022 camt.052, the report of an account within the day.
 * - `camt053`: ISO 20022 camt.053, the statement.
 * - `camt054`: ISO 20022 camt.054, the notification of single bookings.
 * - `mt940`: SWIFT MT940, the customer statement.
 * - `mt942`: SWIFT MT942, the interim transaction report.
 * - `bai2`: BAI2, the balance and transaction report of North American banks.
 * - `coda`: CODA, the coded statement of account of Belgian banks.
 * - `ubl`: UBL 2.1 `Invoice` and `CreditNote`, plain or of EN 16931.
 * - `cii`: UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD, XRechnung.
 * - `gocardless`: GoCardless Bank Account Data.
 * - `gocardless_pro`: GoCardless Pro, the API that collects direct debits.
 * - `open_banking_uk`: The account information API of the UK's banks.
 * - `paypal`: PayPal's transaction search and balances.
 * - `wise`: Balance statements of Wise.
 * - `plaid`: Plaid's transactions.
 * - `whmcs`: WHMCS API answers.
 * - `stripe`: Stripe objects.
 * - `stripe_report`: Stripe's report CSVs.
 * - `paypal_csv`: PayPal's activity download.
 * - `canonical`: The contract's own JSON.
 * - `ofx`: Open Financial Exchange, SGML or XML.
 * - `qif`: Quicken Interchange Format.
 * - `csv`: A bank's CSV export.
 */
export type Format =
  | 'camt052'
  | 'camt053'
  | 'camt054'
  | 'mt940'
  | 'mt942'
  | 'bai2'
  | 'coda'
  | 'ubl'
  | 'cii'
  | 'gocardless'
  | 'gocardless_pro'
  | 'open_banking_uk'
  | 'paypal'
  | 'wise'
  | 'plaid'
  | 'whmcs'
  | 'stripe'
  | 'stripe_report'
  | 'paypal_csv'
  | 'canonical'
  | 'ofx'
  | 'qif'
  | 'csv'
  | (string & {});

/**
 * What parts units from cents.
 *
 * - `.`: `1,234.56`
 * - `,`: `1.234,56`
 */
export type DecimalMark =
  | '.'
  | ','
  | (string & {});

/**
 * The order of day, month and year.
 *
 * - `day_month_year`: 31.03.2026
 * - `month_day_year`: 03/31/2026
 * - `year_month_day`: 2026-03-31
 */
export type DateOrder =
  | 'day_month_year'
  | 'month_day_year'
  | 'year_month_day'
  | (string & {});

/**
 * What a positive amount means.
 *
 * - `in_positive`: Money in is positive, as on a bank account.
 * - `out_positive`: Money out is positive, as charges are on a card statement.
 */
export type Sign =
  | 'in_positive'
  | 'out_positive'
  | (string & {});

/**
 * Whether the bank has booked a transaction.
 *
 * - `booked`: Booked: final.
 * - `pending`: Announced: may change or vanish.
 */
export type Status =
  | 'booked'
  | 'pending'
  | (string & {});

/**
 * What a transaction is.
 *
 * - `transfer`: Credit transfer.
 * - `direct_debit`: Direct debit.
 * - `card`: Card payment.
 * - `cheque`: Cheque.
 * - `payout`: Payout of a gateway.
 * - `refund`: Refund to a payer.
 * - `return`: Returned payment.
 * - `dispute`: Chargeback or dispute.
 * - `fee`: Charges of the bank or the gateway.
 * - `interest`: Interest.
 * - `internal`: Between the host's own accounts.
 * - `other`: Anything else, or not known.
 */
export type TransactionKind =
  | 'transfer'
  | 'direct_debit'
  | 'card'
  | 'cheque'
  | 'payout'
  | 'refund'
  | 'return'
  | 'dispute'
  | 'fee'
  | 'interest'
  | 'internal'
  | 'other'
  | (string & {});

/**
 * What a reference refers to.
 *
 * - `end_to_end`: End-to-end id of the payer.
 * - `creditor`: Creditor reference (ISO 11649 RF, OGM, QRR, KID, OCR …).
 * - `mandate`: Mandate of a direct debit.
 * - `invoice`: Invoice number in structured advice.
 * - `payment`: The gateway's payment id.
 * - `payout`: The gateway's payout id.
 * - `cheque`: Cheque number.
 * - `bank`: The bank's own reference.
 */
export type ReferenceKind =
  | 'end_to_end'
  | 'creditor'
  | 'mandate'
  | 'invoice'
  | 'payment'
  | 'payout'
  | 'cheque'
  | 'bank'
  | (string & {});

/**
 * At which stage a payment came back.
 *
 * - `reject`: Before settlement.
 * - `return`: After settlement, by the bank.
 * - `refund`: By the payee, or on the payer's demand.
 * - `chargeback`: By the card scheme.
 * - `indemnity`: Under the scheme's indemnity.
 * - `won`: A dispute won: the money is back.
 */
export type ReturnStage =
  | 'reject'
  | 'return'
  | 'refund'
  | 'chargeback'
  | 'indemnity'
  | 'won'
  | (string & {});

/**
 * What an open item is.
 *
 * - `invoice`: Owed to the host, settled by money in.
 * - `credit_note`: A source of money, or refunded by money out.
 * - `bill`: Owed by the host, settled by money out.
 * - `entry`: A row of a ledger or processor: signed, settled by a transaction of the same sign.
 */
export type InvoiceKind =
  | 'invoice'
  | 'credit_note'
  | 'bill'
  | 'entry'
  | (string & {});

/**
 * State of an open item; only `open` is ever automatic.
 *
 * - `open`: Open.
 * - `closed`: Settled: explains payments and is never paid again.
 * - `draft`: Not issued yet; explains payments as a closed one does.
 * - `void`: Void or cancelled; explains payments as a closed one does.
 * - `in_collection`: A debit is under way.
 * - `on_hold`: Dispute or insolvency.
 */
export type InvoiceState =
  | 'open'
  | 'closed'
  | 'draft'
  | 'void'
  | 'in_collection'
  | 'on_hold'
  | (string & {});

/**
 * What a balance is.
 *
 * - `opening`: Booked, before the statement's entries.
 * - `closing`: Booked, after the statement's entries.
 * - `other`: Available, interim or forward: not part of the balance proof.
 */
export type BalanceKind =
  | 'opening'
  | 'closing'
  | 'other'
  | (string & {});

/**
 * Whether the balances of a statement prove its entries.
 *
 * - `holds`: Opening balance and entries make the closing balance.
 * - `broken`: They do not: a warning says by how much.
 * - `no_balances`: The statement does not state both balances in one currency.
 * - `incomplete`: An entry or a balance could not be read, or the input ends within the statement.
 */
export type Proof =
  | 'holds'
  | 'broken'
  | 'no_balances'
  | 'incomplete'
  | (string & {});

/**
 * How a statement follows the one before it of the same account and currency in the same input.
 *
 * - `first`: No statement of the account came before, or a balance is missing.
 * - `joined`: One begins with the balance with which the other ends.
 * - `gap`: The balances differ and the periods do not meet: a statement is missing.
 * - `overlap`: The balances differ and the periods run into each other.
 * - `repeated`: The same statement again.
 */
export type Chain =
  | 'first'
  | 'joined'
  | 'gap'
  | 'overlap'
  | 'repeated'
  | (string & {});

/**
 * Why a row is a copy of another.
 *
 * - `repeated`: The same id, and it says the same.
 * - `one_payment`: Another export of a gateway tells of the same payment, and knows another part of it.
 * - `one_event`: Another source of the account tells of the same entry.
 * - `parts`: The sum of a batch, and another source tells its payments one by one.
 * - `booked`: A pending row, and the booked row has its id.
 * - `booked_by_reference`: A pending row, and the booked row has its reference, account and amount.
 * - `booked_by_text`: A pending row, and the booked row has its other side, text, account and amount.
 */
export type CopyReason =
  | 'repeated'
  | 'one_payment'
  | 'one_event'
  | 'parts'
  | 'booked'
  | 'booked_by_reference'
  | 'booked_by_text'
  | (string & {});

/**
 * What lies between a payout and the sum of its members.
 *
 * - `returned`: Exactly what the gateway had back when the payout failed.
 * - `unexplained`: Nothing in the rows says what.
 */
export type PayoutRest =
  | 'returned'
  | 'unexplained'
  | (string & {});

/**
 * Shapes of a match.
 *
 * - `single`: One payment, one item; part payments too.
 * - `grouped`: One payment, several items.
 * - `instalment`: Several payments, one item.
 * - `on_account`: The payer is certain, the item is not.
 * - `apply_credit`: A credit note applied.
 * - `reversal`: Takes an earlier settlement back, or gives it again.
 * - `payout`: A gateway's deposit and its parts.
 */
export type MatchKind =
  | 'single'
  | 'grouped'
  | 'instalment'
  | 'on_account'
  | 'apply_credit'
  | 'reversal'
  | 'payout'
  | (string & {});

/**
 * What happens to twins: items of one customer and one amount that nothing tells apart.
 *
 * - `oldest_first`: They count as one explanation and go oldest first.
 * - `review`: A person chooses.
 */
export type TwinPolicy =
  | 'oldest_first'
  | 'review'
  | (string & {});

/**
 * Whether a match may be booked without a person.
 *
 * - `auto`: As good as certain: book it.
 * - `review`: For a person.
 */
export type Decision =
  | 'auto'
  | 'review'
  | (string & {});

/**
 * What money that settles nothing is, or why a part of an item did not come.
 *
 * - `overpayment`: More came than was owed.
 * - `fx`: Exchange.
 * - `chargeback_fee`: A card scheme's charge for a chargeback.
 * - `bank_fee`: Banks on the way took it.
 * - `discount`: Early-payment discount by the terms.
 * - `rounding`: Rounded by the payer.
 * - `deduction`: Deducted by the payer, for a reason that is not known.
 * - `withholding_tax`: Tax withheld at source.
 * - `vat`: The tax was left out.
 * - `late_fee`: A late fee was not paid.
 * - `keying_error`: Digits changed over or left out.
 * - `underpayment`: Too little, for no reason that is known.
 */
export type DifferenceKind =
  | 'overpayment'
  | 'fx'
  | 'chargeback_fee'
  | 'bank_fee'
  | 'discount'
  | 'rounding'
  | 'deduction'
  | 'withholding_tax'
  | 'vat'
  | 'late_fee'
  | 'keying_error'
  | 'underpayment'
  | (string & {});

/**
 * Codes of evidence, with the sentence that each is shown with; {} stands for the item or the customer.
 *
 * - `reference.creditor`: the payment reference of {} stands in the payment
 * - `reference.exact`: invoice number {} stands in the payment
 * - `reference.digits`: the digits of invoice number {} stand in the payment
 * - `reference.serial`: the last part of invoice number {} stands in the payment
 * - `reference.bare`: the running number of {} stands in the payment, without the zeros before it
 * - `reference.fuzzy`: a number that differs from {} in one place stands in the payment
 * - `reference.range`: {} lies in a range of numbers that stands in the payment
 * - `reference.other_number`: an earlier or order number of {} stands in the payment
 * - `reference.id`: the id of {} stands in the payment
 * - `reference.previous`: the payment names {}, a settled item of the same customer and amount
 * - `reference.none`: the payment's text does not name {}
 * - `reference.elsewhere`: the payment's text names another item than {}
 * - `reference.named_too`: the payment's text names {} as well
 * - `reference.own_other`: the payment's text names another item of the same customer than {}
 * - `reference.credit_note`: the payment's text names a credit note
 * - `reference.loose`: the number of {} may be a part of something else there
 * - `reference.unlisted`: a number of the host's series that is not among the items stands in the payment
 * - `text.refund`: the payment's text speaks of money that comes back
 * - `text.advance`: the payment's text speaks of money in advance
 * - `amount.equal`: the amount is what is open
 * - `amount.sum`: the amount is the sum of the items
 * - `amount.discount`: the amount is what is open less the early-payment discount
 * - `amount.discount_late`: the amount is what is open less a discount whose time was over
 * - `amount.less_credit`: the amount is what is open less the customer's credit
 * - `amount.previous_total`: the amount is what the item was before it was changed
 * - `amount.withheld`: the amount is what is open less the tax that the payment says was withheld
 * - `amount.deducted`: the amount is less than what is open, and the payment says that something was deducted
 * - `amount.completes`: with other payments the amount makes up what is open
 * - `amount.fraction`: the amount is a plain part of what is open
 * - `amount.part`: the amount is less than what is open
 * - `amount.bank_fee`: the amount is short by what banks on the way may have charged
 * - `amount.rounding`: the amount is what is open, rounded
 * - `amount.double`: the amount is twice what is open
 * - `amount.over`: the amount is more than what is open
 * - `amount.keying_error`: the amount is what is open with two digits changed over
 * - `amount.net_of_tax`: the amount is what is open without the tax
 * - `amount.converted`: the amount was converted from another currency
 * - `amount.other_currency`: the payment is in another currency, and no known rate makes it this amount
 * - `amount.habit`: the customer has paid this amount before
 * - `amount.unusual`: the customer has not paid this amount before
 * - `payer.account`: the payer's account is known as that of {}
 * - `payer.other_account`: the payer's account is known as another customer's than {}
 * - `payer.other_id`: the payment carries an id, an e-mail or an account that is kept for another customer than {}
 * - `payer.new_account`: the payer's account is none of those that are known of {}
 * - `payer.email`: the payer's e-mail is that of {}
 * - `payer.customer_id`: the payment carries the customer id of {}
 * - `payer.customer_number`: the customer number of {} stands in the payment
 * - `payer.customer_number_told`: the payment says that {} pays, by the customer number
 * - `payer.virtual_account`: the account that was paid into is kept for {}
 * - `payer.learnt`: the same payer pays other items of {}
 * - `payer.other_payee`: the same payer pays items of other customers than {}
 * - `payer.group`: the payer is of the group of {}
 * - `payer.name`: the payer's name is that of {}
 * - `payer.name_partial`: the payer's name is partly that of {}
 * - `payer.name_in_text`: the name of {} stands in the text
 * - `payer.name_partial_in_text`: a part of the name of {} stands in the text
 * - `payer.name_differs`: the payer's name is not that of {}
 * - `date.near_due`: paid around the due date
 * - `date.late`: paid after the due date
 * - `date.early`: paid long before the due date
 * - `date.before_issue`: paid before the item was issued
 * - `twins`: several items of the customer are alike: the oldest is taken
 * - `memo.same`: the memos are the same
 * - `memo.begins`: one memo is the beginning of the other
 * - `memo.words`: all words of one memo stand in the other
 * - `memo.initials`: the words of one memo stand in the other, some as initials
 * - `memo.slip`: the words of one memo stand in the other, one with a slip
 * - `memo.partly`: the memos share words, and each has others
 * - `memo.instead`: the memos share words, and go on otherwise
 * - `memo.differs`: the memos share words, and differ in rare ones
 * - `memo.nothing`: the memos share no word
 * - `amount.near`: the amounts are within a tenth of each other
 * - `amount.digit`: the amounts differ in one digit
 * - `amount.point`: the decimal point stands in another place
 * - `entry.days`: so many days lie between the bank's row and the entry
 * - `entry.rivals`: other rows may be the counterpart as well
 * - `twins.told`: several items of the customer are alike: {} is of the day or month that the text says
 * - `group.oldest`: the items are the customer's oldest
 * - `memory.rejected`: a person said that the payment is not for {}
 * - `group.all`: the items are all that the customer has open
 * - `payout.id`: the parts carry the payout's id
 * - `payout.window`: the gateway booked the parts between the payout before and this one
 * - `payout.together`: several payouts of one day have these parts together
 * - `payout.sum`: the parts add up to the payout
 * - `payout.carry_over`: the payout before left as much
 * - `payout.unexplained`: nothing names a part of the payout
 * - `payout.deposit`: the bank's row names the payout
 * - `payout.deposit_amount`: the bank's row is as large and comes from the gateway
 * - `payout.failed`: the payout did not arrive: {} put it back
 * - `settled.before`: it was booked before: it settles {}
 * - `settled.by_gateway`: the gateway had posted it by itself: it settles {}
 * - `reversal.transaction`: it names the payment that settled {}
 * - `reversal.reference`: it carries a reference of the payment that settled {}
 * - `reversal.gateway`: the gateway had posted the payment of {} by itself
 * - `reversal.amount`: it is as much as was settled of {}
 * - `reversal.part`: it is a part of what was settled of {}
 * - `reversal.fee`: what it is more may be the charge for it
 * - `reversal.surplus`: it takes back money that had settled nothing
 * - `reversal.account`: the money goes to the account that it came from
 * - `reversal.other_account`: the money goes to another account than it came from
 * - `reversal.words`: it is said to give money back
 * - `credit.names`: the credit note names {}
 * - `credit.equal`: the credit is what is open of {}
 * - `credit.covers`: the credit covers {}
 * - `credit.only`: the customer has no other credit and nothing else open of this amount
 * - `reversal.won`: it gives back what had been taken of {}
 */
export type EvidenceCode =
  | 'reference.creditor'
  | 'reference.exact'
  | 'reference.digits'
  | 'reference.serial'
  | 'reference.bare'
  | 'reference.fuzzy'
  | 'reference.range'
  | 'reference.other_number'
  | 'reference.id'
  | 'reference.previous'
  | 'reference.none'
  | 'reference.elsewhere'
  | 'reference.named_too'
  | 'reference.own_other'
  | 'reference.credit_note'
  | 'reference.loose'
  | 'reference.unlisted'
  | 'text.refund'
  | 'text.advance'
  | 'amount.equal'
  | 'amount.sum'
  | 'amount.discount'
  | 'amount.discount_late'
  | 'amount.less_credit'
  | 'amount.previous_total'
  | 'amount.withheld'
  | 'amount.deducted'
  | 'amount.completes'
  | 'amount.fraction'
  | 'amount.part'
  | 'amount.bank_fee'
  | 'amount.rounding'
  | 'amount.double'
  | 'amount.over'
  | 'amount.keying_error'
  | 'amount.net_of_tax'
  | 'amount.converted'
  | 'amount.other_currency'
  | 'amount.habit'
  | 'amount.unusual'
  | 'payer.account'
  | 'payer.other_account'
  | 'payer.other_id'
  | 'payer.new_account'
  | 'payer.email'
  | 'payer.customer_id'
  | 'payer.customer_number'
  | 'payer.customer_number_told'
  | 'payer.virtual_account'
  | 'payer.learnt'
  | 'payer.other_payee'
  | 'payer.group'
  | 'payer.name'
  | 'payer.name_partial'
  | 'payer.name_in_text'
  | 'payer.name_partial_in_text'
  | 'payer.name_differs'
  | 'date.near_due'
  | 'date.late'
  | 'date.early'
  | 'date.before_issue'
  | 'twins'
  | 'memo.same'
  | 'memo.begins'
  | 'memo.words'
  | 'memo.initials'
  | 'memo.slip'
  | 'memo.partly'
  | 'memo.instead'
  | 'memo.differs'
  | 'memo.nothing'
  | 'amount.near'
  | 'amount.digit'
  | 'amount.point'
  | 'entry.days'
  | 'entry.rivals'
  | 'twins.told'
  | 'group.oldest'
  | 'memory.rejected'
  | 'group.all'
  | 'payout.id'
  | 'payout.window'
  | 'payout.together'
  | 'payout.sum'
  | 'payout.carry_over'
  | 'payout.unexplained'
  | 'payout.deposit'
  | 'payout.deposit_amount'
  | 'payout.failed'
  | 'settled.before'
  | 'settled.by_gateway'
  | 'reversal.transaction'
  | 'reversal.reference'
  | 'reversal.gateway'
  | 'reversal.amount'
  | 'reversal.part'
  | 'reversal.fee'
  | 'reversal.surplus'
  | 'reversal.account'
  | 'reversal.other_account'
  | 'reversal.words'
  | 'credit.names'
  | 'credit.equal'
  | 'credit.covers'
  | 'credit.only'
  | 'reversal.won'
  | (string & {});

/**
 * Why a match is for a person to decide.
 *
 * - `kind`: It is of a kind that is never automatic: money on account.
 * - `state`: An item is in collection, on hold or otherwise not simply open.
 * - `evidence`: It rests on evidence that a person should see, or goes against some: a misread or an old number, another item that is named too, a part of a name, an amount in part, without the tax or far over. `review_clue` names it.
 * - `payer`: Nothing says who paid, and no number names the item.
 * - `displaced`: What fitted better was settled by another payment.
 * - `original`: It takes back what another payment settles, and that payment is for a person to decide, or what it settled before is not listed.
 * - `payer_owes`: The text names an item of another customer, and the payer owes the same amount himself: he may have miswritten the number.
 * - `probability`: Its probability is below what `max_wrong_auto` asks for.
 * - `scope`: The options keep its kind, source, size or customer out of `auto`, or everything: in a shadow month these are the matches that would have been booked.
 * - `bound`: The audits show more wrong automatic matches than `max_wrong_auto` accepts: nothing is automatic.
 */
export type ReviewReason =
  | 'kind'
  | 'state'
  | 'evidence'
  | 'payer'
  | 'displaced'
  | 'original'
  | 'payer_owes'
  | 'probability'
  | 'scope'
  | 'bound'
  | (string & {});

/**
 * Parts of a payout.
 *
 * - `deposit`: The bank's row of the payout.
 * - `payout`: The gateway's row of the payout.
 * - `charge`: What a customer paid.
 * - `refund`: Paid back to a customer, or returned by his bank.
 * - `dispute`: Taken by a dispute, or given back when it was won.
 * - `fee`: Charges of the gateway: a row of them, or in the residual the sum that was taken off in the rows.
 * - `reserve`: Kept back as a reserve, or released from one.
 * - `hold`: Held back for a while, or released.
 * - `adjustment`: A correction of the gateway, or money put on its account.
 * - `carry_over`: A balance, below nothing most of the time, that the payout before had left.
 * - `fx`: Exchange.
 * - `failed_payout`: A payout that did not arrive and went back to the gateway's account.
 * - `unexplained`: What nothing names.
 */
export type Component =
  | 'deposit'
  | 'payout'
  | 'charge'
  | 'refund'
  | 'dispute'
  | 'fee'
  | 'reserve'
  | 'hold'
  | 'adjustment'
  | 'carry_over'
  | 'fx'
  | 'failed_payout'
  | 'unexplained'
  | (string & {});

/**
 * The kind of evidence that a probability was calibrated by.
 *
 * - `full`: A number, the exact amount, and the payer.
 * - `misread`: A number with a slip, the exact amount, and the payer.
 * - `number_alone`: A number and the exact amount; the payer is unknown or another.
 * - `number_inexact`: A number and the payer, an amount that differs.
 * - `number_inexact_alone`: A number, an amount that differs, and nothing of the payer.
 * - `number_over`: A number, more money than was open, and the payer.
 * - `number_just_over`: A number, up to a twentieth more money than was open, and the payer.
 * - `number_over_only`: A number, more money than was open, and a payer who has nothing else open.
 * - `number_over_alone`: A number, more money than was open, and nothing of the payer.
 * - `group`: All numbers of a group.
 * - `group_partly`: Some numbers of a group.
 * - `group_guessed`: Some numbers of a group, where another item would do as well as one of them.
 * - `group_sum`: A group by its sum and payer.
 * - `group_sum_equal`: A group by its sum and payer, of items that are all as much.
 * - `identity`: The exact amount and an account, id or habit of the payer.
 * - `name`: The exact amount and the payer's whole name.
 * - `name_in_text`: The exact amount and a whole name in the text.
 * - `name_part`: The exact amount and a part of a name.
 * - `nobody`: The exact amount alone.
 * - `elsewhere`: The text names an item of another customer.
 * - `own`: The text names another item of the same customer.
 * - `unlisted`: The text names a number that is not listed.
 * - `inexact`: The payer, an amount that differs.
 * - `converted`: The payer, an amount of another currency at its rate.
 * - `charged`: The payer, an amount that lacks a charge.
 * - `rounded`: The payer, an amount that is off by cents.
 * - `completes`: The payer, and what is missing comes with other payments.
 * - `over`: The payer, more money than was open.
 * - `previous`: A standing order with an old number.
 * - `entry`: A row of a ledger with words in common and the same amount.
 * - `entry_near`: A row of a ledger with words in common and nearly the same amount.
 * - `entry_keyed`: A row of a ledger with words in common and an amount that somebody mistyped.
 * - `entry_amount`: A row of a ledger by amount and day alone.
 * - `entry_sum`: Rows of a ledger by their sum.
 * - `account`: Money on account.
 * - `reversal_id`: Money back that names a payment by an id.
 * - `reversal_number`: Money back with an item's number, the whole amount or a charge more, and the payee.
 * - `reversal_number_part`: Money back with an item's number, a part of the amount, and the payee.
 * - `reversal_number_alone`: Money back with an item's number, and nothing of the payee.
 * - `reversal_payee`: Money back by the payee and the amount.
 * - `payout_id`: A payout by the id that its parts carry.
 * - `payout_days`: A payout by whole days of rows.
 * - `payout_rest`: A payout of which a part is named by nothing.
 * - `credit`: A credit that covers an item by itself.
 */
export type CalibrationKind =
  | 'full'
  | 'misread'
  | 'number_alone'
  | 'number_inexact'
  | 'number_inexact_alone'
  | 'number_over'
  | 'number_just_over'
  | 'number_over_only'
  | 'number_over_alone'
  | 'group'
  | 'group_partly'
  | 'group_guessed'
  | 'group_sum'
  | 'group_sum_equal'
  | 'identity'
  | 'name'
  | 'name_in_text'
  | 'name_part'
  | 'nobody'
  | 'elsewhere'
  | 'own'
  | 'unlisted'
  | 'inexact'
  | 'converted'
  | 'charged'
  | 'rounded'
  | 'completes'
  | 'over'
  | 'previous'
  | 'entry'
  | 'entry_near'
  | 'entry_keyed'
  | 'entry_amount'
  | 'entry_sum'
  | 'account'
  | 'reversal_id'
  | 'reversal_number'
  | 'reversal_number_part'
  | 'reversal_number_alone'
  | 'reversal_payee'
  | 'payout_id'
  | 'payout_days'
  | 'payout_rest'
  | 'credit'
  | (string & {});

/**
 * Why a transaction settles nothing.
 *
 * - `no_candidate`: Nothing fits.
 * - `ambiguous`: Several fit alike.
 * - `duplicate`: A surplus copy of a payment.
 * - `closed_invoice`: Pays an item that is not open any more.
 * - `not_a_receipt`: Interest, an own transfer, a payout whose parts are not given.
 * - `pending`: Not booked yet.
 * - `money_out`: Money out.
 */
export type UnmatchedReason =
  | 'no_candidate'
  | 'ambiguous'
  | 'duplicate'
  | 'closed_invoice'
  | 'not_a_receipt'
  | 'pending'
  | 'money_out'
  | (string & {});

/**
 * Bounds of the search.
 *
 * - `text`: More text or numbers stood there than are read.
 * - `items_of_customer`: A customer has more open items than are compared one by one.
 * - `group_search`: There were more sums of items than are tried, or more items than are summed.
 * - `named_items`: The text names more items than are looked at.
 * - `misreadings`: More numbers than are tried may be misread ones of items.
 */
export type LimitKind =
  | 'text'
  | 'items_of_customer'
  | 'group_search'
  | 'named_items'
  | 'misreadings'
  | (string & {});

/**
 * What a person said of a match.
 *
 * - `confirmed`: It is right.
 * - `rejected`: It is wrong, and what would be right was not said.
 * - `corrected`: Something else is right.
 */
export type Verdict =
  | 'confirmed'
  | 'rejected'
  | 'corrected'
  | (string & {});

/**
 * Schemes of payment references.
 *
 * - `rf`: ISO 11649 creditor reference.
 * - `ogm`: Belgian structured communication (OGM, VCS).
 * - `qrr`: Swiss QR reference.
 * - `esr`: Swiss ISR reference (ESR, BVR, PVR), until 2022.
 * - `viitenumero`: Finnish reference number.
 * - `viitenumber`: Estonian reference number.
 * - `kid_mod10`: Norwegian customer identification, modulus 10.
 * - `kid_mod11`: Norwegian customer identification, modulus 11.
 * - `ocr`: Swedish OCR reference number.
 * - `si`: Slovenian reference.
 * - `fik`: Danish payment slip (FIK, GIK) with a payment id.
 * - `betalingskenmerk`: Dutch payment reference.
 * - `variable_symbol`: Czech and Slovak variable symbol.
 */
export type Scheme =
  | 'rf'
  | 'ogm'
  | 'qrr'
  | 'esr'
  | 'viitenumero'
  | 'viitenumber'
  | 'kid_mod10'
  | 'kid_mod11'
  | 'ocr'
  | 'si'
  | 'fik'
  | 'betalingskenmerk'
  | 'variable_symbol'
  | (string & {});

/**
 * Which references are reported of a text.
 *
 * - `labelled`: Those that show what they are: by prefix, frame or shape, or by a label beside them.
 * - `bare`: Mere digits too: every number of at least four digits that passes a check.
 */
export type Strictness =
  | 'labelled'
  | 'bare'
  | (string & {});

/**
 * How a reference shows what it is.
 *
 * - `form`: By its own prefix, frame or shape.
 * - `label`: By a label beside it.
 * - `bare`: By its check digit alone.
 */
export type ReferenceMark =
  | 'form'
  | 'label'
  | 'bare'
  | (string & {});

/**
 * What is to be said of an IBAN.
 *
 * - `valid`: Of the right length for its country, with the right check digits.
 * - `bad_checksum`: The check digits do not fit: a digit is wrong.
 * - `bad_length`: Too short or too long for its country.
 * - `unknown_country`: Of the form of an IBAN, but no country uses it.
 * - `not_iban`: Not of the form: two letters, two digits, up to 30 letters and digits.
 */
export type IbanVerdict =
  | 'valid'
  | 'bad_checksum'
  | 'bad_length'
  | 'unknown_country'
  | 'not_iban'
  | (string & {});

/**
 * What is to be said of a BIC.
 *
 * - `valid`: Of the form, with a country of ISO 3166.
 * - `unknown_country`: Of the form, but of no country.
 * - `not_bic`: Not four letters, a country, two characters and perhaps a branch of three.
 */
export type BicVerdict =
  | 'valid'
  | 'unknown_country'
  | 'not_bic'
  | (string & {});

/**
 * A guess at who bears a name.
 *
 * - `person`: A title, initials, `SURNAME, FIRST` or two holders say so.
 * - `company`: A legal form or a word of trade says so.
 * - `unknown`: Nothing says either.
 */
export type NameKind =
  | 'person'
  | 'company'
  | 'unknown'
  | (string & {});

/**
 * What relates two names, from strongest to weakest.
 *
 * - `equal`: The same words in the same order.
 * - `equal_tokens`: The same words in another order.
 * - `glued`: The same letters with the spaces elsewhere.
 * - `initials`: Single letters stand for words, all others are equal.
 * - `truncated`: One is the other cut off where banks cut.
 * - `subset`: All words of the shorter stand in the longer.
 * - `typo`: All words pair, some with small edits.
 * - `surname_only`: Only the surname is shared.
 * - `partial`: Some words are shared.
 * - `different`: Nothing is shared, or there is no name.
 */
export type NameMatch =
  | 'equal'
  | 'equal_tokens'
  | 'glued'
  | 'initials'
  | 'truncated'
  | 'subset'
  | 'typo'
  | 'surname_only'
  | 'partial'
  | 'different'
  | (string & {});

/**
 * Algorithms of signatures (RFC 7518, RFC 8037, RFC 9864).
 *
 * - `RS256`: RSA PKCS #1 with SHA-256.
 * - `RS384`: RSA PKCS #1 with SHA-384.
 * - `RS512`: RSA PKCS #1 with SHA-512.
 * - `PS256`: RSA PSS with SHA-256.
 * - `PS384`: RSA PSS with SHA-384.
 * - `PS512`: RSA PSS with SHA-512.
 * - `ES256`: ECDSA on P-256 with SHA-256.
 * - `ES384`: ECDSA on P-384 with SHA-384.
 * - `ES512`: ECDSA on P-521 with SHA-512; not of every build.
 * - `Ed25519`: EdDSA on Curve25519; `EdDSA` in older tokens.
 * - `HS256`: HMAC with SHA-256.
 * - `HS384`: HMAC with SHA-384.
 * - `HS512`: HMAC with SHA-512.
 */
export type SignatureAlgorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'Ed25519'
  | 'HS256'
  | 'HS384'
  | 'HS512'
  | (string & {});

/**
 * What is taken back together.
 *
 * - `token`: One token, by issuer and id.
 * - `subject`: All of one subject of an issuer.
 * - `family`: All of one login.
 * - `tenant`: All of one tenant.
 * - `key`: All that is signed under one key.
 */
export type RevocationScope =
  | 'token'
  | 'subject'
  | 'family'
  | 'tenant'
  | 'key'
  | (string & {});

/**
 * What a store of revocations says of a token.
 *
 * - `stands`: The store was asked and has nothing against it.
 * - `revoked`: It was taken back.
 * - `not_consulted`: The store was not asked: whether it stands is not known.
 */
export type Standing =
  | 'stands'
  | 'revoked'
  | 'not_consulted'
  | (string & {});

/**
 * What to do with a refresh token that came.
 *
 * - `begin`: A login: write its family where none of its id is.
 * - `exchange`: Write the family; then tokens may be made.
 * - `again`: The same client came again within the grace: write the state as it is, where the store still has its revision; then tokens may be made once more.
 * - `end`: Write the family, and try again until it is written: it has ended. No tokens.
 * - `ended`: Refused: the family ended before.
 * - `expired`: Refused: the family or its token has expired.
 * - `clock`: Refused: the clock stands behind the last exchange by more than clocks differ.
 * - `version`: Refused: the state is of a form that this version does not know.
 */
export type RefreshOutcome =
  | 'begin'
  | 'exchange'
  | 'again'
  | 'end'
  | 'ended'
  | 'expired'
  | 'clock'
  | 'version'
  | (string & {});

/**
 * Why a login ended.
 *
 * - `reuse`: A refresh token came again after it was exchanged.
 * - `other_holder`: A refresh token came from another holder.
 * - `logout`: Somebody logged out.
 * - `revoked`: The host ended it.
 */
export type FamilyEnd =
  | 'reuse'
  | 'other_holder'
  | 'logout'
  | 'revoked'
  | (string & {});

/**
 * What a store said of a write.
 *
 * - `applied`: It was written.
 * - `conflict`: Something else was written since: look again.
 * - `unavailable`: Whether it was written is not known.
 */
export type WriteResult =
  | 'applied'
  | 'conflict'
  | 'unavailable'
  | (string & {});

/**
 * What was decided of a permission.
 *
 * - `allowed`: A role allows it and none denies it.
 * - `denied`: A role denies it, which wins over all that allow it.
 * - `not_allowed`: No role allows it.
 * - `other_tenant`: The resource is another tenant's, or either names no tenant.
 */
export type PermissionOutcome =
  | 'allowed'
  | 'denied'
  | 'not_allowed'
  | 'other_tenant'
  | (string & {});

/**
 * What is wrong with a table of routes.
 *
 * - `unlisted`: A route of the host that the table does not list.
 * - `unknown`: A route of the table that the host does not have.
 * - `twice`: A route that stands twice.
 * - `unreachable`: A route that no role may use.
 * - `differs`: A role may what it is not meant to, or may not what it is.
 */
export type RouteGapKind =
  | 'unlisted'
  | 'unknown'
  | 'twice'
  | 'unreachable'
  | 'differs'
  | (string & {});

/**
 * What is to be done with a ring of keys.
 *
 * - `stage`: Make a key and publish it.
 * - `switch`: Let the next key sign.
 * - `drop`: Take a key out.
 */
export type KeyRingDue =
  | 'stage'
  | 'switch'
  | 'drop'
  | (string & {});

/**
 * Whether to fetch an issuer's published keys.
 *
 * - `use`: Use the keys that are there.
 * - `behind`: Write the state; where it was written, fetch. The keys that are there are good enough meanwhile.
 * - `first`: Write the state; where it was written, fetch and check the token with what comes. Else refuse it.
 * - `wait`: Refuse the token: no fetch for so many seconds.
 */
export type FetchAction =
  | 'use'
  | 'behind'
  | 'first'
  | 'wait'
  | (string & {});

/**
 * Providers whose webhooks are known.
 *
 * - `stripe`: `Stripe-Signature` with a timestamp.
 * - `gocardless`: `Webhook-Signature` without a timestamp.
 */
export type WebhookProvider =
  | 'stripe'
  | 'gocardless'
  | (string & {});

/**
 * Whether the time of signing was looked at.
 *
 * - `stamped`: It was signed at a time within the tolerance.
 * - `unchecked`: It was signed at a time, and any age was accepted.
 * - `none`: The scheme signs no time: only the ids of its events stop a message that was recorded.
 */
export type Freshness =
  | 'stamped'
  | 'unchecked'
  | 'none'
  | (string & {});

/**
 * What somebody wants of an event.
 *
 * - `begin`: To handle it.
 * - `complete`: To say that it was handled.
 * - `fail`: To give it back: the next delivery may try again at once.
 * - `extend`: To have it for longer.
 */
export type ClaimStep =
  | 'begin'
  | 'complete'
  | 'fail'
  | 'extend'
  | (string & {});

/**
 * What became of a step.
 *
 * - `handle`: Begun: handle it, and complete it with this attempt before its lease ends.
 * - `busy`: Somebody else has it: answer the provider that it may come again.
 * - `done`: It was handled before: answer the provider that all is well.
 * - `too_old`: Older than what is remembered: it may have been handled and forgotten.
 * - `completed`: Completed by this holder.
 * - `released`: Given back.
 * - `extended`: Leased for longer.
 * - `fenced`: The lease is not this holder's any more: undo what was done in its name.
 * - `version`: The store holds a form that this version does not know.
 */
export type ClaimOutcome =
  | 'handle'
  | 'busy'
  | 'done'
  | 'too_old'
  | 'completed'
  | 'released'
  | 'extended'
  | 'fenced'
  | 'version'
  | (string & {});

/**
 * Whose rules chains are held against.
 *
 * - `public`: Authorities of the public web: they vouch for servers alone.
 * - `private`: Authorities that the host or its partner runs: for servers and clients.
 */
export type AnchorProfile =
  | 'public'
  | 'private'
  | (string & {});

/**
 * What a leaf is to be used for.
 *
 * - `server`: A server that was called by a name.
 * - `client`: A client that signs in; against private anchors alone.
 */
export type ChainPurpose =
  | 'server'
  | 'client'
  | (string & {});

/**
 * What is asked of revocation lists.
 *
 * - `require`: Each certificate below the anchor must be answered for by a list.
 * - `short_lived`: The same, but for a leaf that is short-lived.
 * - `if_available`: Where a list is there, it holds; where none is, the chain passes with a warning.
 */
export type RevocationCheck =
  | 'require'
  | 'short_lived'
  | 'if_available'
  | (string & {});

/**
 * What pins do when their time is over.
 *
 * - `refuse`: No chain passes until there are newer ones.
 * - `unpin`: They bind no more, and the chain carries a warning.
 */
export type WhenPinsExpire =
  | 'refuse'
  | 'unpin'
  | (string & {});

/**
 * What a chain came to. Only `valid` is valid.
 *
 * - `valid`: It holds.
 * - `invalid`: It does not.
 * - `skipped`: Whether it holds was not asked: the sandbox.
 * - `indeterminate`: Whether it holds cannot be told: no list that is in time says whether a certificate was revoked.
 */
export type ChainOutcome =
  | 'valid'
  | 'invalid'
  | 'skipped'
  | 'indeterminate'
  | (string & {});

/**
 * What is not wrong with a chain, but should be known.
 *
 * - `revocation_unknown`: No list answers for a certificate of the path, and none was required.
 * - `short_lived`: The leaf is short-lived, and no list was asked about it.
 * - `pin_on_public_leaf`: The pin is that of a leaf of a public authority, whose next one comes within weeks.
 * - `pins_expired`: The time of the pins is over: nothing was pinned.
 * - `no_extended_key_usage`: The leaf does not say what it may be used for.
 * - `common_name`: The common name of the leaf is none of its alternative names.
 */
export type ChainWarning =
  | 'revocation_unknown'
  | 'short_lived'
  | 'pin_on_public_leaf'
  | 'pins_expired'
  | 'no_extended_key_usage'
  | 'common_name'
  | (string & {});

/**
 * How the certificates of a bundle follow one another.
 *
 * - `chain`: Each was issued in the name of the next.
 * - `reversed`: Each was issued in the name of the one before.
 * - `none`: No chain.
 */
export type BundleOrder =
  | 'chain'
  | 'reversed'
  | 'none'
  | (string & {});

/**
 * How far a certificate is.
 *
 * - `waiting`: It was issued and stands nowhere yet.
 * - `staged`: It stands beside the one in use.
 * - `active`: It is in use.
 * - `retiring`: It was in use, and still stands beside the one that is.
 */
export type HeldStage =
  | 'waiting'
  | 'staged'
  | 'active'
  | 'retiring'
  | (string & {});

/**
 * What is to be done with a certificate or a key.
 *
 * - `renew`: Order the next certificate.
 * - `pin`: Pin the key of the step.
 * - `pin_backup`: Make a key, put it into a safe and pin it.
 * - `stage`: Put the certificate beside the one in use.
 * - `switch`: Put the certificate to use.
 * - `retire`: Take the certificate away.
 * - `unpin`: Take the pin away.
 */
export type RotationAction =
  | 'renew'
  | 'pin'
  | 'pin_backup'
  | 'stage'
  | 'switch'
  | 'retire'
  | 'unpin'
  | (string & {});

/**
 * How pressing a step is.
 *
 * - `planned`: Its time has not come.
 * - `due`: Its time has come.
 * - `urgent`: It should have been done.
 * - `expired`: The certificate in use has expired, or none is in use.
 */
export type RotationState =
  | 'planned'
  | 'due'
  | 'urgent'
  | 'expired'
  | (string & {});

/** A format that claims an input, and how sure it is. */
export interface FormatClaim {
  /** The format that it may be. */
  format: Format;
  /** How sure it is, in percent. */
  confidence: number;
}

/** The format of some bytes, and how sure that is. */
export interface Detection {
  /** The format that it is. */
  format: Format;
  /** In percent: 99 for a mark that only this format has. */
  confidence: number;
  /** The next likely format, where another one claims the input too. */
  runner_up?: FormatClaim;
}

/** A column map for CSV exports whose headers are not understood or lack. */
export interface Columns {
  /** One ASCII character. */
  delimiter?: string | null | undefined;
  /** What the columns hold, by the name of a field (`booked_on`, `amount`, `debit`, `credit`, `text`, `name` …): a header, a number from 0, or several of these. */
  fields?: { readonly [key: string]: number | string | readonly (number | string)[] } | ReadonlyMap<string, number | string | readonly (number | string)[]> | null | undefined;
  /** The decimal mark of all amounts. */
  decimal_mark?: DecimalMark | null | undefined;
  /** The order of day, month and year. */
  date_order?: DateOrder | null | undefined;
  /** What a positive amount means. */
  sign?: Sign | null | undefined;
}

/** How an input is read. The defaults need no tuning: everything is told from the bytes. */
export interface ReadOptions {
  /** The format, where the caller knows better than detection. */
  format?: Format | null | undefined;
  /** Minutes east of UTC by which instants become dates. Default 0. */
  utc_offset_minutes?: number | null | undefined;
  /** The host's own account, for inputs that do not name it. */
  account?: string | null | undefined;
  /** The currency, for inputs that do not name it. */
  currency?: Currency | null | undefined;
  /** Currencies of invoices known already, by id, for payments that name their invoice and no currency. */
  invoice_currencies?: { readonly [key: string]: Currency } | ReadonlyMap<string, Currency> | null | undefined;
  /** What the columns of a CSV export hold, where its headers are not understood. */
  columns?: Columns | null | undefined;
}

/** Charges taken off before the amount was booked. */
export interface Fee {
  /** Positive, in the account's currency. */
  amount: Decimal;
  /** Of the account. */
  currency: Currency;
  /** As the source names it: `stripe_fee`, `bank_fee` … */
  kind?: string;
}

/** Charges taken off before the amount was booked. As it is handed in. */
export interface FeeInput {
  /** Positive, in the account's currency. */
  amount: DecimalInput;
  /** Of the account. */
  currency: Currency;
  /** As the source names it: `stripe_fee`, `bank_fee` … */
  kind?: string | null | undefined;
}

/** The amount before conversion: `amount × rate` is the gross. */
export interface Original {
  /** In the payer's currency. */
  amount: Decimal;
  /** The payer's currency. */
  currency: Currency;
  /** Units of the account's currency for one of the payer's. */
  rate?: Decimal;
}

/** The amount before conversion: `amount × rate` is the gross. As it is handed in. */
export interface OriginalInput {
  /** In the payer's currency. */
  amount: DecimalInput;
  /** The payer's currency. */
  currency: Currency;
  /** Units of the account's currency for one of the payer's. */
  rate?: DecimalInput | null | undefined;
}

/** The other side of a transaction. */
export interface Counterparty {
  /** Name of the account's holder. */
  name?: string;
  /** On whose behalf. */
  ultimate_name?: string;
  /** IBAN of the other side's account. */
  iban?: string;
  /** Account number of another kind. */
  account?: string;
  /** BIC of the other side's bank. */
  bic?: string;
  /** E-mail address of the payer. */
  email?: string;
  /** The host's or the gateway's id of the customer. */
  customer_id?: string;
}

/** The other side of a transaction. As it is handed in. */
export interface CounterpartyInput {
  /** Name of the account's holder. */
  name?: string | null | undefined;
  /** On whose behalf. */
  ultimate_name?: string | null | undefined;
  /** IBAN of the other side's account. */
  iban?: string | null | undefined;
  /** Account number of another kind. */
  account?: string | null | undefined;
  /** BIC of the other side's bank. */
  bic?: string | null | undefined;
  /** E-mail address of the payer. */
  email?: string | null | undefined;
  /** The host's or the gateway's id of the customer. */
  customer_id?: string | null | undefined;
}

/** A reference that the bank or the gateway gives by kind. */
export interface Reference {
  /** What the reference refers to. */
  kind: ReferenceKind;
  /** The reference as the bank gives it. */
  value: string;
}

/** A reference that the bank or the gateway gives by kind. As it is handed in. */
export interface ReferenceInput {
  /** What the reference refers to. */
  kind: ReferenceKind;
  /** The reference as the bank gives it. */
  value: string;
}

/** A line of structured remittance advice: one document paid. */
export interface RemittanceLine {
  /** The document's number. */
  reference?: string;
  /** How much of the payment is for it. */
  amount?: Decimal;
  /** Default: that of the transaction. */
  currency?: Currency;
  /** Text beside it. */
  text?: string;
}

/** A line of structured remittance advice: one document paid. As it is handed in. */
export interface RemittanceLineInput {
  /** The document's number. */
  reference?: string | null | undefined;
  /** How much of the payment is for it. */
  amount?: DecimalInput | null | undefined;
  /** Default: that of the transaction. */
  currency?: Currency | null | undefined;
  /** Text beside it. */
  text?: string | null | undefined;
}

/** A bank transaction code: ISO 20022 domain, family and sub-family, or the format's own. */
export interface BankCode {
  /** Domain, such as `PMNT`. */
  domain?: string;
  /** Family, such as `RCDT`. */
  family?: string;
  /** Sub-family, such as `ESCT`. */
  sub_family?: string;
  /** The bank's own. */
  proprietary?: string;
}

/** A bank transaction code: ISO 20022 domain, family and sub-family, or the format's own. As it is handed in. */
export interface BankCodeInput {
  /** Domain, such as `PMNT`. */
  domain?: string | null | undefined;
  /** Family, such as `RCDT`. */
  family?: string | null | undefined;
  /** Sub-family, such as `ESCT`. */
  sub_family?: string | null | undefined;
  /** The bank's own. */
  proprietary?: string | null | undefined;
}

/** Why and at which stage an earlier payment came back. */
export interface Returned {
  /** At which stage it came back. */
  stage: ReturnStage;
  /** Reason code of the scheme or the gateway. */
  reason?: string;
  /** References of what it takes back. */
  originals?: string[];
}

/** Why and at which stage an earlier payment came back. As it is handed in. */
export interface ReturnedInput {
  /** At which stage it came back. */
  stage: ReturnStage;
  /** Reason code of the scheme or the gateway. */
  reason?: string | null | undefined;
  /** References of what it takes back. */
  originals?: readonly string[] | null | undefined;
}

/** Several bookings that the bank made as one. */
export interface Batch {
  /** The bank's id of it. */
  id?: string;
  /** How many bookings it holds. */
  count?: number;
}

/** Several bookings that the bank made as one. As it is handed in. */
export interface BatchInput {
  /** The bank's id of it. */
  id?: string | null | undefined;
  /** How many bookings it holds. */
  count?: number | null | undefined;
}

/** A movement on the host's own account, as its bank or gateway reports it. */
export interface Transaction {
  /** Unique within a call; readers derive a stable one where the bank gives none. */
  id: string;
  /** The host's own account: IBAN or the provider's id. */
  account?: string;
  /** Booking date of the bank. */
  booked_on: IsoDate;
  /** Value date, from which interest counts. */
  value_on?: IsoDate;
  /** Whether it is booked; `booked` is the default. */
  status?: Status;
  /** What moved the account, signed: money in is positive. */
  amount: Decimal;
  /** Of the account. */
  currency: Currency;
  /** Taken off before; gross = amount + fees: what settles an invoice. */
  fees?: Fee[];
  /** The amount before conversion, where the payer paid in another currency. */
  original?: Original;
  /** What it is. Default `other`. */
  kind?: TransactionKind;
  /** The other side. */
  counterparty?: Counterparty;
  /** Where it came in, if that tells something (virtual IBANs). */
  payee_iban?: string;
  /** References that the bank or the gateway gives by kind. */
  references?: Reference[];
  /** Free text of the payer, parts joined by one space. */
  remittance?: string;
  /** Structured advice, one a document paid. */
  remittance_lines?: RemittanceLine[];
  /** Bank transaction code of ISO 20022, or the format's own. */
  bank_code?: BankCode;
  /** Set when it takes back an earlier one. */
  returned?: Returned;
  /** Id of the transaction that it takes back. */
  reverses?: string;
  /** Where the bank booked several as one. */
  batch?: Batch;
  /** The format it was read from: `gocardless`, `stripe`, `camt053`, `csv` … */
  source?: string;
  /** A provider's own keys (Stripe `metadata`). */
  metadata?: { [key: string]: string };
}

/** A movement on the host's own account, as its bank or gateway reports it. As it is handed in. */
export interface TransactionInput {
  /** Unique within a call; readers derive a stable one where the bank gives none. */
  id: string;
  /** The host's own account: IBAN or the provider's id. */
  account?: string | null | undefined;
  /** Booking date of the bank. */
  booked_on: DateInput;
  /** Value date, from which interest counts. */
  value_on?: DateInput | null | undefined;
  /** Whether it is booked; `booked` is the default. */
  status?: Status | null | undefined;
  /** What moved the account, signed: money in is positive. */
  amount: DecimalInput;
  /** Of the account. */
  currency: Currency;
  /** Taken off before; gross = amount + fees: what settles an invoice. */
  fees?: readonly FeeInput[] | null | undefined;
  /** The amount before conversion, where the payer paid in another currency. */
  original?: OriginalInput | null | undefined;
  /** What it is. Default `other`. */
  kind?: TransactionKind | null | undefined;
  /** The other side. */
  counterparty?: CounterpartyInput | null | undefined;
  /** Where it came in, if that tells something (virtual IBANs). */
  payee_iban?: string | null | undefined;
  /** References that the bank or the gateway gives by kind. */
  references?: readonly ReferenceInput[] | null | undefined;
  /** Free text of the payer, parts joined by one space. */
  remittance?: string | null | undefined;
  /** Structured advice, one a document paid. */
  remittance_lines?: readonly RemittanceLineInput[] | null | undefined;
  /** Bank transaction code of ISO 20022, or the format's own. */
  bank_code?: BankCodeInput | null | undefined;
  /** Set when it takes back an earlier one. */
  returned?: ReturnedInput | null | undefined;
  /** Id of the transaction that it takes back. */
  reverses?: string | null | undefined;
  /** Where the bank booked several as one. */
  batch?: BatchInput | null | undefined;
  /** The format it was read from: `gocardless`, `stripe`, `camt053`, `csv` … */
  source?: string | null | undefined;
  /** A provider's own keys (Stripe `metadata`). */
  metadata?: { readonly [key: string]: string } | ReadonlyMap<string, string> | null | undefined;
}

/** Who owes an item. */
export interface Customer {
  /** The host's id. */
  id?: string;
  /** Name of the person or the company. */
  name?: string;
  /** Other names: the contact, the trading name. */
  aliases?: string[];
  /** Accounts that the customer pays from. */
  ibans?: string[];
  /** Accounts of the host that only this customer pays into. */
  virtual_ibans?: string[];
  /** The customer's e-mail addresses. */
  emails?: string[];
  /** Payers of one group pay for each other. */
  group?: string;
}

/** Who owes an item. As it is handed in. */
export interface CustomerInput {
  /** The host's id. */
  id?: string | null | undefined;
  /** Name of the person or the company. */
  name?: string | null | undefined;
  /** Other names: the contact, the trading name. */
  aliases?: readonly string[] | null | undefined;
  /** Accounts that the customer pays from. */
  ibans?: readonly string[] | null | undefined;
  /** Accounts of the host that only this customer pays into. */
  virtual_ibans?: readonly string[] | null | undefined;
  /** The customer's e-mail addresses. */
  emails?: readonly string[] | null | undefined;
  /** Payers of one group pay for each other. */
  group?: string | null | undefined;
}

/** Tax in a total. */
export interface Tax {
  /** Rate of the tax in per cent. */
  rate: Decimal;
  /** The tax, in the item's currency. */
  amount: Decimal;
}

/** Tax in a total. As it is handed in. */
export interface TaxInput {
  /** Rate of the tax in per cent. */
  rate: DecimalInput;
  /** The tax, in the item's currency. */
  amount: DecimalInput;
}

/** Early-payment discount. */
export interface Terms {
  /** Per cent of the total. */
  discount_percent: Decimal;
  /** Days from the date of issue. */
  discount_days: number;
}

/** Early-payment discount. As it is handed in. */
export interface TermsInput {
  /** Per cent of the total. */
  discount_percent: DecimalInput;
  /** Days from the date of issue. */
  discount_days: number;
}

/** An open item: an invoice, a bill, a credit note, or a row of a ledger. */
export interface Invoice {
  /** The host's key. */
  id: string;
  /** The number printed on the document; may repeat. */
  number?: string;
  /** Pro-forma, order and earlier numbers. */
  other_numbers?: string[];
  /** What the item is; `invoice` is the default. */
  kind?: InvoiceKind;
  /** Who owes it; absent or without a name: unknown. */
  customer?: Customer;
  /** Date of issue. */
  issued_on?: IsoDate;
  /** Due date, as agreed with the customer. */
  due_on?: IsoDate;
  /** Total of the document, with tax. */
  total: Decimal;
  /** What is still owed. Default: the total. */
  open?: Decimal;
  /** Of all its amounts. */
  currency: Currency;
  /** What the total was before a late fee or a correction. */
  previous_totals?: Decimal[];
  /** Ids of the items that a mass-payment invoice stands for: they share one open amount. */
  covers?: string[];
  /** Whether it is open; `open` is the default. */
  state?: InvoiceState;
  /** Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR, `pi_…`). */
  references?: string[];
  /** Tax in the total. */
  tax?: Tax[];
  /** Terms of the discount for early payment. */
  terms?: Terms;
  /** Free text of the item: its lines, or the memo of a ledger row. */
  description?: string;
  /** The host's own keys. */
  metadata?: { [key: string]: string };
}

/** An open item: an invoice, a bill, a credit note, or a row of a ledger. As it is handed in. */
export interface InvoiceInput {
  /** The host's key. */
  id: string;
  /** The number printed on the document; may repeat. */
  number?: string | null | undefined;
  /** Pro-forma, order and earlier numbers. */
  other_numbers?: readonly string[] | null | undefined;
  /** What the item is; `invoice` is the default. */
  kind?: InvoiceKind | null | undefined;
  /** Who owes it; absent or without a name: unknown. */
  customer?: CustomerInput | null | undefined;
  /** Date of issue. */
  issued_on?: DateInput | null | undefined;
  /** Due date, as agreed with the customer. */
  due_on?: DateInput | null | undefined;
  /** Total of the document, with tax. */
  total: DecimalInput;
  /** What is still owed. Default: the total. */
  open?: DecimalInput | null | undefined;
  /** Of all its amounts. */
  currency: Currency;
  /** What the total was before a late fee or a correction. */
  previous_totals?: readonly DecimalInput[] | null | undefined;
  /** Ids of the items that a mass-payment invoice stands for: they share one open amount. */
  covers?: readonly string[] | null | undefined;
  /** Whether it is open; `open` is the default. */
  state?: InvoiceState | null | undefined;
  /** Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR, `pi_…`). */
  references?: readonly string[] | null | undefined;
  /** Tax in the total. */
  tax?: readonly TaxInput[] | null | undefined;
  /** Terms of the discount for early payment. */
  terms?: TermsInput | null | undefined;
  /** Free text of the item: its lines, or the memo of a ledger row. */
  description?: string | null | undefined;
  /** The host's own keys. */
  metadata?: { readonly [key: string]: string } | ReadonlyMap<string, string> | null | undefined;
}

/** What was settled before, by the host or by a gateway. */
export interface Settlement {
  /** Id of the item. */
  invoice: string;
  /** How much; negative where it was taken back. */
  amount: Decimal;
  /** Of the item. */
  currency: Currency;
  /** Day on which it was settled. */
  settled_on: IsoDate;
  /** Id of the transaction, if known. */
  transaction?: string;
  /** Ids of the gateway: `pi_…`, `PM…`. */
  external_ids?: string[];
}

/** What was settled before, by the host or by a gateway. As it is handed in. */
export interface SettlementInput {
  /** Id of the item. */
  invoice: string;
  /** How much; negative where it was taken back. */
  amount: DecimalInput;
  /** Of the item. */
  currency: Currency;
  /** Day on which it was settled. */
  settled_on: DateInput;
  /** Id of the transaction, if known. */
  transaction?: string | null | undefined;
  /** Ids of the gateway: `pi_…`, `PM…`. */
  external_ids?: readonly string[] | null | undefined;
}

/** A balance that the bank states. */
export interface Balance {
  /** The account: IBAN or the bank's own number. */
  account?: string;
  /** Id of the statement it stands in. */
  statement?: string;
  /** What it is. */
  kind: BalanceKind;
  /** The balance, signed; negative: overdrawn. */
  amount: Decimal;
  /** Of the account. */
  currency: Currency;
  /** Of which day. */
  on?: IsoDate;
}

/** An account of the host that an input names. */
export interface Account {
  /** As the transactions name it: IBAN, or the bank's or the provider's own number. */
  id: string;
  /** Who holds it. */
  owner?: string;
  /** What it is called: the product, or a name that the holder gave it. */
  name?: string;
  /** BIC of the bank, or its national number. */
  bank?: string;
  /** The currency that it is held in. */
  currency?: Currency;
}

/** An amount of a currency. */
export interface Money {
  /** Currency code of ISO 4217. */
  currency: Currency;
  /** The amount in major units. */
  amount: Decimal;
}

/** An amount of a currency. As it is handed in. */
export interface MoneyInput {
  /** Currency code of ISO 4217. */
  currency: Currency;
  /** The amount in major units. */
  amount: DecimalInput;
}

/** A statement of an account: what it covers, and whether its balances prove its entries. */
export interface Statement {
  /** The account, as the transactions name it. */
  account?: string;
  /** Id that the bank gave it. */
  id?: string;
  /** Its number, as printed. */
  number?: string;
  /** First day of its period. */
  from?: IsoDate;
  /** Last day of its period, or the day of its closing balance. */
  until?: IsoDate;
  /** Booked balance before its entries. */
  opening?: Money;
  /** Booked balance after them. */
  closing?: Money;
  /** Sum of the booked entries. */
  booked?: Money;
  /** Number of booked entries. */
  entries: number;
  /** Whether opening balance and entries make the closing balance. */
  proof: Proof;
  /** How it follows the statement before it. */
  chain: Chain;
}

/** Bytes of an input or a text. */
export interface ByteRange {
  /** The first, counted from 0. */
  start: number;
  /** Behind the last. */
  end: number;
}

/** Bytes of an input or a text. As it is handed in. */
export interface ByteRangeInput {
  /** The first, counted from 0. */
  start: number;
  /** Behind the last. */
  end: number;
}

/** An error or a warning about a record: code, sentence, place. It holds no data of a person. */
export interface Problem {
  /** A stable code: `format.csv.bad_amount`. */
  code: string;
  /** What was wrong, and what would be right. */
  message: string;
  /** Bytes of the record. */
  bytes?: ByteRange;
  /** Line, counted from 1. */
  line?: number;
  /** Path of the field. */
  field?: string;
  /** Id of the row. */
  row?: string;
}

/** An error or a warning about a record: code, sentence, place. It holds no data of a person. As it is handed in. */
export interface ProblemInput {
  /** A stable code: `format.csv.bad_amount`. */
  code: string;
  /** What was wrong, and what would be right. */
  message: string;
  /** Bytes of the record. */
  bytes?: ByteRangeInput | null | undefined;
  /** Line, counted from 1. */
  line?: number | null | undefined;
  /** Path of the field. */
  field?: string | null | undefined;
  /** Id of the row. */
  row?: string | null | undefined;
}

/** Where a row came from, counted on the input as it was given, whatever its encoding. */
export interface RecordPlace {
  /** Bytes of its record. Rows of one batch have the bytes of the batch. */
  bytes: ByteRange;
  /** Line on which the record begins, counted from 1. */
  line: number;
  /** Path of the record: `/transactions/booked/3`, `Stmt[1]/Ntry[17]`. */
  field?: string;
}

/** Where the rows of a report came from: for each list of rows the places in the same order. */
export interface Places {
  /** Of the transactions. */
  transactions: RecordPlace[];
  /** Of the invoices. */
  invoices: RecordPlace[];
  /** Of the settlements. */
  settlements: RecordPlace[];
  /** Of the balances. */
  balances: RecordPlace[];
  /** Of the accounts: where each is named first. */
  accounts: RecordPlace[];
  /** Of the statements. */
  statements: RecordPlace[];
}

/** The rows of one input, and what could not be read of it. */
export interface Report {
  /** The format it was read as. */
  format: Format;
  /** In the order of the input. */
  transactions: Transaction[];
  /** In the order of the input. */
  invoices: Invoice[];
  /** In the order of the input. */
  settlements: Settlement[];
  /** As the bank states them. */
  balances: Balance[];
  /** The host's own accounts that the input names, each once. */
  accounts: Account[];
  /** Each with the proof by its balances. */
  statements: Statement[];
  /** One a record that could not be read. */
  errors: Problem[];
  /** What was assumed or doubted; the rows are there. */
  warnings: Problem[];
  /** Where each row came from, unless the request says that none is wanted. */
  places?: Places;
  /** Records seen: rows read and rows refused. */
  records: number;
  /** Records that were refused. */
  refused: number;
  /** Whether the input says itself that it holds no row. */
  says_empty: boolean;
}

/** What a statement that is to be written covers; what is left out is told from its rows. */
export interface StatementHead {
  /** The account: IBAN or the bank's own number. */
  account?: string | null | undefined;
  /** Id of the statement. */
  id?: string | null | undefined;
  /** Number of the statement. */
  number?: string | null | undefined;
  /** First day of its period. */
  from?: DateInput | null | undefined;
  /** Last day of its period. */
  until?: DateInput | null | undefined;
  /** Booked balance before its entries. */
  opening?: MoneyInput | null | undefined;
  /** Booked balance after them. */
  closing?: MoneyInput | null | undefined;
}

/** A file, and what the format does not hold of the rows. */
export interface Written {
  /** The content of the file. */
  text: string;
  /** One a row of which the format does not hold all, naming the fields. */
  left_out: Problem[];
}

/** What an input was, when all of it is read. */
export interface StreamSummary {
  /** The format it was read as. */
  format: Format;
  /** Records seen: rows read and rows refused. */
  records: number;
  /** Records that were refused. */
  refused: number;
  /** Whether the input says itself that it holds no row. */
  says_empty: boolean;
}

/** The rows that the last bytes of an input completed. */
export interface StreamBatch {
  /** In the order of the input. */
  transactions: Transaction[];
  /** In the order of the input. */
  invoices: Invoice[];
  /** In the order of the input. */
  settlements: Settlement[];
  /** As the bank states them. */
  balances: Balance[];
  /** The host's own accounts that the input names, each once. */
  accounts: Account[];
  /** Each with the proof by its balances. */
  statements: Statement[];
  /** One a record that could not be read. */
  errors: Problem[];
  /** What was assumed or doubted; the rows are there. */
  warnings: Problem[];
  /** Where each row came from, unless the request says that none is wanted. */
  places?: Places;
  /** What the input was, behind its end. */
  summary?: StreamSummary;
}

/** A row of one of several inputs. */
export interface RowPlace {
  /** Which input, counted from 0. */
  input: number;
  /** Which row of it, counted from 0. */
  row: number;
  /** Id of the row. */
  id: string;
}

/** A row that was left out, because another says the same. */
export interface Copy {
  /** The row left out. */
  dropped: RowPlace;
  /** The row that stays for it. */
  kept: RowPlace;
  /** Why it counts as a copy. */
  why: CopyReason;
}

/** An entry that was left out for the payments that it is the sum of. */
export interface Parted {
  /** The entry that was left out. */
  sum: RowPlace;
  /** The rows that stay for it; they make its amount. */
  parts: RowPlace[];
}

/** A payout of a gateway and the rows that name it. */
export interface PayoutMembers {
  /** The gateway's id of it. */
  id: string;
  /** Id of the row with which the gateway paid out, where it is given. */
  payout?: string;
  /** Ids of the rows that went into it. */
  members: string[];
  /** Currency code of ISO 4217. */
  currency: Currency;
  /** What the members moved after fees. */
  sum: Decimal;
  /** What left the gateway's account, where its row is given. */
  paid?: Decimal;
  /** What was paid out beyond the sum, where that is not zero. */
  difference?: Decimal;
  /** What the difference is. */
  difference_kind?: PayoutRest;
}

/** The transactions of all inputs without their copies. Every row given is in one of the first three. */
export interface Linked {
  /** Those that stay, in the order given. */
  transactions: Transaction[];
  /** Those left out as copies. */
  copies: Copy[];
  /** Those left out because another has their id and says something else. */
  errors: Problem[];
  /** Batches whose sum was left out, with their payments. */
  batches?: Parted[];
  /** The payouts that rows name, and what went into each. */
  payouts?: PayoutMembers[];
}

/** The items of all inputs, each once. */
export interface InvoicesOnce {
  /** In the order given. */
  invoices: Invoice[];
  /** How many were left out as copies. */
  copies: number;
  /** Those left out because another has their id and says something else. */
  errors: Problem[];
}

/** The settlements of all inputs, each once. */
export interface SettlementsOnce {
  /** In the order given. */
  settlements: Settlement[];
  /** How many were left out as copies. */
  copies: number;
}

/** What `auto` may do. What it excludes becomes `review`. */
export interface AutoScope {
  /** Off: everything is `review` (a shadow month). Default on. */
  enabled?: boolean | null | undefined;
  /** Kinds of matches; empty: all. */
  kinds?: readonly MatchKind[] | null | undefined;
  /** Sources of transactions (`camt053`, `stripe` …); empty: all. */
  sources?: readonly string[] | null | undefined;
  /** The largest payment, in major units of its currency. Default: any. */
  max_amount?: DecimalInput | null | undefined;
  /** Ids of customers who are always reviewed. */
  except_customers?: readonly string[] | null | undefined;
}

/** An exchange rate of the host's books. It holds the other way round too. */
export interface FxRate {
  /** The currency that is exchanged. */
  from: Currency;
  /** The currency that it becomes. */
  to: Currency;
  /** Major units of `to` for one major unit of `from`; above zero. */
  rate: DecimalInput;
  /** The day it is of. Default: any day; of several the nearest counts. */
  on?: DateInput | null | undefined;
}

/** Options of a reconciliation. The defaults need no tuning. */
export interface Options {
  /** The day the result speaks of. Default: the latest booking date of the call. */
  as_of?: DateInput | null | undefined;
  /** The share of automatic matches that may be wrong, 0 to 0.5. Default 0.0001. */
  max_wrong_auto?: number | null | undefined;
  /** What `auto` may do. */
  auto?: AutoScope | null | undefined;
  /** Items of one customer and one amount that nothing tells apart. Default `oldest_first`. */
  twins?: TwinPolicy | null | undefined;
  /** The largest charge of banks on the way, per mille of the item. Default 20. */
  bank_fee_per_mille?: number | null | undefined;
  /** The largest such charge, in major units. Default 50; 0: no charges. */
  bank_fee_cap?: number | null | undefined;
  /** The largest difference that is a rounding, in minor units. Default 5; 0: none. */
  rounding_minor?: number | null | undefined;
  /** Days by which a discount may be taken late. Default 5. */
  discount_grace_days?: number | null | undefined;
  /** Most items that one payment may settle without their numbers in its text, up to 64. Default 9. */
  max_group?: number | null | undefined;
  /** IBANs that belong to nobody in particular: they identify no customer. */
  pooled_ibans?: readonly string[] | null | undefined;
  /** The host's own accounts: what moves between them is no receipt. */
  own_ibans?: readonly string[] | null | undefined;
  /** Names of the host's own company: a transfer from it is no receipt. */
  own_names?: readonly string[] | null | undefined;
  /** The host's exchange rates; without any they are learnt from payments that name their item. */
  rates?: readonly FxRate[] | null | undefined;
  /** 0: as many as there are; 1: none beside the caller. The result does not depend on it. Default 1. */
  threads?: number | null | undefined;
  /** Most alternatives that are shown beside a match, up to 100. Default 3. */
  alternatives?: number | null | undefined;
  /** Whether the payments of a call teach about each other. Default on. */
  adapt?: boolean | null | undefined;
  /** The share of automatic matches that are marked `audit`, 0 to 1. Default 0. */
  audit_rate?: number | null | undefined;
  /** A secret of the host that makes the sample one that nobody can foresee. */
  audit_salt?: string | null | undefined;
}

/** What computed a result: equal fields and equal input give equal bytes. */
export interface Engine {
  /** Version of the engine. */
  version: string;
  /** Name of the parameter set. */
  parameters: string;
  /** Digest of the options. */
  options: string;
  /** Digest of the memory, or `none`. */
  memory: string;
}

/** So much of a source (`transaction` or `credit`) settles so much of a target (`invoice` or `customer`). */
export interface Allocation {
  /** Source: a transaction's id. */
  transaction?: string;
  /** Source: a credit note's id. */
  credit?: string;
  /** Target: an item's id. */
  invoice?: string;
  /** Target: a customer's id, money on account. */
  customer?: string;
  /** In the target's currency; negative where it takes a settlement back. */
  amount: Decimal;
  /** Of the target. */
  currency: Currency;
  /** Where the currencies differ: what was paid. */
  paid_amount?: Decimal;
  /** Of the payment. */
  paid_currency?: Currency;
  /** `amount × rate = paid_amount`. */
  rate?: Decimal;
}

/** So much of a source (`transaction` or `credit`) settles so much of a target (`invoice` or `customer`). As it is handed in. */
export interface AllocationInput {
  /** Source: a transaction's id. */
  transaction?: string | null | undefined;
  /** Source: a credit note's id. */
  credit?: string | null | undefined;
  /** Target: an item's id. */
  invoice?: string | null | undefined;
  /** Target: a customer's id, money on account. */
  customer?: string | null | undefined;
  /** In the target's currency; negative where it takes a settlement back. */
  amount: DecimalInput;
  /** Of the target. */
  currency: Currency;
  /** Where the currencies differ: what was paid. */
  paid_amount?: DecimalInput | null | undefined;
  /** Of the payment. */
  paid_currency?: Currency | null | undefined;
  /** `amount × rate = paid_amount`. */
  rate?: DecimalInput | null | undefined;
}

/** Money of a transaction that settles nothing, or a label on a part of an item that stays open. */
export interface Difference {
  /** What the difference is taken for. */
  kind: DifferenceKind;
  /** Whose money it is. */
  transaction?: string;
  /** Whose part it is. */
  invoice?: string;
  /** How much it is, in major units. */
  amount: Decimal;
  /** Of the amount. */
  currency: Currency;
}

/** Money of a transaction that settles nothing, or a label on a part of an item that stays open. As it is handed in. */
export interface DifferenceInput {
  /** What the difference is taken for. */
  kind: DifferenceKind;
  /** Whose money it is. */
  transaction?: string | null | undefined;
  /** Whose part it is. */
  invoice?: string | null | undefined;
  /** How much it is, in major units. */
  amount: DecimalInput;
  /** Of the amount. */
  currency: Currency;
}

/** One reason, with its weight. */
export interface Evidence {
  /** A stable code. */
  code: EvidenceCode;
  /** Bits; positive speaks for the match. */
  weight: number;
  /** A sentence for a person. */
  text: string;
}

/** One reason, with its weight. As it is handed in. */
export interface EvidenceInput {
  /** A stable code. */
  code: EvidenceCode;
  /** Bits; positive speaks for the match. */
  weight: number;
  /** A sentence for a person. */
  text: string;
}

/** A rival explanation of the same payment. */
export interface Alternative {
  /** What it would settle; empty: nothing that is known. */
  allocations: Allocation[];
  /** Calibrated probability, with six decimals. */
  probability: number;
  /** Why, for the nearest of an unmatched transaction. */
  evidence?: Evidence[];
}

/** A rival explanation of the same payment. As it is handed in. */
export interface AlternativeInput {
  /** What it would settle; empty: nothing that is known. */
  allocations: readonly AllocationInput[];
  /** Calibrated probability, with six decimals. */
  probability: number;
  /** Why, for the nearest of an unmatched transaction. */
  evidence?: readonly EvidenceInput[] | null | undefined;
}

/** A row of a payout. */
export interface Member {
  /** Id of the transaction. */
  transaction: string;
  /** What it is in the payout. */
  kind: Component;
  /** What it moved before fees. */
  amount: Decimal;
  /** Of its account. */
  currency: Currency;
}

/** A row of a payout. As it is handed in. */
export interface MemberInput {
  /** Id of the transaction. */
  transaction: string;
  /** What it is in the payout. */
  kind: Component;
  /** What it moved before fees. */
  amount: DecimalInput;
  /** Of its account. */
  currency: Currency;
}

/** A part of a payout that is no row of its own. */
export interface Residual {
  /** What the component stands for. */
  kind: Component;
  /** With the sign that it has in the payout: fees are negative. */
  amount: Decimal;
  /** Of the payout. */
  currency: Currency;
}

/** A part of a payout that is no row of its own. As it is handed in. */
export interface ResidualInput {
  /** What the component stands for. */
  kind: Component;
  /** With the sign that it has in the payout: fees are negative. */
  amount: DecimalInput;
  /** Of the payout. */
  currency: Currency;
}

/** One decision: which payments settle which items. */
export interface Match {
  /** `m_` and 32 hex digits: the digest of its sorted allocations; the same match has the same id in every run. */
  id: string;
  /** How many transactions and items it joins, and in which way. */
  kind: MatchKind;
  /** Whether it may be booked. */
  decision: Decision;
  /** That it is right, calibrated, after its rivals; six decimals. */
  probability: number;
  /** Bits: `prior` + the weights of the evidence. */
  score: number;
  /** Bits before any evidence. */
  prior: number;
  /** What settles what. */
  allocations: Allocation[];
  /** Money that settles nothing, or why a part of an item did not come. */
  differences: Difference[];
  /** What speaks for it and against it. */
  evidence: Evidence[];
  /** Its rivals, likeliest first. */
  alternatives: Alternative[];
  /** Why it is not automatic. */
  review?: ReviewReason;
  /** With `review: evidence` the evidence that a person should see. */
  review_clue?: EvidenceCode;
  /** Of a payout: the rows by which bank and gateway booked it. */
  deposit?: Member[];
  /** Of a payout: the gateway's rows that it is made of. */
  members?: Member[];
  /** Of a payout: what is no row of its own; members + residual = deposit. */
  residual?: Residual[];
  /** Whether it is of the sample that a person should check. */
  audit?: boolean;
  /** The kind of evidence that its probability was calibrated by. */
  calibration: CalibrationKind;
}

/** One decision: which payments settle which items. As it is handed in. */
export interface MatchInput {
  /** `m_` and 32 hex digits: the digest of its sorted allocations; the same match has the same id in every run. */
  id: string;
  /** How many transactions and items it joins, and in which way. */
  kind: MatchKind;
  /** Whether it may be booked. */
  decision: Decision;
  /** That it is right, calibrated, after its rivals; six decimals. */
  probability: number;
  /** Bits: `prior` + the weights of the evidence. */
  score: number;
  /** Bits before any evidence. */
  prior: number;
  /** What settles what. */
  allocations: readonly AllocationInput[];
  /** Money that settles nothing, or why a part of an item did not come. */
  differences: readonly DifferenceInput[];
  /** What speaks for it and against it. */
  evidence: readonly EvidenceInput[];
  /** Its rivals, likeliest first. */
  alternatives: readonly AlternativeInput[];
  /** Why it is not automatic. */
  review?: ReviewReason | null | undefined;
  /** With `review: evidence` the evidence that a person should see. */
  review_clue?: EvidenceCode | null | undefined;
  /** Of a payout: the rows by which bank and gateway booked it. */
  deposit?: readonly MemberInput[] | null | undefined;
  /** Of a payout: the gateway's rows that it is made of. */
  members?: readonly MemberInput[] | null | undefined;
  /** Of a payout: what is no row of its own; members + residual = deposit. */
  residual?: readonly ResidualInput[] | null | undefined;
  /** Whether it is of the sample that a person should check. */
  audit?: boolean | null | undefined;
  /** The kind of evidence that its probability was calibrated by. */
  calibration: CalibrationKind;
}

/** A transaction that settles nothing. */
export interface Unmatched {
  /** Id of the transaction. */
  transaction: string;
  /** Why it settles nothing. */
  reason: UnmatchedReason;
  /** The likeliest explanations, likeliest first. */
  nearest: Alternative[];
}

/** An item with something left. */
export interface OpenInvoice {
  /** Id of the open item. */
  invoice: string;
  /** What is still owed after all matches, automatic and in review. */
  open: Decimal;
  /** Of the item. */
  currency: Currency;
}

/** Totals of a result. */
export interface Summary {
  /** Transactions that were used. */
  transactions: number;
  /** Those in automatic matches. */
  auto: number;
  /** Those in matches for review. */
  review: number;
  /** Those that settle nothing. */
  unmatched: number;
  /** Allocated, one a currency; left out where the sum is more than an amount holds. */
  allocated: Money[];
}

/** What stands behind `auto`. */
export interface Bound {
  /** `shipped`: the calibration that came with the engine; `audit`: the verdicts on audited matches. */
  method: string;
  /** Audited matches that were right. */
  confirmed?: number;
  /** Audited matches that were wrong. */
  wrong?: number;
  /** Upper bound of the share that is wrong, one-sided at 95 %. */
  upper?: number;
  /** Whether more are wrong than `max_wrong_auto` accepts: nothing is automatic then. */
  failed?: boolean;
}

/** A bound of the search that was hit: the answer is right, a better one may have been missed. */
export interface Limit {
  /** Which limit was reached. */
  code: LimitKind;
  /** Id of the transaction at which it was reached. */
  transaction: string;
}

/** The result of a reconciliation. The same rows give the same bytes, in any order and on any number of threads. */
export interface Reconciliation {
  /** Of the shape: 1. */
  version: number;
  /** The day it speaks of. */
  as_of: IsoDate;
  /** What computed it. */
  engine: Engine;
  /** Payments and what they settle, ordered by their smallest transaction id. */
  matches: Match[];
  /** Transactions that settle nothing, ordered by id. */
  unmatched: Unmatched[];
  /** Items with something left, ordered by id. */
  open_invoices: OpenInvoice[];
  /** Counts of transactions by what became of them. */
  summary: Summary;
  /** What stands behind `auto`. */
  bound: Bound;
  /** Records that could not be used. */
  errors: Problem[];
  /** What was used although it is doubtful. */
  warnings: Problem[];
  /** Bounds of the search that were hit. */
  limits: Limit[];
}

/** From log-odds to the probability that a result shows. */
export interface Calibration {
  /** The kind of evidence. */
  kind: CalibrationKind;
  /** Base-2 log-odds against the rivals. */
  log_odds: number;
  /** Bits that the host's own verdicts add. */
  learnt: number;
  /** The calibrated probability. */
  probability: number;
}

/** What a transaction may be. */
export interface Hypothesis {
  /** A kind of match, or `closed`, `unlisted`, `nothing`. */
  kind: string;
  /** What it would settle. */
  allocations: Allocation[];
  /** Bits before any evidence. */
  prior: number;
  /** All that speaks for it and against it. */
  evidence: Evidence[];
  /** Weight of all evidence together, in bits. */
  score: number;
  /** Its probability among the hypotheses of this transaction, by the scores alone. */
  alone: number;
  /** The same when other transactions have claimed what they settle. */
  probability: number;
}

/** Something that would change the decision. */
export interface Change {
  /** What it is about. */
  code: string;
  /** How much is missing, or to spare. */
  bits?: number;
  /** The same for a person. */
  text: string;
}

/** Why one transaction got its answer, to the last bit. */
export interface Explained {
  /** Id of the transaction. */
  transaction: string;
  /** The id of its match; without one it is unmatched. */
  match?: string;
  /** Whether the match may be booked. */
  decision?: Decision;
  /** Why the match waits. */
  review?: ReviewReason;
  /** Why the transaction is unmatched. */
  unmatched?: UnmatchedReason;
  /** From which probability on a match may be automatic. */
  threshold: number;
  /** How the chosen hypothesis came to its probability. */
  calibration?: Calibration;
  /** The chosen one first, then its rivals, likeliest first. */
  hypotheses: Hypothesis[];
  /** What would change the decision. */
  changes: Change[];
}

/** What a person said of a match, with the rows that it is about. */
export interface Feedback {
  /** What was said. */
  verdict: Verdict;
  /** Day on which the person decided. */
  day: DateInput;
  /** The match as the result holds it; a correction of what was unmatched has none. */
  match?: MatchInput | null | undefined;
  /** With `corrected` what is right. */
  right?: readonly AllocationInput[] | null | undefined;
  /** The transactions that it is about. */
  transactions?: readonly TransactionInput[] | null | undefined;
  /** The items that it is about. */
  invoices?: readonly InvoiceInput[] | null | undefined;
}

/** What is to be said of a memory without reading it. */
export interface MemoryInfo {
  /** How many counts it holds. */
  entries: number;
  /** What results say of it. */
  digest: string;
}

/** A payment reference whose check digits are right. */
export interface ValidReference {
  /** Scheme whose check digits it has. */
  scheme: Scheme;
  /** As the scheme's rules print it. */
  text: string;
  /** To compare by, within a scheme. */
  key: string;
  /** What it is made from: without check digits and padding. */
  base: string;
  /** What its check digits prove: -log2 of the chance that a random text passes. */
  bits: number;
}

/** A payment reference that stands in a text. */
export interface FoundReference {
  /** Scheme whose check digits it has. */
  scheme: Scheme;
  /** Where, in bytes of the text's UTF-8. */
  bytes: ByteRange;
  /** To compare by, within a scheme. */
  key: string;
  /** What its check digits prove. */
  bits: number;
  /** How it shows what it is. */
  mark: ReferenceMark;
}

/** An IBAN in normal form, with what is to be said of it. Never refused. */
export interface Iban {
  /** Capitals, no spaces. */
  iban: string;
  /** What is to be said of it. */
  verdict: IbanVerdict;
  /** Whether the verdict is `valid`. */
  valid: boolean;
  /** Country code of ISO 3166, two letters. */
  country?: string;
  /** The national part. */
  bban?: string;
  /** Whether its country uses IBANs without being registered. */
  partial: boolean;
  /** In groups of four. */
  printed: string;
}

/** A valid IBAN that stands in a text. */
export interface FoundIban {
  /** Where, in bytes of the text's UTF-8. */
  bytes: ByteRange;
  /** In normal form. */
  iban: string;
}

/** A BIC in normal form, with what is to be said of it. Never refused. */
export interface Bic {
  /** Capitals, without the `XXX` of a head office. */
  bic: string;
  /** What is to be said of it. */
  verdict: BicVerdict;
  /** Whether the verdict is `valid`. */
  valid: boolean;
  /** Country code of ISO 3166, two letters. */
  country?: string;
  /** Code of the branch, three characters. */
  branch?: string;
}

/** A name of a person or a company in normal form. */
export interface Name {
  /** Folded words in the order of speech, without titles and legal form. */
  tokens: string[];
  /** As its country prints it: `GmbH`, `Sp. z o.o.`. */
  legal_form?: string;
  /** Person or company, as far as the name tells. */
  kind: NameKind;
  /** The words of each holder of a joint account. */
  holders: string[][];
}

/** What relates two names. */
export interface NameComparison {
  /** From `equal`, the strongest, to `different`. */
  relation: NameMatch;
  /** With `partial` how many words are shared. */
  shared?: number;
}

/** An amount read from text as banks print it. */
export interface LocalizedAmount {
  /** In major units, signed. */
  value: Decimal;
  /** The currency that the text names. */
  currency?: Currency;
  /** The value in the currency of the text, or of the request, with its decimals. */
  amount?: Decimal;
  /** The mark, where the text itself shows it. */
  decimal_mark?: DecimalMark;
  /** Whether another reading is as good, a thousand times larger or smaller. */
  ambiguous: boolean;
  /** Whether the text states a direction. */
  signed: boolean;
}

/** A currency of ISO 4217. */
export interface CurrencyInfo {
  /** Currency code of ISO 4217. */
  code: Currency;
  /** Decimals of its minor unit. */
  decimals: number;
  /** Whether it is not in use any more. */
  historic: boolean;
  /** Units for one euro, where that is fixed for good. */
  fixed_euro_rate?: Decimal;
}

/** A key that checks signatures: `pem` or `jwk`, one of both. */
export interface PublicKey {
  /** The key in PEM: PUBLIC KEY or RSA PUBLIC KEY. */
  pem?: string | null | undefined;
  /** The key as a JSON Web Key (RFC 7517). */
  jwk?: string | null | undefined;
  /** The one algorithm that it is used with. */
  algorithm: SignatureAlgorithm;
  /** Its id, which tokens name as `kid`; that of the JWK where none is given. */
  id?: string | null | undefined;
}

/** What a verifier asks of tokens. What is not said stays strict. */
export interface TokenPolicy {
  /** Allowed algorithms, of one family. */
  algorithms: readonly SignatureAlgorithm[];
  /** Trusted issuers (`iss`). Without it `any_issuer` must say so. */
  issuers?: readonly string[] | null | undefined;
  /** Audiences (`aud`) of which the token must name one. Without it `any_audience` must say so. */
  audiences?: readonly string[] | null | undefined;
  /** The issuer is not looked at. */
  any_issuer?: boolean | null | undefined;
  /** The audience is not looked at. */
  any_audience?: boolean | null | undefined;
  /** The subject (`sub`) that it must have. */
  subject?: string | null | undefined;
  /** The type (`typ`) that it must have, such as `at+jwt`; without it `JWT` or none. */
  type?: string | null | undefined;
  /** Claims that must be there. */
  required?: readonly string[] | null | undefined;
  /** A token without `exp` is taken. */
  may_last_forever?: boolean | null | undefined;
  /** Seconds by which clocks may differ: 30 where nothing is said. */
  leeway?: number | null | undefined;
  /** Seconds since `iat` after which it is too old. */
  max_age?: number | null | undefined;
  /** Header members of `crit` that the host understands and looks at itself. */
  understood?: readonly string[] | null | undefined;
}

/** The key that whoever brings a token has shown, by its hash in base64url: one of both. */
export interface TokenBinding {
  /** Thumbprint of a key that signed a proof (`jkt`, RFC 9449). */
  key?: string | null | undefined;
  /** SHA-256 of the client's certificate (`x5t#S256`, RFC 8705). */
  certificate?: string | null | undefined;
}

/** A token whose signature and claims hold. Whether it was revoked is another question. */
export interface VerifiedToken {
  /** All that it says. */
  claims: { [key: string]: unknown };
  /** How it is signed. */
  algorithm: SignatureAlgorithm;
  /** Thumbprint of the key under which it is signed (RFC 7638). */
  key: string;
  /** `kid` of its header. */
  key_id?: string;
}

/** A token whose signature and claims hold. Whether it was revoked is another question. As it is handed in. */
export interface VerifiedTokenInput {
  /** All that it says. */
  claims: { readonly [key: string]: unknown } | ReadonlyMap<string, unknown>;
  /** How it is signed. */
  algorithm: SignatureAlgorithm;
  /** Thumbprint of the key under which it is signed (RFC 7638). */
  key: string;
  /** `kid` of its header. */
  key_id?: string | null | undefined;
}

/** A key that a verifier holds. */
export interface KeyInfo {
  /** Its id, which tokens name as `kid`. */
  id?: string;
  /** Its thumbprint (RFC 7638). */
  thumbprint: string;
  /** The algorithms it is used with. */
  algorithms: SignatureAlgorithm[];
}

/** What was taken back before its time: one token, or all of a scope that was issued before a time. */
export interface Revocation {
  /** What is taken back. */
  scope: RevocationScope;
  /** The issuer (`iss`), of a token and of a subject. */
  issuer?: string | null | undefined;
  /** The token's id (`jti`), the subject, the family, the tenant, or the key's thumbprint. */
  value: string;
  /** All that was issued before this time is taken back: seconds since 1970. Not of a token; without it all of the scope. */
  not_before?: number | null | undefined;
  /** When the last of those tokens expires, after which this may be forgotten. */
  until: number;
}

/** Whether a token that holds stands, or was revoked. */
export interface TokenStanding {
  /** What the store says of it. */
  standing: Standing;
  /** With what it was taken back. */
  scope?: RevocationScope;
}

/** How long what lives, in seconds. */
export interface SessionLifetimes {
  /** Of an access token; 900 where nothing is said. */
  access?: number | null | undefined;
  /** Of a refresh token; 604800 where nothing is said. */
  refresh?: number | null | undefined;
  /** Of a login, whatever is renewed; 2592000 where nothing is said. */
  family?: number | null | undefined;
  /** In which the same client may come again with the token before; 10 where nothing is said. */
  grace?: number | null | undefined;
}

/** A state for the host's store, to be written by one compare-and-set. */
export interface StateWrite {
  /** The revision that the store must still hold; without it nothing must be there. */
  expected?: number;
  /** The revision that is written: a column of its own, to compare by. */
  revision: number;
  /** The state, to be kept as it is and handed in again. */
  state: string;
  /** From when on the store may forget it: seconds since 1970. */
  keep_until?: number;
}

/** What to do with a login. Tokens are made by `sessions.confirm`, when the store has answered. */
export interface SessionStep {
  /** What was decided. */
  outcome: RefreshOutcome;
  /** Why the family ended, now or before. */
  why?: FamilyEnd;
  /** Id of the family: the row of the store. */
  family: string;
  /** What is to be written. */
  write?: StateWrite;
  /** The state of which tokens may be made, once the store has answered. */
  state?: string;
}

/** A refresh token whose signature and claims hold. */
export interface PresentedToken {
  /** Id of its family: the row to look up. */
  family: string;
  /** Its own id (`jti`). */
  id: string;
  /** All that it says. */
  verified: VerifiedToken;
}

/** An access token and a refresh token. */
export interface SessionTokens {
  /** The access token, for the API. */
  access: string;
  /** The refresh token, for the end point that exchanges it. */
  refresh: string;
  /** When the access token expires: seconds since 1970. */
  access_expires: number;
  /** When the refresh token expires: seconds since 1970. */
  refresh_expires: number;
}

/** What a role may do, as patterns: `invoice:read`, `invoice:*`, `*:read`, `*:*`. */
export interface Role {
  /** Patterns of what it may do. */
  allows?: readonly string[] | null | undefined;
  /** Patterns of what it may never do, whatever another role allows. */
  denies?: readonly string[] | null | undefined;
}

/** Who asks: whose data they work on, and their roles. */
export interface PermissionSubject {
  /** The tenant whose data they work on. */
  tenant: string;
  /** Names of their roles; one that is not known allows nothing. */
  roles: readonly string[];
}

/** Whether something may be done, and by what that is decided. */
export interface PermissionVerdict {
  /** Whether it may be done. */
  allowed: boolean;
  /** What was decided. */
  verdict: PermissionOutcome;
  /** The first role that decides it. */
  role?: string;
}

/** A route of the host and what it asks for: a permission, or nothing, said in words. */
export interface Route {
  /** As the host's router prints it: `GET /invoices/{id}`. */
  name: string;
  /** The permission that it asks for. */
  needs?: string | null | undefined;
  /** Anybody may use it. Without it `needs` must be there. */
  public?: boolean | null | undefined;
  /** Roles that are meant to be able to use it. */
  roles?: readonly string[] | null | undefined;
}

/** What is wrong with a table of routes. */
export interface RouteGap {
  /** What is wrong. */
  gap: RouteGapKind;
  /** The route of which that is said. */
  route: string;
  /** The role that may what it should not, or may not what it should. */
  role?: string;
  /** Whether the role is meant to. */
  meant?: boolean;
}

/** How long an issuer's keys are in which part of their life, in seconds. */
export interface KeyTimes {
  /** Published before it signs; a day where nothing is said. */
  ahead?: number | null | undefined;
  /** Signs; 90 days where nothing is said. */
  active?: number | null | undefined;
  /** Still taken after it was replaced; 8 days where nothing is said. */
  overlap?: number | null | undefined;
}

/** Which keys of a ring sign and are published. */
export interface KeyRingView {
  /** Thumbprint of the key that signs; none where it was revoked. */
  signs?: string;
  /** Thumbprints of the keys to publish. */
  published: string[];
}

/** What is to be done with a ring. */
export interface KeyRingStep {
  /** What is to be done. */
  due: KeyRingDue;
  /** The key that is dropped. */
  key?: string;
  /** From when on: seconds since 1970. The least number there is means at once. */
  at: number;
}

/** How long an issuer's published keys are used, in seconds. */
export interface FetchTimes {
  /** Used without asking; an hour where nothing is said. */
  fresh?: number | null | undefined;
  /** Used where the issuer cannot be reached; a day where nothing is said. */
  stale?: number | null | undefined;
  /** Between two fetches; a minute where nothing is said. */
  cooldown?: number | null | undefined;
}

/** Whether to fetch an issuer's published keys before a token is checked. */
export interface FetchDecision {
  /** What to do. */
  action: FetchAction;
  /** To be written first; whoever it was written for fetches. */
  write?: StateWrite;
  /** Seconds until the next fetch. */
  seconds?: number;
}

/** A webhook whose signature holds. Parse the raw body that was verified, and nothing else. */
export interface VerifiedWebhook {
  /** The name of the scheme. */
  scheme: string;
  /** Whether the time of signing was looked at. */
  freshness: Freshness;
  /** When it was signed: seconds since 1970. */
  at?: number;
  /** Seconds from then to now; negative where the signer's clock is ahead. */
  age?: number;
  /** The name of the secret that fits. */
  secret: string;
  /** The signed id of the message, where the scheme has one. */
  id?: string;
  /** Ids of its events, in their order: each is claimed by itself. */
  event_ids: string[];
}

/** How long an event is leased to a handler, and remembered. */
export interface ClaimLeases {
  /** Seconds that a handler has; 60 where nothing is said. */
  lease?: number | null | undefined;
  /** Seconds by which the clocks of servers may differ; 30 where nothing is said. */
  skew?: number | null | undefined;
  /** Seconds that a handled event is remembered; 35 days where nothing is said. */
  retention?: number | null | undefined;
}

/** What became of a step of handling an event. */
export interface ClaimAnswer {
  /** What became of it. */
  outcome: ClaimOutcome;
  /** The attempt, with which it is completed. */
  attempt?: number;
  /** When the lease ends: seconds since 1970. */
  until?: number;
  /** Seconds after which it can be taken over. */
  seconds?: number;
  /** When it was handled: seconds since 1970. */
  at?: number;
}

/** What to do with an event: `answer` stands already, or `write` is to be written and `if_written` stands then, and only then. */
export interface ClaimDecision {
  /** The answer, where nothing is to be written. */
  answer?: ClaimAnswer;
  /** What is to be written. Where the store says that it was not, look again and decide anew. */
  write?: StateWrite;
  /** The answer once it was written. */
  if_written?: ClaimAnswer;
}

/** Keys of which a chain must hold one, and one more to switch to. */
export interface PinSet {
  /** SHA-256 of keys (`SubjectPublicKeyInfo`) in base64, two at least. */
  pins: readonly string[];
  /** The last second in which they bind: seconds since 1970. */
  expires: number;
  /** What they do then; `refuse` where nothing is said. */
  when_expired?: WhenPinsExpire | null | undefined;
}

/** A certificate of a path. */
export interface ChainLink {
  /** Its place in the chain that was handed in, counted from 0. */
  chain?: number;
  /** Its place among the anchors, counted from 0. */
  anchor?: number;
  /** SHA-256 of its key, in base64. */
  pin: string;
  /** The first second of its time. */
  not_before: number;
  /** The last second of its time. */
  not_after: number;
}

/** What a chain of certificates came to. Only `valid` is valid. */
export interface ChainVerdict {
  /** What it came to. */
  outcome: ChainOutcome;
  /** Where valid: the path from the leaf to the anchor. */
  path?: ChainLink[];
  /** Where valid: the last second in which all of the path is in its time. */
  expires?: number;
  /** Where valid: what the leaf's alternative names say. */
  names?: string[];
  /** Where valid: what is not wrong, but should be known. */
  warnings?: ChainWarning[];
  /** Where invalid or indeterminate: why. */
  problem?: Problem;
  /** Where skipped: why, in the host's words. */
  reason?: string;
}

/** A certificate that a bundle holds more than once. */
export interface RepeatedCertificate {
  /** Its place among the certificates, counted from 0. */
  first: number;
  /** The line where it stands again, counted from 1. */
  line: number;
}

/** What a bundle in PEM holds. */
export interface CertificateBundle {
  /** Its certificates, each once, in base64 of their DER. */
  certificates: string[];
  /** Its revocation lists, in base64 of their DER. */
  lists: string[];
  /** Certificates that stood there again. */
  repeated: RepeatedCertificate[];
  /** How the certificates follow one another. */
  order: BundleOrder;
}

/** A certificate that the host holds. */
export interface HeldCertificate {
  /** The host's name of it. */
  id: string;
  /** What it is for: certificates of one service follow one another. */
  service: string;
  /** SHA-256 of its key, in base64. */
  pin: string;
  /** The first second of its time. */
  not_before: number;
  /** The last second of its time. */
  not_after: number;
  /** How far it is. */
  stage: HeldStage;
  /** Where retiring: until when it was in use. */
  retiring_since?: number | null | undefined;
}

/** A key that is pinned for a service. */
export interface PinnedKey {
  /** The service that is pinned. */
  service: string;
  /** SHA-256 of the key, in base64. */
  pin: string;
  /** Since when: seconds since 1970. */
  since: number;
}

/** Lead times, in thousandths of a certificate's lifetime. */
export interface LeadTimes {
  /** The next one is ordered when this much is left; 333. */
  renew?: number | null | undefined;
  /** It is put beside the one in use; 250. */
  stage?: number | null | undefined;
  /** It is put to use; 167. */
  switch?: number | null | undefined;
  /** What is not done is urgent; 83. */
  urgent?: number | null | undefined;
  /** How long a key must have been pinned before; 83. */
  pinned?: number | null | undefined;
  /** How long the one before stands beside it; 83. */
  overlap?: number | null | undefined;
}

/** A step of a plan. */
export interface RotationStep {
  /** When: seconds since 1970; it may be past. */
  at: number;
  /** When at the latest: seconds since 1970. */
  until: number;
  /** For which service. */
  service: string;
  /** What is to be done. */
  action: RotationAction;
  /** The certificate that is acted on, or replaced. */
  certificate?: string;
  /** The key that is acted on. */
  pin?: string;
  /** How pressing it is. */
  state: RotationState;
}

/** What to do with certificates, in the order of its times. */
export interface RotationPlan {
  /** The steps by time. */
  steps: RotationStep[];
  /** When the next step that is planned falls due: ask again then at the latest. */
  next?: number;
}

/** What the library is. */
export interface About {
  /** Of the library. */
  version: string;
  /** Version of the documents: 1. */
  contract: number;
  /** Name of the engine's parameter set. */
  parameters: string;
  /** Names of all operations. */
  operations: string[];
}

/** What `format.read` takes beside its arguments. */
export interface FormatReadOptions {
  /** How it is read. The default needs no tuning. */
  options?: ReadOptions | null | undefined;
  /** Name of the file; messages of errors and warnings begin with it. */
  name?: string | null | undefined;
  /** Whether each row is answered with its place. Default true. */
  places?: boolean | null | undefined;
}

/** What `format.write_json_lines` takes beside its arguments. */
export interface FormatWriteJsonLinesOptions {
  /** Rows of accounts, in any order. */
  transactions?: readonly TransactionInput[] | null | undefined;
  /** Open items, in any order. */
  invoices?: readonly InvoiceInput[] | null | undefined;
  /** What was settled, in any order. */
  settlements?: readonly SettlementInput[] | null | undefined;
}

/** What `format.write_camt053` takes beside its arguments. */
export interface FormatWriteCamt053Options {
  /** What the statement covers; told from the rows by default. */
  statement?: StatementHead | null | undefined;
}

/** What `stream.new` takes beside its arguments. */
export interface StreamNewOptions {
  /** How it is read. The default needs no tuning. */
  options?: ReadOptions | null | undefined;
  /** Name of the file; messages of errors and warnings begin with it. */
  name?: string | null | undefined;
  /** Whether each row is answered with its place. Default true. */
  places?: boolean | null | undefined;
}

/** What `matching.reconcile` takes beside its arguments. */
export interface MatchingReconcileOptions {
  /** What was settled before; refunds and returns refer to it. */
  settlements?: readonly SettlementInput[] | null | undefined;
  /** The defaults need no tuning. */
  options?: Options | null | undefined;
  /** What was learnt before, as memory.learn gave it. */
  memory?: BytesInput | null | undefined;
  /** What reading the inputs gave as errors: it stands before the result's own. */
  errors?: readonly ProblemInput[] | null | undefined;
  /** The same for warnings: what a person should see stands in one result. */
  warnings?: readonly ProblemInput[] | null | undefined;
}

/** What `matching.explain` takes beside its arguments. */
export interface MatchingExplainOptions {
  /** What was settled before; refunds and returns refer to it. */
  settlements?: readonly SettlementInput[] | null | undefined;
  /** The defaults need no tuning. */
  options?: Options | null | undefined;
  /** What was learnt before, as memory.learn gave it. */
  memory?: BytesInput | null | undefined;
}

/** What `matcher.new` takes beside its arguments. */
export interface MatcherNewOptions {
  /** What was settled before; refunds and returns refer to it. */
  settlements?: readonly SettlementInput[] | null | undefined;
  /** The defaults need no tuning. */
  options?: Options | null | undefined;
  /** What was learnt before, as memory.learn gave it. */
  memory?: BytesInput | null | undefined;
}

/** What `matcher.remember` takes beside its arguments. */
export interface MatcherRememberOptions {
  /** What was learnt before, as memory.learn gave it. */
  memory?: BytesInput | null | undefined;
}

/** What `memory.learn` takes beside its arguments. */
export interface MemoryLearnOptions {
  /** What was learnt before; without it nothing. */
  memory?: BytesInput | null | undefined;
}

/** What `reference.find` takes beside its arguments. */
export interface ReferenceFindOptions {
  /** Which are reported. Default `labelled`. */
  strictness?: Strictness | null | undefined;
}

/** What `money.parse_localized` takes beside its arguments. */
export interface MoneyParseLocalizedOptions {
  /** The mark of the column, for texts with two readings. */
  decimal_mark?: DecimalMark | null | undefined;
  /** The currency where the text names none. */
  currency?: Currency | null | undefined;
}

/** What `text.edits` takes beside its arguments. */
export interface TextEditsOptions {
  /** Edits that are of interest. Default: all. */
  most?: number | null | undefined;
}

/** What `verifier.new` takes beside its arguments. */
export interface VerifierNewOptions {
  /** A JSON Web Key Set, as an issuer publishes it; one of secrets is a secret. */
  jwks?: string | null | undefined;
  /** Public keys, each with its algorithm. */
  keys?: readonly PublicKey[] | null | undefined;
  /** Secrets of HMAC by their ids, as long as the hash at least; for bytes that are no text a JWK in `jwks`. */
  secrets?: { readonly [key: string]: string } | ReadonlyMap<string, string> | null | undefined;
}

/** What `verifier.verify` takes beside its arguments. */
export interface VerifierVerifyOptions {
  /** The key that was shown with the token. A token that is bound to another, or to one where none was shown, is refused. */
  binding?: TokenBinding | null | undefined;
}

/** What `verifier.open` takes beside its arguments. */
export interface VerifierOpenOptions {
  /** The content, where it stands beside the JWS (RFC 7797). */
  payload?: BytesInput | null | undefined;
}

/** What `signer.new` takes beside its arguments. */
export interface SignerNewOptions {
  /** The key in PEM: PRIVATE KEY (PKCS #8) or RSA PRIVATE KEY. */
  pem?: string | null | undefined;
  /** The key as a JSON Web Key with its private members. */
  jwk?: string | null | undefined;
  /** The secret of an HMAC, as long as its hash at least. */
  secret?: string | null | undefined;
  /** Its id, which tokens name as `kid`. */
  key_id?: string | null | undefined;
}

/** What `signer.sign` takes beside its arguments. */
export interface SignerSignOptions {
  /** The type (`typ`) of the token; `JWT` where nothing is said. */
  type?: string | null | undefined;
}

/** What `token.standing` takes beside its arguments. */
export interface TokenStandingOptions {
  /** What the store knows of the token's id, subject, family, tenant and key. */
  revocations?: readonly Revocation[] | null | undefined;
}

/** What `sessions.new` takes beside its arguments. */
export interface SessionsNewOptions {
  /** The key in PEM: PRIVATE KEY (PKCS #8) or RSA PRIVATE KEY. */
  pem?: string | null | undefined;
  /** The key as a JSON Web Key with its private members. */
  jwk?: string | null | undefined;
  /** The secret of an HMAC, as long as its hash at least. */
  secret?: string | null | undefined;
  /** Its id, which tokens name as `kid`. */
  key_id?: string | null | undefined;
  /** A JSON Web Key Set, as an issuer publishes it; one of secrets is a secret. */
  jwks?: string | null | undefined;
  /** Public keys, each with its algorithm. */
  keys?: readonly PublicKey[] | null | undefined;
  /** Secrets of HMAC by their ids, as long as the hash at least; for bytes that are no text a JWK in `jwks`. */
  secrets?: { readonly [key: string]: string } | ReadonlyMap<string, string> | null | undefined;
  /** How long what lives. */
  lifetimes?: SessionLifetimes | null | undefined;
  /** Seconds by which clocks may differ, 300 at most; 30 where nothing is said. */
  leeway?: number | null | undefined;
}

/** What `sessions.begin` takes beside its arguments. */
export interface SessionsBeginOptions {
  /** The key that its tokens are to be bound to (`cnf`): whoever brings one must show it. */
  binding?: TokenBinding | null | undefined;
}

/** What `sessions.present` takes beside its arguments. */
export interface SessionsPresentOptions {
  /** The key that was shown with the token. A token that is bound to another, or to one where none was shown, is refused. */
  binding?: TokenBinding | null | undefined;
}

/** What `sessions.refresh` takes beside its arguments. */
export interface SessionsRefreshOptions {
  /** The key that was shown with the token. A token that is bound to another, or to one where none was shown, is refused. */
  binding?: TokenBinding | null | undefined;
}

/** What `sessions.verify` takes beside its arguments. */
export interface SessionsVerifyOptions {
  /** The key that was shown with the token. A token that is bound to another, or to one where none was shown, is refused. */
  binding?: TokenBinding | null | undefined;
}

/** What `revocations.new` takes beside its arguments. */
export interface RevocationsNewOptions {
  /** What was revoked, as the host's store knows it. */
  entries?: readonly Revocation[] | null | undefined;
}

/** What `keyring.switch` takes beside its arguments. */
export interface KeyringSwitchOptions {
  /** How long keys are in which part of their life. */
  times?: KeyTimes | null | undefined;
}

/** What `keyring.drop_ended` takes beside its arguments. */
export interface KeyringDropEndedOptions {
  /** How long keys are in which part of their life. */
  times?: KeyTimes | null | undefined;
}

/** What `keyring.check` takes beside its arguments. */
export interface KeyringCheckOptions {
  /** How long keys are in which part of their life. */
  times?: KeyTimes | null | undefined;
}

/** What `keyring.due` takes beside its arguments. */
export interface KeyringDueOptions {
  /** How long keys are in which part of their life. */
  times?: KeyTimes | null | undefined;
}

/** What `jwks.decide` takes beside its arguments. */
export interface JwksDecideOptions {
  /** What the store holds of the fetches; left out where it holds nothing. */
  state?: string | null | undefined;
  /** How long published keys are used. */
  times?: FetchTimes | null | undefined;
}

/** What `jwks.ended` takes beside its arguments. */
export interface JwksEndedOptions {
  /** What the store holds of the fetches; left out where it holds nothing. */
  state?: string | null | undefined;
}

/** What `webhook.verify` takes beside its arguments. */
export interface WebhookVerifyOptions {
  /** A provider whose scheme is known. */
  provider?: WebhookProvider | null | undefined;
  /** How any other provider signs, as the chapter on webhooks describes it. */
  scheme?: unknown | null | undefined;
  /** Seconds that the time of signing may be from now; 300 where nothing is said. */
  tolerance?: number | null | undefined;
  /** Any time of signing is taken: what was recorded can then be sent again for ever. */
  any_age?: boolean | null | undefined;
  /** Bytes of a body, 32 MiB at most; 1 MiB where nothing is said. */
  largest_body?: number | null | undefined;
  /** Whether a wrong signature is explained by trying other spellings of the body; they are. */
  explain?: boolean | null | undefined;
}

/** What `webhook.claim` takes beside its arguments. */
export interface WebhookClaimOptions {
  /** What the store holds of the event; left out where it holds nothing. */
  state?: string | null | undefined;
  /** The attempt that the answer to `begin` told; not of `begin`. */
  attempt?: number | null | undefined;
  /** Of `begin`: when the event was made, by a signed member of its body. */
  made?: number | null | undefined;
  /** How long what is kept. */
  leases?: ClaimLeases | null | undefined;
}

/** What `anchors.new` takes beside its arguments. */
export interface AnchorsNewOptions {
  /** Revocation lists, in DER or PEM. */
  lists?: readonly BytesInput[] | null | undefined;
}

/** What `anchors.verify` takes beside its arguments. */
export interface AnchorsVerifyOptions {
  /** Of a server: the host name or address by which it was called. */
  name?: string | null | undefined;
  /** Keys of which the chain must hold one. */
  pins?: PinSet | null | undefined;
  /** Intermediates that may stand in the path; 6 where nothing is said. */
  most_intermediates?: number | null | undefined;
  /** Nothing is verified, for this reason: the outcome is `skipped`. */
  sandbox?: string | null | undefined;
}

/** What `certificate.plan` takes beside its arguments. */
export interface CertificatePlanOptions {
  /** The keys that are pinned for its services. */
  pinned?: readonly PinnedKey[] | null | undefined;
  /** How long before the end of a certificate something is done. */
  leads?: LeadTimes | null | undefined;
}

/** Bytes of banks and gateways to rows. */
export declare namespace format {
  /**
   * Tells the format of some bytes by their content.
   * @param content The bytes of a statement or a list; the first 64 KiB are looked at.
   * @param options What every call takes.
   * @throws {PayymoError} `format.unsupported`, `format.unknown`, `format.encoding`, `format.no_rows`
   */
  function detect(content: BytesInput, options?: AsyncOptions): Promise<Format>;
  /** {@link format.detect} at once, on the calling thread. */
  function detectSync(content: BytesInput, options?: CommonOptions): Format;
  /**
   * Tells the format of some bytes by their content, how sure that is, and what is the next likely.
   * @param content The bytes of a statement or a list; the first 64 KiB are looked at.
   * @param options What every call takes.
   * @throws {PayymoError} `format.unsupported`, `format.unknown`, `format.encoding`, `format.no_rows`
   */
  function detection(content: BytesInput, options?: AsyncOptions): Promise<Detection>;
  /** {@link format.detection} at once, on the calling thread. */
  function detectionSync(content: BytesInput, options?: CommonOptions): Detection;
  /**
   * Reads a statement or a list of any supported format. What is wrong with one record costs that record.
   * @param content The bytes of the input.
   * @param options `options`, `name`, `places`; what every call takes.
   * @throws {PayymoError} `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`
   */
  function read(content: BytesInput, options?: FormatReadOptions & AsyncOptions): Promise<Report>;
  /** {@link format.read} at once, on the calling thread. */
  function readSync(content: BytesInput, options?: FormatReadOptions & CommonOptions): Report;
  /**
   * Writes rows as JSON Lines, which `format.read` reads as the same rows.
   * @param options `transactions`, `invoices`, `settlements`; what every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function writeJsonLines(options?: FormatWriteJsonLinesOptions & AsyncOptions): Promise<string>;
  /** {@link format.writeJsonLines} at once, on the calling thread. */
  function writeJsonLinesSync(options?: FormatWriteJsonLinesOptions & CommonOptions): string;
  /**
   * Writes transactions as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
   * @param transactions Rows of accounts, in any order.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function writeTransactions(transactions: readonly TransactionInput[], options?: AsyncOptions): Promise<string>;
  /** {@link format.writeTransactions} at once, on the calling thread. */
  function writeTransactionsSync(transactions: readonly TransactionInput[], options?: CommonOptions): string;
  /**
   * Writes open items as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
   * @param invoices Open items, in any order.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function writeInvoices(invoices: readonly InvoiceInput[], options?: AsyncOptions): Promise<string>;
  /** {@link format.writeInvoices} at once, on the calling thread. */
  function writeInvoicesSync(invoices: readonly InvoiceInput[], options?: CommonOptions): string;
  /**
   * Writes settlements as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
   * @param settlements What was settled, in any order.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function writeSettlements(settlements: readonly SettlementInput[], options?: AsyncOptions): Promise<string>;
  /** {@link format.writeSettlements} at once, on the calling thread. */
  function writeSettlementsSync(settlements: readonly SettlementInput[], options?: CommonOptions): string;
  /**
   * Writes the transactions of one account as a camt.053.001.08 statement.
   * @param transactions Rows of accounts, in any order.
   * @param options `statement`; what every call takes.
   * @throws {PayymoError} `format.write`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function writeCamt053(transactions: readonly TransactionInput[], options?: FormatWriteCamt053Options & AsyncOptions): Promise<Written>;
  /** {@link format.writeCamt053} at once, on the calling thread. */
  function writeCamt053Sync(transactions: readonly TransactionInput[], options?: FormatWriteCamt053Options & CommonOptions): Written;
  /**
   * Writes the transactions of one account as a SWIFT MT940 statement, which states its balances: one of them is enough.
   * @param transactions Rows of accounts, in any order.
   * @param statement What the statement covers, with a balance.
   * @param options What every call takes.
   * @throws {PayymoError} `format.write`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function writeMt940(transactions: readonly TransactionInput[], statement: StatementHead, options?: AsyncOptions): Promise<Written>;
  /** {@link format.writeMt940} at once, on the calling thread. */
  function writeMt940Sync(transactions: readonly TransactionInput[], statement: StatementHead, options?: CommonOptions): Written;
}

/** An input that comes in pieces, to rows. */
export declare class Stream {
  private constructor();
  /**
   * Begins to read an input that comes in pieces: for what is larger than memory, or arrives over a network. Its rows are those that `format.read` answers for the whole, however it is cut.
   * @param options `options`, `name`, `places`; what every call takes.
   * @throws {PayymoError} `input.options`
   */
  static create(options?: StreamNewOptions & AsyncOptions): Promise<Stream>;
  /** {@link Stream.create} at once, on the calling thread. */
  static createSync(options?: StreamNewOptions & CommonOptions): Stream;
  /** Stream of a document, the request of `stream.new`. */
  static open(request: string | Uint8Array, options?: DocumentOptions & { signal?: AbortSignal | undefined }): Promise<Stream>;
  /** {@link Stream.open} at once. */
  static openSync(request: string | Uint8Array, options?: DocumentOptions): Stream;
  /**
   * Reads the next bytes, and answers the rows that they completed.
   * @param content The next bytes of the input, as many as there are.
   * @param options What every call takes.
   * @throws {PayymoError} `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`
   */
  push(content: BytesInput, options?: AsyncOptions): Promise<StreamBatch>;
  /** {@link Stream.prototype.push} at once, on the calling thread. */
  pushSync(content: BytesInput, options?: CommonOptions): StreamBatch;
  /**
   * Reads what is left, after the last bytes, and answers the last rows and what the input was.
   * @param options What every call takes.
   * @throws {PayymoError} `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`
   */
  finish(options?: AsyncOptions): Promise<StreamBatch>;
  /** {@link Stream.prototype.finish} at once, on the calling thread. */
  finishSync(options?: CommonOptions): StreamBatch;
  /** Does an operation on it as documents. */
  callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
  /** {@link Stream.prototype.callSync} on a thread of the pool. */
  call(
    operation: OperationName,
    request?: string | Uint8Array,
    options?: DocumentOptions & { signal?: AbortSignal | undefined },
  ): Promise<Buffer>;
  /**
   * Frees it, now or at the end of the call that runs. Later calls throw `contract.handle`. Twice is fine; one that is
   * forgotten is freed by the garbage collector, some time.
   */
  dispose(): void;
  /** As {@link Stream.prototype.dispose}, for `using`. */
  [Symbol.dispose](): void;
  /** Whether it was freed. */
  readonly disposed: boolean;
}

/** Each row once, over inputs that overlap. */
export declare namespace linking {
  /**
   * Finds the copies over inputs that may overlap: two statements of one month, a pending row and its booking, two exports of one gateway, one entry in several formats.
   * @param inputs One list for each statement or file, in their order.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function duplicates(inputs: readonly (readonly TransactionInput[])[], options?: AsyncOptions): Promise<Linked>;
  /** {@link linking.duplicates} at once, on the calling thread. */
  function duplicatesSync(inputs: readonly (readonly TransactionInput[])[], options?: CommonOptions): Linked;
  /**
   * Gives every row of one input whose id is `"-"` an id of its content and a counter over equal rows: the same input gets the same ids.
   * @param transactions The rows of one input.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function assignIds(transactions: readonly TransactionInput[], options?: AsyncOptions): Promise<Transaction[]>;
  /** {@link linking.assignIds} at once, on the calling thread. */
  function assignIdsSync(transactions: readonly TransactionInput[], options?: CommonOptions): Transaction[];
  /**
   * Takes the items of several exports, each once: of equal ones the first stays, of contradicting ones too, with an error.
   * @param inputs One list for each export, in their order.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function invoices(inputs: readonly (readonly InvoiceInput[])[], options?: AsyncOptions): Promise<InvoicesOnce>;
  /** {@link linking.invoices} at once, on the calling thread. */
  function invoicesSync(inputs: readonly (readonly InvoiceInput[])[], options?: CommonOptions): InvoicesOnce;
  /**
   * Takes the settlements of several exports, each once: equal rows of one export are several settlements, in another they are copies of these.
   * @param inputs One list for each export, in their order.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function settlements(inputs: readonly (readonly SettlementInput[])[], options?: AsyncOptions): Promise<SettlementsOnce>;
  /** {@link linking.settlements} at once, on the calling thread. */
  function settlementsSync(inputs: readonly (readonly SettlementInput[])[], options?: CommonOptions): SettlementsOnce;
}

/** Transactions paired with open items, in one call. */
export declare namespace matching {
  /**
   * Pairs transactions with open items. Rows that cannot be read or used are listed in the result's `errors`.
   * @param transactions Rows of accounts, in any order.
   * @param invoices Open items, and those closed of late, which explain payments and are never paid again.
   * @param options `settlements`, `options`, `memory`, `errors`, `warnings`; what every call takes.
   * @throws {PayymoError} `input.options`, `matching.too_many`, `matching.cancelled`, `memory.version`, `memory.syntax`
   */
  function reconcile(transactions: readonly TransactionInput[], invoices: readonly InvoiceInput[], options?: MatchingReconcileOptions & ProgressOptions & AsyncOptions): Promise<Reconciliation>;
  /** {@link matching.reconcile} at once, on the calling thread. */
  function reconcileSync(transactions: readonly TransactionInput[], invoices: readonly InvoiceInput[], options?: MatchingReconcileOptions & ProgressOptions & CommonOptions): Reconciliation;
  /**
   * Tells why a match got its decision, or a transaction its answer, in the call that the other fields repeat. Rows that cannot be read are left out, as there.
   * @param id Id of a match or of a transaction of the call.
   * @param transactions Rows of accounts, in any order.
   * @param invoices Open items, and those closed of late, which explain payments and are never paid again.
   * @param options `settlements`, `options`, `memory`; what every call takes.
   * @throws {PayymoError} `matching.unknown`, `input.options`, `matching.too_many`, `memory.version`, `memory.syntax`
   */
  function explain(id: string, transactions: readonly TransactionInput[], invoices: readonly InvoiceInput[], options?: MatchingExplainOptions & AsyncOptions): Promise<Explained[]>;
  /** {@link matching.explain} at once, on the calling thread. */
  function explainSync(id: string, transactions: readonly TransactionInput[], invoices: readonly InvoiceInput[], options?: MatchingExplainOptions & CommonOptions): Explained[];
  /**
   * What a host keeps of the matches that it booked: rows that later calls take as `settlements`, so that nothing is booked twice and a return finds its payment.
   * @param matches The matches that were booked.
   * @param transactions The transactions that they are of.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  function settlements(matches: readonly MatchInput[], transactions: readonly TransactionInput[], options?: AsyncOptions): Promise<Settlement[]>;
  /** {@link matching.settlements} at once, on the calling thread. */
  function settlementsSync(matches: readonly MatchInput[], transactions: readonly TransactionInput[], options?: CommonOptions): Settlement[];
}

/** Open items prepared once, for many calls. */
export declare class Matcher {
  private constructor();
  /**
   * Prepares open items, which then open, change and close in place. Answers the errors of the rows that cannot be used.
   * @param invoices Open items, and those closed of late, which explain payments and are never paid again.
   * @param options `settlements`, `options`, `memory`; what every call takes.
   * @throws {PayymoError} `input.options`, `matching.too_many`, `memory.version`, `memory.syntax`
   */
  static create(invoices: readonly InvoiceInput[], options?: MatcherNewOptions & AsyncOptions): Promise<Matcher>;
  /** {@link Matcher.create} at once, on the calling thread. */
  static createSync(invoices: readonly InvoiceInput[], options?: MatcherNewOptions & CommonOptions): Matcher;
  /** Matcher of a document, the request of `matcher.new`. */
  static open(request: string | Uint8Array, options?: DocumentOptions & { signal?: AbortSignal | undefined }): Promise<Matcher>;
  /** {@link Matcher.open} at once. */
  static openSync(request: string | Uint8Array, options?: DocumentOptions): Matcher;
  /** What could not be used of that which it was made of. */
  readonly errors: readonly Problem[];
  /**
   * Takes an item in, in place of the one with its id: opened, paid, changed or closed by the host.
   * @param invoice The item as it is now.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  put(invoice: InvoiceInput, options?: AsyncOptions): Promise<void>;
  /** {@link Matcher.prototype.put} at once, on the calling thread. */
  putSync(invoice: InvoiceInput, options?: CommonOptions): void;
  /**
   * Takes an item out: it explains nothing any more. Answers whether it was there.
   * @param id Id of the item.
   * @param options What every call takes.
   */
  remove(id: string, options?: AsyncOptions): Promise<boolean>;
  /** {@link Matcher.prototype.remove} at once, on the calling thread. */
  removeSync(id: string, options?: CommonOptions): boolean;
  /**
   * Closes an item: it explains payments and is never paid again. Answers whether it was there.
   * @param id Id of the item.
   * @param options What every call takes.
   */
  close(id: string, options?: AsyncOptions): Promise<boolean>;
  /** {@link Matcher.prototype.close} at once, on the calling thread. */
  closeSync(id: string, options?: CommonOptions): boolean;
  /**
   * Takes a settlement in: what was settled is not proposed again. Its item is not touched.
   * @param settlement What was settled.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  settle(settlement: SettlementInput, options?: AsyncOptions): Promise<void>;
  /** {@link Matcher.prototype.settle} at once, on the calling thread. */
  settleSync(settlement: SettlementInput, options?: CommonOptions): void;
  /**
   * Books matches: what they settle is open no more. All of them or, with an error, none.
   * @param matches Matches as a result holds them.
   * @param options What every call takes.
   * @throws {PayymoError} `matching.unknown_item`, `matching.overspent`
   */
  apply(matches: readonly MatchInput[], options?: AsyncOptions): Promise<void>;
  /** {@link Matcher.prototype.apply} at once, on the calling thread. */
  applySync(matches: readonly MatchInput[], options?: CommonOptions): void;
  /**
   * Takes matches back that were booked. All of them or, with an error, none.
   * @param matches Matches as a result holds them.
   * @param options What every call takes.
   * @throws {PayymoError} `matching.unknown_item`, `matching.overspent`
   */
  undo(matches: readonly MatchInput[], options?: AsyncOptions): Promise<void>;
  /** {@link Matcher.prototype.undo} at once, on the calling thread. */
  undoSync(matches: readonly MatchInput[], options?: CommonOptions): void;
  /**
   * Uses from now on what was learnt, in place of what was remembered before.
   * @param options `memory`; what every call takes.
   * @throws {PayymoError} `memory.version`, `memory.syntax`
   */
  remember(options?: MatcherRememberOptions & AsyncOptions): Promise<void>;
  /** {@link Matcher.prototype.remember} at once, on the calling thread. */
  rememberSync(options?: MatcherRememberOptions & CommonOptions): void;
  /**
   * Pairs transactions with the items. `open_invoices` lists the items that the result settles in part.
   * @param transactions Rows of accounts, in any order.
   * @param options What every call takes.
   * @throws {PayymoError} `matching.too_many`, `matching.cancelled`
   */
  reconcile(transactions: readonly TransactionInput[], options?: ProgressOptions & AsyncOptions): Promise<Reconciliation>;
  /** {@link Matcher.prototype.reconcile} at once, on the calling thread. */
  reconcileSync(transactions: readonly TransactionInput[], options?: ProgressOptions & CommonOptions): Reconciliation;
  /**
   * Explains one transaction, as a webhook brings it.
   * @param transaction A row of an account.
   * @param options What every call takes.
   * @throws {PayymoError} `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
   */
  propose(transaction: TransactionInput, options?: AsyncOptions): Promise<Reconciliation>;
  /** {@link Matcher.prototype.propose} at once, on the calling thread. */
  proposeSync(transaction: TransactionInput, options?: CommonOptions): Reconciliation;
  /**
   * Tells why a match got its decision, or a transaction its answer, among the transactions of its call. Rows that cannot be read are left out, as there.
   * @param id Id of a match or of a transaction.
   * @param transactions Rows of accounts, in any order.
   * @param options What every call takes.
   * @throws {PayymoError} `matching.unknown`, `matching.too_many`
   */
  explain(id: string, transactions: readonly TransactionInput[], options?: AsyncOptions): Promise<Explained[]>;
  /** {@link Matcher.prototype.explain} at once, on the calling thread. */
  explainSync(id: string, transactions: readonly TransactionInput[], options?: CommonOptions): Explained[];
  /** Does an operation on it as documents. */
  callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
  /** {@link Matcher.prototype.callSync} on a thread of the pool. */
  call(
    operation: OperationName,
    request?: string | Uint8Array,
    options?: DocumentOptions & { signal?: AbortSignal | undefined },
  ): Promise<Buffer>;
  /**
   * Frees it, now or at the end of the call that runs. Later calls throw `contract.handle`. Twice is fine; one that is
   * forgotten is freed by the garbage collector, some time.
   */
  dispose(): void;
  /** As {@link Matcher.prototype.dispose}, for `using`. */
  [Symbol.dispose](): void;
  /** Whether it was freed. */
  readonly disposed: boolean;
}

/** What people's verdicts teach, kept by the host as bytes. */
export declare namespace memory {
  /**
   * Learns from verdicts: who pays for whom, how customers name what they pay and when, what banks take, how often each kind of evidence was right. What was rejected is not proposed again. Answers the memory to keep.
   * @param feedback Verdicts; give each once: twice counts twice.
   * @param options `memory`; what every call takes.
   * @throws {PayymoError} `memory.version`, `memory.syntax`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`
   */
  function learn(feedback: readonly Feedback[], options?: MemoryLearnOptions & AsyncOptions): Promise<Buffer>;
  /** {@link memory.learn} at once, on the calling thread. */
  function learnSync(feedback: readonly Feedback[], options?: MemoryLearnOptions & CommonOptions): Buffer;
  /**
   * Forgets what verdicts taught: the memory is as if they had never been learnt.
   * @param memory What was learnt before.
   * @param feedback Verdicts; give each once: twice counts twice.
   * @param options What every call takes.
   * @throws {PayymoError} `memory.version`, `memory.syntax`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`
   */
  function unlearn(memory: BytesInput, feedback: readonly Feedback[], options?: AsyncOptions): Promise<Buffer>;
  /** {@link memory.unlearn} at once, on the calling thread. */
  function unlearnSync(memory: BytesInput, feedback: readonly Feedback[], options?: CommonOptions): Buffer;
  /**
   * Adds up what several memories have learnt from different verdicts.
   * @param memories The memories that become one.
   * @param options What every call takes.
   * @throws {PayymoError} `memory.version`, `memory.syntax`
   */
  function merge(memories: readonly BytesInput[], options?: AsyncOptions): Promise<Buffer>;
  /** {@link memory.merge} at once, on the calling thread. */
  function mergeSync(memories: readonly BytesInput[], options?: CommonOptions): Buffer;
  /**
   * Forgets all that was learnt of a customer, who has a right to it.
   * @param memory What was learnt before.
   * @param customer The host's id of the customer.
   * @param options What every call takes.
   * @throws {PayymoError} `memory.version`, `memory.syntax`
   */
  function forgetCustomer(memory: BytesInput, customer: string, options?: AsyncOptions): Promise<Buffer>;
  /** {@link memory.forgetCustomer} at once, on the calling thread. */
  function forgetCustomerSync(memory: BytesInput, customer: string, options?: CommonOptions): Buffer;
  /**
   * What was learnt of one customer is another's from now on: the host found that they are one.
   * @param memory What was learnt before.
   * @param from Id of the customer who is no more.
   * @param into Id of the customer who stays.
   * @param options What every call takes.
   * @throws {PayymoError} `memory.version`, `memory.syntax`
   */
  function mergeCustomers(memory: BytesInput, from: string, into: string, options?: AsyncOptions): Promise<Buffer>;
  /** {@link memory.mergeCustomers} at once, on the calling thread. */
  function mergeCustomersSync(memory: BytesInput, from: string, into: string, options?: CommonOptions): Buffer;
  /**
   * What is to be said of a memory without reading it.
   * @param memory What was learnt before.
   * @param options What every call takes.
   * @throws {PayymoError} `memory.version`, `memory.syntax`
   */
  function info(memory: BytesInput, options?: AsyncOptions): Promise<MemoryInfo>;
  /** {@link memory.info} at once, on the calling thread. */
  function infoSync(memory: BytesInput, options?: CommonOptions): MemoryInfo;
}

/** Payment references with check digits. */
export declare namespace reference {
  /**
   * Reads a whole text as a reference of one scheme, in any printed form. `null` when its form or a check digit is wrong.
   * @param scheme The scheme of its check digits.
   * @param text The reference as printed.
   */
  function validate(scheme: Scheme, text: string, options?: CommonOptions): ValidReference | null;
  /**
   * Makes a reference from its content: computes the check digits and prints it. `null` when the scheme cannot hold it.
   * @param scheme The scheme of its check digits.
   * @param base The content: digits, of RF letters too.
   */
  function generate(scheme: Scheme, base: string, options?: CommonOptions): string | null;
  /**
   * The Swedish OCR reference of a number with length digit and check digit. `null` beyond 23 digits.
   * @param base The number's digits.
   */
  function ocrWithLength(base: string, options?: CommonOptions): string | null;
  /**
   * The valid references of a free text, in the order in which they stand.
   * @param text Free text, such as a remittance.
   * @param options `strictness`; what every call takes.
   */
  function find(text: string, options?: ReferenceFindOptions & CommonOptions): FoundReference[];
  /**
   * The national references that an RF reference may hold. Empty for what is no valid RF.
   * @param text An RF reference.
   */
  function inside(text: string, options?: CommonOptions): ValidReference[];
}

/** Names, IBANs, BICs, accounts. */
export declare namespace party {
  /**
   * Brings an IBAN to normal form and says what is to be said of it.
   * @param text An IBAN in any printed form.
   */
  function iban(text: string, options?: CommonOptions): Iban;
  /**
   * The valid IBANs of a free text, in the order in which they stand.
   * @param text Free text, such as a remittance.
   */
  function findIbans(text: string, options?: CommonOptions): FoundIban[];
  /**
   * Brings a BIC to normal form and says what is to be said of it.
   * @param text A BIC of 8 or 11 characters.
   */
  function bic(text: string, options?: CommonOptions): Bic;
  /**
   * All keys under which an account may be written: its normal form first, then the national forms of an IBAN.
   * @param text An IBAN or a national account number.
   */
  function accountKeys(text: string, options?: CommonOptions): string[];
  /**
   * Whether two texts are one account: equal in normal form, or an IBAN and the national number that it holds.
   * @param a An account: IBAN or number.
   * @param b What it is compared with.
   */
  function sameAccount(a: string, b: string, options?: CommonOptions): boolean;
  /**
   * Reads a name as people, registers and banks write it.
   * @param text The name of a person or a company.
   */
  function name(text: string, options?: CommonOptions): Name;
  /**
   * The strongest relation between two names. Titles, legal forms, case and diacritics play no part.
   * @param a One of the names.
   * @param b What it is compared with.
   */
  function compareNames(a: string, b: string, options?: CommonOptions): NameComparison;
}

/** Currencies and exact amounts. */
export declare namespace money {
  /**
   * Reads decimal text as an amount of a currency, exactly: digits beyond the currency's decimals are an error.
   * @param text Decimal text, such as `1204.50`.
   * @param currency Currency that gives the decimals.
   * @throws {PayymoError} `money.syntax`, `money.precision`, `money.overflow`
   */
  function parse(text: string, currency: Currency, options?: CommonOptions): Money;
  /**
   * Reads an amount as banks of any country print it: `1.234,56-`, `(12.00)`, `12 CR`, `€ 12,00`.
   * @param text The amount as printed.
   * @param options `decimal_mark`, `currency`; what every call takes.
   * @throws {PayymoError} `money.syntax`, `money.precision`, `money.overflow`
   */
  function parseLocalized(text: string, options?: MoneyParseLocalizedOptions & CommonOptions): LocalizedAmount;
  /**
   * Learns the decimal mark from the texts of a column; `null` without evidence or against itself.
   * @param texts The column's texts; what is no amount is passed over.
   */
  function learnMark(texts: readonly string[], options?: CommonOptions): DecimalMark | null;
  /**
   * Adds amounts of one currency, exactly.
   * @param amounts Amounts as decimal text.
   * @param currency The currency of all of them.
   * @throws {PayymoError} `money.syntax`, `money.precision`, `money.overflow`
   */
  function sum(amounts: readonly string[], currency: Currency, options?: CommonOptions): Money;
  /**
   * What ISO 4217 says of a currency.
   * @param code Currency code of three letters.
   * @throws {PayymoError} `money.currency_unknown`
   */
  function currency(code: string, options?: CommonOptions): CurrencyInfo;
  /**
   * All currencies of ISO 4217, historic ones too, by code.
   */
  function currencies(options?: CommonOptions): CurrencyInfo[];
}

/** Folding, edits between words, escaping. */
export declare namespace text {
  /**
   * A text as it is compared: small letters of ASCII, without accents, other scripts transliterated.
   * @param text Text of any kind.
   */
  function fold(text: string, options?: CommonOptions): string;
  /**
   * The words of a text, folded.
   * @param text Text of any kind.
   */
  function tokens(text: string, options?: CommonOptions): string[];
  /**
   * How many edits part two words (insert, delete, replace, swap of neighbours). `null` when more than `most`.
   * @param a One of the words.
   * @param b What it is compared with.
   * @param options `most`; what every call takes.
   */
  function edits(a: string, b: string, options?: TextEditsOptions & CommonOptions): number | null;
  /**
   * A text escaped for HTML: for what strangers wrote.
   * @param text Text of any kind.
   */
  function html(text: string, options?: CommonOptions): string;
  /**
   * A text as a cell of CSV that no spreadsheet takes for a formula.
   * @param text Text of any kind.
   */
  function csvCell(text: string, options?: CommonOptions): string;
  /**
   * A text without control characters, terminal escapes and bidirectional marks.
   * @param text Text of any kind.
   */
  function terminal(text: string, options?: CommonOptions): string;
}

/** Keys and what is asked of tokens, prepared once for many tokens. */
export declare class Verifier {
  private constructor();
  /**
   * Takes in the keys of a verifier and what it asks of tokens. Answers why keys of a set were left out.
   * @param policy What is asked of tokens.
   * @param options `jwks`, `keys`, `secrets`; what every call takes.
   * @throws {PayymoError} `input.options`, `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.duplicate_id`, `key.kind`, `key.none`, `key.private`, `key.roca`, `key.set_mixed`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`
   */
  static create(policy: TokenPolicy, options?: VerifierNewOptions & AsyncOptions): Promise<Verifier>;
  /** {@link Verifier.create} at once, on the calling thread. */
  static createSync(policy: TokenPolicy, options?: VerifierNewOptions & CommonOptions): Verifier;
  /** Verifier of a document, the request of `verifier.new`. */
  static open(request: string | Uint8Array, options?: DocumentOptions & { signal?: AbortSignal | undefined }): Promise<Verifier>;
  /** {@link Verifier.open} at once. */
  static openSync(request: string | Uint8Array, options?: DocumentOptions): Verifier;
  /** What could not be used of that which it was made of. */
  readonly errors: readonly Problem[];
  /**
   * Verifies a JSON Web Token: form, algorithm, key, signature, claims, binding. Whether it was revoked is asked of `revocations`.
   * @param token The token, without `Bearer`.
   * @param now The time: seconds since 1970.
   * @param options `binding`; what every call takes.
   * @throws {PayymoError} `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`
   */
  verify(token: string, now: number, options?: VerifierVerifyOptions & AsyncOptions): Promise<VerifiedToken>;
  /** {@link Verifier.prototype.verify} at once, on the calling thread. */
  verifySync(token: string, now: number, options?: VerifierVerifyOptions & CommonOptions): VerifiedToken;
  /**
   * Verifies signed content that is no token (RFC 7515) and answers it: of its claims nothing is looked at.
   * @param jws The compact JWS.
   * @param options `payload`; what every call takes.
   * @throws {PayymoError} `token.too_large`, `token.segments`, `token.base64`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`
   */
  open(jws: string, options?: VerifierOpenOptions & AsyncOptions): Promise<Buffer>;
  /** {@link Verifier.prototype.open} at once, on the calling thread. */
  openSync(jws: string, options?: VerifierOpenOptions & CommonOptions): Buffer;
  /**
   * The keys that it holds.
   * @param options What every call takes.
   */
  keys(options?: AsyncOptions): Promise<KeyInfo[]>;
  /** {@link Verifier.prototype.keys} at once, on the calling thread. */
  keysSync(options?: CommonOptions): KeyInfo[];
  /**
   * Its public keys as a JSON Web Key Set, to be published. Secrets are refused.
   * @param options What every call takes.
   * @throws {PayymoError} `key.kind`
   */
  jwks(options?: AsyncOptions): Promise<string>;
  /** {@link Verifier.prototype.jwks} at once, on the calling thread. */
  jwksSync(options?: CommonOptions): string;
  /** Does an operation on it as documents. */
  callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
  /** {@link Verifier.prototype.callSync} on a thread of the pool. */
  call(
    operation: OperationName,
    request?: string | Uint8Array,
    options?: DocumentOptions & { signal?: AbortSignal | undefined },
  ): Promise<Buffer>;
  /**
   * Frees it, now or at the end of the call that runs. Later calls throw `contract.handle`. Twice is fine; one that is
   * forgotten is freed by the garbage collector, some time.
   */
  dispose(): void;
  /** As {@link Verifier.prototype.dispose}, for `using`. */
  [Symbol.dispose](): void;
  /** Whether it was freed. */
  readonly disposed: boolean;
}

/** A key that signs tokens. */
export declare class Signer {
  private constructor();
  /**
   * Takes in a key that signs.
   * @param algorithm The one algorithm that it signs with.
   * @param options `pem`, `jwk`, `secret`, `key_id`; what every call takes.
   * @throws {PayymoError} `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.kind`, `key.private`, `key.roca`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`
   */
  static create(algorithm: SignatureAlgorithm, options?: SignerNewOptions & AsyncOptions): Promise<Signer>;
  /** {@link Signer.create} at once, on the calling thread. */
  static createSync(algorithm: SignatureAlgorithm, options?: SignerNewOptions & CommonOptions): Signer;
  /** Signer of a document, the request of `signer.new`. */
  static open(request: string | Uint8Array, options?: DocumentOptions & { signal?: AbortSignal | undefined }): Promise<Signer>;
  /** {@link Signer.open} at once. */
  static openSync(request: string | Uint8Array, options?: DocumentOptions): Signer;
  /**
   * Signs claims as a JSON Web Token. What no verifier would take is not signed.
   * @param claims The claims; whole numbers of 53 bits.
   * @param options `type`; what every call takes.
   * @throws {PayymoError} `token.json`, `token.claim`, `token.header`, `token.too_large`, `crypto.failed`
   */
  sign(claims: { readonly [key: string]: unknown } | ReadonlyMap<string, unknown>, options?: SignerSignOptions & AsyncOptions): Promise<string>;
  /** {@link Signer.prototype.sign} at once, on the calling thread. */
  signSync(claims: { readonly [key: string]: unknown } | ReadonlyMap<string, unknown>, options?: SignerSignOptions & CommonOptions): string;
  /**
   * Its public half as a JSON Web Key, to be published. That of a secret is refused.
   * @param options What every call takes.
   * @throws {PayymoError} `key.kind`
   */
  jwk(options?: AsyncOptions): Promise<string>;
  /** {@link Signer.prototype.jwk} at once, on the calling thread. */
  jwkSync(options?: CommonOptions): string;
  /** Does an operation on it as documents. */
  callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
  /** {@link Signer.prototype.callSync} on a thread of the pool. */
  call(
    operation: OperationName,
    request?: string | Uint8Array,
    options?: DocumentOptions & { signal?: AbortSignal | undefined },
  ): Promise<Buffer>;
  /**
   * Frees it, now or at the end of the call that runs. Later calls throw `contract.handle`. Twice is fine; one that is
   * forgotten is freed by the garbage collector, some time.
   */
  dispose(): void;
  /** As {@link Signer.prototype.dispose}, for `using`. */
  [Symbol.dispose](): void;
  /** Whether it was freed. */
  readonly disposed: boolean;
}

/** What is asked of keys and of tokens that hold. */
export declare namespace token {
  /**
   * Whether a token that holds stands, by what the host's own store says of it: without `revocations` the store was not asked, and the token does not stand.
   * @param token The token, as it was verified.
   * @param options `revocations`; what every call takes.
   */
  function standing(token: VerifiedTokenInput, options?: TokenStandingOptions & AsyncOptions): Promise<TokenStanding>;
  /** {@link token.standing} at once, on the calling thread. */
  function standingSync(token: VerifiedTokenInput, options?: TokenStandingOptions & CommonOptions): TokenStanding;
  /**
   * The thumbprint of a public key (RFC 7638).
   * @param jwk The key as a JSON Web Key.
   * @param algorithm An algorithm that it is for.
   * @throws {PayymoError} `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.kind`, `key.private`, `key.roca`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`
   */
  function thumbprint(jwk: string, algorithm: SignatureAlgorithm, options?: CommonOptions): string;
}

/** An issuer of access and refresh tokens. */
export declare class Sessions {
  private constructor();
  /**
   * An issuer of sessions: whose tokens say what, the key that signs them, and, while keys are changed, the others that are taken. Answers why keys of a set were left out.
   * @param issuer Who issues them (`iss`).
   * @param accessAudience The API that takes access tokens (`aud`).
   * @param refreshAudience The end point that exchanges refresh tokens (`aud`).
   * @param algorithm The one algorithm that it signs with.
   * @param options `pem`, `jwk`, `secret`, `key_id`, `jwks`, `keys`, `secrets`, `lifetimes`, `leeway`; what every call takes.
   * @throws {PayymoError} `input.options`, `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.duplicate_id`, `key.kind`, `key.none`, `key.private`, `key.roca`, `key.set_mixed`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`
   */
  static create(issuer: string, accessAudience: string, refreshAudience: string, algorithm: SignatureAlgorithm, options?: SessionsNewOptions & AsyncOptions): Promise<Sessions>;
  /** {@link Sessions.create} at once, on the calling thread. */
  static createSync(issuer: string, accessAudience: string, refreshAudience: string, algorithm: SignatureAlgorithm, options?: SessionsNewOptions & CommonOptions): Sessions;
  /** Sessions of a document, the request of `sessions.new`. */
  static open(request: string | Uint8Array, options?: DocumentOptions & { signal?: AbortSignal | undefined }): Promise<Sessions>;
  /** {@link Sessions.open} at once. */
  static openSync(request: string | Uint8Array, options?: DocumentOptions): Sessions;
  /** What could not be used of that which it was made of. */
  readonly errors: readonly Problem[];
  /**
   * A login: the family to write where the store has none of its id. Then `sessions.confirm` makes its tokens.
   * @param subject Who logged in (`sub`).
   * @param tenant Whose data they work on.
   * @param client Id of the client, which has shown who it is.
   * @param random 32 fresh bytes of a source of random bytes.
   * @param now The time: seconds since 1970.
   * @param options `binding`; what every call takes.
   * @throws {PayymoError} `input.options`, `token.binding`
   */
  begin(subject: string, tenant: string, client: string, random: BytesInput, now: number, options?: SessionsBeginOptions & AsyncOptions): Promise<SessionStep>;
  /** {@link Sessions.prototype.begin} at once, on the calling thread. */
  beginSync(subject: string, tenant: string, client: string, random: BytesInput, now: number, options?: SessionsBeginOptions & CommonOptions): SessionStep;
  /**
   * Reads a refresh token that came, for the id of the family whose state the host then looks up.
   * @param token The refresh token that came.
   * @param client Id of the client, which has shown who it is.
   * @param now The time: seconds since 1970.
   * @param options `binding`; what every call takes.
   * @throws {PayymoError} `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`
   */
  present(token: string, client: string, now: number, options?: SessionsPresentOptions & AsyncOptions): Promise<PresentedToken>;
  /** {@link Sessions.prototype.present} at once, on the calling thread. */
  presentSync(token: string, client: string, now: number, options?: SessionsPresentOptions & CommonOptions): PresentedToken;
  /**
   * What to do with a refresh token that came: exchange it, end the family that it was copied from, or refuse it. Nothing is granted until the store has answered and `sessions.confirm` was asked.
   * @param token The refresh token that came.
   * @param client Id of the client, which has shown who it is.
   * @param state The state, as the host's store holds it.
   * @param random 16 fresh bytes of a source of random bytes, for the successor.
   * @param now The time: seconds since 1970.
   * @param options `binding`; what every call takes.
   * @throws {PayymoError} `input.options`, `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`
   */
  refresh(token: string, client: string, state: string, random: BytesInput, now: number, options?: SessionsRefreshOptions & AsyncOptions): Promise<SessionStep>;
  /** {@link Sessions.prototype.refresh} at once, on the calling thread. */
  refreshSync(token: string, client: string, state: string, random: BytesInput, now: number, options?: SessionsRefreshOptions & CommonOptions): SessionStep;
  /**
   * The tokens of a state that the store said was written; `null` where it said anything else, and for a family that has ended or expired.
   * @param state The state, as the host's store holds it.
   * @param written What the store said.
   * @param permissions What the access token may do: `invoice:read`, `invoice:*`.
   * @param random 16 fresh bytes of a source of random bytes, for the access token's id.
   * @param now The time: seconds since 1970.
   * @param options What every call takes.
   * @throws {PayymoError} `input.options`, `permission.syntax`, `token.claim`, `token.header`, `token.too_large`, `crypto.failed`
   */
  confirm(state: string, written: WriteResult, permissions: readonly string[], random: BytesInput, now: number, options?: AsyncOptions): Promise<SessionTokens | null>;
  /** {@link Sessions.prototype.confirm} at once, on the calling thread. */
  confirmSync(state: string, written: WriteResult, permissions: readonly string[], random: BytesInput, now: number, options?: CommonOptions): SessionTokens | null;
  /**
   * Ends a login: the state to write, until it is written. Access tokens live on until they expire, or until the family is put among the revocations.
   * @param state The state, as the host's store holds it.
   * @param why Why it ends.
   * @param now The time: seconds since 1970.
   * @param options What every call takes.
   */
  end(state: string, why: FamilyEnd, now: number, options?: AsyncOptions): Promise<SessionStep>;
  /** {@link Sessions.prototype.end} at once, on the calling thread. */
  endSync(state: string, why: FamilyEnd, now: number, options?: CommonOptions): SessionStep;
  /**
   * Verifies an access token of its own sessions. Whether it was revoked is asked of `revocations`.
   * @param token The access token, without `Bearer`.
   * @param now The time: seconds since 1970.
   * @param options `binding`; what every call takes.
   * @throws {PayymoError} `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`, `token.binding`
   */
  verify(token: string, now: number, options?: SessionsVerifyOptions & AsyncOptions): Promise<VerifiedToken>;
  /** {@link Sessions.prototype.verify} at once, on the calling thread. */
  verifySync(token: string, now: number, options?: SessionsVerifyOptions & CommonOptions): VerifiedToken;
  /** Does an operation on it as documents. */
  callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
  /** {@link Sessions.prototype.callSync} on a thread of the pool. */
  call(
    operation: OperationName,
    request?: string | Uint8Array,
    options?: DocumentOptions & { signal?: AbortSignal | undefined },
  ): Promise<Buffer>;
  /**
   * Frees it, now or at the end of the call that runs. Later calls throw `contract.handle`. Twice is fine; one that is
   * forgotten is freed by the garbage collector, some time.
   */
  dispose(): void;
  /** As {@link Sessions.prototype.dispose}, for `using`. */
  [Symbol.dispose](): void;
  /** Whether it was freed. */
  readonly disposed: boolean;
}

/** What was revoked before its time, for many lookups. */
export declare class Revocations {
  private constructor();
  /**
   * Takes in what was revoked, for a process that lives long and verifies many tokens.
   * @param options `entries`; what every call takes.
   */
  static create(options?: RevocationsNewOptions & AsyncOptions): Promise<Revocations>;
  /** {@link Revocations.create} at once, on the calling thread. */
  static createSync(options?: RevocationsNewOptions & CommonOptions): Revocations;
  /** Revocations of a document, the request of `revocations.new`. */
  static open(request: string | Uint8Array, options?: DocumentOptions & { signal?: AbortSignal | undefined }): Promise<Revocations>;
  /** {@link Revocations.open} at once. */
  static openSync(request: string | Uint8Array, options?: DocumentOptions): Revocations;
  /**
   * Takes in more that was revoked; what was there stays. With an error none of it is in.
   * @param entries What was revoked since.
   * @param options What every call takes.
   */
  add(entries: readonly Revocation[], options?: AsyncOptions): Promise<void>;
  /** {@link Revocations.prototype.add} at once, on the calling thread. */
  addSync(entries: readonly Revocation[], options?: CommonOptions): void;
  /**
   * Forgets what has expired: call it now and then, with the time less the leeway of the verifiers.
   * @param expiredAt The time: seconds since 1970.
   * @param options What every call takes.
   */
  forget(expiredAt: number, options?: AsyncOptions): Promise<void>;
  /** {@link Revocations.prototype.forget} at once, on the calling thread. */
  forgetSync(expiredAt: number, options?: CommonOptions): void;
  /**
   * How many single tokens are revoked.
   * @param options What every call takes.
   */
  count(options?: AsyncOptions): Promise<number>;
  /** {@link Revocations.prototype.count} at once, on the calling thread. */
  countSync(options?: CommonOptions): number;
  /**
   * Whether a token that holds stands.
   * @param token The token, as it was verified.
   * @param options What every call takes.
   */
  standing(token: VerifiedTokenInput, options?: AsyncOptions): Promise<TokenStanding>;
  /** {@link Revocations.prototype.standing} at once, on the calling thread. */
  standingSync(token: VerifiedTokenInput, options?: CommonOptions): TokenStanding;
  /** Does an operation on it as documents. */
  callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
  /** {@link Revocations.prototype.callSync} on a thread of the pool. */
  call(
    operation: OperationName,
    request?: string | Uint8Array,
    options?: DocumentOptions & { signal?: AbortSignal | undefined },
  ): Promise<Buffer>;
  /**
   * Frees it, now or at the end of the call that runs. Later calls throw `contract.handle`. Twice is fine; one that is
   * forgotten is freed by the garbage collector, some time.
   */
  dispose(): void;
  /** As {@link Revocations.prototype.dispose}, for `using`. */
  [Symbol.dispose](): void;
  /** Whether it was freed. */
  readonly disposed: boolean;
}

/** What roles may do. */
export declare namespace permission {
  /**
   * Whether somebody may do something to a resource of a tenant. The tenants are compared before anything; a deny wins; what nothing allows is not allowed.
   * @param roles The host's roles by their names.
   * @param subject Who asks, with their tenant and roles.
   * @param tenant Whose resource it is.
   * @param permission What is asked for: `invoice:refund`.
   * @throws {PayymoError} `permission.syntax`, `permission.role`
   */
  function decide(roles: { readonly [key: string]: Role } | ReadonlyMap<string, Role>, subject: PermissionSubject, tenant: string, permission: string, options?: CommonOptions): PermissionVerdict;
  /**
   * Whether one of several patterns, such as a token's `permissions`, stands for a permission.
   * @param patterns The patterns: `invoice:*`.
   * @param permission What is asked for: `invoice:refund`.
   * @throws {PayymoError} `permission.syntax`, `permission.role`
   */
  function covers(patterns: readonly string[], permission: string, options?: CommonOptions): boolean;
  /**
   * Holds a table of routes against the routes that the host has and the roles that are meant to use them: every role is tried on every route, and an empty answer is the proof. For a host's own tests.
   * @param roles The host's roles by their names.
   * @param table What each route asks for, and the roles that are meant to use it.
   * @param routes The routes that the host has, as its router prints them.
   * @param options What every call takes.
   * @throws {PayymoError} `permission.syntax`, `permission.role`
   */
  function gaps(roles: { readonly [key: string]: Role } | ReadonlyMap<string, Role>, table: readonly Route[], routes: readonly string[], options?: AsyncOptions): Promise<RouteGap[]>;
  /** {@link permission.gaps} at once, on the calling thread. */
  function gapsSync(roles: { readonly [key: string]: Role } | ReadonlyMap<string, Role>, table: readonly Route[], routes: readonly string[], options?: CommonOptions): RouteGap[];
}

/** An issuer's keys through their life, kept by the host. */
export declare namespace keyring {
  /**
   * A ring of one key, which signs: to be written where the store holds nothing.
   * @param key Thumbprint of the key (RFC 7638).
   * @param now The time: seconds since 1970.
   * @throws {PayymoError} `key.status`
   */
  function begin(key: string, now: number, options?: CommonOptions): StateWrite;
  /**
   * Takes in the next key, which is published and does not sign yet.
   * @param state The state, as the host's store holds it.
   * @param key Thumbprint of the key (RFC 7638).
   * @param now The time: seconds since 1970.
   * @throws {PayymoError} `key.status`
   */
  function stage(state: string, key: string, now: number, options?: CommonOptions): StateWrite;
  /**
   * Lets the next key sign, once it was published long enough for every verifier to know it.
   * @param state The state, as the host's store holds it.
   * @param now The time: seconds since 1970.
   * @param options `times`; what every call takes.
   * @throws {PayymoError} `key.status`
   */
  function switch_(state: string, now: number, options?: KeyringSwitchOptions & CommonOptions): StateWrite;
  /**
   * Revokes a key: nothing that it signed counts from here on.
   * @param state The state, as the host's store holds it.
   * @param key Thumbprint of the key (RFC 7638).
   * @param now The time: seconds since 1970.
   * @throws {PayymoError} `key.status`
   */
  function revoke(state: string, key: string, now: number, options?: CommonOptions): StateWrite;
  /**
   * Takes out the keys whose time is over.
   * @param state The state, as the host's store holds it.
   * @param now The time: seconds since 1970.
   * @param options `times`; what every call takes.
   */
  function dropEnded(state: string, now: number, options?: KeyringDropEndedOptions & CommonOptions): StateWrite;
  /**
   * Whether what was signed under a key counts; the answer is an error where it does not.
   * @param state The state, as the host's store holds it.
   * @param key Thumbprint of the key (RFC 7638).
   * @param now The time: seconds since 1970.
   * @param options `times`; what every call takes.
   * @throws {PayymoError} `key.revoked`, `key.status`, `token.unknown_key`
   */
  function check(state: string, key: string, now: number, options?: KeyringCheckOptions & CommonOptions): void;
  /**
   * Which key signs, and which are to be published.
   * @param state The state, as the host's store holds it.
   */
  function view(state: string, options?: CommonOptions): KeyRingView;
  /**
   * What is to be done, the earliest first.
   * @param state The state, as the host's store holds it.
   * @param options `times`; what every call takes.
   */
  function due(state: string, options?: KeyringDueOptions & CommonOptions): KeyRingStep[];
}

/** When to ask an issuer for its keys again. */
export declare namespace jwks {
  /**
   * Whether to fetch an issuer's published keys before a token is checked, and again where the token names a key that they do not hold (`token.unknown_key`). Tokens that somebody makes up cause one fetch in a while and no more.
   * @param unknownKey Whether a token names a key that is not there.
   * @param now The time: seconds since 1970.
   * @param options `state`, `times`; what every call takes.
   */
  function decide(unknownKey: boolean, now: number, options?: JwksDecideOptions & CommonOptions): FetchDecision;
  /**
   * The state to write after a fetch.
   * @param came Whether a set came that could be read.
   * @param now The time: seconds since 1970.
   * @param options `state`; what every call takes.
   */
  function ended(came: boolean, now: number, options?: JwksEndedOptions & CommonOptions): StateWrite;
}

/** Webhooks verified, and each event handled once. */
export declare namespace webhook {
  /**
   * Verifies a webhook from its headers and the bytes of its body as they came. A framework that parses the body before changes them: take the raw bytes.
   * @param secrets The live secrets by names of the host's own: while one rotates, the old and the new.
   * @param headers The headers by their names, in any case, each with all its values.
   * @param body The raw body.
   * @param now The time: seconds since 1970.
   * @param options `provider`, `scheme`, `tolerance`, `any_age`, `largest_body`, `explain`; what every call takes.
   * @throws {PayymoError} `input.options`, `webhook.scheme`, `webhook.secret`, `webhook.missing`, `webhook.repeated`, `webhook.too_large`, `webhook.header`, `webhook.encoding`, `webhook.candidates`, `webhook.no_signature`, `webhook.timestamp`, `webhook.timestamp_unit`, `webhook.id`, `webhook.signature`, `webhook.body_changed`, `webhook.too_old`, `webhook.ahead`, `webhook.event_json`, `webhook.event_id`
   */
  function verify(secrets: { readonly [key: string]: string } | ReadonlyMap<string, string>, headers: { readonly [key: string]: readonly string[] } | ReadonlyMap<string, readonly string[]>, body: BytesInput, now: number, options?: WebhookVerifyOptions & AsyncOptions): Promise<VerifiedWebhook>;
  /** {@link webhook.verify} at once, on the calling thread. */
  function verifySync(secrets: { readonly [key: string]: string } | ReadonlyMap<string, string>, headers: { readonly [key: string]: readonly string[] } | ReadonlyMap<string, readonly string[]>, body: BytesInput, now: number, options?: WebhookVerifyOptions & CommonOptions): VerifiedWebhook;
  /**
   * What to do with an event, of which the store holds `state`: claimed with a lease, handled, completed; so that it is handled once, also when a handler dies.
   * @param step What is wanted of the event.
   * @param holder Fresh random text for each time that an event is to be handled, the same from its beginning to its completion.
   * @param now The time: seconds since 1970.
   * @param options `state`, `attempt`, `made`, `leases`; what every call takes.
   * @throws {PayymoError} `input.options`
   */
  function claim(step: ClaimStep, holder: string, now: number, options?: WebhookClaimOptions & CommonOptions): ClaimDecision;
}

/** Authorities and their revocation lists, prepared once for many chains. */
export declare class Anchors {
  private constructor();
  /**
   * Takes in authorities and their revocation lists, prepared once for many chains. Answers why no chain may end in some of them.
   * @param certificates The authorities, in DER or PEM; one of PEM may hold several, and lists.
   * @param profile Whose rules chains to them are held against.
   * @param options `lists`; what every call takes.
   * @throws {PayymoError} `certificate.no_anchor`, `certificate.too_large`, `certificate.syntax`, `certificate.pem`, `certificate.private_key`, `certificate.list_syntax`, `certificate.list_extension`, `certificate.list_unsupported`
   */
  static create(certificates: readonly BytesInput[], profile: AnchorProfile, options?: AnchorsNewOptions & AsyncOptions): Promise<Anchors>;
  /** {@link Anchors.create} at once, on the calling thread. */
  static createSync(certificates: readonly BytesInput[], profile: AnchorProfile, options?: AnchorsNewOptions & CommonOptions): Anchors;
  /** Anchors of a document, the request of `anchors.new`. */
  static open(request: string | Uint8Array, options?: DocumentOptions & { signal?: AbortSignal | undefined }): Promise<Anchors>;
  /** {@link Anchors.open} at once. */
  static openSync(request: string | Uint8Array, options?: DocumentOptions): Anchors;
  /** What could not be used of that which it was made of. */
  readonly errors: readonly Problem[];
  /**
   * Verifies a chain of certificates at a time, for a server or a client. What it came to is the answer: an error is only a request that cannot be asked.
   * @param chain The leaf first, then what else the other side sent, in any order; in DER or PEM.
   * @param purpose What the leaf is to be used for.
   * @param revocation What is asked of revocation lists.
   * @param now The time: seconds since 1970.
   * @param options `name`, `pins`, `most_intermediates`, `sandbox`; what every call takes.
   * @throws {PayymoError} `input.options`, `certificate.name`, `certificate.pem`, `certificate.private_key`, `certificate.too_large`, `certificate.syntax`, `certificate.pin`, `certificate.pin_no_backup`
   */
  verify(chain: readonly BytesInput[], purpose: ChainPurpose, revocation: RevocationCheck, now: number, options?: AnchorsVerifyOptions & AsyncOptions): Promise<ChainVerdict>;
  /** {@link Anchors.prototype.verify} at once, on the calling thread. */
  verifySync(chain: readonly BytesInput[], purpose: ChainPurpose, revocation: RevocationCheck, now: number, options?: AnchorsVerifyOptions & CommonOptions): ChainVerdict;
  /** Does an operation on it as documents. */
  callSync(operation: OperationName, request?: string | Uint8Array, options?: DocumentOptions): Buffer;
  /** {@link Anchors.prototype.callSync} on a thread of the pool. */
  call(
    operation: OperationName,
    request?: string | Uint8Array,
    options?: DocumentOptions & { signal?: AbortSignal | undefined },
  ): Promise<Buffer>;
  /**
   * Frees it, now or at the end of the call that runs. Later calls throw `contract.handle`. Twice is fine; one that is
   * forgotten is freed by the garbage collector, some time.
   */
  dispose(): void;
  /** As {@link Anchors.prototype.dispose}, for `using`. */
  [Symbol.dispose](): void;
  /** Whether it was freed. */
  readonly disposed: boolean;
}

/** Bundles, pins, and when to renew what. */
export declare namespace certificate {
  /**
   * Reads a bundle in PEM: certificates and revocation lists with words between them. A private key in it is an error.
   * @param content The bundle in PEM.
   * @param options What every call takes.
   * @throws {PayymoError} `certificate.pem`, `certificate.private_key`, `certificate.too_large`, `certificate.syntax`
   */
  function bundle(content: BytesInput, options?: AsyncOptions): Promise<CertificateBundle>;
  /** {@link certificate.bundle} at once, on the calling thread. */
  function bundleSync(content: BytesInput, options?: CommonOptions): CertificateBundle;
  /**
   * The pin of a public key: the base64 of its SHA-256 (RFC 7469). `anchors.verify` answers those of a path.
   * @param key The key as `SubjectPublicKeyInfo` in DER.
   * @param options What every call takes.
   * @throws {PayymoError} `certificate.key`
   */
  function pin(key: BytesInput, options?: AsyncOptions): Promise<string>;
  /** {@link certificate.pin} at once, on the calling thread. */
  function pinSync(key: BytesInput, options?: CommonOptions): string;
  /**
   * Plans the renewal of certificates: what to renew, pin, stage, switch and retire, when, and what of it is urgent.
   * @param held The certificates that the host holds.
   * @param now The time: seconds since 1970.
   * @param options `pinned`, `leads`; what every call takes.
   * @throws {PayymoError} `input.options`, `input.duplicate_id`, `input.bad_field`, `certificate.pin`
   */
  function plan(held: readonly HeldCertificate[], now: number, options?: CertificatePlanOptions & AsyncOptions): Promise<RotationPlan>;
  /** {@link certificate.plan} at once, on the calling thread. */
  function planSync(held: readonly HeldCertificate[], now: number, options?: CertificatePlanOptions & CommonOptions): RotationPlan;
}

/** What the library is. */
export declare namespace library {
  /**
   * The versions of the library, of its documents and of its parameters, and what it can do.
   */
  function about(options?: CommonOptions): About;
}

/** What `readStream` reads: bytes, or what gives them piece by piece (`fs.createReadStream`, a `ReadableStream`). */
export type ByteSource =
  | Uint8Array
  | ArrayBuffer
  | AsyncIterable<Uint8Array | ArrayBuffer>
  | Iterable<Uint8Array | ArrayBuffer | PromiseLike<Uint8Array | ArrayBuffer>>;

/** What `readStream` takes beside its source. */
export interface ReadStreamOptions extends StreamNewOptions, AsyncOptions {
  /** Bytes that are read at once. Default 262144. */
  chunkSize?: number | undefined;
}

/**
 * Reads a statement or a list of any supported format in pieces, for what is larger than memory or arrives over a network:
 * gives the rows as they are read. They are those of {@link format.read}, however the input is cut. The last batch has
 * the `summary`; without it the input was not read to its end. The next piece is taken when the next batch is asked for,
 * and the source is closed when the loop is left. `signal` is looked at between the pieces: a source that waits takes its own.
 * @param source The bytes. Stripe, GoCardless Pro, Plaid and WHMCS are kept until the end; all else goes as it comes.
 * @param options How it is read; what every call takes.
 * @throws {PayymoError} those of {@link Stream.prototype.push}; rows may have come before
 */
export declare function readStream(source: ByteSource, options?: ReadStreamOptions): AsyncGenerator<StreamBatch, void, undefined>;

/** Texts one behind the other: row `i` is `bytes.subarray(offsets[i], offsets[i + 1])`, UTF-8. An empty text is none. */
export interface PackedTexts {
  readonly offsets: Uint32Array | Int32Array;
  readonly bytes: Uint8Array;
}

/**
 * A column: a list with a value for each row (`null` for none; what is a list or an object in a row is one here too);
 * packed texts; `Int32Array` of days since 1970-01-01 (-2147483648: none) for dates; `BigInt64Array` of minor units
 * (-2^63: none) for `amount_minor`, `total_minor`, `open_minor`; or one text that stands in every row.
 */
export type Column = readonly unknown[] | PackedTexts | Int32Array | BigInt64Array | string;

/** Columns of one length by the names of the fields; what is inside of an object may stand under `counterparty.name`. */
export interface ColumnTable {
  readonly [name: string]: Column | null | undefined;
}

/** In place of a row's number: there is none. */
export declare const NO_ROW: 4294967295;

/** A result in columns. Rows of the input stand by their number. */
export interface ColumnResult extends Omit<Reconciliation, 'matches' | 'unmatched' | 'open_invoices'> {
  matches: {
    kind: MatchKind[];
    /** 1: automatic; 0: for review. */
    auto: Uint8Array;
    review: (ReviewReason | null)[];
    probability: Float64Array;
    score: Float64Array;
    /** 1: of the sample that a person should check. */
    audit: Uint8Array;
  };
  allocations: {
    /** Row of `matches`. */
    match_row: Uint32Array;
    /** Row of the transaction; `NO_ROW` where a credit note is the source. */
    transaction_row: Uint32Array;
    /** Row of the credit note among the items, or `NO_ROW`. */
    credit_row: Uint32Array;
    /** Row of the item; `NO_ROW` for money on account. */
    invoice_row: Uint32Array;
    amount_minor: BigInt64Array;
    currency: Currency[];
    /** What was paid; the amount where the currencies are equal. */
    paid_minor: BigInt64Array;
    paid_currency: Currency[];
  };
  differences: {
    match_row: Uint32Array;
    kind: DifferenceKind[];
    transaction_row: Uint32Array;
    invoice_row: Uint32Array;
    amount_minor: BigInt64Array;
    currency: Currency[];
  };
  evidence: {
    match_row: Uint32Array;
    code: EvidenceCode[];
    /** Bits. */
    weight: Float64Array;
  };
  unmatched: {
    transaction_row: Uint32Array;
    reason: UnmatchedReason[];
  };
  open_invoices: {
    invoice_row: Uint32Array;
    open_minor: BigInt64Array;
    currency: Currency[];
  };
}

/** What `reconcileColumns` takes beside its columns. */
export interface ReconcileColumnsOptions extends ProgressOptions, CommonOptions {
  /** What was settled before. */
  settlements?: ColumnTable | undefined;
  /** The defaults need no tuning. */
  options?: Options | null | undefined;
  /** What was learnt before. */
  memory?: BytesInput | null | undefined;
}

/**
 * {@link matching.reconcile} over columns: for a hundred thousand rows and more, where objects cost more than the answer.
 * What cannot be read of a row is an error of that row in the result.
 * @throws {PayymoError} `contract.field`, `input.float_money`, `input.options`, `matching.too_many`, `matching.cancelled`
 */
export declare function reconcileColumns(
  transactions: ColumnTable,
  invoices: ColumnTable,
  options?: ReconcileColumnsOptions & AsyncOptions,
): Promise<ColumnResult>;
/** {@link reconcileColumns} at once, on the calling thread. */
export declare function reconcileColumnsSync(transactions: ColumnTable, invoices: ColumnTable, options?: ReconcileColumnsOptions): ColumnResult;
