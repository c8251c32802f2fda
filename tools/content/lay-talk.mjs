// What a talk's MDX becomes: its slides as data, and for each what is said and what is only noted.
//   <Slide widget="…" scene="…" minutes="1">What the room reads. <Notes>…</Notes></Slide>
//   <Slide ask="…" minutes="2">…</Slide> asks the question of a figure before anything is shown.
import { parse } from 'yaml'
import { z } from 'zod'
import { attributeOf, element, exportConst } from './mdx.mjs'
import { TalkFrontmatter } from './read.mjs'

const isNamed = (name) => (node) => node.type.startsWith('mdxJsx') && node.name === name

function slideOf(node, file) {
  const text = (name) => attributeOf(node, name)
  const minutes = Number(text('minutes'))
  if (!(minutes > 0)) throw new Error(`${file}: a <Slide> needs its minutes`)
  const [ask, widget, scene] = ['ask', 'widget', 'scene'].map(text)
  if (ask && !widget && !scene) return { minutes, slide: { kind: 'ask', widget: ask } }
  if (!ask && widget && scene) return { minutes, slide: { kind: 'scene', widget, scene } }
  throw new Error(`${file}: a <Slide> has a widget and a scene, or asks`)
}

/** Turns the tree of a talk into what the pages of a talk draw. */
export function layTalk(tree, file) {
  const front = tree.children.find((node) => node.type === 'yaml')
  const result = TalkFrontmatter.safeParse(front && parse(front.value))
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`)
  const slides = []
  tree.children = tree.children.flatMap((node) => {
    if (['yaml', 'mdxjsEsm'].includes(node.type)) return [node]
    if (!isNamed('Slide')(node)) throw new Error(`${file}: a talk is made of <Slide>s alone`)
    const n = slides.length
    slides.push(slideOf(node, file))
    const said = node.children.filter((child) => !isNamed('Notes')(child))
    if (said.length === 0) throw new Error(`${file}: slide ${n + 1} says nothing`)
    const noted = node.children.filter(isNamed('Notes')).flatMap(({ children }) => children)
    return [element('Say', { n }, said), element('Notes', { n }, noted)]
  })
  if (slides.length === 0) throw new Error(`${file}: a talk has at least one <Slide>`)
  tree.children.unshift(exportConst('slides', slides))
}
