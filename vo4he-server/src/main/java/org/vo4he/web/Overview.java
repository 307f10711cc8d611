// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

/// What is here in numbers: what the front page shows and the search form offers.
record Overview(Facets facets, Timeline timeline, SkyMap sky) {

    /// None of its queries has a column that holds links.
    private static final String NO_LINKS = "";

    static Overview of(QueryService queries) {
        Facets facets = Facets.of(queries, NO_LINKS);
        return new Overview(
                facets,
                Timeline.of(queries, facets, NO_LINKS),
                SkyMap.of(SkyContent.of(queries, facets.positioned(), NO_LINKS)));
    }
}
