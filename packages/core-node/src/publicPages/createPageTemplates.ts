import fs from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

/** Draws one of the templates from its view. */
export type DrawPage = (template: string, view: object) => string;

const OPTIONS: CompileOptions = {
  // A name that the view does not have is a mistake, not an empty place.
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
};

/**
 * Compiles the templates of folders once. Templates are code of this project:
 * what people type only ever comes in as values, escaped, and only a view's
 * own properties are read.
 *
 * @param options - `folders`: each with `NAME.hbs` pages and, under
 * `partials/`, pieces; a later folder's win over an earlier one's
 */
export function createPageTemplates(options: {
  folders: readonly string[];
}): DrawPage {
  const handlebars = Handlebars.create();
  const pages = new Map<string, Handlebars.TemplateDelegate>();
  for (const folder of [
    path.join(__dirname, 'templates'),
    ...options.folders,
  ]) {
    for (const [name, source] of read(path.join(folder, 'partials'))) {
      handlebars.registerPartial(name, handlebars.compile(source, OPTIONS));
    }
    for (const [name, source] of read(folder)) {
      pages.set(name, handlebars.compile(source, OPTIONS));
    }
  }
  return (template, view) => {
    const page = pages.get(template);
    if (!page) throw new Error(`There is no page template ${template}`);
    return page(view);
  };
}

function read(folder: string): Array<[string, string]> {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.hbs'))
    .map(file => [
      file.slice(0, -'.hbs'.length),
      fs.readFileSync(path.join(folder, file), 'utf8'),
    ]);
}
