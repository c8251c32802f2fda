/** The id of the row that describes a parameter, so that a field can point to it. */
export const rowId = (name: string, path: string) => `${name}-${path.replace(/\W+/g, '-')}`
