import fs from 'node:fs';
import path from 'node:path';

type Colours = ReadonlyMap<string, string>;

const css = fs.readFileSync(path.join(__dirname, 'tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split("[data-theme-mode='dark']");

// Backstage's own light panels are white; the file does not say it again.
const GIVEN = new Map([['--bui-bg-neutral-1', '#ffffff']]);

function coloursOf(block: string): Colours {
  const found = [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)];
  return new Map(found.map(([, name = '', value = '']) => [name, value]));
}

const THEMES: Readonly<Record<string, Colours>> = {
  light: new Map([...GIVEN, ...coloursOf(light)]),
  dark: coloursOf(dark),
};

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The ratio of WCAG 2.2, success criterion 1.4.3. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort(
    (first, second) => second - first,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXT_ON: [string, string][] = [
  ['--bui-fg-primary', '--bui-bg-neutral-1'],
  ['--bui-fg-secondary', '--bui-bg-neutral-1'],
  ['--bui-fg-secondary', '--bui-bg-neutral-2'],
  ['--bui-fg-secondary', '--bui-bg-app'],
  ['--bui-fg-negative', '--bui-bg-neutral-1'],
  ['--bui-fg-negative', '--bui-bg-app'],
  ['--bui-fg-warning', '--bui-bg-neutral-1'],
  ['--bui-accent-bg', '--bui-bg-neutral-1'],
  ['--bui-accent-bg', '--bui-bg-app'],
  ['--bui-announcement-fg-subdued', '--bui-announcement-bg-subdued'],
];

describe.each(Object.keys(THEMES))('colours, %s', theme => {
  const colour = (name: string) => THEMES[theme]?.get(name) ?? 'missing';

  it.each(TEXT_ON)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--hub-danger', '--hub-danger-hover', '--hub-danger-pressed'])(
    'white can be read on %s',
    ground => {
      expect(contrast('#ffffff', colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('shows the edges of controls', () => {
    const edge = colour('--bui-border-2');
    expect(contrast(edge, colour('--bui-bg-neutral-1'))).toBeGreaterThanOrEqual(
      3,
    );
    expect(contrast(edge, colour('--bui-bg-app'))).toBeGreaterThanOrEqual(3);
  });

  it('says again in the dark what it changed in the light', () => {
    const changed = [...coloursOf(light).keys()];
    expect(changed.filter(name => colour(name) === 'missing')).toEqual([]);
  });
});
