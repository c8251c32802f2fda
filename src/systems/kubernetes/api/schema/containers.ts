import type { Models } from './model.ts'

const HOME = 'v1'

/** Containers and how they are looked after. */
export const CONTAINERS: Models = {
  Container: {
    home: HOME,
    about: 'One program that runs in a pod.',
    fields: {
      args: ['[]string', 'Arguments of the command; those of the image if absent.'],
      command: ['[]string', 'What to run; what the image runs if absent.'],
      env: ['[]EnvVar@name', 'Environment variables.'],
      envFrom: ['[]any', 'Where to take environment variables from.'],
      image: ['string', 'The image to run.'],
      imagePullPolicy: ['string', 'Always, Never or IfNotPresent.'],
      lifecycle: ['Lifecycle', 'What to do as it starts and before it ends.'],
      livenessProbe: ['Probe', 'Tells whether it has to be started again.'],
      name: ['string!', 'Unique in the pod.'],
      ports: ['[]ContainerPort@containerPort', 'Ports that it listens at.'],
      readinessProbe: ['Probe', 'Tells whether it shall get requests.'],
      resizePolicy: ['[]any', 'What a change of its resources asks for.'],
      resources: ['ResourceRequirements', 'What it needs and what it may take at most.'],
      restartPolicy: ['string', 'Always makes a container that starts first one that stays.'],
      securityContext: ['any', 'With which rights it runs.'],
      startupProbe: ['Probe', 'Tells whether it has started; the other probes wait for it.'],
      stdin: ['boolean', 'Whether it gets an input.'],
      stdinOnce: ['boolean', 'Whether its input ends with the first who writes there.'],
      terminationMessagePath: ['string', 'The file with its last words.'],
      terminationMessagePolicy: ['string', 'File or FallbackToLogsOnError.'],
      tty: ['boolean', 'Whether it gets a terminal.'],
      volumeDevices: ['[]any', 'Block devices.'],
      volumeMounts: ['[]VolumeMount@mountPath', 'Where its volumes appear.'],
      workingDir: ['string', 'The folder it starts in.'],
    },
  },
  ContainerPort: {
    home: HOME,
    about: 'A port of a container.',
    fields: {
      containerPort: ['integer!', 'Its number, 1 to 65535.'],
      hostIP: ['string', 'The address of the node to bind to.'],
      hostPort: ['integer', 'The port of the node that leads to it.'],
      name: ['string', 'A name by which Services find it.'],
      protocol: ['string', 'TCP, UDP or SCTP.'],
    },
  },
  EnvVar: {
    home: HOME,
    about: 'An environment variable.',
    fields: {
      name: ['string!', 'Its name.'],
      value: ['string', 'Its value.'],
      valueFrom: ['any', 'Where its value comes from.'],
    },
  },
  VolumeMount: {
    home: HOME,
    about: 'Where a volume appears in a container.',
    fields: {
      mountPath: ['string!', 'The folder in the container.'],
      mountPropagation: ['string', 'Whether mounts inside are seen outside.'],
      name: ['string!', 'The name of the volume.'],
      readOnly: ['boolean', 'Whether it cannot be written to.'],
      recursiveReadOnly: ['string', 'Whether what is mounted inside cannot be written to either.'],
      subPath: ['string', 'The part of the volume that appears.'],
      subPathExpr: ['string', 'The part of the volume that appears, with variables.'],
    },
  },
  ResourceRequirements: {
    home: HOME,
    about: 'What a container needs.',
    fields: {
      claims: ['[]any', 'Claims of devices.'],
      limits: ['map:Quantity', 'What it may take at most.'],
      requests: ['map:Quantity', 'What is set aside for it; the scheduler counts this.'],
    },
  },
  Lifecycle: {
    home: HOME,
    about: 'What is done at the beginning and the end of a container.',
    fields: {
      postStart: ['LifecycleHandler', 'Done right after it was started.'],
      preStop: [
        'LifecycleHandler',
        'Done before it is asked to end; the grace period runs already.',
      ],
      stopSignal: ['string', 'The signal that asks it to end.'],
    },
  },
  LifecycleHandler: {
    home: HOME,
    about: 'One thing to do.',
    fields: {
      exec: ['ExecAction', 'A command in the container.'],
      httpGet: ['HTTPGetAction', 'A request.'],
      sleep: ['SleepAction', 'A pause.'],
      tcpSocket: ['TCPSocketAction', 'No longer done.'],
    },
  },
  SleepAction: {
    home: HOME,
    about: 'A pause.',
    fields: { seconds: ['integer!', 'How long.'] },
  },
  Probe: {
    home: HOME,
    about: 'A check that the kubelet makes of a container again and again.',
    fields: {
      exec: ['ExecAction', 'Run a command; 0 is good.'],
      failureThreshold: ['integer', 'So many bad results in a row count; 3 if absent.'],
      grpc: ['any', 'Ask the health service of gRPC.'],
      httpGet: ['HTTPGetAction', 'Ask by HTTP; 200 to 399 is good.'],
      initialDelaySeconds: ['integer', 'How long to wait after the start.'],
      periodSeconds: ['integer', 'How often to check; 10 if absent.'],
      successThreshold: ['integer', 'So many good results in a row count; 1 if absent.'],
      tcpSocket: ['TCPSocketAction', 'Connect; a connection is good.'],
      terminationGracePeriodSeconds: ['integer', 'How long it may take to end after a failure.'],
      timeoutSeconds: ['integer', 'An answer that takes longer is bad; 1 if absent.'],
    },
  },
  ExecAction: {
    home: HOME,
    about: 'A command in a container.',
    fields: { command: ['[]string', 'The command and its arguments; no shell.'] },
  },
  HTTPGetAction: {
    home: HOME,
    about: 'A request by HTTP.',
    fields: {
      host: ['string', 'The host; the address of the pod if absent.'],
      httpHeaders: ['[]any', 'Headers of the request.'],
      path: ['string', 'The path.'],
      port: ['IntOrString!', 'The number or the name of the port.'],
      scheme: ['string', 'HTTP or HTTPS.'],
    },
  },
  TCPSocketAction: {
    home: HOME,
    about: 'A connection.',
    fields: {
      host: ['string', 'The host; the address of the pod if absent.'],
      port: ['IntOrString!', 'The number or the name of the port.'],
    },
  },
}
