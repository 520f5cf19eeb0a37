/** What to do about what a program has printed, or an error's message; undefined where it is unknown. */
export function adviceOn(said: string, folder: string): string | undefined;
/** The same about what npm has printed. */
export function adviceOnNpm(said: string, folder: string): string | undefined;
/** What to do when a Node of this version is too old for the set-up; undefined where it will do. */
export function adviceOnNode(version: string): string | undefined;
/** What to do when so many GB are not free on the disk of a folder; undefined where they are. */
export function adviceOnSpace(folder: string, gb: number): string | undefined;
