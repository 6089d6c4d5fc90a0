import { BUNDLE_FILES } from '../../contract/report/bundle-files.ts';
import type { FileKind } from '../../contract/report/bundle-files.ts';
import { inTurns, nextTurn } from '../cooperative-steps.ts';
import type { HomeFolderEraser } from '../redaction/layers/redact-home-folder.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';
import { checkDocument, checkFields, checkShapes } from './check-shapes.ts';
import { jsonLines } from './json-strings.ts';

/** Resolves with what a text holds that has the shape of a credential or names the home folder. */
export async function checkText(text: string, eraseHome: HomeFolderEraser): Promise<string[]> {
  const found = await inTurns(checkShapes(text));
  return eraseHome(text) === text ? found : [...found, 'the home folder'];
}

/** What a text file is checked with; `search` looks for known secrets in the decoded strings of JSON. */
interface ContentCheck {
  readonly secrets: KnownSecrets;
  readonly eraseHome: HomeFolderEraser;
  readonly search?: (strings: string) => Promise<string[]>;
}

/** Resolves with what a file of a bundle must not hold. JSON is checked as its strings read, since it may escape them. */
export async function checkContent(
  { path, kind, text }: { readonly path: string; readonly kind: FileKind; readonly text: string },
  { secrets, eraseHome, search = async () => [] }: ContentCheck,
): Promise<string[]> {
  if (kind !== 'json') return checkText(text, eraseHome);
  const strings = await inTurns(jsonLines(text));
  const found = [...(await search(strings)), ...(await checkText(strings, eraseHome))];
  await nextTurn();
  found.push(...(await inTurns(checkFields(text))));
  await nextTurn();
  return path === BUNDLE_FILES.diagnosis.path ? [...found, ...checkDocument(text, secrets)] : found;
}
