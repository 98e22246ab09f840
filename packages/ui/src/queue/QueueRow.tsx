import { Link } from '@backstage/ui';
import type { QueueColumnConfig } from './QueueTable';

/** One piece of work. Its name is a link; the whole row answers to a click. */
export function QueueRow<T>(props: {
  row: T;
  id: string;
  columns: readonly QueueColumnConfig<T>[];
  href: string;
  tone: 'negative' | 'warning' | undefined;
}) {
  const { row, id, columns, href, tone } = props;
  return (
    <tr data-row={id} data-tone={tone}>
      {columns.map(column => {
        const narrow = column.isHiddenOnNarrow ? 'hidden' : undefined;
        if (column.isRowHeader) {
          return (
            <th key={column.id} scope="row" data-narrow={narrow}>
              <Link href={href} className="hub-row-link" standalone>
                {column.cell(row)}
              </Link>
            </th>
          );
        }
        return (
          <td key={column.id} data-label={column.label} data-narrow={narrow}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
