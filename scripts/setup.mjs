import { install } from './steps.mjs';

await install();
