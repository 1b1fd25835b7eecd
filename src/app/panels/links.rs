//! The links of a report as a graph: each row is a box, in the layer of its distance from the first row.

use yew::{Html, html};

use crate::app::widgets::figures::Figures;
use crate::text::{Interface, ScenarioText, words};
use crate::trace::{Edge, Links, Node};

/// The size of a box and the gaps between boxes, in pixels, each horizontal and vertical.
const BOX: [usize; 2] = [104, 58];
const GAP: [usize; 2] = [14, 42];

/// The graph; empty if the report has no links.
pub fn view(links: &Links, text: &ScenarioText, words: &Interface) -> Html {
    if links.edges.is_empty() {
        return html! { <div key="links" /> };
    }
    let words::Links { label, found, again, unasked } = words.links;
    let extent = |count: usize, axis: usize| (count * (BOX[axis] + GAP[axis])).to_string();
    let width = extent(links.nodes.iter().map(|node| node.place + 1).max().unwrap_or_default(), 0);
    let height = extent(links.nodes.iter().map(|node| node.layer + 1).max().unwrap_or_default(), 1);
    html! {
        <div key="links" class="links">
            <div class="scrollx" tabindex="0" role="region" aria-label={label}>
                <svg {width} {height} role="img" aria-label={label}>
                    <defs>
                        <marker id="arrowhead" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
                            <path d="M0 0 8 4 0 8z" />
                        </marker>
                    </defs>
                    {for links.edges.iter().map(|edge| edge_view(edge, links))}
                    {for links.nodes.iter().map(|node| node_view(node, text, unasked, words))}
                </svg>
            </div>
            <p class="note key"><span class="finds">{found}</span><span class="again">{again}</span></p>
        </div>
    }
}

fn node_view(node: &Node, text: &ScenarioText, unasked: &'static str, words: &Interface) -> Html {
    let [x, y] = corner(node);
    let line = |down: usize, class: &'static str, said: &str| {
        html! { <text {class} x={(x + BOX[0] / 2).to_string()} y={(y + down).to_string()}>{said.to_owned()}</text> }
    };
    let state = node.state.as_deref();
    html! {
        <g data-node={node.name.clone()} data-state={state.unwrap_or("unasked").to_owned()}>
            <rect x={x.to_string()} y={y.to_string()} width={BOX[0].to_string()} height={BOX[1].to_string()} />
            {line(19, "name", &node.name)}
            {line(35, "", state.map_or(unasked, |state| text.said(1, state)))}
            {if state.is_some() { line(50, "", &format!("{}\u{a0}s", words.measured(node.at))) } else { html! {} }}
        </g>
    }
}

/// The left and top of a node's box, in pixels.
fn corner(node: &Node) -> [usize; 2] {
    [node.place * (BOX[0] + GAP[0]) + GAP[0] / 2, node.layer * (BOX[1] + GAP[1]) + GAP[1] / 2]
}

/// The curve of a link. It starts at the bottom of its box, or at the top if it leads upwards. It ends at the top,
/// or at the bottom if it does not lead downwards. A link that found nothing new is drawn further right.
fn edge_view(edge: &Edge, links: &Links) -> Html {
    let (from, to) = (&links.nodes[edge.from], &links.nodes[edge.to]);
    let ([x, y], [to_x, to_y]) = (corner(from), corner(to));
    let aside = if edge.finds { 0 } else { 18 };
    let (x, to_x) = (x + BOX[0] / 2 + aside, to_x + BOX[0] / 2 + 2 * aside);
    let (below, onto) = (from.layer <= to.layer, from.layer < to.layer);
    let (y, bend) = if below { (y + BOX[1], y + BOX[1] + GAP[1]) } else { (y, y - GAP[1]) };
    let (to_y, to_bend) = if onto { (to_y, to_y - GAP[1]) } else { (to_y + BOX[1], to_y + BOX[1] + GAP[1]) };
    let class = if edge.finds { "finds" } else { "again" };
    html! { <path {class} d={format!("M{x} {y}C{x} {bend} {to_x} {to_bend} {to_x} {to_y}")} /> }
}
