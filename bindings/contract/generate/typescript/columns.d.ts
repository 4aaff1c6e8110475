
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
