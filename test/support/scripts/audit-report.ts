import * as z from 'zod';

/** What `npm audit --json` said: the packages with known weaknesses, or that nobody could be asked. */
export type AuditReading =
  | { readonly kind: 'asked'; readonly lines: readonly string[] }
  | { readonly kind: 'not-asked' };

const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      range: z.string(),
      via: z.array(z.union([z.string(), z.object({ title: z.string() })])),
    }),
  ),
});

/** Reads the output of `npm audit --json`. Whatever is no report counts as not asked, never as "nothing was found". */
export function readAudit(output: string): AuditReading {
  const report = reportSchema.safeParse(jsonOf(output));
  if (!report.success) return { kind: 'not-asked' };
  const lines = Object.entries(report.data.vulnerabilities).map(([name, { severity, range, via }]) => {
    const reasons = via.map((reason) => (typeof reason === 'string' ? `through ${reason}` : reason.title));
    return `${severity}: ${name} ${range}: ${reasons.join('; ')}`;
  });
  return { kind: 'asked', lines };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
