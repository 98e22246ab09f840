import { useRef, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { ErrorState } from '../feedback/ErrorState';
import { QueueRow } from './QueueRow';
import { QueueSkeleton } from './QueueSkeleton';
import { useRowKeys } from './useRowKeys';

/** One column of a queue: what stands in it for a row. */
export interface QueueColumnConfig<T> {
  id: string;
  label: string;
  /** Plain content; not a BUI `Cell`. */
  cell(row: T): ReactNode;
  /** Names the row and carries its link. Exactly one column. */
  isRowHeader?: boolean;
  /** A CSS width such as `12rem`. */
  width?: string;
  /** Left out where the screen is narrow. */
  isHiddenOnNarrow?: boolean;
}

/** A list of work, most pressing first. */
export interface QueueTableProps<T> {
  /** Names the table for screen readers: "Open queries". */
  label: string;
  columns: readonly QueueColumnConfig<T>[];
  /** Nothing yet while it is loading. */
  rows: readonly T[] | undefined;
  getId(row: T): string;
  getHref(row: T): string;
  /** Marks a row: a coloured edge that repeats what a column says. */
  getTone?(row: T): 'negative' | 'warning' | undefined;
  error?: Error | null;
  onRetry?(): void;
  /** Shown where there are no rows. */
  empty: ReactNode;
  /** There is more after these rows. */
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onLoadMore?(): void;
  /** Said where the list stops before its end: how to narrow it. */
  tooMany?: ReactNode;
  /** `j`, `k` and Enter. Default true; off where a page has two tables. */
  keys?: boolean;
}

function Head<T>(props: { columns: readonly QueueColumnConfig<T>[] }) {
  return (
    <thead>
      <tr>
        {props.columns.map(column => (
          <th
            key={column.id}
            scope="col"
            style={column.width ? { width: column.width } : undefined}
            data-narrow={column.isHiddenOnNarrow ? 'hidden' : undefined}
          >
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Foot<T>(props: QueueTableProps<T> & { count: number }) {
  const { hasMore, isLoadingMore, onLoadMore, tooMany, count } = props;
  if (!hasMore && !tooMany) return null;
  return (
    <div className="hub-queue-foot">
      <p role="status">
        Showing {count}.{tooMany && <> {tooMany}</>}
      </p>
      {hasMore && onLoadMore && (
        <Button
          variant="secondary"
          size="medium"
          isPending={isLoadingMore}
          onPress={onLoadMore}
        >
          Show more
        </Button>
      )}
    </div>
  );
}

/**
 * The list of work on every screen: a real table that becomes cards where it
 * is narrow, with its loading, empty, error and too-many states.
 */
export function QueueTable<T>(props: QueueTableProps<T>) {
  const { label, columns, rows, error, onRetry, keys = true } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys({ body, enabled: keys && Boolean(rows?.length) });

  if (!rows) {
    if (error) {
      return <ErrorState error={error} onRetry={onRetry} />;
    }
    return <QueueSkeleton label={label} />;
  }
  if (rows.length === 0) return <>{props.empty}</>;

  return (
    <div className="hub-queue">
      {error && <ErrorState error={error} onRetry={onRetry} />}
      <table className="hub-queue-table">
        <caption className="hub-visually-hidden">{label}</caption>
        <Head columns={columns} />
        <tbody ref={body}>
          {rows.map(row => (
            <QueueRow
              key={props.getId(row)}
              row={row}
              id={props.getId(row)}
              columns={columns}
              href={props.getHref(row)}
              tone={props.getTone?.(row)}
            />
          ))}
        </tbody>
      </table>
      <Foot {...props} count={rows.length} />
    </div>
  );
}
