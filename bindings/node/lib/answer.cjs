'use strict';
// Answers: objects of JavaScript that know the bytes they were read from.

const { PayymoError } = require('./error.cjs');
const { pretty } = require('./native.cjs');

const documents = new WeakMap();

// The object of an answer's bytes.
const parsed = (bytes) => {
  let value;
  try {
    value = JSON.parse(bytes.toString());
  } catch (cause) {
    // The bytes are JSON: a string of JavaScript cannot be as long.
    const said = `an answer of ${bytes.length} bytes is longer than a string can be: ask for bytes with call(), or for columns`;
    throw new PayymoError('contract.argument', said, {}, { cause });
  }
  if (typeof value === 'object' && value !== null) documents.set(value, bytes);
  return value;
};

const toDocument = (answer, options = {}) => {
  const bytes = typeof answer === 'object' && answer !== null ? documents.get(answer) : undefined;
  if (bytes === undefined) {
    throw new PayymoError('contract.argument', 'not an answer of this library itself: a part or a copy has no bytes of its own');
  }
  return options.pretty ? pretty(bytes) : Buffer.from(bytes);
};

module.exports = { parsed, toDocument };
