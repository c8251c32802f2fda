function grantVote({ voter, candidate }) {
  return voter.votedFor === null
}

function hasWon({ answers, servers }) {
  const granted = answers.filter((answer) => answer.granted)
  return granted.length > answers.length / 2
}
