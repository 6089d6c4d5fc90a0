import { TAG } from '../tags.ts';
import type { TagMaker } from '../tags.ts';

/** The prefixes that vendors give their keys: AWS, Atlassian, GitHub, GitLab, Slack, OpenAI, Google. */
const API_KEY =
  /(?<![A-Za-z0-9])(?:A[KS]IA[A-Z0-9]{12,}|AT[AC]TT[\w=-]{8,}|gh[pousr]_[A-Za-z0-9]{8,}|github_pat_\w{8,}|glpat-[\w-]{8,}|xox[abprs]-[\w-]{8,}|sk-[\w-]{16,}|AIza[\w-]{20,})/gu;
const PEM_BLOCK = /(-----BEGIN [A-Z0-9 ]{0,60}-----)([^]*?)(?=-----END [A-Z0-9 ]{0,60}-----|$)/gu;

/** Replaces vendors' API keys and the content of PEM blocks. */
export function redactApiKeys(text: string, tag: TagMaker): string {
  const clean = text.replace(API_KEY, (key) => tag('token', key));
  if (!clean.includes('-----BEGIN ')) return clean;
  return clean.replace(PEM_BLOCK, (block, begin: string, content: string) => {
    const isEmpty = content.replace(TAG, '').replaceAll('\\n', '').trim() === '';
    return isEmpty ? block : begin + tag('token', content);
  });
}
