import { blockPath, checkTemplate, fieldPath } from './checkTemplate';
import { TemplateProblem } from './TemplateProblem';
import { resolvePath, type TemplateScope } from './templateScope';

const MAX_STEPS = 20_000;

/** A filled text, or what is wrong with the template in plain words. */
export type FilledTemplate =
  { text: string; problem?: undefined } | { text?: undefined; problem: string };

// Handlebars itself would compile the template to code and run that. Walking
// what its parser read runs nothing, and reaches own properties only.
class TemplateWalk {
  private readonly parts: string[] = [];
  private length = 0;
  private steps = 0;

  constructor(private readonly longest: number) {}

  text(): string {
    return this.parts.join('');
  }

  program(program: hbs.AST.Program | undefined, scope: TemplateScope): void {
    for (const node of program?.body ?? []) {
      this.steps += 1;
      if (this.steps > MAX_STEPS) this.tooLong();
      if (node.type === 'ContentStatement') {
        this.write((node as hbs.AST.ContentStatement).value);
      } else if (node.type === 'MustacheStatement') {
        const path = fieldPath(node as hbs.AST.MustacheStatement);
        this.write(String(resolvePath({ scope, path })));
      } else if (node.type === 'BlockStatement') {
        this.block(node as hbs.AST.BlockStatement, scope);
      }
    }
  }

  private block(block: hbs.AST.BlockStatement, scope: TemplateScope): void {
    const value = resolvePath({ scope, path: blockPath(block) });
    const name = block.path.original;
    const filled = Array.isArray(value) ? value.length > 0 : Boolean(value);
    const holds = name === 'unless' ? !filled : filled;
    if (!holds) {
      this.program(block.inverse, scope);
    } else if (name === 'each' && Array.isArray(value)) {
      for (const item of value) this.program(block.program, [item, ...scope]);
    } else {
      const inside = name === 'with' ? [value, ...scope] : scope;
      this.program(block.program, inside);
    }
  }

  private write(text: string): void {
    this.length += text.length;
    if (this.length > this.longest) this.tooLong();
    this.parts.push(text);
  }

  private tooLong(): never {
    throw new TemplateProblem(
      undefined,
      `The filled text would be longer than ${this.longest.toLocaleString('en-GB')} characters`,
    );
  }
}

/**
 * Fills a template. What stands in the view is data: braces in it stay braces.
 * Answers with the problem, and never throws, where the template is wrong.
 */
export function fillTemplate(input: {
  body: string;
  view: object;
  /** All fields that there are, filled; each list with an entry. */
  example: object;
  /** Longest filled text, in characters. */
  longest: number;
}): FilledTemplate {
  const { body, view, example, longest } = input;
  try {
    const walk = new TemplateWalk(longest);
    walk.program(checkTemplate({ body, example }), [view]);
    return { text: walk.text() };
  } catch (error) {
    if (error instanceof TemplateProblem) return { problem: error.message };
    throw error;
  }
}
