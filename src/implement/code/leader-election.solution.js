function grantVote({ voter, candidate }) {
  // A request may come twice: the same candidate gets the same answer.
  if (voter.votedFor !== null && voter.votedFor !== candidate.id) return false
  if (candidate.lastTerm !== voter.lastTerm) return candidate.lastTerm > voter.lastTerm
  return candidate.lastIndex >= voter.lastIndex
}

function hasWon({ answers, servers }) {
  const granted = answers.filter((answer) => answer.granted)
  return granted.length > servers / 2
}
