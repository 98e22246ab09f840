import { cutStyles } from './cutStyles';

describe('cutStyles', () => {
  it.each([
    ['keeps what is used', '.a{b:c}.used{d:e}', '.a{b:c}.used{d:e}'],
    ['drops a rule', '.unused{b:c}.a{d:e}', '.a{d:e}'],
    [
      'keeps the rest of a shared rule',
      '.unused,.a:hover{b:c}',
      '.a:hover{b:c}',
    ],
    [
      'enters media',
      '@media print{.unused{b:c}.a{d:e}}',
      '@media print{.a{d:e}}',
    ],
    ['drops empty media', '@media print{.unused{b:c}}.a{d:e}', '.a{d:e}'],
    [
      'keeps statements',
      '@charset "UTF-8";.a{b:c}',
      '@charset "UTF-8";.a{b:c}',
    ],
    ['drops at-rules', '\n@font-face{src:url(x)}.a{b:c}', '.a{b:c}'],
    [
      'minds braces in text',
      '.a:after{content:"}"}.unused{b:c}',
      '.a:after{content:"}"}',
    ],
    ['minds commas in brackets', '.a:not(.b,.c){d:e}', '.a:not(.b,.c){d:e}'],
  ])('%s', (_name, css, kept) => {
    const drop = (selector: string) => /unused|^@font-face/.test(selector);
    expect(cutStyles({ css, drop })).toBe(kept);
  });
});
