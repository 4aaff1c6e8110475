'use strict';
// The native addon of this machine.

const path = require('node:path');
const { PayymoError } = require('./error.cjs');

// As `make build` and the published package lay them: one file a platform.
const name = `${process.platform}-${process.arch}`;
const file = path.join(__dirname, '..', 'native', `payymo.${name}.node`);

const load = () => {
  try {
    return require(file);
  } catch (cause) {
    const said =
      `the native part of payymo cannot be loaded for ${name} (Node ${process.version}): it is made for glibc 2.28 and later ` +
      'on the platforms that stand in the folder native/; elsewhere build it with `make -C bindings/node build`';
    throw new PayymoError('contract.transport', said, {}, { cause });
  }
};

module.exports = load();
