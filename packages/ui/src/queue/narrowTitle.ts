/** Above fields that narrow a list: how many of them are chosen. */
export const narrowTitle = (chosen: number): string =>
  chosen === 0 ? 'Narrow the list' : `Narrow the list (${chosen} chosen)`;
