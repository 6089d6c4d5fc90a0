/**
 * What Electron 45 takes away or does worse than the older runtime of the tests. Each is a switch of its own, on by
 * default, so that a test of the product meets it; the start file throws them before it loads the app. The environment
 * variable ELECTRON_45_SWITCHES changes that for one start: `-NAME` turns a switch off, `+NAME` on, several with commas.
 */
'use strict';

const ENVIRONMENT_VARIABLE = 'ELECTRON_45_SWITCHES';

/** Begins the line on standard error that tells of something the product must not do; the launchers look for it. */
const FAULT = 'ELECTRON-45-FAULT:';

const SLOW_ROOTS_MS = 4000;
const SLOW_ROOTS_IN_THREAD_MS = 400;

/**
 * The table. `apply` is called once, before any code of the product, with `isPacked` (the start file lies in the same
 * archive as the app), `fault` (tells of something that the product must not do) and `inThreads` (takes source text that
 * every thread of the product runs before its own).
 */
const SWITCHES = {
  /** Electron 31 and newer unset it when the fuse EnableNodeOptionsEnvironmentVariable is off (node_bindings.cc). */
  'no-extra-ca-variable': {
    isOn: false,
    apply: ({ isPacked }) => {
      if (isPacked) delete process.env.NODE_EXTRA_CA_CERTS;
    },
  },

  /** Node judges every certificate of the keychains on macOS, for seconds and more (github.com/nodejs/node/issues/63313). */
  'slow-system-roots': {
    isOn: false,
    apply: ({ fault, inThreads }) => {
      const tls = require('node:tls');
      slowDown(tls, SLOW_ROOTS_MS, () => fault('The main thread asked for the certificates of the system.'));
      inThreads(`(${String(slowDown)})(require('node:tls'), ${SLOW_ROOTS_IN_THREAD_MS}, () => {});`);
    },
  },

  /** Being aborted, an answer of `net` only closes, although `aborted` is documented (lib/common/api/net-client-request.ts). */
  'answer-only-closes': {
    isOn: true,
    apply: () => {
      const { net } = require('electron');
      const request = net.request.bind(net);
      net.request = (...given) => {
        const asked = request(...given);
        asked.prependListener('response', (response) => {
          const emit = response.emit.bind(response);
          response.emit = (event, ...rest) => event !== 'aborted' && emit(event, ...rest);
        });
        return asked;
      };
    },
  },
};

/** Lets the system's roots come late; of its own text a thread is made, so that it may name nothing from outside. */
function slowDown(tls, delayMs, onCall) {
  const { getCACertificates } = tls;
  tls.getCACertificates = (type) => {
    if (type === 'system') {
      onCall();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs);
    }
    return getCACertificates(type);
  };
}

/** Throws the switches that are on; ends the program when the environment names one that there is not. */
function throwSwitches(start) {
  const words = (process.env[ENVIRONMENT_VARIABLE] ?? '').split(',').filter((word) => word !== '');
  delete process.env[ENVIRONMENT_VARIABLE];
  const changed = new Map(words.map((word) => [word.slice(1), word.startsWith('+')]));
  for (const word of words) {
    if (/^[+-]/u.test(word) && Object.hasOwn(SWITCHES, word.slice(1))) continue;
    process.stderr.write(
      `${ENVIRONMENT_VARIABLE} names ${word}; there are: ${Object.keys(SWITCHES).join(', ')}.\n`,
    );
    process.exit(2);
  }
  const fault = (sentence) => void process.stderr.write(`${FAULT} ${sentence}\n`);
  for (const [name, { isOn, apply }] of Object.entries(SWITCHES))
    if (changed.get(name) ?? isOn) apply({ ...start, fault });
}

module.exports = { throwSwitches };
