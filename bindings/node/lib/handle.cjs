'use strict';
// The handle of a matcher: one call at a time, asynchronous ones in the order in which they were made.

const { PayymoError } = require('./error.cjs');
const native = require('./native.cjs');
const { bytesOf, parsed } = require('./answer.cjs');
const { atOnce, blobs, checked, document, later, operation } = require('./call.cjs');

const INSIDE = Symbol('made by Matcher.create');

class Matcher {
  #handle = new native.Handle();
  #last = Promise.resolve();
  #errors = [];

  constructor(inside) {
    if (inside !== INSIDE) {
      throw new PayymoError('contract.argument', 'a matcher is made by Matcher.create or Matcher.createSync');
    }
  }

  static openSync(request, options = undefined) {
    const call = checked(options);
    return Matcher._openSync(document(request), blobs(call), call);
  }

  static async open(request, options = undefined) {
    const call = checked(options);
    return Matcher._open(document(request), blobs(call), call);
  }

  static _openSync(request, blobs, call) {
    const matcher = new Matcher(INSIDE);
    matcher.#errors = parsed(atOnce((tell) => matcher.#handle.openSync(request, blobs, tell), call));
    return matcher;
  }

  static async _open(request, blobs, call) {
    const matcher = new Matcher(INSIDE);
    matcher.#errors = parsed(await later((control) => matcher.#handle.open(request, blobs, control), call));
    return matcher;
  }

  get errors() {
    return this.#errors;
  }

  callSync(name, request, options = undefined) {
    const call = checked(options);
    return bytesOf(this._runSync(operation(name), document(request), blobs(call), call));
  }

  async call(name, request, options = undefined) {
    const call = checked(options);
    return bytesOf(await this._run(operation(name), document(request), blobs(call), call));
  }

  _runSync(name, request, blobs, call) {
    return atOnce((tell) => this.#handle.callSync(name, request, blobs, tell), call);
  }

  // One call after the other: those that wait hold no thread of the pool.
  _run(name, request, blobs, call) {
    const run = () => later((control) => this.#handle.call(name, request, blobs, control), call);
    const answer = this.#last.then(run);
    this.#last = answer.catch(() => {});
    return answer;
  }

  dispose() {
    this.#handle.close();
  }

  get disposed() {
    return this.#handle.closed;
  }
}
// Node before 18.18 has no symbol of this name.
Matcher.prototype[Symbol.dispose ?? Symbol.for('nodejs.dispose')] = Matcher.prototype.dispose;

module.exports = { Matcher };
