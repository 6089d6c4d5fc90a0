import { SCENARIOS } from './scenarios.ts';
import type { FakeXray } from './server.ts';

/** What `--help` prints: every scenario with its two client ids and the verdict that it must end in. */
export function helpText(): string {
  const nameWidth = Math.max(...SCENARIOS.map(({ name }) => name.length));
  const verdictWidth = Math.max(...SCENARIOS.map(({ expectedVerdict }) => expectedVerdict.length));
  const row = (name: string, alias: string, verdict: string): string =>
    `  ${name.padEnd(nameWidth)}  ${alias.padEnd(32)}  ${verdict.padEnd(verdictWidth)}`.trimEnd();
  return [
    'A local Xray to try the app against, without an Xray account.',
    '',
    'Usage: npm run fake-xray -- [--port N] [--help]',
    '',
    '  --port N   listen on this port of 127.0.0.1; a free one unless told',
    '  --help     print this text',
    '',
    'The client id chooses how Xray behaves: write the name, or the same thing in the shape of',
    "Xray's own ids. Any secret is taken. Any other client id is refused as wrong credentials.",
    '',
    row('Client id', 'or', 'Verdict'),
    ...SCENARIOS.flatMap(({ name, alias, expectedVerdict, summary }) => [
      '',
      row(name, alias, expectedVerdict),
      `      ${summary}`,
    ]),
    '',
  ].join('\n');
}

/** The environment variables that lead the app to `fake`. */
export function environmentFor(fake: FakeXray): Record<string, string> {
  return { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile };
}

/** What is printed when the server has started. */
export function startedText(fake: FakeXray): string {
  return [
    `Fake Xray listens on ${fake.url}`,
    `Certificate file: ${fake.caFile}`,
    '',
    'Set these two variables, then start the app or the CLI:',
    '',
    ...Object.entries(environmentFor(fake)).map(([name, value]) => `${name}=${value}`),
    '',
    'Client ids to try: npm run fake-xray -- --help. Stop with Ctrl+C.',
    '',
  ].join('\n');
}

/** What the arguments ask for, or the sentence that says what is wrong with them. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'start'; readonly port: number }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Reads the arguments of `npm run fake-xray`. */
export function readArguments(args: readonly string[]): Asked {
  let port = 0;
  const rest = [...args];
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--help' || name === '-h') return { kind: 'help' };
    const [option, attached] = name.split('=', 2);
    if (option !== '--port') {
      return { kind: 'wrong', sentence: `"${name}" is not known; --help tells what is.` };
    }
    const value = attached ?? rest.shift() ?? '';
    port = /^\d{1,5}$/u.test(value) ? Number(value) : Number.NaN;
    if (!(port <= 65_535)) {
      return { kind: 'wrong', sentence: '--port takes a number from 0 to 65535, for example --port 8443.' };
    }
  }
  return { kind: 'start', port };
}
