import { WORKS } from './platform/index.js';
import { runProduct } from './run-product.js';

await runProduct(WORKS);
