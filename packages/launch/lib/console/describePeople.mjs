import { describeRoles, readPeople } from '../identity/readPeople.mjs';

/**
 * A table of the people one can sign in as.
 *
 * @returns {string}
 */
export function describePeople() {
  const rows = readPeople()
    .filter(person => person.persona)
    .map(person => [person.name, describeRoles(person), person.email]);
  const widths = [0, 1].map(column =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  );
  return rows
    .map(
      ([name = '', role = '', email = '']) =>
        `  ${name.padEnd(widths[0] ?? 0)}  ${role.padEnd(widths[1] ?? 0)}  ${email}`,
    )
    .join('\n');
}
