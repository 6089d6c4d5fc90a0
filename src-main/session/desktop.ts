import type { RedactedText } from '../evidence/redaction/redacted.ts';

/** What the services need of the desktop; the adapter is thin and lives in shell/. */
export interface Desktop {
  downloadsFolder(): string;
  /** Asks the person for a folder; null if they closed the dialog. */
  chooseFolder(): Promise<string | null>;
  showInFolder(path: string): void;
  /** Opens a file with the program of its kind; false if there is none. */
  openFile(path: string): Promise<boolean>;
  copyText(text: RedactedText): Promise<void>;
  /** Puts a file on the clipboard, so that it can be pasted into a mail; false if the system took none. */
  copyFile(path: string): Promise<boolean>;
  /** Opens a `mailto:` address; false if no program took it. */
  openMail(address: string): Promise<boolean>;
  /** Lets the person drag a file out of the window. */
  drag(path: string): Promise<void>;
  /** Opens the system's menu to share a file; false where there is none. */
  share(path: string): boolean;
}
