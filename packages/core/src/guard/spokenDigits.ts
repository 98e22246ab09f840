import type { CanonicalText } from './canonicalText';

const VALUES: Readonly<Record<string, string>> = {
  zero: '0',
  nought: '0',
  naught: '0',
  oh: '0',
  o: '0',
  nil: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  hundred: '00',
  thousand: '000',
  sero: '0',
  dim: '0',
  un: '1',
  dau: '2',
  tri: '3',
  pedwar: '4',
  pump: '5',
  chwech: '6',
  saith: '7',
  wyth: '8',
  naw: '9',
};

const TIMES: Readonly<Record<string, number>> = {
  double: 2,
  triple: 3,
  treble: 3,
};

const WORD =
  /(?<![A-Za-z])(?:(double|triple|treble)[ -]{0,3}(zero|nought|oh?|one|two|three|four|five|six|seven|eight|nine|\d)|(zero|n[ao]ught|oh?|nil|one|two|three|four|five|six|seven|eight|nine|hundred|thousand|sero|dim|un|dau|tri|pedwar|pump|chwech|saith|wyth|naw))\b/gi;
const ANY =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|zero|double|triple|treble|sero|saith|pump|naw)\b/i;
const BETWEEN = /^(?:[\s,.\-/+()\d]|and|then|dash|space|dot|plus){0,12}$/i;
/** Fewer digits than this in a row are ordinary counting. */
const FEWEST = 5;

interface SpokenWord {
  start: number;
  end: number;
  digits: string;
}

function readWords(text: string): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const [whole, times, repeated = '', single = ''] = match;
    const word = (repeated || single).toLowerCase();
    const value = VALUES[word] ?? word;
    const digits = value.repeat(TIMES[times?.toLowerCase() ?? ''] ?? 1);
    words.push({ start: match.index, end: match.index + whole.length, digits });
  }
  return words;
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** Words in a row that together spell a number long enough to matter. */
function spelledRuns(text: string): SpokenWord[] {
  const kept: SpokenWord[] = [];
  let run: SpokenWord[] = [];
  let digits = 0;
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) return;
    digits += digitsIn(text.slice(Math.max(0, first.start - 8), first.start));
    digits += digitsIn(text.slice(last.end, last.end + 8));
    const repeated = run.some(word => word.digits.length > 1);
    if (digits >= FEWEST && (run.length > 1 || repeated)) kept.push(...run);
  };
  for (const word of readWords(text)) {
    const previous = run.at(-1);
    const gap = previous ? text.slice(previous.end, word.start) : '';
    if (previous && gap.length <= 12 && BETWEEN.test(gap)) {
      digits += digitsIn(gap) + word.digits.length;
      run.push(word);
    } else {
      close();
      run = [word];
      digits = word.digits.length;
    }
  }
  close();
  return kept;
}

/**
 * Writes numbers that are spelled out ("zero seven double seven …") as
 * digits, so that every detector reads them; positions stay with the words.
 */
export function withSpokenDigits(canonical: CanonicalText): CanonicalText {
  const { text, starts, ends } = canonical;
  if (!ANY.test(text)) return canonical;
  const runs = spelledRuns(text);
  if (runs.length === 0) return canonical;
  const next: CanonicalText = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  const copy = (from: number, to: number) => {
    parts.push(text.slice(from, to));
    for (let at = from; at < to; at += 1) {
      next.starts.push(starts[at] ?? 0);
      next.ends.push(ends[at] ?? 0);
    }
  };
  let done = 0;
  for (const word of runs) {
    const gap = text.slice(done, word.start);
    // "plus four four", "zero seven then seven": joining words fall away.
    const joined = done > 0 && gap.length <= 12 && BETWEEN.test(gap);
    if (joined && /[a-z]/i.test(gap)) {
      const space = done < text.length ? done : text.length - 1;
      parts.push(gap.includes('lus') ? '+' : ' ');
      next.starts.push(starts[space] ?? 0);
      next.ends.push(ends[word.start - 1] ?? 0);
    } else copy(done, word.start);
    parts.push(word.digits);
    for (let unit = 0; unit < word.digits.length; unit += 1) {
      next.starts.push(starts[word.start] ?? 0);
      next.ends.push(ends[word.end - 1] ?? 0);
    }
    done = word.end;
  }
  copy(done, text.length);
  next.text = parts.join('');
  return next;
}
