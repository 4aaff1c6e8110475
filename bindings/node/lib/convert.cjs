'use strict';
// Values of JavaScript to values of the documents, by the types of the table.
//
// A converter gives back what it was given where that is JSON already, so that rows are copied only where something in them
// changes. What only JavaScript has (fractions as money, NaN, functions, instants) is refused here; all else is for the
// library to refuse, in the same words in every language.

const { types } = require('node:util');
const { PayymoError } = require('./error.cjs');
const { records } = require('./table.cjs');

// Thrown inside; gathers the path on its way out.
class Wrong {
  constructor(code, message) {
    this.code = code;
    this.message = message;
    this.path = '';
  }

  inside(key) {
    this.path = `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}${this.path}`;
    return this;
  }

  error() {
    return new PayymoError(this.code, this.message, { field: this.path });
  }
}

const at = (key, convert, value, blobs) => {
  try {
    return convert(value, blobs);
  } catch (wrong) {
    throw wrong instanceof Wrong ? wrong.inside(key) : wrong;
  }
};

// What an object says of itself for JSON, and what is boxed in it.
const unboxed = (value) => {
  if (typeof value.toJSON === 'function') return value.toJSON();
  return types.isBoxedPrimitive(value) ? value.valueOf() : value;
};

const FLOAT =
  'a number with a fraction is a binary float and no money: give decimal text such as "1204.50", or a bigint of whole units';

const decimal = (value) => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return value.toString();
    case 'number':
      if (Number.isSafeInteger(value)) return value;
      throw new Wrong('input.float_money', FLOAT);
    case 'object': {
      if (value === null) return null;
      const inner = unboxed(value);
      return inner === value ? value : decimal(inner);
    }
    default:
      throw new Wrong('contract.field', 'a decimal number as text, such as "1204.50"');
  }
};

const DAY = 86_400_000;
const NO_DAY =
  'an instant is no day, and a Date is taken only at midnight UTC exactly: give the day as text, such as "2026-03-31"';

const date = (value) => {
  if (!types.isDate(value)) return text(value);
  // A subclass may say what it likes of itself.
  const time = Date.prototype.getTime.call(value);
  const day = Number.isNaN(time) || time % DAY !== 0 ? '' : new Date(time).toISOString();
  if (day.length !== 24) throw new Wrong('input.bad_date', NO_DAY);
  return day.slice(0, 10);
};

// Text, and truth: what JSON would drop or change without a word is refused.
const text = (value) => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      if (types.isDate(value)) throw new Wrong('contract.field', 'a Date is no text: its text has many forms');
      return value;
    case 'number':
      return number(value);
    default:
      throw new Wrong('contract.field', `a ${typeof value} has no form in a document`);
  }
};

const number = (value) => {
  switch (typeof value) {
    case 'number':
      if (Number.isFinite(value)) return value;
      throw new Wrong('contract.field', 'a number that is finite');
    case 'bigint': {
      const small = Number(value);
      if (Number.isSafeInteger(small)) return small;
      throw new Wrong('contract.field', 'a whole number of 53 bits');
    }
    case 'function':
    case 'symbol':
      throw new Wrong('contract.field', `a ${typeof value} has no form in a document`);
    default:
      return value;
  }
};

// The bytes of what holds bytes; of another thread's memory a copy.
const bytesOf = (value) => {
  if (types.isAnyArrayBuffer(value)) return whole(value, 0, value.byteLength);
  if (ArrayBuffer.isView(value)) return whole(value.buffer, value.byteOffset, value.byteLength);
  return undefined;
};

const whole = (buffer, offset, length) => {
  let bytes;
  try {
    bytes = new Uint8Array(buffer, offset, length);
  } catch {
    throw new Wrong('contract.argument', 'a buffer that was handed over to another thread');
  }
  return types.isSharedArrayBuffer(buffer) ? bytes.slice() : bytes;
};

const bytes = (value, blobs) => {
  if (typeof value !== 'object' || value === null) return text(value);
  const found = bytesOf(value);
  if (found === undefined) {
    if ('blob' in value) throw new Wrong('contract.field', 'text or bytes');
    return value;
  }
  blobs.push(found);
  return { blob: blobs.length - 1 };
};

const list = (convert) => (value, blobs) => {
  if (!Array.isArray(value)) return text(value);
  let copy;
  for (let index = 0; index < value.length; index += 1) {
    const before = value[index];
    const after = at(index, convert, before, blobs);
    if (after !== before) {
      copy ??= value.slice();
      copy[index] = after;
    }
  }
  return copy ?? value;
};

const map = (convert) => (value, blobs) => {
  if (typeof value !== 'object' || value === null) return text(value);
  if (types.isMap(value)) {
    const entries = Array.from(value, ([key, inner]) => {
      if (typeof key !== 'string') throw new Wrong('contract.field', 'a Map whose keys are text');
      return [key, at(key, convert, inner, blobs)];
    });
    return Object.fromEntries(entries);
  }
  const inner = unboxed(value);
  if (inner !== value) return map(convert)(inner, blobs);
  if (Array.isArray(value)) return value;
  let copy;
  for (const key of Object.keys(value)) {
    const before = value[key];
    const after = at(key, convert, before, blobs);
    if (after !== before) {
      copy ??= new Map(Object.entries(value));
      copy.set(key, after);
    }
  }
  return copy === undefined ? value : Object.fromEntries(copy);
};

const record = (name) => {
  let fields;
  const convert = (value, blobs) => {
    if (typeof value !== 'object' || value === null) return text(value);
    const inner = unboxed(value);
    if (inner !== value) return convert(inner, blobs);
    if (Array.isArray(value)) return value;
    // Made at the first use: shapes name each other.
    fields ??= new Map(Object.entries(records[name]).map(([field, type]) => [field, converter(type)]));
    let copy;
    for (const key of Object.keys(value)) {
      const field = fields.get(key);
      if (field === undefined) continue;
      const before = value[key];
      const after = at(key, field, before, blobs);
      if (after !== before) {
        copy ??= { ...value };
        copy[key] = after;
      }
    }
    return copy ?? value;
  };
  return convert;
};

const either = (kinds) => {
  const lists = kinds.filter((type) => typeof type === 'object').map(converter);
  const convertList = lists[0] ?? text;
  return (value, blobs) => {
    if (Array.isArray(value)) return convertList(value, blobs);
    return typeof value === 'bigint' ? number(value) : text(value);
  };
};

const scalars = { text, truth: text, number, decimal, date, bytes };

// The converter of a type.
function converter(type) {
  if (typeof type === 'string') return scalars[type];
  if (type.of !== undefined) return record(type.of);
  if (type.list !== undefined) return list(converter(type.list));
  if (type.map !== undefined) return map(converter(type.map));
  return either(type.either);
}

module.exports = { Wrong, at, bytesOf, converter };
