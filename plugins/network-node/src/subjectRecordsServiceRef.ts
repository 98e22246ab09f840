import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { SubjectRecords } from './SubjectRecords';

/** What every plugin holds on people. */
export interface SubjectRecordsRegistry {
  /** @throws Error where the plugin has added its own already */
  add(records: SubjectRecords): void;
  all(): readonly SubjectRecords[];
}

/** The registry, one in each backend; any plugin adds its own. */
export const subjectRecordsServiceRef =
  createServiceRef<SubjectRecordsRegistry>({
    id: 'hub.subject-records',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {},
        factory() {
          const records = new Map<string, SubjectRecords>();
          return {
            add(added) {
              if (records.has(added.plugin)) {
                throw new Error(
                  `The plugin "${added.plugin}" has said what it holds on people already`,
                );
              }
              records.set(added.plugin, added);
            },
            all: () => [...records.values()],
          };
        },
      }),
  });
