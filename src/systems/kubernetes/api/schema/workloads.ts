import { TOP } from './meta.ts'
import type { Models } from './model.ts'

const HOME = 'apps/v1'

const CONDITION = {
  lastTransitionTime: 'Time',
  message: 'string',
  reason: 'string',
  status: 'string!',
  type: 'string!',
} as const

/** What keeps pods running. */
export const WORKLOADS: Models = {
  Deployment: {
    home: HOME,
    fields: {
      ...TOP,
      spec: 'DeploymentSpec',
      status: 'DeploymentStatus',
    },
  },
  DeploymentSpec: {
    home: HOME,
    fields: {
      minReadySeconds: 'integer',
      paused: 'boolean',
      progressDeadlineSeconds: 'integer',
      replicas: 'integer',
      revisionHistoryLimit: 'integer',
      selector: 'LabelSelector!',
      strategy: 'DeploymentStrategy',
      template: 'PodTemplateSpec!',
    },
  },
  DeploymentStrategy: {
    home: HOME,
    fields: {
      rollingUpdate: 'RollingUpdateDeployment',
      type: 'string',
    },
  },
  RollingUpdateDeployment: {
    home: HOME,
    fields: {
      maxSurge: 'IntOrString',
      maxUnavailable: 'IntOrString',
    },
  },
  DeploymentStatus: {
    home: HOME,
    fields: {
      availableReplicas: 'integer',
      collisionCount: 'integer',
      conditions: '[]DeploymentCondition@type',
      observedGeneration: 'integer',
      readyReplicas: 'integer',
      replicas: 'integer',
      terminatingReplicas: 'integer',
      unavailableReplicas: 'integer',
      updatedReplicas: 'integer',
    },
  },
  DeploymentCondition: {
    home: HOME,
    fields: { ...CONDITION, lastUpdateTime: 'Time' },
  },
  ReplicaSet: {
    home: HOME,
    fields: {
      ...TOP,
      spec: 'ReplicaSetSpec',
      status: 'ReplicaSetStatus',
    },
  },
  ReplicaSetSpec: {
    home: HOME,
    fields: {
      minReadySeconds: 'integer',
      replicas: 'integer',
      selector: 'LabelSelector!',
      template: 'PodTemplateSpec',
    },
  },
  ReplicaSetStatus: {
    home: HOME,
    fields: {
      availableReplicas: 'integer',
      conditions: '[]ReplicaSetCondition@type',
      fullyLabeledReplicas: 'integer',
      observedGeneration: 'integer',
      readyReplicas: 'integer',
      replicas: 'integer!',
      terminatingReplicas: 'integer',
    },
  },
  ReplicaSetCondition: {
    home: HOME,
    fields: CONDITION,
  },
}
