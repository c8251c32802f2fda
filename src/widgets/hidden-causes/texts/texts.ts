import type { LineId, PartId } from '../../../systems/hidden-causes/architecture.ts'

type Text = () => string

/** What an architecture and everything in it is called. */
export interface Texts {
  readonly name: Text
  readonly story: Text
  readonly columns: readonly Text[]
  readonly parts: Readonly<Partial<Record<PartId, Text>>>
  readonly lines: Readonly<Partial<Record<LineId, Text>>>
  /** In the middle of a sentence. */
  readonly things: Readonly<Record<string, Text>>
  readonly mends: readonly Text[]
}
