/** A notification of the system's, as Electron's `Notification` is. */
export interface SystemNotice {
  on(event: 'click' | 'close' | 'failed', listener: () => void): void;
  show(): void;
}

/** What notices need of the system. */
export interface NoticePorts {
  /** False where a notification would leave something behind; nothing of it is then touched. */
  readonly mayNotify: boolean;
  readonly isSupported: () => boolean;
  readonly create: (text: { readonly title: string; readonly body: string }) => SystemNotice;
  /** Draws the eye to the app without words: the dock or the task bar. */
  readonly attract: () => void;
  /** Brings the window forward. */
  readonly focusWindow: () => void;
}

/** Quiet messages to a person who may be elsewhere. */
export interface Notices {
  /** To be called when a message may come later: the system asks for its leave now, and not as the message comes. */
  readonly prepare: () => void;
  readonly notify: (text: { readonly title: string; readonly body: string }) => void;
}

/** Returns notices that bring the window forward when clicked, and draw the eye to the app where the system shows none. */
export function createNotices(ports: NoticePorts): Notices {
  const shown = new Set<SystemNotice>();
  const isPossible = (): boolean => ports.mayNotify && ports.isSupported();
  return {
    // Making the presenter is what lets macOS ask (Electron 42 and newer).
    prepare: () => void isPossible(),
    notify: (text) => {
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
