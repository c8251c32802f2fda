import * as m from '#messages/messages.js'
import { Component, type ReactNode } from 'react'
import styles from './WidgetFrame.module.css'

interface Props {
  readonly onReset?: () => void
  readonly children: ReactNode
}

/** Keeps the page alive when one figure fails: the text goes on, and the figure can start anew. */
export class WidgetBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    console.error(error)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className={styles['stopped']}>
        <p>{m.frame_stopped()}</p>
        <button
          type="button"
          onClick={() => {
            this.props.onReset?.()
            this.setState({ failed: false })
          }}
        >
          {m.frame_restart()}
        </button>
      </div>
    )
  }
}
