import type { ErrorDisplayProps } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';

/** For a page that broke. What broke it is for the log, not for the reader. */
export function BrokenPage(props: ErrorDisplayProps) {
  return (
    <div className="hub-page" data-width="reading" role="alert">
      <h1 className="hub-title">This page stopped working</h1>
      <p className="hub-lead">
        Nothing that you have already saved is lost. Try again; if it happens
        once more, tell the Hub what you were doing.
      </p>
      <div className="hub-row">
        <Button variant="primary" size="medium" onPress={props.resetError}>
          Try again
        </Button>
        <a href="/">Go to My day</a>
      </div>
    </div>
  );
}
