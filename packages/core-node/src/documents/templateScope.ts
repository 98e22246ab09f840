import { TemplateProblem } from './TemplateProblem';

/** The value a template stands in, and those around it, innermost first. */
export type TemplateScope = readonly unknown[];

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What a name in a template stands for: an own property of the value it is in,
 * step by step, and nothing inherited. Throws `TemplateProblem`.
 */
export function resolvePath({
  scope,
  path,
}: {
  scope: TemplateScope;
  path: hbs.AST.PathExpression;
}): unknown {
  const line = path.loc.start.line;
  const unknown = () =>
    new TemplateProblem(line, `There is no field “${path.original}” here`);
  if (path.data || path.depth >= scope.length) throw unknown();
  let value = scope[path.depth];
  for (const part of path.parts) {
    if (!isObject(value) || !Object.hasOwn(value, part)) throw unknown();
    value = Reflect.get(value, part);
  }
  return value;
}
