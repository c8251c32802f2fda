/** Under which name it is kept that a mission is solved, apart from tasks of the same name. */
export const solvedKey = (mission: string): string => `lab-${mission}`
