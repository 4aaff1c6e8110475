'use strict';
// Answers: objects of JavaScript that know the bytes they were read from.

const { PayymoError } = require('./error.cjs');
const native = require('./native.cjs');

const documents = new WeakMap();

// The object of an answer, which is bytes, or text where it is small.
const parsed = (answer) => {
  let value;
  try {
    value = JSON.parse(answer.toString());
  } catch (cause) {
    // The bytes are JSON: a string of JavaScript cannot be as long.
    const said = `an answer of ${answer.length} bytes is longer than a string can be: ask for bytes with call(), or for columns`;
    throw new PayymoError('contract.argument', said, {}, { cause });
  }
  if (typeof value === 'object' && value !== null) documents.set(value, answer);
  return value;
};

// The bytes of an answer.
const bytesOf = (answer) => (typeof answer === 'string' ? Buffer.from(answer) : answer);

const toDocument = (answer, options = undefined) => {
  if (options !== undefined && typeof options !== 'object') throw new PayymoError('contract.argument', 'options are an object');
  const written = typeof answer === 'object' && answer !== null ? documents.get(answer) : undefined;
  if (written === undefined) {
    throw new PayymoError('contract.argument', 'not an answer of this library itself: a part or a copy has no bytes of its own');
  }
  const bytes = Buffer.from(written);
  return options?.pretty ? native.pretty(bytes) : bytes;
};

module.exports = { bytesOf, parsed, toDocument };
