// The first letter of a script that has a direction decides, as HTML's
// dir="auto" does.
const FIRST_STRONG =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const FROM_THE_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text is to be read from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = FIRST_STRONG.exec(text)?.[0];
  return first !== undefined && FROM_THE_RIGHT.test(first);
}

/** Whether any of it is written from right to left. */
export const hasRightToLeft = (text: string) => FROM_THE_RIGHT.test(text);
