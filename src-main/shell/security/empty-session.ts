import type { Session } from 'electron';

/**
 * Clears connections, cookies, storage, cache and sign-ins of a session. The shader cache is left out: it holds nothing of
 * a page, and clearing it never ends on a full disk.
 */
export async function emptySession(session: Session): Promise<void> {
  await session.closeAllConnections();
  await session.clearStorageData({
    storages: ['cookies', 'filesystem', 'indexdb', 'localstorage', 'serviceworkers', 'cachestorage'],
  });
  await session.clearCache();
  await session.clearAuthCache();
}
