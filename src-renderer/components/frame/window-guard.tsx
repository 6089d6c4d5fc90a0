import { Component } from 'react';
import type { ReactNode } from 'react';

import { FailurePage } from './failure-page.tsx';

interface State {
  readonly isBroken: boolean;
}

/** Keeps a fault while drawing from leaving an empty window. A class, since React has no other way to catch one. */
export class WindowGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <FailurePage reason="broken" /> : this.props.children;
  }
}
