/**
 * Changes a case, keeps another and deletes a third in the folder of the first argument, and kills its own process, as a
 * power cut would, before the write of the second one's number. With no such write it tells how many there were.
 */
import { renamed, runOf, withRun } from '../../../src-main/cases/case-edits.ts';
import { openCaseStore } from '../../../src-main/cases/case-store.ts';
import { watchedCases } from './case-faults.ts';
import {
  caseId,
  keptDiagnosis,
  partId,
  sampleCase,
  sampleGuard,
  sampleParts,
} from '../samples/sample-case.ts';
import { samplePng } from '../samples/sample-png.ts';

const [folder = '', killAt = ''] = process.argv.slice(2);
let steps = 0;
const io = watchedCases((step) => {
  // Between two reads nothing happens to the disk.
  if (step === 'kindOf' || step === 'list' || step === 'read') return;
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
});
const store = openCaseStore({ folder, now: () => new Date('2026-03-02T08:00:00.000Z'), io });

const pictures = new Map([[partId(9), samplePng(300, 200)]]);
const changed = await store.change(
  caseId(1),
  (kept) => ({
    ...renamed(withRun(kept, runOf(partId(2), keptDiagnosis())), 'Changed'),
    pictures: [{ id: partId(9), caption: 'A picture' }],
  }),
  { runs: new Map([[partId(2), keptDiagnosis()]]), pictures },
  sampleGuard,
);
const created = await store.create(
  sampleCase(2, { pictures: [{ id: partId(9), caption: '' }] }),
  { ...sampleParts, pictures },
  sampleGuard,
);
const removed = await store.remove(caseId(3));
process.stdout.write(JSON.stringify({ steps, ok: [changed.ok, created.ok, removed.ok] }));
