import type { Diagnosis } from '../../../contract/diagnosis.ts';
import { linesIf } from '../plain-text.ts';
import type { LetterFacts } from './ticket.ts';

/**
 * Returns what support still has to ask the customer, in the order of use, addressed to the customer; empty for a full
 * run. A question that does not matter for the verdict is not asked.
 */
export function openQuestions(
  { verdict }: Pick<Diagnosis, 'verdict'>,
  { intake, residencyFacts, hasPicture, support }: LetterFacts,
): string[] {
  const product = support.product ?? 'your app';
  const isRegion = verdict.kind === 'residency' || verdict.kind === 'residency-suspected';
  const isStated = (name: 'Jira' | 'Xray'): boolean =>
    residencyFacts.some(
      ({ product: of, location, status }) => of === name && location !== '' && status !== '',
    );
  const { contactName, contactMail, keysMadeBy, keysMadeAt } = intake;
  const isAboutKeys = isRegion || verdict.kind === 'credentials-rejected';
  return [
    ...linesIf(contactName === '' || contactMail === '', 'Who should we answer (name and email address)?'),
    ...linesIf(intake.snapshotsError === '', `What exactly does ${product} show when it cannot use Xray?`),
    ...linesIf(intake.since === '', 'Since when has it been failing, and did it work before?'),
    ...linesIf(
      isRegion && intake.xrayInJira === null,
      "Do Xray's own screens work inside Jira, for example on a Test issue?",
    ),
    ...linesIf(
      isRegion && !(isStated('Jira') && isStated('Xray')),
      "What does Atlassian's Data residency page show for Jira and for Xray: location and status of each?",
    ),
    ...linesIf(isRegion && !hasPicture, 'Please send a screenshot of that page.'),
    ...linesIf(
      isAboutKeys && (keysMadeBy === '' || keysMadeAt === ''),
      'Who created the Xray API key, and roughly when?',
    ),
    ...linesIf(isRegion && intake.mayPassOn === null, 'May we pass your report on to Xray?'),
  ];
}
