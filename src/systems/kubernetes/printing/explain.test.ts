// @vitest-environment node
// The layout was seen in kubectl 1.32 against a server with our schema; the words are our own.
import { expect, it } from 'vitest'
import { resourcesOf } from '../resources.ts'
import { explainText } from './explain.ts'
import { MANUAL } from './manual/whole.ts'

const explain = (name: string, path: readonly string[], recursive = false) => {
  const resource = resourcesOf('1.33').find((one) => one.name === name)
  if (!resource) throw new RangeError(`no resource ${name}`)
  return explainText('1.33', resource, MANUAL, path, recursive)
}

it('explains the fields of a part, each with its type', () => {
  const { text } = explain('deployments', ['spec', 'strategy', 'rollingUpdate'])
  expect(text).toMatch(
    /^GROUP: {6}apps\nKIND: {7}Deployment\nVERSION: {4}v1\n\nFIELD: rollingUpdate <RollingUpdateDeployment>\n\n\nDESCRIPTION:\n {4}\S/,
  )
  expect(text).toMatch(
    /\n {4}\nFIELDS:\n {2}maxSurge\t<IntOrString>\n {4}\S.*\n\n {2}maxUnavailable\t/,
  )
})

it('names all that is below when asked to', () => {
  expect(explain('deployments', ['spec', 'strategy'], true).text).toMatch(
    /FIELDS:\n {2}rollingUpdate\t<RollingUpdateDeployment>\n {4}maxSurge\t<IntOrString>\n {4}maxUnavailable\t<IntOrString>\n {2}type\t<string>\n\n$/,
  )
})

it('names the last part of a path that leads nowhere', () => {
  expect(explain('pods', ['nope', 'deep'])).toEqual({
    text: 'KIND:       Pod\nVERSION:    v1\n\n',
    error: 'field "deep" does not exist',
  })
})
