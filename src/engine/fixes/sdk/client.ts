// What a fix knows of a provider's own client library: how it is made, and what it reads of the environment by itself.

export interface SdkClient {
  /** As its users call it. */
  readonly title: string;
  readonly language: 'javascript' | 'python';
  /** JavaScript: the package. Python: the module that the names are in. */
  readonly module: string;
  /** Classes and functions; `default` for a module's default export. */
  readonly names: readonly string[];
  /** By argument (a digit for one without a name): the variable the client reads when the argument is not there. All go together. */
  readonly reads: Readonly<Record<string, string>>;
  /** The constructor wants an object, even an empty one. */
  readonly keepsObject?: true;
  /** The argument that sends it to another server that speaks OpenAI's protocol. */
  readonly baseUrl?: string;
  /** Where its makers say so. */
  readonly source: string;
}
