/* What an action hangs together with: what leads to it, and what it leads to, as far as that goes. */

class Graph {
  /* `ends` names the two ends of every link, in the order of the document. */
  constructor(scene, ends) {
    this.links = scene.groups.filter((group) => group.kind === "link").map((group, at) => {
      const [from, to] = ends[at].map((id) => scene.byId.get(id));
      return { group, from, to, kind: group.element.classList[1] };
    }).filter(({ from, to }) => from && to);
    this.into = new Map();
    this.outOf = new Map();
    for (const link of this.links) {
      if (link.kind === "agrees-with") continue;
      const [cause, effect] = link.kind === "needs" ? [link.to, link.from] : [link.from, link.to];
      listIn(this.outOf, cause).push({ link, next: effect });
      listIn(this.into, effect).push({ link, next: cause });
    }
  }

  /* The groups that a trace of this one lights up; of a link, it and its ends. */
  trace(group) {
    const lit = new Set([group]);
    const own = this.links.filter((link) => link.group === group);
    for (const { from, to } of own) lit.add(from).add(to);
    if (own.length) return lit;
    this.follow(group, this.into, lit);
    this.follow(group, this.outOf, lit);
    for (const link of this.around(group)) {
      if (link.kind === "agrees-with") lit.add(link.group).add(link.from).add(link.to);
    }
    return lit;
  }

  follow(group, way, lit) {
    const seen = new Set([group]);
    for (const at of seen) {
      for (const { link, next } of way.get(at) ?? []) {
        lit.add(link.group).add(next);
        seen.add(next);
      }
    }
  }

  /* The links that begin or end here. */
  around(group) {
    return this.links.filter((link) => link.from === group || link.to === group);
  }
}

function listIn(map, key) {
  if (!map.has(key)) map.set(key, []);
  return map.get(key);
}

/* The words of the links of one action: kind of link to the actions at the other ends. */
function relations(graph, group, words) {
  const found = new Map();
  for (const { from, to, kind } of graph.around(group)) {
    const word = from === group ? words.links[kind] : words.linked_from[kind];
    listIn(found, word).push(from === group ? to : from);
  }
  return found;
}
