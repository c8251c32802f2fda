import type { Manual } from './manual.ts'

/** Containers and how they are looked after. */
export const CONTAINERS: Manual = {
  Container: {
    about: 'One program that runs in a pod.',
    fields: {
      args: 'Arguments of the command; those of the image if absent.',
      command: 'What to run; what the image runs if absent.',
      env: 'Environment variables.',
      envFrom: 'Where to take environment variables from.',
      image: 'The image to run.',
      imagePullPolicy: 'Always, Never or IfNotPresent.',
      lifecycle: 'What to do as it starts and before it ends.',
      livenessProbe: 'Tells whether it has to be started again.',
      name: 'Unique in the pod.',
      ports: 'Ports that it listens at.',
      readinessProbe: 'Tells whether it shall get requests.',
      resizePolicy: 'What a change of its resources asks for.',
      resources: 'What it needs and what it may take at most.',
      restartPolicy: 'Always makes a container that starts first one that stays.',
      securityContext: 'With which rights it runs.',
      startupProbe: 'Tells whether it has started; the other probes wait for it.',
      stdin: 'Whether it gets an input.',
      stdinOnce: 'Whether its input ends with the first who writes there.',
      terminationMessagePath: 'The file with its last words.',
      terminationMessagePolicy: 'File or FallbackToLogsOnError.',
      tty: 'Whether it gets a terminal.',
      volumeDevices: 'Block devices.',
      volumeMounts: 'Where its volumes appear.',
      workingDir: 'The folder it starts in.',
    },
  },
  ContainerPort: {
    about: 'A port of a container.',
    fields: {
      containerPort: 'Its number, 1 to 65535.',
      hostIP: 'The address of the node to bind to.',
      hostPort: 'The port of the node that leads to it.',
      name: 'A name by which Services find it.',
      protocol: 'TCP, UDP or SCTP.',
    },
  },
  EnvVar: {
    about: 'An environment variable.',
    fields: {
      name: 'Its name.',
      value: 'Its value.',
      valueFrom: 'Where its value comes from.',
    },
  },
  VolumeMount: {
    about: 'Where a volume appears in a container.',
    fields: {
      mountPath: 'The folder in the container.',
      mountPropagation: 'Whether mounts inside are seen outside.',
      name: 'The name of the volume.',
      readOnly: 'Whether it cannot be written to.',
      recursiveReadOnly: 'Whether what is mounted inside cannot be written to either.',
      subPath: 'The part of the volume that appears.',
      subPathExpr: 'The part of the volume that appears, with variables.',
    },
  },
  ResourceRequirements: {
    about: 'What a container needs.',
    fields: {
      claims: 'Claims of devices.',
      limits: 'What it may take at most.',
      requests: 'What is set aside for it; the scheduler counts this.',
    },
  },
  Lifecycle: {
    about: 'What is done at the beginning and the end of a container.',
    fields: {
      postStart: 'Done right after it was started.',
      preStop: 'Done before it is asked to end; the grace period runs already.',
      stopSignal: 'The signal that asks it to end.',
    },
  },
  LifecycleHandler: {
    about: 'One thing to do.',
    fields: {
      exec: 'A command in the container.',
      httpGet: 'A request.',
      sleep: 'A pause.',
      tcpSocket: 'No longer done.',
    },
  },
  SleepAction: {
    about: 'A pause.',
    fields: {
      seconds: 'How long.',
    },
  },
  Probe: {
    about: 'A check that the kubelet makes of a container again and again.',
    fields: {
      exec: 'Run a command; 0 is good.',
      failureThreshold: 'So many bad results in a row count; 3 if absent.',
      grpc: 'Ask the health service of gRPC.',
      httpGet: 'Ask by HTTP; 200 to 399 is good.',
      initialDelaySeconds: 'How long to wait after the start.',
      periodSeconds: 'How often to check; 10 if absent.',
      successThreshold: 'So many good results in a row count; 1 if absent.',
      tcpSocket: 'Connect; a connection is good.',
      terminationGracePeriodSeconds: 'How long it may take to end after a failure.',
      timeoutSeconds: 'An answer that takes longer is bad; 1 if absent.',
    },
  },
  ExecAction: {
    about: 'A command in a container.',
    fields: {
      command: 'The command and its arguments; no shell.',
    },
  },
  HTTPGetAction: {
    about: 'A request by HTTP.',
    fields: {
      host: 'The host; the address of the pod if absent.',
      httpHeaders: 'Headers of the request.',
      path: 'The path.',
      port: 'The number or the name of the port.',
      scheme: 'HTTP or HTTPS.',
    },
  },
  TCPSocketAction: {
    about: 'A connection.',
    fields: {
      host: 'The host; the address of the pod if absent.',
      port: 'The number or the name of the port.',
    },
  },
}
