/** What is wrong with a template, in words for its writer, with the line. */
export class TemplateProblem extends Error {
  constructor(line: number | undefined, words: string) {
    super(line === undefined ? words : `Line ${line}: ${words}`);
    this.name = 'TemplateProblem';
  }
}
