import Handlebars from 'handlebars';
import { TemplateProblem } from './TemplateProblem';
import { resolvePath, type TemplateScope } from './templateScope';

/** Longest template, in characters. */
const MAX_TEMPLATE_CHARACTERS = 20_000;
const MAX_PARTS = 1_000;
const MAX_DEPTH = 12;
const BLOCKS: readonly string[] = ['each', 'if', 'unless', 'with'];

function isPath(
  node: hbs.AST.Node | undefined,
): node is hbs.AST.PathExpression {
  return node?.type === 'PathExpression';
}

/** The one name that a block is about; whatever else it holds is refused. */
export function blockPath(
  block: hbs.AST.BlockStatement,
): hbs.AST.PathExpression {
  const line = block.loc.start.line;
  const [about, ...more] = block.params;
  const name = block.path.original;
  if (!BLOCKS.includes(String(name))) {
    throw new TemplateProblem(
      line,
      `“${String(name)}” cannot open a block; only each, if, unless and with can`,
    );
  }
  const named = block.program.blockParams ?? [];
  if (!isPath(about) || more.length > 0 || block.hash || named.length > 0) {
    throw new TemplateProblem(
      line,
      `Write {{#${String(name)} …}} with exactly one field`,
    );
  }
  return about;
}

/** The one name that stands between two braces. */
export function fieldPath(
  field: hbs.AST.MustacheStatement,
): hbs.AST.PathExpression {
  const line = field.loc.start.line;
  if (!isPath(field.path) || field.params.length > 0 || field.hash) {
    throw new TemplateProblem(line, 'Write one field between two braces');
  }
  // Handlebars would take three braces for text that is not escaped; replies
  // are plain text, so there is nothing to leave out.
  if (!field.escaped) {
    throw new TemplateProblem(line, 'Write two braces, not three');
  }
  return field.path;
}

/** The scope inside a block, by an example of what it stands for. */
function innerScope(
  block: hbs.AST.BlockStatement,
  scope: TemplateScope,
): TemplateScope {
  const path = blockPath(block);
  const value = resolvePath({ scope, path });
  const name = block.path.original;
  if (name === 'if' || name === 'unless') return scope;
  if (name === 'with') return [value, ...scope];
  if (!Array.isArray(value)) {
    throw new TemplateProblem(
      block.loc.start.line,
      `“${path.original}” is not a list, so there is no “each” of it`,
    );
  }
  return [value[0], ...scope];
}

function checkField(
  field: hbs.AST.MustacheStatement,
  scope: TemplateScope,
): void {
  const path = fieldPath(field);
  if (typeof resolvePath({ scope, path }) === 'string') return;
  throw new TemplateProblem(
    field.loc.start.line,
    `“${path.original}” is a list: write {{#each ${path.original}}} … {{/each}}`,
  );
}

function isBlock(node: hbs.AST.Statement): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isField(node: hbs.AST.Statement): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function checkProgram(
  program: hbs.AST.Program,
  place: { scope: TemplateScope; depth: number; count: { parts: number } },
): void {
  const { scope, depth, count } = place;
  for (const node of program.body) {
    const line = node.loc.start.line;
    count.parts += 1;
    if (count.parts > MAX_PARTS) {
      throw new TemplateProblem(line, 'The template has too many parts');
    }
    if (depth > MAX_DEPTH) {
      throw new TemplateProblem(
        line,
        'The blocks stand too deep in each other',
      );
    }
    if (isField(node)) {
      checkField(node, scope);
    } else if (isBlock(node)) {
      const inside = innerScope(node, scope);
      const deeper = { depth: depth + 1, count };
      // `{{^if …}}` has only what stands after its else.
      if (node.program)
        checkProgram(node.program, { ...deeper, scope: inside });
      if (node.inverse) checkProgram(node.inverse, { ...deeper, scope });
    } else if (
      node.type !== 'ContentStatement' &&
      node.type !== 'CommentStatement'
    ) {
      throw new TemplateProblem(
        line,
        'A template cannot take in another or change how it is read',
      );
    }
  }
}

function parse(body: string): hbs.AST.Program {
  try {
    return Handlebars.parse(body);
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    const line = /(?:line |- )(\d+)/.exec(words)?.[1];
    throw new TemplateProblem(
      line === undefined ? undefined : Number(line),
      'The braces or blocks here do not fit together. Each {{ needs its }}, and each {{#…}} its {{/…}}',
    );
  }
}

/**
 * Reads a Handlebars template and checks all of it, also what stands in an `if` that does
 * not hold today: only fields that exist, and no helper, partial or decorator.
 *
 * @throws TemplateProblem on the first thing that is wrong
 */
export function checkTemplate(input: {
  body: string;
  /** All fields that there are, filled; each list with an entry. */
  example: object;
}): hbs.AST.Program {
  const { body, example } = input;
  if (body.length > MAX_TEMPLATE_CHARACTERS) {
    throw new TemplateProblem(
      undefined,
      `The template is longer than ${MAX_TEMPLATE_CHARACTERS.toLocaleString('en-GB')} characters`,
    );
  }
  const program = parse(body);
  checkProgram(program, {
    scope: [example],
    depth: 1,
    count: { parts: 0 },
  });
  return program;
}
