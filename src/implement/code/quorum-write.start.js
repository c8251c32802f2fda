function writeDone({ confirmed, n, w }) {
  return confirmed.length >= w
}

function readAnswer({ replies, n, w }) {
  if (replies.length <= n / 2) return null
  return replies[replies.length - 1].version
}
