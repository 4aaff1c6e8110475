'use strict';
// Arguments to a request: a document, and the bytes beside it.

const { Wrong, at, converter, isObject, rows, unboxed, unknown } = require('./convert.cjs');

// Rows that are written at a time, and the length from which a document is put together of bytes: a string has an end.
const ROWS = 1_000;
const LONG = 1 << 26;

// What belongs to the call and not to the request.
const OWN = new Set(['signal', 'onProgress']);

// The writer of an operation's requests.
const writer = (operation) => {
  const required = operation.arguments.map(([name, type]) => [name, converter(type)]);
  const known = new Map(operation.fields.map(([name, type]) => [name, converter(type)]));
  known.set('strict', converter('truth'));

  return (values, options) => {
    const call = { blobs: [], strict: options.strict === true };
    const parts = [];
    let length = 0;
    const push = (part) => {
      parts.push(part);
      length += part.length;
    };
    const member = (name, convert, value) => {
      const pieces = at(name, (inner) => converted(convert, inner, call), value);
      if (pieces === undefined) return;
      push(`${parts.length === 0 ? '{' : ','}${JSON.stringify(name)}:`);
      pieces.forEach(push);
    };
    try {
      required.forEach(([name, convert], index) => member(name, convert, values[index]));
      for (const name of Object.keys(options)) {
        if (!OWN.has(name)) member(name, known.get(name) ?? unknown, options[name]);
      }
    } catch (wrong) {
      throw wrong instanceof Wrong ? wrong.error() : wrong;
    }
    push(parts.length === 0 ? '{}' : '}');
    const request = length < LONG ? parts.join('') : Buffer.concat(parts.map((part) => Buffer.from(part)));
    return { request, blobs: call.blobs };
  };
};

// A value as pieces of JSON. A long list is converted piece by piece, so that no more than one stands there twice.
const converted = (convert, value, call) => {
  const list = convert.of && isObject(value) ? unboxed(value) : undefined;
  if (!Array.isArray(list)) {
    const plain = convert(value, call);
    return plain === undefined ? undefined : json(plain);
  }
  const { length } = list;
  const pieces = ['['];
  for (let start = 0; start < length; start += ROWS) {
    const copy = rows(list, convert.of, call, start, Math.min(start + ROWS, length));
    if (start > 0) pieces.push(',');
    pieces.push(...inner(copy));
  }
  pieces.push(']');
  return pieces;
};

// Plain values as pieces of JSON, each as long as a string can be.
const json = (value) => {
  try {
    return [JSON.stringify(value)];
  } catch {
    // Nothing else can be wrong with what a converter made.
    if (Array.isArray(value) && value.length > 0) return ['[', ...inner(value), ']'];
    throw new Wrong('contract.argument', 'a value whose JSON is longer than a string can be: give fewer at once, or bytes to call()');
  }
};

// The same of a list without its brackets.
const inner = (list) => {
  try {
    return [JSON.stringify(list).slice(1, -1)];
  } catch {
    if (list.length === 1) return json(list[0]);
    const half = list.length >> 1;
    return [...inner(list.slice(0, half)), ',', ...inner(list.slice(half))];
  }
};

module.exports = { json, writer };
