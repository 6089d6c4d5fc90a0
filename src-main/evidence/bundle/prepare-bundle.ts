import type { CleanPicture } from '../../capture/image/clean-png.ts';
import type { Diagnosis, Residency } from '../../contract/diagnosis.ts';
import { MAX_FACT_LENGTH } from '../../contract/picture.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { residencyChecks } from '../../contract/residency-checks.ts';
import type { StatedResidency } from '../../contract/residency-checks.ts';
import { DEFAULT_SUPPORT } from '../../contract/default-support.ts';
import type { Support } from '../../contract/profile.ts';
import type { EvidenceFile, EvidencePreview, OptionalPart } from '../../contract/evidence.ts';
import type { Message } from '../../i18n/message.ts';
import { inEnglish } from '../../i18n/translator.ts';
import { callTranscripts } from '../documents/call-transcripts.ts';
import { evidenceDocumentSchema } from '../../contract/verification.ts';
import { evidenceDocument } from '../documents/diagnosis-document.ts';
import type { RedactedFact } from '../documents/diagnosis-document.ts';
import { missingParts } from '../documents/host-findings.ts';
import {
  failingCalls,
  leaveOutMore,
  leftOutPhrases,
  NOTHING_LEFT_OUT,
  suspectsOf,
  withoutParts,
} from './leave-out.ts';
import type { LeftOut, Part } from './leave-out.ts';
import { cleanMail, mailDraft, mailText } from '../documents/mail-draft.ts';
import type { RedactedMail } from '../documents/mail-draft.ts';
import { manifestSchema, sha256InTurns } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { withSupportName } from '../documents/with-support-name.ts';
import { nextTurn, toEnd } from '../cooperative-steps.ts';
import { escapeControlCharacters } from '../../contract/input/control-characters.ts';
import { oneLine } from '../documents/plain-text.ts';
import { createRedactor } from '../redaction/redactor.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { closed, firstOf, joined, jsonOf, madeOf, parsedBy, partOf, sumOf } from '../redaction/redacted.ts';
import type { Redacted, RedactedText } from '../redaction/redacted.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';
import { summary } from '../documents/summary.ts';
import { countRemovals, removalsByKind } from '../redaction/removal-counts.ts';
import { writeZip } from './write-zip.ts';

/** What a bundle is made of. The diagnosis is the raw one: there is no way into the bundle that passes the redactor by. */
export interface BundleInput {
  readonly diagnosis: Diagnosis;
  readonly secrets: KnownSecrets;
  readonly salt: Uint8Array;
  readonly residency: Residency;
  /** What the Data residency page says, as the person confirmed it. */
  readonly residencyFacts?: readonly ResidencyFact[];
  readonly pictures: readonly (CleanPicture & { readonly caption?: string })[];
  /** What the person writes to support. */
  readonly note?: string;
  /** Lines of the app's own log. */
  readonly log?: readonly string[];
  /** Parts that stay at home. */
  readonly leaveOut?: readonly OptionalPart[];
  /** Who helps: whom the mail goes to, and whom the English sentences name. RadBee unless told. */
  readonly support?: Support;
  readonly appVersion: string;
  readonly createdAt: Date;
  /** For tests that prove the gate: another redactor, or none. */
  readonly redactor?: Redactor;
  /** For tests that prove the gate: parts that look like a credential stay in. */
  readonly keepSuspects?: true;
}

const MAX_LOG_LINE_LENGTH = 2000;

/** One file of a prepared bundle. `removed` counts the tags in it. A text comes from the redactor alone. */
type PreparedEntry = {
  readonly path: RedactedText;
  readonly bytes: Uint8Array;
  readonly removed: number;
} & (
  | { readonly kind: Exclude<EvidenceFile['kind'], 'picture'>; readonly text: RedactedText }
  | { readonly kind: 'picture'; readonly text: null }
);

/** A bundle and its mail draft as bytes, before anything is written. The gate has not seen them yet. */
export interface PreparedBundle {
  readonly fileName: string;
  readonly entries: readonly PreparedEntry[];
  readonly zip: Uint8Array;
  readonly removed: number;
  /** What support would like to have and will not find. */
  readonly missing: Message[];
  readonly mail: RedactedMail;
  /** Makes the `.eml` file, which is larger than the zip and wanted only when it is saved. */
  readonly draft: () => Promise<Uint8Array>;
  readonly draftName: string;
}

/** Parts are left out in so many turns at most: those by name, those of the document, everything. */
const MAX_TURNS = 6;

/**
 * Makes every file of the bundle, the zip and the mail draft. Same input, same bytes. A part that looks like a credential
 * to the check by shape, or that cannot be searched, is left out and named, so that there is always a bundle; what
 * becomes of a known secret is for the gate to say. Rejects for a fault of ours only, for example a redacted diagnosis
 * that does not keep to its schema.
 */
export async function prepareBundle(input: BundleInput): Promise<PreparedBundle> {
  const redactor = input.redactor ?? createRedactor(input.secrets, input.salt);
  let left = NOTHING_LEFT_OUT;
  for (let turn = 0; ; turn += 1) {
    const { prepared, diagnosis, failed } = await tryToPrepare(input, redactor, left);
    if (prepared === null) {
      const parts = failed.filter((path) => !left.parts.has(path));
      if (left.everything || turn >= MAX_TURNS) throw new Error('The diagnosis cannot be redacted.');
      left =
        parts.length === 0
          ? { ...left, everything: true }
          : { ...left, parts: new Set([...left.parts, ...parts]) };
      continue;
    }
    if (input.keepSuspects === true || turn >= MAX_TURNS) return prepared;
    const suspects = await suspectsOf(partsOf(prepared), input.secrets);
    const more = suspects.length === 0 ? null : await leaveOutMore(left, suspects, diagnosis, input.secrets);
    if (more === null) return prepared;
    left = more;
  }
}

interface Attempt {
  /** Null when an exchange could not be redacted. */
  readonly prepared: PreparedBundle | null;
  readonly diagnosis: Diagnosis;
  /** The calls that could not. */
  readonly failed: readonly string[];
}

async function tryToPrepare(input: BundleInput, redactor: Redactor, left: LeftOut): Promise<Attempt> {
  const { support = DEFAULT_SUPPORT, residency, leaveOut = [] } = input;
  const residencyFacts = cleanFacts(input.residencyFacts ?? [], redactor, left);
  const whole = withoutParts(withSupportName(input.diagnosis, support), left);
  // All that is ours to change of it is changed before the redactor has it, so that nothing comes in behind its back.
  const raw = withStated(leaveOut.includes('site-facts') ? withoutIds(whole) : whole, {
    residency,
    facts: [...residencyFacts],
  });
  let diagnosis: Redacted<Diagnosis>;
  try {
    diagnosis = await redactor.redactDiagnosis(raw);
  } catch {
    return {
      prepared: null,
      diagnosis: raw,
      failed: await failingCalls(raw, (part) => redactor.redactDiagnosis(part)),
    };
  }
  const prepared = await assemble({ ...input, support }, { diagnosis, residencyFacts }, redactor, left);
  return { prepared, diagnosis, failed: [] };
}

function cleanFacts(
  facts: readonly ResidencyFact[],
  redactor: Redactor,
  { everything }: LeftOut,
): readonly RedactedFact[] {
  // A tag may be longer than what it stands for.
  const fact = (text: string): RedactedText =>
    everything
      ? closed``
      : firstOf(redactor.redactUserText(escapeControlCharacters(text).trim()), MAX_FACT_LENGTH);
  return facts.map(({ product, location, status }) => ({
    product,
    location: fact(location),
    status: fact(status),
  }));
}

/** What the check by shape looks at. */
function partsOf({ entries, mail }: PreparedBundle): Part[] {
  const texts = entries.filter(({ kind }) => kind !== 'picture');
  return [
    ...texts.map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString('utf8') })),
    { path: 'mail', text: mail.body },
  ];
}

async function assemble(
  input: BundleInput & { readonly support: Support },
  clean: { readonly diagnosis: Redacted<Diagnosis>; readonly residencyFacts: readonly RedactedFact[] },
  redactor: Redactor,
  left: LeftOut,
): Promise<PreparedBundle> {
  const { residency, createdAt, support } = input;
  const { diagnosis, residencyFacts } = clean;
  const isLeftOut = (part: OptionalPart): boolean => input.leaveOut?.includes(part) === true;
  const isSuspected = (path: string): boolean => left.everything || left.parts.has(path);
  const pictures = isLeftOut('pictures') ? [] : input.pictures;
  const page = (text: string): RedactedText => redactor.redactDocument(text);
  const typed = (text: string): RedactedText => redactor.redactUserText(escapeControlCharacters(text).trim());
  const appVersion = redactor.redactKnownSecrets(input.appVersion);
  const note = isLeftOut('note') || isSuspected('note.txt') ? closed`` : typed(input.note ?? '');
  // Redacted first: a line drawn together is not what the secret was.
  const log =
    isLeftOut('log') || isSuspected('log.txt')
      ? []
      : (input.log ?? []).map((line) => page(oneLine(typed(line), MAX_LOG_LINE_LENGTH)));
  const shownPictures = pictures.map(({ caption = '' }, index) => ({
    path: closed`pictures/residency-${index + 1}.png`,
    caption: left.everything ? closed`` : typed(caption),
  }));
  const document = parsedBy(
    evidenceDocumentSchema,
    evidenceDocument(diagnosis, { residency, residencyFacts, pictures: shownPictures, appVersion }),
  );
  await nextTurn();
  const missing = [...missingParts(diagnosis, residency, pictures.length), ...leftOutPhrases(left)];
  const missingInEnglish = missing.map((phrase) => page(inEnglish(phrase)));

  const evidence: PreparedEntry[] = [
    ...(note === '' ? [] : [textEntry(closed`note.txt`, closed`${note}\n`)]),
    jsonEntry(closed`diagnosis.json`, jsonOf(document)),
    ...(await callTranscripts(diagnosis, redactor))
      .filter(({ path }) => !isSuspected(path))
      .map(({ path, text }) => textEntry(path, text)),
    ...pictures.map(({ bytes }, index): PreparedEntry => ({
      path: closed`pictures/residency-${index + 1}.png`,
      bytes,
      kind: 'picture',
      text: null,
      removed: 0,
    })),
    ...(log.length === 0 ? [] : [textEntry(closed`log.txt`, closed`${joined(log, '\n')}\n`)]),
  ];
  await nextTurn();
  const paths = ['summary.txt', ...evidence.map(({ path }) => path), 'manifest.json'];
  const summaryText = summary(diagnosis, {
    supportName: support.name,
    residency,
    residencyFacts,
    captions: new Map(shownPictures.map(({ path, caption }) => [path, caption])),
    appVersion,
    createdAt,
    paths,
    removedByKind: toEnd(removalsByKind(JSON.stringify(document))),
    missing: missingInEnglish,
  });
  const listed = [textEntry(closed`summary.txt`, page(summaryText)), ...evidence];
  const manifest = madeOf<Manifest>({
    schemaVersion: 1,
    appVersion,
    rulesVersion: partOf(diagnosis, 'rulesVersion'),
    createdAt: closed`${createdAt}`,
    files: await listFiles(listed),
    missing: missingInEnglish,
  });
  const list = jsonOf(parsedBy(manifestSchema, manifest));
  const entries = [...listed, jsonEntry(closed`manifest.json`, list)];
  const zip = await writeZip(entries, createdAt);

  const name = bundleName(diagnosis.sites.jira, createdAt);
  const fileName = `${name}.zip`;
  const mail = cleanMail(
    mailText(diagnosis, { residency, fileName, pictures: pictures.length }, support),
    redactor,
  );
  return {
    fileName,
    entries,
    zip,
    removed: entries.reduce((sum, entry) => sum + entry.removed, 0),
    missing,
    mail,
    draft: () => mailDraft({ mail, fileName, zip }),
    draftName: `${name}.eml`,
  };
}

/** The same diagnosis with what the person says of Atlassian's page held against it, before what is fine. */
function withStated(diagnosis: Diagnosis, stated: StatedResidency): Diagnosis {
  const further = residencyChecks(diagnosis, stated).map((check) => ({
    ...check,
    phrase: { key: check.phrase.key, values: { ...check.phrase.values } },
    sentence: inEnglish(check.phrase),
  }));
  const checks = diagnosis.checks ?? [];
  if (further.length === 0) return diagnosis;
  return {
    ...diagnosis,
    checks: [
      ...checks.filter(({ level }) => level !== 'ok'),
      ...further,
      ...checks.filter(({ level }) => level === 'ok'),
    ],
  };
}

/** The same diagnosis without the ids of sites, accounts and installations. */
function withoutIds(diagnosis: Diagnosis): Diagnosis {
  return {
    ...diagnosis,
    siteFacts: [],
    tokens: diagnosis.tokens.map((token) => ({ ...token, tenant: null, accountId: null })),
  };
}

/** A preview as the contract has it. */
export interface RedactedPreview extends EvidencePreview {
  files: (EvidenceFile & { text: RedactedText | null })[];
  mail: RedactedMail;
}

/** What the window shows of a prepared bundle: the very bytes that will be written. The id is the zip's SHA-256. */
export async function previewOf(prepared: PreparedBundle): Promise<RedactedPreview> {
  const files: RedactedPreview['files'] = [];
  for (const { path, bytes, kind, text, removed } of prepared.entries) {
    files.push({
      path,
      bytes: bytes.length,
      sha256: await sha256InTurns(bytes),
      kind,
      text,
      pictureDataUrl:
        kind === 'picture' ? `data:image/png;base64,${Buffer.from(bytes).toString('base64')}` : null,
      removed,
    });
    await nextTurn();
  }
  return {
    previewId: await sha256InTurns(prepared.zip),
    fileName: prepared.fileName,
    bytes: prepared.zip.length,
    files,
    removed: prepared.removed,
    missing: prepared.missing,
    mail: prepared.mail,
  };
}

async function listFiles(
  entries: readonly PreparedEntry[],
): Promise<(Manifest['files'][number] & { readonly path: RedactedText; readonly sha256: RedactedText })[]> {
  const files: Awaited<ReturnType<typeof listFiles>> = [];
  for (const { path, bytes, removed } of entries) {
    files.push({ path, bytes: bytes.length, sha256: sumOf(bytes), removed });
    await nextTurn();
  }
  return files;
}

function textEntry(path: RedactedText, text: RedactedText): PreparedEntry {
  return { path, bytes: Buffer.from(text, 'utf8'), kind: 'text', text, removed: toEnd(countRemovals(text)) };
}

function jsonEntry(path: RedactedText, text: RedactedText): PreparedEntry {
  return { path, bytes: Buffer.from(text, 'utf8'), kind: 'json', text, removed: toEnd(countRemovals(text)) };
}

/** `xray-evidence-acme-20260301T0930Z`, made of letters, digits and dashes only. */
function bundleName(site: string, createdAt: Date): string {
  const label = site.split('.')[0]?.replace(/[^a-z0-9-]/giu, '') ?? '';
  const time = createdAt.toISOString().replace(/[-:]/gu, '').slice(0, 13);
  return `xray-evidence-${label === '' ? 'site' : label}-${time}Z`;
}
