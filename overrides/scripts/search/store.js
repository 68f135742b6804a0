/**
 * The address of an index goes in; its files come out, each fetched once and kept.
 *
 * The files: hooks/opencity/site/search/index.py. All of them carry the number of the build that made them, so that
 * parts of an old index and of a new one are never mixed.
 */

/**
 * Why there is no answer.
 *
 * `kind` is "offline" (nothing could be fetched), "missing" (no such file), "broken" (not what it should be) or
 * "changed" (the site was published anew in the meantime).
 */
export class SearchProblem extends Error {
  constructor(kind, address, cause) {
    super(`${kind}: ${address}`, { cause });
    this.name = "SearchProblem";
    this.kind = kind;
  }
}

/** The files of one build of one language. */
export class Store {
  #address;
  #kept = new Map();

  /** Use `openStore`. */
  constructor(address, start) {
    this.#address = address;
    this.start = start;
    /** Beginning of words to the number of the file that holds them. */
    this.shards = new Map(start.shards.map((shard, number) => [shard, number]));
    /** Network to the sections about it. */
    this.about = new Map(start.networks.map(([id], at) => [id, new Set(summed(start.about[at]))]));
    this.deepest = Math.max(1, ...start.shards.map((shard) => shard.length));
  }

  /** The first section of a page. */
  begin(page) {
    return this.start.pages[page][1];
  }

  /** The beginning of words whose file holds a word; undefined where no word begins so. */
  shardOf(word) {
    for (let length = Math.min(this.deepest, word.length); length > 0; length -= 1) {
      const shard = word.slice(0, length);
      if (this.shards.has(shard)) {
        return shard;
      }
    }
    return undefined;
  }

  /**
   * The words that begin so, each with the numbers of where it stands (section times four, plus the field), ascending.
   *
   * @param {string} shard
   * @returns {Promise<Map<string, number[]>>}
   */
  words(shard) {
    return this.#once(`words/${this.shards.get(shard)}.json`, (file) => {
      return new Map(Object.entries(file.words).map(([word, steps]) => [word, summed(steps)]));
    });
  }

  /**
   * A page's title, address and some of its sections.
   *
   * @param {number} pack
   * @returns {Promise<{ page: object, sections: object[] }>}
   */
  texts(pack) {
    return this.#once(`text/${pack}.json`, (file) => file);
  }

  /** What could not be fetched is forgotten, so that the next question tries anew. */
  #once(name, read) {
    if (!this.#kept.has(name)) {
      const file = this.#fetched(name, read);
      this.#kept.set(name, file);
      file.catch(() => this.#kept.delete(name));
    }
    return this.#kept.get(name);
  }

  async #fetched(name, read) {
    const address = new URL(name, this.#address);
    address.searchParams.set("v", this.start.build);
    const file = await json(address, {});
    if (file.build !== this.start.build) {
      throw new SearchProblem("changed", address);
    }
    try {
      return read(file);
    } catch (error) {
      throw new SearchProblem("broken", address, error);
    }
  }
}

/**
 * The index in a folder (`…/assets/search/pl/`). Its first file is asked for anew each time, the others by its build.
 *
 * @param {string | URL} address
 * @param {RequestCache} [cache] "reload" passes by what the browser has kept: for a site that is known to have changed
 * @returns {Promise<Store>}
 */
export async function openStore(address, cache = "no-cache") {
  const start = new URL("start.json", address);
  const file = await json(start, { cache });
  try {
    return new Store(address, file);
  } catch (error) {
    throw new SearchProblem("broken", start, error);
  }
}

async function json(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    throw new SearchProblem("offline", address, error);
  }
  if (!response.ok) {
    throw new SearchProblem("missing", address);
  }
  try {
    return Object(await response.json());
  } catch (error) {
    throw new SearchProblem("broken", address, error);
  }
}

/** Steps between numbers as the numbers. */
function summed(steps) {
  let number = 0;
  return steps.map((step) => (number += step));
}
