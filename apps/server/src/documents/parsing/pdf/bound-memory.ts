import { UnreadableError } from '../unreadable-error.ts';

/** The kinds of arrays that pdf.js unpacks into. Their memory is not the heap's, which alone the thread's limit counts. */
const KINDS = ['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int32Array', 'Float32Array'] as const;
/** Smaller ones are not asked for: a check takes longer than the array. */
const LEAST_BYTES = 1024 * 1024;

/** Tells whether the limit was reached: what pdf.js cannot unpack, it leaves out in silence. */
export interface MemoryBound {
  /** Throws UnreadableError. */
  check(): void;
}

/**
 * From now on this thread makes no array that is larger than `maxArrayBytes`, or with which all would be larger than
 * `maxBytes`, and unpacks no further than that. For a thread that ends with its file.
 */
export function boundMemory(maxArrayBytes: number, maxBytes: number): MemoryBound {
  let isReached = false;
  const admit = (byteCount: number): void => {
    if (byteCount <= maxArrayBytes && process.memoryUsage().arrayBuffers + byteCount <= maxBytes) return;
    isReached = true;
    throw new RangeError('The array would be too large.');
  };
  for (const kind of KINDS) bound(kind, admit);
  boundInflating(admit);
  return {
    check: () => {
      if (isReached) throw new UnreadableError('Unpacked, a part of the file is too large to be read.');
    },
  };
}

function bound(kind: (typeof KINDS)[number], admit: (byteCount: number) => void): void {
  const original = globalThis[kind];
  const construct = (target: typeof original, given: unknown[], newTarget: typeof original): object => {
    const [length] = given;
    if (typeof length === 'number' && length * target.BYTES_PER_ELEMENT >= LEAST_BYTES) {
      admit(length * target.BYTES_PER_ELEMENT);
    }
    return Reflect.construct(target, given, newTarget) as object;
  };
  Object.assign(globalThis, { [kind]: new Proxy(original, { construct }) });
}

/** Pieces are kept until the stream ends, when they are joined in an array as large; many streams are unpacked at once. */
function boundInflating(admit: (byteCount: number) => void): void {
  const Original = globalThis.DecompressionStream;
  class BoundedDecompressionStream {
    readonly readable: ReadableStream<Uint8Array>;
    readonly writable: WritableStream;

    constructor(format: ConstructorParameters<typeof Original>[0]) {
      const { readable, writable } = new Original(format);
      let byteCount = 0;
      const counter = new TransformStream<Uint8Array, Uint8Array>({
        transform: (piece, controller) => {
          byteCount += piece.length;
          admit(byteCount);
          controller.enqueue(piece);
        },
      });
      this.writable = writable;
      this.readable = readable.pipeThrough(counter);
    }
  }
  Object.assign(globalThis, { DecompressionStream: BoundedDecompressionStream });
}
