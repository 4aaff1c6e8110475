'use strict';
// Arguments to a request: a document, and the bytes beside it.

const { PayymoError } = require('./error.cjs');
const { Wrong, at, converter } = require('./convert.cjs');

// Rows that are written at a time, and the length from which a document is put together of bytes: a string has an end.
const ROWS = 20_000;
const LONG = 1 << 26;

// What belongs to the call and not to the request.
const OWN = new Set(['signal', 'onProgress']);

// The writer of an operation's requests.
const writer = (operation) => {
  const required = operation.arguments.map(([name, type]) => [name, converter(type)]);
  const known = new Map(operation.fields.map(([name, type]) => [name, converter(type)]));
  known.set('strict', converter('truth'));

  return (values, options) => {
    const blobs = [];
    const parts = [];
    let length = 0;
    const push = (part) => {
      parts.push(part);
      length += part.length;
    };
    const member = (name, convert, value) => {
      const converted = at(name, convert, value, blobs);
      if (converted === undefined) return;
      push(`${parts.length === 0 ? '{' : ','}${JSON.stringify(name)}:`);
      written(name, converted).forEach(push);
    };
    try {
      required.forEach(([name, convert], index) => member(name, convert, values[index]));
      for (const name of Object.keys(options)) {
        if (!OWN.has(name)) member(name, known.get(name) ?? plain, options[name]);
      }
    } catch (wrong) {
      throw wrong instanceof Wrong ? wrong.error() : wrong;
    }
    push(parts.length === 0 ? '{}' : '}');
    return { request: length < LONG ? parts.join('') : Buffer.concat(parts.map((part) => Buffer.from(part))), blobs };
  };
};

// A field that the table does not know: the library ignores it, or refuses it where the call is strict, whatever it holds.
const plain = (value) => (value === undefined || value === null ? undefined : 0);

// A value as JSON, long lists in pieces.
const written = (name, value) => {
  if (!Array.isArray(value) || value.length <= ROWS) return [json(name, value)];
  const pieces = [];
  for (let start = 0; start < value.length; start += ROWS) {
    pieces.push(start === 0 ? '[' : ',', json(name, value.slice(start, start + ROWS)).slice(1, -1));
  }
  pieces.push(']');
  return pieces;
};

const json = (name, value) => {
  let text;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    // What a getter of the host throws is its own.
    if (!(cause instanceof TypeError) || !odd(value, new Set())) throw cause;
    throw new PayymoError('contract.argument', 'a value that holds itself, or a bigint, where none belongs', { field: `/${name}` }, { cause });
  }
  if (text === undefined) throw new PayymoError('contract.argument', 'a value that JSON cannot hold', { field: `/${name}` });
  return text;
};

// Whether JSON has no form for a value: it holds itself, or a bigint.
const odd = (value, above) => {
  if (typeof value === 'bigint') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (above.has(value)) return true;
  above.add(value);
  const found = Object.values(value).some((inner) => odd(inner, above));
  above.delete(value);
  return found;
};

module.exports = { writer };
