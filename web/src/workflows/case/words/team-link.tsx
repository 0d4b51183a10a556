import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { teamQuery } from '../../../api/queries.js';
import { Link } from '../../../app/router.js';

/** A team by its name; by its code until that is known, and for whoever may not read the team. */
export function TeamLink({ code }: { code: string }): ReactElement {
  const { data } = useQuery({ ...teamQuery(code), retry: false });
  return <Link href={`/teams/${encodeURIComponent(code)}`}>{data?.name ?? code}</Link>;
}
