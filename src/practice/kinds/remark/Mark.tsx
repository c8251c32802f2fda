import styles from './remark.module.css'

/** The shape beside right and wrong, in the size of the words around it: a tick or a cross. */
export const Mark = ({ right }: { readonly right: boolean }) => (
  <svg className={styles['mark']} data-right={right} viewBox="0 0 16 16" aria-hidden="true">
    {right ? <path d="M2.5 8.8l3.6 3.7L13.5 4" /> : <path d="M3.4 3.4l9.2 9.2M12.6 3.4l-9.2 9.2" />}
  </svg>
)
