import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real file system of few megabytes, that can be filled and emptied. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'tenantry-disk-'));

  constructor(megabytes: number) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', this.folder], { stdio: 'ignore' });
  }

  /** Takes all the space there is. */
  fill(): void {
    const file = openSync(join(this.folder, 'filler'), 'a');
    for (const size of [1024 * 1024, 4096]) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch {
        // Full.
      }
    }
    closeSync(file);
  }

  /** Gives it back. */
  empty(): void {
    rmSync(join(this.folder, 'filler'));
  }

  remove(): void {
    execFileSync('umount', [this.folder]);
    rmSync(this.folder, { recursive: true });
  }
}

/** Whether this process may mount one. */
export function canMount(): boolean {
  try {
    new SmallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}
