const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const UNSEEN = new Set(['script', 'style', 'head', 'template', 'title']);
const BREAKS =
  /^\/?(br|p|div|li|tr|h[1-6]|ul|ol|table|blockquote|section|article)$/;

/**
 * The words of HTML that was too long or too deep for the careful way: one
 * pass from left to right, whatever it holds.
 */
export function stripTags(html: string): string {
  const lower = html.toLowerCase();
  const out: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    out.push(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      at = endOf(lower, '-->', open + 4);
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const name = /^\/?[a-z0-9]+/i.exec(html.slice(open + 1, open + 20));
    const tag = name?.[0].toLowerCase() ?? '';
    if (BREAKS.test(tag)) out.push('\n');
    at = close + 1;
    if (UNSEEN.has(tag)) at = endOf(lower, `</${tag}`, at);
  }
  return out.join('').replace(/&(#?[a-z0-9]{1,8});/gi, entity);
}

function endOf(lower: string, mark: string, from: number): number {
  const end = lower.indexOf(mark, from);
  return end < 0 ? lower.length : end + mark.length;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : Number(name.slice(1));
  return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : '';
}
