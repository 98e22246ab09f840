import { describeRoles, readPeople } from './readPeople.mjs';

/**
 * @typedef {object} Account
 * @property {string} sub
 * @property {string} name
 * @property {string} email
 * @property {boolean} emailVerified
 * @property {string} description shown on the sign-in page
 * @property {'persona' | 'network' | 'test' | 'typed'} group
 */

/**
 * Who can sign in here: everyone in the synthetic network, two accounts that the
 * hub must refuse, and any address that is typed (the hub decides whether it
 * belongs to a registered person).
 */
export class Accounts {
  /** @type {Map<string, Account>} */
  #added = new Map();

  /** @returns {Account[]} */
  list() {
    const people = readPeople().map(person => ({
      sub: person.key,
      name: person.name,
      email: person.email,
      emailVerified: true,
      description: describeRoles(person),
      group: /** @type {const} */ (person.persona ? 'persona' : 'network'),
    }));
    return [...people, ...testAccounts, ...this.#added.values()];
  }

  /**
   * @param {string} sub
   * @returns {Account | undefined}
   */
  bySub(sub) {
    return this.list().find(account => account.sub === sub);
  }

  /**
   * The account of an address; an address nobody has becomes an account.
   *
   * @param {string} email
   * @returns {Account | undefined} undefined when it is no address
   */
  byEmail(email) {
    const wanted = email.trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(wanted) || wanted.length > 254) {
      return undefined;
    }
    return (
      this.list().find(account => account.email.toLowerCase() === wanted) ??
      this.add({
        sub: `typed:${wanted}`,
        name: wanted,
        email: wanted,
        emailVerified: true,
        description: 'Typed address',
        group: 'typed',
      })
    );
  }

  /**
   * @param {Account} account
   * @returns {Account}
   */
  add(account) {
    this.#added.set(account.sub, account);
    return account;
  }
}

/** @type {Account[]} */
const testAccounts = [
  {
    sub: 'unverified',
    name: 'Uma Unverified',
    email: 'unverified@northgate.example',
    emailVerified: false,
    description: 'The address was never verified: the hub refuses',
    group: 'test',
  },
  {
    sub: 'stranger',
    name: 'Sam Stranger',
    email: 'stranger@elsewhere.example',
    emailVerified: true,
    description: 'Not in the register: the hub refuses',
    group: 'test',
  },
];
