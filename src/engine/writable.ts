// Plain data while it is made, before anybody else has seen it.

export type Writable<Data> = { -readonly [Key in keyof Data]: Data[Key] };
