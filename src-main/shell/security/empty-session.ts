import type { Session } from 'electron';

/**
 * Leaves nothing behind in a session that a later page or call could find: connections, cookies, storage of every kind,
 * cache, sign-ins. The cache of shaders is left out, since it holds nothing of a page and is never cleared to its end
 * when its folder could not be made: on a full disk.
 */
export async function emptySession(session: Session): Promise<void> {
  await session.closeAllConnections();
  await session.clearStorageData({
    storages: ['cookies', 'filesystem', 'indexdb', 'localstorage', 'serviceworkers', 'cachestorage'],
  });
  await session.clearCache();
  await session.clearAuthCache();
}
