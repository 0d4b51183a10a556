/** Roles that see the directory within their units. */
export const DIRECTORY_READERS = ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'] as const;

/** Who asks after people: the discipline commission 纪委监委 answers for each of them. */
export const PEOPLE_READERS = [...DIRECTORY_READERS, 'discipline'] as const;

/** Who asks after units and their headcount: the establishment office 编办 answers for that, in numbers and without names. */
export const PLACE_READERS = [...PEOPLE_READERS, 'establishment'] as const;
