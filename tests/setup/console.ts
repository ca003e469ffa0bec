import { afterEach, beforeEach, expect, vi } from 'vitest';

// A test that makes the product complain has found something, even if nothing else failed.
const complaint = vi.spyOn(console, 'error');

beforeEach(() => complaint.mockClear());
afterEach(() => expect(complaint.mock.calls).toEqual([]));
