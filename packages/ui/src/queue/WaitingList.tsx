import { Link } from 'react-router-dom';

/** One kind of work that waits. */
export interface WaitingLine {
  key: string;
  href: string;
  /** "4", or "100+" where there are more than are counted. */
  count: string;
  /** In words, to follow the count: "to triage". */
  what: string;
  isPressing: boolean;
}

/** Counts stop here. */
const MOST = 100;

/** A count as it is written: "4", "100+". */
export function writtenCount(count: number): string {
  return count >= MOST ? `${MOST}+` : String(count);
}

/** What waits, as links that lead to it. */
export function WaitingList(props: { lines: readonly WaitingLine[] }) {
  const { lines } = props;
  if (lines.length === 0) return null;
  return (
    <ul className="hub-waiting">
      {lines.map(({ key, href, count, what, isPressing }) => (
        <li key={key}>
          <Link
            to={href}
            className="hub-waiting-line"
            data-tone={isPressing ? 'negative' : undefined}
          >
            <strong>{count}</strong> {what}
          </Link>
        </li>
      ))}
    </ul>
  );
}
