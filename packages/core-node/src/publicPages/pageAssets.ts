import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cutStyles } from './cutStyles';

/** A file that the public pages ask for, held in memory. */
export interface PageAsset {
  /** `pages-1a2b3c4d5e6f.css`: changes with the content. */
  fileName: string;
  contentType: string;
  content: Buffer;
}

/** The files of the public pages. */
export interface PageAssets {
  styles: PageAsset;
  script: PageAsset;
  icon: PageAsset;
  all: readonly PageAsset[];
}

const OWN_FONT =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif';

// Parts of GOV.UK Frontend that these pages do not use, its crest and its
// typeface (which only gov.uk services may use) among them.
const UNUSED =
  /accordion|breadcrumbs|cookie-banner|crest|crown|feedback|file-upload|language-navigation|logo|pagination|password-input|phase-banner|service-navigation|task-list|govuk-tabs|govuk-footer|govuk-header|generic-header|^@font-face/;

/**
 * Reads the style sheet, script and icon once: GOV.UK Frontend as its package
 * has it, without what is not used and with our own type, then our own sheet.
 */
export function loadPageAssets(): PageAssets {
  const govuk = fs.readFileSync(
    path.join(
      path.dirname(require.resolve('govuk-frontend/package.json')),
      'dist/govuk/govuk-frontend.min.css',
    ),
    'utf8',
  );
  const cut = cutStyles({
    css: govuk.replace(/\/\*[\s\S]*?\*\//g, ''),
    drop: selector => UNUSED.test(selector),
  }).replaceAll('GDS Transport,arial,sans-serif', OWN_FONT);
  const styles = asset({
    name: 'pages',
    type: 'css',
    content: `${cut}\n${own('pages.css')}`,
  });
  const script = asset({
    name: 'leave',
    type: 'js',
    content: own('leave.js'),
  });
  const icon = asset({ name: 'icon', type: 'svg', content: own('icon.svg') });
  return { styles, script, icon, all: [styles, script, icon] };
}

const CONTENT_TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

function asset(options: {
  name: string;
  type: keyof typeof CONTENT_TYPES;
  content: string;
}): PageAsset {
  const hash = createHash('sha256').update(options.content).digest('hex');
  return {
    fileName: `${options.name}-${hash.slice(0, 12)}.${options.type}`,
    contentType: CONTENT_TYPES[options.type],
    content: Buffer.from(options.content),
  };
}

function own(name: string): string {
  return fs.readFileSync(path.join(__dirname, 'assets', name), 'utf8');
}
