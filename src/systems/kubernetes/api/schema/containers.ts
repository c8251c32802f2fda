import type { Models } from './model.ts'

const HOME = 'v1'

/** Containers and how they are looked after. */
export const CONTAINERS: Models = {
  Container: {
    home: HOME,
    fields: {
      args: '[]string',
      command: '[]string',
      env: '[]EnvVar@name',
      envFrom: '[]any',
      image: 'string',
      imagePullPolicy: 'string',
      lifecycle: 'Lifecycle',
      livenessProbe: 'Probe',
      name: 'string!',
      ports: '[]ContainerPort@containerPort',
      readinessProbe: 'Probe',
      resizePolicy: '[]any',
      resources: 'ResourceRequirements',
      restartPolicy: 'string',
      securityContext: 'any',
      startupProbe: 'Probe',
      stdin: 'boolean',
      stdinOnce: 'boolean',
      terminationMessagePath: 'string',
      terminationMessagePolicy: 'string',
      tty: 'boolean',
      volumeDevices: '[]any',
      volumeMounts: '[]VolumeMount@mountPath',
      workingDir: 'string',
    },
  },
  ContainerPort: {
    home: HOME,
    fields: {
      containerPort: 'integer!',
      hostIP: 'string',
      hostPort: 'integer',
      name: 'string',
      protocol: 'string',
    },
  },
  EnvVar: {
    home: HOME,
    fields: {
      name: 'string!',
      value: 'string',
      valueFrom: 'any',
    },
  },
  VolumeMount: {
    home: HOME,
    fields: {
      mountPath: 'string!',
      mountPropagation: 'string',
      name: 'string!',
      readOnly: 'boolean',
      recursiveReadOnly: 'string',
      subPath: 'string',
      subPathExpr: 'string',
    },
  },
  ResourceRequirements: {
    home: HOME,
    fields: {
      claims: '[]any',
      limits: 'map:Quantity',
      requests: 'map:Quantity',
    },
  },
  Lifecycle: {
    home: HOME,
    fields: {
      postStart: 'LifecycleHandler',
      preStop: 'LifecycleHandler',
      stopSignal: 'string',
    },
  },
  LifecycleHandler: {
    home: HOME,
    fields: {
      exec: 'ExecAction',
      httpGet: 'HTTPGetAction',
      sleep: 'SleepAction',
      tcpSocket: 'TCPSocketAction',
    },
  },
  SleepAction: {
    home: HOME,
    fields: { seconds: 'integer!' },
  },
  Probe: {
    home: HOME,
    fields: {
      exec: 'ExecAction',
      failureThreshold: 'integer',
      grpc: 'any',
      httpGet: 'HTTPGetAction',
      initialDelaySeconds: 'integer',
      periodSeconds: 'integer',
      successThreshold: 'integer',
      tcpSocket: 'TCPSocketAction',
      terminationGracePeriodSeconds: 'integer',
      timeoutSeconds: 'integer',
    },
  },
  ExecAction: {
    home: HOME,
    fields: { command: '[]string' },
  },
  HTTPGetAction: {
    home: HOME,
    fields: {
      host: 'string',
      httpHeaders: '[]any',
      path: 'string',
      port: 'IntOrString!',
      scheme: 'string',
    },
  },
  TCPSocketAction: {
    home: HOME,
    fields: {
      host: 'string',
      port: 'IntOrString!',
    },
  },
}
