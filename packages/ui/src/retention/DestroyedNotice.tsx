import { Notice } from '../feedback/Notice';

/** Says of a record that nothing of its words is left. */
export function DestroyedNotice({ noun }: { noun: string }) {
  return (
    <Notice tone="neutral" title={`The content of this ${noun} was destroyed`}>
      The time for keeping it has ended. Only figures are left; they do not say
      what it was about.
    </Notice>
  );
}
