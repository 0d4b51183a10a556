import { hash, verify } from '@node-rs/argon2';

// OWASP's recommendation for argon2id, which is the library's default algorithm.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

export function matchesHash(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}
