// oxlint-disable-next-line typescript/triple-slash-reference -- tests compile this file too, without the declarations of main/
/// <reference path="../../store/engine.d.ts" />
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { connectToSpill } from './spill-connection';
import { deleteSpillFile, type SpillPlace } from './spill-place';
import { SpillThread } from './spill-thread';

const OWNER_ONLY = 0o600;

export interface SpillFile {
  /** Where rows are written, and read by their numbers. */
  database: Database;
  /** For what has to look at many rows. */
  reads: SpillThread;
  /** Deletes the file. */
  close(): Promise<void>;
}

/**
 * Makes the file that rows of runs are kept in, encrypted with a key that exists in this process's memory alone: once the process ended, by whatever
 * cause, nobody can read it. Nothing in it is worth a flush; its log lets one connection read while the other one writes.
 */
export function openSpillFile(place: SpillPlace): SpillFile {
  deleteSpillFile(place.path);
  mkdirSync(dirname(place.path), { recursive: true, mode: 0o700 });
  closeSync(openSync(place.path, 'a', OWNER_ONLY));
  const key = randomBytes(32).toString('hex');
  const database = connectToSpill(place, key);
  database.pragma('page_size = 16384');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  const reads = new SpillThread(place, key);
  return {
    database,
    reads,
    close: async () => {
      const ended = reads.close();
      database.close();
      // A process that ends waits for nothing: the file goes at once.
      try {
        deleteSpillFile(place.path);
      } catch {
        // Some systems keep a file that is still read: it goes below, or with the next start.
      }
      await ended;
      deleteSpillFile(place.path);
    },
  };
}
