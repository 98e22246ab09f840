import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ROLES, type Role } from '@imsa-hub/core';
import type { HubPolicy } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { CHARTER, type RoleCharter, type Sight } from './charter';
import { sightCriteria } from './sightCriteria';

const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };

const ORDER: readonly Sight[] = [
  'own',
  'taking-part',
  'independent',
  'independent-or-opened',
];

/** The policy as the charter has it; what the charter does not name is refused. */
export class HubPolicyImplementation implements HubPolicy {
  private readonly doors: ReadonlyMap<Role, ReadonlySet<string>>;

  constructor(
    private readonly charter: Readonly<Record<Role, RoleCharter>> = CHARTER,
  ) {
    this.doors = new Map(ROLES.map(role => [role, new Set(charter[role].may)]));
  }

  /** See {@link HubPolicy.decide}. */
  decide(person: PersonContext, permission: Permission): PolicyDecision {
    if (!isResourcePermission(permission)) {
      return this.holds(person, permission.name) ? ALLOW : DENY;
    }
    const said = new Set(
      person.roles.flatMap(role => this.sightsOf(role, permission.name)),
    );
    // In a fixed order, so that the same roles ask the same of the database.
    const [first, ...others] = ORDER.filter(sight => said.has(sight));
    if (!first) return DENY;
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: permission.name.split('.')[0] ?? '',
      resourceType: permission.resourceType,
      conditions: sightCriteria({
        person,
        resourceType: permission.resourceType,
        sights: [first, ...others],
      }),
    };
  }

  /** See {@link HubPolicy.doorsOf}. */
  doorsOf(person: PersonContext): string[] {
    const names = person.roles.flatMap(role => [
      ...(this.doors.get(role) ?? []),
    ]);
    return [...new Set(names)].sort();
  }

  private holds(person: PersonContext, name: string): boolean {
    return person.roles.some(role => this.doors.get(role)?.has(name));
  }

  private sightsOf(role: Role, permission: string): readonly Sight[] {
    const sees = this.charter[role]?.sees ?? {};
    return Object.hasOwn(sees, permission) ? (sees[permission] ?? []) : [];
  }
}
