/** Whether a token is good no more, by what it says; one that says nothing is not. */
export function hasRunOut(token: string | undefined): boolean {
  try {
    const [, claims = ''] = (token ?? '').split('.');
    const { exp }: { exp?: unknown } = JSON.parse(
      atob(claims.replaceAll('-', '+').replaceAll('_', '/')),
    );
    return typeof exp !== 'number' || exp * 1000 <= Date.now();
  } catch {
    return true;
  }
}
