import { httpsHostOf } from '../../contract/input/https-host.ts';

export type HostQuestion = ReturnType<typeof createHostQuestion>;

/** Asks whether one more host may open: one question at a time, so that the page cannot change it while it is read. */
export function createHostQuestion() {
  let asked: { readonly address: string; readonly host: string } | null = null;
  return {
    /** The host of the open question; null without one. */
    host: (): string | null => asked?.host ?? null,
    /** Asks about an address, unless another question is open. */
    ask: (address: string): void => {
      const host = httpsHostOf(address);
      if (asked === null && host !== null) asked = { address, host };
    },
    /** Ends the question about `host` and returns the address to open; null for any other host. */
    allow: (host: string): string | null => {
      if (asked === null || asked.host !== host) return null;
      const { address } = asked;
      asked = null;
      return address;
    },
    /** Ends the question. */
    drop: (): void => {
      asked = null;
    },
  };
}
