/** The drawings of a figure that can be seen, in their order: a figure keeps one for each layout. */
export const drawingsIn = (figure: Element | null | undefined): readonly SVGSVGElement[] =>
  [...(figure?.querySelectorAll('svg') ?? [])].filter(
    (svg) => svg.getBoundingClientRect().width > 0,
  )

/** How many drawings the figure of this window consists of. */
export const countDrawings = (): number =>
  drawingsIn(document.querySelector('[data-picture] [role="img"]')).length
