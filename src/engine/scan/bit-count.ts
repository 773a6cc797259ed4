// A count without a loop: neighbours are added up, first by pairs of bits, then by fours and eights.

/** How many bits of a 32-bit number are set. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const quarters = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((quarters + (quarters >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
