export * from './case-forms/index.js';
export { FormsModule } from './forms.module.js';
