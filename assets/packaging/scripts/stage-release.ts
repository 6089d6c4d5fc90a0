/** `npm run stage`: builds what a release is packed from into out/stage/release, so that another job can pack and sign it. */
import { electron45Version } from '../../../test/support/electron-runtime/electron-45.ts';
import { REPOSITORY } from '../../../test/support/electron-runtime/places.ts';
import { stage } from '../stage.ts';

await stage({
  repository: REPOSITORY,
  kind: 'release',
  electron: electron45Version(),
  needsStartFile: false,
});
