/** A page of a hundred full incidents unpacks into one piece of this size. */
export const PIECE_BYTES = 640 * 1024;
/** Smaller ones may lie in a piece that Node shares out. */
const LEAST_BYTES = 16 * 1024;

/**
 * Gives the memory of bytes that nobody needs any more back at once; they are empty then. Only for what was unpacked here: what came over the network may share
 * its memory with what came beside it. Left to the garbage collector, pages of incidents would each get fresh memory, which is dear
 * (docs/decisions/0015-incident-sync.md). Where the runtime cannot, nothing happens.
 */
export function giveBack({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength >= LEAST_BYTES) (buffer as Transferable).transfer?.(0);
}

/** Node has it from version 22 on, Electron from 30 on. */
interface Transferable {
  transfer?(byteLength: number): unknown;
}
