const LONGEST = 120;
// What a file system, a header or a reader's eye can be tricked with.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*%;]/gu;

/**
 * The name somebody gave a file, made fit to be shown and kept: without
 * folders, hidden or turning characters, and ending as its content is.
 *
 * @param input.ending - by content: `pdf`
 */
export function cleanFileName(input: { name: string; ending: string }): string {
  const last = input.name.split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .normalize('NFC')
    .replace(UNSAFE, '')
    .replace(/\s+/g, ' ')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, LONGEST).join('').trim();
  return `${short || 'File'}.${input.ending}`;
}
