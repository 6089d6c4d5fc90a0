import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Short files that take long. Where no run came before, vitest takes the size of a file for its time. */
const LONG =
  /every-screen\/|electron\/(?:company-networks|ways)|faults\/|hostile-files|scenarios|ten-thousand/u;

/**
 * Runs the projects beside one another instead of one after the other: each project's files are spread evenly over the whole
 * run, so that the core keeps the processors busy while a browser or an Electron starts. Within a project the longest comes
 * first, as far as the last run tells.
 */
export class MixedOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = new Map<string, TestSpecification[]>();
    for (const file of await super.sort(files)) {
      const { name } = file.project;
      byProject.set(name, [...(byProject.get(name) ?? []), file]);
    }
    const isLong = (file: TestSpecification): boolean => LONG.test(file.moduleId);
    const placed = [...byProject.values()].flatMap((own) =>
      own
        .toSorted((one, other) => Number(isLong(other)) - Number(isLong(one)))
        .map((file, index) => ({
          file,
          order: file.project.config.sequence.groupOrder,
          place: (index + 0.5) / own.length,
        })),
    );
    return placed
      .toSorted((one, other) => one.order - other.order || one.place - other.place)
      .map(({ file }) => file);
  }
}
