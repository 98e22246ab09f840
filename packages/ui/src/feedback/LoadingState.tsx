import { Skeleton } from '@backstage/ui';

/** Grey lines where text will be; screen readers hear "Loading". */
export function LoadingState(props: {
  /** What is being loaded: "the queue". */
  what?: string;
  lines?: number;
}) {
  const { what, lines = 4 } = props;
  return (
    <div className="hub-loading" role="status">
      <span className="hub-visually-hidden">
        {what ? `Loading ${what}` : 'Loading'}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton
          key={line}
          height={20}
          width={line % 3 === 2 ? '60%' : '100%'}
        />
      ))}
    </div>
  );
}
