import { useQueries } from '@tanstack/react-query';
import { cadreQuery, teamQuery } from '../../../api/queries.js';
import type { CadreDetail, Item } from '../../../api/types.js';

export interface ItemNames {
  cadre: (code: string) => Pick<CadreDetail, 'name' | 'birth' | 'ageYears'> | undefined;
  /** 'team · post', or the code where the directory does not tell. */
  post: (code: string) => string;
}

/**
 * Items speak in codes; people want names. Posts are named by their teams and by whoever has held them.
 *
 * @param teams codes of the teams that the items touch, as far as known
 */
export function useItemNames(items: readonly Item[], teams: readonly string[]): ItemNames {
  const cadreCodes = [...new Set(items.map(({ cadre }) => cadre))];
  const cadres = useQueries({ queries: cadreCodes.map((code) => cadreQuery(code)) });
  const details = cadres.flatMap(({ data }) => (data ? [data] : []));
  const found = useQueries({ queries: [...new Set(teams)].map((code) => teamQuery(code)) });
  const posts = new Map<string, string>();
  for (const { terms } of details) for (const term of terms) posts.set(term.post, `${term.teamName} ${term.postName}`);
  for (const { data } of found)
    for (const { code, name } of data?.posts ?? []) posts.set(code, `${data?.name} ${name}`);
  return {
    cadre: (code) => details.find((detail) => detail.code === code),
    post: (code) => posts.get(code) ?? code,
  };
}
