import { Button } from '@backstage/ui';
import type { DraftList } from '@imsa-hub/escalations-common';
import { Moment, Notice, Section } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { useMend } from '../api/useDrafts';

/** Cases that the Hub returned, to be mended and brought again. */
export function ToMendSection(props: { cases: DraftList['toMend'] }) {
  const { cases } = props;
  const navigate = useNavigate();
  const { mend, isPending, problem } = useMend(id =>
    navigate(pagePaths.draft(id)),
  );
  if (cases.length === 0) return null;
  return (
    <Section
      title="Returned to you"
      lead="The reason stands at the top of each while you mend it."
    >
      {problem && (
        <Notice tone="warning" title="It could not be opened" announce>
          {problem.detail}
        </Notice>
      )}
      <ul className="raise-lines">
        {cases.map(({ id, reference, caseReference, returnedAt }) => (
          <li key={id} className="raise-line">
            <div>
              <strong>{caseReference}</strong>
              <p className="hub-optional">
                {reference}, returned <Moment at={returnedAt} />
              </p>
            </div>
            <Button
              variant="secondary"
              size="medium"
              isPending={isPending}
              aria-label={`Mend it: ${caseReference}`}
              onPress={() => mend(id)}
            >
              Mend it
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
