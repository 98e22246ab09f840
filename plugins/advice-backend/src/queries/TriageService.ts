import { TIER_NAMES, type TriageRequest } from '@imsa-hub/advice-common';
import { refuseIf } from '@imsa-hub/core-node';
import { isImmigration } from '@imsa-hub/network-node';
import { highRiskGate, immigrationAreaGate } from './flowContext';
import type { AdviceContext } from '../AdviceContext';
import type { ChangeInput, QueryChanges } from './QueryChanges';

/** What a query is about, how risky it is, and which tier it gets. */
export class TriageService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  async triage(input: ChangeInput & { request: TriageRequest }) {
    const { request } = input;
    refuseIf(request.tier === 'advice' && !request.professionalRole, {
      field: 'body.professionalRole',
      message: 'Name the role of the professional who can act on the advice',
    });
    refuseIf(request.tier === 'intervention-only' && !request.issueArea, {
      field: 'body.issueArea',
      message: 'Choose the one issue that the IMSA takes on',
    });
    const organisation = request.subjectOrganisationId;
    refuseIf(
      organisation !== null &&
        !this.context.hub.people.organisation(organisation),
      {
        field: 'body.subjectOrganisationId',
        message: 'Choose an organisation of the register, or none',
      },
    );
    await this.changes.make({
      ...input,
      action: 'triage',
      reason: request.reason,
      apply: async ({ row, context: { draft } }) => {
        const gate = highRiskGate(input.person, row, draft);
        refuseIf(!request.highRisk && gate !== undefined, {
          field: 'body.highRisk',
          message: gate ?? '',
        });
        const areaGate = immigrationAreaGate(input.person, row, draft);
        refuseIf(areaGate !== undefined && !isImmigration(request.areas), {
          field: 'body.areas',
          message: areaGate ?? '',
        });
        return {
          patch: {
            tier: request.tier,
            professional_role:
              request.tier === 'advice' ? request.professionalRole : null,
            issue_area:
              request.tier === 'intervention-only' ? request.issueArea : null,
            high_risk: request.highRisk,
            areas: request.areas,
            subject_organisation_id: organisation,
            // It is said now; what the text names is no guess any more.
            named_organisation_ids: [],
          },
          entries: [
            {
              kind: 'move',
              summary: row.tier
                ? `Changed the tier from ${TIER_NAMES[row.tier]} to ${TIER_NAMES[request.tier]}`
                : `Set the tier: ${TIER_NAMES[request.tier]}`,
              body: request.reason,
            },
          ],
          record: { type: 'advice.query-triaged', why: request.tier },
        };
      },
    });
  }
}
