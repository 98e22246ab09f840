import { isDeepStrictEqual } from 'node:util';
import { idOf, type Recorded } from './CaseList';

/** An item as a draft holds it: with the id of what it mends, or new. */
export type Drafted<T> = T & { id?: string };

/** What has to be written so that the record says what was submitted. */
export interface ListChanges<T> {
  added: T[];
  changed: Array<{ before: Recorded<T>; after: T }>;
  struck: Array<Recorded<T>>;
  /** The ids of what was submitted, in its order; nothing for what is added. */
  ids: Array<string | undefined>;
}

/**
 * Compares what was submitted with the record, knowing what the draft said when
 * it was begun: what its author changed is changed, what they took away is
 * struck out, and what others added, corrected or struck out since stays.
 *
 * @param input.record - with what was struck out
 */
export function mergeList<T extends object>(input: {
  submitted: ReadonlyArray<Drafted<T>>;
  basis: ReadonlyArray<Drafted<T>>;
  record: ReadonlyArray<Recorded<T>>;
}): ListChanges<T> {
  const basis = new Map(input.basis.map(item => [item.id, plain(item)]));
  const byId = new Map(input.record.map(known => [idOf(known), known]));
  const claimed = new Set<string>();
  const changes: ListChanges<T> = {
    added: [],
    changed: [],
    struck: [],
    ids: [],
  };
  const claim = (id: string | undefined) => {
    if (id !== undefined) claimed.add(id);
    changes.ids.push(id);
  };
  // By id first: what has none may only stand for what is left over.
  const named = new Map<Drafted<T>, Recorded<T>>();
  for (const item of input.submitted) {
    const known = item.id === undefined ? undefined : byId.get(item.id);
    if (!known || claimed.has(idOf(known))) continue;
    named.set(item, known);
    claimed.add(idOf(known));
  }
  for (const item of input.submitted) {
    const after = plain(item);
    const known = named.get(item);
    const untouched = known && isDeepStrictEqual(basis.get(item.id), after);
    if (untouched) claim(item.id);
    else if (known && !known.struck) {
      claim(item.id);
      if (!isSame(known, after)) changes.changed.push({ before: known, after });
    } else {
      const same = input.record.find(
        other =>
          !other.struck && !claimed.has(idOf(other)) && isSame(other, after),
      );
      claim(same && idOf(same));
      if (!same) changes.added.push(after);
    }
  }
  changes.struck = input.record.filter(
    known =>
      !known.struck && basis.has(idOf(known)) && !claimed.has(idOf(known)),
  );
  return changes;
}

/** Whether an item on record says this, whatever became of it since. */
const isSame = <T extends object>({ item }: Recorded<T>, said: T) =>
  isDeepStrictEqual(plain(item), said);

/** What an item says itself: no id, no answer, nothing that is not there. */
function plain<T extends object>(item: Drafted<T>): T {
  const said = Object.entries(item as object).filter(
    ([name, value]) =>
      name !== 'id' &&
      name !== 'answered' &&
      value !== undefined &&
      !(name === 'facts' && Object.keys(value).length === 0),
  );
  return Object.fromEntries(said) as T;
}
