import { Button } from '@backstage/ui';
import { NationSchema, type JourneyPage } from '@imsa-hub/core';
import {
  CHECK_PAGE,
  type Choices,
  type Draft,
} from '@imsa-hub/escalations-common';
import { FormActions, HubForm, PageBody } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { LeaveGuard } from './LeaveGuard';
import { LimitsOnPage } from './LimitsOnPage';
import { ListFieldView } from './ListFieldView';
import { pageAfter, pageAfterChange, pageBefore, progress } from './nextPage';
import { fieldName, tidied } from './pageAnswers';
import { PageConflict } from './PageConflict';
import { ReturnedNotice } from './ReturnedNotice';
import { SimpleFieldView, type FieldSurroundings } from './SimpleFieldView';
import { usePageDraft } from './usePageDraft';
import { EYEBROW } from './words';

/** One page of the journey: one thing, saved when one goes on. */
export function QuestionPage(props: {
  draft: Draft;
  page: JourneyPage;
  choices: Choices;
  /**
   * Reached by a Change link of the check, which is where one goes back to; or
   * by the change on another page: that page, then.
   */
  change?: { openedBy?: string };
}) {
  const { draft, page, choices, change } = props;
  const navigate = useNavigate();
  const written = usePageDraft(draft, page);
  const nation = NationSchema.safeParse(
    written.answers.nation ?? draft.answers.nation,
  ).data;
  const surroundings: FieldSurroundings = { choices, nation };
  const before = pathBefore({ draft, page, change });

  const goOn = (saved: Draft) => {
    if (!change) {
      navigate(pagePaths.draftPage(draft.id, pageAfter(saved, page.id)));
      return;
    }
    const next = pageAfterChange(saved, page.id);
    navigate(
      next === CHECK_PAGE
        ? pagePaths.draftPage(draft.id, next)
        : pagePaths.changePage(draft.id, next, page.id),
    );
  };
  return (
    <PageBody
      title={page.title}
      lead={page.lead}
      eyebrow={`${EYEBROW} · ${progress(draft, page.id)}`}
      back={{
        href: before ?? pagePaths.raise,
        label: before ? 'Back' : 'Your drafts',
      }}
      width="reading"
    >
      <LeaveGuard
        isUnsaved={written.isUnsaved}
        journey={pagePaths.draft(draft.id)}
      />
      <ReturnedNotice draft={draft} />
      {written.newer && (
        <PageConflict
          page={page}
          mine={tidied(page, written.answers)}
          newer={written.newer}
          choices={choices}
          onKeepMine={() => written.keepMine(goOn)}
          onTakeNewer={written.takeNewer}
        />
      )}
      <HubForm
        label={page.title}
        onSubmit={() => written.save(goOn)}
        errors={written.errors}
        problem={written.problem}
      >
        {page.fields.map(field =>
          field.kind === 'list' ? (
            <ListFieldView
              key={field.name}
              field={field}
              value={written.answers[field.name]}
              onChange={items => written.change({ [field.name]: items })}
              surroundings={surroundings}
            />
          ) : (
            <SimpleFieldView
              key={field.name}
              field={field}
              name={fieldName(field.name)}
              value={written.answers[field.name]}
              onChange={value => written.change({ [field.name]: value })}
              surroundings={surroundings}
            />
          ),
        )}
        <LimitsOnPage page={page} answers={written.answers} nation={nation} />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={written.isSaving}
            isDisabled={written.newer !== undefined}
          >
            {change ? 'Save' : 'Save and continue'}
          </Button>
          <Button
            variant="tertiary"
            size="medium"
            isDisabled={written.isSaving}
            onPress={() => written.save(() => navigate(pagePaths.raise))}
          >
            Save and come back later
          </Button>
        </FormActions>
      </HubForm>
    </PageBody>
  );
}

function pathBefore(options: {
  draft: Draft;
  page: JourneyPage;
  change?: { openedBy?: string };
}): string | undefined {
  const { draft, page, change } = options;
  if (change?.openedBy) return pagePaths.changePage(draft.id, change.openedBy);
  const before = change ? CHECK_PAGE : pageBefore(draft, page.id);
  return before && pagePaths.draftPage(draft.id, before);
}
