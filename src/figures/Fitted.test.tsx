import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Fitted } from './Fitted.tsx'

it('both layouts are in the page before any script, each under a style of its own', () => {
  const markup = renderToStaticMarkup(<Fitted wide={<b>w</b>} narrow={<i>n</i>} />)
  expect(markup).toMatch(
    /^<div class="\w*wide\w*"><b>w<\/b><\/div><div class="\w*narrow\w*"><i>n<\/i><\/div>$/,
  )
})
