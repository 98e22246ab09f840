import type { Permission } from '@backstage/plugin-permission-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { HubPermissions } from '../policy/HubPolicy';
import type { ConflictFacts } from './ConflictFacts';
import { applyCriteria, meetsCriteria, type ConflictRules } from './criteria';

/** What {@link RecordSight} stands on. */
export interface RecordSightOptions<Row> {
  permissions: HubPermissions;
  /** Which records a person may see. */
  read: Permission;
  /** Which records a person may work on. */
  work: Permission;
  /** The independence rule on the plugin's columns. */
  rules: ConflictRules;
  /** What the rule asks, of a row in hand. */
  facts(row: Row): ConflictFacts;
}

/**
 * Who may see and work on which records of one kind: in SQL, so that a list
 * or a look-up never holds what a person may not see, and on a row in hand.
 */
export class RecordSight<Row> {
  constructor(private readonly options: RecordSightOptions<Row>) {}

  /** Leaves only rows that the person may see. */
  filterReadable(person: PersonContext, builder: Knex.QueryBuilder): void {
    this.filter(person, this.options.read, builder);
  }

  /** Leaves only rows that the person may work on. */
  filterWorkable(person: PersonContext, builder: Knex.QueryBuilder): void {
    this.filter(person, this.options.work, builder);
  }

  maySee(person: PersonContext, row: Row): boolean {
    return this.meets(person, this.options.read, row);
  }

  mayWorkOn(person: PersonContext, row: Row): boolean {
    return this.meets(person, this.options.work, row);
  }

  private filter(
    person: PersonContext,
    permission: Permission,
    builder: Knex.QueryBuilder,
  ): void {
    const decision = this.options.permissions.decide(person, permission);
    if (decision.result === 'ALLOW') return;
    if (!('conditions' in decision)) {
      builder.whereRaw('false');
      return;
    }
    applyCriteria(builder, decision.conditions, this.options.rules);
  }

  private meets(
    person: PersonContext,
    permission: Permission,
    row: Row,
  ): boolean {
    const { permissions, rules, facts } = this.options;
    const decision = permissions.decide(person, permission);
    if (decision.result === 'ALLOW') return true;
    if (!('conditions' in decision)) return false;
    return meetsCriteria(facts(row), decision.conditions, rules);
  }
}
