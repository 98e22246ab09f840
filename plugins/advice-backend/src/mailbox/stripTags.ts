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
const HREF = /\bhref\s*=\s*["']?([^"'\s>]{1,500})/i;
const LONGEST_TAG = 2_000;

/**
 * The words of HTML, with the addresses that its links lead to: one pass from
 * left to right, in a time that grows with the length, whatever it holds.
 */
export function stripTags(html: string): string {
  const lower = html.toLowerCase();
  const out: string[] = [];
  let href = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const words = html.slice(at, open < 0 ? html.length : open);
    out.push(words.replace(/\s+/g, ' '));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      at = endOf(lower, '-->', open + 4);
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const inside = html.slice(open + 1, Math.min(close, open + LONGEST_TAG));
    const tag = /^\/?[a-z0-9]+/i.exec(inside)?.[0].toLowerCase() ?? '';
    if (BREAKS.test(tag)) out.push('\n');
    if (tag === 'a') href = HREF.exec(inside)?.[1] ?? '';
    if (tag === '/a' && href) {
      out.push(` [${href}]`);
      href = '';
    }
    at = close + 1;
    if (UNSEEN.has(tag)) at = endOf(lower, `</${tag}`, at);
  }
  return out
    .join('')
    .replace(/ ?\n ?/g, '\n')
    .replace(/&(#?[a-z0-9]{1,8});/gi, entity);
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
