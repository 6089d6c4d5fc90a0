import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** The core has many short files, so that at the end every processor has work. */
const PROJECTS = ['electron', 'package', 'renderer', 'core'];

/** Short files that take long. Where no run came before, vitest takes the size of a file for its time. */
const LONG =
  /every-screen\/|electron\/(?:company-networks|ways)|faults\/|hostile-|scenarios|ten-thousand|secret-everywhere|picture-work|outside-answers/u;

/**
 * Runs one project after the other, without a pause between them: vitest ends a worker, and with it its browser or app, as
 * soon as the next file in the queue is another project's. Within a project the longest file comes first, as far as the last
 * run tells.
 */
export class ProjectOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isShort = ({ moduleId }: TestSpecification): number => Number(!LONG.test(moduleId));
    const place = ({ project }: TestSpecification): number => PROJECTS.indexOf(project.name);
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    return (await super.sort(files)).toSorted(
      (one, other) => group(one) - group(other) || place(one) - place(other) || isShort(one) - isShort(other),
    );
  }
}
