import { Component, type ReactNode } from 'react';
import { ErrorNote } from './error-note.js';

/** One page that breaks does not take the rest with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="page">
        <ErrorNote error={this.state.error} retry={() => this.setState({ error: null })} />
      </div>
    );
  }
}
