/** Where a place in square brackets begins, and the index after its end. */
export interface Place {
  start: number;
  end: number;
}

/**
 * The places of a text in square brackets, in order. A place stands within one
 * line and holds something. Brackets within brackets belong to the outermost
 * pair, so that what stands around an inner pair is still to be adapted too.
 */
export function findPlaces(text: string): readonly Place[] {
  const places: Place[] = [];
  let open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\n' || sign === '\r') open = [];
    if (sign === '[') open.push(index);
    if (sign !== ']') continue;
    const start = open.pop();
    if (start === undefined || index === start + 1) continue;
    while ((places.at(-1)?.start ?? -1) > start) places.pop();
    places.push({ start, end: index + 1 });
  }
  return places;
}

/** What stands in those places, without the brackets: still to be adapted. */
export function placesToAdapt(body: string): readonly string[] {
  return findPlaces(body).map(({ start, end }) =>
    body.slice(start + 1, end - 1),
  );
}

/** The text without its places: what is said even if nobody adapts them. */
export function textOutsidePlaces(body: string): string {
  let from = 0;
  let outside = '';
  for (const { start, end } of findPlaces(body)) {
    outside += body.slice(from, start);
    from = end;
  }
  return outside + body.slice(from);
}

/**
 * Words that can stand in a place whatever was typed: one line, and round
 * brackets for square ones, which would end the place before the words end.
 */
export function wordsForPlace(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .trim();
}
