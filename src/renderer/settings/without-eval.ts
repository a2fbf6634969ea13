import { config } from 'zod';

// Trusted types forbid code from text: zod would try it for every object schema, and the page's policy would complain.
config({ jitless: true });
