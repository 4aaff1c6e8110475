'use strict';
// The one exception of this package.

const { codes } = require('./table.cjs');

class PayymoError extends Error {
  #sentence;

  // The message begins with the code and ends with the field, so that a line of a log says all.
  constructor(code, message, place = {}, options = undefined) {
    super(`${code}: ${message}${place.field === undefined ? '' : ` (${place.field})`}`, options);
    this.#sentence = message;
    this.code = code;
    this.number = Object.hasOwn(codes, code) ? codes[code] : 0;
    this.place = Object.freeze({ ...place });
  }

  // Of the document that the library gives for an error.
  static of(document) {
    const { code, number, message, ...place } = JSON.parse(document);
    const error = new PayymoError(code, message, place);
    error.number = number;
    return error;
  }

  toJSON() {
    return { code: this.code, number: this.number, message: this.#sentence, ...this.place };
  }
}
// On the prototype, as the language's own errors have it: it is no member of each.
Object.defineProperty(PayymoError.prototype, 'name', { value: 'PayymoError', writable: true, configurable: true });

module.exports = { PayymoError, codes: Object.freeze(Object.assign(Object.create(null), codes)) };
