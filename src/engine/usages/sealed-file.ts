// What can be asked of a file that keeps a text encrypted. The desktop answers from `node/sealed-file.ts`.

export interface SealedFile {
  /** Nothing where there is no such file, or it cannot be opened with this key. */
  read(): Promise<string | undefined>;
  /** Replaces the whole. What went wrong, as the system's code (`ENOSPC`), or nothing. */
  write(text: string): Promise<string | undefined>;
}
