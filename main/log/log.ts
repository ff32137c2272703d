import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { redact, redactText } from './redact';

/** Facts are written as JSON after the message. Secrets in them are hidden, by name and by shape. */
export interface Log {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  error(message: string, facts?: Record<string, unknown>): void;
}

const MAX_BYTES = 4 * 1024 * 1024;
const OWNER_ONLY = 0o600;

/** The log of this run: `tenantry.log` in `folder`, one earlier file kept beside it. Nothing goes to the console. */
export function createLog(folder: string): Log {
  const logger = electronLog.create({ logId: folder });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  file.resolvePathFn = () => join(folder, 'tenantry.log');
  file.maxSize = MAX_BYTES;
  file.writeOptions = { flag: 'a', mode: OWNER_ONLY, encoding: 'utf8' };
  file.format = '{iso} {level} {text}';
  const write = (level: 'info' | 'warn' | 'error') => (message: string, facts?: Record<string, unknown>) =>
    logger[level](logLine(message, facts));
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** One line of the log: the message, and the facts as JSON. Line breaks in either cannot forge a line. */
export function logLine(message: string, facts?: Record<string, unknown>): string {
  const text = redactText(message).replace(/[\r\n]+/g, ' ⏎ ');
  return facts === undefined ? text : `${text} ${JSON.stringify(redact(facts))}`;
}
