import { z } from 'zod';
import { incidentKey } from './ids';

export const copyFormat = z.enum(['text', 'markdown', 'html']);
export type CopyFormat = z.infer<typeof copyFormat>;

export const MAX_COPIED = 500;
export const copyWish = z.object({ incidents: z.array(incidentKey).min(1).max(MAX_COPIED), format: copyFormat });
