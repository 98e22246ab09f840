import type { RuleRecord } from '@imsa-hub/deadlines-common';
import { KIND_NAMES, SECONDARY } from '@imsa-hub/deadlines-common';
import { Facts, Moment, Section } from '@imsa-hub/ui';
import { Link } from '@backstage/ui';
import { nationsInWords } from '../shared/choices';
import { pagePaths } from '../shared/paths';
import { RuleDates } from '../shared/RuleStandingBadge';

/** What starts a rule, where and for which events it holds. */
export function RuleFacts({ record }: { record: RuleRecord }) {
  const { rule, predecessor, successors } = record;
  return (
    <Section title="What it is for">
      <Facts
        items={[
          { label: 'Starts with', value: rule.event },
          { label: 'Where', value: nationsInWords(rule.nations) },
          { label: 'Kind', value: KIND_NAMES[rule.kind] },
          { label: 'Holds for', value: <RuleDates rule={rule} /> },
          ...(predecessor
            ? [
                {
                  label: 'Took the place of',
                  value: (
                    <Link href={pagePaths.rule(predecessor.id)}>
                      {predecessor.title}
                    </Link>
                  ),
                },
              ]
            : []),
          ...successors.map(({ id, title, nations }) => ({
            label: `Followed by (${nationsInWords(nations)})`,
            value: <Link href={pagePaths.rule(id)}>{title}</Link>,
          })),
        ]}
      />
    </Section>
  );
}

/** How it counts, and what to be careful about. */
export function RuleCounting({ record }: { record: RuleRecord }) {
  const { counting, rule } = record;
  return (
    <Section title="How it counts">
      <ol className="deadlines-steps">
        {counting.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {rule.caution && <p className="hub-caution">{rule.caution}</p>}
    </Section>
  );
}

/** Where it was read, when, and how surely. */
export function RuleSource({ record }: { record: RuleRecord }) {
  const { rule } = record;
  return (
    <Section title="Source">
      {rule.confidence === 'secondary' && (
        <p className="hub-caution">{SECONDARY} Check it first.</p>
      )}
      <Facts
        items={[
          { label: 'Authority', value: rule.authority },
          { label: 'Read in', value: rule.source },
          ...(rule.sourceUrl
            ? [
                {
                  label: 'Address',
                  value: (
                    <a href={rule.sourceUrl} rel="noreferrer">
                      Open it on{' '}
                      {new URL(rule.sourceUrl).host.replace(/^www\./, '')}
                    </a>
                  ),
                },
              ]
            : []),
          { label: 'Read on', value: <Moment at={rule.reviewedOn} /> },
        ]}
      />
    </Section>
  );
}
