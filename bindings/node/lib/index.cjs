'use strict';
// The package: the operations of the table as functions of their areas.

const native = require('./native.cjs');
const { operations, words } = require('./table.cjs');
const { PayymoError, codes } = require('./error.cjs');
const { bytesOf, parsed, toDocument } = require('./answer.cjs');
const { writer } = require('./request.cjs');
const { atOnce, blobs, checked, document, later, operation } = require('./call.cjs');
const { classes, opened, openedSync, own, run, runSync, verify } = require('./handle.cjs');
const { readStream } = require('./read-stream.cjs');
const columns = require('./columns.cjs');

const SCHEMES = new Map(words.Scheme.map((word, place) => [word, place]));

const mustBeText = (value, field) => {
  if (typeof value !== 'string') throw new PayymoError('contract.field', 'expected a text', { field: `/${field}` });
  return value;
};

// The place of a scheme. The library refuses what is none, in the words in which it refuses it elsewhere.
const place = (scheme) => {
  const found = SCHEMES.get(scheme);
  if (found === undefined) payymo.reference.validate(scheme, '');
  return found;
};

/** @type {any} */
const payymo = {
  PayymoError,
  ...Object.fromEntries(Object.values(classes).map((Class) => [Class.name, Class])),
  codes,
  toDocument,
  readStream,
  ...columns,

  ibanCheck: (text) => words.IbanVerdict[native.ibanCheck(mustBeText(text, 'text'))],

  referenceCheck: (scheme, text) => native.referenceCheck(place(scheme), mustBeText(text, 'text')),

  currencyDecimals: (code) => {
    const decimals = native.currencyDecimals(mustBeText(code, 'code'));
    return decimals < 0 ? undefined : decimals;
  },

  callSync: (name, request, options) => {
    const call = checked(options);
    const [on, bytes, beside] = [operation(name), document(request), blobs(call)];
    return bytesOf(atOnce((tell) => native.callSync(on, bytes, beside, tell), call));
  },

  call: async (name, request, options) => {
    const call = checked(options);
    const [on, bytes, beside] = [operation(name), document(request), blobs(call)];
    return bytesOf(await later((control) => native.call(on, bytes, beside, control), call));
  },
};

// What an operation's answer is to JavaScript.
const readers = {
  value: parsed,
  bytes: (answer) => Buffer.from(JSON.parse(answer.toString()), 'base64'),
  nothing: () => undefined,
};

// The two forms of an operation.
const forms = (entry) => {
  const { name } = entry;
  const many = entry.arguments.length;
  const write = writer(entry);
  const read = readers[entry.answers];
  const split = (values) => {
    const options = checked(values[many]);
    const { request, blobs } = write(values, options);
    return [request, blobs, options];
  };
  switch (entry.on) {
    case 'opens':
      return {
        sync: (...values) => openedSync(classes[entry.area], name, ...split(values)),
        later: async (...values) => opened(classes[entry.area], name, ...split(values)),
      };
    case 'handle':
      return {
        sync(...values) {
          own(this, `${entry.function}Sync`);
          return read(runSync(this, name, ...split(values)));
        },
        async later(...values) {
          own(this, entry.function);
          return read(await run(this, name, ...split(values)));
        },
      };
    default:
      return {
        sync: (...values) => {
          const [request, blobs, options] = split(values);
          return read(atOnce((tell) => native.callSync(name, request, blobs, tell), options));
        },
        later: async (...values) => {
          const [request, blobs, options] = split(values);
          return read(await later((control) => native.call(name, request, blobs, control), options));
        },
      };
  }
};

const define = (on, name, value, enumerable) => {
  Object.defineProperty(value, 'name', { value: name });
  Object.defineProperty(on, name, { value, writable: true, configurable: true, enumerable });
};

// What an operation is a function of: its area, its class, or what the class makes.
const holder = ({ on, area }) => {
  if (on === 'nothing') return (payymo[area] ??= {});
  return on === 'opens' ? classes[area] : classes[area].prototype;
};

for (const entry of operations) {
  const { sync, later } = forms(entry);
  const on = holder(entry);
  const enumerable = entry.on !== 'handle';
  if (entry.paired) {
    define(on, entry.function, later, enumerable);
    define(on, `${entry.function}Sync`, sync, enumerable);
  } else {
    define(on, entry.function, sync, enumerable);
  }
}

// What a host asks with each of its own requests is asked without a document.
for (const { prototype } of [classes.verifier, classes.sessions]) {
  const ordinary = prototype.verifySync;
  define(prototype, 'verifySync', function (token, now, options = undefined) {
    own(this, 'verifySync');
    const plain = options === undefined && typeof token === 'string' && Number.isSafeInteger(now);
    const answer = plain ? verify(this, token, now) : undefined;
    return answer === undefined ? ordinary.call(this, token, now, options) : parsed(answer);
  }, false);
}

// Frozen: what one module changed would change for all.
for (const area of Object.values(payymo)) if (Object.getPrototypeOf(area) === Object.prototype) Object.freeze(area);
module.exports = Object.freeze(payymo);
