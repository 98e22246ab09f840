import type { Role } from '@imsa-hub/core';
import {
  isWithinEmployment,
  plannedTermProblem,
  type EmploymentKind,
  type EndEmployment,
  type EndRole,
  type GrantRole,
  type StartEmployment,
  type Training,
} from '@imsa-hub/network-common';
import type { EmploymentPart, GrantPart } from './personRow';

/** What has to be mended: which field, and how. */
export interface RuleProblem {
  field: string;
  message: string;
}

/** The parts of a person that the rules look at. */
export interface PersonState {
  training: Training;
  employments: readonly EmploymentPart[];
  grants: readonly GrantPart[];
}

/** What is wrong with giving somebody of this training this role; or nothing. */
export function roleFitsProblem(options: {
  role: Role;
  training: Training;
  kind: EmploymentKind | undefined;
}): string | undefined {
  const { role, training, kind } = options;
  if (isWithinEmployment(role) && kind === undefined)
    return 'Choose the employment this role belongs to';
  if (!isWithinEmployment(role) && kind !== undefined)
    return 'Leave this out: the role does not belong to an employment';
  if (role === 'imsa' && training === 'not-an-imsa')
    return 'Record this person as accredited or a trainee first';
  if (role === 'imsa' && kind === 'staff')
    return 'An IMSA is employed by secondment or external recruitment: choose that employment';
  if (role === 'senior-imsa' && training !== 'accredited')
    return 'A senior IMSA is accredited: record that first';
  return undefined;
}

/** What is wrong with a new employment; or nothing. */
export function employmentProblem(
  state: PersonState,
  employment: StartEmployment,
): RuleProblem | undefined {
  const term = plannedTermProblem(employment);
  if (term) return { field: 'plannedEndOn', message: term };
  const overlapping = state.employments.some(
    part =>
      part.organisationId === employment.organisationId &&
      (part.endedOn === null || part.endedOn > employment.startedOn),
  );
  if (overlapping) {
    return {
      field: 'startedOn',
      message:
        'This person is employed there on that day already; end that employment first',
    };
  }
  return undefined;
}

/** What is wrong with ending an employment; or nothing. */
export function endEmploymentProblem(
  employment: EmploymentPart,
  ending: EndEmployment,
): RuleProblem | undefined {
  if (employment.endedOn !== null && employment.endedOn <= ending.endedOn) {
    return {
      field: 'endedOn',
      message: `This employment ended on ${employment.endedOn} already`,
    };
  }
  if (ending.endedOn < employment.startedOn) {
    return {
      field: 'endedOn',
      message: `Enter ${employment.startedOn} or later: it began then`,
    };
  }
  return undefined;
}

/** What is wrong with granting a role; or nothing. */
export function grantProblem(
  state: PersonState,
  grant: GrantRole,
): RuleProblem | undefined {
  const employment = state.employments.find(
    part => part.id === grant.employmentId,
  );
  if (grant.employmentId !== undefined && !employment) {
    return {
      field: 'employmentId',
      message: 'Choose one of this person’s employments',
    };
  }
  const fits = roleFitsProblem({
    role: grant.role,
    training: state.training,
    kind: employment?.kind,
  });
  if (fits) {
    const about = isWithinEmployment(grant.role) !== (employment !== undefined);
    return { field: about ? 'employmentId' : 'role', message: fits };
  }
  if (grant.untilOn !== undefined && grant.untilOn <= grant.fromOn)
    return { field: 'untilOn', message: 'Enter an end after the start' };
  if (employment && !within(grant.fromOn, employment)) {
    return {
      field: 'fromOn',
      message: 'Enter a day on which the employment holds',
    };
  }
  const held = state.grants.some(
    part =>
      part.role === grant.role &&
      part.employmentId === (grant.employmentId ?? null) &&
      (part.untilOn === null || part.untilOn > grant.fromOn) &&
      (grant.untilOn === undefined || part.fromOn < grant.untilOn),
  );
  if (held)
    return { field: 'role', message: 'They hold this role then already' };
  return undefined;
}

/** What is wrong with ending a role; or nothing. */
export function endRoleProblem(
  grant: GrantPart,
  ending: EndRole,
): RuleProblem | undefined {
  if (grant.untilOn !== null && grant.untilOn <= ending.untilOn) {
    return {
      field: 'untilOn',
      message: `This role ended on ${grant.untilOn} already`,
    };
  }
  if (ending.untilOn < grant.fromOn) {
    return {
      field: 'untilOn',
      message: `Enter ${grant.fromOn} or later: it began then`,
    };
  }
  return undefined;
}

/** What a change of training would break; or nothing. */
export function trainingProblem(
  state: PersonState,
  training: Training,
  today: string,
): RuleProblem | undefined {
  const kinds = new Map(state.employments.map(part => [part.id, part.kind]));
  for (const part of state.grants) {
    if (part.untilOn !== null && part.untilOn <= today) continue;
    const kind = part.employmentId ? kinds.get(part.employmentId) : undefined;
    const problem = roleFitsProblem({ role: part.role, training, kind });
    if (problem) {
      return {
        field: 'training',
        message: 'End the roles first that need this training',
      };
    }
  }
  return undefined;
}

function within(day: string, employment: EmploymentPart): boolean {
  return (
    employment.startedOn <= day &&
    (employment.endedOn === null || day < employment.endedOn)
  );
}
