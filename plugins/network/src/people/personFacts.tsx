import type { ReactNode } from 'react';
import { languageName, NATION_NAMES, SPECIALISM_NAMES } from '@imsa-hub/core';
import { REGULATOR_NAMES, type PersonRecord } from '@imsa-hub/network-common';
import { Moment } from '@imsa-hub/ui';

interface Fact {
  label: string;
  value: ReactNode;
}

function immigration(person: PersonRecord): Fact[] {
  const { regulation, regulatedForImmigration } = person;
  if (regulation) {
    return [
      {
        label: 'Immigration advice',
        value: (
          <>
            Regulated by the {REGULATOR_NAMES[regulation.regulator]}, number{' '}
            {regulation.number}, until <Moment at={regulation.validUntil} />
          </>
        ),
      },
    ];
  }
  if (regulatedForImmigration === undefined) return [];
  return [
    {
      label: 'Immigration advice',
      value: regulatedForImmigration
        ? 'Regulated to give it'
        : 'Not regulated: signposts and refers',
    },
  ];
}

function list(options: {
  label: string;
  values: readonly string[] | undefined;
}): Fact[] {
  const { label, values } = options;
  if (!values?.length) return [];
  return [{ label, value: values.join(', ') }];
}

/** What the reader may know of a person; what they may not is absent. */
export function personFacts(person: PersonRecord): Fact[] {
  const facts = [
    ...list({ label: 'E-mail', values: person.email ? [person.email] : [] }),
    ...list({
      label: 'Nations',
      values: person.nations?.map(nation => NATION_NAMES[nation]),
    }),
    ...list({
      label: 'Specialisms',
      values: person.specialisms?.map(area => SPECIALISM_NAMES[area]),
    }),
    ...list({
      label: 'Languages',
      values: person.languages?.map(languageName),
    }),
    ...immigration(person),
  ];
  return facts.length > 0
    ? facts
    : [{ label: 'Details', value: 'None that you may see' }];
}
