/**
 * The start file of an Electron that has no default app of its own, or whose Node is older than the one the product is
 * written for. It supplies what the app uses of it, each piece only where it is missing, does worse what the newer Electron does
 * worse (electron-45-switches.cjs), and then loads the app: the one that is packed together with this file, as in a test
 * build, else the one whose folder is the first argument that is no option, as Electron's own default app does.
 */
'use strict';

const events = require('node:events');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const workerThreads = require('node:worker_threads');
const zlib = require('node:zlib');

const { throwSwitches } = require('./electron-45-switches.cjs');

/**
 * Where the system's certificates lie in one file: where SSL_CERT_FILE says, which Node honours for its system store too,
 * else where distributions keep them (the list of Go's crypto/x509 for Linux).
 */
const SYSTEM_CERTIFICATE_FILES = [
  ...(process.env.SSL_CERT_FILE ? [process.env.SSL_CERT_FILE] : []),
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Defines `name` on `target` unless it is there: writable and hidden from enumeration, as a built-in is. */
function supply(target, name, value) {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

function supplyLanguage() {
  if (!('dispose' in Symbol)) Object.defineProperty(Symbol, 'dispose', { value: Symbol('Symbol.dispose') });

  supply(Promise, 'withResolvers', function withResolvers() {
    let resolve;
    let reject;
    const promise = new this((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    return { promise, resolve, reject };
  });
  supply(Map, 'groupBy', (items, keyOf) => {
    const groups = new Map();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return groups;
  });

  const typedArray = Object.getPrototypeOf(Uint8Array);
  for (const prototype of [Array.prototype, typedArray.prototype]) {
    supply(prototype, 'toSorted', function toSorted(compare) {
      return this.slice().sort(compare);
    });
    supply(prototype, 'toReversed', function toReversed() {
      return this.slice().reverse();
    });
  }

  supply(String.prototype, 'isWellFormed', function isWellFormed() {
    return !/\p{Surrogate}/u.test(this);
  });
  supply(String.prototype, 'toWellFormed', function toWellFormed() {
    return String(this).replaceAll(/\p{Surrogate}/gu, '\u{FFFD}');
  });
}

function supplyWeb() {
  // Node 18 has File in node:buffer alone; undici extends it while it loads.
  supply(globalThis, 'File', require('node:buffer').File);
  supply(AbortSignal, 'any', (signals) => {
    const controller = new AbortController();
    const listeners = [];
    const follow = (signal) => {
      for (const [other, listener] of listeners) other.removeEventListener('abort', listener);
      controller.abort(signal.reason);
    };
    for (const signal of signals) {
      if (signal.aborted) {
        follow(signal);
        break;
      }
      const listener = () => follow(signal);
      listeners.push([signal, listener]);
      signal.addEventListener('abort', listener, { once: true });
    }
    return controller.signal;
  });
  supply(URL, 'canParse', (text, base) => URL.parse(text, base) !== null);
  supply(URL, 'parse', (text, base) => {
    try {
      return new URL(text, base);
    } catch {
      return null;
    }
  });
}

function supplyNode() {
  supply(events, 'addAbortListener', (signal, listener) => {
    if (signal.aborted) queueMicrotask(() => listener());
    else signal.addEventListener('abort', listener, { once: true });
    return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
  });
  supply(workerThreads, 'markAsUncloneable', () => undefined);
  // Node 18 has no zstd. Nobody asks for it who does not send "Accept-Encoding: zstd".
  const noZstd = () => {
    throw new Error('This Electron has no zstd.');
  };
  supply(zlib, 'createZstdDecompress', noZstd);
  supply(zlib, 'zstdDecompressSync', noZstd);
  supplyCrc(zlib);
  supplyThreads();
  supplyCertificates(tls, SYSTEM_CERTIFICATE_FILES);
}

function supplyCrc(zlib) {
  const crcTable = Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });
  zlib.crc32 ??= (bytes) => {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  };
}

/** What a thread runs before its own code: it has a Node of its own, and is given there what it lacks. */
const inThreads = [
  `(${String(supplyCrc)})(require('node:zlib'));`,
  `(${String(supplyCertificates)})(require('node:tls'), ${JSON.stringify(SYSTEM_CERTIFICATE_FILES)});`,
];

function supplyThreads() {
  const { Worker } = workerThreads;
  workerThreads.Worker = class extends Worker {
    constructor(source, options) {
      super(options?.eval ? [...inThreads, source].join('\n') : source, options);
    }
  };
}

/** The certificates as Node 24 tells them; reads the first of `systemFiles` in place of the system's own store. */
function supplyCertificates(tls, systemFiles) {
  const fs = require('node:fs');
  const certificatesIn = (file) => {
    try {
      return (
        fs
          .readFileSync(file, 'latin1')
          .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? []
      );
    } catch {
      return [];
    }
  };
  const extra = () => certificatesIn(process.env.NODE_EXTRA_CA_CERTS ?? '');
  const ways = {
    bundled: () => [...tls.rootCertificates],
    system: () => certificatesIn(systemFiles.find((file) => fs.existsSync(file)) ?? ''),
    extra,
    default: () => [...tls.rootCertificates, ...extra()],
  };
  tls.getCACertificates ??= (type = 'default') => {
    if (!Object.hasOwn(ways, type)) throw new TypeError(`There are no certificates of the type "${type}".`);
    return ways[type]();
  };
}

/** The clipboard of Electron 44 and newer, as far as the older one can: of several formats the first one is written. */
function supplyElectron() {
  const electron = require('electron');
  if ('ClipboardItem' in electron) return;
  class ClipboardItem {
    constructor(items) {
      this.items = items;
    }
    get types() {
      return Object.keys(this.items);
    }
  }
  Object.defineProperty(electron, 'ClipboardItem', { value: ClipboardItem, enumerable: true });
  electron.clipboard.write = async ([item]) => {
    const [[type, blob]] = Object.entries(item.items);
    const format = /format="([^"]+)"/u.exec(type)?.[1] ?? type;
    electron.clipboard.writeBuffer(format, Buffer.from(await blob.arrayBuffer()));
  };
}

/** Kinds of fields as Electron 28 and newer call them (`formControlType`), by the names of before. */
const FORM_CONTROLS = { none: 'none', password: 'input-password', plainText: 'input-text', other: 'none' };

/** Tells of a clicked field in the words of the newer Electron; listens before any listener of the app. */
function supplyContextMenus() {
  const { app } = require('electron');
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_clicked, place) => {
      place.formControlType ??= FORM_CONTROLS[place.inputFieldType] ?? 'none';
    });
  });
}

/** The history of a page as Electron 32 and newer tell it. */
function supplyNavigationHistory() {
  const { app } = require('electron');
  app.on('web-contents-created', (_event, contents) => {
    if ('navigationHistory' in contents) return;
    const of = (name) => contents[name].bind(contents);
    const history = { goBack: of('goBack'), canGoBack: of('canGoBack') };
    Object.defineProperty(contents, 'navigationHistory', { value: history });
  });
}

/** Names the app after its own package.json, so that its user data lies where the packaged app would keep it. */
function loadApp(folder) {
  const { app } = require('electron');
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name;
  app.setDesktopName(`${manifest.name}.desktop`);
  require(path.join(folder, manifest.main));
}

supplyLanguage();
supplyWeb();
supplyNode();
supplyElectron();
supplyContextMenus();
supplyNavigationHistory();

const packedMain = path.join(__dirname, 'dist', 'main', 'main.cjs');
const isPacked = existsSync(packedMain);
throwSwitches({ isPacked, inThreads: (source) => void inThreads.push(source) });

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (isPacked) {
  require(packedMain);
} else if (folder === undefined) {
  process.stderr.write('This Electron needs the folder of the built app as its argument.\n');
  process.exit(2);
} else {
  loadApp(path.resolve(folder));
}
