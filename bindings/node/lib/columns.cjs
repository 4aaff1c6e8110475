'use strict';
// Rows in columns: lists and typed arrays to bytes, and the lists of the answer.

const { types } = require('node:util');
const native = require('./native.cjs');
const { records, words } = require('./table.cjs');
const { Wrong, at, bytesOf, converter, half, wellFormed } = require('./convert.cjs');
const { json, writer } = require('./request.cjs');
const { atOnce, checked, later } = require('./call.cjs');

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

// A list of values: kind and bytes. Each is read once.
const list = (values, type, call) => {
  const isJson = typeof type === 'object';
  const convert = converter(type);
  const texts = [];
  let nul = false;
  let row = 0;
  try {
    for (; row < values.length; row += 1) {
      const value = values[row];
      if (value === undefined && !Object.hasOwn(values, row)) wrong('a list without holes');
      const text = isJson ? jsonOf(value, convert, call) : textOf(value, convert, call);
      nul ||= text.includes('\0');
      texts.push(text);
    }
  } catch (error) {
    throw error instanceof Wrong ? error.inside(row) : error;
  }
  if (nul) return packed(texts);
  return { kind: isJson ? JSONS : JOINED, data: joined(texts), offsets: NONE };
};

// A cell as text; nothing is an empty one.
const textOf = (value, convert, call) => {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  const found = convert(value, call) ?? '';
  if (typeof found === 'object' || typeof found === 'boolean') wrong('a list of texts');
  return String(found);
};

const jsonOf = (value, convert, call) => {
  const found = value === null ? undefined : convert(value, call);
  if (found === undefined || found === null) return '';
  const pieces = json(found);
  return pieces.length === 1 ? pieces[0] : wrong('a value whose JSON is longer than a string can be');
};

const utf8 = (text) => {
  if (!wellFormed(text)) throw half();
  return Buffer.from(text);
};

// Texts with a NUL between, by halves where they are together longer than a string can be.
const joined = (texts) => {
  let whole;
  try {
    whole = texts.join('\0');
  } catch {
    const half = texts.length >> 1;
    return Buffer.concat([joined(texts.slice(0, half)), Buffer.alloc(1), joined(texts.slice(half))]);
  }
  return utf8(whole);
};

// Texts in which a NUL stands.
const packed = (texts) => {
  const parts = texts.map(utf8);
  const offsets = new Uint32Array(parts.length + 1);
  let end = 0;
  parts.forEach((part, row) => {
    end += part.length;
    offsets[row + 1] = end;
  });
  if (end > 0xffff_ffff) wrong('texts of together more than 4 GiB');
  return { kind: PACKED, data: Buffer.concat(parts), offsets: bytesOf(offsets) };
};

// A column, and how many rows it has.
const column = (values, type, call) => {
  if (typeof values === 'string') return [undefined, { kind: ONE, data: utf8(values), offsets: NONE }];
  if (Array.isArray(values)) {
    if (type === 'minor') wrong('minor units are a BigInt64Array');
    return [values.length, list(values, type, call)];
  }
  if (types.isDate(values)) converter('date')(values);
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
  const { offsets, bytes } = values;
  if (ArrayBuffer.isView(bytes)) {
    if (!types.isUint32Array(offsets) && !types.isInt32Array(offsets)) wrong('offsets are a Uint32Array or an Int32Array');
    return [offsets.length - 1, { kind: PACKED, data: bytesOf(bytes), offsets: bytesOf(offsets) }];
  }
  return wrong('a list, packed texts, an Int32Array of days, a BigInt64Array of minor units, or one text');
};

// The columns of a table, as the native part takes them.
const table = (name, columns = {}, call = {}) => {
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) wrong('an object of columns');
  const fields = SHAPES[name];
  const given = [];
  let rows;
  for (const key of Object.keys(columns)) {
    const type = fields.get(key);
    const values = columns[key];
    // The library ignores what it does not know.
    if (type === undefined || values === undefined || values === null) continue;
    const [length, column_] = at(key, (inner) => column(inner, type, call), values);
    rows ??= length;
    given.push({ name: key, ...column_ });
  }
  // A table of nothing but texts for all rows says of no row that there is one.
  if (rows === undefined && given.length > 0) wrong('nothing tells the rows apart: no column has a value of its own for each row');
  return { rows: Math.max(rows ?? 0, 0), columns: given };
};

const write = writer({ arguments: [], fields: [['options', { of: 'Options' }], ['memory', 'bytes']] });

// What a call takes: tables, request, bytes, options.
const asked = (transactions, invoices, options) => {
  const { settlements, ...rest } = checked(options);
  const { request, blobs } = write([], rest);
  const call = { blobs: [] };
  try {
    const tables = Object.entries({ transactions, invoices, settlements });
    return [tables.map(([name, columns]) => at(name, (inner) => table(name, inner, call), columns)), request, blobs, rest];
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
