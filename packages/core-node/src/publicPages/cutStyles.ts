/**
 * A minified style sheet without the rules for which `drop` says so. At-rules
 * that hold rules (`@media`, `@supports`) are entered, and left out when
 * nothing stays in them. Selectors are asked one by one, so a rule shared with
 * something that stays keeps what is needed.
 *
 * @param options - `drop`: asked with one selector ("a:hover") or with the
 * head of a rule that is not about elements ("@font-face")
 */
export function cutStyles(options: {
  css: string;
  drop: (selector: string) => boolean;
}): string {
  const { css, drop } = options;
  let out = '';
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    const statement = css.indexOf(';', at);
    if (statement >= 0 && (open < 0 || statement < open)) {
      out += css.slice(at, statement + 1);
      at = statement + 1;
      continue;
    }
    if (open < 0) return out + css.slice(at);
    const end = closing(css, open);
    out += keptRule(css.slice(at, open).trim(), css.slice(open + 1, end), drop);
    at = end + 1;
  }
  return out;
}

function keptRule(
  head: string,
  body: string,
  drop: (selector: string) => boolean,
): string {
  if (head.startsWith('@media') || head.startsWith('@supports')) {
    const inner = cutStyles({ css: body, drop });
    return inner ? `${head}{${inner}}` : '';
  }
  if (head.startsWith('@')) return drop(head) ? '' : `${head}{${body}}`;
  const kept = selectorsOf(head).filter(selector => !drop(selector));
  return kept.length > 0 ? `${kept.join(',')}{${body}}` : '';
}

// Commas inside brackets, as in `:not(a,b)`, do not part selectors.
function selectorsOf(head: string): string[] {
  const selectors: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of head) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (character === ',' && depth === 0) {
      selectors.push(current);
      current = '';
    } else current += character;
  }
  return [...selectors, current];
}

function closing(css: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let index = open; index < css.length; index += 1) {
    const character = css.charAt(index);
    if (quote) {
      if (character === '\\') index += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return css.length;
}
