/**
 * Ranked pages and a choice of network and kind go in; the pages that it leaves, and what other choices would leave, out.
 *
 * A page about a network as a whole belongs to it with all its places. Of any other page, such as a timeline, only the
 * places that are about the network do, and the page belongs to it if one of those answers the question.
 */

/**
 * @param {import("./ranking.js").Ranked[]} ranked
 * @param {{ network: string, kind: string }} only an empty one narrows nothing
 * @param {import("./store.js").Store} store
 * @returns {{ pages: import("./ranking.js").Ranked[], kinds: Map<string, number>, networks: Map<string, number> }}
 *   `kinds` and `networks`: pages of each, whatever of the two is chosen
 */
export function narrow(ranked, { network, kind }, store) {
  const { kinds, pages } = store.start;
  const kindOf = ({ page }) => kinds[pages[page][0]][0];
  const isOfKind = (found) => !kind || kindOf(found) === kind;
  const ofKind = ranked.filter(isOfKind);
  const ofNetwork = network ? about(network, ranked, store) : ranked;
  return {
    pages: ofNetwork.filter(isOfKind),
    kinds: counted(ofNetwork.map(kindOf)),
    networks: counted([...store.about.keys()].flatMap((id) => about(id, ofKind, store).map(() => id))),
  };
}

function about(network, ranked, store) {
  const isAbout = (section) => store.about.get(network)?.has(section);
  return ranked.flatMap((found) => {
    if (isAbout(store.begin(found.page))) {
      return [found];
    }
    const sections = found.sections.filter(isAbout);
    const first = isAbout(found.first) ? found.first : sections[0];
    return first === undefined ? [] : [{ ...found, sections, first }];
  });
}

function counted(values) {
  const counts = new Map();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
