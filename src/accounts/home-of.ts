import type { StaffRole } from '#platform/context.ts';

/** Where somebody's work begins: administrators have accounts to manage and no requests to read. */
export const homeOf = (role: StaffRole): string => (role === 'admin' ? '/staff/people' : '/staff');
