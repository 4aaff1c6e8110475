
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
