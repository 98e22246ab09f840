import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';

/** One field in the two versions. */
export interface ConflictRow {
  label: string;
  yours: ReactNode;
  newer: ReactNode;
}

/**
 * Somebody else changed the record first. Shows both versions, and nothing is
 * overwritten until one of them is chosen.
 */
export function ConflictNotice(props: {
  rows: readonly ConflictRow[];
  /** Put your words on top of the newer version. */
  onKeepMine?(): void;
  /** Default "Save mine over the newer one". */
  keepLabel?: string;
  onTakeNewer(): void;
}) {
  const { rows, onKeepMine, onTakeNewer } = props;
  const { keepLabel = 'Save mine over the newer one' } = props;
  return (
    <section className="hub-notice" data-tone="warning" role="alert">
      <p className="hub-notice-title">Somebody changed this while you worked</p>
      <p>Nothing of yours is lost, and nothing of theirs was overwritten.</p>
      <table className="hub-conflict">
        <thead>
          <tr>
            <td />
            <th scope="col">Yours</th>
            <th scope="col">The newer version</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td data-label="Yours">{row.yours}</td>
              <td data-label="The newer version">{row.newer}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="hub-row">
        {onKeepMine && (
          <Button variant="primary" size="medium" onPress={onKeepMine}>
            {keepLabel}
          </Button>
        )}
        <Button variant="secondary" size="medium" onPress={onTakeNewer}>
          Take the newer version
        </Button>
      </div>
    </section>
  );
}
