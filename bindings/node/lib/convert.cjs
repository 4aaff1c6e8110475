'use strict';
// Values of JavaScript to values of the documents, by the types of the table.
//
// A converter gives what JSON holds and nothing else: plain copies, each value read once, so that what was checked is what is
// written, whatever getters, proxies and `toJSON` say the next time. What only JavaScript has (fractions as money, NaN,
// functions, instants) is refused here; all else is for the library to refuse, in the same words in every language.

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

const at = (key, convert, value, call) => {
  try {
    return convert(value, call);
  } catch (wrong) {
    throw wrong instanceof Wrong ? wrong.inside(key) : wrong;
  }
};

const refused = (message, code = 'contract.field') => new Wrong(code, message);

const LONE = /\p{Surrogate}/u;
// Node 20 has a word for it, and a fast one.
const wellFormed = (text) => (text.isWellFormed ? text.isWellFormed() : !LONE.test(text));

const half = () => refused('half a character (a lone surrogate)', 'contract.encoding');

// Text that has a form in UTF-8.
const whole = (text) => {
  if (!wellFormed(text)) throw half();
  return text;
};

const isObject = (value) => typeof value === 'object' && value !== null;

// What an object says of itself for JSON, asked once, and what is boxed in it.
const unboxed = (value) => {
  const { toJSON } = value;
  const said = typeof toJSON === 'function' ? toJSON.call(value) : value;
  return types.isBoxedPrimitive(said) ? said.valueOf() : said;
};

// An object where none belongs: the library refuses any, so that what is in it does not matter.
const stranger = (value) => (Array.isArray(value) ? [] : {});

// By the converter of what an object says of itself, which is asked no second time.
const inside = (value, convert) => {
  const inner = unboxed(value);
  return isObject(inner) ? stranger(inner) : convert(inner);
};

const FLOAT =
  'a number with a fraction is a binary float and no money: give decimal text such as "1204.50", or a bigint of whole units';

const decimal = (value) => {
  switch (typeof value) {
    case 'string':
      return whole(value);
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return value.toString();
    case 'number':
      if (Number.isSafeInteger(value)) return value;
      throw refused(FLOAT, 'input.float_money');
    case 'object':
      return value === null ? null : inside(value, decimal);
    default:
      throw refused('a decimal number as text, such as "1204.50"');
  }
};

const NO_DAY = 'a Date is an instant, and which day it is depends on a time zone: give the day as text, such as "2026-03-31"';

const date = (value) => {
  if (types.isDate(value)) throw refused(NO_DAY, 'input.bad_date');
  return text(value);
};

// Text: what JSON would drop or change without a word is refused.
const text = (value) => {
  switch (typeof value) {
    case 'string':
      return whole(value);
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      if (Number.isSafeInteger(value)) return value;
      throw refused('a text: of numbers only whole ones of 53 bits have one form as text');
    case 'object':
      if (types.isDate(value)) throw refused('a Date is no text: its text has many forms');
      return value === null ? null : inside(value, text);
    default:
      throw refused(`a ${typeof value} has no form in a document`);
  }
};

// Numbers, truth, and whatever stands where a list or an object belongs.
const number = (value) => {
  switch (typeof value) {
    case 'number':
      if (Number.isFinite(value)) return value;
      throw refused('a number that is finite');
    case 'bigint': {
      const small = Number(value);
      if (Number.isSafeInteger(small)) return small;
      throw refused('a whole number of 53 bits');
    }
    case 'function':
    case 'symbol':
      throw refused(`a ${typeof value} has no form in a document`);
    case 'object':
      return value === null ? null : inside(value, number);
    default:
      return value;
  }
};

const other = (value) => {
  if (typeof value === 'bigint') throw refused('a bigint has no form in a document here');
  return number(value);
};

// The bytes of what holds bytes; of another thread's memory a copy.
const bytesOf = (value) => {
  if (types.isAnyArrayBuffer(value)) return within(value, 0, value.byteLength);
  if (ArrayBuffer.isView(value)) return within(value.buffer, value.byteOffset, value.byteLength);
  return undefined;
};

const within = (buffer, offset, length) => {
  let bytes;
  try {
    bytes = new Uint8Array(buffer, offset, length);
  } catch {
    throw refused('a buffer that was handed over to another thread', 'contract.argument');
  }
  return types.isSharedArrayBuffer(buffer) ? bytes.slice() : bytes;
};

const bytes = (value, { blobs }) => {
  if (!isObject(value)) return text(value);
  const found = bytesOf(value);
  if (found === undefined) return inside(value, text);
  blobs.push(found);
  return { blob: blobs.length - 1 };
};

// The rows of a list from one up to another. A hole is refused at once: a list may be said to be longer than memory.
const rows = (values, convert, call, from, to) => {
  const copy = [];
  for (let index = from; index < to; index += 1) {
    const value = values[index];
    if (value === undefined && !Object.hasOwn(values, index)) throw refused('a list without holes').inside(index);
    copy.push(at(index, convert, value, call) ?? null);
  }
  return copy;
};

const list = (convert) => {
  const converted = (value, call) => {
    const values = isObject(value) ? unboxed(value) : value;
    return Array.isArray(values) ? rows(values, convert, call, 0, values.length) : other(values);
  };
  // For what takes a long list in pieces.
  converted.of = convert;
  return converted;
};

const map = (convert) => (value, call) => {
  const inner = isObject(value) ? unboxed(value) : value;
  if (!isObject(inner)) return other(inner);
  // Sets, bytes, `Headers`: their members are not their fields.
  if (!types.isMap(inner) && typeof inner[Symbol.iterator] === 'function') return [];
  return members(inner, convert, call);
};

// The members of an object or of a Map, each read once.
const members = (inner, convert, call) => {
  const keys = types.isMap(inner) ? Array.from(Map.prototype.keys.call(inner)) : Object.keys(inner);
  const read = types.isMap(inner) ? (key) => Map.prototype.get.call(inner, key) : (key) => inner[key];
  const entries = keys.map((key) => {
    if (typeof key !== 'string') throw refused('a Map whose keys are text');
    return [whole(key), at(key, convert, read(key), call)];
  });
  return Object.fromEntries(entries);
};

const record = (name) => {
  let fields;
  return (value, call) => {
    const inner = isObject(value) ? unboxed(value) : value;
    if (!isObject(inner)) return other(inner);
    if (Array.isArray(inner)) return [];
    // Made at the first use: shapes name each other.
    fields ??= new Map(Object.entries(records[name]).map(([field, type]) => [field, converter(type)]));
    // Reads each once, whatever a getter or a proxy would say the next time.
    const copy = { ...inner };
    for (const key of Object.keys(copy)) {
      const field = fields.get(key);
      if (field === undefined && !wellFormed(key)) {
        // A name that nobody knows, and that no document can hold.
        if (call?.strict) throw half();
        delete copy[key];
        continue;
      }
      const before = copy[key];
      const after = field === undefined ? unknown(before) : at(key, field, before, call);
      if (after !== before) copy[key] = after;
    }
    return copy;
  };
};

// A field that the table does not know: the library ignores or refuses it, whatever it holds.
const unknown = (value) => (value === undefined || value === null || typeof value === 'function' ? undefined : 0);

const either = (kinds) => {
  const lists = kinds.filter((type) => typeof type === 'object').map(converter);
  const convertList = lists[0] ?? text;
  return (value, call) => {
    if (Array.isArray(value)) return convertList(value, call);
    return typeof value === 'bigint' || typeof value === 'number' ? number(value) : text(value);
  };
};

// Values of JSON that may stand in each other: more no verifier of tokens takes.
const DEEPEST = 64;

// Any value of JSON, as it is, and nothing that JSON would drop or change.
const json = (value, _call, left = DEEPEST) => {
  const inside = (member) => json(member, undefined, left - 1);
  switch (typeof value) {
    case 'string':
      return whole(value);
    case 'boolean':
    // As JSON.stringify: a member that is undefined is none.
    case 'undefined':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      throw refused('a number that is finite');
    case 'object': {
      if (value === null) return null;
      if (types.isDate(value)) throw refused(NO_TIME);
      if (types.isAnyArrayBuffer(value) || ArrayBuffer.isView(value)) throw refused('bytes have many forms in JSON: give them as text');
      const inner = unboxed(value);
      if (left === 0) throw refused(`values nested no deeper than ${DEEPEST}`);
      if (!isObject(inner)) return inside(inner);
      if (Array.isArray(inner)) return rows(inner, element(inside), undefined, 0, inner.length);
      if (!types.isMap(inner) && !isPlain(inner)) throw refused('an object or a list: this is neither in JSON');
      return members(inner, inside);
    }
    default:
      throw refused(`a ${typeof value} has no form in JSON`);
  }
};

const NO_TIME = 'a Date has many forms in JSON: give seconds since 1970 as a token has them, or text';

// Whether an object is what its members say: bytes, errors, promises, sets are more than these.
const isPlain = (value) =>
  Object.prototype.toString.call(value) === '[object Object]' && typeof value[Symbol.iterator] !== 'function';

// JSON.stringify would make a null of it.
const element = (convert) => (value) => {
  const converted = convert(value);
  if (converted === undefined) throw refused('a list without undefined');
  return converted;
};

const scalars = { text, truth: number, number, decimal, date, bytes, json };

// The converter of a type.
function converter(type) {
  if (typeof type === 'string') return scalars[type];
  if (type.of !== undefined) return record(type.of);
  if (type.list !== undefined) return list(converter(type.list));
  if (type.map !== undefined) return map(converter(type.map));
  return either(type.either);
}

module.exports = { Wrong, at, bytesOf, converter, half, isObject, rows, unboxed, unknown, wellFormed };
