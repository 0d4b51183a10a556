/** Roles that see the directory within their units. */
export const DIRECTORY_READERS = ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'] as const;
