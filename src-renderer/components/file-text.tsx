import { useWords } from '../words/words.tsx';

const TAG = /(‹[^›]{1,60}›)/u;

/** A text as it stands in the bundle, with the tags of what was removed made visible; the text itself is not touched. */
export function FileText({ path, text }: { readonly path: string; readonly text: string }) {
  const { say } = useWords();
  const parts = text.split(TAG);
  return (
    <section
      className="content"
      // It scrolls, so that it must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={say('review.content', { path })}
    >
      <pre lang="en" dir="ltr">
        {parts.map((part, index) =>
          index % 2 === 1 ? (
            // Parts never move, so that their place is their name.
            // oxlint-disable-next-line react/no-array-index-key
            <mark key={index}>{part}</mark>
          ) : (
            part
          ),
        )}
      </pre>
    </section>
  );
}
