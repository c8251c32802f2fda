const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** What one pastes into a page so that a figure stands in it. See docs/embedding.md. */
export const embedSnippet = (address: string, title: string): string =>
  `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="820" loading="lazy" style="border:0"></iframe>`
