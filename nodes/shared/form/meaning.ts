/** The value of a mode with which fields are matched by what they mean. */
export const MEANING = 'meaning';
