/** A sentence's first letter made a capital: "in hand" is "In hand". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
