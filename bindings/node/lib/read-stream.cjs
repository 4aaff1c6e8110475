'use strict';
// An input that is read while it comes, in memory that does not grow with it.

const { PayymoError } = require('./error.cjs');
const { Wrong, bytesOf } = require('./convert.cjs');
const { checked } = require('./call.cjs');
/** @type {any} Its operations stand on it when all of the package is loaded. */
const { stream: Stream } = require('./handle.cjs').classes;

// Bytes that are handed to the library at once. It looks for rows where it has as many.
const CHUNK = 256 * 1024;
const LARGEST = 2 ** 30;

const ROWS = ['transactions', 'invoices', 'settlements', 'balances', 'accounts', 'statements', 'errors', 'warnings'];
const holdsRows = (batch) => ROWS.some((name) => batch[name].length > 0);

const refused = (message) => new PayymoError('contract.argument', message);
const RIGHT = 'a source is bytes, or an iterable of pieces of bytes: a stream without an encoding, the body of a response';

const bytes = (value) => {
  try {
    return bytesOf(value);
  } catch (wrong) {
    throw wrong instanceof Wrong ? refused(wrong.message) : wrong;
  }
};

// A text is an iterable too, of characters: whoever hands one in means a path, or has decoded what the library decodes.
const pieces = (source) => {
  const whole = bytes(source);
  if (whole !== undefined) return [whole];
  const iterates = typeof source?.[Symbol.asyncIterator] === 'function' || typeof source?.[Symbol.iterator] === 'function';
  if (!iterates || typeof source === 'string') throw refused(RIGHT);
  return source;
};

// The parts of one size that pieces make. A part is read before the next is made: they share their memory.
async function* parts(source, size) {
  const held = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for await (const piece of source) {
    const given = bytes(piece);
    if (given === undefined) throw refused(RIGHT);
    for (let at = 0; at < given.length; ) {
      const taken = Math.min(size - length, given.length - at);
      held.set(given.subarray(at, at + taken), length);
      at += taken;
      length += taken;
      if (length === size) {
        yield held;
        length = 0;
      }
    }
  }
  yield held.subarray(0, length);
}

async function* readStream(source, options = undefined) {
  const { chunkSize = CHUNK, ...how } = checked(options);
  if (!Number.isInteger(chunkSize) || chunkSize < 1 || chunkSize > LARGEST) {
    throw refused(`options.chunkSize is a number of bytes, ${LARGEST} at most`);
  }
  const given = pieces(source);
  const stream = await Stream.create(how);
  const { signal, strict } = how;
  try {
    for await (const part of parts(given, chunkSize)) {
      const batch = await stream.push(part, { signal, strict });
      if (holdsRows(batch)) yield batch;
    }
    yield await stream.finish({ signal, strict });
  } finally {
    stream.dispose();
  }
}

module.exports = { readStream };
