import type { RequestRecord } from '../types';

const MOST = 50_000;

/** What was asked and how it was answered. Paths only: queries of sign-in pages, headers and bodies never get here. */
export class RequestLog {
  private records: RequestRecord[] = [];

  add(record: RequestRecord): void {
    if (this.records.length >= MOST) this.records.shift();
    this.records.push(record);
  }

  all(): RequestRecord[] {
    return this.records.map((record) => ({ ...record }));
  }

  clear(): void {
    this.records = [];
  }
}
