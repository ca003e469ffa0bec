'use client';

import { Trouble } from '@/components/layout/trouble';

export default Trouble;
