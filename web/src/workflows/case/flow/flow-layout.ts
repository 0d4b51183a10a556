import { Graph, layout } from '@dagrejs/dagre';
import type { Flow, FlowEdge, FlowNode } from './flow-model.js';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedFlow {
  width: number;
  height: number;
  nodes: { node: FlowNode; box: Box }[];
  groups: { path: string; label: string; box: Box }[];
  edges: { edge: FlowEdge; points: { x: number; y: number }[] }[];
}

const NODE = { width: 148, height: 34 };
export const REGION_HEIGHT = 22;
const PARALLEL_WIDTH = 220;
const MARGIN = 12;

/** Nodes and edges worth drawing: everything, or the way on and what was taken. */
export function drawnPart(flow: Flow, whole: boolean): Flow {
  const edges = flow.edges.filter(({ aside, taken }) => whole || taken || !aside);
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = flow.nodes.filter(({ path, status }) => touched.has(path) || status === 'current');
  const groups = flow.groups.filter(({ path }) => nodes.some(({ group }) => group === path));
  return { nodes, groups, edges };
}

/** Where everything stands on paper, in pixels, from the top down. */
export function placeFlow({ nodes, groups, edges }: Flow): PlacedFlow {
  const graph = new Graph({ compound: true, directed: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 22, ranksep: 34, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.path, sizeOf(node));
  for (const { path } of groups) graph.setNode(path, {});
  for (const { path, group } of nodes) if (group !== null) graph.setParent(path, group);
  for (const { from, to } of edges) if (graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to, {});
  layout(graph);
  const boxOf = (path: string): Box => {
    const { x, y, width, height } = graph.node(path) as Box;
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: nodes.map((node) => ({ node, box: boxOf(node.path) })),
    groups: groups.map((group) => ({ ...group, box: boxOf(group.path) })),
    edges: edges.flatMap((edge) => {
      const points = (graph.edge(edge.from, edge.to) as { points?: { x: number; y: number }[] } | undefined)?.points;
      return points === undefined ? [] : [{ edge, points }];
    }),
  };
}

function sizeOf({ kind, regions }: FlowNode): { width: number; height: number } {
  if (regions.length > 0) return { width: PARALLEL_WIDTH, height: NODE.height + regions.length * REGION_HEIGHT + 6 };
  return kind === 'passing' ? { width: 108, height: 28 } : { ...NODE };
}
