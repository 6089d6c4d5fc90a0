import { useWords } from '../words/words.tsx';

/** What stands in the window when nothing else can. */
export function FailurePage({ reason }: { readonly reason: 'no-bridge' | 'broken' }) {
  const { say } = useWords();
  return (
    <main className="failure-page">
      <h1>{say('app.name')}</h1>
      <p>{say(`failure.page.${reason}`)}</p>
    </main>
  );
}
