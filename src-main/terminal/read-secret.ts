import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { Writable as WritableStream } from 'node:stream';

import { failInTerminal, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';

/** Where a secret may come from; tests pass streams of their own. */
export interface SecretSources {
  readonly env: Record<string, string | undefined>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  readonly fromStdin: boolean;
  /** Whether there is somebody to ask. */
  readonly mayAsk: boolean;
}

/** More than any secret has; beyond it, something else was piped in. */
const LARGEST_SECRET_BYTES = 64 * 1024;

/**
 * Reads the Client Secret: from standard input if asked to, else from XRAY_CLIENT_SECRET (which is then taken out of
 * the environment, so that no child can inherit it), else from a hidden prompt on a terminal.
 */
export async function readSecret(sources: SecretSources): Promise<Result<string>> {
  const fromEnvironment = sources.env['XRAY_CLIENT_SECRET'];
  delete sources.env['XRAY_CLIENT_SECRET'];
  if (sources.fromStdin) return readAll(sources.stdin);
  if (fromEnvironment !== undefined && fromEnvironment !== '') return succeed(fromEnvironment);
  if (sources.mayAsk && sources.stdin.isTTY === true) return promptHidden(sources);
  return failInTerminal(
    'bad-input',
    'The Client Secret is missing. Put it into the environment variable XRAY_CLIENT_SECRET, or use --secret-stdin.',
    'clientSecret',
  );
}

async function readAll(stdin: Readable): Promise<Result<string>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdin) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > LARGEST_SECRET_BYTES) {
      return failInTerminal(
        'bad-input',
        'Standard input holds far more than a Client Secret.',
        'clientSecret',
      );
    }
    chunks.push(buffer);
  }
  const secret = Buffer.concat(chunks).toString('utf8').trim();
  return secret === ''
    ? failInTerminal(
        'bad-input',
        'Standard input was empty; the Client Secret was expected there.',
        'clientSecret',
      )
    : succeed(secret);
}

async function promptHidden(sources: SecretSources): Promise<Result<string>> {
  sources.stderr.write('Client Secret (nothing is shown while you type): ');
  const nowhere = new WritableStream({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: sources.stdin, output: nowhere, terminal: true });
  try {
    const interrupted = new Promise<null>((resolve) => {
      prompt.once('SIGINT', () => resolve(null));
      prompt.once('close', () => resolve(null));
    });
    const secret = await Promise.race([prompt.question(''), interrupted]);
    return secret === null
      ? failInTerminal('bad-input', 'No Client Secret was entered.', 'clientSecret')
      : succeed(secret);
  } finally {
    prompt.close();
    sources.stderr.write('\n');
  }
}
