import { Button, Link } from '@backstage/ui';
import {
  CHECK_PAGE,
  RaisedCaseSchema,
  type Draft,
} from '@imsa-hub/escalations-common';
import {
  ErrorSummary,
  Facts,
  FormActions,
  HubForm,
  LimitList,
  LongText,
  Notice,
  PageBody,
  Section,
  useHubMutation,
  useOnce,
  type FieldError,
} from '@imsa-hub/ui';
import { useState } from 'react';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';
import { ConsentDecisionNotice } from './ConsentDecisionNotice';
import { pageBefore, progress } from './nextPage';
import { ReturnedNotice } from './ReturnedNotice';
import { EYEBROW } from './words';

/** Where an answer is changed, and the check is come back to. */
const changePath = (draft: Draft, page: string) =>
  pagePaths.changePage(draft.id, page);

/** What keeps it from being raised: each leads to the page where it is mended. */
function problemsOf(draft: Draft): FieldError[] {
  return draft.problems.map(({ page, message }) => ({ field: page, message }));
}

/** Every question and answer, each with a way to change it; then it is raised. */
export function CheckPage(props: {
  draft: Draft;
  onRaised(raised: { id: string; reference: string }): void;
  onRefused(): void;
}) {
  const { draft, onRaised, onRefused } = props;
  const [attempt, setAttempt] = useState(0);
  const once = useOnce();
  const { mutateAsync, isPending, error } = useHubMutation({
    path: apiPaths.submit(draft.id),
    schema: RaisedCaseSchema,
    invalidates: [keys.drafts, keys.day, keys.boardAll],
    onSuccess: (
      raised: { id: string; reference: string },
      _request: { version: number },
    ) => onRaised(raised),
  });
  const problems = problemsOf(draft);
  const again = draft.escalationId !== null;

  const submit = () => {
    setAttempt(count => count + 1);
    if (problems.length > 0) return;
    once(() =>
      mutateAsync({ version: draft.version }).catch(refusal => {
        // It was changed elsewhere, or a list was: what is wrong now shows.
        onRefused();
        throw refusal;
      }),
    );
  };
  return (
    <PageBody
      title="Check your answers"
      lead="What you send is kept as it is worded here. Everything else can still be added later."
      eyebrow={`${EYEBROW} · ${progress(draft, CHECK_PAGE)}`}
      back={{
        href: pagePaths.draftPage(
          draft.id,
          pageBefore(draft, CHECK_PAGE) ?? '',
        ),
        label: 'Back',
      }}
      width="reading"
    >
      {attempt > 0 && (
        <ErrorSummary
          title="This has to be answered first"
          errors={problems}
          attempt={attempt}
          hrefOf={({ field }) => changePath(draft, field)}
        />
      )}
      <ReturnedNotice draft={draft} />
      <ConsentDecisionNotice draft={draft} />
      {draft.fromQuery && (
        <Notice title={`Made of query ${draft.fromQuery.reference}`}>
          The query stays open with whoever has it. Whoever asked is told, in
          plain words and without anything of the case, that it was taken on.
        </Notice>
      )}
      {draft.inWords.map(({ page, title, answers }) => (
        <Section
          key={page}
          title={title}
          actions={
            <Link
              href={changePath(draft, page)}
              aria-label={`Change: ${title}`}
            >
              Change
            </Link>
          }
        >
          <Facts
            items={answers.map(({ label, text }) => ({
              label,
              value: <LongText>{text}</LongText>,
            }))}
          />
        </Section>
      ))}
      {draft.limits.length > 0 && (
        <Section
          title="Limits that follow"
          lead="A reminder, not legal advice. Check each before you rely on it."
        >
          <LimitList limits={draft.limits} />
        </Section>
      )}
      <HubForm
        label={again ? 'Bring it again' : 'Bring it to the Hub'}
        onSubmit={submit}
        problem={error?.fieldErrors.length ? null : error}
      >
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={isPending}
          >
            {again ? 'Bring it again' : 'Bring it to the Hub'}
          </Button>
        </FormActions>
      </HubForm>
    </PageBody>
  );
}
