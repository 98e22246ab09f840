import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Announcements,
  RegisteredAnnouncement,
} from '@imsa-hub/core-node';
import type { NoticeSubject } from './NoticeAudience';

/**
 * References of the records that notices are about, by subject, as the plugins
 * that own them say. Only for notices whose person may know of them. Where one
 * cannot be told, the notice does without.
 */
export async function referencesOf(
  options: { announcements: Announcements; logger: LoggerService },
  notices: readonly NoticeSubject[],
): Promise<ReadonlyMap<string, string>> {
  const { announcements, logger } = options;
  const subjects = new Map<RegisteredAnnouncement, Set<string>>();
  const known = new Map<string, string>();
  for (const { type, subject } of notices) {
    const spec = announcements.byType(type);
    if (!spec?.references) continue;
    subjects.set(spec, (subjects.get(spec) ?? new Set()).add(subject));
  }
  await Promise.all(
    [...subjects].map(async ([spec, of]) => {
      try {
        const found = await spec.references?.([...of], { trx: spec.knex });
        found?.forEach((reference, subject) => known.set(subject, reference));
      } catch (error) {
        logger.warn('What notices are about could not be told', {
          errorName: error instanceof Error ? error.name : typeof error,
        });
      }
    }),
  );
  return known;
}
