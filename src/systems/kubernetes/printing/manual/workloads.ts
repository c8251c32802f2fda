import type { Manual } from './manual.ts'

/** Deployments and replica sets. */
export const WORKLOADS: Manual = {
  Deployment: {
    about: 'Keeps a number of like pods running and replaces them step by step when they change.',
    fields: {
      apiVersion: 'The group and version of the kind, such as apps/v1.',
      kind: 'What the object is.',
      metadata: 'Its name, labels and the like.',
      spec: 'What is wanted.',
      status: 'How far it is.',
    },
  },
  DeploymentSpec: {
    about: 'What a Deployment is to keep running.',
    fields: {
      minReadySeconds: 'How long a pod must be ready before it counts; 0 if absent.',
      paused: 'Whether changes of the template wait.',
      progressDeadlineSeconds: 'Without progress for so long it is said to hang; 600 if absent.',
      replicas: 'How many pods; 1 if absent.',
      revisionHistoryLimit: 'How many old replica sets to keep; 10 if absent.',
      selector: "Which pods are its own; must fit the template's labels and never changes.",
      strategy: 'How old pods are replaced by new ones.',
      template: 'What the pods are made from.',
    },
  },
  DeploymentStrategy: {
    about: 'How old pods are replaced by new ones.',
    fields: {
      rollingUpdate: 'The limits of a rolling update.',
      type: 'RollingUpdate, or Recreate: all old ones go before new ones come.',
    },
  },
  RollingUpdateDeployment: {
    about: 'The limits of a rolling update.',
    fields: {
      maxSurge: 'How many pods too many there may be; 25% if absent, rounded up.',
      maxUnavailable: 'How many pods too few there may be; 25% if absent, rounded down.',
    },
  },
  DeploymentStatus: {
    about: 'How far a Deployment is.',
    fields: {
      availableReplicas: 'Pods that have been ready for long enough.',
      collisionCount: 'How often two templates had the same hash.',
      conditions: 'How it is: available, progressing.',
      observedGeneration: 'The generation that its controller has seen.',
      readyReplicas: 'Pods that are ready.',
      replicas: 'Pods that are there.',
      terminatingReplicas: 'Pods that are ending.',
      unavailableReplicas: 'Pods that are still missing.',
      updatedReplicas: 'Pods of the template as it is now.',
    },
  },
  DeploymentCondition: {
    about: 'One aspect of how a Deployment is.',
    fields: {
      lastTransitionTime: 'When its status changed last.',
      message: 'The reason in words.',
      reason: 'Why, in one word.',
      status: 'True, False or Unknown.',
      type: 'Which aspect it is.',
      lastUpdateTime: 'When it was written last.',
    },
  },
  ReplicaSet: {
    about: 'Keeps a number of pods of one template running.',
    fields: {
      apiVersion: 'The group and version of the kind, such as apps/v1.',
      kind: 'What the object is.',
      metadata: 'Its name, labels and the like.',
      spec: 'What is wanted.',
      status: 'What there is.',
    },
  },
  ReplicaSetSpec: {
    about: 'What a ReplicaSet is to keep running.',
    fields: {
      minReadySeconds: 'How long a pod must be ready before it counts; 0 if absent.',
      replicas: 'How many pods; 1 if absent.',
      selector: "Which pods are its own; must fit the template's labels.",
      template: 'What the pods are made from.',
    },
  },
  ReplicaSetStatus: {
    about: 'What a ReplicaSet has.',
    fields: {
      availableReplicas: 'Pods that have been ready for long enough.',
      conditions: 'What went wrong.',
      fullyLabeledReplicas: "Pods with all of the template's labels.",
      observedGeneration: 'The generation that its controller has seen.',
      readyReplicas: 'Pods that are ready.',
      replicas: 'Pods that are there.',
      terminatingReplicas: 'Pods that are ending.',
    },
  },
  ReplicaSetCondition: {
    about: 'One aspect of how a ReplicaSet is.',
    fields: {
      lastTransitionTime: 'When its status changed last.',
      message: 'The reason in words.',
      reason: 'Why, in one word.',
      status: 'True, False or Unknown.',
      type: 'Which aspect it is.',
    },
  },
}
