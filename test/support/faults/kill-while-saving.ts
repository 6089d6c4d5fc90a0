/**
 * Saves the sample bundle into the folder of the first argument and kills its own process, as a power cut would, at the
 * step of the second one.
 */
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { saveBundle } from '../../../src-main/evidence/bundle/save-bundle.ts';
import { NODE_IO } from '../../../src-main/evidence/bundle/save-io.ts';
import type { SaveIo } from '../../../src-main/evidence/bundle/save-io.ts';
import { SAMPLE_SECRETS, sampleInput } from '../samples/sample-run.ts';

const [folder = '', killAt = ''] = process.argv.slice(2);
let steps = 0;
function step(): void {
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
}

const io: SaveIo = {
  ...NODE_IO,
  create: async (path) => {
    step();
    const file = await NODE_IO.create(path);
    step();
    return {
      write: async (bytes) => {
        // Half of the bytes are on the disk when the power goes.
        await file.write(bytes.subarray(0, bytes.length / 2));
        step();
        await file.write(bytes.subarray(bytes.length / 2));
        step();
      },
      sync: async () => {
        await file.sync();
        step();
      },
      close: async () => {
        await file.close();
        step();
      },
    };
  },
  read: async (path) => {
    step();
    return NODE_IO.read(path);
  },
  link: async (from, to) => {
    step();
    await NODE_IO.link(from, to);
    step();
  },
  rename: async (from, to) => {
    step();
    await NODE_IO.rename(from, to);
    step();
  },
  remove: async (path) => {
    step();
    await NODE_IO.remove(path);
    step();
  },
};
const saved = await saveBundle(await prepareBundle(sampleInput()), folder, SAMPLE_SECRETS, io);
process.stdout.write(JSON.stringify({ saved: saved.ok, steps }));
