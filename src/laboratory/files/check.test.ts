// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { check } from './check.ts'

const deployment = (spec: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${spec}
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
      - name: web
        image: nginx
`

describe('a file in the editor', () => {
  it('has nothing wrong where its kind has all its fields', () => {
    expect(check('1.33', 'web.yaml', deployment('  replicas: 3'))).toEqual([])
  })

  it('names a field that its kind has not, and the line of it', () => {
    const [problem, ...others] = check('1.33', 'web.yaml', deployment('  replica: 3'))
    expect(others).toEqual([])
    expect(problem?.line).toBe(6)
    expect(problem?.text).toContain('spec.replica')
  })

  it('tells what kubectl says of text that is no YAML, with the line', () => {
    // Line 3 is indented with a tab, which YAML forbids.
    const [problem] = check('1.33', 'web.yaml', 'apiVersion: v1\nkind: Pod\n\tmetadata: {}\n')
    expect(problem?.line).toBe(3)
    expect(problem?.text).toContain('web.yaml')
  })

  it('leaves a file alone that is no manifest', () => {
    expect(check('1.33', 'notes.txt', '\t: no yaml')).toEqual([])
  })
})
