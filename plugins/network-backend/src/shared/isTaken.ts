/** Whether PostgreSQL refused a row because of this unique constraint. */
export function isTaken(error: unknown, constraint: string): boolean {
  const { code, constraint: named } = error as {
    code?: unknown;
    constraint?: unknown;
  };
  return code === '23505' && named === constraint;
}
