function receive({ highest, token }) {
  if (token < highest) return { accept: false, highest }
  return { accept: true, highest: token }
}
