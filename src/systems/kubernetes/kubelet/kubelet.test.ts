// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { remove } from '../api/remove.ts'
import type { Container } from '../objects.ts'
import { podOn, trial } from './trial.ts'

const container = (more: Partial<Container>): { readonly containers: readonly Container[] } => ({
  containers: [{ name: 'web', image: 'nginx:1.27', ports: [{ containerPort: 80 }], ...more }],
})

describe('the kubelets of the recordings', () => {
  const probes = container({
    image: 'nginx:alpine',
    readinessProbe: { periodSeconds: 3, initialDelaySeconds: 2, httpGet: { path: '/', port: 80 } },
  })

  it('run a container one second after its pod is bound, and find it ready 2 to 5 s later', () => {
    const lab = trial('1.20')
    lab.at(1000, podOn('node-2', 'one', probes))
    lab.to(1500)
    expect(lab.rows('one').at(-1)).toBe('MODIFIED 0/1 ContainerCreating 0')
    lab.to(2100)
    // By the watch in session s1: created at 7.5 s, running at 8.5 s.
    expect(lab.rows('one').at(-1)).toBe('MODIFIED 0/1 Running 0')
    lab.to(3900)
    expect(lab.rows('one').at(-1)).toBe('MODIFIED 0/1 Running 0')
    lab.to(7100)
    expect(lab.rows('one').at(-1)).toBe('MODIFIED 1/1 Running 0')
  })

  it('give addresses that count up over all nodes, in the order in which containers start', () => {
    const lab = trial('1.20')
    for (const [index, node] of ['node-2', 'node-3', 'node-1', 'node-1'].entries())
      lab.at(1000 + index * 10, podOn(node, `pod-${index}`))
    lab.to(5000)
    // The first pods of the recorded cluster had 10.244.1.2, 10.244.2.3, 10.244.0.4, 10.244.0.5.
    expect([0, 1, 2, 3].map((index) => lab.pod(`pod-${index}`)?.status.podIP)).toEqual([
      '10.244.1.2',
      '10.244.2.3',
      '10.244.0.4',
      '10.244.0.5',
    ])
  })

  it('tell of a deleted pod three times: as it is marked, and twice 0.7 s later', () => {
    const lab = trial('1.20')
    lab.at(1000, podOn('node-2', 'one'))
    lab.at(9000, (turn) => remove(turn, 'pods', 'default/one'))
    lab.to(9690)
    expect(lab.rows('one').at(-1)).toBe('MODIFIED 1/1 Running, ends 0')
    lab.to(9720)
    // By the same watch: deleted at 7.5 s, two more rows at 8.2 s, all of them 1/1 Terminating.
    expect(lab.rows('one').slice(-3)).toEqual([
      'MODIFIED 1/1 Running, ends 0',
      'MODIFIED 1/1 Running, ends 0',
      'DELETED 1/1 Running, ends 0',
    ])
  })

  it('cannot pull an image whose tag says that there is none', () => {
    const lab = trial('1.20')
    lab.at(1000, podOn('node-1', 'one', container({ image: 'shop/checkout:broken' })))
    lab.to(60_000)
    expect(lab.rows('one').at(-1)).toBe('MODIFIED 0/1 ImagePullBackOff 0')
  })
})

describe('images', () => {
  it('are pulled once by a node and kept, and the API knows of it', () => {
    const lab = trial('1.33')
    lab.at(1000, podOn('node-1', 'one'))
    lab.at(20_000, podOn('node-1', 'two'))
    lab.to(40_000)
    expect(lab.events('one')[0]).toBe('Pulling: Pulling image "nginx:1.27"')
    expect(lab.events('two')[0]).toBe(
      'Pulled: Container image "nginx:1.27" already present on machine',
    )
    expect(lab.world().store.tables.nodes['node-1']?.status.images).toEqual([
      { names: ['docker.io/library/nginx:1.27'], sizeBytes: 70_000_000 },
    ])
  })

  it('that are not there are asked for again and again, ever more seldom', () => {
    const lab = trial('1.33')
    lab.at(1000, podOn('node-1', 'one', container({ image: 'nginx:bad' })))
    lab.to(60_000)
    // The texts of containerd and of the kubelet, from their source.
    const missing =
      'failed to pull and unpack image "docker.io/library/nginx:bad": failed to resolve reference "docker.io/library/nginx:bad": docker.io/library/nginx:bad: not found'
    expect(lab.events('one')).toEqual([
      'Pulling: Pulling image "nginx:bad"',
      `Failed: Failed to pull image "nginx:bad": rpc error: code = NotFound desc = ${missing}`,
      'Failed: Error: ErrImagePull',
      'BackOff: Back-off pulling image "nginx:bad"',
      'Failed: Error: ImagePullBackOff',
    ])
    expect(lab.rows('one').slice(2, 6)).toEqual([
      'MODIFIED 0/1 ErrImagePull 0',
      'MODIFIED 0/1 ImagePullBackOff 0',
      'MODIFIED 0/1 ErrImagePull 0',
      'MODIFIED 0/1 ImagePullBackOff 0',
    ])
  })
})

describe('restarts', () => {
  it('come at once, then after 10, 20, 40 … s from the end before', () => {
    const lab = trial('1.33')
    lab.at(0, podOn('node-1', 'one', container({ image: 'shop/checkout:crashes' })))
    const waits: number[] = []
    let ended: number | undefined
    for (let atMs = 0; atMs < 600_000; atMs += 100) {
      lab.to(atMs)
      const [status] = lab.pod('one')?.status.containerStatuses ?? []
      const running = status?.state.running !== undefined
      if (!running && ended === undefined && (status?.restartCount ?? 0) < 6 && status?.lastState)
        if (status.state.terminated) ended = atMs
      if (running && ended !== undefined) {
        waits.push(Math.round((atMs - ended) / 10_000) * 10)
        ended = undefined
      }
    }
    // By the recorded back-off: the second crash finds an entry of 10 s, the third one of 20 s.
    expect(waits).toEqual([0, 10, 20, 40, 80, 160])
    expect(
      lab
        .events('one')
        .some((text) =>
          text.startsWith('BackOff: Back-off restarting failed container web in pod one_default('),
        ),
    ).toBe(true)
  })

  it('do not come where the pod is to run once', () => {
    const lab = trial('1.33')
    const done = { image: 'busybox', command: ['sh', '-c', 'sleep 3; exit 3'] }
    lab.at(0, podOn('node-1', 'one', { ...container(done), restartPolicy: 'Never' }))
    lab.to(60_000)
    const { phase, containerStatuses } = lab.pod('one')?.status ?? { phase: 'Unknown' }
    expect(phase).toBe('Failed')
    expect(containerStatuses?.[0]?.state.terminated?.exitCode).toBe(3)
    expect(containerStatuses?.[0]?.restartCount).toBe(0)
  })
})

describe('the end of a pod', () => {
  const endOf = (more: Partial<Container>, graceSeconds = 30) => {
    const lab = trial('1.33')
    lab.at(
      0,
      podOn('node-1', 'one', { ...container(more), terminationGracePeriodSeconds: graceSeconds }),
    )
    lab.at(60_000, (turn) => remove(turn, 'pods', 'default/one'))
    let code: number | undefined
    let atMs = 60_000
    while (lab.pod('one') && atMs < 200_000) {
      atMs += 100
      lab.to(atMs)
      code ??= lab.pod('one')?.status.containerStatuses?.[0]?.state.terminated?.exitCode
    }
    return { code, seconds: Math.round((atMs - 60_000) / 1000) }
  }

  it('comes soon where the process ends when asked', () => {
    expect(endOf({})).toEqual({ code: 0, seconds: 1 })
  })

  it('comes by force after the grace period where it does not listen', () => {
    // 137 is 128 and the number of SIGKILL.
    expect(endOf({ image: 'shop/checkout:stubborn' })).toEqual({ code: 137, seconds: 31 })
    expect(endOf({ image: 'shop/checkout:stubborn' }, 5)).toEqual({ code: 137, seconds: 6 })
  })

  it('waits for the preStop hook first, which is part of the grace period', () => {
    const lifecycle = { preStop: { sleep: { seconds: 10 } } }
    expect(endOf({ lifecycle })).toEqual({ code: 0, seconds: 11 })
    expect(endOf({ lifecycle, image: 'shop/checkout:stubborn' }, 20)).toEqual({
      code: 137,
      seconds: 21,
    })
    // Two seconds are left in any case.
    expect(endOf({ lifecycle, image: 'shop/checkout:stubborn' }, 5)).toEqual({
      code: 137,
      seconds: 8,
    })
  })
})
