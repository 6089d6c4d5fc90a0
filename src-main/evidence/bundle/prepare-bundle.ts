import type { CleanPicture } from '../../capture/image/clean-png.ts';
import { BUNDLE_FILES } from '../../contract/report/bundle-files.ts';
import { DEFAULT_SUPPORT } from '../../contract/support/default-support.ts';
import type { Check, Diagnosis, Residency } from '../../contract/diagnosis.ts';
import type { EvidenceFile, EvidencePreview, OptionalPart } from '../../contract/report/evidence.ts';
import type { Intake } from '../../contract/report/intake.ts';
import { MAX_FACT_LENGTH } from '../../contract/picture.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import type { Support } from '../../contract/support/support-profile.ts';
import { MAX_INTAKE_LENGTH } from '../../contract/values.ts';
import { residencyChecks } from '../../contract/residency/residency-checks.ts';
import type { StatedResidency } from '../../contract/residency/residency-checks.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { inEnglish } from '../../i18n/translator.ts';
import { nextTurn } from '../cooperative-steps.ts';
import { caseIdOf } from '../documents/case-id.ts';
import { evidenceDocument, picturePath, redactIntake } from '../documents/diagnosis-document.ts';
import { missingAnswers, missingFacts } from '../documents/host-findings.ts';
import { cleanMail, mailDraft, mailText } from '../documents/mail-draft.ts';
import type { RedactedMail } from '../documents/mail-draft.ts';
import { withSupportName } from '../documents/with-support-name.ts';
import { closed, firstOf, jsonOf, madeOf, parsedBy, partOf } from '../redaction/redacted.ts';
import type { Redacted, RedactedText, WithRedacted } from '../redaction/redacted.ts';
import { createRedactor } from '../redaction/redactor.ts';
import type { Redactor } from '../redaction/redactor.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';
import {
  failingCalls,
  isLeftOut,
  leaveOutMore,
  leftOutMessages,
  findSuspects,
  withoutIds,
  withoutParts,
} from './leave-out.ts';
import type { LeftOut } from './leave-out.ts';
import { manifestSchema, sha256InTurns } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { BUNDLE_TABLE, preparedFile, renderFiles, withPages } from './render-files.ts';
import type { BundleTable, PreparedFile } from './render-files.ts';
import { writeZip } from './write-zip.ts';

/** What a bundle is made of. The diagnosis is the raw one, so that nothing gets past the redactor. */
export interface BundleInput {
  readonly diagnosis: Diagnosis;
  readonly secrets: KnownSecrets;
  readonly salt: Uint8Array;
  readonly residency: Residency;
  /** What the Data residency page says, as the person confirmed it. */
  readonly residencyFacts?: readonly ResidencyFact[];
  /** What the customer answered, as typed. */
  readonly intake?: Intake;
  readonly pictures: readonly (CleanPicture & { readonly caption?: string })[];
  /** What the person writes to support. */
  readonly note?: string;
  /** Lines of the app's own log. */
  readonly log?: readonly string[];
  /** What the person leaves out. */
  readonly leaveOut?: readonly OptionalPart[];
  /** Who gets the mail, and who is named in English sentences. RadBee by default. */
  readonly support?: Support;
  readonly appVersion: string;
  readonly createdAt: Date;
  /** For tests of the gate: another redactor, or none. */
  readonly redactor?: Redactor;
  /** For tests of the gate: parts that look like a credential stay in. */
  readonly keepSuspects?: true;
}

/** A bundle and its mail draft as bytes. The gate has not seen them yet. */
export interface PreparedBundle {
  readonly fileName: string;
  readonly entries: readonly PreparedFile[];
  readonly zip: Uint8Array;
  readonly removed: number;
  /** What support would like to have and will not find. */
  readonly missing: Message[];
  readonly mail: RedactedMail;
  /** Resolves with the `.eml` file, which is larger than the zip and needed only when it is saved. */
  readonly draft: () => Promise<Uint8Array>;
  readonly draftName: string;
}

/** By name, by the calls in the document, then everything: more attempts than that leave nothing out. */
const MAX_ATTEMPTS = 6;

/**
 * Makes every file of the bundle, the zip and the mail draft. Same input, same bytes. A part that looks like a credential,
 * or that cannot be searched, is left out and named, so that there is always a bundle; the gate judges known secrets.
 * Rejects for an internal error only, for example a redacted diagnosis that does not match its schema.
 */
export async function prepareBundle(
  input: BundleInput,
  table: BundleTable = BUNDLE_TABLE,
): Promise<PreparedBundle> {
  const redactor = input.redactor ?? createRedactor(input.secrets, input.salt);
  // Its cookies are secrets of what was typed, too, also those of a call that is left out.
  redactor.learnFrom(input.diagnosis);
  let left: LeftOut = new Set<string>();
  for (let attempt = 0; ; attempt += 1) {
    const isLast = left === 'everything' || attempt >= MAX_ATTEMPTS;
    const clean: Clean = (text, maxLength) =>
      left === 'everything' ? closed`` : firstOf(redactor.redactUserText(text), maxLength);
    const residencyFacts = (input.residencyFacts ?? []).map(({ product, location, status }) => ({
      product,
      location: clean(location, MAX_FACT_LENGTH),
      status: clean(status, MAX_FACT_LENGTH),
    }));
    const raw = rawDiagnosis(input, residencyFacts, left);
    let diagnosis: Redacted<Diagnosis>;
    try {
      diagnosis = await redactor.redactDiagnosis(raw);
    } catch {
      if (isLast) throw new Error('The diagnosis cannot be redacted.');
      left = leaveOutMore(left, await failingCalls(raw, (part) => redactor.redactDiagnosis(part)));
      continue;
    }
    const prepared = await assemble({ ...input, residencyFacts }, clean, diagnosis, redactor, left, table);
    if (input.keepSuspects === true || isLast) return prepared;
    const parts = [...prepared.entries, { path: 'mail', kind: 'text' as const, text: prepared.mail.body }];
    const suspects = await findSuspects(parts, diagnosis, input.secrets, table.files);
    if (suspects === null) return prepared;
    left = leaveOutMore(left, suspects);
  }
}

/** Redacts what a person typed and cuts it, since a tag may be longer than what it stands for. */
type Clean = (text: string, maxLength: number) => RedactedText;

/** Everything is changed before the redactor sees it, so that nothing is added behind its back. */
function rawDiagnosis(
  { diagnosis, support = DEFAULT_SUPPORT, residency, leaveOut = [] }: BundleInput,
  facts: readonly ResidencyFact[],
  left: LeftOut,
): Diagnosis {
  const whole = withoutParts(withSupportName(diagnosis, support), left);
  const stated = { residency, facts: [...facts] };
  return withStated(leaveOut.includes('site-facts') ? withoutIds(whole) : whole, stated);
}

async function assemble(
  input: BundleInput & { readonly residencyFacts: readonly WithRedacted<ResidencyFact>[] },
  clean: Clean,
  diagnosis: Redacted<Diagnosis>,
  redactor: Redactor,
  left: LeftOut,
  table: BundleTable,
): Promise<PreparedBundle> {
  const { support = DEFAULT_SUPPORT, residency, residencyFacts, createdAt, appVersion } = input;
  const { leaveOut = [], note = '', log = [] } = input;
  const intake = input.intake ? redactIntake(input.intake, (text) => clean(text, MAX_INTAKE_LENGTH)) : null;
  const pictures = (leaveOut.includes('pictures') ? [] : input.pictures).map(
    ({ bytes, caption = '' }, index) => ({
      bytes,
      path: picturePath(index),
      caption: clean(caption, Number.POSITIVE_INFINITY),
    }),
  );
  const captions = pictures.map(({ caption }) => caption);
  const more = { residency, residencyFacts, captions, appVersion, intake, support };
  const document = evidenceDocument(diagnosis, more, redactor);
  await nextTurn();
  const contents = { diagnosis, document, pictures, note, log, redactor };
  const rendered = await renderFiles(contents, table, leaveOut);
  const kept = rendered.files.filter(({ path, row }) => !isLeftOut(left, path, row));
  const missing = [
    ...missingAnswers(diagnosis, residency),
    ...(left === 'everything'
      ? []
      : missingFacts(diagnosis, residencyFacts, leaveOut.includes('site-facts'))),
    ...rendered.missing,
    ...choiceMessages(input),
    ...leftOutMessages(left),
  ];
  const missingInEnglish = missing.map((part) => redactor.redactDocument(inEnglish(part)));
  await nextTurn();

  const list = BUNDLE_FILES.manifest;
  const facts = { createdAt, missing: missingInEnglish };
  const listed = withPages(kept, contents, facts, table, (row) => !isLeftOut(left, row.path, row));
  const manifest = madeOf<Manifest>({
    schemaVersion: 1,
    appVersion: partOf(document, 'appVersion'),
    rulesVersion: partOf(diagnosis, 'rulesVersion'),
    createdAt: closed`${createdAt}`,
    files: listed.map(({ path, bytes, sha256, removed }) => ({ path, bytes: bytes.length, sha256, removed })),
    missing: missingInEnglish,
  });
  const listText = jsonOf(parsedBy(manifestSchema, manifest));
  const entries = [...listed, preparedFile(list, { path: closed`${list.path}`, content: listText })];
  const zip = await writeZip(entries, createdAt);

  const caseId = redactor.redactKnownSecrets(caseIdOf(diagnosis));
  const name = bundleName(diagnosis.sites.jira, caseId, createdAt);
  const fileName = `${name}.zip`;
  const mayPassOn = intake?.mayPassOn ?? null;
  const named = { caseId, residency, fileName, pictures: pictures.length, mayPassOn };
  const mail = cleanMail(mailText(diagnosis, named, support), redactor);
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

/** Returns one sentence for each part that there was and that the person left out. */
function choiceMessages(
  input: Pick<BundleInput, 'diagnosis' | 'leaveOut' | 'note' | 'log' | 'pictures'>,
): Message[] {
  const { diagnosis, leaveOut = [], note = '', log = [], pictures } = input;
  const had: Readonly<Record<OptionalPart, boolean>> = {
    note: note.trim() !== '',
    log: log.length > 0,
    pictures: pictures.length > 0,
    'site-facts': diagnosis.siteFacts.length + diagnosis.tokens.length > 0,
  };
  return leaveOut.filter((part) => had[part]).map((part) => message('missing.by-choice', { part }));
}

/** Returns the diagnosis with checks of what the person says of Atlassian's page, before those that are fine. */
function withStated(diagnosis: Diagnosis, stated: StatedResidency): Diagnosis {
  const further = residencyChecks(diagnosis, stated).map(({ phrase: { key, values }, ...check }) => ({
    ...check,
    phrase: { key, values: { ...values } },
    sentence: inEnglish({ key, values }),
  }));
  const isFine = ({ level }: Check): number => Number(level === 'ok');
  const checks = [...(diagnosis.checks ?? []), ...further];
  return further.length === 0
    ? diagnosis
    : { ...diagnosis, checks: checks.toSorted((one, other) => isFine(one) - isFine(other)) };
}

/** A preview as it crosses IPC. */
export interface RedactedPreview extends EvidencePreview {
  files: (EvidenceFile & { text: RedactedText | null })[];
  mail: RedactedMail;
}

/** Returns what the window shows of a prepared bundle: the bytes that will be written. The id is the zip's SHA-256. */
export async function previewOf({ entries, zip, ...bundle }: PreparedBundle): Promise<RedactedPreview> {
  const files: RedactedPreview['files'] = [];
  for (const { path, bytes, sha256, kind, text, removed } of entries) {
    const pictureDataUrl =
      text === null ? `data:image/png;base64,${Buffer.from(bytes).toString('base64')}` : null;
    files.push({ path, bytes: bytes.length, sha256, kind, text, pictureDataUrl, removed });
    await nextTurn();
  }
  const { fileName, removed, missing, mail } = bundle;
  return { previewId: await sha256InTurns(zip), fileName, bytes: zip.length, files, removed, missing, mail };
}

/** `xray-report-acme-XRD-ABC123-20260301T0930Z`, made of letters, digits and dashes only. */
function bundleName(site: string, caseId: string, createdAt: Date): string {
  const plain = (text: string): string => text.replace(/[^a-z0-9-]/giu, '');
  const label = plain(site.split('.')[0] ?? '');
  const time = createdAt.toISOString().replace(/[-:]/gu, '').slice(0, 13);
  return `xray-report-${label === '' ? 'site' : label}-${plain(caseId)}-${time}Z`;
}
