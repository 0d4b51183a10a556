/** What is wrong in one place of what was sent. */
export interface FieldFault {
  /** 'items.0.cadre'; empty for the body as a whole. */
  path: string;
  message: string;
}
