const POUNDS = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
});

/** Pence as people write money: "£64.50". */
export function writtenMoney(pence: number): string {
  return POUNDS.format(pence / 100);
}

/** What somebody typed as pounds, in pence; nothing where it is no amount. */
export function penceOf(typed: string): number | undefined {
  const plain = typed.replace(/[£,\s]/g, '');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * 100);
}
