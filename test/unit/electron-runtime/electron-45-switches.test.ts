import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { refuseFaults } from '../../support/electron-runtime/refuse-faults.ts';
import { runProgram } from '../../support/electron-runtime/launching/run-program.ts';

const FILE = fileURLToPath(
  new URL('../../support/electron-runtime/electron-45-switches.cjs', import.meta.url),
);

/** Throws the switches in a plain Node, whose Electron answers each request with an emitter, and runs `code` after. */
async function after(code: string, env: NodeJS.ProcessEnv, isPacked = true) {
  const source = `
    const Module = require('node:module');
    const { EventEmitter } = require('node:events');
    const asked = new EventEmitter();
    const load = Module._load;
    Module._load = (name, ...rest) => (name === 'electron' ? electron : load(name, ...rest));
    const electron = {
      app: new EventEmitter(),
      net: { request: () => asked },
      Notification: class extends EventEmitter {},
      desktopCapturer: {},
    };
    const { net } = electron;
    const threads = [];
    require(${JSON.stringify(FILE)}).throwSwitches({ isPacked: ${isPacked}, inThreads: (text) => threads.push(text) });
    ${code}`;
  return runProgram(process.execPath, ['--eval', source], { env: { NODE_EXTRA_CA_CERTS: '/x.pem', ...env } });
}

describe('the switches of Electron 45', () => {
  it('take NODE_EXTRA_CA_CERTS from a packed app, and from no other', async () => {
    const code = `console.log('left:', process.env.NODE_EXTRA_CA_CERTS)`;
    expect((await after(code, {})).output).toContain('left: undefined');
    expect((await after(code, {}, false)).output).toContain('left: /x.pem');
    const off = { ELECTRON_45_SWITCHES: '-no-extra-ca-variable' };
    expect((await after(code, off)).output).toContain('left: /x.pem');
  });

  it("tell of a main thread that asks for the system's roots, and the launchers refuse it", async () => {
    const code = `require('node:tls').getCACertificates('system')`;
    const { output } = await after(code, {});
    expect(() => refuseFaults(output)).toThrow('The main thread asked');
    expect(() => refuseFaults('Nothing of the kind')).not.toThrow();
  });

  it('let an answer close without a word of being aborted', async () => {
    const code = `
      net.request();
      const answer = new EventEmitter();
      for (const event of ['aborted', 'close']) answer.on(event, () => console.log('heard', event));
      asked.on('response', () => { answer.emit('aborted'); answer.emit('close'); });
      asked.emit('response', answer);`;
    const { output } = await after(code, {});
    expect(output).toContain('heard close');
    expect(output).not.toContain('heard aborted');
  });

  it('refuse a name that there is not', async () => {
    const run = await after('', { ELECTRON_45_SWITCHES: '+nonsense' });
    expect(run).toMatchObject({ exitCode: 2, output: expect.stringContaining('names +nonsense') });
  });
});
