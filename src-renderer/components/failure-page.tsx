import { say } from '../words/say.ts';

/** What stands in the window when nothing else can. */
export function FailurePage({ reason }: { readonly reason: 'no-bridge' | 'broken' }) {
  return (
    <main className="failure-page">
      <h1>{say('app.name')}</h1>
      <p>{say(`failure.page.${reason}`)}</p>
    </main>
  );
}
