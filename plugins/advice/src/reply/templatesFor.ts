import type { QueueRow, Template } from '@imsa-hub/advice-common';

/** A template as it is offered for one query. */
export interface OfferedTemplate {
  id: string;
  title: string;
  /** Whether it is meant for this nation and one of these areas. */
  isFitting: boolean;
}

/**
 * The templates to choose from: those meant for this nation and these areas
 * first, then the others, each by title. Retired ones are not offered.
 */
export function templatesFor(options: {
  templates: readonly Template[];
  record: Pick<QueueRow, 'nation' | 'areas'>;
}): readonly OfferedTemplate[] {
  const { templates, record } = options;
  return templates
    .filter(({ retired }) => !retired)
    .map(({ id, title, nations, areas }) => ({
      id,
      title,
      isFitting:
        (nations.length === 0 || nations.includes(record.nation)) &&
        (areas.length === 0 || areas.some(area => record.areas.includes(area))),
    }))
    .sort(
      (a, b) =>
        Number(b.isFitting) - Number(a.isFitting) ||
        a.title.localeCompare(b.title, 'en-GB'),
    );
}
