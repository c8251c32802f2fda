// @vitest-environment node
import { expect, test } from 'vitest'
import { atTerminal } from './at-terminal.ts'

// What the exercise begins with, typed in one go.
const PART_A = `# A place of its own.
kubectl create namespace redundancy-lab

# Three of the same, and one address for them.
cat <<EOF | kubectl apply -f -
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-app
  namespace: redundancy-lab
spec:
  selector:
    matchLabels:
      app: web-app
  replicas: 3
  template:
    metadata:
      labels:
        app: web-app
    spec:
      containers:
      - name: nginx
        image: nginx:alpine
        readinessProbe:
          initialDelaySeconds: 2
          periodSeconds: 3
          httpGet:
            path: /
            port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: web-app
  namespace: redundancy-lab
spec:
  ports:
  - port: 80
    targetPort: 80
  selector:
    app: web-app
EOF
kubectl rollout status deploy/web-app -n redundancy-lab
`

test('the first part of the exercise works as one paste, heredoc and all', () => {
  const at = atTerminal()
  const { printed, exit, typed } = at.type(PART_A)
  expect(printed.split('\n').slice(0, 3)).toEqual([
    'namespace/redundancy-lab created',
    'deployment.apps/web-app created',
    'service/web-app created',
  ])
  expect(printed).toMatch(/deployment "web-app" successfully rolled out\n$/)
  expect(exit).toBe(0)
  expect(typed).toContain('$ cat <<EOF | kubectl apply -f -\n> apiVersion: apps/v1\n')
  expect(at.type('kubectl get pods -n redundancy-lab -o name | wc -l').out).toBe('3\n')
})

test('a call of kubectl takes the tenth of a second that it took in the recordings', () => {
  const { tookMs } = atTerminal().type('kubectl get nodes')
  expect(tookMs).toBeGreaterThanOrEqual(90)
  expect(tookMs).toBeLessThanOrEqual(130)
})

test('what is typed while a command runs waits for its end', () => {
  const at = atTerminal()
  at.type('sleep 5', 1000)
  expect(at.type('date +%s', 1000).printed).toBe('')
  expect(at.wait(4000).printed).toMatch(/^\d+\n$/)
})

test('Ctrl-C ends what runs with 130 and forgets what was typed ahead', () => {
  const at = atTerminal()
  at.type('while true; do kubectl get ns default -o name; sleep 1; done\necho later', 3500)
  const { exit, typed } = at.interrupt()
  expect([exit, typed]).toEqual([130, '^C\n'])
  expect(at.type('echo $?').printed).toBe('130\n')
  expect(at.wait(10_000).printed).toBe('')
})

test('a loop that takes no time is stopped', () => {
  const { err, exit } = atTerminal().type('while true; do true; done')
  expect(err).toContain('stopped after 1000 rounds')
  expect(exit).toBe(1)
})

test('timeout ends a watch with 124', () => {
  const { exit, tookMs } = atTerminal().type('timeout 3 kubectl get nodes -w')
  expect([exit, tookMs]).toEqual([124, 3000])
})

test('a watch prints its table, and then a row for every change, equal ones too', () => {
  const at = atTerminal({ profile: '1.20' })
  at.type('kubectl get pods -w', 500, '2')
  at.type('kubectl run web --image=nginx', 1)
  // As in the recorded watch: created and scheduled give two equal rows.
  const rows = at.wait(5000, '2').out.split('\n').slice(1, -1)
  expect(rows.map((row) => row.split(/ +/).slice(1, 3).join(' '))).toEqual([
    '0/1 Pending',
    '0/1 Pending',
    '0/1 ContainerCreating',
    '1/1 Running',
  ])
})

test('a watch passes every line through a pipe at once', () => {
  const at = atTerminal()
  at.type('kubectl get ns -w | grep shop', 1000, '2')
  at.type('kubectl create ns shop', 1)
  expect(at.wait(1000, '2').out).toMatch(/^shop +Active +0s\n$/)
})

test('terminals are plain data in the middle of a command', () => {
  const at = atTerminal()
  at.type('for i in 1 2 3; do echo $i; sleep 2; done | cat', 3000)
  const { shells } = at.world()
  expect(shells['1']?.running).toBeDefined()
  expect(JSON.parse(JSON.stringify(shells))).toEqual(shells)
})

test('watch runs a command again and again, with its title', () => {
  const { out } = atTerminal().type('watch -n 5 kubectl get ns default -o name', 6000)
  const shown = out.match(/Every 5\.0s: kubectl get ns default -o name\n\nnamespace\/default\n/g)
  expect(shown).toHaveLength(2)
})

test.each([
  ['sleep 1 &', 'jobs in the background are left out'],
  ['case x in x) ;; esac', 'case: left out of this terminal'],
  ['[[ a = b ]]', '[[: left out of this terminal'],
  ['vim web.yaml', 'the editor beside it writes the same files'],
  ['echo ${X%y}', '${X%y}: this form of ${ } is left out'],
])('%s says that it is left out', (line, words) => {
  expect(atTerminal().type(line).err).toContain(words)
})

test('an open quote asks for another line', () => {
  const { typed, printed } = atTerminal().type('echo "a\nb"')
  expect([typed, printed]).toEqual(['$ echo "a\n> b"\n', 'a\nb\n'])
})

test('files are written and read in the reader’s directory', () => {
  const at = atTerminal({ files: { 'web.yaml': 'kind: Pod\n' } })
  at.type("sed 's/Pod/Service/' web.yaml > new.yaml")
  expect(at.world().files['new.yaml']).toBe('kind: Service\n')
})
