import type { Models } from './model.ts'

/** What all kinds share. */
export const META: Models = {
  ObjectMeta: {
    home: 'meta/v1',
    about: 'What every stored object says of itself.',
    fields: {
      annotations: ['map:string', 'Notes of any form that nobody selects by.'],
      creationTimestamp: ['Time', 'When the server stored the object first. Set by the server.'],
      deletionGracePeriodSeconds: [
        'integer',
        'How long the object may take to end. Set by the server.',
      ],
      deletionTimestamp: [
        'Time',
        'When the object shall be gone; it is being deleted. Set by the server.',
      ],
      finalizers: ['[]string@=', 'Who still has to clean up before the object may go.'],
      generateName: ['string', 'The beginning of a name that the server completes with chance.'],
      generation: ['integer', 'Counts changes of what is wanted. Set by the server.'],
      labels: ['map:string', 'Names and values by which the object is selected.'],
      managedFields: ['[]any', 'Who set which field.'],
      name: ['string', 'Unique among objects of its kind in its namespace.'],
      namespace: ['string', 'The space in which the name is unique.'],
      ownerReferences: [
        '[]OwnerReference@uid',
        'The objects it belongs to; without them it is collected.',
      ],
      resourceVersion: [
        'string',
        'Changes with every write; tells stale copies. Set by the server.',
      ],
      selfLink: ['string', 'No longer set.'],
      uid: ['string', 'Tells it from others that had or will have its name. Set by the server.'],
    },
  },
  OwnerReference: {
    home: 'meta/v1',
    about: 'Which object another one belongs to.',
    fields: {
      apiVersion: ['string!', 'The group and version of the owner.'],
      blockOwnerDeletion: [
        'boolean',
        'Whether a deletion of the owner in the foreground waits for this.',
      ],
      controller: ['boolean', 'Whether the owner is the one that manages it.'],
      kind: ['string!', 'The kind of the owner.'],
      name: ['string!', 'The name of the owner.'],
      uid: ['string!', 'The identifier of the owner.'],
    },
  },
  LabelSelector: {
    home: 'meta/v1',
    about: 'Chooses objects by their labels; all that it says must hold.',
    fields: {
      matchExpressions: ['[]LabelSelectorRequirement', 'Rules for keys and their values.'],
      matchLabels: ['map:string', 'Labels that must be there as they are.'],
    },
  },
  LabelSelectorRequirement: {
    home: 'meta/v1',
    about: 'A rule for one label.',
    fields: {
      key: ['string!', 'The key of the label.'],
      operator: ['string!', 'In, NotIn, Exists or DoesNotExist.'],
      values: ['[]string', 'The values to compare with.'],
    },
  },
  Condition: {
    home: 'meta/v1',
    about: 'One aspect of how an object is.',
    fields: {
      lastTransitionTime: ['Time!', 'When its status changed last.'],
      message: ['string!', 'The reason in words.'],
      observedGeneration: ['integer', 'The generation that it speaks of.'],
      reason: ['string!', 'Why, in one word.'],
      status: ['string!', 'True, False or Unknown.'],
      type: ['string!', 'Which aspect it is.'],
    },
  },
}

/** The fields at the top of every kind. */
export const TOP = {
  apiVersion: ['string', 'The group and version of the kind, such as apps/v1.'],
  kind: ['string', 'What the object is.'],
  metadata: ['ObjectMeta', 'Its name, labels and the like.'],
} as const
