import 'react'

interface MathAttributes extends React.HTMLAttributes<MathMLElement>, React.Attributes {
  readonly form?: 'infix' | 'prefix' | 'postfix'
}

/** MathML is part of HTML; React renders it, and its types leave it out. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: MathAttributes
      mfrac: MathAttributes
      mi: MathAttributes
      mn: MathAttributes
      mo: MathAttributes
      mrow: MathAttributes
      msub: MathAttributes
    }
  }
}
