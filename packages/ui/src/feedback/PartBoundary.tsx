import { Component, type ReactNode } from 'react';

/**
 * Keeps a part of a page that another plugin brought, and that breaks, from
 * taking the rest of the page with it.
 */
export class PartBoundary extends Component<
  { children: ReactNode },
  { isBroken: boolean }
> {
  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override state = { isBroken: false };

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <p role="alert">
        This could not be shown. Reload the page; if it stays, tell the Hub.
      </p>
    );
  }
}
