import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { StoreError } from '../store-error';

/** A file that is there under its name when it is whole only; what stood there before stays until then. All methods throw StoreError `failed`. */
export class UnfinishedFile {
  private constructor(
    private readonly path: string,
    private readonly unfinished: string,
    private readonly file: FileHandle,
  ) {}

  static async open(path: string): Promise<UnfinishedFile> {
    const unfinished = `${path}.${randomBytes(4).toString('hex')}.unfinished`;
    return new UnfinishedFile(path, unfinished, await failing(() => open(unfinished, 'wx', 0o600)));
  }

  write(content: string | Uint8Array): Promise<unknown> {
    return failing(() => this.file.appendFile(content));
  }

  /** Puts it under its name. */
  async finish(): Promise<void> {
    await failing(async () => {
      await this.file.sync();
      await this.file.close();
      await rename(this.unfinished, this.path);
    });
  }

  /** Leaves nothing behind. */
  async drop(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await rm(this.unfinished, { force: true });
  }
}

/** Writes a file that is there whole or not at all. Throws StoreError `failed`. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const file = await UnfinishedFile.open(path);
  try {
    await file.write(content);
    await file.finish();
  } catch (error) {
    await file.drop();
    throw error;
  }
}

async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StoreError('failed', error instanceof Error ? error.message : String(error));
  }
}
