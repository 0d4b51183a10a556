export { ProposalModule } from './proposal.module.js';
