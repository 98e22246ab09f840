import {
  BOARD_VIEWS,
  BoardRequestSchema,
  BoardViewSchema,
  type BoardRequest,
  type BoardView,
} from '@imsa-hub/escalations-common';

/** What narrows the board, in the order in which it stands in the address. */
export const NARROWING = [
  'risk',
  'nation',
  'region',
  'area',
  'level',
  'handler',
] as const;
type Narrowing = (typeof NARROWING)[number];

/** What the board shows. Empty text means: all of them. */
export type DeskFilters = { view: BoardView } & {
  [K in Narrowing]: NonNullable<BoardRequest[K]> | '';
};

/** Everything of a view. */
export const NO_NARROWING = {
  risk: '',
  nation: '',
  region: '',
  area: '',
  level: '',
  handler: '',
} as const satisfies Record<Narrowing, ''>;

/** For those who bring cases and do not sit at the desk. */
const OWN_VIEWS: readonly BoardView[] = ['open', 'raised-by-me', 'closed'];

/** The views that a person's doors open, in the order in which they stand. */
export function viewsFor(options: {
  has(door: string): boolean;
}): readonly BoardView[] {
  return options.has('escalations.desk') ? BOARD_VIEWS : OWN_VIEWS;
}

/**
 * Reads the filters from the address. What is unknown, or not open to this
 * person, falls back to their first view and to everything.
 */
export function readFilters(options: {
  search: URLSearchParams;
  views: readonly BoardView[];
}): DeskFilters {
  const { search, views } = options;
  const view = BoardViewSchema.safeParse(search.get('view'));
  const isOpen = view.success && views.includes(view.data);
  const { shape } = BoardRequestSchema;
  const narrowed = NARROWING.map(key => {
    const parsed = shape[key].safeParse(search.get(key) ?? undefined);
    return [key, (parsed.success && parsed.data) || ''];
  });
  return {
    view: isOpen ? view.data : (views[0] ?? 'open'),
    ...NO_NARROWING,
    ...Object.fromEntries(narrowed),
  };
}

/** Writes the filters into an address, leaving out what is not set. */
export function writeFilters(filters: DeskFilters): URLSearchParams {
  const search = new URLSearchParams({ view: filters.view });
  for (const key of NARROWING) {
    if (filters[key]) search.set(key, filters[key]);
  }
  return search;
}

/** Whether anything but the view narrows the list. */
export function isNarrowed(filters: DeskFilters): boolean {
  return NARROWING.some(key => filters[key] !== '');
}
