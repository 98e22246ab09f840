import Handlebars from 'handlebars';

/** The names of a view that a template speaks of at its outermost level. */
export function templateFields(body: string): ReadonlySet<string> {
  const names = new FieldNames();
  names.accept(Handlebars.parse(body));
  return names.found;
}

class FieldNames extends Handlebars.Visitor {
  readonly found = new Set<string>();

  override PathExpression(path: hbs.AST.PathExpression): void {
    const [first] = path.parts;
    if (first !== undefined) this.found.add(first);
  }
}
