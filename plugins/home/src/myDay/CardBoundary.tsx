import { Component, type ReactNode } from 'react';

/** Keeps a card that breaks from taking the other cards with it. */
export class CardBoundary extends Component<
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
