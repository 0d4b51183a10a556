import { type ReactElement, useId, useState } from 'react';
import { type Box, placeFlow, type PlacedFlow, REGION_HEIGHT } from './flow-layout.js';
import type { Flow, FlowNode } from './flow-model.js';
import { STATUS_MARKS, statusText, visitText } from './flow-words.js';
import { t } from '../../../ui/t.js';

interface Props {
  flow: Flow;
  /** What the picture shows, in words. */
  title: string;
}

/** The chart from the top down; each state tells on hover or focus who came by and when. */
export function FlowDiagram({ flow, title }: Props): ReactElement {
  const placed = placeFlow(flow);
  const [told, setTold] = useState<{ node: FlowNode; box: Box } | null>(null);
  const arrow = useId();
  return (
    <div className="flow-scroll">
      <div className="flow-canvas" style={{ width: placed.width, height: placed.height }}>
        <svg width={placed.width} height={placed.height} role="group" aria-label={title}>
          <Arrows id={arrow} />
          {placed.groups.map(({ path, label, box }) => (
            <g key={path} aria-hidden="true">
              <rect className="flow-group" x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
              <text className="flow-group-label" x={box.x + 8} y={box.y + 14}>
                {label}
              </text>
            </g>
          ))}
          <Edges placed={placed} arrow={arrow} />
          {placed.nodes.map(({ node, box }) => (
            <Node key={node.path} node={node} box={box} tell={(on) => setTold(on ? { node, box } : null)} />
          ))}
        </svg>
        {told && <Told node={told.node} box={told.box} canvas={placed} />}
      </div>
    </div>
  );
}

function Arrows({ id }: { id: string }): ReactElement {
  return (
    <defs>
      {['open', 'taken'].map((kind) => (
        <marker
          key={kind}
          id={`${id}-${kind}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path className={`flow-arrow-${kind}`} d="M0 0 L8 4 L0 8 z" />
        </marker>
      ))}
    </defs>
  );
}

function Edges({ placed, arrow }: { placed: PlacedFlow; arrow: string }): ReactElement {
  return (
    <g aria-hidden="true">
      {placed.edges.map(({ edge, points }) => {
        const kind = edge.taken ? 'taken' : 'open';
        return (
          <path
            key={`${edge.from} ${edge.to}`}
            className={`flow-edge flow-edge-${kind}${edge.aside ? ' flow-edge-aside' : ''}`}
            d={`M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L')}`}
            markerEnd={`url(#${arrow}-${kind})`}
          >
            <title>{edge.labels.join('、')}</title>
          </path>
        );
      })}
    </g>
  );
}

interface NodeProps {
  node: FlowNode;
  box: Box;
  tell: (on: boolean) => void;
}

function Node({ node, box, tell }: NodeProps): ReactElement {
  const { x, y, width } = box;
  const words = [node.label, statusText(node.status), ...node.visits.slice(-1).map(visitText)].join('，');
  return (
    <g
      className={`flow-node flow-${node.status}`}
      role="img"
      aria-label={words}
      tabIndex={0}
      onFocus={() => tell(true)}
      onBlur={() => tell(false)}
      onMouseEnter={() => tell(true)}
      onMouseLeave={() => tell(false)}
    >
      <rect x={x} y={y} width={width} height={box.height} rx={node.kind === 'end' || node.kind === 'start' ? 16 : 6} />
      <text x={x + width / 2} y={y + (node.kind === 'passing' ? 18 : 22)} textAnchor="middle">
        {`${STATUS_MARKS[node.status]}${shortened(node.label)}`}
      </text>
      {node.regions.map((region, at) => (
        <text key={region.path} className="flow-region" x={x + 10} y={y + 46 + at * REGION_HEIGHT}>
          {`${STATUS_MARKS[region.status]}${region.label}${region.now === null ? '' : `：${region.now.split('·').pop()}`}`}
        </text>
      ))}
    </g>
  );
}

const MOST_LETTERS = 10;
const shortened = (label: string): string =>
  label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label;

/** Beside the state that is pointed at; inside the picture, so that nothing moves. */
function Told({ node, box, canvas }: { node: FlowNode; box: Box; canvas: PlacedFlow }): ReactElement {
  const toTheLeft = box.x + box.width / 2 > canvas.width / 2;
  const place = toTheLeft
    ? { right: canvas.width - box.x + 8, top: box.y }
    : { left: box.x + box.width + 8, top: box.y };
  const visits = [...node.visits, ...node.regions.flatMap((region) => region.visits)];
  return (
    <div className="flow-told" role="tooltip" style={place}>
      <b>{node.label}</b> <span className="muted">{statusText(node.status)}</span>
      {visits.map((visit) => (
        <p key={visit.at + visit.label}>{visitText(visit)}</p>
      ))}
      {node.deadlines.length > 0 && <p className="muted">{t('时限：{names}', { names: node.deadlines.join('、') })}</p>}
    </div>
  );
}
