import { Notice } from '@imsa-hub/ui';

/** Says to whom is not regulated what they may not do, and what they can do. */
export function ImmigrationNotice({ why }: { why: string }) {
  return (
    <Notice tone="warning" title="Immigration: say where to go, do not advise">
      {why} Add a signpost to the timeline, or refer the case to somebody who is
      regulated. Documents on immigration, and second opinions, are theirs to
      write too.
    </Notice>
  );
}
