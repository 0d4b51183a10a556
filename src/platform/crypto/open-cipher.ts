import { type Config, loadDataKeys } from '../config/index.js';
import { FieldCipher } from './field-cipher.js';

/** The cipher of this installation: writes under its current key, reads under those that were replaced as well. */
export async function openCipher(config: Config): Promise<FieldCipher> {
  const { current, retired } = await loadDataKeys(config);
  return new FieldCipher(current, retired);
}
