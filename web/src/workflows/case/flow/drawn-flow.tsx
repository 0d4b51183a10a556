import type { ReactElement } from 'react';
import { FlowDiagram } from './flow-diagram.js';
import { drawnPart } from './flow-layout.js';
import type { Flow } from './flow-model.js';

interface Props {
  flow: Flow;
  whole: boolean;
  title: string;
}

export default function DrawnFlow({ flow, whole, title }: Props): ReactElement {
  return <FlowDiagram flow={drawnPart(flow, whole)} title={title} />;
}
