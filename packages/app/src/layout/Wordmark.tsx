import { Link } from '@backstage/ui';
import { Mark } from './Mark';

/** The name of the console, which leads home. */
export function Wordmark() {
  return (
    <Link href="/" className="hub-wordmark" standalone>
      <Mark />
      <span>IMSA Hub</span>
    </Link>
  );
}
