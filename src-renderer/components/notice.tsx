import { Icon } from './icon.tsx';

/** A failure, where it happened. The live region speaks it. */
export function Notice({ text }: { readonly text: string }) {
  return (
    <p className="notice">
      <Icon name="attention" />
      <span>{text}</span>
    </p>
  );
}
