'use strict';
// What lives between calls: a matcher, a stream, the keys of a verifier. One call at a time, asynchronous ones in the order in which
// they were made; on what no call changes as many as there are threads.

const { PayymoError } = require('./error.cjs');
const native = require('./native.cjs');
const { bytesOf, parsed } = require('./answer.cjs');
const { isObject } = require('./convert.cjs');
const { answered, atOnce, blobs, checked, document, later, operation } = require('./call.cjs');
const table = require('./table.cjs');

const INSIDE = Symbol('made by create');

// Open one of a class, by the operation that does so.
let opened;
let openedSync;
// Do an operation on one.
let run;
let runSync;
// Verify a token without a request; nothing where it takes one.
let verify;
// The object of a method, if it is one of this package: a method that was taken off its object has none.
let own;

class Handle {
  #native = new native.Handle();
  #last = Promise.resolve();

  constructor(inside) {
    if (inside !== INSIDE) {
      const { name } = new.target;
      throw new PayymoError('contract.argument', `a ${name.toLowerCase()} is made by ${name}.create or ${name}.createSync`);
    }
  }

  static {
    openedSync = (Class, name, request, blobs, call) => {
      const handle = new Class(INSIDE);
      handle._opened(parsed(atOnce((tell) => handle.#native.openSync(name, request, blobs, tell), call)));
      return handle;
    };
    opened = async (Class, name, request, blobs, call) => {
      const handle = new Class(INSIDE);
      handle._opened(parsed(await later((control) => handle.#native.open(name, request, blobs, control), call)));
      return handle;
    };
    runSync = (/** @type {Handle} */ handle, name, request, blobs, call) =>
      atOnce((tell) => handle.#native.callSync(name, request, blobs, tell), call);
    // One call after the other: those that wait hold no thread of the pool.
    run = (/** @type {Handle} */ handle, name, request, blobs, call) => {
      const begin = () => later((control) => handle.#native.call(name, request, blobs, control), call);
      if (handle._steady()) return begin();
      const answer = handle.#last.then(begin);
      handle.#last = answer.catch(() => {});
      return answer;
    };
    verify = (/** @type {Handle} */ handle, token, now) => {
      const answer = handle.#native.verify(token, now);
      return answer === null ? undefined : answered(answer);
    };
    own = (handle, name) => {
      if (isObject(handle) && #native in handle) return handle;
      throw new PayymoError('contract.handle', `${name} was called without its object: call it on that, or hand on what bind() gives`);
    };
  }

  // Whether no call changes it.
  _steady() {
    return false;
  }

  // What a class keeps of the answer.
  _opened() {}

  callSync(name, request, options = undefined) {
    own(this, 'callSync');
    const call = checked(options);
    return bytesOf(runSync(this, operation(name), document(request), blobs(call), call));
  }

  async call(name, request, options = undefined) {
    own(this, 'call');
    const call = checked(options);
    return bytesOf(await run(this, operation(name), document(request), blobs(call), call));
  }

  dispose() {
    own(this, 'dispose').#native.close();
  }

  get disposed() {
    return own(this, 'disposed').#native.closed;
  }
}
// Node before 18.18 has no symbol of this name.
Handle.prototype[Symbol.dispose ?? Symbol.for('nodejs.dispose')] = Handle.prototype.dispose;

class TellingHandle extends Handle {
  #errors = [];

  _opened(errors) {
    this.#errors = errors;
  }

  get errors() {
    return #errors in own(this, 'errors') ? this.#errors : undefined;
  }
}

// By the area of their operations.
const classes = {};
for (const [area, { name, steady, tells }] of Object.entries(table.classes)) {
  const Base = tells ? TellingHandle : Handle;
  classes[area] = class extends Base {
    _steady() {
      return steady;
    }
  };
  Object.defineProperty(classes[area], 'name', { value: name, configurable: true });
}

for (const [area, Class] of Object.entries(classes)) {
  const name = `${area}.new`;
  // Without `this`, so that they can be handed on.
  const opens = {
    openSync(request, options = undefined) {
      const call = checked(options);
      return openedSync(Class, name, document(request), blobs(call), call);
    },
    async open(request, options = undefined) {
      const call = checked(options);
      return opened(Class, name, document(request), blobs(call), call);
    },
  };
  for (const [form, value] of Object.entries(opens)) {
    Object.defineProperty(Class, form, { value, writable: true, configurable: true });
  }
}

module.exports = { classes, opened, openedSync, own, run, runSync, verify };
