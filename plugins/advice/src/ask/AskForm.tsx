import { Button } from '@backstage/ui';
import type { CreatedQuery, MailRecord } from '@imsa-hub/advice-common';
import { CreatedQuerySchema } from '@imsa-hub/advice-common';
import {
  FormActions,
  HubForm,
  Notice,
  Section,
  useCheck,
  useDraft,
  useHubMutation,
  useOnce,
} from '@imsa-hub/ui';
import { useState } from 'react';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import { MailFields } from '../mail/MailFields';
import { askBody, logCallBody, logMailBody } from './askBody';
import { emptyAsk, withoutEmptyLines, type AskDraft } from './askDraft';
import { ASK_WORDS, type AskWay } from './askWords';
import { CallFields } from './CallFields';
import { checkAsk } from './checkAsk';
import { ContactFields } from './ContactFields';
import { EventLines } from './EventLines';
import { OrganisationField } from './OrganisationField';
import { PersonFields } from './PersonFields';
import { QuestionFields } from './QuestionFields';
import { SafetyFields } from './SafetyFields';

const DRAFT_KEYS = {
  console: 'advice.ask',
  phone: 'advice.log-call',
  mailbox: 'advice.log-mail',
} as const satisfies Record<AskWay, string>;

function pathOf(way: AskWay, mail: MailRecord | undefined): string {
  if (mail) return apiPaths.doesMail(mail.id, 'log');
  return way === 'phone' ? apiPaths.logCall : apiPaths.ask;
}

function bodyOf(draft: AskDraft, way: AskWay, mail: MailRecord | undefined) {
  if (mail) return logMailBody(draft, mail);
  return way === 'phone' ? logCallBody(draft) : askBody(draft);
}

/** The whole form, on one page. What is typed is kept until it has arrived. */
export function AskForm(props: {
  way: AskWay;
  /** The mail that is logged, where it is one. */
  mail?: MailRecord;
  onCreated(created: CreatedQuery): void;
  /** What is done with a mail that is about a child. */
  onChild?(): void;
}) {
  const { way, mail, onCreated } = props;
  const words = ASK_WORDS[way];
  const [initial] = useState(emptyAsk);
  const [draft, setDraft, clear] = useDraft<AskDraft>({
    key: mail ? `advice.log-mail.${mail.id}` : DRAFT_KEYS[way],
    initial,
  });
  const change = (part: Partial<AskDraft>) => setDraft({ ...draft, ...part });
  const { errors, checkNow } = useCheck(() => checkAsk({ draft, way }));
  const ask = useHubMutation({
    path: pathOf(way, mail),
    schema: CreatedQuerySchema,
    body: (body: object) => body,
    invalidates: [keys.queueAll, keys.day, keys.mailsAll],
    onSuccess: created => {
      clear();
      onCreated(created);
    },
  });
  const once = useOnce();
  const submit = () => {
    // Enter in a field: nothing about a child is sent.
    if (draft.under18 === 'yes') return;
    // An error points to a line by its place among those that are sent.
    change({ events: withoutEmptyLines(draft.events) });
    if (checkNow()) return;
    once(() => ask.mutateAsync(bodyOf(draft, way, mail)));
  };
  const fields = { draft, change, way };

  return (
    <HubForm
      label={words.title}
      onSubmit={submit}
      errors={errors}
      problem={ask.error}
    >
      {ask.error?.isStale && (
        <Notice tone="warning" title="Somebody else was here first" announce>
          {ask.error.detail}
        </Notice>
      )}
      {way === 'phone' && <CallFields {...fields} />}
      {mail && <MailFields {...fields} mail={mail} />}
      <PersonFields {...fields} />
      {draft.under18 === 'yes' ? (
        props.onChild && (
          <FormActions>
            <Button variant="primary" size="medium" onPress={props.onChild}>
              Set the mail aside
            </Button>
          </FormActions>
        )
      ) : (
        <>
          <QuestionFields {...fields} />
          <SafetyFields {...fields} />
          <EventLines {...fields} />
          <ContactFields {...fields} />
          <Section title="A service it is about">
            <OrganisationField
              name="subjectOrganisationId"
              label="Is it about an organisation of the register?"
              hint="For example a complaint about a service. Nobody who works there can then see the question, whatever their role."
              value={draft.organisation}
              onChange={organisation => change({ organisation })}
            />
          </Section>
          <FormActions>
            <Button
              type="submit"
              variant="primary"
              size="medium"
              isPending={ask.isPending}
            >
              {words.submit}
            </Button>
          </FormActions>
        </>
      )}
    </HubForm>
  );
}
