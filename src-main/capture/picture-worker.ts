import { parentPort } from 'node:worker_threads';

import { importPicture } from './import-picture.ts';
import { maskPicture } from './image/mask-picture.ts';
import type { PictureAnswer, PictureJob } from './picture-work.ts';
import { scalePicture } from './image/scale-picture.ts';

// The thread of one job that `createPictureWork` hands over.

async function answerTo(job: PictureJob): Promise<PictureAnswer> {
  switch (job.kind) {
    case 'import':
      return importPicture(job.bytes);
    case 'mask':
      return { ok: true, value: await maskPicture(job.picture, job.edit) };
    case 'scale':
      return { ok: true, value: await scalePicture(job.picture, job.factor) };
  }
}

parentPort?.once('message', (job: PictureJob) => {
  void answerTo(job).then((answer) => {
    // A buffer of its own changes hands without being copied on the other side.
    const bytes = answer.ok ? Uint8Array.from(answer.value.bytes) : new Uint8Array();
    parentPort?.postMessage(answer.ok ? { ok: true, value: { ...answer.value, bytes } } : answer, [
      bytes.buffer,
    ]);
  });
});
