
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
