import { importPicture } from '../../../../src-main/capture/import-picture.ts';
import { maskPicture } from '../../../../src-main/capture/image/mask-picture.ts';
import { scalePicture } from '../../../../src-main/capture/image/scale-picture.ts';
import type { PictureWork } from '../../../../src-main/capture/picture-work.ts';

/** The work on pictures without a thread for each job: the start of one takes longer than a small picture. */
export const IN_THIS_THREAD: PictureWork = { importPicture, maskPicture, scalePicture };
