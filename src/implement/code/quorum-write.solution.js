function writeDone({ confirmed, n, w }) {
  return new Set(confirmed).size >= w
}

function readAnswer({ replies, n, w }) {
  const copies = new Set(replies.map((reply) => reply.copy))
  if (copies.size < n - w + 1) return null
  return Math.max(...replies.map((reply) => reply.version))
}
