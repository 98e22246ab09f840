import type { Holiday } from '@imsa-hub/deadlines-common';
import { DIVISION_NAMES } from '@imsa-hub/deadlines-common';
import { ConfirmDialog, writtenDate } from '@imsa-hub/ui';
import { useHolidayChange } from './useHolidayChange';

/** Takes a closed day away, or puts one back, with a reason. */
export function ChangeDay(props: { day: Holiday; onClose(): void }) {
  const { day, onClose } = props;
  const change = useHolidayChange(onClose);
  const { date, title, division } = day;
  const puts = day.state === 'removed';
  const where = DIVISION_NAMES[division];
  return (
    <ConfirmDialog
      isOpen
      title={puts ? `Put back ${title}?` : `Take away ${title}?`}
      confirmLabel={puts ? 'Put it back' : 'Take it away'}
      destructive={!puts}
      reasonLabel="Why"
      isPending={change.isPending}
      problem={change.error}
      onConfirm={reason =>
        change.mutate({
          divisions: [division],
          date,
          change: puts ? 'add' : 'remove',
          ...(puts ? { title } : {}),
          reason,
        })
      }
      onClose={onClose}
    >
      <p>
        {writtenDate(date)} counts as {puts ? 'a closed day' : 'a working day'}{' '}
        in {where} from now on, and limits that it touches are worked out again.
      </p>
    </ConfirmDialog>
  );
}
