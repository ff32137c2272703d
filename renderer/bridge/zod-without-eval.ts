import { z } from 'zod';

// Imported before any schema exists: zod otherwise tries `new Function`, which the page's content security policy reports as a violation.
z.config({ jitless: true });
