import { isEverydayProgram } from '../store/search/everyday-values';
import { asList, filled, isRecord } from './lenient';

const HASHES = ['sha1', 'sha256', 'md5'] as const;
/** Where evidence of Graph keeps its files; Defender XDR has them in the entity itself. */
const FILES = ['fileDetails', 'imageFile', 'parentProcessImageFile'] as const;

/** Hashes, in a list of entities or evidence, of files that are a program everybody has. */
export function everydayHashesOf(things: unknown, found: Set<string>): void {
  for (const thing of asList(things)) {
    if (!isRecord(thing)) continue;
    for (const file of [thing, ...FILES.map((name) => thing[name])]) {
      if (!isRecord(file)) continue;
      const name = filled(file['fileName']);
      if (name === null || !isEverydayProgram(name, filled(file['filePath']))) continue;
      for (const algorithm of HASHES) {
        const hash = filled(file[algorithm])?.trim();
        if (hash) found.add(hash);
      }
    }
  }
}
