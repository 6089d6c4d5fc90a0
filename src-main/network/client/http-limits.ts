const MEBIBYTE = 1024 * 1024;

/** The limits of a client in the product; tests have others. */
export const HTTP_LIMITS = {
  /** For finding out which proxy leads to a host. */
  proxySettingsMs: 5000,
  connectMs: 10_000,
  /** From sending the request to the last byte of the answer. */
  answerMs: 30_000,
  /** Decoded bytes of a body that are kept. */
  bodyBytes: 128 * 1024,
} as const;
export type HttpLimits = Readonly<Record<keyof typeof HTTP_LIMITS, number>>;

/** Bytes of the headers of one answer, a proxy's included; more is refused. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** Bytes of a body as sent; a longer one is given up. */
export const MAX_BODY_WIRE_BYTES = 64 * MEBIBYTE;

/** Bytes that are decoded to find the end of an archive; of other bodies only what is kept is decoded. */
export const MAX_ARCHIVE_BYTES = 64 * MEBIBYTE;

/** Content codings that are undone, one inside of the other. */
export const MAX_CODINGS = 3;

/** How long an aborted call may take to hand over what it has, and a connection to close. */
export const ABORT_GRACE_MS = 200;
