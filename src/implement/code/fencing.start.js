function receive({ highest, token }) {
  return { accept: true, highest: token }
}
