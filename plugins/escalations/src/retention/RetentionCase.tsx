import { Link } from '@backstage/ui';
import type {
  RetentionAction,
  RetentionRow,
} from '@imsa-hub/escalations-common';
import type { useOpenAction } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { RetentionButtons } from './RetentionButtons';
import { RetentionForm } from './RetentionForm';
import { RetentionState } from './RetentionState';
import { useFocusOnLeaving } from './useFocusOnLeaving';

/** One closed case of the review, with the form of what is decided on it. */
export function RetentionCase(props: {
  row: RetentionRow;
  /** Which case's form is open. */
  opened: ReturnType<typeof useOpenAction<RetentionAction>>;
}) {
  const { row, opened } = props;
  const box = useFocusOnLeaving<HTMLLIElement>();
  return (
    <li ref={box} className="case-part" data-item={row.id}>
      <h3 className="hub-subtitle">
        <Link href={pagePaths.case(row.id)}>{row.reference}</Link>
        <span className="hub-optional"> {row.caseReference}</span>
      </h3>
      <RetentionState row={row} />
      <RetentionButtons
        row={row}
        onChoose={action => opened.show(action, row.id)}
      />
      {opened.open && opened.item === row.id && (
        <RetentionForm
          key={opened.open}
          row={row}
          action={opened.open}
          onClose={opened.close}
        />
      )}
    </li>
  );
}
