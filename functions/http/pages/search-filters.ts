import { html } from 'hono/html';
import { placeName } from '../../articles/place-name.ts';
import { findCategory } from '../../office/settings.ts';
import type { FacetCount, FacetName, SearchPage } from '../../search/request.ts';
import { renderDay } from './dates.ts';
import { type Edition, pathIn } from './edition.ts';
import { categoryName } from './names.ts';
import { type Markup, nothing } from './page.ts';
import { type SearchState, parameterOf, searchPath } from './search-address.ts';

/** The ways to narrow a search, each value with how many articles it leaves: links, and two days. */
export function renderFilters(edition: Edition, state: SearchState, facets: SearchPage['facets']): Markup {
  const { text } = edition;
  return html`<details class="filters">
    <summary>${text.filters}</summary>
    <h2 class="unseen">${text.filters}</h2>
    ${facetNames.map((name) => renderFacet(edition, state, name, facets[name]))}
    ${renderDateRange(edition, state)}
  </details>`;
}

/** What narrows the search now, each with the way back. */
export function renderActiveFilters(
  edition: Edition,
  state: SearchState,
  facets: SearchPage['facets'],
): Markup {
  const { text } = edition;
  const active = filterNames.flatMap((name) => {
    const value = parameterOf(state, name);
    return value === '' ? [] : [{ name, label: labelOfFilter(edition, name, value, facets) }];
  });
  if (active.length === 0) return nothing;
  const all = Object.fromEntries(filterNames.map((name) => [name, undefined]));
  const links = [
    ...active.map(({ name, label }) => ({ label, path: searchPath(state, { [name]: undefined }) })),
    ...(active.length > 1 ? [{ label: text.clearFilters, path: searchPath(state, all) }] : []),
  ];
  return html`<ul class="chips active" aria-label="${text.activeFilters}">
    ${links.map(
      ({ label, path }) =>
        html`<li>
          <a href="${pathIn(edition, path)}" aria-label="${text.removeFilter(label)}">${label}</a>
        </li>`,
    )}
  </ul>`;
}

const facetNames = ['category', 'year', 'place', 'tag', 'author'] as const;
const filterNames = ['category', 'year', 'tag', 'author', 'place', 'from', 'to'] as const;
const shownValues = 6;
const maxValues = 24;

function renderFacet(
  edition: Edition,
  state: SearchState,
  name: FacetName,
  counts: readonly FacetCount[],
): Markup {
  if (counts.length === 0) return nothing;
  const { text } = edition;
  // Years are read in their own order, everything else by how much there is.
  const ordered = name === 'year' ? counts.toSorted((a, b) => (a.value > b.value ? -1 : 1)) : counts;
  const values = ordered.slice(0, maxValues).map((count) => renderValue(edition, state, name, count));
  return html`<section class="facet">
    <h3>${text.facetNames[name]}</h3>
    <ul>
      ${values.slice(0, shownValues)}
    </ul>
    ${
      values.length <= shownValues
        ? nothing
        : html`<details>
            <summary>${text.more}<span class="unseen">: ${text.facetNames[name]}</span></summary>
            <ul>
              ${values.slice(shownValues)}
            </ul>
          </details>`
    }
  </section>`;
}

function renderValue(edition: Edition, state: SearchState, name: FacetName, facet: FacetCount): Markup {
  const { value, count } = facet;
  const isChosen = parameterOf(state, name) === value;
  const path = pathIn(edition, searchPath(state, { [name]: isChosen ? undefined : value }));
  return html`<li>
    <a href="${path}" ${isChosen ? html`aria-current="true"` : ''}>
      ${labelOfFacet(edition, name, facet)}
      <span>${count.toLocaleString(edition.clock().resolvedOptions().locale)}</span>
    </a>
  </li>`;
}

function renderDateRange(edition: Edition, state: SearchState): Markup {
  const { text } = edition;
  const kept = ['q', 'author', 'category', 'place', 'tag', 'year'].flatMap((name) => {
    const value = parameterOf(state, name);
    return value === '' ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`];
  });
  const field = (name: 'from' | 'to', label: string) =>
    html`<label>${label} <input type="date" name="${name}" value="${parameterOf(state, name)}" /></label>`;
  return html`<form class="facet" action="${pathIn(edition, '/cari')}">
    <h3>${text.dateRange}</h3>
    <div class="range">
      ${kept}${state.sort === 'newest' ? html`<input type="hidden" name="sort" value="newest" />` : ''}
      ${field('from', text.from)} ${field('to', text.to)}
      <button>${text.apply}</button>
    </div>
  </form>`;
}

function labelOfFacet(edition: Edition, name: FacetName, { value, label }: FacetCount): string {
  if (name === 'category') return labelOfFilter(edition, name, value);
  return name === 'place' ? placeName(label ?? value) : (label ?? value);
}

function labelOfFilter(
  edition: Edition,
  name: (typeof filterNames)[number],
  value: string,
  facets?: SearchPage['facets'],
): string {
  const { office, text } = edition;
  if (name === 'from' || name === 'to') return `${text[name]} ${renderDay(value, edition)}`;
  if (name !== 'category') {
    const label = facets?.[name].find((facet) => facet.value === value)?.label ?? value;
    return `${text.facetNames[name]}: ${name === 'place' ? placeName(label) : label}`;
  }
  const category = findCategory(office, value);
  return category === undefined ? value : categoryName(edition, category);
}
