const LEFT_OUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['vi', 'vim', 'nano', 'emacs', 'ed'].map((name) => [
      name,
      "left out of this laboratory's terminal; the editor beside it writes the same files",
    ]),
  ),
  ...Object.fromEntries(
    ['curl', 'wget', 'ping', 'nc', 'ssh', 'docker', 'minikube', 'kind', 'helm', 'sudo'].map(
      (name) => [name, "left out of this laboratory's terminal; only the cluster is here"],
    ),
  ),
  ...Object.fromEntries(
    ['cd', 'mkdir', 'mv', 'cp', 'touch', 'find', 'jobs', 'fg', 'bg', 'kill', 'source'].map(
      (name) => [name, "left out of this laboratory's terminal; type help for what it knows"],
    ),
  ),
}

/** Why a well-known program is not here; undefined where its name means nothing to this terminal. */
export const leftOutProgram = (name: string): string | undefined =>
  Object.hasOwn(LEFT_OUT, name) ? LEFT_OUT[name] : undefined

/** What `help` prints. */
export const HELP = `This terminal stands inside the laboratory: its time is the cluster's time.

  kubectl      the cluster; kubectl help lists its commands
  text         awk cat cut echo grep head less more nl printf sed seq sort tac tail tee tr uniq wc xargs
  files        ls rm cat, > FILE, >> FILE, < FILE, 2>&1, /dev/null, <<EOF, <<'EOF', <<-EOF
  time         date sleep timeout watch
  variables    X=1 $X \${X} \${X:-other} $? $(command) $((1 + 2)) export unset read env
  sequence     ; && || ! | ( ) { } if while until for break continue test [ ] true false
  the rest     clear exit help history pwd whoami

Ctrl-C ends what runs. Left out: & and jobs, functions, case, [[ ]], arrays, directories.
`
