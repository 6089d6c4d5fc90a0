import { parseArgs } from 'node:util';

import { readCredentialBlock } from '../contract/input/credential-block.ts';
import { credentialShape, holdsSecret } from '../contract/input/credential-shape.ts';
import type { Intake } from '../contract/report/intake.ts';
import { residencySchema } from '../contract/diagnosis.ts';
import type { Residency } from '../contract/diagnosis.ts';
import { failInTerminal, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { MAX_INTAKE_LENGTH } from '../contract/values.ts';

export type CliRequest =
  | { readonly kind: 'help' }
  /** Lists what a run would do. The sites may be left out. */
  | { readonly kind: 'dry-run'; readonly jiraSite: string | null; readonly confluenceSite: string | null }
  | {
      readonly kind: 'diagnose';
      /** Null when both keys are to come from standard input. */
      readonly clientId: string | null;
      readonly jiraSite: string;
      readonly confluenceSite: string;
      readonly residency: Residency;
      readonly json: boolean;
      readonly secretFromStdin: boolean;
      readonly out: string | null;
      readonly picture: string | null;
      /** The file with an extra certificate authority, as it was typed. */
      readonly extraCa: string | null;
      /** What support would ask; null when nothing of it was given. */
      readonly intake: Intake | null;
    };

export const HELP = `Checks whether Xray answers for your site, says what is wrong and who must act.

  npm run --silent diagnose -- --client-id ID --jira SITE --confluence SITE [options]

or, with the packed app and without opening a window, the same options behind --diagnose

Options
  --client-id ID        the Client ID from Xray's API Keys
  --jira SITE           the Jira site: acme, acme.atlassian.net, or a page address
  --confluence SITE     the Confluence site, in the same forms
  --residency STATE     pinned, migrating or unknown (the default): what the Data residency page says
  --picture FILE.png    a screenshot of the Data residency page, to go into the bundle
  --out DIR             write the bundle (zip) and a mail draft (eml) into this folder
  --extra-ca FILE       trust the certificates in this PEM file, too: for a network that opens secure
                        connections. The environment variable XRAY_DOCTOR_EXTRA_CA does the same
  --json                print the diagnosis as JSON on standard output, and nothing else there
  --secret-stdin        read the Client Secret from standard input, or both keys as they were
                        copied; then --client-id may be left out
  --contact-name, --contact-mail, --snapshots-shows, --since, --xray-in-jira works|fails,
  --keys-made-by, --keys-made-at, --may-pass-on yes|no
                        what support would ask; it goes into the bundle, so that nobody has to
  --dry-run             list every request that a check would make, and make none
  --help                show this

The Client Secret is taken from the environment variable XRAY_CLIENT_SECRET, from --secret-stdin,
or from a hidden prompt, which the packed app has not. It is refused on the command line, where other
programs can read it.

Exit codes
  0  Xray answers as it should        3  data residency is the cause, or probably
  2  wrong usage, or a folder or file 4  any other result
     that cannot be used            130  cancelled
  1  a fault of this program
When the check has a result, its exit code stands, also if the bundle could not be written then;
standard error says so.
`;

/** The questions that support asks in every case, each with its option; all may be left out. */
const INTAKE_OPTIONS = {
  'contact-name': { type: 'string' },
  'contact-mail': { type: 'string' },
  'snapshots-shows': { type: 'string' },
  since: { type: 'string' },
  'xray-in-jira': { type: 'string' },
  'keys-made-by': { type: 'string' },
  'keys-made-at': { type: 'string' },
  'may-pass-on': { type: 'string' },
} as const;
type IntakeOption = keyof typeof INTAKE_OPTIONS;

const isIntakeOption = (name: string): name is IntakeOption => Object.hasOwn(INTAKE_OPTIONS, name);

const OPTIONS = {
  'client-id': { type: 'string' },
  jira: { type: 'string' },
  confluence: { type: 'string' },
  residency: { type: 'string' },
  picture: { type: 'string' },
  out: { type: 'string' },
  'extra-ca': { type: 'string' },
  ...INTAKE_OPTIONS,
  json: { type: 'boolean' },
  'secret-stdin': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const SECRET_IN_ARGV =
  'A secret on the command line can be read by other programs on this computer. Put it into the environment variable XRAY_CLIENT_SECRET, or use --secret-stdin. Create a new key in Xray if this one was real.';

/**
 * Reads the arguments after the program's name. `knownSecret` is the value of XRAY_CLIENT_SECRET, to notice it among
 * the arguments. Fails with a sentence that never repeats an argument's value.
 */
export function parseArguments(argv: readonly string[], knownSecret: string | undefined): Result<CliRequest> {
  if (holdsAnySecret(argv, knownSecret)) return failInTerminal(SECRET_IN_ARGV);
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (values.help === true) return succeed({ kind: 'help' });

  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const known = Object.entries(OPTIONS).find(([option]) => option === name)?.[1];
    if (known === undefined) return failInTerminal(`There is no option ${rawName}. --help lists them all.`);
    if (known.type === 'boolean' && value !== undefined)
      return failInTerminal(`The option ${rawName} takes no value.`);
    const isMissing = value === undefined || value === '' || (!token.inlineValue && value.startsWith('--'));
    if (known.type === 'string' && isMissing) return failInTerminal(`The option ${rawName} needs a value.`);
  }
  if (positionals.length > 0)
    return failInTerminal('There is a value that belongs to no option. --help shows how to write it.');

  const text = (name: keyof typeof OPTIONS): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  const clientId = text('client-id');
  const jiraSite = text('jira');
  const confluenceSite = text('confluence');
  if (values['dry-run'] === true) return succeed({ kind: 'dry-run', jiraSite, confluenceSite });
  const secretFromStdin = values['secret-stdin'] === true;
  if (clientId === null && !secretFromStdin) return failInTerminal('Give the Client ID with --client-id.');
  if (jiraSite === null) return failInTerminal('Give the Jira site with --jira, for example acme.');
  if (confluenceSite === null)
    return failInTerminal('Give the Confluence site with --confluence, for example acme.');
  const residency = residencySchema.safeParse(text('residency') ?? 'unknown');
  if (!residency.success) return failInTerminal('--residency takes pinned, migrating or unknown.');
  const intake = readIntake(text);
  if (typeof intake === 'string') return failInTerminal(intake);
  if (intake !== null && text('out') === null && values.json !== true)
    return failInTerminal('Answers for support go into a report: add --out or --json.');
  return succeed({
    kind: 'diagnose',
    clientId: clientId === null ? null : bareClientId(clientId),
    jiraSite,
    confluenceSite,
    residency: residency.data,
    json: values.json === true,
    secretFromStdin,
    out: text('out'),
    picture: text('picture'),
    extraCa: text('extra-ca'),
    intake,
  });
}

/** Reads the answers; a sentence for one that cannot be read. Null when none was given. */
function readIntake(text: (name: IntakeOption) => string | null): Intake | null | string {
  const given = Object.keys(INTAKE_OPTIONS)
    .filter(isIntakeOption)
    .filter((name) => text(name) !== null);
  if (given.length === 0) return null;
  const long = given.find((name) => (text(name) ?? '').length > MAX_INTAKE_LENGTH);
  if (long !== undefined) return `--${long} takes at most ${MAX_INTAKE_LENGTH} characters.`;
  const xrayInJira = text('xray-in-jira');
  if (xrayInJira !== null && xrayInJira !== 'works' && xrayInJira !== 'fails')
    return '--xray-in-jira takes works or fails.';
  const mayPassOn = text('may-pass-on');
  if (mayPassOn !== null && mayPassOn !== 'yes' && mayPassOn !== 'no')
    return '--may-pass-on takes yes or no.';
  return {
    contactName: text('contact-name') ?? '',
    contactMail: text('contact-mail') ?? '',
    snapshotsError: text('snapshots-shows') ?? '',
    since: text('since') ?? '',
    xrayInJira,
    keysMadeBy: text('keys-made-by') ?? '',
    keysMadeAt: text('keys-made-at') ?? '',
    mayPassOn: mayPassOn === null ? null : mayPassOn === 'yes',
  };
}

const SECRET_OPTION = /^--?(?:client[-_]?)?(?:secret|token|password)(?:=|$)/iu;

/** File names may hold long hex numbers that are no secrets. */
const FILE_OPTIONS = new Set(['--picture', '--out', '--extra-ca']);

/**
 * Whether a secret stands among the arguments: by the option's name, by its known value, or by the shape of Xray's or of a
 * token, alone or in a block with the Client ID.
 */
function holdsAnySecret(argv: readonly string[], knownSecret: string | undefined): boolean {
  return argv.some((argument, index) => {
    const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const option = at === -1 ? argv[index - 1] : argument.slice(0, at);
    const value = argument.slice(at + 1);
    const isFile = option !== undefined && FILE_OPTIONS.has(option);
    return (
      SECRET_OPTION.test(argument) ||
      (knownSecret !== undefined && knownSecret.length >= 8 && argument.includes(knownSecret)) ||
      (isFile ? credentialShape(value, '').id === 'client-secret' : holdsSecret(value))
    );
  });
}

/** The Client ID out of `Client ID: …` and the like. */
function bareClientId(text: string): string {
  const block = readCredentialBlock(text);
  return block.kind === 'id' ? block.value : text;
}
