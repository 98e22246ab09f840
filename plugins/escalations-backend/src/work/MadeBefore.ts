/**
 * Ends a change that was made already by the same request: nothing is written
 * again, and the answer is what the first one made.
 */
export class MadeBefore extends Error {
  constructor(readonly id: string) {
    super('This was made before');
  }
}

/** The id of what is made, or of what the same request made before. */
export async function unlessMadeBefore(
  make: () => Promise<string>,
): Promise<string> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof MadeBefore) return error.id;
    throw error;
  }
}
