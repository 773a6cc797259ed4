// Shapes that many providers' keys share.

/** A UUID in lower case, as services print theirs. */
export const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A UUID in any case. */
export const anyUuid = /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}/;

/** 128 bits in hexadecimal digits of lower case. */
export const hex32 = /[0-9a-f]{32}/;
