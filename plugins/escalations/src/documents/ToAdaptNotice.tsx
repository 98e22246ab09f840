import { placesToAdapt } from '@imsa-hub/core';
import { Notice } from '@imsa-hub/ui';

/** Says how many places in square brackets still wait for somebody's words. */
export function ToAdaptNotice(props: { body: string }) {
  const count = placesToAdapt(props.body).length;
  if (count === 0) return null;
  return (
    <Notice
      tone="warning"
      title={
        count === 1
          ? 'One place in square brackets is still to be adapted'
          : `${count} places in square brackets are still to be adapted`
      }
    >
      They are marked. Put the right words there, or take them out. Names and
      numbers of a person go into the copy that is sent, outside the Hub.
    </Notice>
  );
}
