import type { Manual } from './manual.ts'

/** What all kinds share. */
export const META: Manual = {
  ObjectMeta: {
    about: 'What every stored object says of itself.',
    fields: {
      annotations: 'Notes of any form that nobody selects by.',
      creationTimestamp: 'When the server stored the object first. Set by the server.',
      deletionGracePeriodSeconds: 'How long the object may take to end. Set by the server.',
      deletionTimestamp: 'When the object shall be gone; it is being deleted. Set by the server.',
      finalizers: 'Who still has to clean up before the object may go.',
      generateName: 'The beginning of a name that the server completes with chance.',
      generation: 'Counts changes of what is wanted. Set by the server.',
      labels: 'Names and values by which the object is selected.',
      managedFields: 'Who set which field.',
      name: 'Unique among objects of its kind in its namespace.',
      namespace: 'The space in which the name is unique.',
      ownerReferences: 'The objects it belongs to; without them it is collected.',
      resourceVersion: 'Changes with every write; tells stale copies. Set by the server.',
      selfLink: 'No longer set.',
      uid: 'Tells it from others that had or will have its name. Set by the server.',
    },
  },
  OwnerReference: {
    about: 'Which object another one belongs to.',
    fields: {
      apiVersion: 'The group and version of the owner.',
      blockOwnerDeletion: 'Whether a deletion of the owner in the foreground waits for this.',
      controller: 'Whether the owner is the one that manages it.',
      kind: 'The kind of the owner.',
      name: 'The name of the owner.',
      uid: 'The identifier of the owner.',
    },
  },
  LabelSelector: {
    about: 'Chooses objects by their labels; all that it says must hold.',
    fields: {
      matchExpressions: 'Rules for keys and their values.',
      matchLabels: 'Labels that must be there as they are.',
    },
  },
  LabelSelectorRequirement: {
    about: 'A rule for one label.',
    fields: {
      key: 'The key of the label.',
      operator: 'In, NotIn, Exists or DoesNotExist.',
      values: 'The values to compare with.',
    },
  },
  Condition: {
    about: 'One aspect of how an object is.',
    fields: {
      lastTransitionTime: 'When its status changed last.',
      message: 'The reason in words.',
      observedGeneration: 'The generation that it speaks of.',
      reason: 'Why, in one word.',
      status: 'True, False or Unknown.',
      type: 'Which aspect it is.',
    },
  },
}
