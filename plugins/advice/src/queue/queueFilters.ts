import {
  QUEUE_VIEWS,
  QueueViewSchema,
  type QueueView,
} from '@imsa-hub/advice-common';
import {
  KnowledgeAreaSchema,
  NationSchema,
  type KnowledgeArea,
  type Nation,
} from '@imsa-hub/core';

/** What the queue shows. Empty text means: all of them. */
export interface QueueFilters {
  view: QueueView;
  nation: Nation | '';
  area: KnowledgeArea | '';
}

/** The views that a person's doors open, in the order in which they stand. */
export function viewsFor(options: {
  has(door: string): boolean;
}): readonly QueueView[] {
  const { has } = options;
  if (!has('advice.answer')) return ['asked'];
  return QUEUE_VIEWS.filter(view => {
    if (view === 'to-triage') return has('advice.triage');
    if (view === 'asked') return has('advice.ask');
    return true;
  });
}

/**
 * Reads the filters from the address. What is unknown, or not open to this
 * person, falls back to their first view.
 */
export function readFilters(options: {
  search: URLSearchParams;
  views: readonly QueueView[];
}): QueueFilters {
  const { search, views } = options;
  const view = QueueViewSchema.safeParse(search.get('view'));
  const nation = NationSchema.safeParse(search.get('nation'));
  const area = KnowledgeAreaSchema.safeParse(search.get('area'));
  const isOpen = view.success && views.includes(view.data);
  return {
    view: isOpen ? view.data : (views[0] ?? 'asked'),
    nation: nation.success ? nation.data : '',
    area: area.success ? area.data : '',
  };
}

/** Writes the filters into an address, leaving out what is not set. */
export function writeFilters(filters: QueueFilters): URLSearchParams {
  const search = new URLSearchParams({ view: filters.view });
  if (filters.nation) search.set('nation', filters.nation);
  if (filters.area) search.set('area', filters.area);
  return search;
}
