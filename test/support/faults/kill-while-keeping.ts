/**
 * Changes a case, keeps another and deletes a third in the folder of the first argument, and kills its own process, as a
 * power cut would, before the write of the second one's number. With no such write it tells how many there were.
 */
import { runOf, withRun } from '../../../src-main/cases/case-edits.ts';
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

const [folder = '', killAt = ''] = process.argv.slice(2);
let steps = 0;
const io = watchedCases((step) => {
  // Between two reads nothing happens to the disk.
  if (step === 'kindOf' || step === 'list' || step === 'read') return;
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
});
const store = openCaseStore({ folder, now: () => new Date('2026-03-02T08:00:00.000Z'), io });

const runs = [2, 3].map((index) => runOf(partId(index), keptDiagnosis()));
const changed = await store.change(
  caseId(1),
  (kept) => ({ ...runs.reduce((each, run) => withRun(each, run, 'FA4E…4E03'), kept), name: 'Changed' }),
  { runs: new Map(runs.map(({ id }) => [id, keptDiagnosis()])) },
  sampleGuard,
);
const created = await store.create(sampleCase(2), sampleParts, sampleGuard);
const removed = await store.remove(caseId(3));
process.stdout.write(JSON.stringify({ steps, ok: [changed.ok, created.ok, removed.ok] }));
