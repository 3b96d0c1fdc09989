const BYTES_PER_NUMBER = 4;

/** A vector of a list of numbers or of base64 (32-bit floats, little-endian); undefined for anything else. */
export function toVector(embedding: unknown): Float32Array | undefined {
  if (typeof embedding === 'string') return fromBase64(embedding);
  if (!Array.isArray(embedding) || embedding.length === 0) return undefined;
  // Float32Array would take null, which is how JSON writes NaN, for 0.
  return embedding.every((value) => typeof value === 'number') ? Float32Array.from(embedding) : undefined;
}

function fromBase64(text: string): Float32Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || bytes.length % BYTES_PER_NUMBER !== 0) return undefined;
  return Float32Array.from({ length: bytes.length / BYTES_PER_NUMBER }, (_, index) =>
    bytes.readFloatLE(index * BYTES_PER_NUMBER),
  );
}
