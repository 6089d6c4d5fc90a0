import { describe, expect, it } from 'vitest';

import {
  BUNDLE_FILES,
  bundleFileAt,
  examplePaths,
} from '../../../../src-main/contract/report/bundle-files.ts';
import type { BundleFile } from '../../../../src-main/contract/report/bundle-files.ts';
import { OPTIONAL_PARTS } from '../../../../src-main/contract/values.ts';
import { manifestSchema } from '../../../../src-main/evidence/bundle/manifest.ts';
import { prepareBundle, previewOf } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { BUNDLE_TABLE } from '../../../../src-main/evidence/bundle/render-files.ts';
import type { BundleTable } from '../../../../src-main/evidence/bundle/render-files.ts';
import { inspectBundle } from '../../../support/samples/arrivals/inspect-bundle.ts';
import { createGate } from '../../../../src-main/evidence/gate/gate.ts';
import { closed } from '../../../../src-main/evidence/redaction/redacted.ts';
import { readZip } from '../../../support/faults/marker-search.ts';
import { SAMPLE_SECRET, SAMPLE_SECRETS, sampleInput } from '../../../support/samples/sample-run.ts';

const EXTRA: BundleFile = {
  path: 'extra.txt',
  kind: 'text',
  isRequired: false,
  part: 'note',
  about: 'a file more',
  missing: 'missing.calls',
};

/** A bundle's own table with a row more, between summary and note. */
const withExtra = (text: string, row: BundleFile = EXTRA): BundleTable => {
  const { summary, ...others } = BUNDLE_TABLE.files;
  if (summary === undefined) throw new Error('No summary.');
  return {
    files: { summary, extra: row, ...others },
    renderers: {
      ...BUNDLE_TABLE.renderers,
      extra: ({ redactor }) =>
        text === '' ? [] : [{ path: closed`extra.txt`, content: redactor.redactDocument(text) }],
    },
  };
};

describe('a new row of the table', () => {
  const table = withExtra(`The key was ${SAMPLE_SECRET}.\n`);

  it('is in the zip, the manifest, the summary and the review, without its secrets', async () => {
    const bundle = await prepareBundle(sampleInput(), table);
    const unpacked = await readZip(bundle.zip);
    expect([...unpacked.keys()].slice(0, 2)).toEqual(['summary.txt', 'extra.txt']);
    expect(String(unpacked.get('extra.txt'))).toMatch(/^The key was ‹client-secret#[0-9a-f]{4}›\.\n$/u);
    const manifest = manifestSchema.parse(JSON.parse(String(unpacked.get('manifest.json'))));
    expect(manifest.files[1]).toMatchObject({ path: 'extra.txt', removed: 1 });
    expect(String(unpacked.get('details.txt'))).toContain('extra.txt: a file more');
    const { files } = await previewOf(bundle);
    expect(files[1]).toMatchObject({ path: 'extra.txt', kind: 'text', removed: 1 });
  });

  it('passes the gate; a table that does not have it refuses it, as who opens it does', async () => {
    const { zip } = await prepareBundle(sampleInput(), table);
    expect(await createGate(SAMPLE_SECRETS, table.files).bundle(zip)).toEqual({ clean: true });
    expect(await createGate(SAMPLE_SECRETS).bundle(zip)).toMatchObject({ clean: false });
    expect(await inspectBundle(zip)).toMatchObject({
      state: 'no-evidence',
      problems: [{ key: 'problem.foreign-name' }],
    });
  });

  it('is missed where every bundle has it', async () => {
    const { zip } = await prepareBundle(sampleInput());
    const { files } = withExtra('', { ...EXTRA, isRequired: true });
    expect(await createGate(SAMPLE_SECRETS, files).bundle(zip)).toMatchObject({
      findings: [{ entry: 'extra.txt', reason: 'it is missing' }],
    });
  });

  it('is left out by its choice, when it is suspected, or when there is none; the reason is told', async () => {
    const paths = ({ entries }: Awaited<ReturnType<typeof prepareBundle>>) => entries.map(({ path }) => path);
    const byChoice = await prepareBundle(sampleInput({ leaveOut: ['note'] }), table);
    expect(paths(byChoice)).not.toContain('extra.txt');
    expect(byChoice.missing).toContainEqual({ key: 'missing.calls', values: {} });
    const none = await prepareBundle(sampleInput(), withExtra(''));
    expect(paths(none)).not.toContain('extra.txt');
    expect(none.missing).toContainEqual({ key: 'missing.calls', values: {} });
    // Past the redactor, as a fault of its renderer would be.
    const suspected = withExtra('');
    const bundle = await prepareBundle(sampleInput(), {
      ...suspected,
      renderers: {
        ...suspected.renderers,
        extra: () => [
          { path: closed`extra.txt`, content: closed`Cookie: session=0123456789abcdef0123456789` },
        ],
      },
    });
    expect(paths(bundle)).not.toContain('extra.txt');
    expect(bundle.missing).toContainEqual({ key: 'missing.left-out', values: { part: 'extra.txt' } });
  });

  it('cannot have a path that its row does not allow', async () => {
    const other = withExtra('Text.', { ...EXTRA, path: 'other.txt' });
    await expect(prepareBundle(sampleInput(), other)).rejects.toThrow('does not allow');
  });
});

describe('the table', () => {
  it('has a renderer for every row but the pages and the manifest, which are about the others', () => {
    const { summary: _, details: __, manifest: ___, ...contents } = BUNDLE_FILES;
    expect(Object.keys(BUNDLE_TABLE.renderers).toSorted()).toEqual(Object.keys(contents).toSorted());
  });

  it('has examples that it allows, each in one row', () => {
    for (const path of examplePaths()) {
      const rows = Object.values(BUNDLE_FILES).filter((row) => bundleFileAt(path, { row }) !== null);
      expect(rows, path).toHaveLength(1);
    }
    expect(bundleFileAt('calls/../x.txt')).toBeNull();
    expect(bundleFileAt('summary.txt.png')).toBeNull();
  });

  it('names every part that can be left out, but the one that is no file', () => {
    const parts = Object.values<BundleFile>(BUNDLE_FILES).flatMap(({ part = [] }) => part);
    expect([...parts, 'site-facts'].toSorted()).toEqual([...OPTIONAL_PARTS].toSorted());
  });
});
