import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { Writable as WritableStream } from 'node:stream';

import { failInTerminal, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { withoutComments } from '../contract/input/comments.ts';
import { readCredentialBlock } from '../contract/input/credential-block.ts';
import { trimPasted } from '../contract/input/pasted-text.ts';
import { readStream } from './read-stream.ts';

export interface SecretSources {
  /** The value of XRAY_CLIENT_SECRET, which the caller removed from the environment. */
  readonly fromEnvironment: string | undefined;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  readonly fromStdin: boolean;
  readonly mayAsk: boolean;
}

const MAX_SECRET_BYTES = 64 * 1024;

/**
 * Reads the Client Secret: from standard input if asked to, else from XRAY_CLIENT_SECRET, else from a hidden
 * prompt on a terminal.
 */
export async function readSecret(sources: SecretSources): Promise<Result<string>> {
  const { fromEnvironment } = sources;
  if (sources.fromStdin) return readAll(sources.stdin);
  if (fromEnvironment !== undefined && fromEnvironment !== '') return succeed(fromEnvironment);
  if (sources.mayAsk && sources.stdin.isTTY === true) return promptHidden(sources);
  return failInTerminal(
    'The Client Secret is missing. Put it into the environment variable XRAY_CLIENT_SECRET, or use --secret-stdin.',
  );
}

async function readAll(stdin: Readable): Promise<Result<string>> {
  const bytes = await readStream(stdin, MAX_SECRET_BYTES);
  if (bytes.length > MAX_SECRET_BYTES)
    return failInTerminal('Standard input holds far more than a Client Secret.');
  const secret = bytes.toString('utf8').trim();
  return secret === ''
    ? failInTerminal('Standard input was empty; the Client Secret was expected there.')
    : succeed(secret);
}

async function promptHidden(sources: SecretSources): Promise<Result<string>> {
  sources.stderr.write('Client Secret (nothing is shown while you type): ');
  const nowhere = new WritableStream({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: sources.stdin, output: nowhere, terminal: true });
  try {
    const secret = await new Promise<string | null>((resolve) => {
      const lines: string[] = [];
      prompt.on('line', (line) => {
        const isFirst = lines.length === 0;
        lines.push(line);
        const text = lines.join('\n');
        if (isWholeEntry(text, line, isFirst)) resolve(text);
        else if (isFirst) sources.stderr.write('\nThere is more to come; an empty line ends it: ');
      });
      prompt.once('SIGINT', () => resolve(null));
      prompt.once('close', () => resolve(lines.length === 0 ? null : lines.join('\n')));
    });
    return secret === null || secret.trim() === ''
      ? failInTerminal('No Client Secret was entered.')
      : succeed(secret);
  } finally {
    prompt.close();
    sources.stderr.write('\n');
  }
}

/** Whether the entry is complete: a pasted block comes line by line. */
function isWholeEntry(text: string, line: string, isFirst: boolean): boolean {
  if (line.trim() === '') return true;
  // An old pair that is commented out comes before the new one.
  if (withoutComments(text).trim() === '') return false;
  const { kind } = readCredentialBlock(text);
  if (kind === 'pair' || kind === 'secret' || kind === 'too-long') return true;
  // A first line of one word is a typed secret, unless it is an ID with more behind it.
  return isFirst && kind === 'nothing' && !/[\s:={[<#]/u.test(line.trim()) && !/client/iu.test(line);
}

/** Returns the entered keys. Fails when they do not fit each other. `clientId` is that of the command line. */
export function readKeys(
  clientId: string | null,
  entered: string,
): Result<{ readonly clientId: string; readonly clientSecret: string }> {
  const block = readCredentialBlock(entered);
  switch (block.kind) {
    case 'pair':
      return clientId === null || isSameId(clientId, block.pair.clientId)
        ? succeed(block.pair)
        : failInTerminal(
            'The Client ID that came with the secret is not the one of --client-id. Give the one that belongs to the secret.',
          );
    case 'several':
      return failInTerminal(
        'More than one key was entered. Give one Client Secret, or one Client ID with its Client Secret.',
      );
    case 'placeholder':
      return failInTerminal(
        "A placeholder was entered where the key belongs. Give the key itself from Xray's API Keys.",
      );
    case 'id':
    case 'secret':
    case 'too-long':
    case 'nothing':
      if (clientId === null)
        return failInTerminal('Standard input holds no Client ID. Give it with --client-id.');
      return succeed({ clientId, clientSecret: 'value' in block ? block.value : entered });
  }
}

function isSameId(text: string, other: string): boolean {
  return trimPasted(text).toLowerCase() === trimPasted(other).toLowerCase();
}
