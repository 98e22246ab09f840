import type { Member } from './Cast';
import type { Verdict } from './policy';
import type { World } from './World';

/** What a recipe is told: who calls, and how what is asked for stands to them. */
export interface Cell {
  world: World;
  member: Member;
  /** One of the recipe's standings. */
  standing: string;
  /** What the policy says of it. */
  verdict: Verdict;
}

/** A call that is valid in all but the permission for it. */
export interface Call {
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** What a change would leave; compared around a call that is refused. */
  traces?: () => Promise<string>;
}

/** How one route is called, and what the policy says of each cell. */
export interface Recipe {
  /** As the route table has it: `post /api/advice/queries`. */
  route: string;
  /** In what relations it is tried; with `missing`, that one is the measure. */
  standings: readonly string[];
  /** Nothing where such a cell cannot exist. */
  verdict(member: Member, standing: string): Verdict | undefined;
  /** Nothing where such a record cannot be had. */
  call(cell: Cell): Promise<Call | undefined>;
  /** The answer does not end: only its beginning is looked at. */
  stream?: boolean;
  /** Whether it gives the caller back what they raised, in any role. */
  keepsOwn?: boolean;
  /** One person gets the same bytes in every standing. */
  alike?: boolean;
  /** What is said changes with time, for everybody alike. */
  changing?: boolean;
  /** What an answer may not hold, whoever asks; for lists that must be empty. */
  never?: RegExp;
}

/** Verdict of a route for which one signs in, where nothing else is asked. */
export const signedIn =
  (verdict: Verdict) =>
  (member: Member): Verdict =>
    member.role === 'nobody' ? 'sign-in' : verdict;
