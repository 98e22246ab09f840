/** Why a person may not make a move now, in plain words; or nothing. */
export type Guard<Context> = (context: Context) => string | undefined;

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

/** Refuses in these words where something is not so. */
export const needs =
  <Context>(test: (context: Context) => boolean, why: string): Guard<Context> =>
  context =>
    test(context) ? undefined : why;
