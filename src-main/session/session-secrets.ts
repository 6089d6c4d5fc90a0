import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';

import type { Connection } from '../contract/input/connection.ts';
import type { Contact } from '../contract/report/intake.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import type { PreparedBundle } from '../evidence/bundle/prepare-bundle.ts';
import type { FinishedRun } from '../evidence/finished-run.ts';
import { createGate } from '../evidence/gate/gate.ts';
import { createRedactor } from '../evidence/redaction/redactor.ts';
import type { Redactor } from '../evidence/redaction/redactor.ts';
import type { Redacted, RedactedText } from '../evidence/redaction/redacted.ts';
import type { KnownSecrets } from '../evidence/search/known-secrets.ts';

/** What is needed to redact what belongs to one run. */
export type RunSecrets = Pick<FinishedRun, 'secrets' | 'salt'>;

const NO_SECRETS: KnownSecrets = {
  clientSecret: '',
  clientId: '',
  tokens: [],
  proxyPasswords: [],
  homeFolder: homedir(),
};

/** The salt of what belongs to no run; another one each time the app starts. */
const APP_SALT = randomBytes(16);

/**
 * Owns every secret of the open case and all that may hold one, in memory only. Nothing else in the session keeps one for
 * longer than a call takes, so this is the place where they are forgotten.
 */
export class SessionSecrets {
  /** The Client Secret as it was submitted, with the Client ID of that form; null for one that could not be read. */
  #submitted: { readonly clientSecret: string; readonly clientId: string | null } | null = null;
  /** The latest connection, without its secret. */
  connection: Omit<Connection, 'clientSecret'> | null = null;
  /** The connection that is checked again and again. */
  rechecked: Connection | null = null;
  /** The latest run, raw and as it may be shown. */
  result: { readonly raw: FinishedRun; readonly redacted: Redacted<Diagnosis> } | null = null;
  /** A bundle that was previewed, with the secrets that the gate will look for, and whom it names for an answer. */
  prepared: {
    readonly id: string;
    readonly bundle: PreparedBundle;
    readonly secrets: KnownSecrets;
    readonly contact: Contact;
  } | null = null;
  /** The run that was last heard of; it stays for the redaction while the next one begins. */
  #unfinished: RunSecrets | null = null;
  #redactor: { readonly salt: Uint8Array; readonly redactor: Redactor } | null = null;

  /** Returns every secret that is held: of the latest run, and one that was submitted since. */
  known(): KnownSecrets {
    const known = this.#run()?.secrets ?? { ...NO_SECRETS, clientId: this.connection?.clientId ?? '' };
    const clientSecret = this.#submitted?.clientSecret;
    if (clientSecret === undefined || clientSecret === known.clientSecret) return known;
    return known.clientSecret === ''
      ? { ...known, clientSecret }
      : { ...known, tokens: [...known.tokens, clientSecret] };
  }

  /** Returns these secrets and every one that is held now. */
  knownWith(earlier: KnownSecrets): KnownSecrets {
    const { clientSecret, tokens, proxyPasswords } = this.known();
    return {
      ...earlier,
      tokens: [...earlier.tokens, clientSecret, ...tokens].filter((secret) => secret !== ''),
      proxyPasswords: [...earlier.proxyPasswords, ...proxyPasswords],
    };
  }

  /** Takes a secret from a form, and the Client ID beside it; null for a form that had none that can be one. */
  submit(clientSecret: string, clientId: string | null): void {
    this.#submitted = { clientSecret, clientId };
  }

  /** Returns the secret that was submitted with this Client ID; null if there is none. */
  secretOf(clientId: string): string | null {
    return this.#submitted?.clientId === clientId ? this.#submitted.clientSecret : null;
  }

  /** Returns the secret that a form without one means: that of its Client ID, or one that was submitted without any. */
  secretFor(clientId: string): string | null {
    return this.#submitted?.clientId === null ? this.#submitted.clientSecret : this.secretOf(clientId);
  }

  /** Whether any secret was submitted. */
  isSecretHeld(): boolean {
    return this.#submitted !== null;
  }

  /** Returns a redactor that knows every secret that is held. */
  redactor(): Redactor {
    return this.redactorOf({ secrets: this.known(), salt: this.#run()?.salt ?? APP_SALT });
  }

  /**
   * Returns the redactor of a run. The latest one is kept, since its search is prepared for thousands of patterns, and learns
   * each secret as it becomes known.
   */
  redactorOf({ secrets, salt }: RunSecrets): Redactor {
    if (this.#redactor?.salt === salt) this.#redactor.redactor.addSecrets(secrets);
    else this.#redactor = { salt, redactor: createRedactor(secrets, salt) };
    return this.#redactor.redactor;
  }

  /** Takes the connection of a check that begins; what was found before is gone. */
  begin({ clientSecret, ...connection }: Connection): void {
    this.submit(clientSecret, connection.clientId);
    this.connection = connection;
    this.result = null;
    this.prepared = null;
  }

  /** Takes what the run of the open case has found while it goes on. Returns its redactor. */
  learn(run: RunSecrets): Redactor {
    this.#unfinished = run;
    return this.redactorOf(run);
  }

  /** Takes a run that was kept: it is redacted already, and there is no secret left to look for. */
  setKeptResult(redacted: Redacted<Diagnosis>, salt: Uint8Array = randomBytes(16)): void {
    this.result = { raw: { diagnosis: redacted, secrets: NO_SECRETS, salt }, redacted };
  }

  /**
   * Drops every secret and what may hold one; the redacted result stays. A prepared bundle goes too: without the secrets the
   * gate could not judge it.
   */
  forget(): void {
    this.#submitted = null;
    this.rechecked = null;
    this.prepared = null;
    this.#unfinished = null;
    this.#redactor = null;
    if (this.result !== null) this.setKeptResult(this.result.redacted, this.result.raw.salt);
  }

  /** Drops everything. */
  clear(): void {
    this.forget();
    this.connection = null;
    this.result = null;
  }

  /** Redacts a line about the app, for its log and the report of a fault: also what has a secret's shape, and the home folder. */
  readonly redactLine = (text: string): RedactedText => this.redactor().redactResponse(text);

  /** Redacts what the page gives to the clipboard, which otherwise stays as it is. */
  readonly redactCopy = (text: string): RedactedText => this.redactor().redactKnownSecrets(text);

  /** Resolves with whether the gate finds nothing in a text that was redacted. */
  readonly isSafeToShare = async (text: string): Promise<boolean> =>
    (await createGate(this.known()).texts([text])).clean;

  #run(): RunSecrets | null {
    return this.result?.raw ?? this.#unfinished;
  }
}
