'use strict';
// What lives between calls: a matcher, a stream, the keys of a verifier. One call at a time, asynchronous ones in the order in which
// they were made; on what no call changes as many as there are threads.

const { PayymoError } = require('./error.cjs');
const native = require('./native.cjs');
const { bytesOf, parsed } = require('./answer.cjs');
const { atOnce, blobs, checked, document, later, operation } = require('./call.cjs');
const table = require('./table.cjs');

const INSIDE = Symbol('made by create');

// Open one of a class, by the operation that does so.
let opened;
let openedSync;

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
  }

  // Whether no call changes it.
  _steady() {
    return false;
  }

  // What a class keeps of the answer.
  _opened() {}

  callSync(name, request, options = undefined) {
    const call = checked(options);
    return bytesOf(this._runSync(operation(name), document(request), blobs(call), call));
  }

  async call(name, request, options = undefined) {
    const call = checked(options);
    return bytesOf(await this._run(operation(name), document(request), blobs(call), call));
  }

  _runSync(name, request, blobs, call) {
    return atOnce((tell) => this.#native.callSync(name, request, blobs, tell), call);
  }

  // One call after the other: those that wait hold no thread of the pool.
  _run(name, request, blobs, call) {
    const run = () => later((control) => this.#native.call(name, request, blobs, control), call);
    if (this._steady()) return run();
    const answer = this.#last.then(run);
    this.#last = answer.catch(() => {});
    return answer;
  }

  dispose() {
    this.#native.close();
  }

  get disposed() {
    return this.#native.closed;
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
    return this.#errors;
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
  const opens = `${area}.new`;
  // Without `this`, so that they can be handed on.
  const own = {
    openSync(request, options = undefined) {
      const call = checked(options);
      return openedSync(Class, opens, document(request), blobs(call), call);
    },
    async open(request, options = undefined) {
      const call = checked(options);
      return opened(Class, opens, document(request), blobs(call), call);
    },
  };
  for (const [name, value] of Object.entries(own)) {
    Object.defineProperty(Class, name, { value, writable: true, configurable: true });
  }
}

module.exports = { classes, opened, openedSync };
