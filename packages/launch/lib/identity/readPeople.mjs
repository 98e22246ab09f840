import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../paths.mjs';
import { demoPeople } from './demoPeople.mjs';

/**
 * @typedef {object} Person
 * @property {string} key
 * @property {string} name
 * @property {string} email
 * @property {string[]} roles
 * @property {boolean} [trainee]
 * @property {boolean} persona whether the sign-in page shows this person first
 */

/**
 * The people of the synthetic network, personas first.
 *
 * @param {{ file?: string }} [options]
 * @returns {Person[]}
 */
export function readPeople({
  file = join(projectRoot, 'catalog/demo/network.yaml'),
} = {}) {
  const people = readNetwork(file);
  return people.length > 0
    ? [...people].sort((a, b) => Number(b.persona) - Number(a.persona))
    : demoPeople;
}

/** @param {string} file @returns {Person[]} */
function readNetwork(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const listed = parse(text)?.people;
  if (!Array.isArray(listed)) {
    return [];
  }
  return listed
    .filter(person => typeof person?.email === 'string')
    .map(person => ({
      key: String(person.key ?? person.email),
      name: String(person.name ?? person.key ?? person.email),
      email: person.email,
      roles: rolesOf(person),
      trainee: person.training === 'trainee',
      persona: person.persona === true,
    }));
}

/** @param {{ role?: unknown, roles?: unknown }} person @returns {string[]} */
function rolesOf(person) {
  const roles = Array.isArray(person.roles) ? person.roles : [person.role];
  return roles
    .map(role => (typeof role === 'object' && role ? role.role : role))
    .filter(role => typeof role === 'string');
}

/** @type {Record<string, string>} */
const roleWords = {
  'hub-manager': 'Hub manager',
  'advice-coordinator': 'Advice coordinator',
  'senior-imsa': 'Senior IMSA',
  imsa: 'IMSA',
  'clinical-supervisor': 'Clinical supervisor',
  'organisation-officer': "Organisation's officer",
  'advisory-board': 'Advisory Board',
  'meal-analyst': 'Analyst',
  'platform-admin': 'Platform administrator',
};

/**
 * A person's roles in words.
 *
 * @param {Person} person
 */
export function describeRoles(person) {
  const words = person.roles.map(role => roleWords[role] ?? role).join(', ');
  return `${words || 'No role'}${person.trainee ? ' in training' : ''}`;
}
