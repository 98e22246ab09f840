const LETTERS =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu';

const WORDS = new Map(
  LETTERS.split(' ').map(word => [word.charAt(0), word] as const),
);

/** A code as one reads it over a bad line: "7 Kilo 3 Mike, 9 Quebec …". */
export function spelledOut(code: string): string {
  return code
    .split('-')
    .map(part =>
      [...part].map(character => WORDS.get(character) ?? character).join(' '),
    )
    .join(', ');
}
