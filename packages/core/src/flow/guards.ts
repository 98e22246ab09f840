/**
 * Why a move cannot be made now, in plain words. Where it is because of who
 * asks and not of how the record stands, it says so: a person was refused then.
 */
export type MoveRefusal = string | { why: string; aboutPerson: true };

/** Says why a person may not make a move now; or nothing. */
export type Guard<Context> = (context: Context) => MoveRefusal | undefined;

/** Refuses with the first refusal of several guards. */
export const allOf =
  <Context>(...guards: ReadonlyArray<Guard<Context>>): Guard<Context> =>
  context => {
    for (const guard of guards) {
      const refusal = guard(context);
      if (refusal) return refusal;
    }
    return undefined;
  };

/** Refuses in these words where the record does not stand so. */
export const needs =
  <Context>(test: (context: Context) => boolean, why: string): Guard<Context> =>
  context =>
    test(context) ? undefined : why;

/** Refuses in these words where whoever asks is not somebody who may. */
export const needsPerson =
  <Context>(test: (context: Context) => boolean, why: string): Guard<Context> =>
  context =>
    test(context) ? undefined : { why, aboutPerson: true };
