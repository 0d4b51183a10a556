/** How one column of a table comes from the staged row `s`; `t` is the stored row. */
export interface Assignment {
  column: string;
  onInsert: string;
  onUpdate: string;
}

export interface Upsert {
  /** Which stored row a staged one means. */
  match: string;
  /** Codes turned into our numbers. */
  joins: string;
  /** Columns that only a new row sets. */
  identity: Readonly<Record<string, string>>;
  assignments: readonly Assignment[];
}

export const isCleared = (name: string): string => `'${name}' = ANY (string_to_array(s.cleared, ','))`;

export const always = (column: string, value = `s.${column}`): Assignment => ({
  column,
  onInsert: value,
  onUpdate: value,
});

/** A blank cell, or a column left out, keeps what is stored. */
export const kept = (column: string, value = `s.${column}`, clearedAs = column): Assignment => ({
  column,
  onInsert: value,
  onUpdate: `CASE WHEN ${isCleared(clearedAs)} THEN NULL ELSE coalesce(${value}, t.${column}) END`,
});

export const defaulted = (column: string, fallback: string): Assignment => ({
  column,
  onInsert: `coalesce(s.${column}, ${fallback})`,
  onUpdate: `coalesce(s.${column}, t.${column})`,
});
