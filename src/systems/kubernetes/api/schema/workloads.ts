import { TOP } from './meta.ts'
import type { Models } from './model.ts'

const HOME = 'apps/v1'

const CONDITION = {
  lastTransitionTime: ['Time', 'When its status changed last.'],
  message: ['string', 'The reason in words.'],
  reason: ['string', 'Why, in one word.'],
  status: ['string!', 'True, False or Unknown.'],
  type: ['string!', 'Which aspect it is.'],
} as const

/** What keeps pods running. */
export const WORKLOADS: Models = {
  Deployment: {
    home: HOME,
    about: 'Keeps a number of like pods running and replaces them step by step when they change.',
    fields: {
      ...TOP,
      spec: ['DeploymentSpec', 'What is wanted.'],
      status: ['DeploymentStatus', 'How far it is.'],
    },
  },
  DeploymentSpec: {
    home: HOME,
    about: 'What a Deployment is to keep running.',
    fields: {
      minReadySeconds: ['integer', 'How long a pod must be ready before it counts; 0 if absent.'],
      paused: ['boolean', 'Whether changes of the template wait.'],
      progressDeadlineSeconds: [
        'integer',
        'Without progress for so long it is said to hang; 600 if absent.',
      ],
      replicas: ['integer', 'How many pods; 1 if absent.'],
      revisionHistoryLimit: ['integer', 'How many old replica sets to keep; 10 if absent.'],
      selector: [
        'LabelSelector!',
        "Which pods are its own; must fit the template's labels and never changes.",
      ],
      strategy: ['DeploymentStrategy', 'How old pods are replaced by new ones.'],
      template: ['PodTemplateSpec!', 'What the pods are made from.'],
    },
  },
  DeploymentStrategy: {
    home: HOME,
    about: 'How old pods are replaced by new ones.',
    fields: {
      rollingUpdate: ['RollingUpdateDeployment', 'The limits of a rolling update.'],
      type: ['string', 'RollingUpdate, or Recreate: all old ones go before new ones come.'],
    },
  },
  RollingUpdateDeployment: {
    home: HOME,
    about: 'The limits of a rolling update.',
    fields: {
      maxSurge: ['IntOrString', 'How many pods too many there may be; 25% if absent, rounded up.'],
      maxUnavailable: [
        'IntOrString',
        'How many pods too few there may be; 25% if absent, rounded down.',
      ],
    },
  },
  DeploymentStatus: {
    home: HOME,
    about: 'How far a Deployment is.',
    fields: {
      availableReplicas: ['integer', 'Pods that have been ready for long enough.'],
      collisionCount: ['integer', 'How often two templates had the same hash.'],
      conditions: ['[]DeploymentCondition@type', 'How it is: available, progressing.'],
      observedGeneration: ['integer', 'The generation that its controller has seen.'],
      readyReplicas: ['integer', 'Pods that are ready.'],
      replicas: ['integer', 'Pods that are there.'],
      terminatingReplicas: ['integer', 'Pods that are ending.'],
      unavailableReplicas: ['integer', 'Pods that are still missing.'],
      updatedReplicas: ['integer', 'Pods of the template as it is now.'],
    },
  },
  DeploymentCondition: {
    home: HOME,
    about: 'One aspect of how a Deployment is.',
    fields: { ...CONDITION, lastUpdateTime: ['Time', 'When it was written last.'] },
  },
  ReplicaSet: {
    home: HOME,
    about: 'Keeps a number of pods of one template running.',
    fields: {
      ...TOP,
      spec: ['ReplicaSetSpec', 'What is wanted.'],
      status: ['ReplicaSetStatus', 'What there is.'],
    },
  },
  ReplicaSetSpec: {
    home: HOME,
    about: 'What a ReplicaSet is to keep running.',
    fields: {
      minReadySeconds: ['integer', 'How long a pod must be ready before it counts; 0 if absent.'],
      replicas: ['integer', 'How many pods; 1 if absent.'],
      selector: ['LabelSelector!', "Which pods are its own; must fit the template's labels."],
      template: ['PodTemplateSpec', 'What the pods are made from.'],
    },
  },
  ReplicaSetStatus: {
    home: HOME,
    about: 'What a ReplicaSet has.',
    fields: {
      availableReplicas: ['integer', 'Pods that have been ready for long enough.'],
      conditions: ['[]ReplicaSetCondition@type', 'What went wrong.'],
      fullyLabeledReplicas: ['integer', "Pods with all of the template's labels."],
      observedGeneration: ['integer', 'The generation that its controller has seen.'],
      readyReplicas: ['integer', 'Pods that are ready.'],
      replicas: ['integer!', 'Pods that are there.'],
      terminatingReplicas: ['integer', 'Pods that are ending.'],
    },
  },
  ReplicaSetCondition: {
    home: HOME,
    about: 'One aspect of how a ReplicaSet is.',
    fields: CONDITION,
  },
}
