/** Text that is already safe HTML. */
export class SafeHtml {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/**
 * Template tag for HTML: every value is escaped unless it is `SafeHtml` itself.
 * Lists are joined.
 *
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 * @returns {SafeHtml}
 */
export function markup(strings, ...values) {
  const text = strings.reduce(
    (all, part, index) =>
      all + part + (index < values.length ? safe(values[index]) : ''),
    '',
  );
  return new SafeHtml(text);
}

/**
 * A whole page of the local services: plain, legible, without scripts.
 *
 * @param {{ title: string, body: SafeHtml }} options
 * @returns {string}
 */
export const page = ({ title, body }) =>
  markup`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new SafeHtml(styles)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.toString();

/**
 * Headers of every page: nothing may be loaded from anywhere.
 *
 * @param {{ formTargets?: string[] }} [options] origins a form's answer may lead to
 */
export const pageHeaders = ({ formTargets = [] } = {}) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${formTargets.join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});

/** @param {unknown} value @returns {string} */
function safe(value) {
  if (value instanceof SafeHtml) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return value.map(safe).join('');
  }
  if (value === undefined || value === null || value === false) {
    return '';
  }
  return String(value).replace(
    /[&<>"']/g,
    found => `&#${found.charCodeAt(0)};`,
  );
}

const styles = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#4a5565;--paper:#f6f5f1;--card:#fff;--line:#8a94a3;--accent:#0f5c63;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#eef1f4;--soft:#b9c2cd;--paper:#15191f;--card:#1e242c;--line:#7c8794;--accent:#7cc6cb;--on-accent:#0b1d20}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:44rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
p{margin:.5rem 0 1rem}
.soft{color:var(--soft)}
a{color:var(--accent)}
fieldset{border:0;margin:0;padding:0}
legend{padding:0;font-weight:600;margin-bottom:.5rem}
.choice{display:flex;gap:.75rem;align-items:flex-start;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 .5rem;min-height:3rem;cursor:pointer}
.choice:has(input:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.choice input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--accent);flex:none}
.choice strong{display:block}
.choice span span{display:block;color:var(--soft);overflow-wrap:anywhere}
label.field{display:block;font-weight:600;margin-top:1rem}
input[type=email],select{display:block;width:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.375rem;padding:.6rem .75rem;min-height:2.75rem;margin-top:.25rem}
details{margin:1rem 0}
summary{cursor:pointer;padding:.5rem 0;font-weight:600}
button,.button{font:inherit;font-weight:600;border:1px solid var(--accent);border-radius:.5rem;padding:.7rem 1.5rem;min-height:2.75rem;cursor:pointer;background:var(--accent);color:var(--on-accent)}
button.plain{background:transparent;color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.error{border:2px solid #b3261e;border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0;background:var(--card)}
.actions{position:sticky;bottom:0;background:var(--paper);padding:1rem 0;display:flex;gap:.75rem;flex-wrap:wrap}
.cards{list-style:none;margin:0;padding:0}
.cards li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 .5rem}
.cards a{display:block;font-weight:600;padding:.25rem 0}
.cards span{display:block;color:var(--soft);overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;font:inherit}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{font-weight:600}
dd{margin:0;overflow-wrap:anywhere}
`;
