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
    isOn: true,
    apply: ({ isPacked }) => {
      if (isPacked) delete process.env.NODE_EXTRA_CA_CERTS;
    },
  },

  /** Node judges every certificate of the keychains on macOS, for seconds and more (github.com/nodejs/node/issues/63313). */
  'slow-system-roots': {
    isOn: true,
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

  /** Of a hidden window the event may never come on Wayland (github.com/electron/electron/issues/48859). */
  'never-ready-to-show': {
    isOn: true,
    apply: () => {
      const { app } = require('electron');
      app.on('browser-window-created', (_event, window) => {
        const emit = window.emit.bind(window);
        window.emit = (event, ...rest) => event !== 'ready-to-show' && emit(event, ...rest);
      });
    },
  },

  /** A zoom that is set on a hidden window stopped its first paint (github.com/electron/electron/issues/54025). */
  'no-zoom-of-hidden-window': {
    isOn: true,
    apply: ({ fault }) => {
      const { app, BrowserWindow } = require('electron');
      app.on('web-contents-created', (_event, contents) => {
        const setZoomFactor = contents.setZoomFactor.bind(contents);
        contents.setZoomFactor = (factor) => {
          if (BrowserWindow.fromWebContents(contents)?.isVisible() === false)
            fault('The zoom of a hidden window was set.');
          setZoomFactor(factor);
        };
      });
    },
  },

  /**
   * In a Wayland session each call opens the system's dialog and gives one source, whose id works once
   * (electronjs.org, "desktopCapturer"). Only where a session is named without a compositor that has a portal.
   */
  'one-source-used-once': {
    isOn: true,
    apply: ({ fault }) => {
      const { desktopCapturer, nativeImage } = require('electron');
      if (!(process.env.XDG_SESSION_TYPE ?? '').startsWith('wayland') || !process.env.WAYLAND_DISPLAY) return;
      let calls = 0;
      desktopCapturer.getSources = async ({ thumbnailSize }) => {
        calls += 1;
        if (thumbnailSize.width <= 320) fault('A list of windows opened the dialog of the system.');
        const [width, height] = [640, 400];
        const pixels = Buffer.alloc(width * height * 4, 255);
        for (let at = 0; at < pixels.length; at += 64) pixels[at] = at % 251;
        const thumbnail = nativeImage.createFromBitmap(pixels, { width, height });
        return [{ id: `window:${1000 + calls}:0`, name: '', display_id: '', appIcon: null, thumbnail }];
      };
    },
  },

  /** Shown by an app that is not signed, or that was not given leave (macOS since Electron 42). */
  'failed-notifications': {
    isOn: true,
    apply: () => {
      const { Notification } = require('electron');
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() {
        setImmediate(() => this.emit('failed', {}, 'not shown'));
      };
    },
  },

  /** Deprecated since Electron 32, with a warning on standard error. */
  'no-deprecated-methods': {
    isOn: true,
    apply: () => {
      const { app } = require('electron');
      const names = ['canGoBack', 'canGoForward', 'canGoToOffset', 'clearHistory', 'goBack', 'goForward'];
      app.on('web-contents-created', (_event, contents) => {
        for (const name of [...names, 'goToIndex', 'goToOffset']) contents[name] = undefined;
      });
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
