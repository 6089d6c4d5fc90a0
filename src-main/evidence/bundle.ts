import type { CleanPicture } from '../capture/clean-png.ts';
import type { Diagnosis, Residency } from '../contract/diagnosis.ts';
import { LONGEST_FACT } from '../contract/picture.ts';
import type { ResidencyFact } from '../contract/picture.ts';
import { DEFAULT_SUPPORT } from '../contract/default-support.ts';
import type { Support } from '../contract/profile.ts';
import type { EvidenceFile, EvidencePreview, MailText, OptionalPart } from '../contract/evidence.ts';
import type { Phrase } from '../words/phrase.ts';
import { inEnglish } from '../words/say.ts';
import { callTranscripts } from './call-transcripts.ts';
import { evidenceDocumentSchema } from '../contract/verification.ts';
import { evidenceDocument } from './document.ts';
import { missingParts } from './findings.ts';
import { mailDraft, mailText } from './mail-draft.ts';
import { manifestSchema, sha256Of } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { namingSupport } from './naming-support.ts';
import { nextTurn } from './next-turn.ts';
import { oneLine, visible } from './plain-text.ts';
import { createRedactor } from './redact.ts';
import type { Redactor } from './redact.ts';
import type { KnownSecrets } from './secrets.ts';
import { summary } from './summary.ts';
import { countTags } from './tags.ts';
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
}

const LONGEST_LOG_LINE = 2000;

/** One file of a prepared bundle. `removed` counts the tags in it. */
interface PreparedEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly kind: EvidenceFile['kind'];
  readonly removed: number;
}

/** A bundle and its mail draft as bytes, before anything is written. The gate has not seen them yet. */
export interface PreparedBundle {
  readonly fileName: string;
  readonly entries: readonly PreparedEntry[];
  readonly zip: Uint8Array;
  readonly removed: number;
  /** What support would like to have and will not find. */
  readonly missing: Phrase[];
  readonly mail: MailText;
  /** Makes the `.eml` file, which is larger than the zip and wanted only when it is saved. */
  readonly draft: () => Promise<Uint8Array>;
  readonly draftName: string;
}

/**
 * Makes every file of the bundle, the zip and the mail draft. Same input, same bytes. Rejects for a fault of ours only,
 * for example a redacted diagnosis that does not keep to its schema.
 */
export async function prepareBundle(input: BundleInput): Promise<PreparedBundle> {
  const { residency, appVersion, createdAt, support = DEFAULT_SUPPORT } = input;
  const isLeftOut = (part: OptionalPart): boolean => input.leaveOut?.includes(part) === true;
  const pictures = isLeftOut('pictures') ? [] : input.pictures;
  const redactor = input.redactor ?? createRedactor(input.secrets, input.salt);
  const whole = (await redactor.diagnosis(namingSupport(input.diagnosis, support))).diagnosis;
  const diagnosis = isLeftOut('site-facts') ? { ...whole, siteFacts: [] } : whole;
  const page = (text: string): string => redactor.page(text).text;
  const typed = (text: string): string => redactor.typed(visible(text).trim()).text;
  const note = isLeftOut('note') ? '' : typed(input.note ?? '');
  // Redacted first: a line drawn together is not what the secret was.
  const log = isLeftOut('log') ? [] : (input.log ?? []).map((line) => oneLine(typed(line), LONGEST_LOG_LINE));
  const shownPictures = pictures.map(({ caption = '' }, index) => ({
    path: `pictures/residency-${index + 1}.png`,
    caption: typed(caption),
  }));
  // A tag may be longer than what it stands for.
  const fact = (text: string): string => typed(text).slice(0, LONGEST_FACT).toWellFormed();
  const residencyFacts = (input.residencyFacts ?? []).map(({ product, location, status }) => ({
    product,
    location: fact(location),
    status: fact(status),
  }));
  const document = evidenceDocumentSchema.parse(
    evidenceDocument(diagnosis, { residency, residencyFacts, pictures: shownPictures, appVersion }),
  );
  await nextTurn();
  const missing = missingParts(diagnosis, residency, pictures.length);
  const missingInEnglish = missing.map((phrase) => page(inEnglish(phrase)));

  const evidence: PreparedEntry[] = [
    ...(note === '' ? [] : [textEntry('note.txt', `${note}\n`)]),
    jsonEntry('diagnosis.json', document),
    ...(await callTranscripts(diagnosis, redactor)).map(({ path, text }) => textEntry(path, text)),
    ...pictures.map(({ bytes }, index): PreparedEntry => ({
      path: shownPictures[index]?.path ?? '',
      bytes,
      kind: 'picture',
      removed: 0,
    })),
    ...(log.length === 0 ? [] : [textEntry('log.txt', `${log.join('\n')}\n`)]),
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
    removedByKind: countTags(JSON.stringify(document)),
    missing: missingInEnglish,
  });
  const listed = [textEntry('summary.txt', page(summaryText)), ...evidence];
  const manifest: Manifest = {
    schemaVersion: 1,
    appVersion,
    rulesVersion: diagnosis.rulesVersion,
    createdAt: createdAt.toISOString(),
    files: await listFiles(listed),
    missing: missingInEnglish,
  };
  const entries = [...listed, jsonEntry('manifest.json', manifestSchema.parse(manifest))];
  const zip = await writeZip(entries, createdAt);

  const name = bundleName(diagnosis.sites.jira, createdAt);
  const fileName = `${name}.zip`;
  const words = mailText(diagnosis, { residency, fileName, pictures: pictures.length }, support);
  const mail = { ...words, body: page(words.body) };
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

/** What the window shows of a prepared bundle: the very bytes that will be written. The id is the zip's SHA-256. */
export async function previewOf(prepared: PreparedBundle): Promise<EvidencePreview> {
  const files: EvidenceFile[] = [];
  for (const { path, bytes, kind, removed } of prepared.entries) {
    files.push({
      path,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      kind,
      text: kind === 'picture' ? null : Buffer.from(bytes).toString('utf8'),
      pictureDataUrl:
        kind === 'picture' ? `data:image/png;base64,${Buffer.from(bytes).toString('base64')}` : null,
      removed,
    });
    await nextTurn();
  }
  return {
    previewId: sha256Of(prepared.zip),
    fileName: prepared.fileName,
    bytes: prepared.zip.length,
    files,
    removed: prepared.removed,
    missing: prepared.missing,
    mail: prepared.mail,
  };
}

async function listFiles(entries: readonly PreparedEntry[]): Promise<Manifest['files']> {
  const files: Manifest['files'] = [];
  for (const { path, bytes, removed } of entries) {
    files.push({ path, bytes: bytes.length, sha256: sha256Of(bytes), removed });
    await nextTurn();
  }
  return files;
}

function textEntry(path: string, text: string): PreparedEntry {
  return { path, bytes: Buffer.from(text, 'utf8'), kind: 'text', removed: tagsIn(text) };
}

function jsonEntry(path: string, value: unknown): PreparedEntry {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  return { path, bytes: Buffer.from(text, 'utf8'), kind: 'json', removed: tagsIn(text) };
}

function tagsIn(text: string): number {
  return [...countTags(text).values()].reduce((sum, count) => sum + count, 0);
}

/** `xray-evidence-acme-20260301T0930Z`, made of letters, digits and dashes only. */
function bundleName(site: string, createdAt: Date): string {
  const label = site.split('.')[0]?.replace(/[^a-z0-9-]/giu, '') ?? '';
  const time = createdAt.toISOString().replace(/[-:]/gu, '').slice(0, 13);
  return `xray-evidence-${label === '' ? 'site' : label}-${time}Z`;
}
