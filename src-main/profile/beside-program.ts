import { access } from 'node:fs/promises';

import { MAX_PROFILE_BYTES } from '../contract/values.ts';
import { readWhole } from '../storage/atomic-file.ts';
import { isDirectlyIn, profilePlace } from './profile-place.ts';
import type { BesideProgram } from './support-contact-store.ts';

/** Returns the profile next to this program; `downloads` is the person's Downloads folder. */
export function profileBesideProgram(downloads: string): BesideProgram {
  const place = profilePlace();
  return {
    isInDownloads: isDirectlyIn(downloads, place, process.platform),
    isThere: () =>
      access(place).then(
        () => true,
        () => false,
      ),
    read: () => readWhole(place, MAX_PROFILE_BYTES, 'profile'),
  };
}
