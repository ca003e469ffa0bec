import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: process.env.MASTHEAD_SCHEMA ?? 'prisma/schema.prisma' });
