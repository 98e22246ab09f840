import { Button } from '@backstage/ui';
import {
  EscalationActionSchema,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import type { EscalationPanel } from '@imsa-hub/escalations-react';
import {
  OpeningsSection,
  PageBody,
  PrintNote,
  RetentionSection,
  useOpenAction,
} from '@imsa-hub/ui';
import { ACTION_FORMS } from '../actions/actionForms';
import { ActionsPanel } from '../actions/ActionsPanel';
import { CaseActionsProvider } from '../actions/CaseActions';
import { useBack } from '../api/useBack';
import { DocumentsSection } from '../documents/DocumentsSection';
import { FilesSection } from '../files/FilesSection';
import { TypePanels } from '../panels/TypePanels';
import { KEPT_CASES } from '../retention/keptCases';
import { AccessSection } from './AccessSection';
import { AskedSection } from './AskedSection';
import { CaseNotices } from './CaseNotices';
import { FactsSection, RisksSection } from './FactsSection';
import { HandoverSection } from './HandoverSection';
import { LegalRequestsSection } from './LegalRequestsSection';
import { LimitsSection } from './LimitsSection';
import { MeetingsSection } from './MeetingsSection';
import { OpinionsSection } from './OpinionsSection';
import { OutcomeSection } from './OutcomeSection';
import { SafetySection } from './SafetySection';
import { SpecialistSection } from './SpecialistSection';
import { SpendsSection } from './SpendsSection';
import { StatementsSection } from './StatementsSection';
import { StatusLine } from './StatusLine';
import { SubmissionSection } from './SubmissionSection';
import { TasksSection } from './TasksSection';
import { TimelineSection } from './TimelineSection';
import { useRecordKeys } from './useRecordKeys';

const FORM_ACTIONS = EscalationActionSchema.exclude([
  'submit',
  'write-document',
  'upload',
]);

/** A case as those see it who work on it. */
export function WholeView(props: {
  record: EscalationRecord;
  panels: readonly EscalationPanel[];
}) {
  const { record, panels } = props;
  const { open, item, show, close } = useOpenAction({
    allowed: record.allowedActions.flatMap(action => {
      const parsed = FORM_ACTIONS.safeParse(action);
      return parsed.success ? [parsed.data] : [];
    }),
    schema: FORM_ACTIONS,
  });
  const Form = open ? ACTION_FORMS[open] : undefined;
  const back = useBack();
  useRecordKeys({ record, show });

  return (
    <PageBody
      title={record.reference}
      eyebrow={`Complex case · ${record.caseReference}`}
      back={back}
      status={<StatusLine record={record} />}
      actions={
        <Button
          variant="secondary"
          size="medium"
          onPress={() => window.print()}
        >
          Print
        </Button>
      }
    >
      <CaseActionsProvider record={record} onChoose={show}>
        <PrintNote />
        <CaseNotices record={record} />
        <div className="hub-record">
          <div className="hub-record-actions hub-stack">
            <ActionsPanel record={record} />
            <RisksSection record={record} />
          </div>
          <div className="hub-record-main hub-stack">
            {Form && (
              <Form
                key={`${open} ${item}`}
                record={record}
                item={item}
                onClose={close}
              />
            )}
            <StatementsSection record={record} />
            <AskedSection record={record} />
            <TypePanels record={record} panels={panels} />
            <LimitsSection record={record} />
            <OutcomeSection record={record} />
            <SpecialistSection record={record} />
            <TasksSection record={record} />
            <SafetySection record={record} />
            <OpinionsSection record={record} />
            <SpendsSection record={record} />
            <LegalRequestsSection record={record} />
            <DocumentsSection record={record} />
            <FilesSection record={record} />
            <MeetingsSection record={record} />
            <TimelineSection record={record} />
            <SubmissionSection record={record} folded />
          </div>
          <div className="hub-record-facts hub-stack">
            <FactsSection record={record} />
            <HandoverSection record={record} />
            <AccessSection record={record} />
            <OpeningsSection openings={record.openings} />
            <RetentionSection kind={KEPT_CASES} retention={record.retention} />
          </div>
        </div>
      </CaseActionsProvider>
    </PageBody>
  );
}
