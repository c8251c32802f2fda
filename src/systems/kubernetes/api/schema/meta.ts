import type { Models } from './model.ts'

/** What all kinds share. */
export const META: Models = {
  ObjectMeta: {
    home: 'meta/v1',
    fields: {
      annotations: 'map:string',
      creationTimestamp: 'Time',
      deletionGracePeriodSeconds: 'integer',
      deletionTimestamp: 'Time',
      finalizers: '[]string@=',
      generateName: 'string',
      generation: 'integer',
      labels: 'map:string',
      managedFields: '[]any',
      name: 'string',
      namespace: 'string',
      ownerReferences: '[]OwnerReference@uid',
      resourceVersion: 'string',
      selfLink: 'string',
      uid: 'string',
    },
  },
  OwnerReference: {
    home: 'meta/v1',
    fields: {
      apiVersion: 'string!',
      blockOwnerDeletion: 'boolean',
      controller: 'boolean',
      kind: 'string!',
      name: 'string!',
      uid: 'string!',
    },
  },
  LabelSelector: {
    home: 'meta/v1',
    fields: {
      matchExpressions: '[]LabelSelectorRequirement',
      matchLabels: 'map:string',
    },
  },
  LabelSelectorRequirement: {
    home: 'meta/v1',
    fields: {
      key: 'string!',
      operator: 'string!',
      values: '[]string',
    },
  },
  Condition: {
    home: 'meta/v1',
    fields: {
      lastTransitionTime: 'Time!',
      message: 'string!',
      observedGeneration: 'integer',
      reason: 'string!',
      status: 'string!',
      type: 'string!',
    },
  },
}

/** The fields at the top of every kind. */
export const TOP = {
  apiVersion: 'string',
  kind: 'string',
  metadata: 'ObjectMeta',
} as const
