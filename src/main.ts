import { SERVES_AND_WORKS } from './platform/index.js';
import { runProduct } from './run-product.js';

await runProduct(SERVES_AND_WORKS);
