/** Electron's `Notification`. */
export interface SystemNotice {
  on(event: 'click', listener: () => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  on(event: 'failed', listener: () => void): unknown;
  show(): void;
}

type NoticeText = Readonly<Record<'title' | 'body', string>>;

export interface NoticePorts {
  /** False where a notification would leave traces; its API is not called then. */
  readonly mayNotify: boolean;
  readonly isSupported: () => boolean;
  readonly create: (text: NoticeText) => SystemNotice;
  /** Marks the app in the dock or the task bar. */
  readonly attract: () => void;
  readonly focusWindow: () => void;
}

export type Notices = ReturnType<typeof createNotices>;

/** Returns silent notifications that focus the window when clicked, or mark the app where the system shows none. */
export function createNotices(ports: NoticePorts) {
  const shown = new Set<SystemNotice>();
  const isPossible = (): boolean => ports.mayNotify && ports.isSupported();
  return {
    /** Asks for the system's permission: creating the presenter makes macOS ask (Electron 42 and newer). */
    prepare: (): void => void isPossible(),
    notify: (text: NoticeText): void => {
      if (!isPossible()) {
        ports.attract();
        return;
      }
      const notice = ports.create(text);
      // Keep a reference: a garbage-collected Notification loses its click handler.
      shown.add(notice);
      const forget = (): void => void shown.delete(notice);
      notice.on('close', forget);
      notice.on('failed', () => {
        forget();
        ports.attract();
      });
      notice.on('click', () => {
        forget();
        ports.focusWindow();
      });
      notice.show();
    },
  };
}
