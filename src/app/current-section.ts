import { useEffect, useState } from 'react'

/** The section being read: the last heading above the upper third of the window. */
export function useCurrentSection(
  sections: readonly { readonly id: string }[],
): string | undefined {
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    const headings = sections
      .map(({ id }) => document.getElementById(id))
      .filter((heading) => heading !== null)
    const read = () => {
      const line = innerHeight / 3
      setCurrent(headings.findLast((heading) => heading.getBoundingClientRect().top < line)?.id)
    }
    const observer = new IntersectionObserver(read, {
      rootMargin: '0px 0px -66% 0px',
      threshold: [0, 1],
    })
    for (const heading of headings) observer.observe(heading)
    return () => observer.disconnect()
  }, [sections])
  return current
}
