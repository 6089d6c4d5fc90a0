import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import * as yauzl from 'yauzl';

/**
 * Looks for planted secrets without any help of the product's own code: its list of encodings is written anew here, so
 * that an encoding forgotten there is found here.
 */
export interface Finding {
  readonly where: string;
  readonly encoding: string;
}

const known = new Map<string, [string, Buffer][]>();

/** The dresses in which `secret` is searched, each as bytes; a secret is looked for in many files, one after another. */
function dressesOf(secret: string): [string, Buffer][] {
  const dresses = known.get(secret) ?? makeDresses(secret);
  if (known.size > 500) known.clear();
  known.set(secret, dresses);
  return dresses;
}

function makeDresses(secret: string): [string, Buffer][] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((shift): [string, Buffer] => {
    // The characters at both ends depend on the neighbours; those in between do not.
    const padded = Buffer.concat([Buffer.alloc(shift), bytes, Buffer.alloc(3)]).toString('base64');
    const start = Math.ceil((shift * 8) / 6);
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    return [`base64+${shift}`, Buffer.from(padded.slice(start, end))];
  });
  const once = encodeURIComponent(secret);
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const dresses: [string, Buffer][] = [
    ['raw', bytes],
    ['upper case', Buffer.from(secret.toUpperCase())],
    ['lower case', Buffer.from(secret.toLowerCase())],
    ['JSON', Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ['percent', Buffer.from(once)],
    ['percent twice', Buffer.from(encodeURIComponent(once))],
    ['percent, all', Buffer.from(percent)],
    ['percent, all, upper case', Buffer.from(percent.toUpperCase())],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['hex, upper case', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ...base64,
    ...base64.map(([name, text]): [string, Buffer] => [
      `${name}url`,
      Buffer.from(text.toString().replaceAll('+', '-').replaceAll('/', '_')),
    ]),
    ['first 16 characters', Buffer.from(secret.slice(0, 16))],
    ['last 16 characters', Buffer.from(secret.slice(-16))],
  ];
  return dresses.filter(([, one], index) => dresses.findIndex(([, other]) => other.equals(one)) === index);
}

/** Every dress of every secret that stands in `bytes`. */
export function findInBytes(where: string, bytes: Uint8Array, secrets: readonly string[]): Finding[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return secrets.flatMap((secret) =>
    dressesOf(secret)
      .filter(([, needle]) => haystack.includes(needle))
      .map(([encoding]) => ({ where, encoding })),
  );
}

/** The entries of a zip, by name. */
export async function readZip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  return entries;
}

/** Searches one file: its bytes, the entries of a zip, and what a mail draft carries in base64. */
async function findInFile(path: string, secrets: readonly string[]): Promise<Finding[]> {
  const bytes = readFileSync(path);
  const findings = findInBytes(path, bytes, secrets);
  if (path.endsWith('.zip')) {
    for (const [name, content] of await readZip(bytes)) {
      findings.push(
        ...findInBytes(`${path}:${name}`, content, secrets),
        ...findInBytes(`${path}: a name`, Buffer.from(name), secrets),
      );
    }
  }
  if (path.endsWith('.eml')) {
    for (const [block] of bytes.toString('latin1').matchAll(/(?:[A-Za-z0-9+/=]{1,76}\r\n){1,}/gu)) {
      findings.push(...findInBytes(`${path}: decoded`, Buffer.from(block, 'base64'), secrets));
    }
  }
  return findings;
}

/** Searches every file below `folder`. */
export async function findInFolder(folder: string, secrets: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts?.isFile() === true) findings.push(...(await findInFile(path, secrets)));
  }
  return findings;
}
