import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import {
  HighlightStyle,
  bracketMatching,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language'
import { EditorState, StateEffect, StateField, Transaction } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useEffectEvent, useRef } from 'react'

interface Props {
  readonly value: string
  readonly label: string
  /** A line that something is wrong with, from 1 on. */
  readonly fault?: number | undefined
  readonly onChange: (value: string) => void
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null], color: 'var(--guess)' },
  { tag: [tags.string, tags.number], color: 'var(--healthy)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: tags.function(tags.definition(tags.variableName)), fontWeight: '650' },
])

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--raised)', fontSize: '0.9375rem' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-1px' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.7rem 0' },
  '.cm-content, .cm-gutter': { minHeight: '10.4rem' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontVariantLigatures: 'none',
    lineHeight: '1.55',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--sunk)',
    color: 'var(--soft)',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-fault': {
    backgroundColor: 'var(--failed-tint)',
    textDecoration: 'underline wavy var(--failed)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--healthy-tint)',
    color: 'inherit',
  },
})

const setFault = StateEffect.define<number | undefined>()

/** The marked line; it is unmarked as soon as anything is changed. */
const faultField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, state }) {
    const set = effects.find((effect) => effect.is(setFault))
    if (!set) return docChanged ? Decoration.none : marks
    const line = set.value
    if (line === undefined || line > state.doc.lines) return Decoration.none
    return Decoration.set(Decoration.line({ class: 'cm-fault' }).range(state.doc.line(line).from))
  },
  provide: (field) => EditorView.decorations.from(field),
})

/**
 * What is typed over a selection. Left to itself a browser keeps the look of what was there, in styles
 * that the policy of the page refuses.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data, isComposing } = event
    if (inputType !== 'insertText' || data === null || isComposing) return false
    if (view.state.selection.main.empty) return false
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type' })
    return true
  },
})

const isRemote = (transaction: Transaction) => transaction.annotation(Transaction.remote) === true

/** After Escape, Tab leaves the editor: for as long as nothing is written. */
const leaving = keymap.of([
  {
    key: 'Escape',
    run: (view) => {
      view.setTabFocusMode(true)
      return false
    },
  },
])
const staying = EditorView.domEventHandlers({
  blur: (_, view) => view.setTabFocusMode(false),
})

/** A small code editor. Its styles stand in a tree of their own, as the policy of the page demands. */
export function Editor({ value, label, fault, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const changed = useEffectEvent(onChange)
  const start = useEffectEvent(() => value)

  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const editor = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: start(),
        extensions: [
          lineNumbers(),
          history(),
          indentOnInput(),
          bracketMatching(),
          javascript(),
          syntaxHighlighting(colours),
          look,
          faultField,
          typedOver,
          EditorView.lineWrapping,
          EditorState.tabSize.of(2),
          leaving,
          staying,
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.contentAttributes.of({
            'aria-label': label,
            autocapitalize: 'off',
            autocorrect: 'off',
            spellcheck: 'false',
          }),
          EditorView.updateListener.of((update) => {
            // What another window wrote is not kept once more: it may have gone on writing.
            if (!update.docChanged || update.transactions.some(isRemote)) return
            update.view.setTabFocusMode(false)
            changed(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = editor
    return () => {
      view.current = null
      editor.destroy()
    }
  }, [label])

  // Whatever put it there: a reset, or the draft of another window.
  useEffect(() => {
    const editor = view.current
    const there = editor?.state.doc.toString()
    if (editor && there !== value)
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: value },
        annotations: Transaction.remote.of(true),
      })
  }, [value])

  useEffect(() => {
    view.current?.dispatch({ effects: setFault.of(fault) })
  }, [fault])

  return <div ref={place} />
}
