import { once } from 'node:events';

import { startApp } from '../electron-runtime/launching/start-app.ts';
import { environmentFor } from '../fake-xray/help.ts';
import { SCENARIOS } from '../fake-xray/scenarios.ts';
import { startFakeXray } from '../fake-xray/server.ts';

/** Has the shape of Xray's secrets and is one of nobody's. */
const SAMPLE_SECRET = '0123456789abcdef'.repeat(4);

/** The few scenarios that show the most; the fake server's `--help` tells them all. */
const tried = SCENARIOS.filter(({ isInDemo }) => isInDemo);
const width = Math.max(...tried.map(({ name }) => name.length));

const fake = await startFakeXray();
try {
  process.stdout.write(
    [
      '',
      'The app starts against a make-believe Xray; keys and calls stay on this computer.',
      '',
      'Client ID: choose what is to happen',
      ...tried.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
      '',
      'Client Secret: anything of your own making, for example',
      `  ${SAMPLE_SECRET}`,
      '',
      'Jira site: for example acme',
      '',
      'More client ids: npm run fake-xray -- --help. Close the window to end the demo.',
      '',
    ].join('\n'),
  );
  process.exitCode = await Promise.race([
    startApp({ env: environmentFor(fake) }),
    once(process, 'SIGINT').then(() => 130),
    once(process, 'SIGTERM').then(() => 143),
  ]);
} finally {
  await fake.close();
}
