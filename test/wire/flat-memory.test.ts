import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

import { HTTP_LIMITS } from '../../src-main/network/client/http-limits.ts';
import { makeAuthority } from '../support/servers/certificates.ts';
import { portOf } from '../support/servers/port-of.ts';

const ONE_CALL = fileURLToPath(new URL('../support/answers/one-call.ts', import.meta.url));
const MEBIBYTE = 1024 * 1024;
/** Almost as much as is read of one answer. */
const SIZE = 60 * MEBIBYTE;

const reportSchema = z.object({
  outcome: z.string(),
  growthKiB: z.number(),
  body: z.object({ wireBytes: z.number(), keptBytes: z.number(), truncated: z.boolean() }),
});

function* pieces(): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, 'Xray ');
  for (let sent = 0; sent < SIZE; sent += piece.length) yield piece;
}

describe('a body of 60 MiB', () => {
  let server: Server;
  let folder = '';
  let caFile = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flat-memory-'));
    const authority = await makeAuthority('Fake Xray');
    caFile = authority.writePem(folder);
    const { chainPem, keyPem } = await authority.issue({ hosts: ['xray.cloud.getxray.app'] });
    server = createServer({ cert: chainPem, key: keyPem }, (request, response) => {
      if (request.url === '/empty') response.end();
      else if (request.url === '/plain') Readable.from(pieces()).pipe(response);
      else {
        response.setHeader('content-encoding', 'gzip');
        Readable.from(pieces())
          .pipe(createGzip({ level: 1 }))
          .pipe(response);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (path: string): Promise<z.infer<typeof reportSchema>> => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ONE_CALL,
      String(portOf(server)),
      caFile,
      path,
    ]);
    return reportSchema.parse(JSON.parse(stdout));
  };

  it.each(['/plain', '/gzip'])(
    'is read to its end and counted, and the memory stays flat: %s',
    async (path) => {
      const growths: number[] = [];
      for (let run = 0; run < 3; run += 1) {
        const { outcome, body, growthKiB } = await call(path);
        expect({ outcome, ...body }).toMatchObject({
          outcome: 'answered',
          keptBytes: HTTP_LIMITS.bodyBytes,
          truncated: true,
        });
        if (path === '/plain') expect(body.wireBytes).toBe(SIZE);
        growths.push(growthKiB / 1024);
      }
      // A peak is never too low by chance, so the least one is the nearest.
      expect(Math.min(...growths), growths.join()).toBeLessThan(20);
    },
    120_000,
  );
});
