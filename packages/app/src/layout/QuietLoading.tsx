import { useEffect, useState } from 'react';

const PATIENCE_MS = 600;

/**
 * Waiting, without fuss: nothing at all for a moment, then a word. A flash of
 * grey boxes would only make a short wait feel long.
 */
export function QuietLoading() {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="hub-quiet" role="status">
      {isLong && 'Loading…'}
    </div>
  );
}
