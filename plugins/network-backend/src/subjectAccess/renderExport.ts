import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { formatDate, formatMoment, isCalendarDate } from '@imsa-hub/core';
import type { SubjectExport } from '@imsa-hub/network-common';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';

type Value = SubjectExport['sections'][number]['rows'][number][string];

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const BLANK = '–';

const render = Handlebars.compile(
  readFileSync(
    resolvePackagePath(
      '@imsa-hub/network-backend',
      'templates',
      'heldAboutPerson.html.hbs',
    ),
    'utf8',
  ),
  { strict: true, knownHelpersOnly: true },
);

/** An export as a document that people read: whole, without scripts. */
export function renderExport(record: SubjectExport): string {
  return render({
    name: record.person.name,
    madeAt: formatMoment(record.madeAt),
    about: record.about,
    sections: record.sections.map(section => ({
      title: section.title,
      lead: section.lead ?? '',
      isEmpty: section.rows.length === 0,
      rows: section.rows.map(row =>
        Object.entries(section.fields).map(([key, label]) => ({
          label,
          value: inWords(row[key] ?? null),
        })),
      ),
    })),
  });
}

function inWords(value: Value): string {
  if (value === null || value === '') return BLANK;
  if (Array.isArray(value)) return value.join(', ') || BLANK;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = String(value);
  if (MOMENT.test(text)) return formatMoment(text);
  return isCalendarDate(text) ? formatDate(text) : text;
}
