export const REQUIRED_MIGRATIONS = Symbol('required migrations');
