/** How many questions a self-check has unless the reader asks for another number. */
export const CHECK_LENGTH = 12
