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
