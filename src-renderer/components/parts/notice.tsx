import { Icon } from './icon.tsx';

/** A failure, where it happened, or something to look at. The live region speaks failures. */
export function Notice({
  text,
  tone = 'wrong',
}: {
  readonly text: string;
  readonly tone?: 'wrong' | 'attention';
}) {
  return (
    <p className="notice" data-tone={tone}>
      <Icon name="attention" />
      <span>{text}</span>
    </p>
  );
}
