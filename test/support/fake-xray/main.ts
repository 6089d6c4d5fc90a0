import { once } from 'node:events';

import { helpText, readArguments, startedText } from './help.ts';
import { startFakeXray } from './server.ts';
import type { FakeXray } from './server.ts';

const asked = readArguments(process.argv.slice(2));
switch (asked.kind) {
  case 'help':
    process.stdout.write(helpText());
    break;
  case 'wrong':
    process.stderr.write(`${asked.sentence}\n`);
    process.exitCode = 2;
    break;
  case 'start': {
    const fake = await startOrTell(asked.port);
    if (fake === null) {
      process.exitCode = 1;
      break;
    }
    process.stdout.write(startedText(fake));
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await fake.close();
    process.stdout.write('Fake Xray has stopped.\n');
    break;
  }
}

async function startOrTell(port: number): Promise<FakeXray | null> {
  try {
    return await startFakeXray({ port });
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'EADDRINUSE') process.stderr.write(`Port ${port} is in use; choose another with --port.\n`);
    else if (code === 'EACCES')
      process.stderr.write(`Port ${port} needs more rights; choose one above 1023.\n`);
    else throw error;
    return null;
  }
}
