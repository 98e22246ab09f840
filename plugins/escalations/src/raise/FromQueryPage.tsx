import {
  Facts,
  LimitList,
  LongText,
  PageBody,
  QueryBoundary,
  RecordNotFound,
  Section,
} from '@imsa-hub/ui';
import { useChoices } from '../api/useChoices';
import { useCarryOver } from '../api/useDrafts';
import { BeginSection } from './BeginSection';

const QUERIES = '/advice';

/** What of a query carries over into a case, before anything is copied. */
export function FromQueryPage({ queryId }: { queryId: string }) {
  const carryOver = useCarryOver(queryId);
  const choices = useChoices();
  if (carryOver.error && !carryOver.data) {
    return (
      <RecordNotFound
        noun="query"
        back={{ href: QUERIES, label: 'Advice line' }}
        goLabel="Go to the advice line"
        error={carryOver.error}
        onRetry={() => void carryOver.refetch()}
      />
    );
  }
  return (
    <PageBody
      title="Make a complex case of a query"
      lead="Nothing is copied until you begin, and nothing leaves your draft until you bring it to the Hub."
      back={{ href: `${QUERIES}/queries/${queryId}`, label: 'The query' }}
      width="reading"
    >
      <QueryBoundary query={carryOver} what="what carries over">
        {({ query, pages, limits }) => (
          <>
            <Section
              title={`What carries over from ${query.reference}`}
              lead="You can change each of it on its page."
            >
              <Facts
                items={pages
                  .flatMap(({ answers }) => answers)
                  .map(({ label, text }) => ({
                    label,
                    value: <LongText>{text}</LongText>,
                  }))}
              />
            </Section>
            {limits.length > 0 && (
              <Section title="Limits that follow">
                <LimitList limits={limits} />
              </Section>
            )}
            <Section title="What stays with the query">
              <ul>
                <li>Who asked, and how they can be reached safely</li>
                <li>What was said between them and the Hub, and your notes</li>
              </ul>
              <p>
                The query stays open with you until you close it. Whoever asked
                is told, in plain words and without anything of the case, that
                it was taken on.
              </p>
            </Section>
            <QueryBoundary query={choices} what="the kinds of case">
              {({ types }) => (
                <BeginSection
                  types={types}
                  fromQueryId={query.id}
                  title="Begin with these answers"
                  label="Begin"
                />
              )}
            </QueryBoundary>
          </>
        )}
      </QueryBoundary>
    </PageBody>
  );
}
