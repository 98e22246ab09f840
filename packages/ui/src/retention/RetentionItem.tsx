import { Link } from '@backstage/ui';
import type { RetentionAction, RetentionRow } from '@imsa-hub/core';
import type { useOpenAction } from '../actions/useOpenAction';
import type { KeptKind } from './KeptKind';
import { RetentionButtons } from './RetentionButtons';
import { RetentionForm } from './RetentionForm';
import { RetentionState } from './RetentionState';
import { useFocusOnLeaving } from './useFocusOnLeaving';

/** One closed record of the review, with the form of what is decided on it. */
export function RetentionItem(props: {
  kind: KeptKind;
  row: RetentionRow;
  /** Which one's form is open. */
  opened: ReturnType<typeof useOpenAction<RetentionAction>>;
}) {
  const { kind, row, opened } = props;
  const box = useFocusOnLeaving<HTMLLIElement>();
  return (
    <li ref={box} className="hub-part" data-item={row.id}>
      <h3 className="hub-subtitle">
        <Link href={kind.pagePath(row.id)}>{row.reference}</Link>
        {row.alsoCalled && (
          <span className="hub-optional"> {row.alsoCalled}</span>
        )}
      </h3>
      <RetentionState kind={kind} row={row} />
      <RetentionButtons
        row={row}
        onChoose={action => opened.show(action, row.id)}
      />
      {opened.open && opened.item === row.id && (
        <RetentionForm
          key={opened.open}
          kind={kind}
          row={row}
          action={opened.open}
          onClose={opened.close}
        />
      )}
    </li>
  );
}
