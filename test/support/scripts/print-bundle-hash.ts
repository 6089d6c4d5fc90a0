import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { sha256Of } from '../../../src-main/evidence/bundle/manifest.ts';
import { sampleInput } from '../samples/sample-run.ts';

// A program of its own, so that a test can run it in another time zone.
const { zip, draft } = await prepareBundle(sampleInput());
process.stdout.write(`${sha256Of(zip)} ${sha256Of(await draft())}\n`);
