//! Layers: those of Inkscape, or else the groups on top that have a name.

use resvg::usvg::roxmltree::{Document, Node};

const SVG: &str = "http://www.w3.org/2000/svg";
const INKSCAPE: &str = "http://www.inkscape.org/namespaces/inkscape";

/// Elements that draw something where they stand.
const DRAWN: [&str; 14] =
    ["g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use", "svg", "a", "switch"];

/// Most runs that a file is taken apart into; more groups than this are no layers.
const RUNS: usize = 100;

/// A layer, or what lies between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The layer's name.
    pub(super) name: Option<String>,
    pub(super) is_shown: bool,
    /// The whole file, in which this alone is drawn.
    pub(super) text: String,
}

/// The file taken apart, from the lowest run to the topmost.
pub(super) fn runs(text: &str, document: &Document<'_>) -> Vec<Run> {
    let whole = || vec![Run { name: None, is_shown: true, text: text.to_owned() }];
    let parent = parent_of_layers(document.root_element());
    let drawn: Vec<_> = drawn(parent).collect();
    // What an entity stands for lies elsewhere in the file, and cannot be taken apart.
    let is_in_order = drawn.windows(2).all(|pair| matches!(pair, [one, other] if one.range().end <= other.range().start));
    let is_inside = drawn.iter().all(|node| text.get(node.range()).is_some_and(|tag| tag.starts_with('<')));
    let by_inkscape = drawn.iter().any(|node| is_inkscape_layer(*node));
    let is_layer = |node: &Node<'_, '_>| if by_inkscape { is_inkscape_layer(*node) } else { is_named_group(*node) };
    if !is_in_order || !is_inside || !drawn.iter().any(is_layer) {
        return whole();
    }
    let mut parts: Vec<(Option<Node<'_, '_>>, Vec<Node<'_, '_>>)> = Vec::new();
    for node in &drawn {
        match parts.last_mut() {
            Some((None, nodes)) if !is_layer(node) => nodes.push(*node),
            _ => parts.push((is_layer(node).then_some(*node), vec![*node])),
        }
    }
    if parts.len() > RUNS {
        return whole();
    }
    parts
        .iter()
        .map(|(layer, nodes)| Run {
            name: layer.map(name),
            is_shown: !layer.is_some_and(is_hidden),
            text: only(text, &drawn, nodes),
        })
        .collect()
}

/// Where the layers are: on top, or in the only group there.
fn parent_of_layers<'a, 'i>(root: Node<'a, 'i>) -> Node<'a, 'i> {
    let mut parent = root;
    loop {
        let mut children = drawn(parent);
        match (children.next(), children.next()) {
            (Some(only), None)
                if only.has_tag_name((SVG, "g"))
                    && !is_inkscape_layer(only)
                    && drawn(only).filter(|node| is_inkscape_layer(*node) || is_named_group(*node)).count() > 1 =>
            {
                parent = only;
            }
            _ => return parent,
        }
    }
}

fn drawn<'a, 'i>(parent: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    parent
        .children()
        .filter(|node| node.is_element() && node.tag_name().namespace() == Some(SVG) && DRAWN.contains(&node.tag_name().name()))
}

fn is_inkscape_layer(node: Node<'_, '_>) -> bool {
    node.has_tag_name((SVG, "g")) && node.attribute((INKSCAPE, "groupmode")) == Some("layer")
}

fn is_named_group(node: Node<'_, '_>) -> bool {
    node.has_tag_name((SVG, "g")) && (node.attribute("id").is_some() || node.attribute("data-name").is_some())
}

fn name(node: Node<'_, '_>) -> String {
    let name = node.attribute((INKSCAPE, "label")).or_else(|| node.attribute("data-name"));
    let name = name.map_or_else(|| decoded(node.attribute("id").unwrap_or_default()), str::to_owned);
    name.trim().chars().filter(|letter| !letter.is_control()).take(200).collect()
}

/// An id as Illustrator writes names: what an id may not hold stands as its number between `_x` and `_`.
fn decoded(id: &str) -> String {
    let mut name = String::new();
    let mut rest = id;
    while let Some((before, after)) = rest.split_once("_x") {
        name.push_str(before);
        let number = after.split_once('_').and_then(|(number, after)| Some((u32::from_str_radix(number, 16).ok()?, after)));
        match number.and_then(|(number, after)| Some((char::from_u32(number)?, after))) {
            Some((letter, after)) => {
                name.push(letter);
                rest = after;
            }
            None => {
                name.push_str("_x");
                rest = after;
            }
        }
    }
    name.push_str(rest);
    name
}

fn is_hidden(node: Node<'_, '_>) -> bool {
    let style = node.attribute("style").unwrap_or_default();
    let by_style = style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .any(|(key, value)| key.trim() == "display" && value.trim() == "none");
    by_style || node.attribute("display") == Some("none")
}

/// The file with some of its elements drawn and shown, and the others where nothing is drawn but all can be referred to.
fn only(text: &str, drawn: &[Node<'_, '_>], wanted: &[Node<'_, '_>]) -> String {
    let mut file = String::with_capacity(text.len() + drawn.len() * 16);
    let mut done = 0;
    for node in drawn {
        let range = node.range();
        file.push_str(text.get(done..range.start).unwrap_or_default());
        let element = text.get(range.clone()).unwrap_or_default();
        done = range.end;
        if wanted.contains(node) {
            let tag = end_of_tag(element);
            let (tag, rest) = element.split_at_checked(tag).unwrap_or((element, ""));
            if is_hidden(*node) {
                let shown = ["display:none", "display: none", "display :none", "display : none"];
                let tag = shown.iter().fold(tag.to_owned(), |tag, hidden| tag.replace(hidden, "display:inline"));
                file.push_str(
                    &tag.replace("display=\"none\"", "display=\"inline\"").replace("display='none'", "display='inline'"),
                );
            } else {
                file.push_str(tag);
            }
            file.push_str(rest);
        } else {
            let name = element.get(1..).unwrap_or_default();
            let prefix =
                name.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).next().unwrap_or_default();
            let prefix = prefix.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
            file.push_str(&format!("<{prefix}defs>{element}</{prefix}defs>"));
        }
    }
    file.push_str(text.get(done..).unwrap_or_default());
    file
}

/// Where the opening tag of an element ends.
fn end_of_tag(element: &str) -> usize {
    let mut quote = None;
    for (at, letter) in element.char_indices() {
        match (quote, letter) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    element.len()
}
