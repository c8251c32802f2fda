/**
 * What each kind and each of its fields is for, in our own words: what `kubectl explain` tells. Apart
 * from the schema, since the cluster runs without it and a page may fetch it on its own.
 */
export type Manual = Readonly<
  Record<string, { readonly about: string; readonly fields: Readonly<Record<string, string>> }>
>
