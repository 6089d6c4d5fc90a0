import { memo, useState } from 'react';

import { escapeControlCharacters } from '../../../src-main/contract/input/control-characters.ts';
import { useTranslation } from '../../i18n/translation.tsx';

/** Characters that are shown at once; a foreign file may hold millions, and the page lays out all that it shows. */
const PART_LENGTH = 256 * 1024;
/** Each is an element of the page. */
const MAX_MARKS_PER_PART = 2000;
const BLOCK_LENGTH = 16 * 1024;
const TAG = /‹[^‹›\n]{1,60}›/gu;

/**
 * A text as it stands in the bundle, with the tags of what was removed made visible, and what cannot be seen as escapes.
 * A long text is shown in parts, the next one on demand. Needs a key of its own for each file.
 */
export function FileText({ path, text }: { readonly path: string; readonly text: string }) {
  const { t } = useTranslation();
  const [count, setCount] = useState(1);
  const parts = Array.from({ length: count }, (_, index) =>
    text.slice(cutAt(text, index * PART_LENGTH), cutAt(text, (index + 1) * PART_LENGTH)),
  );
  const shownLength = cutAt(text, count * PART_LENGTH);
  return (
    <section
      className="content"
      // It scrolls, so that it must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('review.content', { path })}
    >
      <pre lang="en" dir="ltr">
        {parts.map((part, index) => (
          // Parts never move, so that their place is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <TextPart key={index} text={part} />
        ))}
      </pre>
      {shownLength === text.length ? null : (
        <p className="more-text">
          <span className="small">
            {t('review.shown', { percent: Math.floor((100 * shownLength) / text.length) })}
          </span>
          <button type="button" onClick={() => setCount(count + 1)}>
            {t('review.more')}
          </button>
        </p>
      )}
    </section>
  );
}

/** Remembered, so that showing the next part does not draw the others again. */
const TextPart = memo(({ text }: { readonly text: string }) => {
  const blocks = blocksOf(escapeControlCharacters(text));
  let marksLeft = MAX_MARKS_PER_PART;
  return blocks.map(({ at, block }) => {
    const tags = firstTags(block, marksLeft);
    marksLeft -= tags.length;
    const after = tags.at(-1);
    return (
      <span key={at} className="block">
        {tags.map((tag, index) => {
          const before = tags[index - 1];
          return [
            block.slice(before === undefined ? 0 : endOf(before), tag.index),
            <mark key={tag.index}>{tag[0]}</mark>,
          ];
        })}
        {block.slice(after === undefined ? 0 : endOf(after))}
      </span>
    );
  });
});

/** A text in blocks that the page lays out one by one as they come into view, cut behind a line end where there is one. */
function blocksOf(text: string): { readonly at: number; readonly block: string }[] {
  const blocks: { at: number; block: string }[] = [];
  for (let at = 0; at < text.length;) {
    const end = cutAt(text, at + BLOCK_LENGTH);
    const lineEnd = end === text.length ? end : text.lastIndexOf('\n', end - 1) + 1;
    const cut = lineEnd > at ? lineEnd : end;
    blocks.push({ at, block: text.slice(at, cut) });
    at = cut;
  }
  return blocks;
}

function firstTags(text: string, most: number): readonly RegExpExecArray[] {
  const tags: RegExpExecArray[] = [];
  for (const tag of text.matchAll(TAG)) {
    if (tags.length >= most) break;
    tags.push(tag);
  }
  return tags;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

/** The place nearest to `at` that is not inside of a character. */
function cutAt(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const isInside = /[\ud800-\udbff]/u.test(text.charAt(at - 1));
  return isInside ? at - 1 : at;
}
