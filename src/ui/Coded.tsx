/** A sentence in which names of the code stand between backticks. */
export const Coded = ({ text }: { readonly text: string }) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
