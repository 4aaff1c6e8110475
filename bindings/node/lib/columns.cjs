'use strict';
// Rows in columns: lists and typed arrays to bytes, and the lists of the answer.

const { types } = require('node:util');
const native = require('./native.cjs');
const { records, words } = require('./table.cjs');
const { Wrong, at, bytesOf, converter } = require('./convert.cjs');
const { writer } = require('./request.cjs');
const { atOnce, checked, later, wellFormed } = require('./call.cjs');

const JOINED = 0;
const JSONS = 1;
const PACKED = 2;
const DAYS = 3;
const MINORS = 4;
const ONE = 5;
const NONE = new Uint8Array(0);

// The rows of a record as columns hold them.
const shape = (record) => {
  const fields = new Map();
  for (const [name, type] of Object.entries(records[record])) {
    fields.set(name, type);
    if (type === 'decimal') fields.set(`${name}_minor`, 'minor');
    if (type.of !== undefined) {
      for (const [inner, innerType] of Object.entries(records[type.of])) fields.set(`${name}.${inner}`, innerType);
    }
  }
  return fields;
};
const SHAPES = { transactions: shape('Transaction'), invoices: shape('Invoice'), settlements: shape('Settlement') };

const wrong = (message, code = 'contract.field') => {
  throw new Wrong(code, message);
};

// A list of values: [kind, bytes].
const list = (values, type) => {
  const json = typeof type === 'object';
  const convert = converter(type);
  let texts = values;
  let nul = false;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    if (typeof value === 'string' && !json) {
      nul ||= value.includes('\0');
      continue;
    }
    const converted = at(row, convert, value, []);
    if (texts === values) texts = values.slice();
    if (json) texts[row] = JSON.stringify(converted);
    else if (typeof converted === 'object' && converted !== null) wrong('a list of texts');
    else texts[row] = converted === null || converted === undefined ? null : String(converted);
  }
  if (nul) return packed(texts);
  const joined = texts.join('\0');
  if (!wellFormed(joined)) wrong('half a character (a lone surrogate)', 'contract.encoding');
  return { kind: json ? JSONS : JOINED, data: Buffer.from(joined), offsets: NONE };
};

// Texts in which a NUL stands.
const packed = (texts) => {
  const parts = Array.from(texts, (text) => Buffer.from(text ?? ''));
  const offsets = new Uint32Array(parts.length + 1);
  parts.forEach((part, row) => {
    offsets[row + 1] = offsets[row] + part.length;
  });
  return { kind: PACKED, data: Buffer.concat(parts), offsets: bytesOf(offsets) };
};

// A column, and how many rows it has.
const column = (values, type) => {
  if (typeof values === 'string') {
    if (!wellFormed(values)) wrong('half a character (a lone surrogate)', 'contract.encoding');
    return [undefined, { kind: ONE, data: Buffer.from(values), offsets: NONE }];
  }
  if (Array.isArray(values)) return [values.length, list(values, type === 'minor' ? wrong('minor units are a BigInt64Array') : type)];
  if (types.isBigInt64Array(values)) {
    if (type !== 'minor') wrong('a BigInt64Array holds minor units: they stand in `amount_minor`, `total_minor`, `open_minor`');
    return [values.length, { kind: MINORS, data: bytesOf(values), offsets: NONE }];
  }
  if (types.isInt32Array(values)) {
    if (type !== 'date') wrong('an Int32Array holds days since 1970-01-01, which are no value of this field');
    return [values.length, { kind: DAYS, data: bytesOf(values), offsets: NONE }];
  }
  if (types.isFloat64Array(values) || types.isFloat32Array(values)) {
    if (type === 'decimal' || type === 'minor') wrong('floats are no money: give decimal text, or a BigInt64Array of minor units', 'input.float_money');
  }
  if (typeof values === 'object' && ArrayBuffer.isView(values?.bytes)) {
    const { offsets, bytes } = values;
    if (!types.isUint32Array(offsets) && !types.isInt32Array(offsets)) wrong('offsets are a Uint32Array or an Int32Array');
    return [offsets.length - 1, { kind: PACKED, data: bytesOf(bytes), offsets: bytesOf(offsets) }];
  }
  return wrong('a list, packed texts, an Int32Array of days, a BigInt64Array of minor units, or one text');
};

// The columns of a table, as the native part takes them.
const table = (name, columns = {}) => {
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) wrong('an object of columns');
  const fields = SHAPES[name];
  const given = [];
  let rows;
  for (const key of Object.keys(columns)) {
    const type = fields.get(key);
    const values = columns[key];
    // The library ignores what it does not know.
    if (type === undefined || values === undefined || values === null) continue;
    const [length, column_] = at(key, (inner) => column(inner, type), values);
    rows ??= length;
    given.push({ name: key, ...column_ });
  }
  return { rows: Math.max(rows ?? 0, 0), columns: given };
};

const write = writer({ arguments: [], fields: [['options', { of: 'Options' }], ['memory', 'bytes']] });

// What a call takes: tables, request, bytes, options.
const asked = (transactions, invoices, options) => {
  const { settlements, ...rest } = checked(options);
  const { request, blobs } = write([], rest);
  try {
    const tables = Object.entries({ transactions, invoices, settlements });
    return [tables.map(([name, columns]) => at(name, (inner) => table(name, inner), columns)), request, blobs, rest];
  } catch (error) {
    throw error instanceof Wrong ? error.error() : error;
  }
};

// The lists of the answer in their order: table, column, and of what words.
const LISTS = [
  ['matches', 'kind', 'MatchKind'], ['matches', 'auto'], ['matches', 'review', 'ReviewReason'], ['matches', 'probability'],
  ['matches', 'score'], ['matches', 'audit'],
  ['allocations', 'match_row'], ['allocations', 'transaction_row'], ['allocations', 'credit_row'], ['allocations', 'invoice_row'],
  ['allocations', 'amount_minor'], ['allocations', 'currency'], ['allocations', 'paid_minor'], ['allocations', 'paid_currency'],
  ['differences', 'match_row'], ['differences', 'kind', 'DifferenceKind'], ['differences', 'transaction_row'],
  ['differences', 'invoice_row'], ['differences', 'amount_minor'], ['differences', 'currency'],
  ['evidence', 'match_row'], ['evidence', 'code', 'EvidenceCode'], ['evidence', 'weight'],
  ['unmatched', 'transaction_row'], ['unmatched', 'reason', 'UnmatchedReason'],
  ['open_invoices', 'invoice_row'], ['open_invoices', 'open_minor'], ['open_invoices', 'currency'],
];

const currencies = (letters) => {
  const known = new Map();
  return Array.from(letters, (code) => {
    let text = known.get(code);
    if (text === undefined) {
      text = String.fromCharCode(code & 255, (code >> 8) & 255, (code >> 16) & 255);
      known.set(code, text);
    }
    return text;
  });
};

const read = ([document, ...lists]) => {
  const result = JSON.parse(document.toString());
  for (const name of ['matches', 'allocations', 'differences', 'evidence', 'unmatched', 'open_invoices']) result[name] = {};
  LISTS.forEach(([table, name, list], index) => {
    let values = lists[index];
    if (list !== undefined) values = Array.from(values, (place) => words[list][place] ?? null);
    else if (name.endsWith('currency')) values = currencies(values);
    result[table][name] = values;
  });
  return result;
};

// An error comes alone, as text.
const first = (lists) => (lists.length === 1 ? lists[0] : lists);

const reconcileColumnsSync = (transactions, invoices, options) => {
  const [tables, request, blobs, call] = asked(transactions, invoices, options);
  return read(atOnce((tell) => first(native.reconcileColumnsSync(tables, request, blobs, tell)), call));
};

const reconcileColumns = async (transactions, invoices, options) => {
  const [tables, request, blobs, call] = asked(transactions, invoices, options);
  return read(await later(async (control) => first(await native.reconcileColumns(tables, request, blobs, control)), call));
};

module.exports = { NO_ROW: 0xffff_ffff, reconcileColumns, reconcileColumnsSync };
