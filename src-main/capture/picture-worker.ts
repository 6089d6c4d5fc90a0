import { parentPort } from 'node:worker_threads';

import { importPicture } from './import-picture.ts';
import { maskPicture } from './image/mask-picture.ts';
import type { PictureAnswer, PictureJob } from './picture-work.ts';
import { scalePicture } from './image/scale-picture.ts';

// A thread of its own for one job: what it is given comes from `createPictureWork` alone.

async function answerTo(job: PictureJob): Promise<PictureAnswer> {
  switch (job.kind) {
    case 'import':
      return { kind: 'import', result: await importPicture(job.bytes) };
    case 'mask':
      return { kind: 'picture', picture: await maskPicture(job.picture, job.edit) };
    case 'scale':
      return { kind: 'picture', picture: await scalePicture(job.picture, job.factor) };
  }
}

/** A buffer of its own, so that it can change hands without being copied on the other side. */
function handOver(answer: PictureAnswer): void {
  const picture = answer.kind === 'picture' ? answer.picture : answer.result.ok ? answer.result.value : null;
  if (picture === null) {
    parentPort?.postMessage(answer, []);
    return;
  }
  const bytes = Uint8Array.from(picture.bytes);
  const whole: PictureAnswer =
    answer.kind === 'picture'
      ? { kind: 'picture', picture: { ...picture, bytes } }
      : answer.result.ok
        ? { kind: 'import', result: { ok: true, value: { ...answer.result.value, bytes } } }
        : answer;
  parentPort?.postMessage(whole, [bytes.buffer]);
}

parentPort?.once('message', (job: PictureJob) => {
  void answerTo(job).then(handOver);
});
