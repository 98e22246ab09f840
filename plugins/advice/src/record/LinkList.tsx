import type { QueryRecord } from '@imsa-hub/advice-common';
import { Link } from '@backstage/ui';
import { pagePaths } from '../api/paths';

const KINDS: Readonly<Record<QueryRecord['links'][number]['kind'], string>> = {
  related: 'related',
  'merged-here': 'merged into this one',
  'merged-into': 'this one was merged into it',
};

/** Other queries that have to do with this one. */
export function LinkList(props: { links: QueryRecord['links'] }) {
  return (
    <ul className="advice-limits">
      {props.links.map(link => (
        <li key={`${link.id} ${link.kind}`}>
          <Link href={pagePaths.query(link.id)}>{link.reference}</Link>{' '}
          <span className="hub-optional">{KINDS[link.kind]}</span>
        </li>
      ))}
    </ul>
  );
}
